// Triads of the signed network, counted.
#include "relations/balance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "relations/graph.h"

namespace entente::relations {
namespace {

/// Finds ties by their ends.
class TieIndex {
 public:
  explicit TieIndex(const Network& network) {
    for (std::size_t i = 0; i < network.ties.size(); ++i) {
      ties_.emplace(key(network.ties[i].a, network.ties[i].b), static_cast<std::uint32_t>(i));
    }
  }
  [[nodiscard]] std::uint32_t between(std::size_t a, std::size_t b) const {
    return ties_.at(key(std::min(a, b), std::max(a, b)));
  }

 private:
  static std::uint64_t key(std::size_t a, std::size_t b) { return (std::uint64_t{a} << 32U) | b; }
  std::unordered_map<std::uint64_t, std::uint32_t> ties_;
};

/// Corners of all triangles, three after three.
std::vector<std::size_t> triangles_of(const Network& network) {
  const GraphSession session;
  const Graph graph(network, [](const Tie& tie) { return tie.weight != 0; });
  Integers corners;
  check_graph(igraph_list_triangles(graph.get(), corners.get()));
  std::vector<std::size_t> found(corners.size());
  for (std::size_t i = 0; i < found.size(); ++i) found[i] = corners[i];
  return found;
}

}  // namespace

Balance balance_of(const Network& network) {
  Balance balance;
  std::vector<Strain> strains(network.ties.size());
  for (std::size_t i = 0; i < strains.size(); ++i) strains[i].tie = static_cast<std::uint32_t>(i);
  const TieIndex index(network);
  const std::vector<std::size_t> corners = triangles_of(network);
  double weight_balanced = 0, weight_all = 0;
  for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
    const std::array<std::uint32_t, 3> ties = {index.between(corners[i], corners[i + 1]),
                                               index.between(corners[i + 1], corners[i + 2]),
                                               index.between(corners[i], corners[i + 2])};
    double product = 1;
    for (const std::uint32_t tie : ties) product *= network.ties[tie].weight;
    const double weight = std::cbrt(std::abs(product));
    const bool balanced = product > 0;
    ++balance.triads;
    balance.balanced += balanced ? 1 : 0;
    weight_all += weight;
    weight_balanced += balanced ? weight : 0;
    for (const std::uint32_t tie : ties) {
      ++(balanced ? strains[tie].balanced : strains[tie].unbalanced);
      strains[tie].weight += balanced ? -weight : weight;
    }
  }
  if (balance.triads > 0) {
    balance.share = static_cast<double>(balance.balanced) / static_cast<double>(balance.triads);
  }
  if (weight_all > 0) balance.weighted = weight_balanced / weight_all;
  std::erase_if(strains, [](const Strain& strain) { return strain.weight <= 0; });
  std::ranges::stable_sort(strains, std::ranges::greater{}, &Strain::weight);
  balance.strains = std::move(strains);
  return balance;
}

}  // namespace entente::relations
