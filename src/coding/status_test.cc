#include "coding/status.h"

#include <gtest/gtest.h>

#include "coding/test_world.h"

namespace entente {
namespace {

Status status_of(const std::string& tree, std::string_view act) {
  const TestText text({tree});
  const auto reading = text.reading();
  const auto at = text.find(act);
  return certainty(reading.sentences[0], rooms().lexicon, at, at).status;
}

TEST(Status, PlainPastIsActual) {
  EXPECT_EQ(
      status_of("Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj",
                "bombed"),
      Status::actual);
}

TEST(Status, NotNegates) {
  EXPECT_EQ(status_of("Arland Arland PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\n"
                      "bomb bomb VERB 0 root",
                      "bomb"),
            Status::negated);
}

TEST(Status, NobodyNegates) {
  EXPECT_EQ(status_of("Nobody nobody PRON 2 nsubj\nattacked attack VERB 0 root", "attacked"),
            Status::negated);
}

TEST(Status, WillIsFutureAndCouldHypothetical) {
  EXPECT_EQ(status_of("Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\nattack attack VERB 0 root",
                      "attack"),
            Status::future);
  EXPECT_EQ(
      status_of("Arland Arland PROPN 3 nsubj\ncould could AUX 3 aux\nattack attack VERB 0 root",
                "attack"),
      Status::hypothetical);
}

TEST(Status, FailedToNegates) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nfailed fail VERB 0 root\nto to PART 4 mark\n"
                      "attack attack VERB 2 xcomp VerbForm=Inf",
                      "attack"),
            Status::negated);
}

TEST(Status, TwoNegationsCancel) {
  EXPECT_EQ(status_of("Arland Arland PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\n"
                      "fail fail VERB 0 root\nto to PART 6 mark\n"
                      "attack attack VERB 4 xcomp VerbForm=Inf",
                      "attack"),
            Status::actual);
}

TEST(Status, PlansAreFutureAndNegatedPlansNegated) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nplans plan VERB 0 root\nto to PART 4 mark\n"
                      "attack attack VERB 2 xcomp VerbForm=Inf",
                      "attack"),
            Status::future);
  EXPECT_EQ(status_of("Arland Arland PROPN 4 nsubj\ndoes do AUX 4 aux\nnot not PART 4 advmod\n"
                      "plan plan VERB 0 root\nto to PART 6 mark\n"
                      "attack attack VERB 4 xcomp VerbForm=Inf",
                      "attack"),
            Status::negated);
}

TEST(Status, WouldUnderAReportIsFuture) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nit it PRON 5 nsubj\n"
                      "would would AUX 5 aux VerbForm=Fin\nattack attack VERB 2 ccomp VerbForm=Inf",
                      "attack"),
            Status::future);
}

TEST(Status, IfMakesHypothetical) {
  EXPECT_EQ(status_of("If if SCONJ 3 mark\nArland Arland PROPN 3 nsubj\n"
                      "attacks attack VERB 5 advcl VerbForm=Fin\nwe we PRON 5 nsubj\n"
                      "mourn mourn VERB 0 root",
                      "attacks"),
            Status::hypothetical);
}

TEST(Status, RelativeClausesDoNotInheritNegation) {
  // "The rebels who attacked Arland did not win."
  EXPECT_EQ(status_of("rebels rebel NOUN 7 nsubj\nwho who PRON 3 nsubj PronType=Rel\n"
                      "attacked attack VERB 1 acl:relcl VerbForm=Fin\nArland Arland PROPN 3 obj\n"
                      "did do AUX 7 aux\nnot not PART 7 advmod\nwin win VERB 0 root",
                      "attacked"),
            Status::actual);
}

TEST(Status, ModifiersOfTheNoun) {
  EXPECT_EQ(status_of("Planned plan VERB 2 amod\ntalks talk NOUN 0 root", "talks"), Status::future);
  EXPECT_EQ(status_of("possible possible ADJ 2 amod\nwar war NOUN 0 root", "war"),
            Status::hypothetical);
  EXPECT_EQ(status_of("no no DET 2 det\ntalks talk NOUN 0 root", "talks"), Status::negated);
}

