// Titles and furniture are found, and segments cover the text.
#include "text/segments.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

FurnitureLexicon small_lexicon() {
  FurnitureLexicon lexicon;
  lexicon.add("# notices\nsign up for our\n= menu\n= home\n^ read more\n", "test");
  return lexicon;
}

std::string text_of(const std::string& text, const std::vector<Segment>& segments,
                    SegmentKind kind) {
  std::string found;
  for (const Segment& segment : segments) {
    if (segment.kind != kind) continue;
    if (!found.empty()) found += " | ";
    found += text.substr(segment.span.begin, segment.span.size());
  }
  return found;
}

TEST(FurnitureLexicon, MatchesByPlaceInTheLine) {
  const FurnitureLexicon lexicon = small_lexicon();
  EXPECT_EQ(lexicon.size(), 4U);
  EXPECT_TRUE(lexicon.matches("Please SIGN UP for our weekly letter!"));
  EXPECT_TRUE(lexicon.matches("» Menu «"));
  EXPECT_FALSE(lexicon.matches("The menu was short"));
  EXPECT_TRUE(lexicon.matches("Read more: the talks"));
  EXPECT_FALSE(lexicon.matches("They read more than before"));
  EXPECT_FALSE(lexicon.matches(""));
  EXPECT_THROW(small_lexicon().add("ok\n= ...\n", "test"), Error);
}

TEST(FurnitureLexicon, ShippedOneLoads) {
  const std::vector<std::string> folders = {std::string(ENTENTE_SOURCE_DIR) + "/data", "/none"};
  const FurnitureLexicon lexicon = FurnitureLexicon::load(folders, "english");
  EXPECT_GT(lexicon.size(), 100U);
  EXPECT_TRUE(lexicon.matches("Already a subscriber? Log in."));
  EXPECT_FALSE(lexicon.matches("Rebels seized the northern town on Monday."));
}

TEST(Segments, TitleFromTheSourceWins) {
  const std::string text = "World news today\n\nTalks resume in Arnor\n\nThe talks resumed.";
  const auto segments = mark_segments(text, "Talks Resume in Arnor", nullptr);
  EXPECT_EQ(text_of(text, segments, SegmentKind::title), "Talks resume in Arnor");
}

TEST(Segments, FirstLineThatLooksLikeAHeadlineIsTheTitle) {
  const std::string text =
      "Arnor and Gondor sign a truce\n\nArnor and Gondor signed a truce on Monday.";
  const auto segments = mark_segments(text, "", nullptr);
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(segments[0].kind, SegmentKind::title);
  EXPECT_EQ(segments[1].kind, SegmentKind::body);
}

TEST(Segments, ProseIsNoTitle) {
  for (const char* text : {"Arnor signed a truce on Monday.\n\nGondor did not.",
                           "Only one line here", "and so the war went on\n\nIt ended.", ""}) {
    const auto segments = mark_segments(text, "", nullptr);
    EXPECT_EQ(text_of(text, segments, SegmentKind::title), "") << text;
  }
}

TEST(Segments, NoticesAndWhatStandsBetweenThemAreFurniture) {
  const std::string text =
      "Home\n\nOur Shop\n\nMenu\n\nArnor and Gondor sign truce\n\nThe truce began at noon.\n\n"
      "Sign up for our daily letter.";
  const FurnitureLexicon lexicon = small_lexicon();
  const auto segments = mark_segments(text, "", &lexicon);
  EXPECT_EQ(text_of(text, segments, SegmentKind::furniture),
            "Home\n\nOur Shop\n\nMenu | Sign up for our daily letter.");
  EXPECT_EQ(text_of(text, segments, SegmentKind::title), "Arnor and Gondor sign truce");
  EXPECT_EQ(text_of(text, segments, SegmentKind::body), "The truce began at noon.");
}

TEST(Segments, CoverEverythingButWhiteSpace) {
  const FurnitureLexicon lexicon = small_lexicon();
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"Menu",
                                           "\n",
                                           "\n\n",
                                           " ",
                                           "sign up for our letter",
                                           "Été “x”",
                                           "\r\n",
                                           "A line of five words",
                                           ".",
                                           "\u00A0"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 15; i > 0; --i) text += pieces[random() % pieces.size()];
    std::uint32_t at = 0;
    const auto blank = [&](std::uint32_t begin, std::uint32_t end) {
      for (std::uint32_t i = begin; i < end; i += decode(text, i).size) {
        if (!is_space(decode(text, i).code)) return false;
      }
      return true;
    };
    for (const Segment& segment : mark_segments(text, "", &lexicon)) {
      ASSERT_LE(at, segment.span.begin);
      ASSERT_LT(segment.span.begin, segment.span.end);
      ASSERT_TRUE(is_boundary(text, segment.span.begin) && is_boundary(text, segment.span.end));
      ASSERT_TRUE(blank(at, segment.span.begin)) << text;
      at = segment.span.end;
    }
    ASSERT_TRUE(blank(at, static_cast<std::uint32_t>(text.size()))) << text;
  }
}

}  // namespace
}  // namespace entente
