// Trees learn what sets the right rows apart, the same ones on any number of threads.
#include "forecast/boosting.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "forecast/draws.h"

namespace entente::forecast {
namespace {

/// Groups of eight rows; the right one has the highest product of its first two values.
Examples made_up(std::size_t groups) {
  Examples examples(3);
  Draws draws(5);
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<float> rows;
    std::size_t best = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      for (int k = 0; k < 3; ++k) rows.push_back(draws.share());
      if (rows[3 * i] * rows[3 * i + 1] > rows[3 * best] * rows[3 * best + 1]) best = i;
    }
    std::vector<std::uint8_t> labels(8);
    labels[best] = 1;
    examples.add_group(rows, labels);
  }
  examples.finish();
  return examples;
}

BoostOptions small() {
  BoostOptions options;
  options.trees = 30;
  options.leaves = 8;
  options.share_of_groups = options.share_of_features = 1;
  return options;
}

TEST(Boosting, LearnsWhichRowIsRight) {
  Crew crew(1);
  const Trees trees = boost(made_up(2000), small(), listwise_loss, crew);
  Draws draws(99);
  int right = 0;
  for (int round = 0; round < 500; ++round) {
    float best = -1, best_score = -1e9F;
    float product_of_best = 0;
    for (int i = 0; i < 8; ++i) {
      const float row[] = {draws.share(), draws.share(), draws.share()};
      best = std::max(best, row[0] * row[1]);
      if (const float score = trees.score(row); score > best_score) {
        best_score = score;
        product_of_best = row[0] * row[1];
      }
    }
    right += product_of_best == best;
  }
  EXPECT_GT(right, 350);  // 62 by chance
}

TEST(Boosting, ThreadsDoNotMatter) {
  Crew one(1), three(3);
  const Examples examples = made_up(9000);
  const Trees a = boost(examples, small(), listwise_loss, one);
  const Trees b = boost(examples, small(), listwise_loss, three);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t t = 0; t < a.size(); ++t) {
    ASSERT_EQ(a.all()[t].size(), b.all()[t].size());
    for (std::size_t n = 0; n < a.all()[t].size(); ++n) {
      EXPECT_EQ(a.all()[t][n].feature, b.all()[t][n].feature);
      EXPECT_EQ(a.all()[t][n].threshold, b.all()[t][n].threshold);
      EXPECT_EQ(a.all()[t][n].value, b.all()[t][n].value);
    }
  }
}

TEST(Boosting, ContributionsAddUpToTheScore) {
  Crew crew(1);
  const Trees trees = boost(made_up(500), small(), listwise_loss, crew);
  const float row[] = {0.9F, 0.8F, 0.1F};
  std::vector<double> parts(3);
  trees.contributions(row, parts);
  EXPECT_NEAR(trees.base() + std::accumulate(parts.begin(), parts.end(), 0.0), trees.score(row),
              1e-4);
  EXPECT_GT(parts[0], std::abs(parts[2]));
}

TEST(Boosting, OtherRightAnswersAreNoRivals) {
  const std::vector<float> scores = {0, 0, 0};
  const std::vector<std::uint8_t> labels = {1, 1, 0};
  std::vector<Slope> slopes(3);
  listwise_loss(scores, labels, slopes);
  EXPECT_NEAR(slopes[0].gradient, -0.5, 1e-6);  // against the wrong one alone
  EXPECT_NEAR(slopes[1].gradient, -0.5, 1e-6);
  EXPECT_NEAR(slopes[2].gradient, 1.0, 1e-6);
}

TEST(Boosting, ProbabilitiesAreProportions) {
  Examples examples(1);
  for (int i = 0; i < 4000; ++i) {
    const float value = i % 2 == 0 ? 0.0F : 1.0F;
    const std::uint8_t label = i % 2 == 0 ? i % 10 == 0 : i % 10 != 1;
    examples.add_group(std::span(&value, 1), std::span(&label, 1));
  }
  examples.finish();
  Crew crew(1);
  BoostOptions options = small();
  options.trees = 100;
  const Trees trees = boost(examples, options, logistic_loss, crew);
  const float no = 0, yes = 1;
  EXPECT_NEAR(1 / (1 + std::exp(-trees.score(&no))), 0.2, 0.02);
  EXPECT_NEAR(1 / (1 + std::exp(-trees.score(&yes))), 0.8, 0.02);
}

TEST(Cuts, ValuesFallIntoTheClassBelowTheirEdge) {
  std::vector<float> values(1000);
  std::iota(values.begin(), values.end(), 0.0F);
  const Cuts cuts(values, 1);
  for (const float value : {0.0F, 1.0F, 500.0F, 998.5F}) {
    const std::uint8_t bin = cuts.bin(0, value);
    EXPECT_LE(value, cuts.upper(0, bin));
    if (bin > 0) {
      EXPECT_GT(value, cuts.upper(0, bin - 1U));
    }
  }
  EXPECT_GT(cuts.bin(0, 1e9F), cuts.bin(0, 900.0F));
}

}  // namespace
}  // namespace entente::forecast
