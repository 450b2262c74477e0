// Entries matched in hand-built trees, sorted by what the language does.
#include "coding/matcher.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "coding/explain.h"
#include "coding/test_trees.h"

namespace entente {
namespace {

/// "bombed A:Avaria R:Belland", matches separated by "; ".
std::string matches(const TestTree& tree, std::string_view entries) {
  const Dictionary dictionary = test_dictionary(entries);
  const Clauses clauses(tree.sentence, &dictionary.grammar());
  const auto& words = tree.sentence.words;
  std::string text;
  for (const auto& found : match(dictionary, clauses)) {
    text += text.empty() ? "" : "; ";
    std::string trigger;
    for (const auto word : found.trigger) {
      trigger += (trigger.empty() ? "" : "_") + std::string(words[word].form);
    }
    text += trigger + "=" + name_of(found.entry->coding.type);
    if (found.status) text += std::string("/") + name_of(*found.status);
    for (const auto& filler : found.fillers) {
      static const std::map<Role, std::string> letters = {
          {Role::actor, "A"}, {Role::recipient, "R"}, {Role::both, "B"},  {Role::event, "E"},
          {Role::place, "P"}, {Role::weapon, "W"},    {Role::number, "N"}};
      text += " " + letters.at(filler.role) + ":" + std::string(words[filler.word].form);
    }
  }
  return text;
}

std::unique_ptr<TestTree> bombed() {
  return tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    bombed   bomb    VERB  0 root
    Belland  Belland PROPN 2 obj)");
}

std::unique_ptr<TestTree> carried_out() {
  return tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    carried  carry   VERB  0 root
    out      out     ADP   2 compound:prt
    strikes  strike  NOUN  2 obj
    on       on      ADP   6 case
    Belland  Belland PROPN 2 obl)");
}

// --- frames --------------------------------------------------------------------------------------

TEST(MatcherFrames, VerbTakesSubjectAndObject) {
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v = 195\n"),
            "bombed=ASSAULT A:Avaria R:Belland");
}

TEST(MatcherFrames, NounTakesPossessorModifierAndPhrases) {
  const auto tree = tree_of(R"(
    Avarian Avarian ADJ   2 amod
    strikes strike  NOUN  0 root
    on      on      ADP   4 case
    Belland Belland PROPN 2 nmod)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nstrike/n = 190\n"),
            "strikes=ASSAULT A:Avarian R:Belland");
}

TEST(MatcherFrames, TheDoerMayHangOnThePhraseBefore) {
  const auto killing = [](const char* victim) {
    return tree_of(std::string(R"(
    The      the      DET   2 det
    killing  killing  NOUN  0 root
    of       of       ADP   4 case
    )") + victim + R"( NOUN  2 nmod
    by       by       ADP   6 case
    Avaria   Avaria   PROPN 4 nmod)");
  };
  const std::string dictionary = "@type ASSAULT\nkilling/n = 190\nraid/n = 190\n";
  EXPECT_EQ(matches(*killing("generals general"), dictionary),
            "killing=ASSAULT A:Avaria R:generals");
  EXPECT_EQ(matches(*killing("raids raid"), dictionary),
            "killing=ASSAULT R:raids; raids=ASSAULT A:Avaria");
}

TEST(MatcherFrames, WrittenRolesHoldAlone) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    fired    fire    VERB  0 root
    rockets  rocket  NOUN  2 obj
    at       at      ADP   5 case
    Belland  Belland PROPN 3 nmod)");
  // The phrase hangs on the rockets here; it is open to the verb all the same.
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nfire/v obj:W=$r at:R = 194\n$r = rocket\n"),
            "fired=ASSAULT W:rockets R:Belland A:Avaria");
}

// --- constraints ---------------------------------------------------------------------------------

TEST(MatcherConstraints, WordsAskedForJoinTheTrigger) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    opened   open    VERB  0 root
    fire     fire    NOUN  2 obj
    on       on      ADP   5 case
    Belland  Belland PROPN 2 obl)");
  // fire/n is part of the trigger and yields nothing of its own.
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nopen/v obj:fire on:R = 193\nfire/n = 190\n"),
            "opened_fire=ASSAULT R:Belland A:Avaria");
}

