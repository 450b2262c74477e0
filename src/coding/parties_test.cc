#include "coding/parties.h"

#include <gtest/gtest.h>

#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

Codes codes_of(const TestText& text, std::string_view form, std::size_t sentence = 0) {
  const auto reading = text.reading();
  const Parties parties(reading, rooms().world, rooms().lexicon);
  return parties.at(sentence, text.find(form, sentence)).codes;
}

TEST(Parties, NamesAndCapitals) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nmet meet VERB 0 root\nBergstad Bergstad PROPN 2 obj"});
  EXPECT_EQ(codes_of(text, "Arland"), Codes{"ARL"});
  EXPECT_EQ(codes_of(text, "Bergstad"), Codes{"BRG"});
}

TEST(Parties, AdjectiveWithAgentNoun) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nrebels rebel NOUN 3 nsubj Number=Plur\nfled flee VERB 0 "
       "root"});
  EXPECT_EQ(codes_of(text, "rebels"), Codes{"ARL:REB"});
}

TEST(Parties, AdjectiveBeforeThePhraseThatHangsElsewhere) {
  const auto how = [](const TestText& text) {
    const auto reading = text.reading();
    return Parties(reading, rooms().world, rooms().lexicon).at(0, text.find("rebels", 0)).how;
  };
  EXPECT_EQ(how(TestText({"Arlandic Arlandic ADJ 3 compound\n"
                          "rebels rebel NOUN 3 nsubj Number=Plur\nfled flee VERB 0 root"})),
            How::described);
  EXPECT_EQ(how(TestText({"Arlandic Arlandic ADJ 4 compound\nthen then ADV 4 advmod\n"
                          "rebels rebel NOUN 4 nsubj Number=Plur\nfled flee VERB 0 root"})),
            How::context);
}

TEST(Parties, PossessorsForces) {
  const TestText text(
      {"Vardal Vardal PROPN 3 nmod:poss Number=Sing\n's 's PART 1 case\n"
       "forces force NOUN 4 nsubj Number=Plur\nfled flee VERB 0 root"});
  EXPECT_EQ(codes_of(text, "forces"), Codes{"BRG:MIL"});
}

TEST(Parties, DemonymsArePeopleUnlessDefinite) {
  const TestText people(
      {"Many many ADJ 2 amod\nBergians Bergian PROPN 3 nsubj Number=Plur\n"
       "fled flee VERB 0 root"});
  EXPECT_EQ(codes_of(people, "Bergians"), Codes{"BRG:CVL"});
  const TestText state(
      {"The the DET 2 det Definite=Def\nBergians Bergian PROPN 3 nsubj Number=Plur\n"
       "refused refuse VERB 0 root"});
  EXPECT_EQ(codes_of(state, "Bergians"), Codes{"BRG"});
}

TEST(Parties, SponsoredForcesGetASlug) {
  const TestText text(
      {"Arland Arland PROPN 3 obl\n- - PUNCT 1 punct\nbacked back VERB 4 amod\n"
       "militias militia NOUN 5 nsubj Number=Plur\nfled flee VERB 0 root"});
  EXPECT_EQ(codes_of(text, "militias"), Codes{"arland-backed-militias"});
}

TEST(Parties, PronounsGoBackToTheSubject) {
  const TestText text(
      {"Vardal Vardal PROPN 2 nsubj Number=Sing\nvisited visit VERB 0 root\n"
       "Arland Arland PROPN 2 obj",
       "He he PRON 2 nsubj Gender=Masc|Number=Sing|Person=3|PronType=Prs\n"
       "left leave VERB 0 root"});
  EXPECT_EQ(codes_of(text, "He", 1), Codes{"BRG:GOV"});
}

TEST(Parties, ItIsNoPerson) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj Number=Sing\nwarned warn VERB 0 root\n"
       "Vardal Vardal PROPN 2 obj Number=Sing",
       "It it PRON 2 nsubj Gender=Neut|Number=Sing|Person=3|PronType=Prs\n"
       "attacked attack VERB 0 root"});
  EXPECT_EQ(codes_of(text, "It", 1), Codes{"ARL"});
}

TEST(Parties, TheyMeansBothOfACoordination) {
  const TestText text(
      {"Arland Arland PROPN 4 nsubj\nand and CCONJ 3 cc\nBergia Bergia PROPN 1 conj\n"
       "agreed agree VERB 0 root",
       "They they PRON 2 nsubj Number=Plur|Person=3|PronType=Prs\nmet meet VERB 0 root"});
  EXPECT_EQ(codes_of(text, "They", 1), (Codes{"ARL", "BRG"}));
}

