// Curves of rules: what holds soon after, and what does not.
#include "forecast/rules.h"

#include <gtest/gtest.h>

namespace entente::forecast {
namespace {

constexpr Extent extent{4, 2};

TEST(Questions, BothEndsAskOncePerDay) {
  const auto questions = questions_of(std::vector<Act>{{0, 1, 2, 3}, {0, 1, 1, 3}}, extent);
  ASSERT_EQ(questions.size(), 3U);
  EXPECT_EQ(questions[0].question, (Question{0, 1, 3}));
  EXPECT_EQ(questions[0].answers, (std::vector<ActorId>{1, 2}));
  EXPECT_EQ(questions[1].question, (Question{1, 3, 3}));
  EXPECT_EQ(questions[2].answers, (std::vector<ActorId>{0}));
}

TEST(Rules, ConfidenceFollowsTheDelay) {
  History history(extent);
  Rules rules(extent);
  Crew crew(2);
  // Relation 0 to an actor is followed by relation 1 to the same one the day after; 20 days later
  // relation 1 goes to another one.
  for (Day round = 0; round < 40; ++round) {
    const Day day = round * 40;
    const ActorId other = 1 + static_cast<ActorId>(round % 2);
    const auto pass = [&](const Act& act) {
      const std::vector<Act> acts = {act};
      rules.learn(questions_of(acts, extent), history, crew);
      history.add(acts);
    };
    pass({0, 0, other, day});
    pass({0, 1, other, day + 1});
    pass({0, 1, 3, day + 20});
  }
  const Fading fading;
  Trace trace;
  trace.add(0, fading);
  const std::size_t soon = Rules::cell(trace, 1, fading), late = Rules::cell(trace, 20, fading);
  EXPECT_GT(rules.confidence(1, 0, soon), 0.8F);
  EXPECT_LT(rules.confidence(1, 0, late), 0.1F);
  EXPECT_GT(rules.weight(1, 0, soon), rules.weight(1, 0, late));
  EXPECT_EQ(rules.counts(1, 0, soon).asked, 40);
  EXPECT_EQ(rules.counts(1, 0, soon).held, 40);
}

TEST(Rules, CellsTellDelayAndDensity) {
  const Fading fading;
  Trace once, often;
  once.add(10, fading);
  for (Day day = 4; day <= 10; ++day) often.add(day, fading);
  EXPECT_EQ(Rules::cell(once, 11, fading), 0U);
  EXPECT_EQ(Rules::cell(often, 11, fading), 2U);
  EXPECT_EQ(Rules::cell(once, 300, fading), (Rules::delays - 1) * Rules::densities);
  EXPECT_EQ(Rules::delay_begin(1), 2);
}

}  // namespace
}  // namespace entente::forecast
