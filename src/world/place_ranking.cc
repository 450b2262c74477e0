// Places in a document: which of the places of one name is meant.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "world/place_finder.h"

namespace entente {
namespace {

constexpr double kEarthRadius = 6371;            // km
constexpr double kNear = 300;                    // km within which places speak for each other
constexpr double kClose = 50;                    // km of a neighbourhood
constexpr double kNearness = 1.1;                // the most that they say
constexpr double kInside = 0.5;                  // what a town says for the land that it lies in
constexpr double kAround = 0.35;                 // for a region named elsewhere
constexpr double kCountry = 0.3, kRegion = 0.2;  // for large things before towns of their name
constexpr double kNextRegion = 1.5;              // for the region that follows behind a comma
constexpr double kBeside = 1;  // how much more a place beside an unlisted one counts
constexpr int kRounds = 3;
constexpr double kSharpness = 4;  // how a lead in score becomes a chance

double distance_km(const Place& a, const Place& b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double p = radians(a.latitude), q = radians(b.latitude);
  const double u = std::sin((q - p) / 2);
  const double v = std::sin(radians(double{b.longitude} - double{a.longitude}) / 2);
  const double h = u * u + std::cos(p) * std::cos(q) * v * v;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace

/// What one name of a document may mean: wherever it stands there, it means the same.
struct PlaceFinder::Sense {
  struct Point {
    float x = 0, y = 0, z = 0;
    const Place* place = nullptr;
    const Place* region = nullptr;  // it lies in
    bool country = false;
  };
  std::vector<std::size_t> mentions;  // of Scene::names, in order
  std::vector<Point> points;          // of the candidates, on a sphere of radius 1
  std::vector<PlaceEvidence> proofs;  // of the candidates
  std::vector<double> chances;        // that a candidate is meant; they sum to 1
  Countries own;                      // what it said itself for countries

  static double speaks_for(const Point& there, const Point& here);
};

namespace {

// How much places speak for each other that far apart: in one part of the country, in one county.
double bond(double km) { return (std::exp(-km / kNear) + std::exp(-km / kClose)) / 2; }

}  // namespace

// Names with the same candidates are one name.
std::vector<PlaceFinder::Sense> PlaceFinder::senses(const Scene& scene) const {
  std::vector<Sense> out;
  std::map<std::vector<std::uint32_t>, std::size_t> known;
  for (std::size_t at = 0; at < scene.names.size(); ++at) {
    if (scene.names[at].candidates.empty()) continue;
    std::vector<std::uint32_t> places;
    for (const Candidate& candidate : scene.names[at].candidates) places.push_back(candidate.place);
    const auto [place, added] = known.try_emplace(places, out.size());
    if (!added) {
      out[place->second].mentions.push_back(at);
      continue;
    }
    Sense& sense = out.emplace_back();
    sense.mentions = {at};
    for (const std::uint32_t number : places) {
      const Place& one = gazetteer_.place(number);
      const double north = one.latitude * std::numbers::pi / 180;
      const double east = one.longitude * std::numbers::pi / 180;
      sense.points.push_back({static_cast<float>(std::cos(north) * std::cos(east)),
                              static_cast<float>(std::cos(north) * std::sin(east)),
                              static_cast<float>(std::sin(north)), &one, gazetteer_.region(one),
                              gazetteer_.kind(one) == "country"});
    }
    sense.proofs.resize(places.size());
    sense.chances.assign(places.size(), 0);
  }
  return out;
}

// What is said of a name anywhere holds for it everywhere.
void PlaceFinder::gather(const Scene& scene, std::span<const Sentence> document,
                         Sense& sense) const {
  for (std::size_t i = 0; i < sense.proofs.size(); ++i) {
    PlaceEvidence all;
    for (const std::size_t at : sense.mentions) {
      const PlaceEvidence one = evidence(scene, at, scene.names[at].candidates[i], document);
      all.inhabitants = one.inhabitants;
      all.kind = one.kind;
      all.spelling = one.spelling;
      all.region = std::max(all.region, one.region);
    }
    const Candidate& candidate = scene.names[sense.mentions.front()].candidates[i];
    all.country = country_weight(scene, gazetteer_.place(candidate.place), sense.own);
    sense.proofs[i] = all;
  }
}

// What one place says for another: towns say something for their region and country, however far.
double PlaceFinder::Sense::speaks_for(const Point& there, const Point& here) {
  if (here.country) return here.place->country == there.place->country ? kInside : 0;
  const double cosine =
      double{here.x} * there.x + double{here.y} * there.y + double{here.z} * there.z;
  const double near = bond(kEarthRadius * std::sqrt(std::max(0.0, 2 - 2 * cosine)));
  return there.region == here.place ? std::max(near, kInside) : near;
}

// Places speak for places close by, each by its chance to be meant, the nearer in the text the
// more.
double PlaceFinder::nearness(const std::vector<Sense>& senses, std::size_t own,
                             std::size_t candidate) const {
  const Sense::Point& here = senses[own].points[candidate];
  double sum = 0;
  for (std::size_t other = 0; other < senses.size(); ++other) {
    if (other == own) continue;
    std::size_t apart = SIZE_MAX;
    for (const std::size_t a : senses[own].mentions) {
      for (const std::size_t b : senses[other].mentions) {
        apart = std::min(apart, a > b ? a - b : b - a);
      }
    }
    double said = 0;
    for (std::size_t i = 0; i < senses[other].points.size(); ++i) {
      const Sense::Point& there = senses[other].points[i];
      if (there.country || there.place->country == 0) continue;  // no town is near Asia
      if (senses[other].chances[i] < 0.01) continue;
      said += senses[other].chances[i] * Sense::speaks_for(there, here);
    }
    sum += said / (1 + static_cast<double>(apart) / 5);
  }
  return kNearness * (1 - std::exp(-sum));
}

// Scores in rounds: by what is named, then also by what the names before it may mean.
void PlaceFinder::weigh(std::span<const Sentence> document, Scene& scene) const {
  std::vector<Sense> all = senses(scene);
  for (Sense& sense : all) {
    for (const std::size_t at : sense.mentions) {
      const auto said = scene.states.find({scene.names[at].sentence, scene.names[at].first});
      if (said != scene.states.end()) sense.own[said->second.first] += said->second.second;
    }
  }
  for (int round = 0; round < kRounds; ++round) {
    for (Sense& sense : all) gather(scene, document, sense);
    std::vector<std::vector<double>> near(all.size());
    for (std::size_t own = 0; own < all.size(); ++own) {
      for (std::size_t i = 0; i < all[own].proofs.size(); ++i) {
        near[own].push_back(round > 0 ? nearness(all, own, i) : 0);
      }
    }
    for (std::size_t own = 0; own < all.size(); ++own) decide(near[own], all[own], scene);
    if (round > 0) continue;
    for (Sense& sense : all) {  // what is plain now names its country too
      const Name& name = scene.names[sense.mentions.front()];
      const Place* place = meant(name);
      if (!place || name.certainty <= 0.8 || gazetteer_.kind(*place) == "country") continue;
      if (place->country == 0) continue;
      scene.countries[gazetteer_.country(*place)] += 0.5;
      sense.own[gazetteer_.country(*place)] += 0.5;
    }
  }
}

// Gives every mention of a name its best candidate, and every candidate its chance.
void PlaceFinder::decide(const std::vector<double>& near, Sense& sense, Scene& scene) const {
  std::size_t best = 0;
  double first = -1e9, second = -1e9, sum = 0;
  for (std::size_t i = 0; i < sense.proofs.size(); ++i) {
    sense.proofs[i].near = near[i];
    const double score = sense.proofs[i].sum();
    if (score > first) {
      second = first;
      first = score;
      best = i;
    } else {
      second = std::max(second, score);
    }
  }
  for (std::size_t i = 0; i < sense.proofs.size(); ++i) {
    sense.chances[i] = std::exp(kSharpness * (sense.proofs[i].sum() - first));
    sum += sense.chances[i];
  }
  for (double& chance : sense.chances) chance /= sum;
  for (const std::size_t at : sense.mentions) {
    Name& name = scene.names[at];
    name.best = best;
    name.certainty = 1 / (1 + std::exp(-3 * (first - second)));
    for (std::size_t i = 0; i < sense.proofs.size(); ++i) {
      name.candidates[i].proof = sense.proofs[i];
      name.candidates[i].score = sense.proofs[i].sum();
    }
  }
}

// What the countries named in the document say for a place; `own` is what the name itself said for
// countries, which is no proof of what it means.
double PlaceFinder::country_weight(const Scene& scene, const Place& place,
                                   const Countries& own) const {
  const auto weight_of = [&](const auto& named) {
    const auto said = own.find(named.first);
    return named.second - (said == own.end() ? 0 : said->second);
  };
  const auto named = scene.countries.find(gazetteer_.country(place));
  if (named == scene.countries.end()) return 0;
  const double weight = weight_of(*named);
  if (weight < 0.05) return 0;
  double most = weight;
  for (const auto& other : scene.countries) most = std::max(most, weight_of(other));
  return 0.2 + 0.4 * weight / most;
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
PlaceReason PlaceFinder::reason(const Scene& scene, std::size_t at) const {
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
                               candidate.proof};
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

// The same for a place that is no candidate of a name, by what the others were resolved to.
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
    sum += near.certainty * bond(distance_km(place, *other_place)) / (1 + apart / 5);
  }
  return kNearness * (1 - std::exp(-sum));
}

const Place* PlaceFinder::meant(const Name& name) const {
  if (name.candidates.empty() || name.estimate) return nullptr;
  return &gazetteer_.place(name.candidates[name.best].place);
}

// How much of a document lies around each of its names; 0 for what cannot be its middle.
std::vector<double> PlaceFinder::supports(const Scene& scene) const {
  std::vector<double> out(scene.names.size(), 0);
  for (std::size_t at = 0; at < scene.names.size(); ++at) {
    const Name& name = scene.names[at];
    const Place* place = meant(name);
    if (!place || name.aside || place->country == 0) continue;
    if (gazetteer_.kind(*place) == "country") continue;
    double sum = 0;
    for (const Name& other : scene.names) {
      const Place* near = meant(other);
      if (!near || gazetteer_.kind(*near) == "country") continue;
      sum += other.certainty * std::exp(-distance_km(*place, *near) / kNear);
    }
    if (gazetteer_.kind(*place) == "city") sum += 0.3;  // the middle of a region is no town
    out[at] = sum * (0.4 + country_weight(scene, *place, {}));
  }
  return out;
}

// The place around which most of the document lies, those named close to a name first.
const Place* PlaceFinder::centre(const Scene& scene, const std::vector<double>& supports,
                                 std::size_t at) const {
  const Place* best = nullptr;
  double most = 0;
  for (std::size_t other = 0; other < supports.size(); ++other) {
    const double apart = static_cast<double>(other > at ? other - at : at - other);
    const double sum = supports[other] * (1 + kBeside / (1 + apart / 4));
    if (sum > most) {
      most = sum;
      best = meant(scene.names[other]);
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
  const bool named_city = meant(name) && gazetteer_.kind(*meant(name)) == "city";
  double best = -1e9;
  for (const Candidate& candidate : name.candidates) {
    const Place& place = gazetteer_.place(candidate.place);
    const Place* region = gazetteer_.region(place);
    const bool inside = region && region->country == middle.country &&
                        gazetteer_.name(*region) == gazetteer_.name(middle);
    // A city of data/ that lies in another region, or a region that shares its name, is not meant,
    // however close: "Washington, Pennsylvania".
    const bool shares = named_city && gazetteer_.kind(place) == "region";
    const bool outside = shares || (named_city && (place.curated || place.seat) && region &&
                                    region->country == middle.country);
    if (inside || (!outside && (place.curated || distance_km(place, middle) < kNear))) {
      return false;
    }
    best = std::max(best, candidate.score);
  }
  return small + kNextRegion + country_weight(scene, middle, {}) + nearness(scene, at, middle) >
         best;
}

// Names that no gazetteer lists lie in the region behind them, else where the document plays.
void PlaceFinder::estimate(std::span<const Sentence> document, Scene& scene) const {
  const std::vector<double> around = supports(scene);
  for (std::size_t at = 0; at < scene.names.size(); ++at) {
    Name& name = scene.names[at];
    const Place* place = region_behind(scene, at, document);
    const bool region = place && gazetteer_.kind(*place) == "region";
    if (!place && !name.unlisted.empty()) place = centre(scene, around, at);
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
