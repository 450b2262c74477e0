// Names out of trees made by hand.
#include "language/names.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

struct Row {
  Upos upos;
  std::int32_t head;
  const char* deprel;
};

std::vector<NamePhrase> names_of(const std::vector<Row>& rows) {
  Sentence sentence;
  for (const Row& row : rows) {
    Word word;
    word.upos = row.upos;
    word.head = row.head;
    set_deprel(word, row.deprel);
    sentence.words.push_back(word);
  }
  return find_names(sentence);
}

constexpr Upos name = Upos::propn, noun = Upos::noun, verb = Upos::verb;

TEST(Names, GrowAlongTheTree) {
  // "President Anna Maria Varga met New Oost Bank chiefs"
  const auto names = names_of({{name, 4, "nsubj"},
                               {name, 0, "flat"},
                               {name, 0, "flat"},
                               {name, 0, "flat"},
                               {verb, -1, "root"},
                               {name, 6, "amod"},
                               {name, 7, "compound"},
                               {name, 8, "compound"},
                               {noun, 4, "obj"}});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0], (NamePhrase{0, 3, 0}));
  EXPECT_EQ(names[1], (NamePhrase{5, 7, 7}));
}

TEST(Names, TheLastMayBeTheHeadOfAll) {
  // "U.S. Foreign Minister Varga", all below the last
  const auto names = names_of(
      {{name, 3, "compound"}, {name, 2, "amod"}, {name, 3, "compound"}, {name, -1, "root"}});
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0], (NamePhrase{0, 3, 3}));
}

TEST(Names, NeighboursThatDoNotBelongTogetherArePart) {
  // "in Kalen Severia met Lorvia Monday"
  const auto names = names_of({{Upos::adp, 1, "case"},
                               {name, 3, "obl"},
                               {name, 3, "nsubj"},
                               {verb, -1, "root"},
                               {name, 3, "obj"},
                               {name, 3, "obl:tmod"}});
  ASSERT_EQ(names.size(), 4U);
  EXPECT_EQ(names[0], (NamePhrase{1, 1, 1}));
  EXPECT_EQ(names[1], (NamePhrase{2, 2, 2}));
  EXPECT_EQ(names[3], (NamePhrase{5, 5, 5}));
}

TEST(Names, CirclesAndNothingAreNoTrouble) {
  EXPECT_TRUE(names_of({}).empty());
  EXPECT_TRUE(names_of({{noun, -1, "root"}}).empty());
  const auto names = names_of({{name, 1, "flat"}, {name, 0, "flat"}});
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].last, 1U);
}

}  // namespace
}  // namespace entente
