// What followed what, counted by hand.
#include "forecast/follow_ups.h"

#include <gtest/gtest.h>

namespace entente::forecast {
namespace {

constexpr Extent extent{4, 2};

TEST(FollowUps, AreCountedOnThePair) {
  History history(extent);
  history.add(std::vector<Act>{{0, 0, 1, 10}, {1, 1, 0, 12}});  // 1 answers within 5 days
  history.add(std::vector<Act>{{2, 0, 3, 20}, {3, 1, 2, 30}});  // too late
  history.add(std::vector<Act>{{0, 0, 1, 40}});                 // its days are not over
  const FollowUps rules(history, 42, 5);
  const FollowUp rule = rules.of(0, 1 + extent.relations);  // I do 0, it is done 1 to me
  EXPECT_EQ(rule.cases, 2U);
  EXPECT_EQ(rule.held, 1U);
  EXPECT_EQ(rule.since, 10);
  EXPECT_GT(rule.usual, 0);
  const std::vector<FollowUp> fired = rules.fired(*history.tie(1, 0), 1, 3);
  ASSERT_EQ(fired.size(), 1U);  // seen by 1: what was done to it on day 40
  EXPECT_EQ(fired[0].before, 0U + extent.relations);
  EXPECT_TRUE(rules.fired(*history.tie(3, 2), 1, 3).empty());  // nothing there lately
}

TEST(FollowUps, SeveralOnADayAreOneCase) {
  History history(extent);
  history.add(std::vector<Act>{{0, 0, 1, 10}, {0, 0, 1, 10}, {0, 1, 1, 10}, {0, 1, 1, 11}});
  const FollowUps rules(history, 20, 5);
  EXPECT_EQ(rules.of(0, 1).cases, 1U);
  EXPECT_EQ(rules.of(0, 1).held, 1U);
  EXPECT_EQ(rules.of(1, 1).cases, 2U);
  EXPECT_EQ(rules.of(1, 1).held, 1U);
}

}  // namespace
}  // namespace entente::forecast
