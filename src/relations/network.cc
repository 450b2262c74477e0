// Dyads of both directions joined to ties.
#include "relations/network.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::relations {
namespace {

using Ends = std::pair<Party, Party>;

std::map<Ends, Tie> ties_of(std::span<const Dyad> dyads, bool felt) {
  std::map<Ends, Tie> ties;
  for (const Dyad& dyad : dyads) {
    if (dyad.actor == dyad.recipient) continue;
    Tie& tie = ties[std::minmax(dyad.actor, dyad.recipient)];
    const Intensity& intensity = felt ? dyad.felt : dyad.goldstein;
    tie.goldstein.cooperation += intensity.cooperation;
    tie.goldstein.conflict += intensity.conflict;
    tie.acts += dyad.counts.acts;
  }
  return ties;
}

/// Parties with ties, those with most acts first.
std::vector<Party> most_active(const std::map<Ends, Tie>& ties, const Deeds& deeds,
                               std::size_t most) {
  std::map<Party, std::uint64_t> acts;
  for (const auto& [ends, tie] : ties) {
    acts[ends.first] += tie.acts;
    acts[ends.second] += tie.acts;
  }
  std::vector<Party> parties;
  for (const auto& [party, count] : acts) parties.push_back(party);
  std::ranges::sort(parties, [&](Party a, Party b) {
    return acts[a] != acts[b] ? acts[a] > acts[b] : deeds.codes[a] < deeds.codes[b];
  });
  if (most != 0 && parties.size() > most) parties.resize(most);
  return parties;
}

}  // namespace

Network network_of(const Deeds& deeds, std::span<const Dyad> dyads, const NetworkOptions& options) {
  std::map<Ends, Tie> ties = ties_of(dyads, options.felt);
  std::erase_if(ties, [&](const auto& tie) { return tie.second.acts < options.least_acts; });
  std::vector<Party> parties = most_active(ties, deeds, options.most_actors);
  std::ranges::sort(parties, {}, [&](Party party) { return deeds.codes[party]; });
  Network network;
  std::map<Party, std::uint32_t> places;
  for (const Party party : parties) {
    places.emplace(party, static_cast<std::uint32_t>(network.actors.size()));
    network.actors.push_back(deeds.codes[party]);
  }
  for (auto& [ends, tie] : ties) {
    const auto a = places.find(ends.first), b = places.find(ends.second);
    if (a == places.end() || b == places.end()) continue;
    std::tie(tie.a, tie.b) = std::minmax(a->second, b->second);
    tie.weight = std::log1p(tie.goldstein.cooperation) - std::log1p(tie.goldstein.conflict);
    network.ties.push_back(tie);
  }
  std::ranges::sort(network.ties, {}, [](const Tie& tie) { return std::pair(tie.a, tie.b); });
  return network;
}

}  // namespace entente::relations
