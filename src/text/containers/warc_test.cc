// Crawls as they should be, and with lengths that lie.
#include "text/containers/warc.h"

#include <gtest/gtest.h>

#include "text/containers/test_support.h"

namespace entente {
namespace {

using testing_support::collect;
using testing_support::Collected;

std::string record(const std::string& type, const std::string& id, const std::string& block,
                   long lie = 0, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id +
         ">\r\nWARC-Target-URI: http://daily.example/" + id + "\r\n" + more +
         "Content-Length: " + std::to_string(static_cast<long>(block.size()) + lie) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string page(const std::string& body, const std::string& headers = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n" + headers + "\r\n" +
         body;
}

Collected warc(std::string bytes, std::uint64_t limit = 1 << 20) {
  return collect(read_warc, std::move(bytes), limit);
}

TEST(WarcTest, PagesOfSuccessfulResponsesAreHandedOut) {
  const Collected all =
      warc(record("warcinfo", "i", "software: x\r\n") + record("request", "q", "GET / HTTP/1.1") +
           record("response", "a", page("<p>One</p>")) +
           record("response", "b", "HTTP/1.1 404 Not Found\r\n\r\n<p>No</p>") +
           record("response", "c", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
           record("metadata", "m", "fetchTimeMs: 1") +
           record("conversion", "d", "Plain.", 0, "Content-Type: text/plain\r\n"));
  EXPECT_TRUE(all.errors.empty());
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[0].entry, "a");
  EXPECT_EQ(all.payloads[0].bytes, "<p>One</p>");
  EXPECT_EQ(all.payloads[0].media_type, "text/html");
  EXPECT_EQ(all.payloads[0].charset, "ISO-8859-1");
  EXPECT_EQ(all.payloads[0].origin.url, "http://daily.example/a");
  EXPECT_EQ(all.payloads[1].bytes, "Plain.");
}

TEST(WarcTest, RecordsShorterThanTheySayDoNotSwallowTheNext) {
  const Collected all = warc(record("response", "a", page("<p>One</p>"), 300) +
                             record("response", "b", page("<p>Two</p>"), 100000) +
                             record("response", "c", page("<p>Three</p>")));
  ASSERT_EQ(all.payloads.size(), 3U);
  EXPECT_EQ(all.payloads[0].bytes, "<p>One</p>");
  EXPECT_EQ(all.payloads[1].bytes, "<p>Two</p>");
  ASSERT_EQ(all.errors.size(), 2U);
  EXPECT_EQ(all.errors[1].kind(), ErrorKind::malformed);
  EXPECT_GT(all.errors[1].where().byte, 0U);
}

TEST(WarcTest, RecordsLongerThanTheySayAreCutAndTheNextIsFound) {
  const Collected all = warc(record("response", "a", page("<p>One</p><p>More</p>"), -11) +
                             record("response", "b", page("<p>Two</p>")));
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[0].bytes, "<p>One</p>");
  EXPECT_EQ(all.payloads[1].entry, "b");
  EXPECT_FALSE(all.errors.empty());
}

TEST(WarcTest, NoLengthRubbishAndTheEndInTheMiddle) {
  const std::string good = record("response", "g", page("<p>Good</p>"));
  const Collected all = warc(
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ten\r\n\r\n??\r\n" + good +
      "rubbish\nmore\n" + good + record("response", "z", page("<p>Cut</p>"), 5).substr(0, 230));
  EXPECT_GE(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[1].bytes, "<p>Good</p>");
  EXPECT_GE(all.errors.size(), 3U);
}

TEST(WarcTest, LargeRecordsArePassedOver) {
  const Collected all = warc(record("response", "a", page(std::string(5000, 'x'))) +
                                 record("response", "b", page("<p>Two</p>")),
                             1000);
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_EQ(all.payloads[0].entry, "b");
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_EQ(all.errors[0].kind(), ErrorKind::too_large);
}

TEST(WarcTest, ManyLiesCostNoMoreThanTheirBytes) {
  // Each lie ends in the middle of a record far behind.
  const auto size =
      static_cast<long>(record("response", "00000", page("<p>x</p>"), 1 << 20).size());
  std::string bytes;
  for (int i = 10000; i < 30000; ++i) {
    bytes += record("response", std::to_string(i), page("<p>x</p>"), size * 5000 + 60);
  }
  const Collected all = warc(bytes, 4 << 20);  // quadratic work would not come to an end here
  EXPECT_EQ(all.payloads.size(), 20000U);
}

}  // namespace
}  // namespace entente
