// Change points of a pair's counts by PELT: R. Killick, P. Fearnhead, I. A. Eckley, "Optimal
// Detection of Changepoints With a Linear Computational Cost", JASA 107 (2012).
#include "relations/turning.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace entente::relations {
namespace {

constexpr std::size_t quads = 4;

/// Sums of counts and of exposure before each point, so that a segment is a difference of two.
struct Sums {
  std::vector<std::array<double, quads>> counts;
  std::vector<double> exposure;

  Sums(std::span<const CurvePoint> curve, bool per_volume)
      : counts(curve.size() + 1), exposure(curve.size() + 1) {
    for (std::size_t i = 0; i < curve.size(); ++i) {
      for (std::size_t q = 0; q < quads; ++q) counts[i + 1][q] = counts[i][q] + curve[i].quads[q];
      exposure[i + 1] = exposure[i] + (per_volume ? curve[i].all_acts : 1);
    }
  }
  [[nodiscard]] double count(std::size_t begin, std::size_t end, std::size_t quad) const {
    return counts[end][quad] - counts[begin][quad];
  }
  [[nodiscard]] double exposed(std::size_t begin, std::size_t end) const {
    return exposure[end] - exposure[begin];
  }
  [[nodiscard]] double rate(std::size_t begin, std::size_t end, std::size_t quad) const {
    const double exposed_to = exposed(begin, end);
    return exposed_to > 0 ? count(begin, end, quad) / exposed_to : 0;
  }
  /// -2 log L of a Poisson rate of its own for one class in a segment, without what no
  /// segmentation changes.
  [[nodiscard]] double cost(std::size_t begin, std::size_t end, std::size_t quad) const {
    const double n = count(begin, end, quad), exposed_to = exposed(begin, end);
    // Sums of shares of days are not exact: what is left of nothing is nothing.
    constexpr double nothing = 1e-9;
    return n < nothing || exposed_to < nothing ? 0 : -2 * n * std::log(n / exposed_to);
  }
  [[nodiscard]] double cost(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t q = 0; q < quads; ++q) sum += cost(begin, end, q);
    return sum;
  }
};

/// How much more the counts vary than Poisson's would, at least 1: the mean of Pearson's X2 for the
/// equality of two steps that follow each other, which a few turns hardly change.
double dispersion(const Sums& sums) {
  double sum = 0;
  std::size_t terms = 0;
  for (std::size_t i = 0; i + 2 < sums.counts.size(); ++i) {
    const double e1 = sums.exposed(i, i + 1), e2 = sums.exposed(i + 1, i + 2);
    if (e1 <= 0 || e2 <= 0) continue;
    for (std::size_t q = 0; q < quads; ++q) {
      const double rate = sums.rate(i, i + 2, q);
      if (rate <= 0) continue;
      const double difference = sums.rate(i, i + 1, q) - sums.rate(i + 1, i + 2, q);
      sum += difference * difference / (rate * (1 / e1 + 1 / e2));
      ++terms;
    }
  }
  return terms == 0 ? 1 : std::max(1.0, sum / static_cast<double>(terms));
}

/// BIC: each change costs its place and a rate for each class that has acts.
double penalty_of(const Sums& sums) {
  const std::size_t points = sums.exposure.size() - 1;
  std::size_t classes = 0;
  for (std::size_t q = 0; q < quads; ++q) classes += sums.count(0, points, q) > 0 ? 1 : 0;
  return static_cast<double>(classes + 1) * std::log(static_cast<double>(points));
}

struct Segments {
  std::size_t before = 0, at = 0, after = 0;  ///< [before, at) and [at, after)
};

double gain_of(const Sums& sums, const Segments& s, std::size_t quad) {
  return sums.cost(s.before, s.after, quad) - sums.cost(s.before, s.at, quad) -
         sums.cost(s.at, s.after, quad);
}

/// The acts of a class near a turn: of the first steps after a rise, of the last before a fall.
std::vector<std::int64_t> makers(const Deeds& deeds, Pair pair, std::uint8_t quad, Period window,
                                 bool rises, std::size_t most) {
  std::vector<const Deed*> found;
  for (const Deed& deed : deeds.all) {
    if (deed.quad == quad && deed.when.overlaps(window) &&
        std::ranges::binary_search(deed.pairs, pair)) {
      found.push_back(&deed);
    }
  }
  std::ranges::sort(found, [&](const Deed* a, const Deed* b) {
    const Day day_a = rises ? a->when.first : -a->when.last;
    const Day day_b = rises ? b->when.first : -b->when.last;
    const double weight_a = std::abs(a->goldstein), weight_b = std::abs(b->goldstein);
    if (a->reports != b->reports) return a->reports > b->reports;
    if (weight_a != weight_b) return weight_a > weight_b;
    return std::tie(day_a, a->act) < std::tie(day_b, b->act);
  });
  std::vector<std::int64_t> acts;
  for (const Deed* deed : found) {
    if (acts.size() == most) break;
    acts.push_back(deed->act);
  }
  return acts;
}

