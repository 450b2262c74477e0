#include "coding/repeats.h"

#include <gtest/gtest.h>

#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

constexpr std::string_view words =
    "@type ASSAULT\n@cameo 190\nbomb/v = aerial 195\nairstrike|attack/n =\n"
    "retaliate/v = \n@type CONSULT\n@cameo 040\nmeeting/n with:B = mutual\n"
    "visit/n poss:A to:R = visit\n";

const std::string bombed =
    "Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj";

TEST(Repeats, ADefiniteNounHasThePartiesOfTheActBefore) {
  const TestText text({bombed,
                       "The the DET 2 det Definite=Def\nattack attack NOUN 3 nsubj\n"
                       "continued continue VERB 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, Codes{"ARL"});
  EXPECT_EQ(items[1].recipient, Codes{"BRG"});
}

TEST(Repeats, ANounThatSaysWhomItHitIsAnotherAct) {
  const TestText text({bombed,
                       "The the DET 2 det Definite=Def\nattack attack NOUN 5 nsubj\n"
                       "on on ADP 4 case\nCorland Corland PROPN 2 nmod\n"
                       "continued continue VERB 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_TRUE(items[1].actor.empty());
}

TEST(Repeats, APassiveOfTheSameWordHasTheSameActor) {
  const TestText text({bombed,
                       "Bergia Bergia PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\n"
                       "bombed bomb VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass\n"
                       "again again ADV 3 advmod"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, Codes{"ARL"});
}

TEST(Repeats, AnAnswerGoesToWhoeverActedBefore) {
  const TestText text({bombed, "Bergia Bergia PROPN 2 nsubj\nretaliated retaliate VERB 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, Codes{"BRG"});
  EXPECT_EQ(items[1].recipient, Codes{"ARL"});
}

TEST(Repeats, AHeadlineIsCompletedByItsStory) {
  TestText text(
      {"Bergia Bergia PROPN 2 nsubj:pass\n"
       "bombed bomb VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass",
       bombed});
  auto& document = *text.analysis().document;
  document.segments = {{text.analysis().sentences[0].span, SegmentKind::title, "", ""}};
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].actor, Codes{"ARL"});
}

TEST(Repeats, WithoutAHeadlineNothingIsTakenFromWhatFollows) {
  const TestText text(
      {"Bergia Bergia PROPN 2 nsubj:pass\n"
       "bombed bomb VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass",
       bombed});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_TRUE(items[0].actor.empty());
}

TEST(Repeats, AMeetingDuringAVisitIsOfWhoeverCame) {
  const TestText text(
      {"Tolin Tolin PROPN 3 nmod:poss Number=Sing\n's 's PART 1 case\n"
       "visit visit NOUN 6 nsubj\nto to ADP 5 case\nBergia Bergia PROPN 3 nmod\n"
       "began begin VERB 0 root",
       "A a DET 2 det\nmeeting meeting NOUN 5 nsubj\nwith with ADP 4 case\n"
       "Vardal Vardal PROPN 2 nmod Number=Sing\nfollowed follow VERB 0 root"});
  const auto items = text.code(words);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, (Codes{"BRG:GOV", "ARL:MIL"}));
}

TEST(Repeats, WhereTwoSidesFightTheOtherIsMeant) {
  const std::string back =
      "Bergia Bergia PROPN 2 nsubj\nbombed bomb VERB 0 root\nArland Arland PROPN 2 obj";
  const std::string towns =
      "Bergia Bergia PROPN 2 nsubj\nbombed bomb VERB 0 root\ntowns town NOUN 2 obj";
  const auto two_sides = TestText({bombed, back, bombed, towns}).code(words);
  ASSERT_EQ(two_sides.size(), 4U);
  EXPECT_EQ(two_sides[3].recipient, Codes{"ARL"});
  const std::string third =
      "Corland Corland PROPN 2 nsubj\nbombed bomb VERB 0 root\nArland Arland PROPN 2 obj";
  const auto three_sides = TestText({bombed, back, third, third, towns}).code(words);
  ASSERT_EQ(three_sides.size(), 5U);
  EXPECT_TRUE(three_sides[4].recipient.empty());
}

}  // namespace
}  // namespace entente
