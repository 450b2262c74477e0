#include "world/code_names.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const CodeNames& shipped() {
  static const CodeNames names({std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english");
  return names;
}

TEST(CodeNames, CodesAreShownByTheirFirstNames) {
  EXPECT_EQ(shipped().name("RUS"), "Russia");
  EXPECT_EQ(shipped().name("RUS:MIL"), "Russia: armed forces");
  EXPECT_EQ(shipped().name("hezbollah"), "Hezbollah");
  EXPECT_EQ(shipped().name("us-led-coalition"), "US-led coalition");
  EXPECT_EQ(shipped().name("quds-force"), "Quds Force");
  EXPECT_EQ(shipped().name("PSE"), "Palestine");
}

TEST(CodeNames, WhatHasNoNameStandsAsItIs) {
  EXPECT_EQ(shipped().name("QQQ"), "QQQ");
  EXPECT_EQ(shipped().name("QQQ:ZZZ"), "QQQ: ZZZ");
  EXPECT_EQ(shipped().name(""), "");
  EXPECT_FALSE(shipped().knows("QQQ"));
  EXPECT_TRUE(shipped().knows("RUS:ZZZ"));
}

TEST(CodeNames, NamesAreFoundWhateverTheirCase) {
  const std::vector<NamedActor> found = shipped().named("HIZBULLAH");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Hezbollah");
  EXPECT_EQ(found[0].tenures.at(0).codes, std::vector<std::string>{"hezbollah"});
  EXPECT_TRUE(shipped().named("Nobody of that name").empty());
}

TEST(CodeNames, PersonsHaveTheirOffices) {
  const std::vector<NamedActor> found = shipped().named("abdelaziz bouteflika");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].tenures.size(), 1U);
  EXPECT_EQ(found[0].tenures[0].office, "president");
  EXPECT_EQ(found[0].tenures[0].from, (Date{1999, 4, 27}));
  EXPECT_EQ(found[0].tenures[0].until, (Date{2019, 4, 2}));
}

TEST(CodeNames, PersonsByTheNameThatIsShown) {
  const std::optional<NamedActor> found = shipped().person("Dmitry Medvedev");
  ASSERT_TRUE(found);
  EXPECT_EQ(codes_on(*found, {2015, 1, 1}), std::vector<std::string>{"RUS:GOV"});
  EXPECT_FALSE(shipped().person("dmitry medvedev"));
}

TEST(CodeNames, SuggestsWhatIsLike) {
  const std::vector<std::string> like = shipped().like("Hezbolah", 3);
  ASSERT_FALSE(like.empty());
  EXPECT_EQ(like[0], "Hezbollah");
  EXPECT_LE(like.size(), 3U);
  EXPECT_TRUE(shipped().like("xqzwkvjjqqzx", 3).empty());
}

TEST(CodeNames, Slugs) {
  EXPECT_EQ(slug_of("Quds Force"), "quds-force");
  EXPECT_EQ(slug_of("Da'esh (IS)"), "daesh-is");
}

}  // namespace
}  // namespace entente