TEST(Parties, BothCountries) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nwarned warn VERB 0 root\nBergia Bergia PROPN 2 obj",
       "Both both DET 2 det\ncountries country NOUN 3 nsubj Number=Plur\n"
       "agreed agree VERB 0 root"});
  EXPECT_EQ(codes_of(text, "countries", 1), (Codes{"ARL", "BRG"}));
}

TEST(Parties, UnknownNameIsWhatItsTitleSays) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nspokesman spokesman NOUN 3 nmod:desc Number=Sing\n"
       "Per Per PROPN 5 nsubj\nLund Lund PROPN 3 flat\nspoke speak VERB 0 root",
       "Lund Lund PROPN 2 nsubj\nleft leave VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Per"), Codes{"ARL:GOV"});
  EXPECT_EQ(codes_of(text, "Lund", 1), Codes{"ARL:GOV"});
}

TEST(Parties, CounterpartHasTheSameOffice) {
  const TestText text(
      {"Tolin Tolin PROPN 2 nsubj\nmet meet VERB 0 root\n"
       "her her PRON 5 nmod:poss Gender=Fem|Number=Sing|Person=3|PronType=Prs\n"
       "Bergian Bergian ADJ 5 amod\ncounterpart counterpart NOUN 2 obj"});
  EXPECT_EQ(codes_of(text, "counterpart"), Codes{"BRG:MIL"});
}

TEST(Parties, InstitutionsTakeTheStateOfTheText) {
  const TestText text({"Arland Arland PROPN 2 nsubj\nvoted vote VERB 0 root",
                       "Police police NOUN 2 nsubj\nwatched watch VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Police", 1), Codes{"ARL:COP"});
}

TEST(Parties, OnePrivatePersonHasNoCode) {
  const TestText text({"Arland Arland PROPN 2 nsubj\nvoted vote VERB 0 root",
                       "A a DET 2 det Definite=Ind\nteacher teacher NOUN 3 nsubj Number=Sing\n"
                       "watched watch VERB 0 root"});
  EXPECT_TRUE(codes_of(text, "teacher", 1).empty());
}

TEST(Parties, OtherNounsBelongToTheirOwner) {
  const TestText text(
      {"Bergian Bergian ADJ 2 amod\nairstrikes airstrike NOUN 3 nsubj Number=Plur\n"
       "continued continue VERB 0 root"});
  EXPECT_EQ(codes_of(text, "airstrikes"), Codes{"BRG"});
}

TEST(Parties, TitleAfterItsState) {
  const TestText text(
      {"The the DET 2 det Definite=Def\npresident president NOUN 7 nsubj Number=Sing\n"
       "of of ADP 4 case\nCorland Corland PROPN 2 nmod\nPer Per PROPN 4 appos\n"
       "Lund Lund PROPN 5 flat\nleft leave VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Per"), Codes{"COR:GOV"});
}

TEST(Parties, PluralTitleHoldsForAllItsNames) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nlawmakers lawmaker NOUN 3 nmod:desc Number=Plur\n"
       "Per Per PROPN 8 nsubj\nLund Lund PROPN 3 flat\nand and CCONJ 6 cc\n"
       "Ida Ida PROPN 3 conj\nHald Hald PROPN 6 flat\nspoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Ida"), Codes{"ARL:LEG"});
}

TEST(Parties, ExamplesOfAPluralTitle) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nlawmakers lawmaker NOUN 7 nsubj Number=Plur\n"
       "such such ADJ 5 case\nas as ADP 3 fixed\nPer Per PROPN 2 nmod\nLund Lund PROPN 5 flat\n"
       "spoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Per"), Codes{"ARL:LEG"});
}

TEST(Parties, WhoIsElectedHasTheOffice) {
  const TestText text(
      {"Per Per PROPN 4 nsubj:pass\nLund Lund PROPN 1 flat\nwas be AUX 4 aux:pass\n"
       "elected elect VERB 0 root\npresident president NOUN 4 xcomp Number=Sing\n"
       "of of ADP 7 case\nCorland Corland PROPN 5 nmod"});
  EXPECT_EQ(codes_of(text, "Per"), Codes{"COR:GOV"});
}

TEST(Parties, WhoHeadsABodyIsOfIt) {
  const TestText text(
      {"Per Per PROPN 8 nsubj\nLund Lund PROPN 1 flat\n"
       "who who PRON 4 nsubj PronType=Rel\nleads lead VERB 1 acl:relcl\n"
       "the the DET 7 det Definite=Def\nRed Red PROPN 7 compound\nBanner Banner PROPN 4 obj\n"
       "spoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Per"), Codes{"red-banner"});
}

