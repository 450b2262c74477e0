// Responses with their codings, done and undone.
#include "text/containers/http.h"

#include <gtest/gtest.h>

#include "base/test_zlib.h"

namespace entente {
namespace {

using testing_support::deflated;

HttpResponse response(const std::string& headers, const std::string& body,
                      std::uint64_t limit = 1 << 20) {
  return read_http_response("HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body, limit, {"f", 0, 7});
}

TEST(HttpTest, ChunksAreJoined) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(response(chunked, "4\r\n<p>a\r\n6;x=y\r\nbc</p>\r\n0\r\n\r\n").body, "<p>abc</p>");
  EXPECT_EQ(response(chunked, "<p>never in chunks</p>").body, "<p>never in chunks</p>");
  EXPECT_EQ(response(chunked, "4\r\n<p>a\r\nffff\r\nbc").body, "<p>abc");
  EXPECT_EQ(response(chunked, "FFFFFFFFFFFFFFFFFF\r\nabc").body, "FFFFFFFFFFFFFFFFFF\r\nabc");
}

TEST(HttpTest, PackedBodiesAreUnpacked) {
  const std::string text = "<html><p>Packed twice as well as said once.</p></html>";
  EXPECT_EQ(response("Content-Encoding: gzip\r\n", deflated(text, 31)).body, text);
  EXPECT_EQ(response("Content-Encoding: deflate\r\n", deflated(text, 15)).body, text);
  EXPECT_EQ(response("Content-Encoding: deflate\r\n", deflated(text, -15)).body, text);
  EXPECT_EQ(response("Content-Encoding: gzip\r\n", text).body, text);
  EXPECT_EQ(response("Content-Encoding: br\r\n", std::string("\x0b\x02\x80<p>ab\x03", 9)).body,
            "<p>ab");  // one stored block
}

TEST(HttpTest, BombsAndDamageAreRefused) {
  const std::string bomb = deflated(std::string(1 << 20, ' '), 31);
  for (const char* coding : {"gzip", "deflate", "br"}) {
    try {
      (void)response("Content-Encoding: " + std::string(coding) + "\r\n",
                     coding[0] == 'd'   ? deflated(std::string(1 << 20, ' '), 15)
                     : coding[0] == 'b' ? std::string("\xff\xff\xff\xff")
                                        : bomb,
                     1000);
      FAIL() << coding;
    } catch (const Error& error) {
      EXPECT_EQ(error.where().byte, 7U);
    }
  }
  EXPECT_THROW((void)read_http_response("no response", 100, {}), Error);
  EXPECT_THROW((void)read_http_response("HTTP/1.1 abc\r\n\r\n", 100, {}), Error);
}

TEST(HttpTest, ParametersOfHeaders) {
  EXPECT_EQ(parameter_of("text/html; Charset=\"utf-8\"", "charset"), "utf-8");
  EXPECT_EQ(parameter_of("text/html; a; b=c; charset = x ; d=e", "charset"), "x");
  EXPECT_EQ(parameter_of("multipart/mixed; boundary=\"a;\\\"b=\"", "boundary"), "a;\"b=");
  EXPECT_EQ(parameter_of("text/html;", "charset"), "");
  EXPECT_EQ(media_type_of(" Text/HTML ;x"), "text/html");
}

}  // namespace
}  // namespace entente
