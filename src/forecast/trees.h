// A sum of small decision trees: its score, and what each feature added to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::forecast {

/// A tree has no more leaves.
inline constexpr std::size_t most_leaves = 16;

/// A node of a tree; leaves have feature -1.
struct Split {
  std::int32_t feature = -1;
  float threshold = 0;  ///< values up to it go left
  std::int8_t bin = 0;  ///< the same as a class of values, where they are kept as classes
  std::uint32_t left = 0, right = 0;
  float value = 0;  ///< of a leaf: its part of the score; of a split: what its rows had on average
};

using Tree = std::vector<Split>;

class Trees {
 public:
  [[nodiscard]] float score(const float* features) const;
  /// Adds to `parts` (one per feature) what each feature moved the score away from its average, so
  /// that base() plus all parts is the score.
  void contributions(const float* features, std::span<double> parts) const;
  [[nodiscard]] double base() const;
  void add(Tree tree) { trees_.push_back(std::move(tree)); }
  [[nodiscard]] std::size_t size() const { return trees_.size(); }
  [[nodiscard]] bool empty() const { return trees_.empty(); }
  [[nodiscard]] const std::vector<Tree>& all() const { return trees_; }

 private:
  std::vector<Tree> trees_;
};

}  // namespace entente::forecast
