// Documents in JSON Lines: segments must fit the text.
#include "record/document_json.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

TEST(DocumentJson, NothingIsLost) {
  Document document;
  document.id = "a \"name\"";
  document.text = "Tïtle\n\nText\x01 with 雪.\n";
  document.author = "nobody";
  document.replaced_bytes = 3;
  document.segments = {{{0, 6}, SegmentKind::title, "", ""},
                       {{8, 23}, SegmentKind::comment, "x", "2031-01-02", 4}};
  std::string line;
  append_document_json(line, document);
  const Document read = read_document(line, {});
  EXPECT_EQ(read.id, document.id);
  EXPECT_EQ(read.text, document.text);
  EXPECT_EQ(read.author, document.author);
  EXPECT_EQ(read.replaced_bytes, 3U);
  ASSERT_EQ(read.segments.size(), 2U);
  EXPECT_EQ(read.segments[1].span, (Span{8, 23}));
  EXPECT_EQ(read.segments[1].kind, SegmentKind::comment);
  EXPECT_EQ(read.segments[1].author, "x");
  EXPECT_EQ(read.segments[1].published, "2031-01-02");
  EXPECT_EQ(read.segments[0].article, 0U);
  EXPECT_EQ(read.segments[1].article, 4U);
}

TEST(DocumentJson, WhatAPageSaysOfItselfIsKept) {
  Document document;
  document.text = "Head\n\nWords.";
  document.canonical = "https://a.example/1";
  document.updated = "2031-01-03";
  document.segments = {{{6, 12}, SegmentKind::quote, "", ""}};
  document.paragraphs = {{{0, 4}, "html>body>h1"}, {{6, 12}, "html>body>blockquote[2]>p"}};
  std::string line;
  append_document_json(line, document);
  const Document read = read_document(line, {});
  EXPECT_EQ(read.canonical, document.canonical);
  EXPECT_EQ(read.updated, document.updated);
  EXPECT_EQ(read.segments.at(0).kind, SegmentKind::quote);
  ASSERT_EQ(read.paragraphs.size(), 2U);
  EXPECT_EQ(read.paragraphs[1].span, (Span{6, 12}));
  EXPECT_EQ(read.paragraphs[1].element, "html>body>blockquote[2]>p");
}

TEST(DocumentJson, MistakesAreNamedByField) {
  const std::vector<std::pair<std::string, std::string>> mistakes = {
      {R"({"id":"d"})", "field \"text\" is missing"},
      {R"({"text":"ab","segments":[{"begin":0,"end":3,"kind":"body"}]})",
       "field \"segments[0].end\" lies past the end of the text"},
      {R"({"text":"ab","segments":[{"begin":0,"end":2,"kind":"advert"}]})",
       "field \"segments[0].kind\" names no kind of segment: \"advert\""},
      {R"({"text":"ab","segments":[{"begin":0,"end":2,"kind":"body"},)"
       R"({"begin":1,"end":2,"kind":"body"}]})",
       "field \"segments[1].begin\" lies before the end of the segment before"},
      {R"({"text":"ab","paragraphs":[{"begin":0,"end":1}]})",
       "field \"paragraphs[0].element\" is missing"},
      {R"({"text":"é","segments":[{"begin":0,"end":1,"kind":"body"}]})",
       "field \"segments[0].begin\" or \"end\" lies inside a character"},
  };
  for (const auto& [line, message] : mistakes) {
    try {
      (void)read_document(line, {"d.jsonl", 2, 0});
      ADD_FAILURE() << line;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), "d.jsonl:2: " + message);
    }
  }
}

}  // namespace
}  // namespace entente
