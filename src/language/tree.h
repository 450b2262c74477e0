// From scores of arcs to the best tree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Finds the spanning tree of highest score by Chu-Liu and Edmonds, with exactly one word under the
/// root. Holds its buffers between calls. Time is quadratic in the words as a rule (the best heads
/// often make a tree at once), cubic at worst.
class TreeDecoder {
 public:
  /// scores[i * (words + 1) + j]: the score of word i hanging on word j - 1, on the root for j = 0.
  /// Fills heads with indices of words, -1 for the root's child. A word is never its own head.
  void decode(std::span<const float> scores, std::span<std::int32_t> heads);

 private:
  /// An arc between words as they stood before any were joined; node 0 is the root.
  struct Arc {
    double score;
    std::int32_t head, dependent;
  };
  void take_best_heads(std::span<const float> scores, std::span<std::int32_t> heads) const;
  [[nodiscard]] bool is_tree(std::span<const std::int32_t> heads);
  void load(std::span<const float> scores, std::size_t words);
  [[nodiscard]] Arc& arc(std::size_t head, std::size_t dependent) {
    return arcs_[head * nodes_ + dependent];
  }
  void choose(std::size_t dependent);
  [[nodiscard]] bool find_cycle();
  void contract();
  void expand(std::span<std::int32_t> heads);

  std::size_t nodes_ = 0;
  std::vector<Arc> arcs_;               ///< between slots, [head * nodes_ + dependent]
  std::vector<std::uint8_t> active_;    ///< slots still in use
  std::vector<std::size_t> best_;       ///< per slot its best head's slot
  std::vector<std::size_t> component_;  ///< per slot the component it stands for
  std::vector<std::size_t> cycle_;      ///< slots of the cycle last found
  std::vector<std::uint32_t> mark_;
  std::vector<std::size_t> parent_;  ///< per component the one it was joined into
  std::vector<Arc> entering_;        ///< per component the arc chosen into it
};

}  // namespace entente
