#include "text/html/references.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text/html/page.h"

namespace entente {
namespace {

std::string blunted(std::string html) {
  blunt_references(html);
  return html;
}

TEST(References, WhatNamesNoCharacterLosesItsSign) {
  EXPECT_EQ(blunted("a&#55555555555;b"), "a?#55555555555;b");
  EXPECT_EQ(blunted("a&#x123456789;b"), "a?#x123456789;b");
}

TEST(References, OthersStay) {
  for (const std::string html :
       {"&#233;", "&#x10FFFF;", "&#1114111;", "&#000000000065;", "&#", "&#x", "&amp;#5", "R&D"}) {
    EXPECT_EQ(blunted(html), html);
  }
}

// Found by fuzzing: the parser let the number overflow and wrote half a character.
TEST(References, AnOverflowingOneLeavesThePageValid) {
  const std::string page =
      "<html><body><p>One &#0555555555555555555555555555555555555555xml and more text.</p>";
  for (const Document& document : read_page(page, PageOptions{})) {
    EXPECT_TRUE(is_valid(document.text));
  }
}

}  // namespace
}  // namespace entente