TEST(MatcherConstraints, RequiredAndForbidden) {
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v with:* = 195\n"), "");
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v !obj:* = 195\n"), "");
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v obj:R !with:* = 195\n"),
            "bombed=ASSAULT R:Belland A:Avaria");
}

TEST(MatcherConstraints, ParticleAndWordsBefore) {
  EXPECT_EQ(matches(*carried_out(), "@type ASSAULT\ncarry/v+on obj:R = 190\n"), "");
  const auto tree = tree_of(R"(
    air     air    NOUN 3 compound
    -       -      PUNCT 1 punct
    strikes strike NOUN 0 root)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nair-strike/n = 195\nstrike/n = 190\n"),
            "air_strikes=ASSAULT");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nrail_strike/n = 190\n"), "");
}

TEST(MatcherConstraints, TransparentNounsAreSeenThrough) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 2 nsubj
    fired   fire   VERB  0 root
    dozens  dozen  NOUN  2 obj
    of      of     ADP   5 case
    rockets rocket NOUN  3 nmod)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nfire/v obj:rocket = 194\n"),
            "fired_rockets=ASSAULT A:Avaria");
}

TEST(MatcherConstraints, InfinitiveAndPrepositionShareTheSlotTo) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 2 nsubj
    sent    send   VERB  0 root
    troops  troop  NOUN  2 obj
    to      to     ADP   5 case
    Coria   Coria  PROPN 2 obl
    to      to     PART  7 mark
    fight   fight  VERB  2 advcl VerbForm=Inf)");
  EXPECT_EQ(matches(*tree, "@type AID\nsend/v obj:troop to:R = 072\n"),
            "sent_troops=AID R:Coria A:Avaria");
}

TEST(MatcherConstraints, IndirectObjectStandsInForAMissingObject) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 2 nsubj
    told    tell    VERB  0 root
    Belland Belland PROPN 2 iobj
    to      to      PART  5 mark
    stop    stop    VERB  2 xcomp VerbForm=Inf)");
  EXPECT_EQ(matches(*tree, "@type REQUEST\ntell/v obj:R to:* = 100\n"),
            "told=REQUEST R:Belland A:Avaria");
}

TEST(MatcherConstraints, PronounsByForm) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 2 nsubj
    joined  join    VERB  0 root
    them    they    PRON  2 obj)");
  EXPECT_EQ(matches(*tree, "@type AGREE\njoin/v !obj:them = 030\n"), "");
}

TEST(MatcherConstraints, WordsInsideNamesAreNoActs) {
  const auto tree = tree_of(R"(
    the     the     DET   3 det
    Peace   peace   NOUN  3 compound
    Council Council PROPN 0 root)");
  EXPECT_EQ(matches(*tree, "@type AGREE\npeace/n = 030\n"), "");
}

// --- which entry wins ----------------------------------------------------------------------------

TEST(MatcherWinner, MoreAskedForWins) {
  const char* entries =
      "@type ASSAULT\nbomb/v obj:Belland = COERCE 170\nbomb/v = 195\nbomb/v obj:R! = AID 070\n";
  EXPECT_EQ(matches(*bombed(), entries), "bombed_Belland=COERCE A:Avaria");
}

TEST(MatcherWinner, LastReadWinsBetweenEquals) {
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v = 195\nbomb/v = AID 070\n"),
            "bombed=AID A:Avaria R:Belland");
}

TEST(MatcherWinner, FilledSlotsWinBetweenEquals) {
  const char* entries = "@type ASSAULT\nbomb/v obj:R = 195\nbomb/v for:R = AID 070\n";
  EXPECT_EQ(matches(*bombed(), entries), "bombed=ASSAULT R:Belland A:Avaria");
}

TEST(MatcherWinner, NoneSilencesEventAndRelation) {
  const char* entries =
      "@type ASSAULT\nbomb/v = 195\nbomb/v = opposes\nbomb/v obj:Belland = none\n";
  EXPECT_EQ(matches(*bombed(), entries), "");
}

