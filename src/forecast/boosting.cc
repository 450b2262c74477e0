// Every round draws groups by chance, and of their rows mostly those that the trees so far have
// wrong: sampling by the gradient, after Ke et al., LightGBM (NIPS 2017), and Ibragimov and Gusev,
// Minimal Variance Sampling (NeurIPS 2019).
#include "forecast/boosting.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "forecast/draws.h"
#include "forecast/grower.h"
#include "forecast/masked_trees.h"

namespace entente::forecast {
namespace {

constexpr std::size_t groups_per_piece = 128;
constexpr std::size_t tiles_per_piece = 64;

/// A number from 0 to 1 that depends on the round and the row only, so that rows can be drawn side
/// by side.
float chance(std::uint64_t round, std::uint64_t row) {
  std::uint64_t x = (round << 40) + row + 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  x ^= x >> 31;
  return static_cast<float>(x >> 40) * 0x1p-24F;
}

std::vector<std::uint32_t> draw_features(const Examples& examples, float share, Draws& draws) {
  std::vector<std::uint32_t> features;
  for (std::uint32_t f = 0; f < examples.features(); ++f) {
    if (draws.share() < share) features.push_back(f);
  }
  if (features.empty()) features.push_back(0);
  return features;
}

class Booster {
 public:
  Booster(const Examples& examples, const BoostOptions& options, const Loss& loss, Crew& crew)
      : examples_(examples),
        options_(options),
        loss_(loss),
        crew_(crew),
        scores_(examples.rows()),
        slopes_(examples.rows()) {}

  Trees boost() {
    Trees trees;
    for (std::size_t round = 0; round < options_.trees && examples_.rows() > 0; ++round) {
      TreeSample sample;
      draw_rows(round, sample);
      sample.features = draw_features(examples_, options_.share_of_features, draws_);
      sample.gather(examples_, crew_);
      Tree tree = grow_tree(sample, examples_.cuts(), options_, crew_);
      if (round + 1 < options_.trees) add_scores(MaskedTree(tree));
      trees.add(std::move(tree));
    }
    return trees;
  }

 private:
  struct Drawn {
    std::vector<std::uint32_t> rows;
    std::vector<Slope> slopes;
  };

  void draw_rows(std::size_t round, TreeSample& sample) {
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < examples_.groups(); ++g) {
      if (draws_.share() < options_.share_of_groups) groups.push_back(g);
    }
    std::vector<Drawn> drawn((groups.size() + groups_per_piece - 1) / groups_per_piece);
    crew_.run(drawn.size(), [&](std::size_t piece, std::size_t) {
      const std::size_t end = std::min(groups.size(), (piece + 1) * groups_per_piece);
      for (std::size_t i = piece * groups_per_piece; i < end; ++i) {
        draw_rows_of(groups[i], round, drawn[piece]);
      }
    });
    for (const Drawn& part : drawn) {
      std::ranges::copy(part.rows, std::back_inserter(sample.rows));
      std::ranges::copy(part.slopes, std::back_inserter(sample.slopes));
    }
  }

  void draw_rows_of(std::size_t group, std::size_t round, Drawn& drawn) {
    const std::size_t from = examples_.begin(group), size = examples_.end(group) - from;
    if (size == 0) return;
    loss_(std::span<const float>(scores_).subspan(from, size),
          examples_.labels().subspan(from, size), std::span(slopes_).subspan(from, size));
    for (std::size_t row = from; row < from + size; ++row) {
      const Slope& slope = slopes_[row];
      const float steepness = std::abs(slope.gradient);
      const float share = steepness >= options_.steep
                              ? 1
                              : std::max(options_.least_share, steepness / options_.steep);
      if (share < 1 && chance(round, row) >= share) continue;
      drawn.rows.push_back(static_cast<std::uint32_t>(row));
      drawn.slopes.push_back({slope.gradient / share, slope.curvature / share});
    }
  }

  void add_scores(const MaskedTree& tree) {
    constexpr std::size_t rows = Examples::rows_per_tile;
    const std::size_t tiles = (examples_.rows() + rows - 1) / rows;
    crew_.run((tiles + tiles_per_piece - 1) / tiles_per_piece, [&](std::size_t piece, std::size_t) {
      const std::size_t end = std::min(tiles, (piece + 1) * tiles_per_piece);
      for (std::size_t tile = piece * tiles_per_piece; tile < end; ++tile) {
        const std::size_t first = tile * rows;
        const std::size_t size = std::min(rows, scores_.size() - first);
        tree.add_to(examples_, tile, std::span(scores_).subspan(first, size));
      }
    });
  }

  const Examples& examples_;
  const BoostOptions& options_;
  const Loss& loss_;
  Crew& crew_;
  std::vector<float> scores_;
  std::vector<Slope> slopes_;
  Draws draws_{20140101};
};

}  // namespace

Trees boost(const Examples& examples, const BoostOptions& options, const Loss& loss, Crew& crew) {
  return Booster(examples, options, loss, crew).boost();
}

}  // namespace entente::forecast
