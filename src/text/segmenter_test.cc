// A toy model trained here; what holds of every segmentation, whatever the model.
#include "text/segmenter.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

// A text from sentences whose tokens are parted by blanks; "_" before a token glues it to the one
// before, "|" parts the words of a token, "=" gives words that are not its parts.
SegmentedText marked(const std::vector<std::string>& sentences) {
  SegmentedText result;
  for (const std::string& sentence : sentences) {
    const auto begin = static_cast<std::uint32_t>(result.text.size() + !result.text.empty());
    for (std::size_t at = 0; at < sentence.size();) {
      const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
      std::string token = sentence.substr(at, end - at);
      at = end + 1;
      const bool glued = token.starts_with('_');
      if (glued) token.erase(0, 1);
      if (!glued && !result.text.empty()) result.text += ' ';
      SegmentedText::Token made;
      const std::size_t equals = token.find('=');
      std::string parts = equals == std::string::npos ? token : token.substr(equals + 1);
      for (std::size_t i = 0; i <= parts.size();) {
        const std::size_t bar = std::min(parts.find('|', i), parts.size());
        made.words.push_back(parts.substr(i, bar - i));
        i = bar + 1;
      }
      std::string form = token.substr(0, equals);
      std::erase(form, '|');
      made.span.begin = static_cast<std::uint32_t>(result.text.size());
      result.text += form;
      made.span.end = static_cast<std::uint32_t>(result.text.size());
      result.tokens.push_back(std::move(made));
    }
    result.sentences.push_back({begin, static_cast<std::uint32_t>(result.text.size())});
  }
  return result;
}

std::vector<SegmentedText> toy_texts() {
  std::vector<SegmentedText> texts;
  const std::vector<std::string> names = {"Arnor", "Gondor", "Rohan", "Dale", "Bree"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      texts.push_back(marked({a + " did|n't attack " + b + " _, Gen. Smith said _.",
                              "The king of " + b + " saw " + a + "|'s army at 3.5 miles _.",
                              "\" _We can|not stay _, _\" he told " + a + " _.",
                              "A " + a + " _- _backed force left _.", "Why did " + b + " go _?",
                              "They went du=de|le north _."}));
    }
  }
  return texts;
}

Archive archive_of(std::vector<std::byte> section) {
  ArchiveWriter writer;
  writer.add("segmenter", std::move(section));
  return Archive::from_bytes(writer.bytes(), "toy");
}

class SegmenterTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::vector<Abbreviation> abbreviations = {{"Gen.", 1}, {"Adm.", 1}};
    archive_ = new Archive(archive_of(train_segmenter(toy_texts(), 1, abbreviations)));
  }
  static void TearDownTestSuite() { delete archive_; }

  static Analysis split(const std::string& text, std::vector<Segment> segments = {}) {
    Analysis analysis;
    analysis.document = std::make_unique<Document>();
    analysis.document->text = text;
    analysis.document->segments = std::move(segments);
    Segmenter(*archive_).split(analysis);
    return analysis;
  }
  // Sentences with their words parted by blanks.
  static std::vector<std::string> forms(const Analysis& analysis) {
    std::vector<std::string> result;
    for (const Sentence& sentence : analysis.sentences) {
      std::string line;
      for (const Word& word : sentence.words) {
        if (!line.empty()) line += ' ';
        line += word.form;
      }
      result.push_back(line);
    }
    return result;
  }
  static Archive* archive_;
};
Archive* SegmenterTest::archive_ = nullptr;

using Lines = std::vector<std::string>;

TEST_F(SegmenterTest, SplitsWhatItLearnt) {
  EXPECT_EQ(forms(split("Bree didn't attack Dale. The king of Dale saw Arnor's army.")),
            (Lines{"Bree did n't attack Dale .", "The king of Dale saw Arnor 's army ."}));
  EXPECT_EQ(forms(split("A Dale-backed force left.")), Lines{"A Dale - backed force left ."});
}