TEST(MatcherWinner, EventAndRelationStandSideBySide) {
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v = 195\nbomb/v = opposes\n"),
            "bombed=ASSAULT A:Avaria R:Belland; bombed=opposes A:Avaria R:Belland");
}

TEST(MatcherWinner, ParticipleBeforeItsNounIsARelationWhereItCan) {
  const auto tree = tree_of(R"(
    backed  back  VERB 2 amod VerbForm=Part|Tense=Past
    rebels  rebel NOUN 0 root)");
  EXPECT_EQ(matches(*tree, "@type SUPPORT\nback/v = 051\nback/v = backs\n"),
            "backed=backs R:rebels");
  EXPECT_EQ(matches(*tree, "@type SUPPORT\nback/v = 051\n"), "backed=SUPPORT R:rebels");
}

// --- light verbs ---------------------------------------------------------------------------------

TEST(MatcherLight, NounCodesWithTheVerbsParties) {
  const char* entries = "@type ASSAULT\ncarry/v+out obj:E = event\nstrike/n = 190\n";
  const auto tree = carried_out();
  EXPECT_EQ(matches(*tree, entries), "strikes=ASSAULT R:Belland A:Avaria");
  const Dictionary dictionary = test_dictionary(entries);
  const Clauses clauses(tree->sentence, &dictionary.grammar());
  const auto found = match(dictionary, clauses);
  EXPECT_EQ(found[0].clause, 1);
  EXPECT_EQ(found[0].head, 3);
  ASSERT_NE(found[0].light, nullptr);
}

TEST(MatcherLight, SubjectComesBeforeTheNounsOwnModifier) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 2 nsubj
    resumed resume VERB  0 root
    its     its    PRON  4 nmod:poss
    strikes strike NOUN  2 obj)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nresume/v obj:E = event\nstrike/n = 190\n"),
            "strikes=ASSAULT A:Avaria");
}

TEST(MatcherLight, RolesOfTheLightVerb) {
  const auto tree = tree_of(R"(
    Belland Belland PROPN 2 nsubj
    came    come    VERB  0 root
    under   under   ADP   4 case
    attack  attack  NOUN  2 obl
    from    from    ADP   6 case
    Avaria  Avaria  PROPN 2 obl)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\ncome/v subj:R under:E from:A = event\nattack/n = 190\n"),
            "attack=ASSAULT A:Avaria R:Belland");
}

TEST(MatcherLight, StatusIsPassedOn) {
  const auto tree = tree_of(R"(
    Avaria    Avaria PROPN 2 nsubj
    cancelled cancel VERB  0 root
    talks     talk   NOUN  2 obj)");
  EXPECT_EQ(matches(*tree, "@type CONSULT\ncancel/v obj:E = event negated\ntalk/n = 040\n"),
            "talks=CONSULT/negated A:Avaria");
}

TEST(MatcherLight, WrittenCodingWinsOverPassingOn) {
  const auto tree = tree_of(R"(
    Avaria    Avaria PROPN 2 nsubj
    held      hold   VERB  0 root
    talks     talk   NOUN  2 obj)");
  EXPECT_EQ(
      matches(*tree, "@type CONSULT\nhold/v obj:E = event\ntalk/n = 040\nhold/v obj:talk = 046\n"),
      "held_talks=CONSULT A:Avaria");
}

TEST(MatcherLight, NothingWhereTheObjectIsNoAct) {
  EXPECT_EQ(matches(*bombed(), "@type ASSAULT\nbomb/v obj:E = event\n"), "");
}

TEST(MatcherLight, PassiveAndConjuncts) {
  const auto tree = tree_of(R"(
    Talks     talk    NOUN  5 nsubj:pass
    and       and     CCONJ 3 cc
    exercises exercise NOUN 1 conj
    were      be      AUX   5 aux:pass
    held      hold    VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    by        by      ADP   7 case
    Avaria    Avaria  PROPN 5 obl:agent)");
  EXPECT_EQ(
      matches(*tree,
              "@type CONSULT\nhold/v obj:E = event\ntalk/n = 040\nexercise/n = MOBILIZE 150\n"),
      "Talks=CONSULT A:Avaria; exercises=MOBILIZE A:Avaria");
}