TEST(Parties, MigrantsAreThoseToldOfBefore) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nrefugees refugee NOUN 3 nsubj Number=Plur\n"
       "fled flee VERB 0 root",
       "Corland Corland PROPN 2 nsubj\nsaved save VERB 0 root\n"
       "migrants migrant NOUN 2 obj Number=Plur"});
  EXPECT_EQ(codes_of(text, "migrants", 1), Codes{"ARL:CVL"});
}

TEST(Parties, ThePartOfAStatesName) {
  const TestText text(
      {"North North PROPN 2 compound\nDorland Dorland PROPN 3 nsubj\nwarned warn VERB 0 root\n"
       "Arland Arland PROPN 3 obj",
       "The the DET 2 det Definite=Def\nNorth North PROPN 3 nsubj\nfired fire VERB 0 root"});
  EXPECT_EQ(codes_of(text, "North", 1), Codes{"NDO"});
  const TestText direction(
      {"North North PROPN 2 compound\nDorland Dorland PROPN 3 nsubj\nwarned warn VERB 0 root\n"
       "Arland Arland PROPN 3 obj",
       "Rain rain NOUN 2 nsubj\nfell fall VERB 0 root\nin in ADP 5 case\n"
       "the the DET 5 det Definite=Def\nnorth north NOUN 2 obl"});
  EXPECT_TRUE(codes_of(direction, "north", 1).empty());
}

TEST(Parties, TwoStatesShareTheLastPartOfTheirNames) {
  const TestText text(
      {"North North PROPN 5 nsubj\nand and CCONJ 4 cc\nSouth South PROPN 4 compound\n"
       "Dorland Dorland PROPN 1 conj\nmet meet VERB 0 root"});
  EXPECT_EQ(codes_of(text, "North"), Codes{"NDO"});
}

TEST(Parties, TheFieldBehindAMinistrySaysWhatItIs) {
  const TestText ministry(
      {"The the DET 2 det Definite=Def\nMinistry ministry PROPN 7 nsubj\nof of ADP 4 case\n"
       "Defence defence PROPN 2 nmod\nof of ADP 6 case\nArland Arland PROPN 2 nmod\n"
       "spoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(ministry, "Ministry"), Codes{"ARL:MIL"});
  const TestText nested(
      {"The the DET 2 det Definite=Def\nminister minister NOUN 8 nsubj\nof of ADP 5 case\n"
       "national national ADJ 5 amod\ndefence defence NOUN 2 nmod\nof of ADP 7 case\n"
       "Arland Arland PROPN 5 nmod\nspoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(nested, "minister"), Codes{"ARL:MIL"});
  const TestText interior(
      {"Arland Arland PROPN 3 nmod:poss\n's 's PART 1 case\nminister minister NOUN 7 nsubj\n"
       "of of ADP 6 case\nthe the DET 6 det\ninterior interior NOUN 3 nmod\n"
       "spoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(interior, "minister"), Codes{"ARL:GOV"});
  const TestText before(
      {"Arland Arland PROPN 4 nmod:poss\n's 's PART 1 case\ndefense defense NOUN 4 compound\n"
       "ministry ministry NOUN 5 nsubj\nspoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(before, "ministry"), Codes{"ARL:MIL"});
}

TEST(Parties, AnOfficeThatIsKnownStands) {
  const TestText text(
      {"Executive executive NOUN 2 compound\nEwa Ewa PROPN 4 nsubj\nTolin Tolin PROPN 2 flat\n"
       "spoke speak VERB 0 root"});
  EXPECT_EQ(codes_of(text, "Ewa"), Codes{"ARL:MIL"});
}

TEST(Parties, LettersInBracketsStandForThePhrase) {
  const std::string explained =
      "The the DET 3 det Definite=Def\nCorish Corish ADJ 3 amod\n"
      "rebels rebel NOUN 7 nsubj Number=Plur\n( ( PUNCT 5 punct\nCLF CLF PROPN 3 appos\n"
      ") ) PUNCT 5 punct\nfled flee VERB 0 root";
  const std::string later = "CLF CLF PROPN 2 nsubj\nsplit split VERB 0 root";
  EXPECT_EQ(codes_of(TestText({explained, later}), "CLF", 1), Codes{"COR:REB"});
  EXPECT_TRUE(codes_of(TestText({later}), "CLF").empty());
  // What stands in brackets behind a person is no other name of it.
  const TestText person(
      {"Jon Jon PROPN 2 compound\nVardal Vardal PROPN 6 nsubj Number=Sing\n( ( PUNCT 4 punct\n"
       "CLF CLF PROPN 2 appos\n) ) PUNCT 4 punct\nleft leave VERB 0 root",
       later});
  EXPECT_TRUE(codes_of(person, "CLF", 1).empty());
}

}  // namespace
}  // namespace entente
