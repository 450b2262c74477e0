// What is remembered, from both ends, and how it fades.
#include "forecast/history.h"

#include <gtest/gtest.h>

namespace entente::forecast {
namespace {

TEST(Trace, CountsFadeByTheirHalfLives) {
  const Fading fading;
  Trace trace;
  trace.add(0, fading);
  trace.add(6, fading);
  EXPECT_EQ(trace.count, 2U);
  EXPECT_EQ(trace.first, 0);
  EXPECT_NEAR(trace.at(6, fading)[2], 1.5, 1e-5);  // half of the first is left after six days
  EXPECT_NEAR(trace.at(12, fading)[2], 0.75, 1e-5);
  EXPECT_NEAR(trace.at(12, fading)[1], 1.125 / 8, 1e-5);
}

TEST(History, BothEndsKnowAnAct) {
  History history({4, 2});
  history.add(std::vector<Act>{{0, 1, 2, 5}});
  history.add(std::vector<Act>{{0, 1, 2, 7}, {2, 0, 0, 7}});
  const Tie* there = history.tie(0, 2);
  const Tie* back = history.tie(2, 0);
  ASSERT_TRUE(there && back);
  EXPECT_EQ(there->all.count, 3U);
  EXPECT_EQ(there->done.count, 2U);
  ASSERT_TRUE(there->find(1));
  EXPECT_EQ(there->find(1)->last, 7);
  EXPECT_EQ(back->find(3)->count, 2U);  // relation 1, suffered
  EXPECT_EQ(back->find(0)->count, 1U);
  EXPECT_EQ(there->find(0), nullptr);
  EXPECT_EQ(there->find(2)->count, 1U);
  EXPECT_EQ(history.tie(0, 1), nullptr);
}

TEST(History, HabitsAndRolesAreCounted) {
  History history({4, 2});
  history.add(std::vector<Act>{{0, 1, 2, 0}, {0, 1, 3, 0}, {0, 1, 3, 0}});
  const Habit* habit = history.actor(0).find(1);
  ASSERT_TRUE(habit);
  EXPECT_EQ(habit->trace.count, 3U);
  EXPECT_EQ(habit->ties.size(), 2U);
  EXPECT_EQ(history.relation(1).others.size(), 2U);
  EXPECT_EQ(history.kinds(), 2U);
  EXPECT_EQ(history.size(), 3U);
}

}  // namespace
}  // namespace entente::forecast
