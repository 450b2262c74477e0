// The decoder against trying every tree.
#include "language/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

bool is_single_rooted_tree(const std::vector<std::int32_t>& heads) {
  int roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == static_cast<std::int32_t>(i)) return false;
    if (heads[i] < 0) ++roots;
    auto at = static_cast<std::int32_t>(i);
    for (std::size_t step = 0; at >= 0; ++step) {
      if (step > heads.size()) return false;
      at = heads[static_cast<std::size_t>(at)];
    }
  }
  return roots == 1;
}

float score_of(const std::vector<float>& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    sum += scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)];
  }
  return sum;
}

/// The score of the best tree among all assignments of heads.
float best_by_force(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::int32_t> heads(words, -1);
  float best = -1e30F;
  for (;;) {
    if (is_single_rooted_tree(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t at = 0;
    while (at < words && ++heads[at] == static_cast<std::int32_t>(words)) heads[at++] = -1;
    if (at == words) return best;
  }
}

TEST(TreeDecoder, FindsTheBestTree) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0.0F, 3.0F);
  TreeDecoder decoder;
  for (int round = 0; round < 600; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 6;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = normal(random);
    std::vector<std::int32_t> heads(words);
    decoder.decode(scores, heads);
    ASSERT_TRUE(is_single_rooted_tree(heads));
    ASSERT_NEAR(score_of(scores, heads), best_by_force(scores, words), 1e-3) << words << " words";
  }
}

TEST(TreeDecoder, MakesTreesOfManyWords) {
  std::mt19937 random(8);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  TreeDecoder decoder;
  const std::size_t words = 200;
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = normal(random);
  std::vector<std::int32_t> heads(words);
  decoder.decode(scores, heads);
  EXPECT_TRUE(is_single_rooted_tree(heads));
}

}  // namespace
}  // namespace entente
