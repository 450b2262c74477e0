// Leaves are numbered from left to right; loops run over whole vectors of rows.
#include "forecast/masked_trees.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace entente::forecast {
namespace {

constexpr std::size_t lanes = 16;
// Vectors as wide as every machine of the kind has them; both compilers know them.
using Bytes [[gnu::vector_size(lanes)]] = std::int8_t;
using Floats [[gnu::vector_size(16)]] = float;
using Words [[gnu::vector_size(16)]] = std::int32_t;

}  // namespace

MaskedTree::MaskedTree(const Tree& tree) { number(tree, 0); }

/// Numbers the leaves below a node and returns them as a mask.
std::uint16_t MaskedTree::number(const Tree& tree, std::uint32_t node) {
  const Split& split = tree[node];
  if (split.feature < 0) {
    values_[leaves_] = split.value;
    return static_cast<std::uint16_t>(1U << leaves_++);
  }
  const std::uint16_t left = number(tree, split.left);
  tests_.push_back({static_cast<std::uint32_t>(split.feature), split.threshold, split.bin, left});
  return static_cast<std::uint16_t>(left | number(tree, split.right));
}

void MaskedTree::add_to(const Examples& examples, std::size_t tile, std::span<float> scores) const {
  std::array<Bytes, Examples::rows_per_tile / lanes> low{}, high{};
  for (const Test& test : tests_) {
    const std::int8_t* column = examples.tile(tile, test.feature);
    const Bytes bin = Bytes{} + test.bin;
    const Bytes low_struck = Bytes{} + static_cast<std::int8_t>(test.struck & 0xff);
    const Bytes high_struck = Bytes{} + static_cast<std::int8_t>(test.struck >> 8);
    for (std::size_t i = 0; i < low.size(); ++i) {
      Bytes values;
      std::memcpy(&values, column + i * lanes, sizeof values);
      const Bytes above = values > bin;  // all bits where it is so
      low[i] |= above & low_struck;
      high[i] |= above & high_struck;
    }
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto one = static_cast<std::uint8_t>(low[i / lanes][i % lanes]);
    const auto other = static_cast<std::uint8_t>(high[i / lanes][i % lanes]);
    const std::uint32_t struck = one | static_cast<std::uint32_t>(other) << 8;
    scores[i] += values_[static_cast<std::size_t>(std::countr_one(struck))];
  }
}

void MaskedTree::add_to(const float* columns, std::size_t stride, std::span<float> scores) const {
  for (std::size_t begin = 0; begin < scores.size(); begin += lanes) {
    std::array<Words, 4> struck{};
    for (const Test& test : tests_) {
      const float* column = columns + test.feature * stride + begin;
      const Floats threshold = Floats{} + test.threshold;
      const Words leaves = Words{} + static_cast<std::int32_t>(test.struck);
      for (std::size_t i = 0; i < struck.size(); ++i) {
        Floats values;
        std::memcpy(&values, column + 4 * i, sizeof values);
        struck[i] |= (values > threshold) & leaves;
      }
    }
    const std::size_t end = std::min(scores.size() - begin, lanes);
    for (std::size_t i = 0; i < end; ++i) {
      const auto gone = static_cast<std::uint32_t>(struck[i / 4][i % 4]);
      scores[begin + i] += values_[static_cast<std::size_t>(std::countr_one(gone))];
    }
  }
}

MaskedTrees::MaskedTrees(const Trees& trees) {
  for (const Tree& tree : trees.all()) trees_.emplace_back(tree);
}

void MaskedTrees::score(std::span<const float> rows, std::size_t width,
                        std::vector<float>& scores) const {
  const std::size_t count = width == 0 ? 0 : rows.size() / width;
  scores.assign(count, 0);
  std::vector<float> columns;
  for (std::size_t begin = 0; begin < count; begin += rows_at_once) {
    const std::size_t here = std::min(rows_at_once, count - begin);
    const std::size_t stride = (here + 15) / 16 * 16;
    columns.assign(width * stride, 0);
    for (std::size_t i = 0; i < here; ++i) {
      const float* row = rows.data() + (begin + i) * width;
      for (std::size_t f = 0; f < width; ++f) columns[f * stride + i] = row[f];
    }
    const std::span<float> to(scores.data() + begin, here);
    for (const MaskedTree& tree : trees_) tree.add_to(columns.data(), stride, to);
  }
}

}  // namespace entente::forecast
