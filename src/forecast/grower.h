// Grows one tree from a sample of the rows, leaf by leaf where the loss falls most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "forecast/boosting.h"

namespace entente::forecast {

/// The rows and features that one tree is learnt from, close together in memory.
struct TreeSample {
  std::vector<std::uint32_t> features;
  std::vector<std::uint32_t> rows;  ///< among the examples
  std::vector<Slope> slopes;        ///< by place in `rows`, for all that each row stands for
  std::vector<std::int8_t> bins;    ///< by place in `rows`, then in `features`
  /// Fills `bins`.
  void gather(const Examples& examples, Crew& crew);
};

/// Sums run over fixed blocks of rows that are added up in order, so that any number of threads
/// learns the same tree.
[[nodiscard]] Tree grow_tree(const TreeSample& sample, const Cuts& cuts,
                             const BoostOptions& options, Crew& crew);

}  // namespace entente::forecast