TEST_F(SegmenterTest, ListedAbbreviationsDoNotEndSentences) {
  EXPECT_EQ(forms(split("Arnor didn't attack Dale, Adm. Brown said. They left.")),
            (Lines{"Arnor did n't attack Dale , Adm. Brown said .", "They left ."}));
}

TEST(SegmenterTraining, SentencesMayEndInAnAbbreviation) {
  std::vector<SegmentedText> texts;
  for (int i = 0; i < 8; ++i) {
    for (SegmentedText& text : toy_texts()) texts.push_back(std::move(text));
    texts.push_back(
        marked({"They saw Bree Corp. Dale and Dale Corp. Bree there _.", "They left _."}));
  }
  const auto sentences = [&](std::uint8_t kind) {
    const std::vector<Abbreviation> abbreviations = {{"Corp.", kind}};
    const Archive archive = archive_of(train_segmenter(texts, 1, abbreviations));
    Analysis analysis;
    analysis.document = std::make_unique<Document>();
    analysis.document->text = "The king of Dale saw Bree Corp. They went north.";
    Segmenter(archive).split(analysis);
    return analysis.sentences.size();
  };
  EXPECT_EQ(sentences(3), 2U);
  EXPECT_EQ(sentences(1), 1U);
}

TEST_F(SegmenterTest, WordsOfATokenKnowTheirPlaces) {
  const Analysis analysis = split("Bree didn't go.");
  const std::vector<Word>& words = analysis.sentences.at(0).words;
  ASSERT_EQ(words.size(), 5U);
  EXPECT_EQ(words[1].form, "did");
  EXPECT_EQ(words[1].token_words, 2);
  EXPECT_FALSE(words[1].space_after);
  EXPECT_EQ(words[2].form, "n't");
  EXPECT_EQ(words[2].token_words, 0);
  EXPECT_TRUE(words[2].space_after);
  EXPECT_EQ(words[2].span, (Span{8, 11}));
  EXPECT_FALSE(words[3].space_after);
}

TEST_F(SegmenterTest, WordsThatAreNotPartsShareTheTokensSpan) {
  const Analysis analysis = split("They went du north.");
  const std::vector<Word>& words = analysis.sentences.at(0).words;
  ASSERT_EQ(words.size(), 6U);
  EXPECT_EQ(words[2].form, "de");
  EXPECT_EQ(words[3].form, "le");
  EXPECT_EQ(words[2].span, (Span{10, 12}));
  EXPECT_EQ(words[3].span, words[2].span);
  EXPECT_EQ(words[2].token_words, 2);
}

TEST_F(SegmenterTest, QuotationMarksPartNoHeadline) {
  const std::vector<Segment> title = {{{0, 25}, SegmentKind::title, {}, {}}};
  EXPECT_EQ(split("Bree Drops 'War Plan' Now\n\nThey left.", title).sentences.size(), 2U);
  EXPECT_EQ(split("Bree Left. They Went On.\n\nThey left.", {{{0, 24}, SegmentKind::title, {}, {}}})
                .sentences.size(),
            3U);
}

TEST_F(SegmenterTest, HeadingsAndParagraphsComeFromTheLayout) {
  const Analysis analysis =
      split("Arnor Marches North\n\nThe king of Dale saw the army. They went north.",
            {{{0, 19}, SegmentKind::title, {}, {}}});
  ASSERT_EQ(analysis.sentences.size(), 3U);
  EXPECT_TRUE(analysis.sentences[0].heading);
  EXPECT_EQ(analysis.sentences[0].paragraph, 0U);
  EXPECT_FALSE(analysis.sentences[1].heading);
  EXPECT_EQ(analysis.sentences[1].paragraph, 1U);
  EXPECT_EQ(analysis.sentences[2].number, 2U);
}

TEST_F(SegmenterTest, EmptyTextHasNoSentences) {
  EXPECT_TRUE(split("").sentences.empty());
  EXPECT_TRUE(split(" \n\u00A0\n").sentences.empty());
}

TEST_F(SegmenterTest, TrainingIsDeterministic) {
  EXPECT_EQ(train_segmenter(toy_texts(), 7), train_segmenter(toy_texts(), 7));
}

