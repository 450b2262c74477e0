// Forecasts along a timeline: honest about time, the same on any number of threads, modest where
// little is known.
#include "forecast/forecaster.h"

#include <gtest/gtest.h>

#include <cmath>

#include "forecast/told_world.h"

namespace entente::forecast {
namespace {

constexpr Act consult{0, 1, 1, 0}, assault{0, 15, 1, 0}, reject{2, 9, 0, 0};

Act from_tomorrow(const Forecaster& forecaster, Act act) {
  act.day = forecaster.today() + 1;
  return act;
}

TEST(Forecaster, LearnsHabits) {
  const Timeline timeline = told_world();
  Forecaster forecaster(timeline, {});
  forecaster.advance(250);
  forecaster.learn();
  ASSERT_TRUE(forecaster.occurrence().learnt(0));
  const Chance habit = forecaster.chance(from_tomorrow(forecaster, consult), 0);
  EXPECT_EQ(habit.method, Method::trees);
  EXPECT_GT(habit.probability, 0.9);
  EXPECT_GT(habit.before, 70U);
  EXPECT_LT(forecaster.chance(from_tomorrow(forecaster, assault), 0).probability, 0.05);
  const double week = forecaster.chance(from_tomorrow(forecaster, reject), 0).probability;
  const double month = forecaster.chance(from_tomorrow(forecaster, reject), 1).probability;
  EXPECT_LT(week, month);
}

TEST(Forecaster, TheFutureDoesNotReachBack) {
  Timeline whole = told_world(), cut = whole;
  std::erase_if(cut.acts, [](const ToldAct& act) { return act.told > 200; });
  Forecaster a(whole, {}), b(cut, {});
  for (Forecaster* forecaster : {&a, &b}) {
    forecaster->advance(200);
    forecaster->learn();
  }
  const std::vector<Chance> from_whole = a.chances({}, 1), from_cut = b.chances({}, 1);
  ASSERT_EQ(from_whole.size(), from_cut.size());
  for (std::size_t i = 0; i < from_whole.size(); ++i) {
    EXPECT_EQ(from_whole[i].act, from_cut[i].act);
    EXPECT_EQ(from_whole[i].probability, from_cut[i].probability);
  }
}

TEST(Forecaster, WhatIsNotYetToldIsNotKnown) {
  Timeline timeline = told_world(100);
  timeline.acts.push_back({90, {0, 13, 1, 50}, 99'999});  // happened on day 50, told on day 90
  std::ranges::sort(timeline.acts);
  Forecaster forecaster(timeline, {});
  const Act mobilize{0, 13, 1, 0};
  forecaster.advance(89);
  EXPECT_EQ(forecaster.chance(from_tomorrow(forecaster, mobilize), 0).before, 0U);
  forecaster.advance(90);
  EXPECT_EQ(forecaster.chance(from_tomorrow(forecaster, mobilize), 0).before, 1U);
  EXPECT_EQ(forecaster.history().tie(0, 1)->find(13)->last, 50);
}

TEST(Forecaster, ThreadsDoNotMatter) {
  const Timeline timeline = told_world(150);
  ForecasterOptions one, three;
  one.threads = 1;
  three.threads = 3;
  Forecaster a(timeline, one), b(timeline, three);
  for (Forecaster* forecaster : {&a, &b}) {
    forecaster->advance(140);
    forecaster->learn();
  }
  const std::vector<Chance> left = a.chances({}, 0), right = b.chances({}, 0);
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i].act, right[i].act);
    EXPECT_EQ(left[i].probability, right[i].probability);
  }
}

TEST(Forecaster, TooLittleHistoryIsSaidToBeSo) {
  const Timeline timeline = told_world(12);
  Forecaster forecaster(timeline, {});
  forecaster.advance(timeline.last_told());
  forecaster.learn();
  EXPECT_FALSE(forecaster.occurrence().learnt(1));
  const Chance known = forecaster.chance(from_tomorrow(forecaster, consult), 1);
  const Chance unknown = forecaster.chance(from_tomorrow(forecaster, assault), 1);
  EXPECT_EQ(known.method, Method::recurrence);
  EXPECT_EQ(unknown.method, Method::base_rate);
  EXPECT_GT(known.probability, unknown.probability);
  EXPECT_LT(known.probability, 1);
  EXPECT_TRUE(forecaster.explain(from_tomorrow(forecaster, consult), 1).reasons.empty());
}

TEST(Forecaster, WhatIsAskedForIsWhatComes) {
  const Timeline timeline = told_world(60);
  Forecaster forecaster(timeline, {});
  forecaster.advance(50);
  forecaster.learn();
  const std::vector<Chance> some = forecaster.chances({{0}, {1, 2}, {1}}, 0);
  ASSERT_FALSE(some.empty());
  for (const Chance& chance : some) {
    EXPECT_EQ(chance.act.actor, 0U);
    EXPECT_EQ(chance.act.relation, 1U);
  }
  EXPECT_TRUE(std::ranges::is_sorted(some, std::greater<>{}, &Chance::probability));
}

TEST(Forecaster, ReasonsAddUpToTheScore) {
  const Timeline timeline = told_world();
  Forecaster forecaster(timeline, {});
  forecaster.advance(250);
  forecaster.learn();
  const Act act = from_tomorrow(forecaster, consult);
  const Explanation why = forecaster.explain(act, 0);
  double sum = why.base;
  for (const Reason& reason : why.reasons) sum += reason.weight;
  EXPECT_NEAR(1 / (1 + std::exp(-sum)), forecaster.chance(act, 0).probability, 1e-3);
  ASSERT_FALSE(why.reasons.front().evidence.acts.empty());
}

}  // namespace
}  // namespace entente::forecast
