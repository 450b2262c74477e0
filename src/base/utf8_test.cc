// Decoding, repair and classes of characters.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

std::string repaired(std::string text) {
  repair(text);
  return text;
}

TEST(Utf8, DecodesEachLength) {
  const std::string text = "aé€😀";
  EXPECT_EQ(decode(text, 0).code, U'a');
  EXPECT_EQ(decode(text, 1).code, U'é');
  EXPECT_EQ(decode(text, 3).code, U'€');
  EXPECT_EQ(decode(text, 6).code, U'😀');
  EXPECT_EQ(decode(text, 6).size, 4U);
  EXPECT_EQ(decode(text, 2).code, char32_t{0xFFFD});
}

TEST(Utf8, AppendIsTheInverseOfDecode) {
  for (char32_t code = 1; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    append(text, code);
    ASSERT_TRUE(is_valid(text));
    ASSERT_EQ(decode(text, 0).code, code);
    ASSERT_EQ(decode(text, 0).size, text.size());
  }
}

TEST(Utf8, ReplacesMaximalSubsequences) {
  EXPECT_EQ(repaired("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(repaired("\xE2\x82z"), "\uFFFDz");                // a truncated character: one
  EXPECT_EQ(repaired("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(repaired("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
  EXPECT_EQ(repaired("\xF0\x80\x80\x41"), "\uFFFD\uFFFD\uFFFD\x41");
  EXPECT_EQ(repaired("\xF4\x90z"), "\uFFFD\uFFFDz");  // past the last character
  EXPECT_EQ(repaired("end\xF0\x9F\x92"), "end\uFFFD");
}

TEST(Utf8, CountsReplacedBytes) {
  std::string text = std::string("one\0two", 7) + "\xE2\x82" + "three";
  EXPECT_EQ(repair(text), 3U);
  EXPECT_EQ(text, "one\uFFFDtwo\uFFFDthree");
}

TEST(Utf8, RepairLeavesValidTextAlone) {
  const std::string text = "Erdoğan’s “visit”\u00A0to Łódź \uFFFD 😀";
  std::string copy = text;
  EXPECT_EQ(repair(copy), 0U);
  EXPECT_EQ(copy, text);
}

TEST(Utf8, RepairOfRandomBytesIsValidAndStable) {
  std::mt19937 random(1);
  const std::string material = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xED\xA0\xFF\xC0";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) {
      const std::size_t pick = random() % (material.size() + 1);
      text += pick == material.size() ? static_cast<char>(random() % 256) : material[pick];
    }
    const bool was_valid = is_valid(text) && text.find('\0') == std::string::npos;
    std::string once = text;
    const std::uint32_t count = repair(once);
    ASSERT_TRUE(is_valid(once));
    ASSERT_EQ(once.find('\0'), std::string::npos);
    ASSERT_EQ(count == 0, was_valid);
    ASSERT_TRUE(!was_valid || once == text);
    std::string twice = once;
    ASSERT_EQ(repair(twice), 0U);
  }
}

TEST(Utf8, FindsBoundaries) {
  const std::string text = "é!";
  EXPECT_TRUE(is_boundary(text, 0));
  EXPECT_FALSE(is_boundary(text, 1));
  EXPECT_TRUE(is_boundary(text, 2));
  EXPECT_TRUE(is_boundary(text, 3));
  EXPECT_FALSE(is_boundary(text, 4));
}

TEST(Utf8, KnowsClasses) {
  EXPECT_TRUE(is_space(U' ') && is_space(U'\u00A0') && is_space(U'\u200B') && is_space(U'\uFEFF'));
  EXPECT_FALSE(is_space(U'a') || is_space(U'-'));
  EXPECT_TRUE(is_letter(U'a') && is_letter(U'ж') && is_letter(U'中') && is_letter(U'\u0301'));
  EXPECT_FALSE(is_letter(U'1') || is_letter(U'’') || is_letter(U' '));
  EXPECT_TRUE(is_digit(U'7') && is_digit(U'٣'));
  EXPECT_TRUE(is_upper(U'Z') && is_upper(U'Ж') && !is_upper(U'z') && !is_upper(U'1'));
  EXPECT_TRUE(is_lower(U'z') && is_lower(U'ж') && !is_lower(U'Z'));
  EXPECT_TRUE(is_punct(U'.') && is_punct(U'“') && is_punct(U'—') && is_punct(U'€') &&
              is_punct(U'$'));
  EXPECT_FALSE(is_punct(U'a') || is_punct(U' ') || is_punct(U'5'));
}

TEST(Utf8, LowersAndFolds) {
  EXPECT_EQ(lower("ÉTAT Major"), "état major");
  EXPECT_EQ(fold("Erdoğan"), "erdogan");
  EXPECT_EQ(fold("Łódź, Malmö, Ørsted"), "lodz, malmo, orsted");
  EXPECT_EQ(fold("Sana’a"), "sana'a");
  EXPECT_EQ(fold("Sana`a"), "sana'a");
  EXPECT_EQ(fold("e\u0301"), "e");
  EXPECT_EQ(fold("Nguyễn"), "nguyen");
}

}  // namespace
}  // namespace entente
