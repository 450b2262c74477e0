// Betweenness and constraint over friendly ties.
#include "relations/brokers.h"

#include <algorithm>
#include <cmath>

#include "relations/graph.h"

namespace entente::relations {
namespace {

bool is_friendly(const Tie& tie) { return tie.weight > 0; }

}  // namespace

std::vector<Broker> brokers_of(const Network& network) {
  const GraphSession session;
  const Graph graph(network, is_friendly);
  const std::size_t actors = network.actors.size();
  std::vector<bool> tied(actors, false);
  Numbers weights, lengths, betweenness(actors), constraint(actors);
  for (const std::uint32_t tie : graph.ties()) {
    weights.push(network.ties[tie].weight);
    lengths.push(1 / network.ties[tie].weight);
    tied[network.ties[tie].a] = tied[network.ties[tie].b] = true;
  }
  check_graph(igraph_betweenness(graph.get(), betweenness.get(), igraph_vss_all(),
                                 IGRAPH_UNDIRECTED, lengths.get()));
  check_graph(igraph_constraint(graph.get(), constraint.get(), igraph_vss_all(), weights.get()));
  const auto n = static_cast<double>(actors);
  const double pairs = actors > 2 ? (n - 1) * (n - 2) / 2 : 1;
  std::vector<Broker> brokers;
  for (std::size_t i = 0; i < actors; ++i) {
    if (!tied[i]) continue;
    brokers.push_back({static_cast<std::uint32_t>(i), betweenness[i] / pairs,
                       std::isfinite(constraint[i]) ? constraint[i] : 0});
  }
  std::ranges::stable_sort(brokers, [](const Broker& a, const Broker& b) {
    return a.betweenness != b.betweenness ? a.betweenness > b.betweenness
                                          : a.constraint < b.constraint;
  });
  return brokers;
}

}  // namespace entente::relations
