// Forecasts name what they rest on.
#include "forecast/model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "forecast/test_world.h"

namespace entente::forecast {
namespace {

/// A model that has seen the small world up to the test span and learnt to rank on its last days.
class LearntModel : public ::testing::Test {
 protected:
  LearntModel() : quads_(small_world()), model_(quads_.extent, options()), crew_(1) {
    Examples examples(model_.features().size());
    std::vector<Act> acts = quads_.train;
    acts.insert(acts.end(), quads_.valid.begin(), quads_.valid.end());
    for (std::size_t begin = 0; begin < acts.size();) {
      std::size_t end = begin;
      while (end < acts.size() && acts[end].day == acts[begin].day) ++end;
      const std::span<const Act> day(acts.data() + begin, end - begin);
      const std::vector<Asked> asked = questions_of(day, quads_.extent);
      if (day.front().day >= 30) collect(asked, examples);
      model_.learn_day(day, asked, crew_);
      begin = end;
    }
    examples.finish();
    model_.learn_ranker(examples, crew_);
    today_ = quads_.test.front().day;
  }
  static ModelOptions options() {
    ModelOptions options;
    options.boost.trees = 20;
    return options;
  }
  void collect(const std::vector<Asked>& questions, Examples& examples) {
    Model::Desk desk = model_.make_desk();
    for (const Asked& asked : questions) {
      model_.weigh(asked.question, desk);
      std::vector<std::uint8_t> labels;
      for (const ActorId actor : desk.actors) {
        labels.push_back(std::ranges::binary_search(asked.answers, actor) ? 1 : 0);
      }
      examples.add_group(desk.values, labels);
    }
  }
  Quads quads_;
  Model model_;
  Crew crew_;
  Day today_ = 0;
};

TEST_F(LearntModel, ReasonsAddUpToTheScore) {
  Model::Desk desk = model_.make_desk();
  const Question question{4, 0, today_};
  const Explanation why = model_.explain(question, 5, desk);
  double sum = why.base;
  for (const Reason& reason : why.reasons) sum += reason.weight;
  EXPECT_NEAR(sum, why.score, 1e-4);
  const Ranking ranking = model_.rank(question, desk);
  EXPECT_EQ(ranking.ranked.front().actor, 5U);
  EXPECT_NEAR(ranking.ranked.front().weight, why.score, 1e-4);
}

TEST_F(LearntModel, ReasonsNameThePastActs) {
  Model::Desk desk = model_.make_desk();
  const Explanation why = model_.explain({4, 0, today_}, 5, desk);
  const auto recurrence = std::ranges::find(why.reasons, "recurrence", &Reason::family);
  ASSERT_NE(recurrence, why.reasons.end());
  ASSERT_EQ(recurrence->evidence.acts.size(), 5U);
  EXPECT_EQ(recurrence->evidence.acts.front(), (Act{4, 0, 5, today_ - 1}));
  EXPECT_EQ(recurrence->evidence.acts.back(), (Act{4, 0, 5, today_ - 5}));
}

TEST_F(LearntModel, ReasonsNameTheRulesAndHowOftenTheyHeld) {
  Model::Desk desk = model_.make_desk();
  // Relation 1 from 7 to 4 two days ago … is answered by relation 2 from 4 to 7.
  Day day = today_;
  while (day % 3 != 1) ++day;
  const Explanation why = model_.explain({7, 2, day}, 4, desk);
  const auto rules = std::ranges::find(why.reasons, "rules", &Reason::family);
  ASSERT_NE(rules, why.reasons.end());
  ASSERT_FALSE(rules->evidence.rules.empty());
  const RuleHeld& best = rules->evidence.rules.front();
  EXPECT_EQ(best.then, 2U);
  EXPECT_GT(best.asked, 0U);
  EXPECT_LE(best.held, best.asked);
  EXPECT_GE(best.first_seen, 0);
}

TEST_F(LearntModel, AFamilyLeftOutHasNoFeatures) {
  ModelOptions without = options();
  without.without = {"walks", "likeness"};
  const Model smaller(quads_.extent, without);
  EXPECT_LT(smaller.features().size(), model_.features().size());
  EXPECT_EQ(smaller.features().size(), smaller.local_features());
}

TEST(Families, NamesAreDistinct) {
  std::vector<std::string> names = family_names();
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
  EXPECT_GE(names.size(), 8U);
}

}  // namespace
}  // namespace entente::forecast
