// Trees grow leaf by leaf where the loss falls most. Sums run over fixed blocks of rows that are
// added up in order, so that any number of threads learns the same trees.
#include "forecast/boosting.h"

#include <algorithm>
#include <cmath>

#include "forecast/draws.h"

namespace entente::forecast {
namespace {

constexpr std::size_t bins = 64;
constexpr std::size_t rows_per_block = 16'384;

using Histogram = std::vector<Slope>;  // chosen feature by bin

struct Best {
  float gain = 0;
  std::size_t feature = 0;  // place among the chosen ones
  std::size_t bin = 0;
};

struct Leaf {
  std::uint32_t node = 0;
  std::size_t begin = 0, end = 0;  // in the list of rows
  Histogram histogram;
  double gradient = 0, curvature = 0;
  Best best;
};

class Grower {
 public:
  Grower(const Examples& examples, const BoostOptions& options, const std::vector<Slope>& slopes,
         Crew& crew)
      : examples_(examples), options_(options), slopes_(slopes), crew_(crew) {}

  Tree grow(std::vector<std::uint32_t> rows, std::vector<std::uint32_t> features) {
    rows_ = std::move(rows);
    features_ = std::move(features);
    tree_.assign(1, {});
    std::vector<Leaf> leaves(1);
    leaves[0].end = rows_.size();
    leaves[0].histogram = histogram(0, rows_.size());
    settle(leaves[0]);
    while (leaves.size() < options_.leaves) {
      const auto worst =
          std::ranges::max_element(leaves, {}, [](const Leaf& x) { return x.best.gain; });
      if (worst->best.gain <= 0) break;
      const auto place = static_cast<std::size_t>(worst - leaves.begin());
      Leaf right = split(leaves[place]);
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
    if (parts.empty()) return Histogram(features_.size() * bins);
    for (std::size_t block = 1; block < blocks; ++block) {
      for (std::size_t i = 0; i < parts[0].size(); ++i) {
        parts[0][i].gradient += parts[block][i].gradient;
        parts[0][i].curvature += parts[block][i].curvature;
      }
    }
    return std::move(parts[0]);
  }

  [[nodiscard]] Histogram sum_block(std::size_t begin, std::size_t end) const {
    Histogram sums(features_.size() * bins);
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint8_t* row = examples_.bins(rows_[i]);
      const Slope slope = slopes_[rows_[i]];
      Slope* at = sums.data();
      for (const std::uint32_t feature : features_) {
        Slope& cell = at[row[feature]];
        cell.gradient += slope.gradient;
        cell.curvature += slope.curvature;
        at += bins;
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
    for (std::size_t f = 0; f < features_.size(); ++f) look_at(leaf, f);
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
      if (gain > leaf.best.gain) leaf.best = {static_cast<float>(gain), f, bin};
    }
  }

  /// Cuts the leaf at its best place; it becomes its own left part, the right one is returned.
  Leaf split(Leaf& leaf) {
    const std::uint32_t feature = features_[leaf.best.feature];
    const auto middle = std::stable_partition(
        rows_.begin() + static_cast<std::ptrdiff_t>(leaf.begin),
        rows_.begin() + static_cast<std::ptrdiff_t>(leaf.end),
        [&](std::uint32_t row) { return examples_.bins(row)[feature] <= leaf.best.bin; });
    const auto at = static_cast<std::size_t>(middle - rows_.begin());
    const auto left = static_cast<std::uint32_t>(tree_.size());
    Split& node = tree_[leaf.node];
    node.feature = static_cast<std::int32_t>(feature);
    node.threshold = examples_.cuts().upper(feature, leaf.best.bin);
    node.bin = static_cast<std::uint8_t>(leaf.best.bin);
    node.left = left;
    node.right = left + 1;
    tree_.resize(tree_.size() + 2);
    Leaf right;
    right.node = left + 1;
    right.begin = at;
    right.end = leaf.end;
    leaf.node = left;
    leaf.end = at;
    share_histogram(leaf, right);
    settle(leaf);
    settle(right);
    return right;
  }

  /// Only the smaller part is summed; the other is what remains.
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

  const Examples& examples_;
  const BoostOptions& options_;
  const std::vector<Slope>& slopes_;
  Crew& crew_;
  std::vector<std::uint32_t> rows_, features_;
  Tree tree_;
};

float value_of(const Tree& tree, const Examples& examples, std::size_t row) {
  const std::uint8_t* bins_of_row = examples.bins(row);
  const Split* node = tree.data();
  while (node->feature >= 0) {
    const bool left = bins_of_row[node->feature] <= node->bin;
    node = tree.data() + (left ? node->left : node->right);
  }
  return node->value;
}

std::vector<std::uint32_t> draw_features(const Examples& examples, float share, Draws& draws) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t f = 0; f < examples.features(); ++f) {
    if (draws.share() < share) chosen.push_back(f);
  }
  if (chosen.empty()) chosen.push_back(0);
  return chosen;
}

}  // namespace

