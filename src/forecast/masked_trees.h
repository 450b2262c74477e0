// Trees laid out so that many rows find their leaves at once, without a jump: every split that a
// row fails strikes out the leaves on its left, and the first leaf left standing is the row's
// (Lucchese et al., QuickScorer, SIGIR 2015).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "forecast/examples.h"
#include "forecast/trees.h"

namespace entente::forecast {

class MaskedTree {
 public:
  explicit MaskedTree(const Tree& tree);
  /// Adds the tree's value to the scores of the rows of one tile of examples.
  void add_to(const Examples& examples, std::size_t tile, std::span<float> scores) const;
  /// The same for rows of any values: those of a feature lie `stride` apart from the next one's.
  /// `stride` is a multiple of 16.
  void add_to(const float* columns, std::size_t stride, std::span<float> scores) const;

 private:
  struct Test {
    std::uint32_t feature = 0;
    float threshold = 0;
    std::int8_t bin = 0;
    std::uint16_t struck = 0;  // leaves struck out where the value is above
  };
  std::uint16_t number(const Tree& tree, std::uint32_t node);
  std::vector<Test> tests_;
  std::array<float, most_leaves> values_{};
  std::size_t leaves_ = 0;
};

/// Scores the rows of a sheet (rows of `width` values each) with all trees.
class MaskedTrees {
 public:
  static constexpr std::size_t rows_at_once = 128;
  MaskedTrees() = default;
  explicit MaskedTrees(const Trees& trees);
  void score(std::span<const float> rows, std::size_t width, std::vector<float>& scores) const;

 private:
  std::vector<MaskedTree> trees_;
};

}  // namespace entente::forecast
