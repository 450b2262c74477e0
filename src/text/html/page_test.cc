// Pages of our own writing: what becomes an article, a caption, a quote, a comment, furniture.
#include "text/html/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "record/document_json.h"
#include "text/html/page_lexicon.h"
#include "text/segments.h"

namespace entente {
namespace {

const std::vector<std::string> data = {ENTENTE_SOURCE_DIR "/data"};

PageOptions options() {
  static const auto lexicon = std::make_shared<PageLexicon>(PageLexicon::load(data, "english"));
  static const auto furniture =
      std::make_shared<FurnitureLexicon>(FurnitureLexicon::load(data, "english"));
  PageOptions result;
  result.id = "page";
  result.url = "https://paper.example/2031/04/03/bridge";
  result.lexicon = lexicon;
  result.furniture = furniture;
  return result;
}

std::string text_of(const Document& document, SegmentKind kind) {
  std::string text;
  for (const Segment& segment : document.segments) {
    if (segment.kind != kind) continue;
    text += document.text.substr(segment.span.begin, segment.span.size()) + "|";
  }
  return text;
}

const std::string filler =
    "<p>The council of Norvale met through the night and agreed to open the bridge again, "
    "the mayor said.</p><p>Engineers had closed it after the flood of last winter, and traders on "
    "both banks have asked for help ever since.</p><p>Work on the second pier is to begin next "
    "week, according to a plan that the council will publish today.</p>";

const std::string whole_page =
    R"(<!DOCTYPE html><html lang="en-GB"><head><title>Bridge to open - The Paper</title>
<link rel="canonical" href="/news/bridge"><meta property="og:site_name" content="The Paper">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge to open",
"datePublished":"2031-04-03T08:00:00+01:00","dateModified":"2031-04-04",
"author":[{"@type":"Person","name":"Ada Ferry"}]}</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>Bridge to open</h1><p class="byline">By Ada Ferry</p>
<figure><img src="b.jpg"><figcaption>The bridge in March</figcaption></figure>
<div class="story-body">)" +
    filler +
    R"(<div class="newsletter-signup"><p>Sign up for our newsletter and get the news of the day.</p></div>
<blockquote><p>We have waited long enough for this bridge.</p></blockquote>
<ul><li>Cars may cross from Monday.</li><li>Lorries may cross from June on.</li></ul>
<table><tr><th>Bank</th><th>Shops</th></tr><tr><td>North</td><td>41</td></tr></table>
<p>The river carries less water now than in any spring on record, the harbour office said.</p>
<h3>Related</h3><ul><li><a href="/1">Ferry runs late</a></li><li><a href="/2">Flood of 1930</a></li></ul>
</div></article></main><footer>All rights reserved</footer></body></html>)";

TEST(Page, AnArticleWithItsParts) {
  const std::vector<Document> documents = read_page(whole_page, options());
  ASSERT_EQ(documents.size(), 1U);
  const Document& document = documents[0];
  EXPECT_EQ(document.id, "page");
  EXPECT_EQ(document.title, "Bridge to open");
  EXPECT_EQ(document.author, "Ada Ferry");
  EXPECT_EQ(document.published, "2031-04-03");
  EXPECT_EQ(document.updated, "2031-04-04");
  EXPECT_EQ(document.publisher, "The Paper");
  EXPECT_EQ(document.canonical, "https://paper.example/news/bridge");
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(text_of(document, SegmentKind::title), "Bridge to open|");
  EXPECT_EQ(text_of(document, SegmentKind::caption), "The bridge in March|");
  EXPECT_EQ(text_of(document, SegmentKind::quote), "We have waited long enough for this bridge.|");
  const std::string body = text_of(document, SegmentKind::body);
  EXPECT_NE(body.find("the mayor said.\n\nEngineers had"), std::string::npos) << body;
  EXPECT_NE(body.find("Monday.\n\nLorries"), std::string::npos) << body;
  EXPECT_NE(body.find("North\t41"), std::string::npos) << body;
  EXPECT_EQ(body.find("newsletter"), std::string::npos) << body;
  EXPECT_EQ(body.find("Related"), std::string::npos) << body;
  const std::string furniture = text_of(document, SegmentKind::furniture);
  for (const char* part : {"Home World", "newsletter", "Ferry runs late", "All rights"}) {
    EXPECT_NE(furniture.find(part), std::string::npos) << part;
  }
}

