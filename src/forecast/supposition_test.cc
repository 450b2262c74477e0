// Suppositions move what they should, and say by what; precedents are those most alike.
#include "forecast/supposition.h"

#include <gtest/gtest.h>

#include "forecast/outlook.h"
#include "forecast/told_world.h"

namespace entente::forecast {
namespace {

constexpr RelationId accuse = 8, reject = 9;

TEST(Supposition, AnAccusationRaisesTheAnswer) {
  const Timeline timeline = told_world();
  ForecasterOptions options;
  options.horizons = {7};
  Forecaster forecaster(timeline, options);
  forecaster.advance(280);
  forecaster.learn();
  // A pair whose last accusation is answered.
  const Act supposed{3, accuse, 5, 280};
  const Supposed found = suppose(forecaster, std::span(&supposed, 1), {0, 10, 0.001, 5});
  ASSERT_FALSE(found.moved.empty());
  const auto answer = std::ranges::find_if(found.moved, [](const Moved& moved) {
    return moved.act.actor == 5 && moved.act.relation == reject && moved.act.recipient == 3;
  });
  ASSERT_NE(answer, found.moved.end());
  EXPECT_GT(answer->change(), 0.1);
  EXPECT_FALSE(answer->families.empty());
  ASSERT_EQ(answer->rules.size(), 1U);
  EXPECT_GT(answer->rules[0].share(), 0.9);
  ASSERT_EQ(found.precedents.size(), 1U);
  ASSERT_FALSE(found.precedents[0].empty());
  for (const Precedent& one : found.precedents[0]) {
    EXPECT_EQ(one.act.relation, accuse);
    EXPECT_LT(one.act.day, 280 - 7);
    EXPECT_TRUE(std::ranges::any_of(one.followed, [&](const Act& act) {
      return act.relation == reject && act.actor == one.act.recipient;
    }));
  }
}

TEST(Precedents, TheSamePairInTheSameMoodComesFirst) {
  History history({4, 2});
  const Quads4 quads = {0, 3};
  history.add(std::vector<Act>{{0, 1, 1, 10}, {0, 0, 1, 12}});                 // quiet before
  history.add(std::vector<Act>{{2, 0, 3, 45}, {2, 0, 3, 46}, {2, 1, 3, 50}});  // two acts before
  const std::vector<Precedent> found =
      find_precedents(history, quads, {{0, 1, 1, 100}, 100, 20, 5});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].act, (Act{0, 1, 1, 10}));
  EXPECT_EQ(found[0].distance, 0);
  ASSERT_EQ(found[0].followed.size(), 1U);
  EXPECT_EQ(found[0].followed[0], (Act{0, 0, 1, 12}));
  EXPECT_GT(found[1].distance, 1.5);
}

TEST(Precedents, ActsOfAWeekAreOneCase) {
  History history({2, 1});
  history.add(std::vector<Act>{{0, 0, 1, 10}, {0, 0, 1, 12}, {0, 0, 1, 18}, {0, 0, 1, 40}});
  const std::vector<Precedent> found = find_precedents(history, {3}, {{0, 0, 1, 100}, 100, 10, 5});
  ASSERT_EQ(found.size(), 2U);  // 10 and 40
}

TEST(Outlook, NamesReasonsAndActsAndTheMonthBefore) {
  const Timeline timeline = told_world();
  OutlookAsked asked;
  asked.acts.actors = {0};
  asked.horizon = 7;
  asked.today = 280;
  asked.limit = 5;
  const Outlook found = outlook(timeline, asked);
  ASSERT_EQ(found.prospects.size(), 5U);
  const Prospect& first = found.prospects[0];
  EXPECT_EQ(first.chance.act.relation, 1U);  // the habit
  ASSERT_TRUE(first.month_before.has_value());
  EXPECT_NEAR(*first.month_before, first.chance.probability, 0.1);
  EXPECT_FALSE(first.reasons.empty());
  EXPECT_FALSE(first.rules.empty());
  ASSERT_FALSE(first.acts.empty());
  for (const Act& act : first.acts) EXPECT_LE(act.day, 280);
  EXPECT_TRUE(found.proof.beats(persistence_place)) << verdict(found.proof);
}

TEST(Outlook, AMonthBeforeTheFirstReportNothingWasForecast) {
  const Timeline timeline = told_world(60);
  OutlookAsked asked;
  asked.acts.actors = {0};
  asked.horizon = 30;
  asked.today = 20;
  const Outlook found = outlook(timeline, asked);
  ASSERT_FALSE(found.prospects.empty());
  EXPECT_FALSE(found.prospects[0].month_before.has_value());
  EXPECT_EQ(found.proof.forecasts, 0U);
}

}  // namespace
}  // namespace entente::forecast