void listwise_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes) {
  const float top = *std::ranges::max_element(scores);
  double wrong = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!labels[i]) wrong += std::exp(static_cast<double>(scores[i] - top));
  }
  double once = 0, twice = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!labels[i]) continue;
    const double own = std::exp(static_cast<double>(scores[i] - top));
    const double whole = wrong + own;
    if (whole <= 0) continue;
    once += 1 / whole;
    twice += 1 / (whole * whole);
    const double share = own / whole;
    slopes[i] = {static_cast<float>(share - 1), static_cast<float>(share * (1 - share))};
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (labels[i]) continue;
    const double own = std::exp(static_cast<double>(scores[i] - top));
    slopes[i] = {static_cast<float>(own * once),
                 static_cast<float>(std::max(0.0, own * once - own * own * twice))};
  }
}

void logistic_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const float p = 1.0F / (1.0F + std::exp(-scores[i]));
    slopes[i] = {p - static_cast<float>(labels[i]), p * (1 - p)};
  }
}

Trees boost(const Examples& examples, const BoostOptions& options, const Loss& loss, Crew& crew) {
  Trees trees;
  std::vector<float> scores(examples.rows());
  std::vector<std::uint8_t> labels(examples.rows());
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = examples.label(i);
  std::vector<Slope> slopes(examples.rows());
  Draws draws(20140101);
  constexpr std::size_t groups_per_piece = 256;
  const std::size_t pieces = (examples.groups() + groups_per_piece - 1) / groups_per_piece;
  for (std::size_t round = 0; round < options.trees && examples.rows() > 0; ++round) {
    crew.run(pieces, [&](std::size_t piece, std::size_t) {
      const std::size_t last = std::min(examples.groups(), (piece + 1) * groups_per_piece);
      for (std::size_t g = piece * groups_per_piece; g < last; ++g) {
        const std::size_t from = examples.begin(g), size = examples.end(g) - from;
        if (size == 0) continue;
        loss(std::span<const float>(scores).subspan(from, size),
             std::span<const std::uint8_t>(labels).subspan(from, size),
             std::span<Slope>(slopes).subspan(from, size));
      }
    });
    std::vector<std::uint32_t> rows;
    for (std::size_t g = 0; g < examples.groups(); ++g) {
      if (draws.share() >= options.share_of_groups) continue;
      for (std::uint32_t row = examples.begin(g); row < examples.end(g); ++row) rows.push_back(row);
    }
    Grower grower(examples, options, slopes, crew);
    Tree tree =
        grower.grow(std::move(rows), draw_features(examples, options.share_of_features, draws));
    crew.run(pieces, [&](std::size_t piece, std::size_t) {
      const std::size_t last = std::min(examples.groups(), (piece + 1) * groups_per_piece);
      for (std::size_t row = examples.begin(piece * groups_per_piece); row < examples.end(last - 1);
           ++row) {
        scores[row] += value_of(tree, examples, row);
      }
    });
    trees.add(std::move(tree));
  }
  return trees;
}

}  // namespace entente::forecast
