// Every text comes out as the valid UTF-8 that its author meant.
#include "text/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace entente {
namespace {

Utf8Text read(std::string bytes, const std::string& declared = "", bool markup = false) {
  return to_utf8(std::move(bytes), EncodingHints{declared, markup});
}

TEST(EncodingTest, MarksDecide) {
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "caf\xC3\xA9",
                 "iso-8859-2")
                .text,
            "\uFEFFcaf\u00E9");
  EXPECT_EQ(read(std::string("\xFF\xFEK\0a\0\x93\x01", 8)).text, "Ka\u0193");
  EXPECT_EQ(read(std::string("\xFE\xFF\0K\0a", 6)).text, "Ka");
  EXPECT_EQ(read(std::string("\xFF\xFE\0\0K\0\0\0", 8)).text, "K");
}

TEST(EncodingTest, Utf16WithoutAMark) {
  std::string wide;
  for (const char c : std::string("Kalen fell at noon.")) wide.append(1, c).append(1, '\0');
  EXPECT_EQ(read(wide).text, "Kalen fell at noon.");
  EXPECT_EQ(read(wide.substr(0, wide.size() - 1), "utf-8").replaced_bytes, 1U);
}

TEST(EncodingTest, DeclarationsAreBelievedAsFarAsTheBytesAllow) {
  EXPECT_EQ(read("caf\xE9", "ISO-8859-1").text, "caf\u00E9");
  EXPECT_EQ(read("\x93Yes\x94", "latin1").text, "\u201CYes\u201D");
  EXPECT_EQ(read("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "Привет");
  EXPECT_EQ(read("\x93\xFA\x96\x7B", "Shift_JIS").text, "日本");
  const Utf8Text utf8 = read("caf\xC3\xA9", "iso-8859-1");
  EXPECT_EQ(utf8.text, "caf\u00E9");
  EXPECT_TRUE(utf8.encoding.wrong_declaration);
  const Utf8Text western = read("He said \x93no\x94 at the caf\xE9 in Kalen.", "utf-8");
  EXPECT_EQ(western.text, "He said \u201Cno\u201D at the caf\u00E9 in Kalen.");
  EXPECT_TRUE(western.encoding.wrong_declaration);
}

TEST(EncodingTest, MarkupDeclares) {
  const std::string czech =
      "<meta charset='iso-8859-2'><p>\xE8"
      "as</p>";
  EXPECT_NE(read(czech, "", true).text.find("\u010Das"), std::string::npos);
  // A server's default gives way to what the page says.
  EXPECT_NE(read(czech, "ISO-8859-1", true).text.find("\u010Das"), std::string::npos);
  EXPECT_NE(read("<!-- <meta charset=utf-8> --><META http-equiv=Content-Type content=\"text/html; "
                 "charset=windows-1251\">\xCF",
                 "", true)
                .text.find("П"),
            std::string::npos);
  EXPECT_NE(read("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>\xF0</a>", "", true).text.find("П"),
            std::string::npos);
  EXPECT_EQ(detect_encoding("<meta charset=nonsense>\xE9", {"", true}).wrong_declaration, false);
}

TEST(EncodingTest, StatisticsTellTheRest) {
  std::string russian;
  const Utf8Text source = read("x");
  for (int i = 0; i < 8; ++i) {
    russian +=
        "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF "
        "\xF1 \xEC\xE8\xED\xE8\xF1\xF2\xF0\xEE\xEC. ";
  }
  EXPECT_EQ(read(russian).text.substr(0, 18), "Президент");
  EXPECT_EQ(read("The na\xEFve caf\xE9 owner\x92s words were brief that day.").text,
            "The na\u00EFve caf\u00E9 owner\u2019s words were brief that day.");
}

TEST(EncodingTest, MixedEncodingsKeepWhatIsUtf8) {
  std::string mixed;
  for (int i = 0; i < 20; ++i) mixed += "caf\xC3\xA9 ";
  mixed += "na\xEFve";
  const Utf8Text text = read(mixed, "utf-8");
  EXPECT_EQ(text.replaced_bytes, 1U);
  EXPECT_EQ(text.text.substr(text.text.size() - 7), "na\uFFFDve");
}

TEST(EncodingTest, WhateverComesInIsValidOut) {
  for (const char* name : {"utf-8", "utf-16le", "utf-32be", "gb18030", "iso-2022-jp", "euc-kr",
                           "big5", "johab", "windows-1255", "euc-tw"}) {
    std::string bytes;
    for (int i = 0; i < 3000; ++i) bytes += static_cast<char>((i * 7919 + i / 256 * 31) & 0xFF);
    const Encoding encoding{encoding_of_label(name), 0, false};
    ASSERT_FALSE(encoding.name.empty()) << name;
    const Utf8Text text = to_utf8(bytes, encoding);
    EXPECT_TRUE(is_valid(text.text)) << name;
    EXPECT_EQ(text.text.find('\0'), std::string::npos) << name;
    EXPECT_GT(text.replaced_bytes, 0U) << name;
    EXPECT_TRUE(is_valid(read(bytes, name, true).text)) << name;
  }
  EXPECT_EQ(encoding_of_label("utf-7"), "");
}

// Found by fuzzing: iconv reads five bytes as one character past the end of Unicode.
TEST(EncodingTest, StreamsOfUtf8HoldNoLongForms) {
  const auto source = source_of("caf\xC3\xA9 \xFB\xBA\xB1\xA8\xB5 end", "test");
  Utf8Source stream(*source, {"utf-8", false});
  std::string text(100, '\0');
  text.resize(stream.read(text.data(), text.size()));
  EXPECT_TRUE(is_valid(text));
  EXPECT_TRUE(text.ends_with(" end"));
  EXPECT_GT(stream.replaced_bytes(), 0U);
}

TEST(EncodingTest, StreamsComeOutAsWholeTextsDo) {
  std::string bytes;
  for (int i = 0; i < 40000; ++i) bytes += "\x8D\x91 \xE9";
  for (const char* name : {"cp932", "windows-1251", "utf-8"}) {
    const auto source = source_of(bytes, "test");
    Utf8Source stream(*source, {name, false});
    std::string text;
    std::string chunk(777, '\0');
    while (const std::size_t got = stream.read(chunk.data(), chunk.size())) {
      text.append(chunk, 0, got);
    }
    EXPECT_EQ(text, to_utf8(bytes, stream.encoding()).text) << name;
  }
}

}  // namespace
}  // namespace entente
