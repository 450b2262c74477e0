// Places in a document: which of the places of one name is meant.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "world/place_finder.h"

namespace entente {
namespace {

constexpr double kEarthRadius = 6371;            // km
constexpr double kNear = 300;                    // km within which places speak for each other
constexpr double kNearness = 0.6;                // the most that they say
constexpr double kAround = 0.35;                 // for a region named elsewhere
constexpr double kCountry = 0.3, kRegion = 0.2;  // for large things before towns of their name
constexpr double kNextRegion = 1.5;              // for the region that follows behind a comma

double distance_km(const Place& a, const Place& b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double p = radians(a.latitude), q = radians(b.latitude);
  const double u = std::sin((q - p) / 2);
  const double v = std::sin(radians(double{b.longitude} - double{a.longitude}) / 2);
  const double h = u * u + std::cos(p) * std::cos(q) * v * v;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace

// Scores in two rounds: by what is named, then also by what the first round resolved.
void PlaceFinder::weigh(std::span<const Sentence> document, Scene& scene) const {
  for (int round = 0; round < 2; ++round) {
    std::vector<std::size_t> best(scene.names.size(), 0);
    for (std::size_t at = 0; at < scene.names.size(); ++at) {
      Name& name = scene.names[at];
      if (name.candidates.empty()) continue;
      double first = -1e9, second = -1e9;
      for (std::size_t i = 0; i < name.candidates.size(); ++i) {
        Candidate& candidate = name.candidates[i];
        const Place& place = gazetteer_.place(candidate.place);
        candidate.score = evidence(scene, at, candidate, document).sum();
        if (round > 0) candidate.score += nearness(scene, at, place);
        if (candidate.score > first) {
          second = first;
          first = candidate.score;
          best[at] = i;
        } else {
          second = std::max(second, candidate.score);
        }
      }
      name.certainty = 1 / (1 + std::exp(-3 * (first - second)));
    }
    for (std::size_t at = 0; at < best.size(); ++at) scene.names[at].best = best[at];
    if (round > 0) break;
    for (const Name& name : scene.names) {  // what is plain now names its country too
      const Place* place = meant(name);
      if (!place || name.certainty <= 0.8 || gazetteer_.kind(*place) == "country") continue;
      if (place->country != 0) scene.countries[gazetteer_.country(*place)] += 0.5;
    }
  }
}

// What the countries named in the document say for a place.
double PlaceFinder::country_weight(const Scene& scene, const Place& place) const {
  const auto named = scene.countries.find(gazetteer_.country(place));
  if (named == scene.countries.end()) return 0;
  double most = 0;
  for (const auto& [code, weight] : scene.countries) most = std::max(most, weight);
  return 0.2 + 0.4 * named->second / most;
}

// "Rego Park, New York": the region of the place before it.
bool PlaceFinder::follows_its_town(const Scene& scene, std::size_t at, std::uint32_t region,
                                   std::span<const Sentence> document) const {
  const Name& town = scene.names[at - 1];
  const Name& name = scene.names[at];
  if (town.sentence != name.sentence || name.first != town.last + 1) return false;
  if (document[name.sentence].words[town.last].form != ",") return false;
  const Place& place = gazetteer_.place(region);
  if (!town.unlisted.empty()) return !place.curated && gazetteer_.kind(place) == "region";
  return std::any_of(town.candidates.begin(), town.candidates.end(), [&](const Candidate& c) {
    return gazetteer_.region(gazetteer_.place(c.place)) == &place;
  });
}

PlaceEvidence PlaceFinder::evidence(const Scene& scene, std::size_t at, const Candidate& candidate,
                                    std::span<const Sentence> document) const {
  const Place& place = gazetteer_.place(candidate.place);
  const Name& name = scene.names[at];
  PlaceEvidence out;
  out.inhabitants = std::log10(place.population + 10.0) / 7;
  if (gazetteer_.kind(place) == "country") out.kind += kCountry;
  if (gazetteer_.kind(place) == "region") out.kind += kRegion;
  if (place.curated) out.kind += 0.15;
  if (place.seat) out.kind += 0.1;
  if (candidate.alternate) out.spelling = -0.35;
  out.country = country_weight(scene, place);
  if (at > 0 && follows_its_town(scene, at, candidate.place, document)) out.region = 0.8;
  const Place* region = gazetteer_.region(place);
  for (std::size_t other = 0; other < scene.names.size(); ++other) {
    const Name& near = scene.names[other];
    const Place* other_place = meant(near);
    if (other == at || !other_place) continue;
    const bool around =
        other_place == region || (region && other_place->kind != place.kind &&
                                  gazetteer_.name(*other_place) == gazetteer_.name(*region) &&
                                  other_place->country == place.country);
    const bool land =
        gazetteer_.kind(*other_place) == "country" && other_place->country == place.country;
    if (!around && !(land && near.sentence == name.sentence)) continue;
    // "Jackson, Mississippi": the next name, a comma between.
    const bool next = near.sentence == name.sentence && near.first == name.last + 1 &&
                      document[name.sentence].words[name.last].form == ",";
    out.region +=
        next     ? kNextRegion
        : around ? kAround / (1 + static_cast<double>(other > at ? other - at : at - other) / 8)
                 : 0.1;
  }
  return out;
}

// What spoke for each of the places that a name may mean, from the last round of weighing.
PlaceReason PlaceFinder::reason(const Scene& scene, std::size_t at,
                                std::span<const Sentence> document) const {
  constexpr std::size_t most = 5;
  PlaceReason out;
  for (const Candidate& candidate : scene.names[at].candidates) {
    const Place& place = gazetteer_.place(candidate.place);
    const Place* region = gazetteer_.region(place);
    PlaceReason::Candidate row{std::string(gazetteer_.name(place)),
                               gazetteer_.kind(place),
                               region ? std::string(gazetteer_.name(*region)) : std::string(),
                               gazetteer_.country(place),
                               place.latitude,
                               place.longitude,
                               place.geonames,
                               evidence(scene, at, candidate, document)};
    row.evidence.near = nearness(scene, at, place);
    out.candidates.push_back(std::move(row));
  }
  std::stable_sort(out.candidates.begin(), out.candidates.end(), [](const auto& a, const auto& b) {
    return a.evidence.sum() > b.evidence.sum();
  });
  if (out.candidates.size() > most) {
    out.others = out.candidates.size() - most;
    out.candidates.resize(most);
  }
  return out;
}

// Places that other names were resolved to speak for places close by, the nearer in the text the
// more.
double PlaceFinder::nearness(const Scene& scene, std::size_t at, const Place& place) const {
  double sum = 0;
  for (std::size_t other = 0; other < scene.names.size(); ++other) {
    const Name& near = scene.names[other];
    const Place* other_place = meant(near);
    if (other == at || !other_place || gazetteer_.kind(*other_place) == "country") continue;
    if (other_place->name_begin ==
        gazetteer_.place(scene.names[at].candidates.front().place).name_begin)
      continue;
    const double apart = static_cast<double>(other > at ? other - at : at - other);
    sum += near.certainty * std::exp(-distance_km(place, *other_place) / kNear) / (1 + apart / 5);
  }
  return kNearness * (1 - std::exp(-sum));
}

const Place* PlaceFinder::meant(const Name& name) const {
  if (name.candidates.empty() || name.estimate) return nullptr;
  return &gazetteer_.place(name.candidates[name.best].place);
}

const Place* PlaceFinder::centre(const Scene& scene) const {
  const Place* best = nullptr;
  double most = 0;
  for (const Name& name : scene.names) {
    const Place* place = meant(name);
    if (!place || name.aside || gazetteer_.kind(*place) == "country") continue;
    double sum = 0;
    for (const Name& other : scene.names) {
      const Place* near = meant(other);
      if (!near || gazetteer_.kind(*near) == "country") continue;
      sum += other.certainty * std::exp(-distance_km(*place, *near) / kNear);
    }
    if (gazetteer_.kind(*place) == "city") sum += 0.3;  // the middle of a region is no town
    if (sum > most) {
      most = sum;
      best = place;
    }
  }
  return best;
}

// The country that a document names most; null where none.
const Place* PlaceFinder::widest_country(const Scene& scene) const {
  std::string_view best;
  double most = 0;
  for (const auto& [code, weight] : scene.countries) {
    if (weight > most) {
      most = weight;
      best = code;
    }
  }
  const std::optional<std::uint32_t> state = gazetteer_.state(best);
  return state ? &gazetteer_.place(*state) : nullptr;
}

// "Grantville, Pennsylvania": the region that follows a name behind a comma.
const Place* PlaceFinder::region_behind(const Scene& scene, std::size_t at,
                                        std::span<const Sentence> document) const {
  if (at + 1 >= scene.names.size()) return nullptr;
  const Name& name = scene.names[at];
  const Name& next = scene.names[at + 1];
  if (next.sentence != name.sentence || next.first != name.last + 1) return nullptr;
  if (document[name.sentence].words[name.last].form != ",") return nullptr;
  return meant(next);
}

// True where a small town that no gazetteer lists is likelier meant than the listed ones, which all
// lie far from the region behind the name: "Paris, Tennessee".
bool PlaceFinder::is_elsewhere(const Scene& scene, std::size_t at, const Place& middle) const {
  constexpr double small = 0.45;  // as the score of a town of some hundred people
  const Name& name = scene.names[at];
  double best = -1e9;
  for (const Candidate& candidate : name.candidates) {
    const Place& place = gazetteer_.place(candidate.place);
    const Place* region = gazetteer_.region(place);
    const bool inside = region && region->country == middle.country &&
                        gazetteer_.name(*region) == gazetteer_.name(middle);
    if (place.curated || inside || distance_km(place, middle) < kNear) return false;
    best = std::max(best, candidate.score);
  }
  return small + kNextRegion + country_weight(scene, middle) + nearness(scene, at, middle) > best;
}

// Names that no gazetteer lists lie in the region behind them, else where the document plays.
void PlaceFinder::estimate(std::span<const Sentence> document, Scene& scene) const {
  const Place* middle = centre(scene);
  for (std::size_t at = 0; at < scene.names.size(); ++at) {
    Name& name = scene.names[at];
    const Place* place = region_behind(scene, at, document);
    const bool region = place && gazetteer_.kind(*place) == "region";
    if (!place) place = middle;
    if (name.unlisted.empty()) {
      if (!region || name.aside || !is_elsewhere(scene, at, *place)) continue;
      name.unlisted = "locality";
    }
    if (!place && name.unlisted == "county") place = widest_country(scene);
    if (!place) continue;
    name.estimate = *place;
    name.certainty = 0.3;
  }
}

}  // namespace entente
