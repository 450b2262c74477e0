// Buckets of the distance between a word and its head, and other small choices of the network.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace entente {

constexpr std::size_t distance_buckets = 24;

/// The bucket of word i hanging on node j, where node 0 is the root and node j word j - 1: 0 for
/// the root, 1 to 11 for heads before the word, 12 to 22 for heads behind it.
inline std::size_t distance_bucket(std::size_t i, std::size_t j) {
  if (j == 0) return 0;
  const std::size_t node = i + 1;
  const std::size_t distance = j < node ? node - j : j - node;
  constexpr std::array<std::uint8_t, 33> buckets = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6,  7,
                                                    7, 7, 7, 8, 8, 8, 8, 8, 8, 9,  9,
                                                    9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10};
  const std::size_t bucket = distance < buckets.size() ? buckets[distance] : 11;
  return j < node ? bucket : std::min<std::size_t>(bucket + 11, 22);
}

/// n-gram embeddings are summed and scaled so that long words do not weigh more.
inline float ngram_scale(std::size_t count) {
  return count == 0 ? 0.0F : 1.0F / std::sqrt(static_cast<float>(count));
}

}  // namespace entente