void check_covering(const Analysis& analysis) {
  const std::string& text = analysis.document->text;
  std::size_t at = 0;
  const auto blank_up_to = [&](std::size_t end) {
    for (; at < end; at += decode(text, at).size) {
      if (!is_space(decode(text, at).code)) return false;
    }
    return at == end;
  };
  for (const Sentence& sentence : analysis.sentences) {
    ASSERT_FALSE(sentence.words.empty());
    ASSERT_EQ(sentence.span.begin, sentence.words.front().span.begin);
    ASSERT_EQ(sentence.span.end, sentence.words.back().span.end);
    Span before{};
    for (const Word& word : sentence.words) {
      if (word.token_words == 0 && word.span == before) continue;
      ASSERT_LT(word.span.begin, word.span.end);
      ASSERT_TRUE(blank_up_to(word.span.begin)) << text;
      ASSERT_TRUE(is_boundary(text, word.span.end));
      at = word.span.end;
      before = word.span;
      const bool space = at == text.size() || is_space(decode(text, at).code);
      ASSERT_TRUE(!space || word.space_after || word.token_words > 1);
    }
  }
  ASSERT_TRUE(blank_up_to(text.size())) << text;
}

TEST_F(SegmenterTest, WordsCoverEveryTextInOrder) {
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {
      "Arnor",    "didn't", "cannot", "'s",   "’s",    ".",
      "...",      " ",      " ",      " ",    "\n",    "\n\n",
      "\"",       "“",      "”",      "U.S.", "3,500", "http://x.org/a?b=c",
      "me@x.org", "(",      ")",      "é",    "中文",  "\u00A0",
      "😀",        "-",      "—",      "du",   "GEN.",  "\xEF\xBF\xBD",
      "x\u0301",  "'",      "@",      "://",  "www."};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += pieces[random() % pieces.size()];
    check_covering(split(text));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_F(SegmenterTest, EndlessLinesAndWordsAreCut) {
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "and the army went ";
  const Analysis analysis = split(words);
  check_covering(analysis);
  EXPECT_GE(analysis.sentences.size(), 80U);
  for (const Sentence& sentence : analysis.sentences) EXPECT_LE(sentence.words.size(), 1001U);
  check_covering(split(std::string(300000, 'x')));
  check_covering(split(std::string(100000, '.') + std::string(100000, '\'')));
}

TEST(SegmenterModel, DamagedSectionsAreRefused) {
  const std::vector<std::byte> good = train_segmenter(toy_texts(), 1);
  for (std::size_t size : {std::size_t{0}, std::size_t{8}, std::size_t{64}, good.size() - 8}) {
    const std::vector<std::byte> cut(good.begin(),
                                     good.begin() + static_cast<std::ptrdiff_t>(size));
    const Archive archive = archive_of(cut);
    EXPECT_THROW(Segmenter{archive}, Error) << size;
  }
  std::vector<std::byte> other = good;
  other[0] = std::byte{9};
  const Archive archive = archive_of(other);
  try {
    Segmenter segmenter(archive);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::version);
  }
}

TEST(SegmenterTraining, RefusesTokensOutsideTheText) {
  SegmentedText text;
  text.text = "short";
  text.tokens.push_back({{0, 9}, {"short"}});
  EXPECT_THROW((void)train_segmenter(std::vector{text}, 1), Error);
}

TEST(Abbreviations, ShippedOnesAreRead) {
  const auto path =
      std::string(ENTENTE_SOURCE_DIR) + "/data/english/segmentation/abbreviations.txt";
  const std::vector<Abbreviation> abbreviations = read_abbreviations(path);
  EXPECT_GT(abbreviations.size(), 100U);
  for (const Abbreviation& abbreviation : abbreviations) {
    EXPECT_TRUE(abbreviation.form.ends_with('.')) << abbreviation.form;
    EXPECT_TRUE(abbreviation.kind >= 1 && abbreviation.kind <= 7) << abbreviation.form;
  }
  EXPECT_THROW((void)read_abbreviations("/no/such/file"), Error);
}

}  // namespace
}  // namespace entente
