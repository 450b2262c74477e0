// Datelines by their shape, and what only looks like one.
#include "language/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

/// Words parted by blanks; "_" before one glues it to the word before.
std::size_t dateline_of(const std::string& text) {
  Sentence sentence;
  const std::string_view all = text;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    Word word;
    word.form = all.substr(at, end - at);
    at = end + 1;
    if (word.form.size() > 1 && word.form[0] == '_') {
      word.form.remove_prefix(1);
      sentence.words.back().space_after = false;
    }
    sentence.words.push_back(word);
  }
  return dateline_words(sentence);
}

TEST(Dateline, EndsWithItsDash) {
  EXPECT_EQ(dateline_of("OOST _, March 4 _, 2031 — Severia accused Lorvia ."), 7U);
  EXPECT_EQ(dateline_of("OOST ( _Agency _) - Severia accused Lorvia ."), 5U);
  EXPECT_EQ(dateline_of("NEW OOST _, Severia ( _AB News _) -- The king left ."), 9U);
  EXPECT_EQ(dateline_of("KALEN/OOST _, 4. März ( _dpa _) - \" Wir verhandeln nicht \""), 8U);
  EXPECT_EQ(dateline_of("CIUDAD DE OOST – 14 fishermen were killed ."), 4U);
  EXPECT_EQ(dateline_of("OOST ( _news in brief _) - Severia accused Lorvia ."), 7U);
}

TEST(Dateline, IsNotWhatElseBeginsInCapitals) {
  EXPECT_EQ(dateline_of(""), 0U);
  EXPECT_EQ(dateline_of("SEV - Lorvia talks stall"), 0U);                     // too short alone
  EXPECT_EQ(dateline_of("SEVERIA bombed Kalen - The raid was brief ."), 0U);  // a verb
  EXPECT_EQ(dateline_of("Oost , March 4 — Severia accused Lorvia ."), 0U);    // no capitals
  EXPECT_EQ(dateline_of("OOST , March 4 — the day of the raid"), 0U);         // goes on
  EXPECT_EQ(dateline_of("OOST _-KALEN rail line reopens"), 0U);               // a hyphen
  EXPECT_EQ(dateline_of("OOST ( _Agency _) - Read more"), 0U);                // nothing behind
  EXPECT_EQ(dateline_of("OOST , whose port was closed - A ship left ."), 0U);
}

}  // namespace
}  // namespace entente
