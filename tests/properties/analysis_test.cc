// What holds for the sentences of every document, however damaged: they and their words cover the
// text in order, and each is a tree.
#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "properties/corpus.h"

namespace entente {
namespace {

template <typename Check>
void for_each_analysis(Check check) {
  const auto scratch = shipped().engine.make_scratch();
  for (const Document& document : shipped().documents) {
    SCOPED_TRACE(document.id);
    check(shipped().engine.impl().analyse(document, *scratch));
    if (testing::Test::HasFailure()) return;
  }
}

/// Nothing but white space and control characters lies between two words.
void expect_blank(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  ASSERT_LE(begin, end) << "spans overlap";
  for (std::size_t at = begin; at < end;) {
    const Decoded character = decode(text, at);
    const bool blank = is_space(character.code) || character.code < 0x20 || character.code == 0x7f;
    ASSERT_TRUE(blank) << "byte " << at << " is in no word: \"" << text.substr(at, 20) << "\"";
    at += character.size;
  }
}

TEST(Analysis, KeepsTheText) {
  std::size_t at = 0;
  for_each_analysis([&](const Analysis& analysis) {
    EXPECT_EQ(analysis.document->text, shipped().documents[at++].text);
    EXPECT_TRUE(is_valid(analysis.document->text));
  });
}

TEST(Analysis, WordsCoverTheTextInOrder) {
  for_each_analysis([](const Analysis& analysis) {
    const std::string& text = analysis.document->text;
    std::uint32_t covered = 0;
    for (const Sentence& sentence : analysis.sentences) {
      ASSERT_FALSE(sentence.words.empty());
      EXPECT_EQ(sentence.span.begin, sentence.words.front().span.begin);
      EXPECT_EQ(sentence.span.end, sentence.words.back().span.end);
      Span token;
      for (const Word& word : sentence.words) {
        ASSERT_LT(word.span.begin, word.span.end);
        ASSERT_TRUE(is_boundary(text, word.span.begin) && is_boundary(text, word.span.end));
        if (word.token_words == 0 && word.span == token) continue;  // a contraction's second word
        expect_blank(text, covered, word.span.begin);
        covered = word.span.end;
        token = word.span;
      }
    }
    expect_blank(text, covered, static_cast<std::uint32_t>(text.size()));
  });
}

TEST(Analysis, SentencesAreNumberedAndParagraphsGrow) {
  for_each_analysis([](const Analysis& analysis) {
    std::uint32_t number = 0, paragraph = 0;
    for (const Sentence& sentence : analysis.sentences) {
      EXPECT_EQ(sentence.number, number++);
      EXPECT_GE(sentence.paragraph, paragraph);
      paragraph = sentence.paragraph;
    }
  });
}

TEST(Analysis, EachSentenceIsATree) {
  for_each_analysis([](const Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
      const auto size = static_cast<std::int32_t>(sentence.words.size());
      int roots = 0;
      for (std::int32_t at = 0; at < size; ++at) {
        const Word& word = sentence.words[static_cast<std::size_t>(at)];
        roots += word.head < 0 ? 1 : 0;
        EXPECT_EQ(word.head < 0, word.rel == Rel::root) << word.form;
        std::int32_t above = at, steps = 0;
        while (above >= 0 && steps <= size) {
          ASSERT_LT(above, size);
          above = sentence.words[static_cast<std::size_t>(above)].head;
          ++steps;
        }
        ASSERT_LE(steps, size) << "a circle at " << word.form;
      }
      EXPECT_EQ(roots, 1);
    }
  });
}

}  // namespace
}  // namespace entente