TEST(MatcherLight, AnotherCodingSilencesTheActInside) {
  const auto tree = tree_of(R"(
    Avaria     Avaria   PROPN 2 nsubj
    threatened threaten VERB  0 root
    to         to       PART  4 mark
    bomb       bomb     VERB  2 xcomp VerbForm=Inf
    Belland    Belland  PROPN 4 obj)");
  EXPECT_EQ(matches(*tree, "@type THREATEN\nthreaten/v to:E = 138\nbomb/v = ASSAULT 195\n"),
            "threatened=THREATEN E:bomb A:Avaria");
}

// --- tagging -------------------------------------------------------------------------------------

TEST(MatcherTags, HeadlineVerbTaggedAsNoun) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 2 nsubj
    strikes strike  NOUN  0 root
    Belland Belland PROPN 2 obj)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nstrike/v = 190\n"),
            "strikes=ASSAULT A:Avaria R:Belland");
}

TEST(MatcherTags, NounTaggedAsVerb) {
  const auto tree = tree_of(R"(
    the     the    DET  2 det
    strike  strike VERB 3 nsubj
    ended   end    VERB 0 root)");
  EXPECT_EQ(matches(*tree, "@type ASSAULT\nstrike/n = 190\n"), "strike=ASSAULT");
}

TEST(MatcherTags, NamesInCapitalsAreCompared) {
  const auto tree = tree_of(R"(
    ICBM     ICBM  NOUN 2 compound
    Launch   Launch PROPN 0 root)");
  EXPECT_EQ(matches(*tree, "@type THREATEN\nlaunch/n mod:icbm = 138\n"),
            "ICBM_Launch=THREATEN A:ICBM");
}

TEST(MatcherTags, FormsThatWereNotReduced) {
  const std::string grammar = "@endings =ed/ ed/ ed/e\n@type REJECT\n";
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 2 nsubj
    vetoed  vetoe   VERB  0 root
    it      it      PRON  2 obj)");
  EXPECT_EQ(matches(*tree, grammar + "veto/v = 129\n"), "vetoed=REJECT A:Avaria R:it");
  const auto doubled = tree_of("barred barre VERB 0 root\n");
  EXPECT_EQ(matches(*doubled, grammar + "bar/v = 129\n"), "barred=REJECT");
  const auto known = tree_of("red red VERB 0 root\n");
  EXPECT_EQ(matches(*known, grammar + "r/v = 129\n"), "");
}

TEST(MatcherWords, IrregularForms) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 2 nsubj
    retook  reto   VERB  0 root
    Belland Belland PROPN 2 obj)");
  const std::string verb = "@type ASSAULT\nretake/v = 190\n";
  EXPECT_EQ(matches(*tree, "@endings ^retook/retake\n" + verb),
            "retook=ASSAULT A:Avaria R:Belland");
  EXPECT_EQ(matches(*tree, "@endings retook/retake\n" + verb), "");
}

TEST(MatcherTags, PluralsThatWereLeft) {
  const std::string grammar = "@endings s/\n@type RETREAT\n";
  const auto tree = tree_of(R"(
    withdrew withdraw VERB 0 root
    troops   troops   NOUN 1 obj Number=Plur)");
  EXPECT_EQ(matches(*tree, grammar + "withdraw/v obj:troop = 087\nsend/v obj:troops = AID 072\n"),
            "withdrew_troops=RETREAT");
}

// --- near misses ---------------------------------------------------------------------------------

TEST(MatcherMisses, NameTheConstraintThatFailed) {
  const Dictionary dictionary = test_dictionary(
      "@type ASSAULT\nbomb/v with:drone = 195\nbomb/v !obj:* = 195\nbomb/v in:* with:* = 190\n");
  const auto tree = bombed();
  const Clauses clauses(tree->sentence, &dictionary.grammar());
  std::vector<NearMiss> misses;
  EXPECT_TRUE(match(dictionary, clauses, &misses).empty());
  ASSERT_EQ(misses.size(), 2u);
  EXPECT_EQ(misses[0].why, "no with:drone");
  EXPECT_EQ(misses[1].why, "forbidden !obj:*");
}

