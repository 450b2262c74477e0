// Many rows at once get the scores that they get one by one.
#include "forecast/masked_trees.h"

#include <gtest/gtest.h>

#include <cmath>

#include "forecast/boosting.h"
#include "forecast/draws.h"

namespace entente::forecast {
namespace {

TEST(MaskedTrees, ScoreAsTreesDo) {
  constexpr std::size_t width = 5;
  Examples examples(width);
  Draws draws(8);
  std::vector<float> rows;
  for (int i = 0; i < 3000; ++i) {
    std::vector<float> row;
    for (std::size_t f = 0; f < width; ++f) row.push_back(draws.share());
    const std::uint8_t label = row[0] * row[1] > 0.3F || row[2] < 0.1F ? 1 : 0;
    examples.add_group(row, {&label, 1});
    rows.insert(rows.end(), row.begin(), row.end());
  }
  examples.finish();
  BoostOptions options;
  options.trees = 20;
  options.share_of_groups = options.share_of_features = 1;
  Crew crew(2);
  const Trees trees = boost(examples, options, logistic_loss, crew);
  for (const std::size_t count : {0U, 1U, 15U, 16U, 127U, 128U, 129U, 3000U}) {
    std::vector<float> scores;
    MaskedTrees(trees).score(std::span(rows).first(count * width), width, scores);
    ASSERT_EQ(scores.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(scores[i], trees.score(rows.data() + i * width)) << i;
    }
  }
}

TEST(MaskedTrees, ATreeOfOneLeafGivesItsValue) {
  Trees trees;
  trees.add(Tree{{-1, 0, 0, 0, 0, 0.25F}});
  std::vector<float> scores;
  MaskedTrees(trees).score(std::vector<float>(3), 1, scores);
  EXPECT_EQ(scores, (std::vector<float>{0.25F, 0.25F, 0.25F}));
}

TEST(Boosting, DrawingTheSteepRowsKeepsWhatIsLearnt) {
  Examples examples(1);
  Draws draws(4);
  for (int i = 0; i < 20'000; ++i) {
    const float value = draws.share();
    const std::uint8_t label = draws.share() < value * value ? 1 : 0;
    examples.add_group({&value, 1}, {&label, 1});
  }
  examples.finish();
  BoostOptions options;
  options.share_of_groups = options.share_of_features = 1;
  options.steep = 0.5F;
  options.least_share = 0.2F;
  Crew crew(1);
  const Trees trees = boost(examples, options, logistic_loss, crew);
  for (const float value : {0.2F, 0.5F, 0.8F}) {
    EXPECT_NEAR(1 / (1 + std::exp(-trees.score(&value))), value * value, 0.08) << value;
  }
}

}  // namespace
}  // namespace entente::forecast
