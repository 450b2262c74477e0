// Blocks: what ends at a blank line, at a line's end, and what was only wrapped.
#include "text/layout.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/utf8.h"

namespace entente {
namespace {

// The blocks, each in its own text; "#" before a heading, "/" before a new paragraph.
std::vector<std::string> described(const std::string& text,
                                   std::span<const Segment> segments = {}) {
  std::vector<std::string> blocks;
  std::uint32_t paragraph = 0;
  for (const Block& block : blocks_of(text, segments)) {
    std::string line = block.paragraph != paragraph ? "/" : "";
    paragraph = block.paragraph;
    if (block.heading) line += "#";
    blocks.push_back(line + text.substr(block.span.begin, block.span.size()));
  }
  return blocks;
}

using Lines = std::vector<std::string>;

TEST(Layout, BlankLinesEndParagraphs) {
  EXPECT_EQ(described("  One is here.\n\nTwo is here.\n \t\nThree.  "),
            (Lines{"One is here.", "/Two is here.", "/Three."}));
  EXPECT_EQ(described("One is here.\r\n\r\nTwo is here.\r\n"),
            (Lines{"One is here.", "/Two is here."}));
  EXPECT_TRUE(described(" \n\n ").empty());
}

TEST(Layout, WrappedLinesArePutTogether) {
  const std::string text =
      "The army of Gondor said on Monday that\nits guns had fallen silent along the\n"
      "river. Arnor did not confirm this and\nspoke of new shells near its capital.";
  EXPECT_EQ(described(text), Lines{text});
}

TEST(Layout, LinesThatWereEndedAreKeptApart) {
  EXPECT_EQ(described("The guns fell silent.\nArnor did not confirm this."),
            (Lines{"The guns fell silent.", "/Arnor did not confirm this."}));
}

TEST(Layout, ListItemsAreKeptApart) {
  EXPECT_EQ(described("- grain and salt\n- oil for the lamps\n- 3 boats"),
            (Lines{"- grain and salt", "- oil for the lamps", "- 3 boats"}));
  EXPECT_EQ(described("1. The truce\n2) the border\n(a) the river"),
            (Lines{"1. The truce", "2) the border", "(a) the river"}));
}

TEST(Layout, ShortLineOverALongerOneIsAHeading) {
  EXPECT_EQ(described("What is at stake\n\nThe border has been closed since the spring."),
            (Lines{"#What is at stake", "/The border has been closed since the spring."}));
  EXPECT_EQ(described("He left.\n\nThe border has been closed since the spring."),
            (Lines{"He left.", "/The border has been closed since the spring."}));
}

TEST(Layout, SegmentsPartBlocks) {
  const std::string text = "Title here, words follow\nof the article.";
  const std::vector<Segment> segments = {{{0, 10}, SegmentKind::title, {}, {}},
                                         {{12, 40}, SegmentKind::body, {}, {}}};
  EXPECT_EQ(described(text, segments),
            (Lines{"#Title here", "/,", "/words follow\nof the article."}));
}

TEST(Layout, BlocksCoverTheTextInOrder) {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "Word", " word.", "\n",
      "\n\n", " ",      "- ",
      "é",    "\u00A0", "A longer run of words, as prose has them",
      "\r\n", "\""};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 20; i > 0; --i) text += pieces[random() % pieces.size()];
    std::uint32_t at = 0;
    std::uint32_t paragraph = 0;
    const auto blank = [&](std::uint32_t end) {
      for (; at < end; at += decode(text, at).size) {
        if (!is_space(decode(text, at).code)) return false;
      }
      return true;
    };
    for (const Block& block : blocks_of(text, {})) {
      ASSERT_TRUE(blank(block.span.begin)) << text;
      ASSERT_LT(block.span.begin, block.span.end);
      ASSERT_GE(block.paragraph, paragraph);
      paragraph = block.paragraph;
      at = block.span.end;
    }
    ASSERT_TRUE(blank(static_cast<std::uint32_t>(text.size()))) << text;
  }
}

}  // namespace
}  // namespace entente
