// Places in a document: which of the places of one name is meant.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "world/place_finder.h"

namespace entente {
namespace {

constexpr double kEarthRadius = 6371;  // km
constexpr double kNear = 300;          // km within which places speak for each other

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
      double first = -1e9, second = -1e9;
      for (std::size_t i = 0; i < name.candidates.size(); ++i) {
        Candidate& candidate = name.candidates[i];
        const Place& place = gazetteer_.place(candidate.place);
        candidate.score = context_of(scene, at, candidate, document);
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
      const Place& place = gazetteer_.place(name.candidates[name.best].place);
      const bool counts = name.certainty > 0.8 && gazetteer_.kind(place) != "country";
      if (counts && place.country != 0) scene.countries[gazetteer_.country(place)] += 0.5;
    }
  }
}

double PlaceFinder::context_of(const Scene& scene, std::size_t at, const Candidate& candidate,
                               std::span<const Sentence> document) const {
  const Place& place = gazetteer_.place(candidate.place);
  const Name& name = scene.names[at];
  const std::string& country = gazetteer_.country(place);
  double score = std::log10(place.population + 10.0) / 7;
  if (gazetteer_.kind(place) == "country") score += 0.6;
  if (place.curated) score += 0.15;
  if (place.seat) score += 0.1;
  if (candidate.alternate) score -= 0.35;
  double most = 0;
  for (const auto& [code, weight] : scene.countries) most = std::max(most, weight);
  if (const auto named = scene.countries.find(country); named != scene.countries.end()) {
    score += 0.2 + 0.4 * named->second / most;
  }
  const Place* region = gazetteer_.region(place);
  for (std::size_t other = 0; other < scene.names.size(); ++other) {
    const Name& near = scene.names[other];
    if (other == at) continue;
    const Place& meant = gazetteer_.place(near.candidates[near.best].place);
    const bool around = &meant == region || (region && meant.kind != place.kind &&
                                             gazetteer_.name(meant) == gazetteer_.name(*region) &&
                                             meant.country == place.country);
    const bool land = gazetteer_.kind(meant) == "country" && meant.country == place.country;
    if (!around && !(land && near.sentence == name.sentence)) continue;
    // "Jackson, Mississippi": the next name, a comma between.
    const bool next = near.sentence == name.sentence && near.first == name.last + 1 &&
                      document[name.sentence].words[name.last].form == ",";
    score += next     ? 1.5
             : around ? 0.35 / (1 + static_cast<double>(other > at ? other - at : at - other) / 8)
                      : 0.1;
  }
  return score;
}

// Places that other names were resolved to speak for places close by, the nearer in the text the
// more.
double PlaceFinder::nearness(const Scene& scene, std::size_t at, const Place& place) const {
  double sum = 0;
  for (std::size_t other = 0; other < scene.names.size(); ++other) {
    const Name& near = scene.names[other];
    const Place& meant = gazetteer_.place(near.candidates[near.best].place);
    if (other == at || gazetteer_.kind(meant) == "country") continue;
    if (near.candidates[near.best].place == scene.names[at].candidates.front().place) continue;
    const double apart = static_cast<double>(other > at ? other - at : at - other);
    sum += near.certainty * std::exp(-distance_km(place, meant) / kNear) / (1 + apart / 5);
  }
  return 0.6 * (1 - std::exp(-sum));
}

}  // namespace entente
