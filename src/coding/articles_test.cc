// Articles and comments of one text: what one names the others do not take up.
#include "coding/articles.h"

#include <gtest/gtest.h>

#include "coding/parties.h"
#include "coding/test_world.h"

namespace entente {
namespace {

const std::string arland =
    "Arland Arland PROPN 2 nsubj Number=Sing\nleft leave VERB 0 root\nin in ADP 4 case\n"
    "Corland Corland PROPN 2 obl Number=Sing";
const std::string country =
    "The the DET 2 det Definite=Def|PronType=Art\ncountry country NOUN 3 nsubj Number=Sing\n"
    "agreed agree VERB 0 root";

// Sentence i lies in the article numbers[i].
void divide(TestText& text, const std::vector<std::uint32_t>& numbers) {
  auto& document = *text.analysis().document;
  document.segments.clear();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Span span = text.analysis().sentences[i].span;
    document.segments.push_back({span, SegmentKind::body, "", "", numbers[i]});
  }
}

TEST(Articles, AreTheSentencesOfOneNumber) {
  TestText text({arland, country, country, arland});
  divide(text, {0, 0, 1, 2});
  text.analysis().document->segments[2].published = "2019-03-02";
  const auto articles = articles_of(text.analysis());
  ASSERT_EQ(articles.size(), 3U);
  EXPECT_EQ(articles[0].sentences.size(), 2U);
  EXPECT_EQ(articles[1].sentences.size(), 1U);
  EXPECT_EQ(articles[2].sentences.front().number, 3U);
  EXPECT_TRUE(articles[0].first);
  EXPECT_FALSE(articles[1].first);
  EXPECT_EQ(to_string(articles[1].published), "2019-03-02");
  EXPECT_FALSE(articles[2].published.known());
}

TEST(Articles, ATextWithoutSegmentsIsOne) {
  TestText text({arland, country});
  EXPECT_EQ(articles_of(text.analysis()).size(), 1U);
  EXPECT_EQ(articles_of(text.analysis()).front().sentences.size(), 2U);
  TestText none({});
  ASSERT_EQ(articles_of(none.analysis()).size(), 1U);
  EXPECT_TRUE(articles_of(none.analysis()).front().sentences.empty());
}

TEST(Articles, SegmentsAreFoundByTheSpan) {
  Document document;
  document.segments = {{{2, 5}, SegmentKind::title, "", ""}, {{7, 9}, SegmentKind::body, "", ""}};
  EXPECT_EQ(segment_at(document, {0, 2}), nullptr);
  EXPECT_EQ(segment_at(document, {4, 6}), &document.segments[0]);
  EXPECT_EQ(segment_at(document, {5, 7}), nullptr);
  EXPECT_EQ(segment_at(document, {7, 8}), &document.segments[1]);
  EXPECT_EQ(segment_at(document, {9, 12}), nullptr);
}

TEST(Articles, DaysAreTheirOwn) {
  TestText text({arland, country, arland}, "2020-05-14");
  divide(text, {0, 1, 2});
  text.analysis().document->segments[1].published = "2011-03-02";
  const auto articles = articles_of(text.analysis());
  const auto day = [&](std::size_t i) {
    return to_string(read(*text.analysis().document, articles[i], rooms().world, rooms().lexicon,
                          &english_for_tests())
                         .published);
  };
  EXPECT_EQ(day(0), "2020-05-14");
  EXPECT_EQ(day(1), "2011-03-02");
  EXPECT_EQ(day(2), "2020-05-14");
}

TEST(Articles, ReferencesDoNotCross) {
  TestText text({arland, country});
  const auto codes = [&](std::size_t article) {
    const auto articles = articles_of(text.analysis());
    const auto reading = read(*text.analysis().document, articles.at(article), rooms().world,
                              rooms().lexicon, &english_for_tests());
    const Parties parties(reading, rooms().world, rooms().lexicon);
    return parties.at(reading.sentences.size() - 1, text.find("country", 1)).codes;
  };
  EXPECT_FALSE(codes(0).empty());
  divide(text, {0, 1});
  EXPECT_TRUE(codes(1).empty());
}

}  // namespace
}  // namespace entente
