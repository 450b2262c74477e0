#include "coding/lexicon.h"

#include <gtest/gtest.h>

#include "entente/error.h"

namespace entente {
namespace {

TEST(Lexicon, ClassesOfALemma) {
  const auto lexicon =
      Lexicon::of_text("intend = plan aim|hope\nnegator = not # comment\n", "t.txt");
  EXPECT_TRUE(has(lexicon.classes("aim"), WordClass::intend));
  EXPECT_TRUE(has(lexicon.classes("not"), WordClass::negator));
  EXPECT_FALSE(has(lexicon.classes("not"), WordClass::intend));
  EXPECT_EQ(lexicon.classes("comment"), 0U);
}

TEST(Lexicon, PartOfSpeechRestricts) {
  const auto lexicon = Lexicon::of_text("say = state/v\n", "t.txt");
  Word word;
  word.lemma = "state";
  word.upos = Upos::verb;
  EXPECT_TRUE(has(lexicon.classes(word), WordClass::say));
  word.upos = Upos::noun;
  EXPECT_FALSE(has(lexicon.classes(word), WordClass::say));
}

TEST(Lexicon, LaterLinesTakeWordsOut) {
  const auto lexicon = Lexicon::of_text("say = say tell\nsay -= tell\n", "t.txt");
  EXPECT_NE(lexicon.classes("say"), 0U);
  EXPECT_EQ(lexicon.classes("tell"), 0U);
}

TEST(Lexicon, MistakesNameTheirLine) {
  try {
    (void)Lexicon::of_text("say = say\n\nsayy = tell\n", "mine.txt");
    FAIL() << "an unknown class was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::malformed);
    EXPECT_EQ(error.where().file, "mine.txt");
    EXPECT_EQ(error.where().line, 3U);
  }
  EXPECT_THROW((void)Lexicon::of_text("just words\n", "mine.txt"), Error);
}

}  // namespace
}  // namespace entente
