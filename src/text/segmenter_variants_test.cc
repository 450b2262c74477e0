// Variants keep their spans in order and hold what they were made for.
#include "text/segmenter_variants.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {
namespace {

/// "Ann Brown left." once per number; tokens are parted by blanks but for the full stop.
SegmentedText text_of(std::size_t sentences) {
  SegmentedText out;
  const auto add = [&](const std::string& form, const std::string& gap) {
    if (!out.text.empty()) out.text += gap;
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += form;
    out.tokens.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, {form}});
  };
  for (std::size_t i = 0; i < sentences; ++i) {
    const std::size_t first = out.tokens.size();
    for (const char* form : {"Ann", "Brown", "left"}) add(form, " ");
    add(".", "");
    out.sentences.push_back({out.tokens[first].span.begin, out.tokens.back().span.end});
  }
  return out;
}

std::string_view slice(const SegmentedText& text, Span span) {
  return std::string_view(text.text).substr(span.begin, span.size());
}

TEST(SegmenterVariants, NamesAndEndsAreShortened) {
  const std::vector<SegmentedText> texts = {text_of(300)};
  const std::vector<Abbreviation> abbreviations = {{"Gen.", 1}, {"Corp.", 3}};
  std::set<std::string> seen;
  for (const SegmentedText& variant : shortened_variants(texts, abbreviations)) {
    ASSERT_GE(variant.sentences.size(), 2U);
    ASSERT_LE(variant.sentences.size(), 3U);
    for (const Span sentence : variant.sentences) seen.emplace(slice(variant, sentence));
    for (const auto& token : variant.tokens) {
      EXPECT_EQ(token.words.at(0), slice(variant, token.span));
    }
  }
  EXPECT_EQ(seen, (std::set<std::string>{"Ann Brown left.", "A. Brown left.", "A. A. Brown left.",
                                         "A.A. Brown left.", "Ann Brown Corp."}));
}

TEST(SegmenterVariants, FewSentencesHaveNone) {
  const std::vector<SegmentedText> texts = {text_of(10)};
  EXPECT_TRUE(shortened_variants(texts, {}).empty());
}

}  // namespace
}  // namespace entente
