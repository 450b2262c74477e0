// What is shown of a sentence: the tree, matches with their place, near misses, notes.
#include "coding/explain.h"

#include <gtest/gtest.h>

#include "coding/test_trees.h"

namespace entente {
namespace {

TEST(Explain, ShowsTreeMatchesMissesAndNotes) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    bombed   bomb    VERB  0 root
    the      the     DET   4 det
    port     port    NOUN  2 obj)");
  const auto dictionary =
      Dictionary::of_text("@type ASSAULT\nbomb/v = 195\nbomb/v with:gas = 190\n", "d.txt");
  const Clauses clauses(tree->sentence);
  Explanation explanation;
  explanation.clauses = &clauses;
  explanation.matches = match(dictionary, clauses, &explanation.near_misses);
  Item item;
  item.type = ItemType::assault;
  item.actor = {"AVA"};
  explanation.items.push_back({item, {"actor: AVA, a name"}});
  EXPECT_EQ(explain_sentence(explanation),
            "tree\n"
            "bombed                                  root         VERB  bomb\n"
            "├ Avaria                                nsubj        PROPN Avaria\n"
            "└ port                                  obj          NOUN  port\n"
            "  └ the                                 det          DET   the\n"
            "\nclauses\n"
            "  bombed: subj Avaria, obj port\n"
            "\nmatches\n"
            "  bombed: bomb/v = 195  (d.txt:2)\n"
            "    actor     subj: Avaria\n"
            "    recipient obj: the port\n"
            "\nfailed by one constraint\n"
            "  bombed: bomb/v with:gas = 190  (d.txt:3): no with:gas\n"
            "\nitems\n"
            "  ASSAULT AVA > \n"
            "    actor: AVA, a name\n");
}

TEST(Explain, SaysWhereNothingWasFound) {
  const auto tree = tree_of("Avaria Avaria PROPN 0 root\n");
  const Clauses clauses(tree->sentence);
  Explanation explanation;
  explanation.clauses = &clauses;
  const auto text = explain_sentence(explanation);
  EXPECT_NE(text.find("matches\n  none\n"), std::string::npos);
  EXPECT_NE(text.find("items\n  none\n"), std::string::npos);
}

}  // namespace
}  // namespace entente
