// Whom definite phrases mean: both sides, the two leaders, the group, the militants, bare titles.
#include <gtest/gtest.h>

#include "coding/parties.h"
#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

Codes codes_of(const TestText& text, std::string_view form, std::size_t sentence) {
  const auto reading = text.reading();
  const Parties parties(reading, rooms().world, rooms().lexicon);
  return parties.at(sentence, text.find(form, sentence)).codes;
}

const std::string met =
    "Jon Jon PROPN 2 compound\nVardal Vardal PROPN 3 nsubj Number=Sing\nmet meet VERB 0 root\n"
    "Ewa Ewa PROPN 5 compound\nTolin Tolin PROPN 3 obj Number=Sing";

std::string subject(const std::string& before, const std::string& noun, const std::string& lemma) {
  const bool alone = before.empty();
  return before + noun + " " + lemma + " NOUN " + (alone ? "2" : "4") +
         " nsubj Number=Plur\nagreed agree VERB 0 root";
}

TEST(References, TheTwoLeaders) {
  const std::string two = "The the DET 3 det Definite=Def\ntwo two NUM 3 nummod\n";
  EXPECT_EQ(codes_of(TestText({met, subject(two, "leaders", "leader")}), "leaders", 1),
            (Codes{"ARL:MIL", "BRG:GOV"}));
  EXPECT_EQ(codes_of(TestText({met, subject(two, "countries", "country")}), "countries", 1),
            (Codes{"ARL", "BRG"}));
  EXPECT_EQ(codes_of(TestText({met, subject(two, "armies", "army")}), "armies", 1),
            (Codes{"ARL:MIL", "BRG:MIL"}));
}

TEST(References, ThePairAreTwoPersons) {
  const auto pair = [](const std::string& noun) {
    return codes_of(TestText({met, "The the DET 2 det Definite=Def\n" + noun + " " + noun +
                                       " NOUN 3 nsubj Number=Sing\nagreed agree VERB 0 root"}),
                    noun, 1);
  };
  EXPECT_EQ(pair("pair"), (Codes{"ARL:MIL", "BRG:GOV"}));
  EXPECT_EQ(pair("duo"), (Codes{"ARL:MIL", "BRG:GOV"}));
  const std::string two = "The the DET 3 det Definite=Def\ntwo two NUM 3 nummod\n";
  EXPECT_EQ(codes_of(TestText({met, subject(two, "neighbours", "neighbour")}), "neighbours", 1),
            (Codes{"ARL", "BRG"}));
}

TEST(References, BothAreThoseNamedTogether) {
  const std::string signed_in =
      "Arland Arland PROPN 4 nsubj\nand and CCONJ 3 cc\nBergia Bergia PROPN 1 conj\n"
      "signed sign VERB 0 root\nin in ADP 6 case\nCorland Corland PROPN 4 obl";
  const std::string both =
      "Both both DET 2 det\ncountries country NOUN 3 nsubj Number=Plur\nagreed agree VERB 0 root";
  EXPECT_EQ(codes_of(TestText({signed_in, both}), "countries", 1), (Codes{"ARL", "BRG"}));
}

TEST(References, AMilitiaIsNoneNamedBefore) {
  const std::string banner =
      "Red Red PROPN 2 compound\nBanner Banner PROPN 3 nsubj\nstruck strike VERB 0 root";
  const auto militia = [&](const std::string& article) {
    return codes_of(TestText({banner, article + "militia militia NOUN 3 nsubj Number=Sing\n"
                                                "fled flee VERB 0 root"}),
                    "militia", 1);
  };
  EXPECT_EQ(militia("The the DET 2 det Definite=Def|PronType=Art\n"), Codes{"red-banner"});
  EXPECT_NE(militia("A a DET 2 det Definite=Ind|PronType=Art\n"), Codes{"red-banner"});
}

TEST(References, TwoOfAKindThatNobodyMentioned) {
  const std::string two = "Then then ADV 4 advmod\nonly only ADV 3 advmod\ntwo two NUM 4 nummod\n";
  const auto codes = codes_of(
      TestText({met, two + "soldiers soldier NOUN 5 nsubj Number=Plur\nagreed agree VERB 0 root"}),
      "soldiers", 1);
  EXPECT_LT(codes.size(), 2U);
  // "The two leaders of Corland" are those of Corland.
  const TestText of({met,
                     "The the DET 3 det Definite=Def\ntwo two NUM 3 nummod\n"
                     "leaders leader NOUN 6 nsubj Number=Plur\nof of ADP 5 case\n"
                     "Corland Corland PROPN 3 nmod\nagreed agree VERB 0 root"});
  for (const auto& code : codes_of(of, "leaders", 1)) EXPECT_EQ(code.substr(0, 3), "COR");
}

