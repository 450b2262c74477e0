// Feeds of every version, sound and broken.
#include "text/containers/feed.h"

#include <gtest/gtest.h>

#include "text/containers/test_support.h"

namespace entente {
namespace {

using testing_support::collect;
using testing_support::Collected;

Collected feed(std::string bytes, std::uint64_t limit = 1 << 20) {
  return collect(read_feed, std::move(bytes), limit);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(FeedTest, RssItemsCarryWhatTheChannelSays) {
  const Collected all = feed(
      "\n<?xml version=\"1.0\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
      "<title>Gondor Daily</title><image><title>Logo</title></image><language>en-gb</language>"
      "<item><title>Arnor &amp;amp; Gondor sign truce</title><media:title>No</media:title>"
      "<link>http://daily.example/1</link><guid>g1</guid><dc:creator>A. Scribe</dc:creator>"
      "<pubDate>Wed, 14 May 2031 09:00:00 +0100</pubDate><description>Short.</description>"
      "<content:encoded><![CDATA[<p>They <b>met</b> at noon &amp; signed.</p>]]></content:encoded>"
      "</item><item><title>Second</title><link>http://daily.example/2</link></item>"
      "</channel></rss>");
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_TRUE(all.errors.empty());
  const Payload& first = all.payloads[0];
  EXPECT_EQ(first.entry, "g1");
  EXPECT_EQ(first.origin.title, "Arnor & Gondor sign truce");
  EXPECT_EQ(first.origin.url, "http://daily.example/1");
  EXPECT_EQ(first.origin.publisher, "Gondor Daily");
  EXPECT_EQ(first.origin.author, "A. Scribe");
  EXPECT_EQ(first.origin.published, "2031-05-14");
  EXPECT_EQ(first.origin.language, "en");
  EXPECT_EQ(first.media_type, "text/html");
  EXPECT_TRUE(holds(first.bytes, "<p>They <b>met</b> at noon &amp; signed.</p>"));
  EXPECT_FALSE(holds(first.bytes, "Short."));
  EXPECT_EQ(all.payloads[1].entry, "http://daily.example/2");
  EXPECT_EQ(all.payloads[1].alternative, "Second");
}

TEST(FeedTest, AtomEntriesWithTextHtmlAndXhtml) {
  const Collected all = feed(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Arnor Wire</title>"
      "<entry><title type=\"html\">Kalen &amp;lt;b&amp;gt;falls&amp;lt;/b&amp;gt;</title>"
      "<id>urn:1</id><link rel=\"self\" href=\"http://wire.example/self\"/>"
      "<link rel=\"alternate\" href=\"http://wire.example/1\"/>"
      "<updated>2031-05-15T00:00:00Z</updated><author><name>B. Scribe</name><uri>u</uri></author>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>3 &lt; 4</p></div>"
      "</content></entry></feed>");
  ASSERT_EQ(all.payloads.size(), 1U);
  const Payload& entry = all.payloads[0];
  EXPECT_EQ(entry.entry, "urn:1");
  EXPECT_EQ(entry.origin.url, "http://wire.example/1");
  EXPECT_EQ(entry.origin.author, "B. Scribe");
  EXPECT_EQ(entry.origin.published, "2031-05-15");
  EXPECT_EQ(entry.origin.publisher, "Arnor Wire");
  EXPECT_TRUE(holds(entry.bytes, "<p>3 &lt; 4</p>"));
}

TEST(FeedTest, RdfItemsStandBesideTheChannel) {
  const Collected all = feed(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Old Wire</title></channel>"
      "<image><title>Logo</title></image><item><title>One</title><link>http://o.example/1</link>"
      "<description>It rained.</description></item></rdf:RDF>");
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_EQ(all.payloads[0].origin.publisher, "Old Wire");
  EXPECT_TRUE(holds(all.payloads[0].bytes, "It rained."));
}

TEST(FeedTest, AFaultLosesItsItemAlone) {
  const Collected all = feed(
      "<rss><channel><title>W</title><item><title>One</title></item>"
      "<item><title>Two</title><description>A <br> break</description></item>"
      "<item><title>Three & four</title></item><item><title>Five</title></item></channel></rss>");
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[0].origin.title, "One");
  EXPECT_EQ(all.payloads[1].origin.title, "Five");
  EXPECT_EQ(all.payloads[1].origin.publisher, "W");
  ASSERT_EQ(all.errors.size(), 2U);
  EXPECT_EQ(all.errors[0].kind(), ErrorKind::malformed);
  EXPECT_GT(all.errors[0].where().byte, 60U);
  EXPECT_LT(all.errors[0].where().byte, all.errors[1].where().byte);
}

TEST(FeedTest, EntitiesFromElsewhereAndControlCharactersAreHarmless) {
  const Collected all = feed(
      "<rss><channel><item><title>Fish&nbsp;&eacute;t\x01\x02 end</title>"
      "</item></channel></rss>");
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_TRUE(all.errors.empty());
  EXPECT_EQ(all.payloads[0].origin.title, "Fish\u00A0\u00E9t end");
}

TEST(FeedTest, BillionLaughsAreRefused) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"haha\">";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "]><rss><channel><item><title>&a11;</title></item><item><title>x</title></item>"
      "</channel></rss>";
  const Collected all = feed(bomb);
  EXPECT_TRUE(all.payloads.empty());
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_TRUE(holds(all.errors[0].what(), "entities"));
}

TEST(FeedTest, NothingIsFetched) {
  const Collected all = feed(
      "<!DOCTYPE rss [<!ENTITY pass SYSTEM \"file:///etc/passwd\">]><rss><channel><item>"
      "<title>x&pass;y</title></item></channel></rss>");
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_FALSE(holds(all.payloads[0].bytes, "root:"));
}

TEST(FeedTest, DepthTagsAndItemsAreBounded) {
  std::string deep = "<rss><channel><item><title>Deep</title><description>";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  const Collected nested = feed(deep);
  EXPECT_TRUE(nested.payloads.empty());
  EXPECT_EQ(nested.errors.size(), 1U);

  const Collected wide = feed("<rss><channel><item a=\"" + std::string(8 << 20, 'x') +
                              "\"><title>Wide</title></item><item><title>Next</title></item>"
                              "</channel></rss>");
  EXPECT_FALSE(wide.errors.empty());
  ASSERT_FALSE(wide.payloads.empty());
  EXPECT_EQ(wide.payloads.back().origin.title, "Next");

  const Collected large =
      feed("<rss><channel><item><title>Large</title><description>" + std::string(5000, 'x') +
               "</description></item><item><title>Small</title></item>"
               "</channel></rss>",
           1000);
  ASSERT_EQ(large.payloads.size(), 1U);
  EXPECT_EQ(large.payloads[0].origin.title, "Small");
  ASSERT_EQ(large.errors.size(), 1U);
  EXPECT_EQ(large.errors[0].kind(), ErrorKind::too_large);
}

TEST(FeedTest, RubbishIsGivenUp) {
  std::string rubbish = "<rss><channel>";
  for (int i = 0; i < 100000; ++i) rubbish += "<item>&</item>";
  const Collected all = feed(rubbish);
  EXPECT_TRUE(all.payloads.empty());
  EXPECT_LT(all.errors.size(), 200U);
  EXPECT_TRUE(holds(all.errors.back().what(), "given up"));
}

TEST(FeedTest, WhatBreaksOffIsReported) {
  const Collected all = feed("<rss><channel><item><title>One</title></item><item><title>Tw");
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_EQ(all.errors.size(), 1U);
}

}  // namespace
}  // namespace entente