// --- slots of slots ------------------------------------------------------------------------------

TEST(MatcherPaths, ObjectOfTheInfinitiveIsTheRecipient) {
  const auto tree = tree_of(R"(
    Avaria     Avaria   PROPN 2 nsubj
    threatened threaten VERB  0 root  VerbForm=Fin
    to         to       PART  4 mark
    attack     attack   VERB  2 xcomp VerbForm=Inf
    Belland    Belland  PROPN 4 obj)");
  EXPECT_EQ(matches(*tree, "@type THREATEN\nthreaten/v to:attack to.obj:R = 138\n"),
            "threatened=THREATEN R:Belland A:Avaria");
}

TEST(MatcherPaths, PhrasesOnTheInnerObjectCount) {
  const auto tree = tree_of(R"(
    Avaria   Avaria   PROPN 2 nsubj
    agreed   agree    VERB  0 root  VerbForm=Fin
    to       to       PART  4 mark
    withdraw withdraw VERB  2 xcomp VerbForm=Inf
    troops   troop    NOUN  4 obj
    from     from     ADP   7 case
    Belland  Belland  PROPN 5 nmod)");
  EXPECT_EQ(matches(*tree, "@type AGREE\nagree/v to:* to.from:R = 030\n"),
            "agreed=AGREE R:Belland A:Avaria");
}

TEST(MatcherPaths, AnAuxiliaryMayBeAskedFor) {
  const std::string lines = R"(
    Avaria   Avaria  PROPN 2 nsubj
    said     say     VERB  0 root  VerbForm=Fin
    Belland  Belland PROPN 5 nsubj
    must     must    AUX   5 aux   VerbForm=Fin
    leave    leave   VERB  2 ccomp VerbForm=Inf)";
  const std::string entries = "@type REQUEST\nsay/v that.aux:must that.subj:R! = 100\n";
  EXPECT_EQ(matches(*tree_of(lines), entries), "said=REQUEST R:Belland A:Avaria");
  std::string will = lines;
  will.replace(will.find("must     must"), 13, "will     will");
  EXPECT_EQ(matches(*tree_of(will), entries), "");
}

TEST(MatcherPaths, SomePrepositionsReachPastAPhrase) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    filed    file    VERB  0 root  VerbForm=Fin
    suit     suit    NOUN  2 obj
    in       in      ADP   5 case
    court    court   NOUN  2 obl
    against  against ADP   7 case
    Belland  Belland PROPN 5 nmod)");
  const std::string entry = "@type ACCUSE\nfile/v obj:suit against:R = 115\n";
  EXPECT_EQ(matches(*tree, "@reaching against\n" + entry), "filed_suit=ACCUSE R:Belland A:Avaria");
  EXPECT_EQ(matches(*tree, entry), "filed_suit=ACCUSE A:Avaria");
}

TEST(MatcherPhrases, ParticipleOnAWordAskedForIsSearchedToo) {
  const auto tree = tree_of(R"(
    Avaria    Avaria   PROPN 2 nsubj
    lifted    lift     VERB  0 root VerbForm=Fin
    sanctions sanction NOUN  2 obj
    imposed   impose   VERB  3 acl  VerbForm=Part|Tense=Past
    on        on       ADP   6 case
    Belland   Belland  PROPN 4 obl)");
  EXPECT_EQ(matches(*tree, "@type RETREAT\nlift/v obj:sanction on:R = 085\n"),
            "lifted_sanctions=RETREAT R:Belland A:Avaria");
}

TEST(MatcherWords, SignOfMoneyIsAWord) {
  const auto tree = tree_of(R"(
    Avaria    Avaria  PROPN 2 nsubj
    gave      give    VERB  0 root VerbForm=Fin
    Belland   Belland PROPN 2 iobj
    $         $       SYM   2 obj
    5         5       NUM   4 nummod)");
  EXPECT_EQ(matches(*tree, "$money = $ dollar\n@type AID\ngive/v iobj:R obj:$money = 071\n"),
            "gave_$=AID R:Belland A:Avaria");
}

}  // namespace
}  // namespace entente
