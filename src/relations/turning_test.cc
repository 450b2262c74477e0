#include "relations/turning.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "relations/test_acts.h"

namespace entente::relations {
namespace {

/// The same by trying all ends of the last segment, nothing pruned.
std::vector<std::size_t> without_pruning(
    std::size_t points, double penalty, std::size_t shortest,
    const std::function<double(std::size_t, std::size_t)>& cost) {
  std::vector<double> least(points + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> previous(points + 1, 0);
  least[0] = -penalty;
  for (std::size_t end = shortest; end <= points; ++end) {
    for (std::size_t start = 0; start + shortest <= end; ++start) {
      if (start != 0 && start < shortest) continue;
      const double sum = least[start] + cost(start, end) + penalty;
      if (sum < least[end]) {
        least[end] = sum;
        previous[end] = start;
      }
    }
  }
  std::vector<std::size_t> changes;
  for (std::size_t at = previous[points]; at > 0; at = previous[at])
    changes.insert(changes.begin(), at);
  return changes;
}

TEST(Pelt, FindsWhatTryingEverythingFinds) {
  std::uint64_t state = 7;
  const auto draw = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
  };
  for (int round = 0; round < 60; ++round) {
    const std::size_t points = 5 + static_cast<std::size_t>(draw() * 60);
    std::vector<double> sums(points + 1, 0);
    double rate = 3;
    for (std::size_t i = 0; i < points; ++i) {
      if (draw() < 0.1) rate = draw() * 10;
      sums[i + 1] = sums[i] + std::floor(draw() * 2 * rate);
    }
    const auto cost = [&](std::size_t begin, std::size_t end) {
      const double n = sums[end] - sums[begin];
      return n <= 0 ? 0.0 : -2 * n * std::log(n / static_cast<double>(end - begin));
    };
    for (const std::size_t shortest : {1U, 2U, 4U}) {
      EXPECT_EQ(pelt(points, 6, shortest, cost), without_pruning(points, 6, shortest, cost));
    }
  }
}

std::vector<Act> war_from(const std::string& day, int months_of_peace, int months_of_war) {
  std::vector<Act> acts;
  Period month = period_of("2014-01");
  for (int i = 0; i < months_of_peace + months_of_war; ++i) {
    const std::string name = iso_day(month.first).substr(0, 7);
    for (int other = 0; other < 12; ++other) {
      acts.push_back(act(static_cast<std::int64_t>(acts.size()), ItemType::consult, "FRA", "DEU",
                         name + "-05", "040"));
    }
    acts.push_back(act(static_cast<std::int64_t>(acts.size()), ItemType::consult, "USA", "RUS",
                       name + "-10", "040"));
    const int strikes = i < months_of_peace ? 0 : 5;
    for (int k = 0; k < strikes; ++k) {
      acts.push_back(act(static_cast<std::int64_t>(acts.size()), ItemType::assault, "USA", "RUS",
                         name + "-1" + std::to_string(k), "190"));
    }
    month = step_after(month, Step::month);
  }
  EXPECT_EQ(day.size(), 7U);
  return acts;
}

TEST(Turning, AWarIsATurnWithTheActsThatMadeIt) {
  const Deeds deeds = deeds_of(war_from("2016-01", 24, 12), ontology(), {}, {});
  const Pair pair{*deeds.party("USA"), *deeds.party("RUS")};
  const std::vector<CurvePoint> curve = curve_of(deeds, pair, day_volumes(deeds), {});
  const std::vector<TurningPoint> turns = turning_points(deeds, pair, curve, {});
  ASSERT_EQ(turns.size(), 1U);
  EXPECT_EQ(iso_day(turns[0].step.first), "2016-01-01");
  EXPECT_EQ(turns[0].quad, 4);
  EXPECT_TRUE(turns[0].rises);
  EXPECT_NEAR(turns[0].before[3], 0, 1e-12);
  EXPECT_NEAR(turns[0].after[3], 5, 1e-12);
  EXPECT_GT(turns[0].gain, 0);
  ASSERT_EQ(turns[0].acts.size(), 5U);
  for (const Deed& deed : deeds.all) {
    if (deed.act != turns[0].acts[0]) continue;
    EXPECT_EQ(deed.type, ItemType::assault);
    EXPECT_EQ(iso_day(deed.when.first), "2016-01-10");
  }
}

TEST(Turning, MoreNewsOfEverythingIsNone) {
  std::vector<Act> acts;
  Period month = period_of("2014-01");
  for (int i = 0; i < 24; ++i, month = step_after(month, Step::month)) {
    const std::string name = iso_day(month.first).substr(0, 7);
    for (int k = 0; k < (i < 12 ? 4 : 40); ++k) {
      acts.push_back(act(k, ItemType::accuse, k % 4 == 0 ? "USA" : "CHN", "RUS", name + "-10"));
    }
  }
  const Deeds deeds = deeds_of(acts, ontology(), {}, {});
  const Pair pair{*deeds.party("USA"), *deeds.party("RUS")};
  const std::vector<CurvePoint> curve = curve_of(deeds, pair, day_volumes(deeds), {});
  EXPECT_TRUE(volume_informs(curve));
  EXPECT_TRUE(turning_points(deeds, pair, curve, {}).empty());
  EXPECT_EQ(turning_points(deeds, pair, curve, {.per_volume = false}).size(), 1U);
}

TEST(Turning, ThatItEndsIsATurnToo) {
  std::vector<Act> acts = war_from("2014-01", 0, 12);
  Period month = period_of("2015-01");
  for (int i = 0; i < 24; ++i, month = step_after(month, Step::month)) {
    const std::string name = iso_day(month.first).substr(0, 7);
    for (int k = 0; k < 12; ++k) {
      acts.push_back(act(10000 + k, ItemType::consult, "FRA", "DEU", name + "-05", "040"));
    }
    acts.push_back(act(20000 + i, ItemType::consult, "USA", "RUS", name + "-06", "040"));
  }
  const Deeds deeds = deeds_of(acts, ontology(), {}, {});
  const Pair pair{*deeds.party("USA"), *deeds.party("RUS")};
  const std::vector<CurvePoint> curve = curve_of(deeds, pair, day_volumes(deeds), {});
  const std::vector<TurningPoint> turns = turning_points(deeds, pair, curve, {});
  ASSERT_EQ(turns.size(), 1U);
  EXPECT_FALSE(turns[0].rises);
  EXPECT_EQ(iso_day(turns[0].step.first), "2015-01-01");
  EXPECT_FALSE(turns[0].acts.empty());
}

/// Chance alone makes few turns: at BIC's penalty less than one in twenty curves.
TEST(Turning, EvenCountsHaveNone) {
  std::uint64_t state = 11;
  const auto draw = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
  };
  const auto poisson = [&](double mean) {
    int n = 0;
    for (double left = std::exp(-mean), p = draw(); p > left; p *= draw()) ++n;
    return n;
  };
  int turned = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<Act> acts;
    Period month = period_of("2014-01");
    for (int i = 0; i < 48; ++i, month = step_after(month, Step::month)) {
      const std::string day = iso_day(month.first);
      for (int k = poisson(3); k > 0; --k) acts.push_back(act(1, ItemType::accuse, "A", "B", day));
      for (int k = poisson(2); k > 0; --k) acts.push_back(act(1, ItemType::assault, "A", "B", day));
      for (int k = 0; k < 30; ++k) acts.push_back(act(1, ItemType::assault, "C", "D", day));
    }
    const Deeds deeds = deeds_of(acts, ontology(), {}, {});
    const Pair pair{*deeds.party("A"), *deeds.party("B")};
    const std::vector<CurvePoint> curve = curve_of(deeds, pair, day_volumes(deeds), {});
    turned += turning_points(deeds, pair, curve, {}).empty() ? 0 : 1;
  }
  EXPECT_LE(turned, 5);
}

}  // namespace
}  // namespace entente::relations