TEST(Page, EveryParagraphNamesItsElement) {
  const Document document = read_page(whole_page, options()).at(0);
  std::size_t last = 0;
  bool found = false;
  for (const Paragraph& paragraph : document.paragraphs) {
    EXPECT_GE(paragraph.span.begin, last);
    last = paragraph.span.end;
    const std::string text = document.text.substr(paragraph.span.begin, paragraph.span.size());
    if (text.starts_with("Engineers")) {
      found = true;
      EXPECT_EQ(paragraph.element, "html>body>main>article>div>p[2]");
    }
  }
  EXPECT_TRUE(found);
}

TEST(Page, ComesOutAsWritten) {
  PageOptions plain = options();
  plain.keep_furniture = false;
  const std::string html =
      "<html><body><h1>Ice</h1><p>The lake of Orlem froze over for the first time in thirty "
      "years, and children went to school on skates.</p></body></html>";
  std::string line;
  append_document_json(line, read_page(html, plain).at(0));
  EXPECT_EQ(
      line,
      R"({"id":"page","title":"Ice","published":"2031-04-03","publisher":"paper.example",)"
      R"("url":"https://paper.example/2031/04/03/bridge","segments":[)"
      R"({"begin":0,"end":3,"kind":"title"},{"begin":5,"end":108,"kind":"body"}],"paragraphs":[)"
      R"({"begin":0,"end":3,"element":"html>body>h1"},)"
      R"({"begin":5,"end":108,"element":"html>body>p"}],)"
      R"("text":"Ice\n\nThe lake of Orlem froze over for the first time in thirty years, and )"
      R"(children went to school on skates."})"
      "\n");
}

TEST(Page, TwoArticlesAreTwoDocuments) {
  const std::string html =
      "<html><head><meta property='og:title' content='Second'></head><body><main><article>"
      "<h1>First</h1><p>By Bo Lind</p><p>1 May 2031</p>" +
      filler + filler + "</article><article><h1>Second</h1>" + filler + filler +
      "</article></main></body></html>";
  const std::vector<Document> documents = read_page(html, options());
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].title, "Second");
  EXPECT_EQ(documents[1].title, "First");
  EXPECT_EQ(documents[1].id, "page#article2");
  EXPECT_EQ(documents[1].author, "Bo Lind");
  EXPECT_EQ(documents[1].published, "2031-05-01");
  EXPECT_EQ(documents[1].url, documents[0].url);
  EXPECT_EQ(text_of(documents[0], SegmentKind::body), text_of(documents[1], SegmentKind::body));
}

TEST(Page, CommentsAreDocumentsOfTheirAuthors) {
  const std::string comment =
      R"(<li class="comment"><div class="comment-author">reader77 says:</div>
<time datetime="2031-04-05T10:00:00">April 5, 2031</time><div class="comment-content">
<p>This bridge was never safe and everybody in Norvale knew it.</p></div>)";
  const std::string html = "<html><body><article><h1>Bridge to open</h1>" + filler + filler +
                           "</article><div id='comments'><h2>2 comments</h2><ol>" + comment +
                           "<ul>" + comment + "</li></ul></li></ol>" +
                           "<form class='comment-form'><p>Leave a reply</p></form></div></body>";
  const std::vector<Document> documents = read_page(html, options());
  ASSERT_EQ(documents.size(), 3U);
  EXPECT_EQ(documents[1].id, "page#comment1");
  EXPECT_EQ(documents[1].author, "reader77");
  EXPECT_EQ(documents[1].published, "2031-04-05");
  EXPECT_EQ(documents[1].url, documents[0].url);
  ASSERT_EQ(documents[1].segments.size(), 1U);
  EXPECT_EQ(documents[1].segments[0].kind, SegmentKind::comment);
  EXPECT_EQ(documents[1].segments[0].author, "reader77");
  EXPECT_EQ(documents[2].text, "This bridge was never safe and everybody in Norvale knew it.");
  EXPECT_EQ(text_of(documents[0], SegmentKind::body).find("never safe"), std::string::npos);
}

