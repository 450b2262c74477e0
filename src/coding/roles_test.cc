// Who did it and whom it hit, where that stands a step away from the act.
#include <gtest/gtest.h>

#include "coding/coder.h"
#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

constexpr std::string_view words =
    "@type ASSAULT\n@cameo 190\nbomb/v = aerial 195\nairstrike|raid|bombing/n =\n"
    "@type ACCUSE\n@cameo 111\ncondemn/v =\n"
    "@type SUPPORT\n@cameo 051\ndeclare/v obj:support for:R =\n"
    "@type CONSULT\n@cameo 042\nvisit/v obj:R = visit\narrive/v in:R = visit\n"
    "@type COERCE\n@cameo 173\narrest/v = arrest\n"
    "@type MOBILIZE\n@cameo 154\ndispatch/v =\n";

TEST(Roles, WhoIsNamedByContrastWasNotHit) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\n"
       "Bergia Bergia PROPN 2 obj\nand and CCONJ 6 cc\nnot not PART 6 advmod\n"
       "Corland Corland PROPN 3 conj"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
  EXPECT_EQ(items[0].status, Status::actual);
  EXPECT_EQ(items[1].recipient, Codes{"COR"});
  EXPECT_EQ(items[1].status, Status::negated);
}

TEST(Roles, TheTargetStandsInTheClauseOnTheNoun) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nraids raid NOUN 5 nsubj\n"
       "targeting target VERB 2 acl VerbForm=Ger\nBergia Bergia PROPN 3 obj\n"
       "went go VERB 0 root\non on ADV 5 advmod"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"ARL"});
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
}

TEST(Roles, WhoseSupportIsDeclared) {
  const TestText text(
      {"Arland Arland PROPN 4 nmod:poss\n's 's PART 1 case\n"
       "declared declare VERB 4 amod VerbForm=Part|Tense=Past\n"
       "support support NOUN 7 nsubj\nfor for ADP 6 case\n"
       "Bergia Bergia PROPN 4 nmod\nhelped help VERB 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"ARL"});
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
}

TEST(Roles, WhoeverIsBehindAnActDidIt) {
  const TestText text(
      {"Arland Arland PROPN 5 nsubj\nwas be AUX 5 cop\nbehind behind ADP 5 case\n"
       "the the DET 5 det\nairstrike airstrike NOUN 0 root\non on ADP 7 case\n"
       "Bergia Bergia PROPN 5 nmod"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"ARL"});
}

TEST(Roles, ACityBeforeABombingIsWhere) {
  const TestText text({"Bergstad Bergstad PROPN 2 compound\nbombing bombing NOUN 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0].actor.empty());
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
}

TEST(Roles, AnAdjectiveBeforeABombingIsWho) {
  const TestText text({"Bergian Bergian ADJ 2 amod\nbombing bombing NOUN 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"BRG"});
}

TEST(Roles, WhoeverSuffersWhatIsCondemnedIsNotCondemned) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\ncondemned condemn VERB 0 root\n"
       "the the DET 4 det\nbombing bombing NOUN 2 obj\nof of ADP 6 case\n"
       "Bergia Bergia PROPN 4 nmod"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].type, ItemType::accuse);
  EXPECT_TRUE(items[0].recipient.empty());
  EXPECT_EQ(items[1].recipient, Codes{"BRG"});
}

TEST(Roles, AVisitIsOfSomebodyInOffice) {
  const TestText visit(
      {"Tolin Tolin PROPN 2 nsubj Number=Sing\nvisited visit VERB 0 root\n"
       "Bergia Bergia PROPN 2 obj"});
  ASSERT_EQ(visit.code(words).size(), 1U);
  const TestText team(
      {"Arland Arland PROPN 2 nsubj\narrived arrive VERB 0 root\n"
       "in in ADP 4 case\nBergia Bergia PROPN 2 obl"});
  EXPECT_TRUE(team.code(words).empty());
  const TestText at_home(
      {"Tolin Tolin PROPN 2 nsubj Number=Sing\nvisited visit VERB 0 root\n"
       "schools school NOUN 2 obj"});
  EXPECT_TRUE(at_home.code(words).empty());
}

TEST(Roles, OwnTroopsAreNobodyToWhomItIsDone) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\ndispatched dispatch VERB 0 root\n"
       "Arlandic Arlandic ADJ 4 amod\nsoldiers soldier NOUN 2 obj Number=Plur"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0].recipient.empty());
}

TEST(Roles, AForceIsOfAllWhoseAdjectivesStandBeforeIt) {
  const TestText text(
      {"Arlandic Arlandic ADJ 4 amod\nand and CCONJ 3 cc\n"
       "Bergian Bergian ADJ 1 conj\nforces force NOUN 5 nsubj Number=Plur\n"
       "bombed bomb VERB 0 root\nCorland Corland PROPN 5 obj"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, (Codes{"ARL:MIL", "BRG:MIL"}));
}

TEST(Roles, ForcesOfACampAreNamedAfterIt) {
  const TestText text(
      {"Pro-Arlandic pro-arlandic ADJ 2 amod\n"
       "forces force NOUN 3 nsubj Number=Plur\nbombed bomb VERB 0 root\n"
       "Bergia Bergia PROPN 3 obj"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"pro-arlandic-forces"});
}

TEST(Roles, RebelsAreOfTheStateThatTheyRiseAgainst) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\n"
       "the the DET 4 det Definite=Def\nopposition opposition NOUN 2 obj\n"
       "to to ADP 6 case\nVardal Vardal PROPN 4 nmod Number=Sing"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].recipient, Codes{"BRG:OPP"});
}

TEST(Roles, AnAgencyIsNoStateOfTheText) {
  const TestText text(
      {"Bergian Bergian PROPN 3 nsubj\nWire Wire PROPN 1 flat\n"
       "said say VERB 0 root\nrebels rebel NOUN 5 nsubj Number=Plur\n"
       "bombed bomb VERB 3 ccomp\nArland Arland PROPN 5 obj"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, Codes{"ARL:REB"});
}

}  // namespace
}  // namespace entente
