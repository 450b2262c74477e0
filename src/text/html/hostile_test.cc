// Pages that mean harm: bounded time and memory, or an error that says why.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "text/html/page.h"
#include "text/html/page_lexicon.h"
#include "text/html/slim.h"
#include "text/html/tree.h"

namespace entente {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::vector<Document> read(const std::string& html) {
  PageOptions options;
  const std::vector<std::string> data = {ENTENTE_SOURCE_DIR "/data"};
  static const auto lexicon = std::make_shared<PageLexicon>(PageLexicon::load(data, "english"));
  options.lexicon = lexicon;
  return read_page(html, options);
}

const std::string words = "<p>The council of Norvale met through the night and agreed to open.</p>";

// Far above what any of these needs, far below what anything quadratic takes.
constexpr std::chrono::seconds patience{20};

void expect_quick(const std::string& name, const std::string& html, const std::string& in_text) {
  const auto begin = std::chrono::steady_clock::now();
  std::string text;
  for (const Document& document : read(html)) text += document.text;
  EXPECT_NE(text.find(in_text), std::string::npos) << name << ": " << text.substr(0, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, patience) << name;
}

TEST(HostilePage, DeepNestingIsFlattened) {
  constexpr std::size_t depth = 100'000, shallower = 20'000;
  for (const char* tag : {"div", "span", "b", "a", "table", "ul", "li", "p", "svg", "blockquote",
                          "font", "button", "x-any", "select", "template", "form", "h1", "math"}) {
    const std::string open = "<" + std::string(tag) + ">", close = "</" + std::string(tag) + ">";
    const std::string page = words + repeated(open, depth);
    expect_quick(tag, page, "Norvale");
    expect_quick(tag, words + repeated(open, shallower) + repeated(close, shallower), "Norvale");
    expect_quick(tag, words + repeated(close, shallower), "Norvale");
  }
  expect_quick("mixed", words + repeated("<table><tr><td><div><b><p>", 20'000), "Norvale");
  expect_quick("lists", words + repeated("<ul><li>", 50'000) + "end", "end");
  expect_quick("adoption", words + repeated("<b><div>", 20'000) + repeated("</b>", 20'000), "Nor");
}

TEST(HostilePage, DepthIsBoundedAndTextStays) {
  const std::string html = repeated("<div>", 5000) + "inside" + repeated("</div>", 5000) + "behind";
  const Tree tree(slim(html, {}, {}));
  std::size_t deepest = 0;
  for (const Node& node : tree.nodes()) deepest = std::max<std::size_t>(deepest, node.depth);
  EXPECT_LE(deepest, 300U);
  EXPECT_EQ(tree.text_of(0), "insidebehind");
}

TEST(HostilePage, LongAttributesAreLeftOut) {
  const std::string megabytes(20U << 20, 'a');
  expect_quick("class", "<p class=\"" + megabytes + "\">" + words, "Norvale");
  expect_quick("unquoted", "<p id=" + megabytes + ">" + words, "Norvale");
  expect_quick("name", "<p " + megabytes + ">" + words, "Norvale");
  expect_quick("many", "<p " + repeated("a=1 class=b id=c ", 500'000) + ">" + words, "Norvale");
  expect_quick("open", words + "<p class=\"" + megabytes, "Norvale");
}

TEST(HostilePage, LargePagesAreReadOrRefused) {
  expect_quick("script", words + "<script>" + std::string(20U << 20, '<') + "</script>", "Norvale");
  expect_quick("comment", words + "<!--" + repeated("--!-", 2U << 20), "Norvale");
  expect_quick("space", words + std::string(20U << 20, ' '), "Norvale");
  expect_quick("text", words + "<p>" + repeated("a ", 2U << 20), "Norvale");
  expect_quick("brackets", words + repeated("<", 2U << 20), "Norvale");
  expect_quick("drawing", words + "<svg>" + repeated("<g><title>", 1U << 20), "Norvale");
  for (const std::string& html : {repeated("<p>", 600'000), repeated("</p>", 600'000),
                                  std::string(60U << 20, 'a'), std::string(129U << 20, ' ')}) {
    try {
      (void)read(html);
      ADD_FAILURE() << html.substr(0, 10);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::too_large);
    }
  }
}

TEST(HostilePage, FormattingIsNotRepeatedWithoutEnd) {
  std::string html = words;
  for (int i = 0; i < 2000; ++i) html += "<b class=c" + std::to_string(i) + "><i><u><s><em>";
  expect_quick("formatting", html + repeated("<p>x", 10'000), "Norvale");
}

TEST(HostilePage, LinkedDataIsNotTrusted) {
  const auto script = [](const std::string& json) {
    return "<script type=application/ld+json>" + json + "</script>" + words;
  };
  expect_quick("brackets", script(repeated("[", 1'000'000)), "Norvale");
  expect_quick("objects", script(repeated("{\"a\":", 500'000)), "Norvale");
  expect_quick("open", script("{\"@type\":\"NewsArticle\",\"headline\":\"a"), "Norvale");
  expect_quick("escape", script("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud83d\\u00"),
               "Norvale");
  expect_quick("types", script("{\"@type\":[[{}]],\"@graph\":{\"@graph\":[1,null,true]}}"), "Nor");
  expect_quick("itself", script("{\"@id\":\"a\",\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}}"),
               "Norvale");
}

TEST(HostilePage, OddMarkup) {
  for (const std::string& html : std::vector<std::string>{
           words + "<script><!--<script></script>--></script>" + words,
           words + "<style>p{}</style><p>\xEF\xBF\xBD</p>" + words,
           "<svg><style><p>in</p></style><p>" + words,
           "<frameset><frame></frameset>" + words + words, "<select><option>" + words,
           "<table>" + words + "<tr>" + words, "</" + words, "<p =x ='y' \"z>" + words,
           "<![CDATA[ " + words, "<?php ?>" + words}) {
    (void)read(html);
  }
  expect_quick("noscript", "<noscript><div>hidden</div></noscript>" + words, "Norvale");
  expect_quick("script", words + "<script>if (a</script>b)</script><p>behind it", "behind it");
}

}  // namespace
}  // namespace entente