TEST(Page, WhatOnlyTheMetadataHoldIsRead) {
  std::string body;
  for (int i = 0; i < 8; ++i) body += "The ferry of Norvale sailed again after the storm. ";
  const std::string html =
      "<html><body><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Ferry sails\",\"articleBody\":\"<p>" +
      body + "</p><p>" + body + "</p>\"}</script><div id='app'>Loading</div></body></html>";
  const Document document = read_page(html, options()).at(0);
  EXPECT_EQ(document.title, "Ferry sails");
  EXPECT_EQ(text_of(document, SegmentKind::body).size(), 2 * (body.size() - 1) + 3);
  EXPECT_EQ(document.paragraphs.back().element, "html>body>script");
}

TEST(Page, DaysThatReadersSee) {
  const auto day = [](const std::string& meta, const std::string& line, const std::string& url) {
    PageOptions with = options();
    with.url = url;
    return read_page("<html><head>" + meta + "</head><body><h1>Bridge</h1>" + line + filler +
                         "</body></html>",
                     with)
        .at(0)
        .published;
  };
  const std::string stated =
      "<meta property='article:published_time' content='2031-04-04T02:10:00Z'>";
  EXPECT_EQ(day("", "<p>Published 3 April 2031, updated 9 April 2031</p>", ""), "2031-04-03");
  EXPECT_EQ(day("", "<span class='date'>Apr. 3rd, 2031</span>", ""), "2031-04-03");
  EXPECT_EQ(day("", "<p>03.04.2031</p>", ""), "2031-04-03");
  EXPECT_EQ(day("", "<p>3. März 2031</p>", ""), "2031-03-03");
  EXPECT_EQ(day("", "<p>3 de março de 2031</p>", ""), "2031-03-03");
  EXPECT_EQ(day("", "<p>2031年3月4日</p>", ""), "2031-03-04");
  EXPECT_EQ(day("", "", "https://a.example/news/2031-04-03-bridge.html"), "2031-04-03");
  EXPECT_EQ(day("", "<time datetime='2031-04-03'>yesterday</time>", ""), "2031-04-03");
  EXPECT_EQ(day(stated, "", ""), "2031-04-04");
  EXPECT_EQ(day(stated, "<p>April 3, 2031 10:10 pm</p>", ""), "2031-04-03");
  EXPECT_EQ(day(stated, "<div class='date'>Apr 3, 10:10 pm</div>", ""), "2031-04-03");
  EXPECT_EQ(day(stated, "", "https://a.example/2031/04/03/bridge"), "2031-04-03");
  EXPECT_EQ(day("", "<p>31.02.2031</p>", ""), "");
}

TEST(Page, NothingIsKnownWithoutWords) {
  PageOptions bare;
  bare.id = "x";
  const std::vector<Document> documents = read_page(whole_page, bare);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_NE(text_of(documents[0], SegmentKind::body).find("Engineers"), std::string::npos);
  EXPECT_EQ(read_page("", bare).size(), 1U);
  EXPECT_EQ(read_page("  <!-- nothing -->", bare).at(0).text, "");
}

TEST(Page, IsToldFromOtherFormats) {
  for (const char* html : {"<!doctype html>", "\xEF\xBB\xBF\n<!-- a --><HTML>", "<div class=a>",
                           "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC", "<p>Hello"}) {
    EXPECT_TRUE(looks_like_html(html)) << html;
  }
  for (const char* other : {"", "Plain words", "{\"text\":1}", "<?xml version='1.0'?><rss>", "<",
                            "<feed xmlns='a'>", "< p>", "<!DOCTYPE rss>", "<3 words"}) {
    EXPECT_FALSE(looks_like_html(other)) << other;
  }
}

}  // namespace
}  // namespace entente
