#include "relations/curve.h"

#include <gtest/gtest.h>

#include "relations/test_acts.h"

namespace entente::relations {
namespace {

Deeds deeds(const std::vector<Act>& acts) { return deeds_of(acts, ontology(), {}, {}); }

std::vector<CurvePoint> curve(const Deeds& deeds, const CurveOptions& options) {
  const Pair pair{*deeds.party("USA"), *deeds.party("RUS")};
  return curve_of(deeds, pair, day_volumes(deeds), options);
}

TEST(Steps, WeeksBeginOnMondays) {
  const Period week = step_of(day_of("2016-08-16"), Step::week);
  EXPECT_EQ(iso_day(week.first), "2016-08-15");
  EXPECT_EQ(iso_day(week.last), "2016-08-21");
  EXPECT_EQ(iso_day(step_of(day_of("1969-12-31"), Step::week).first), "1969-12-29");
  EXPECT_EQ(step_of(day_of("2016-02-11"), Step::month), period_of("2016-02"));
  EXPECT_EQ(step_after(period_of("2016-12"), Step::month), period_of("2017-01"));
}

TEST(Curve, LeavesNoStepOut) {
  const Deeds made = deeds({act(1, ItemType::accuse, "USA", "RUS", "2016-01-10"),
                            act(2, ItemType::accuse, "USA", "RUS", "2016-04-10")});
  const std::vector<CurvePoint> points = curve(made, {.half_life = 0});
  ASSERT_EQ(points.size(), 4U);
  EXPECT_EQ(points[1].acts, 0);
  EXPECT_EQ(points[1].felt.conflict, points[0].felt.conflict);
  EXPECT_EQ(points[3].felt.conflict, 2 * points[0].felt.conflict);
}

TEST(Curve, FeltIsTheSumOfWhatIsLeftOfEachAct) {
  std::vector<Act> acts;
  for (int i = 0; i < 40; ++i) {
    const std::string day = iso_day(day_of("2016-01-01") + 7 * i);
    acts.push_back(act(i, i % 3 == 0 ? ItemType::aid : ItemType::assault, "USA",
                       i % 4 == 0 ? "CHN" : "RUS", i % 5 == 0 ? day.substr(0, 7) : day));
  }
  const Deeds made = deeds(acts);
  const Pair pair{*made.party("USA"), *made.party("RUS")};
  for (const Step step : {Step::week, Step::month}) {
    for (const CurvePoint& point : curve(made, {.step = step, .half_life = 20})) {
      Intensity felt_then;
      double all_reports = 0;
      for (const Deed& deed : made.all) {
        const double part = felt(deed.when, point.step.last, 20);
        all_reports += part;
        if (deed.pairs.at(0) == pair) felt_then.add(deed.goldstein, part);
      }
      EXPECT_NEAR(point.felt.cooperation, felt_then.cooperation, 1e-9);
      EXPECT_NEAR(point.felt.conflict, felt_then.conflict, 1e-9);
      EXPECT_NEAR(point.per_report.conflict, 100 * felt_then.conflict / all_reports, 1e-9);
    }
  }
}

TEST(Curve, AnActOfAYearCountsOnceOverItsMonths) {
  const Deeds made = deeds({act(1, ItemType::accuse, "USA", "RUS", "2016")});
  const std::vector<CurvePoint> points = curve(made, {});
  ASSERT_EQ(points.size(), 12U);
  double acts = 0;
  for (const CurvePoint& point : points) acts += point.acts;
  EXPECT_NEAR(acts, 1, 1e-12);
  EXPECT_NEAR(points[0].acts, 31.0 / 366, 1e-12);
}

TEST(Curve, WhatWasBeforeItIsFeltInIt) {
  const Deeds made = deeds({act(1, ItemType::accuse, "USA", "RUS", "2015-12-31"),
                            act(2, ItemType::accuse, "USA", "RUS", "2016-02-10")});
  const std::vector<CurvePoint> whole = curve(made, {.half_life = 20});
  const std::vector<CurvePoint> part =
      curve(made, {.half_life = 20, .from = day_of("2016-01-01"), .until = day_of("2016-03-31")});
  ASSERT_EQ(part.size(), 3U);
  EXPECT_EQ(part[0].acts, 0);
  EXPECT_NEAR(part[0].felt.conflict, whole[1].felt.conflict, 1e-12);
  EXPECT_NEAR(part[1].felt.conflict, whole[2].felt.conflict, 1e-12);
}

TEST(Curve, SharesAreOfAllThatIsReported) {
  const Deeds made = deeds({act(1, ItemType::accuse, "USA", "RUS", "2016-01-10"),
                            act(2, ItemType::accuse, "CHN", "IND", "2016-01-10"),
                            act(3, ItemType::accuse, "CHN", "", "2016-01-10")});
  const std::vector<CurvePoint> points = curve(made, {});
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].all_acts, 3);
  EXPECT_NEAR(points[0].share, 1.0 / 3, 1e-12);
}

}  // namespace
}  // namespace entente::relations
