// Leaves are numbered from left to right; loops run over whole vectors of rows.
#include "forecast/masked_trees.h"

#include <algorithm>
#include <bit>

namespace entente::forecast {
namespace {

constexpr std::size_t tile_rows = Examples::rows_per_tile;

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

void MaskedTree::add_to(const Examples& examples, std::size_t tile,
                        std::span<float> scores) const {
  std::array<std::uint8_t, tile_rows> low{}, high{};
  for (const Test& test : tests_) {
    const std::int8_t* values = examples.tile(tile, test.feature);
    const auto low_struck = static_cast<std::uint8_t>(test.struck & 0xff);
    const auto high_struck = static_cast<std::uint8_t>(test.struck >> 8);
    for (std::size_t i = 0; i < tile_rows; ++i) {
      const auto above = static_cast<std::uint8_t>(values[i] > test.bin ? 0xff : 0);
      low[i] = static_cast<std::uint8_t>(low[i] | (above & low_struck));
      high[i] = static_cast<std::uint8_t>(high[i] | (above & high_struck));
    }
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const std::uint32_t struck = low[i] | static_cast<std::uint32_t>(high[i]) << 8;
    scores[i] += values_[static_cast<std::size_t>(std::countr_one(struck))];
  }
}

void MaskedTree::add_to(const float* columns, std::size_t stride, std::span<float> scores) const {
  std::array<std::uint32_t, MaskedTrees::rows_at_once> struck{};
  for (const Test& test : tests_) {
    const float* values = columns + test.feature * stride;
    const std::uint32_t leaves = test.struck;
    for (std::size_t i = 0; i < stride; ++i) {
      struck[i] |= values[i] > test.threshold ? leaves : 0U;
    }
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] += values_[static_cast<std::size_t>(std::countr_one(struck[i]))];
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
