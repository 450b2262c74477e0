// Only the smaller part of a leaf is summed; the other is what remains.
#include "forecast/grower.h"

#include <algorithm>
#include <numeric>

namespace entente::forecast {
namespace {

constexpr std::size_t bins = 64;
constexpr std::size_t rows_per_block = 16'384;

using Histogram = std::vector<Slope>;  // chosen feature by bin

struct Best {
  float gain = 0;
  std::size_t feature = 0;  // place among the chosen ones
  std::int8_t bin = 0;
};

struct Leaf {
  std::uint32_t node = 0;
  std::size_t begin = 0, end = 0;  // in the list of places
  Histogram histogram;
  double gradient = 0, curvature = 0;
  Best best;
};

class Grower {
 public:
  Grower(const TreeSample& sample, const Cuts& cuts, const BoostOptions& options, Crew& crew)
      : sample_(sample),
        cuts_(cuts),
        options_(options),
        crew_(crew),
        width_(sample.features.size()),
        places_(sample.rows.size()),
        aside_(sample.rows.size()) {
    std::iota(places_.begin(), places_.end(), 0U);
  }

  Tree grow() {
    tree_.assign(1, {});
    const std::size_t most = std::min(options_.leaves, most_leaves);
    std::vector<Leaf> leaves(1);
    leaves[0].end = places_.size();
    leaves[0].histogram = histogram(0, places_.size());
    settle(leaves[0]);
    while (leaves.size() < most) {
      const auto worst =
          std::ranges::max_element(leaves, {}, [](const Leaf& x) { return x.best.gain; });
      if (worst->best.gain <= 0) break;
      Leaf right = split(*worst);
      leaves.push_back(std::move(right));
    }
    return std::move(tree_);
  }

 private:
  [[nodiscard]] float value(double gradient, double curvature) const {
    return static_cast<float>(-gradient / (curvature + options_.ridge)) * options_.rate;
  }

  Histogram histogram(std::size_t begin, std::size_t end) {
    const std::size_t blocks = (end - begin + rows_per_block - 1) / rows_per_block;
    std::vector<Histogram> parts(blocks);
    crew_.run(blocks, [&](std::size_t block, std::size_t) {
      const std::size_t from = begin + block * rows_per_block;
      parts[block] = sum_block(from, std::min(end, from + rows_per_block));
    });
    if (parts.empty()) return Histogram(width_ * bins);
    for (std::size_t block = 1; block < blocks; ++block) {
      for (std::size_t i = 0; i < parts[0].size(); ++i) {
        parts[0][i].gradient += parts[block][i].gradient;
        parts[0][i].curvature += parts[block][i].curvature;
      }
    }
    return std::move(parts[0]);
  }

  [[nodiscard]] Histogram sum_block(std::size_t begin, std::size_t end) const {
    Histogram sums(width_ * bins);
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t place = places_[i];
      const std::int8_t* row = sample_.bins.data() + place * width_;
      const Slope slope = sample_.slopes[place];
      Slope* at = sums.data();
      for (std::size_t f = 0; f < width_; ++f, at += bins) {
        Slope& cell = at[static_cast<std::uint8_t>(row[f])];
        cell.gradient += slope.gradient;
        cell.curvature += slope.curvature;
      }
    }
    return sums;
  }

  void settle(Leaf& leaf) {
    leaf.gradient = leaf.curvature = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
      leaf.gradient += leaf.histogram[bin].gradient;
      leaf.curvature += leaf.histogram[bin].curvature;
    }
    tree_[leaf.node].value = value(leaf.gradient, leaf.curvature);
    leaf.best = {};
    if (leaf.end - leaf.begin < 2 * options_.least_rows) return;
    for (std::size_t f = 0; f < width_; ++f) look_at(leaf, f);
  }

