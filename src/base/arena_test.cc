// The arena keeps what it was given, where it was put.
#include "base/arena.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace entente {
namespace {

TEST(StringArena, KeepsCopiesAtStableAddresses) {
  StringArena arena;
  std::mt19937 random(7);
  std::vector<std::string> given;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 2000; ++i) {
    given.emplace_back(i % 500 == 0 ? 40000 : random() % 60, static_cast<char>('a' + i % 26));
    kept.push_back(arena.keep(given.back()));
  }
  for (std::size_t i = 0; i < given.size(); ++i) ASSERT_EQ(kept[i], given[i]);
}

TEST(StringArena, CanBeUsedAgainAfterClear) {
  StringArena arena;
  const std::string long_text(100000, 'x');
  EXPECT_EQ(arena.keep(long_text), long_text);
  arena.clear();
  EXPECT_EQ(arena.keep("after"), "after");
  arena.clear();
  EXPECT_EQ(arena.keep("again"), "again");
}

}  // namespace
}  // namespace entente