TurningPoint turn_at(const Sums& sums, const Segments& s, std::span<const CurvePoint> curve) {
  TurningPoint turn;
  turn.point = s.at;
  turn.step = curve[s.at].step;
  double most = -1;
  for (std::size_t q = 0; q < quads; ++q) {
    turn.before[q] = sums.count(s.before, s.at, q) / static_cast<double>(s.at - s.before);
    turn.after[q] = sums.count(s.at, s.after, q) / static_cast<double>(s.after - s.at);
    const double gain = gain_of(sums, s, q);
    if (gain <= most) continue;
    most = gain;
    turn.quad = static_cast<std::uint8_t>(q + 1);
    turn.rises = sums.rate(s.at, s.after, q) > sums.rate(s.before, s.at, q);
  }
  return turn;
}

Period window_of(const Segments& s, bool rises, std::span<const CurvePoint> curve) {
  constexpr std::size_t near = 3;  // steps: a turn is explained by what is close to it
  const std::size_t first = rises ? s.at : std::max(s.before + near, s.at) - near;
  const std::size_t end = rises ? std::min(s.at + near, s.after) : s.at;
  return {curve[first].step.first, curve[end - 1].step.last};
}

}  // namespace

std::vector<std::size_t> pelt(
    std::size_t points, double penalty, std::size_t shortest,
    const std::function<double(std::size_t begin, std::size_t end)>& cost) {
  shortest = std::max<std::size_t>(shortest, 1);
  if (points < 2 * shortest) return {};
  struct Start {
    std::size_t at = 0;
    std::size_t until = std::numeric_limits<std::size_t>::max();  ///< it is of use before that end
    double sum = 0;
  };
  std::vector<double> least(points + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> previous(points + 1, 0);
  std::vector<Start> starts{{}};
  least[0] = -penalty;
  for (std::size_t end = shortest; end <= points; ++end) {
    // A start that is a full segment away becomes possible.
    const std::size_t newest = end - shortest;
    if (newest >= shortest) starts.push_back({newest});
    std::erase_if(starts, [&](const Start& start) { return end >= start.until; });
    for (Start& start : starts) {
      start.sum = least[start.at] + cost(start.at, end);
      if (start.sum + penalty >= least[end]) continue;
      least[end] = start.sum + penalty;
      previous[end] = start.at;
    }
    // One that is dearer even without the penalty is beaten by a change here, from where a segment
    // that begins here is long enough.
    for (Start& start : starts) {
      if (start.sum > least[end]) start.until = std::min(start.until, end + shortest);
    }
  }
  std::vector<std::size_t> changes;
  for (std::size_t at = previous[points]; at > 0; at = previous[at]) changes.push_back(at);
  std::ranges::reverse(changes);
  return changes;
}

bool volume_informs(std::span<const CurvePoint> curve) {
  double own = 0, all = 0;
  for (const CurvePoint& point : curve) {
    own += point.acts;
    all += point.all_acts;
  }
  constexpr double half = 0.5;
  return own <= half * all;
}

std::vector<TurningPoint> turning_points(const Deeds& deeds, Pair pair,
                                         std::span<const CurvePoint> curve,
                                         const TurningOptions& options) {
  if (curve.size() < 2 * options.shortest) return {};
  const Sums sums(curve, options.per_volume);
  const double wider = dispersion(sums);
  const double penalty = penalty_of(sums);
  const std::vector<std::size_t> changes =
      pelt(curve.size(), penalty, options.shortest,
           [&](std::size_t begin, std::size_t end) { return sums.cost(begin, end) / wider; });
  std::vector<TurningPoint> turns;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Segments s{i == 0 ? 0 : changes[i - 1], changes[i],
                     i + 1 < changes.size() ? changes[i + 1] : curve.size()};
    TurningPoint turn = turn_at(sums, s, curve);
    turn.gain =
        (sums.cost(s.before, s.after) - sums.cost(s.before, s.at) - sums.cost(s.at, s.after)) /
            wider -
        penalty;
    turn.acts = makers(deeds, pair, turn.quad, window_of(s, turn.rises, curve), turn.rises,
                       options.most_acts);
    turns.push_back(std::move(turn));
  }
  return turns;
}

}  // namespace entente::relations