  /// The best place to cut one feature.
  void look_at(Leaf& leaf, std::size_t f) const {
    const auto score = [&](double g, double h) { return g * g / (h + options_.ridge); };
    const double whole = score(leaf.gradient, leaf.curvature);
    double gradient = 0, curvature = 0;
    for (std::size_t bin = 0; bin + 1 < bins; ++bin) {
      const Slope& cell = leaf.histogram[f * bins + bin];
      gradient += cell.gradient;
      curvature += cell.curvature;
      const double rest = leaf.curvature - curvature;
      if (curvature < options_.least_curvature) continue;
      if (rest < options_.least_curvature) break;
      const double gain =
          score(gradient, curvature) + score(leaf.gradient - gradient, rest) - whole;
      if (gain > leaf.best.gain) {
        leaf.best = {static_cast<float>(gain), f, static_cast<std::int8_t>(bin)};
      }
    }
  }

  /// Cuts the leaf at its best place; it becomes its own left part, the right one is returned.
  Leaf split(Leaf& leaf) {
    const std::uint32_t feature = sample_.features[leaf.best.feature];
    const std::size_t middle = part(leaf);
    const auto left = static_cast<std::uint32_t>(tree_.size());
    Split& node = tree_[leaf.node];
    node.feature = static_cast<std::int32_t>(feature);
    node.threshold = cuts_.upper(feature, static_cast<std::size_t>(leaf.best.bin));
    node.bin = leaf.best.bin;
    node.left = left;
    node.right = left + 1;
    tree_.resize(tree_.size() + 2);
    Leaf right;
    right.node = left + 1;
    right.begin = middle;
    right.end = leaf.end;
    leaf.node = left;
    leaf.end = middle;
    share_histogram(leaf, right);
    settle(leaf);
    settle(right);
    return right;
  }

  /// Puts the rows that go left before those that go right, each in their order.
  std::size_t part(const Leaf& leaf) {
    std::size_t left = leaf.begin, right = 0;
    const std::int8_t* column = sample_.bins.data() + leaf.best.feature;
    for (std::size_t i = leaf.begin; i < leaf.end; ++i) {
      const std::uint32_t place = places_[i];
      const bool goes_left = column[place * width_] <= leaf.best.bin;
      places_[left] = place;
      aside_[right] = place;
      left += goes_left ? 1 : 0;
      right += goes_left ? 0 : 1;
    }
    std::copy_n(aside_.begin(), right, places_.begin() + static_cast<std::ptrdiff_t>(left));
    return left;
  }

  void share_histogram(Leaf& left, Leaf& right) {
    const bool left_is_smaller = left.end - left.begin <= right.end - right.begin;
    const Leaf& small = left_is_smaller ? left : right;
    Histogram sums = histogram(small.begin, small.end);
    Histogram rest = std::move(left.histogram);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      rest[i].gradient -= sums[i].gradient;
      rest[i].curvature -= sums[i].curvature;
    }
    auto& smaller = left_is_smaller ? left : right;
    auto& larger = left_is_smaller ? right : left;
    smaller.histogram = std::move(sums);
    larger.histogram = std::move(rest);
  }

  const TreeSample& sample_;
  const Cuts& cuts_;
  const BoostOptions& options_;
  Crew& crew_;
  std::size_t width_;
  std::vector<std::uint32_t> places_, aside_;
  Tree tree_;
};

}  // namespace

void TreeSample::gather(const Examples& examples, Crew& crew) {
  constexpr std::size_t rows_per_piece = 8192;
  constexpr std::size_t tile_rows = Examples::rows_per_tile;
  const std::size_t width = features.size();
  bins.resize(rows.size() * width);
  crew.run(
      (rows.size() + rows_per_piece - 1) / rows_per_piece, [&](std::size_t piece, std::size_t) {
        const std::size_t end = std::min(rows.size(), (piece + 1) * rows_per_piece);
        std::int8_t* to = bins.data() + piece * rows_per_piece * width;
        for (std::size_t i = piece * rows_per_piece; i < end; ++i) {
          const std::int8_t* from = examples.tile(rows[i] / tile_rows, 0) + rows[i] % tile_rows;
          for (const std::uint32_t feature : features) *to++ = from[feature * tile_rows];
        }
      });
}

Tree grow_tree(const TreeSample& sample, const Cuts& cuts, const BoostOptions& options,
               Crew& crew) {
  return Grower(sample, cuts, options, crew).grow();
}

}  // namespace entente::forecast