TEST(Status, PreventedAttackDidNotHappen) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nprevented prevent VERB 0 root\nan a DET 4 det\n"
                      "attack attack NOUN 2 obj",
                      "attack"),
            Status::negated);
}

TEST(Status, CondemnedAttackHappened) {
  EXPECT_EQ(
      status_of("Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\ncondemn condemn VERB 0 root\n"
                "the the DET 5 det Definite=Def\nattack attack NOUN 3 obj",
                "attack"),
      Status::actual);
}

TEST(Status, AFiniteVerbSharesNoModal) {
  // "Arland said it would talk and attacked."
  const std::string attacked =
      "Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nit it PRON 5 nsubj\n"
      "would would AUX 5 aux VerbForm=Fin\ntalk talk VERB 2 ccomp VerbForm=Inf\n"
      "and and CCONJ 7 cc\nattacked attack VERB 5 conj VerbForm=Fin";
  EXPECT_EQ(status_of(attacked, "attacked"), Status::actual);
  EXPECT_EQ(status_of(attacked, "talk"), Status::future);
  EXPECT_EQ(status_of("Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\ntalk talk VERB 0 root\n"
                      "and and CCONJ 5 cc\nattack attack VERB 3 conj VerbForm=Inf",
                      "attack"),
            Status::future);
}

TEST(Status, WouldWelcomeLeavesOpenWhatIsWelcome) {
  EXPECT_EQ(status_of("Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\n"
                      "welcome welcome VERB 0 root\nstrikes strike NOUN 3 obj",
                      "strikes"),
            Status::hypothetical);
}

TEST(Status, IndefiniteActsUnderAModal) {
  // "It would benefit from tensions and a war."
  EXPECT_EQ(status_of("It it PRON 3 nsubj\nwould would AUX 3 aux\nbenefit benefit VERB 0 root\n"
                      "from from ADP 5 case\ntensions tension NOUN 3 obl\nand and CCONJ 8 cc\n"
                      "a a DET 8 det Definite=Ind\nwar war NOUN 5 conj",
                      "war"),
            Status::hypothetical);
}

TEST(Status, FightingToIsAPlan) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nfights fight VERB 0 root\nto to PART 4 mark\n"
                      "seize seize VERB 2 advcl VerbForm=Inf\nBergia Bergia PROPN 4 obj",
                      "seize"),
            Status::future);
}

TEST(Status, WithoutAndAheadOf) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nleft leave VERB 0 root\n"
                      "without without SCONJ 4 mark\nattacking attack VERB 2 advcl VerbForm=Ger",
                      "attacking"),
            Status::negated);
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\nrested rest VERB 0 root\n"
                      "ahead ahead ADV 6 case\nof of ADP 3 fixed\nthe the DET 6 det Definite=Def\n"
                      "talks talk NOUN 2 obl",
                      "talks"),
            Status::future);
}

TEST(Status, OccurrenceHandsOnItsModal) {
  EXPECT_EQ(status_of("The the DET 2 det Definite=Def\ntalks talk NOUN 4 nsubj\n"
                      "will will AUX 4 aux\nbegin begin VERB 0 root",
                      "talks"),
            Status::future);
}

TEST(Status, DeniedClausesAreNegated) {
  EXPECT_EQ(status_of("Arland Arland PROPN 2 nsubj\ndenied deny VERB 0 root\nit it PRON 5 nsubj\n"
                      "had have AUX 5 aux VerbForm=Fin\nattacked attack VERB 2 ccomp VerbForm=Part",
                      "attacked"),
            Status::negated);
}

TEST(Status, YesNoQuestionsLeaveOpen) {
  EXPECT_EQ(status_of("Did do AUX 3 aux\nArland Arland PROPN 3 nsubj\nattack attack VERB 0 root\n"
                      "? ? PUNCT 3 punct",
                      "attack"),
            Status::hypothetical);
  EXPECT_EQ(status_of("Why why ADV 4 advmod PronType=Int\ndid do AUX 4 aux\n"
                      "Arland Arland PROPN 4 nsubj\nattack attack VERB 0 root\n? ? PUNCT 4 punct",
                      "attack"),
            Status::actual);
}

}  // namespace
}  // namespace entente
