// Hostile text must come out of a page as the text that it was.
#include "serve/embed.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace entente {
namespace {

const std::vector<std::string> hostile = {"</script><script>alert(1)</script>",
                                          "<!-- <script>",
                                          "</SCRIPT\t>",
                                          "<!--<script></script>-->",
                                          "]]>",
                                          "\"'&<>",
                                          "\xE2\x80\xA8",
                                          "a\\u003cb",
                                          "</textarea><img src=x onerror=alert(1)>"};

TEST(EmbeddedJson, CannotEndItsElementAndReadsBackTheSame) {
  for (const std::string& text : hostile) {
    const std::string json = nlohmann::json{{text, text}}.dump();
    const std::string embedded = embedded_json(json);
    EXPECT_EQ(embedded.find('<'), std::string::npos) << text;
    EXPECT_EQ(nlohmann::json::parse(embedded), nlohmann::json::parse(json)) << text;
  }
}

TEST(HtmlText, LeavesNothingThatMarkupIsMadeOf) {
  for (const std::string& text : hostile) {
    EXPECT_EQ(html_text(text).find_first_of("<>\"'"), std::string::npos) << text;
  }
  EXPECT_EQ(html_text("AT&T <b>"), "AT&amp;T &lt;b&gt;");
}

/// What base64 holds.
std::string bytes_of(const std::string& base64) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0, held = 0;
  for (const char c : base64) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<unsigned>(letters.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFF);
  }
  return out;
}

TEST(PackedBase64, HoldsTheBytesAndOnlyLettersOfItsAlphabet) {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 4U, 100U, 10000U}) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(i * i % 251);
    const std::string packed = packed_base64(text);
    EXPECT_EQ(packed.find_first_not_of(
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="),
              std::string::npos);
    EXPECT_EQ(packed.size() % 4, 0U);
    const std::string stream = bytes_of(packed);
    std::string read(size + 1, '\0');
    uLongf length = read.size();
    ASSERT_EQ(uncompress(reinterpret_cast<Bytef*>(read.data()), &length,
                         reinterpret_cast<const Bytef*>(stream.data()), stream.size()),
              Z_OK);
    read.resize(length);
    EXPECT_EQ(read, text);
  }
}

}  // namespace
}  // namespace entente
