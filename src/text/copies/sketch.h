// What is kept of a text to tell later how much of another it shares: minima of hashes, four bits
// of each.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace entente {

struct Sketch {
  static constexpr std::size_t whole_minima = 30;  ///< over all runs of words
  static constexpr std::size_t head_minima = 10;   ///< over the first `head_runs`
  static constexpr std::size_t head_runs = 100;
  static constexpr std::size_t size = whole_minima + head_minima;

  std::array<std::uint8_t, size / 2> pairs{};  ///< two minima to a byte
  std::uint16_t runs = 0;                      ///< of the text, at most 65,535

  bool operator==(const Sketch&) const = default;
};

[[nodiscard]] Sketch sketch_of(std::span<const std::uint32_t> runs);

/// What two texts are likely to have in common.
struct Overlap {
  double chance = 0;     ///< that the shorter shares half of its runs or more with the other
  double of_first = 0;   ///< expected share of the first text's runs that the second has
  double of_second = 0;  ///< and the other way round
};
/// `samples` counts the runs sampled from `second` that stand in `first`, of `most_samples`.
[[nodiscard]] Overlap compare(const Sketch& first, const Sketch& second, std::size_t samples);
inline constexpr std::size_t most_samples = 5;

}  // namespace entente