TEST(References, OfficialsAreNotOfTheStateTheyActUpon) {
  const std::string before =
      "Jon Jon PROPN 2 compound\nVardal Vardal PROPN 3 nsubj Number=Sing\nspoke speak VERB 0 root\n"
      "in in ADP 5 case\nBergia Bergia PROPN 3 obl";
  const std::string official =
      "The the DET 2 det Definite=Def\nofficial official NOUN 3 nsubj "
      "Number=Sing\n";
  EXPECT_EQ(codes_of(TestText({before, before,
                               official + "criticised criticise VERB 0 root\n"
                                          "Arland Arland PROPN 3 obj"}),
                     "official", 2),
            Codes{"BRG:GOV"});
  EXPECT_EQ(codes_of(TestText({before, official + "spoke speak VERB 0 root\nin in ADP 5 case\n"
                                                  "Arland Arland PROPN 3 obl"}),
                     "official", 1),
            Codes{"ARL:GOV"});
}

const std::string struck =
    "Red Red PROPN 2 compound\nBanner Banner PROPN 3 nsubj Number=Sing\nstruck strike VERB 0 root\n"
    "a a DET 6 det Definite=Ind\nCorish Corish ADJ 6 amod\npatrol patrol NOUN 3 obj Number=Sing";

TEST(References, TheGroupIsNoPatrol) {
  const TestText text({struck,
                       "The the DET 2 det Definite=Def\ngroup group NOUN 3 nsubj Number=Sing\n"
                       "withdrew withdraw VERB 0 root"});
  EXPECT_EQ(codes_of(text, "group", 1), Codes{"red-banner"});
}

TEST(References, TheMilitantsAreThoseOfTheGroup) {
  const std::string fled =
      "militants militant NOUN 3 nsubj Number=Plur\nfled flee VERB 0 root\n"
      "to to ADP 5 case\nBergia Bergia PROPN 3 obl";
  EXPECT_EQ(codes_of(TestText({struck, "The the DET 2 det Definite=Def\n" + fled}), "militants", 1),
            Codes{"red-banner"});
  EXPECT_NE(codes_of(TestText({struck, "Other other ADJ 2 amod\n" + fled}), "militants", 1),
            Codes{"red-banner"});
  // Not who fights it in the same act.
  const TestText against(
      {"Red Red PROPN 2 compound\nBanner Banner PROPN 3 nsubj Number=Sing\n"
       "struck strike VERB 0 root\nthe the DET 5 det Definite=Def\n"
       "militants militant NOUN 3 obj Number=Plur"});
  EXPECT_NE(codes_of(against, "militants", 0), Codes{"red-banner"});
}

TEST(References, ATitleBeforeANameIsItsBearers) {
  const TestText text(
      {"Corish Corish ADJ 2 amod\nrebels rebel NOUN 3 nsubj Number=Plur\n"
       "met meet VERB 0 root\nPresident president NOUN 6 nmod:desc Number=Sing\n"
       "Jon Jon PROPN 6 compound\nVardal Vardal PROPN 3 obj Number=Sing"});
  EXPECT_EQ(codes_of(text, "President", 0), Codes{"BRG:GOV"});
}

TEST(References, APrefixTurnsAName) {
  const auto rebels = [](const std::string& word) {
    const std::string tree = word + " " + word + " ADJ 2 amod\nrebels rebel NOUN 3 nsubj " +
                             "Number=Plur\nfled flee VERB 0 root\nfrom from ADP 5 case\n" +
                             "Corland Corland PROPN 3 obl";
    const std::string before = "Corland Corland PROPN 2 nsubj\nsplit split VERB 0 root";
    return codes_of(TestText({before, tree}), "rebels", 1);
  };
  EXPECT_EQ(rebels("Bergian"), Codes{"BRG:REB"});
  EXPECT_EQ(rebels("anti-Bergian"), Codes{"COR:REB"});
  EXPECT_EQ(rebels("non-Bergian"), Codes{"COR:REB"});
  // A name that goes on behind the prefixed word.
  const TestText text(
      {"Anti-Red Anti-red ADJ 2 amod\nBanner Banner PROPN 3 nsubj Number=Sing\n"
       "fled flee VERB 0 root"});
  EXPECT_NE(codes_of(text, "Banner", 0), Codes{"red-banner"});
}

}  // namespace
}  // namespace entente
