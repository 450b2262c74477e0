#include "story/gather.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

TEST(Gather, JoinsWhatBelongsTogether) {
  // 0, 1, 2 are alike; 3 is like nobody.
  const auto score = [](std::size_t a, std::size_t b) { return a < 3 && b < 3 ? 2.0 : -2.0; };
  EXPECT_EQ(gather(4, score, -4), (Groups{{0, 1, 2}, {3}}));
}

TEST(Gather, AVetoKeepsApart) {
  // 1 is like both 0 and 2, which exclude each other.
  const auto score = [](std::size_t a, std::size_t b) { return a == 1 || b == 1 ? 3.0 : -5.0; };
  const Groups groups = gather(3, score, -4);
  EXPECT_EQ(groups.size(), 2U);
}

TEST(Gather, WhatIsDecidedHolds) {
  const auto never_one = [](std::size_t, std::size_t) { return never; };
  EXPECT_EQ(gather(2, never_one, -4).size(), 2U);
  // Forced together though a third report speaks against one of them.
  const auto score = [](std::size_t a, std::size_t b) {
    if (a + b == 1) return always;
    return -9.0;
  };
  EXPECT_EQ(gather(3, score, -4), (Groups{{0, 1}, {2}}));
}

TEST(Gather, NothingAndOne) {
  const auto score = [](std::size_t, std::size_t) { return 1.0; };
  EXPECT_TRUE(gather(0, score, -4).empty());
  EXPECT_EQ(gather(1, score, -4), (Groups{{0}}));
}

TEST(Connected, GroupsByLinks) {
  const auto groups = connected({5, 1, 2, 3}, {{1, 2, 1.0}, {3, 5, 1.0}}, 10);
  EXPECT_EQ(groups, (std::vector<std::vector<std::int64_t>>{{1, 2}, {3, 5}}));
}

TEST(Connected, ALargeGroupIsPartedAtItsWeakestLinks) {
  const std::vector<LinkedPair> chain = {{1, 2, 3.0}, {2, 3, 0.1}, {3, 4, 3.0}};
  const auto groups = connected({1, 2, 3, 4}, chain, 2);
  for (const auto& group : groups) EXPECT_LE(group.size(), 2U);
  std::size_t all = 0;
  for (const auto& group : groups) all += group.size();
  EXPECT_EQ(all, 4U);
}

}  // namespace
}  // namespace entente
