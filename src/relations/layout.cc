// Places by forces between nodes (T. M. J. Fruchterman, E. M. Reingold, Software: Practice and
// Experience 21, 1991).
#include "relations/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "relations/graph.h"

namespace entente::relations {
namespace {

/// A matrix of igraph's with a row for each actor.
class Matrix {
 public:
  explicit Matrix(std::size_t rows) {
    check_graph(igraph_matrix_init(&matrix_, static_cast<igraph_integer_t>(rows), 2));
  }
  ~Matrix() { igraph_matrix_destroy(&matrix_); }
  Matrix(const Matrix&) = delete;
  Matrix& operator=(const Matrix&) = delete;
  [[nodiscard]] igraph_matrix_t* get() { return &matrix_; }
  [[nodiscard]] double& at(std::size_t row, int column) {
    return MATRIX(matrix_, static_cast<igraph_integer_t>(row), column);
  }

 private:
  igraph_matrix_t matrix_{};
};

/// Actors of one bloc beside each other on a circle.
void put_on_circle(const Blocs& blocs, Matrix& places) {
  std::vector<std::size_t> order(blocs.of.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return blocs.of[i]; });
  const auto n = static_cast<double>(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / n;
    places.at(order[i], 0) = std::sqrt(n) * std::cos(angle);
    places.at(order[i], 1) = std::sqrt(n) * std::sin(angle);
  }
}

double rounded(double value) {
  constexpr double thousand = 1000;  // three decimals: beyond them machines may differ
  return std::round(value * thousand) / thousand;
}

/// Moved and scaled to 0..1 in each direction.
std::vector<Place> scaled(Matrix& matrix, std::size_t rows) {
  std::vector<Place> places(rows);
  for (const int column : {0, 1}) {
    double least = matrix.at(0, column), most = least;
    for (std::size_t i = 0; i < rows; ++i) {
      least = std::min(least, matrix.at(i, column));
      most = std::max(most, matrix.at(i, column));
    }
    if (most <= least) continue;
    for (std::size_t i = 0; i < rows; ++i) {
      const double value = rounded((matrix.at(i, column) - least) / (most - least));
      (column == 0 ? places[i].x : places[i].y) = value;
    }
  }
  return places;
}

}  // namespace

std::vector<Place> places_of(const Network& network, const Blocs& blocs) {
  const std::size_t actors = network.actors.size();
  if (actors == 0) return {};
  const GraphSession session;
  // Enemies are not drawn together: what keeps them apart is that nothing pulls.
  const Graph graph(network, [](const Tie& tie) { return tie.weight > 0; });
  Numbers weights;
  for (const std::uint32_t tie : graph.ties()) weights.push(network.ties[tie].weight);
  Matrix places(actors);
  put_on_circle(blocs, places);
  constexpr igraph_integer_t rounds = 500;  // igraph's own default
  const double heat = std::sqrt(static_cast<double>(actors)) / 10;
  check_graph(igraph_layout_fruchterman_reingold(graph.get(), places.get(), true, rounds, heat,
                                                 IGRAPH_LAYOUT_NOGRID, weights.get(), nullptr,
                                                 nullptr, nullptr, nullptr));
  return scaled(places, actors);
}

}  // namespace entente::relations
