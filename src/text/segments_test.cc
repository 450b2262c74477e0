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

const FurnitureLexicon& shipped() {
  static const FurnitureLexicon lexicon = FurnitureLexicon::load(
      std::vector<std::string>{std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english");
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

// What a page leaves when all of it is copied: the site's words about itself, an article, an offer
// to subscribers, and the beginning of another article.
constexpr const char* two_articles =
    "Read the world slowly.\n\nWe bring it to your table.\n\nSign up for our weekly letter.\n\n"
    "Already a subscriber? Log in.\n\nYou have used all your free articles\n\nCancel anytime\n\n"
    "Our best offer\n\nTen letters a month\n\nSubscribe now\n\nPolitics\n\n"
    "Arland Shuts the Northern Harbour Before the Vote\n\n"
    "Fishermen say that they will lose the winter, and the council has no answer for them so "
    "far.\n\n"
    "The harbour of Velm, from where the boats leave for the north\n"
    "The harbour of Velm, from where the boats leave for the north\nNila Hald\n\n"
    "VELM — The council of Arland closed the northern harbour on Monday, three days before the "
    "vote "
    "on the treaty with Bergia, and sent soldiers to its gates.\n\n"
    "Soldiers at the gates of the harbour in March 2031 — Photo: Oda Brenn/Reuters\n\n"
    "Bergia called the step an insult. Its minister left for talks with the coast guard, and "
    "nobody "
    "expected him to come back with a result before the end of the week.\n\n"
    "To read the full story, sign in to continue.\n\nUnlimited digital access\n\nPolitics\n\n"
    "Corland's Mills Stand Still and Nobody Counts the Losses\n\n"
    "While all look at the harbour, the mills of the south have been without water since "
    "spring.\n\n"
    "Empty sacks in the yard of a mill.\n\n"
    "Empty sacks in the yard of a mill in southern Corland, May 2031.\n\nImago/Reuters\n"
    "Tarik al-Senn\n\n"
    "DORN — The last sack of flour left the mill of Dorn in April, its owner said, and the army "
    "took "
    "it without paying for it.\n\nKeep reading...\n\nThe latest\n";

std::string author_of(const std::vector<Segment>& segments, std::uint32_t article) {
  for (const Segment& segment : segments) {
    if (segment.article == article && !segment.author.empty()) return segment.author;
  }
  return "";
}

TEST(Segments, ASecondArticleBelowTheFirst) {
  const std::string text = two_articles;
  const auto segments = mark_segments(text, "", &shipped());
  EXPECT_EQ(text_of(text, segments, SegmentKind::title),
            "Arland Shuts the Northern Harbour Before the Vote | "
            "Corland's Mills Stand Still and Nobody Counts the Losses");
  const std::string body = text_of(text, segments, SegmentKind::body);
  for (const char* words : {"letter", "subscriber", "table", "offer", "Nila", "Tarik", "Cancel",
                            "Keep reading", "Politics", "The latest", "Photo", "Imago"}) {
    EXPECT_EQ(body.find(words), std::string::npos) << words;
  }
  const std::string captions = text_of(text, segments, SegmentKind::caption);
  for (const char* words : {"The harbour of Velm", "Oda Brenn", "Empty sacks", "Imago"}) {
    EXPECT_NE(captions.find(words), std::string::npos) << words;
  }
  for (const Segment& segment : segments) {
    const bool second = segment.span.begin >= text.find("Corland's Mills");
    EXPECT_EQ(segment.article, second ? 1U : 0U) << text.substr(segment.span.begin, 20);
  }
  EXPECT_EQ(author_of(segments, 1), "Tarik al-Senn");
}

TEST(Segments, AHeadingBelowANoticeBeginsNoArticle) {
  const std::string prose =
      "The council of Arland closed the northern harbour on Monday, three days before the vote on "
      "the treaty with Bergia, and sent soldiers to its gates.\n\n";
  const std::string text = "Arland shuts the northern harbour\n\n" + prose + prose +
                           "Sign up for our weekly letter.\n\nWhat the fishermen want now\n\n" +
                           prose + "A town between two fires\n\n" + prose;
  for (const Segment& segment : mark_segments(text, "", &shipped())) {
    EXPECT_EQ(segment.article, 0U);
  }
}

TEST(Segments, CommentsHaveTheirWritersAndDays) {
  const std::string text =
      "Harbour Closed, Treaty in Danger\n\n\nby saltwater\n\n"
      "There is word tonight that three captains of the coast guard have gone over to Bergia, and "
      "nobody in Velm knows what the council will do about it.\n\n"
      "We will see. I for one think that the treaty is dead.\n\n\n"
      "No surprise at all\n\nby Oda Brenn on March 3, 2031 - 4:05pm\n\n"
      "They left because nobody paid them. The same happened in the south two years ago.\n\n\n"
      "They left because of\n\nby hillman on March 4, 2031 - 9:11am\n\n"
      "They left because of the minister, who has sold the boats. Read his own words.\n\n"
      "He said so in May.\n\n\n"
      "by saltwater on March 4, 2031 - 10:40am\n\nThank you, Oda, for this.\n";
  const auto segments = mark_segments(text, "", &shipped());
  EXPECT_EQ(text_of(text, segments, SegmentKind::title),
            "Harbour Closed, Treaty in Danger | No surprise at all");
  const std::string body = text_of(text, segments, SegmentKind::body);
  EXPECT_EQ(body.substr(0, 13), "There is word");
  EXPECT_EQ(body.substr(body.size() - 5), "dead.");
  EXPECT_EQ(text_of(text, segments, SegmentKind::comment),
            "They left because nobody paid them. The same happened in the south two years ago. | "
            "They left because of the minister, who has sold the boats. Read his own words.\n\n"
            "He said so in May. | Thank you, Oda, for this.");
  EXPECT_EQ(author_of(segments, 0), "");
  EXPECT_EQ(author_of(segments, 1), "Oda Brenn");
  EXPECT_EQ(author_of(segments, 2), "hillman");
  EXPECT_EQ(author_of(segments, 3), "saltwater");
  EXPECT_EQ(segments.back().published, "2031-03-04");
  const std::string furniture = text_of(text, segments, SegmentKind::furniture);
  EXPECT_NE(furniture.find("by saltwater"), std::string::npos);
  EXPECT_NE(furniture.find("They left because of"), std::string::npos);
}

TEST(Segments, OneBylineBelowIsNoThread) {
  const std::string text =
      "Harbour closed before the vote\n\nThe council of Arland closed the northern harbour on "
      "Monday, three days before the vote on the treaty with Bergia, and sent soldiers there.\n\n"
      "Posted by Oda Brenn on March 3, 2031\n\nThe vote is on Thursday.\n";
  for (const Segment& segment : mark_segments(text, "", &shipped())) {
    EXPECT_NE(segment.kind, SegmentKind::comment);
    EXPECT_EQ(segment.article, 0U);
  }
}

TEST(Segments, CoverEverythingButWhiteSpace) {
  const FurnitureLexicon& lexicon = shipped();
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
                                           "\u00A0",
                                           "by Oda Brenn on March 3, 2031",
                                           "Photo: Oda Brenn/Reuters",
                                           "VELM — The council met."};
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
