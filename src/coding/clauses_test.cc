// Clauses over hand-built trees, sorted by what the language does.
#include "coding/clauses.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "coding/explain.h"
#include "coding/test_trees.h"

namespace entente {
namespace {

/// The arguments of a word as "subj:Avaria on:Belland", in order.
std::string arguments(const TestTree& tree, std::string_view word) {
  const Clauses clauses(tree.sentence, &english_for_tests());
  std::string text;
  for (const auto& argument : clauses.arguments(tree.find(word))) {
    const std::string slot =
        argument.slot == Slot::prep ? std::string(argument.prep) : name_of(argument.slot);
    text += (text.empty() ? "" : " ") + slot + ":" +
            std::string(tree.sentence.words[argument.word].form);
  }
  return text;
}

std::string phrase(const TestTree& tree, std::string_view word) {
  const Clauses clauses(tree.sentence, &english_for_tests());
  return std::string(tree.text_of(clauses.phrase(tree.find(word))));
}

// --- voice ---------------------------------------------------------------------------------------

TEST(ClausesVoice, ActiveVerbHasSubjectAndObject) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    bombed   bomb    VERB  0 root
    Belland  Belland PROPN 2 obj
    on       on      ADP   5 case
    Monday   Monday  PROPN 2 obl)");
  EXPECT_EQ(arguments(*tree, "bombed"), "subj:Avaria obj:Belland on:Monday");
}

TEST(ClausesVoice, PassiveIsTurnedRound) {
  const auto tree = tree_of(R"(
    Belland  Belland PROPN 3 nsubj:pass
    was      be      AUX   3 aux:pass
    bombed   bomb    VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    by       by      ADP   5 case
    Avaria   Avaria  PROPN 3 obl:agent)");
  EXPECT_EQ(arguments(*tree, "bombed"), "obj:Belland subj:Avaria");
}

TEST(ClausesVoice, AgentIsKnownByItsPrepositionWhereTheParserMissedTheLabel) {
  const auto tree = tree_of(R"(
    Belland  Belland PROPN 3 nsubj:pass
    was      be      AUX   3 aux:pass
    bombed   bomb    VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    by       by      ADP   5 case
    Avaria   Avaria  PROPN 3 obl)");
  EXPECT_EQ(arguments(*tree, "bombed"), "obj:Belland subj:Avaria");
}

TEST(ClausesVoice, PassiveOfGivingKeepsItsObject) {
  const auto tree = tree_of(R"(
    Belland  Belland PROPN 3 nsubj:pass
    was      be      AUX   3 aux:pass
    given    give    VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    arms     arms    NOUN  3 obj)");
  EXPECT_EQ(arguments(*tree, "given"), "iobj:Belland obj:arms");
}

TEST(ClausesVoice, PerfectIsActive) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 3 nsubj
    has      have    AUX   3 aux   VerbForm=Fin
    bombed   bomb    VERB  0 root  VerbForm=Part|Tense=Past
    Belland  Belland PROPN 3 obj)");
  EXPECT_EQ(arguments(*tree, "bombed"), "subj:Avaria obj:Belland");
}

// --- coordination --------------------------------------------------------------------------------

TEST(ClausesConjunction, SubjectAndObjectAreShared) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    attacked attack  VERB  0 root
    and      and     CCONJ 4 cc
    occupied occupy  VERB  2 conj
    the      the     DET   6 det
    town     town    NOUN  4 obj)");
  EXPECT_EQ(arguments(*tree, "attacked"), "subj:Avaria obj:town");
  EXPECT_EQ(arguments(*tree, "occupied"), "obj:town subj:Avaria");
}

TEST(ClausesConjunction, WhatStandsBehindBothBelongsToBoth) {
  const auto tree = tree_of(R"(
    crowds  crowd   NOUN  2 nsubj
    chanted chant   VERB  0 root
    and     and     CCONJ 4 cc
    marched march   VERB  2 conj
    against against ADP   6 case
    Avaria  Avaria  PROPN 2 obl)");
  EXPECT_EQ(arguments(*tree, "marched"), "subj:crowds against:Avaria");
  EXPECT_EQ(arguments(*tree, "chanted"), "subj:crowds against:Avaria");
}

TEST(ClausesConjunction, OwnSubjectIsKept) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    attacked attack  VERB  0 root
    and      and     CCONJ 5 cc
    Belland  Belland PROPN 5 nsubj
    fled     flee    VERB  2 conj
    Coria    Coria   PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "attacked"), "subj:Avaria");
  EXPECT_EQ(arguments(*tree, "fled"), "subj:Belland obj:Coria");
}

TEST(ClausesConjunction, AdjunctClosesTheFirstVerb) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    advanced advance VERB  0 root
    in       in      ADP   4 case
    May      May     PROPN 2 obl
    and      and     CCONJ 6 cc
    took     take    VERB  2 conj
    Coria    Coria   PROPN 6 obj)");
  EXPECT_EQ(arguments(*tree, "advanced"), "subj:Avaria in:May");
}

TEST(ClausesConjunction, PassiveConjunctsShareTheirSubject) {
  const auto tree = tree_of(R"(
    Karo     Karo   PROPN 3 nsubj:pass
    was      be     AUX   3 aux:pass
    arrested arrest VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    and      and    CCONJ 5 cc
    deported deport VERB  3 conj  VerbForm=Part|Tense=Past|Voice=Pass)");
  EXPECT_EQ(arguments(*tree, "deported"), "obj:Karo");
}

TEST(ClausesConjunction, NounsShareModifiersAndPhrases) {
  const auto tree = tree_of(R"(
    Avarian    Avarian ADJ   2 amod
    airstrikes airstrike NOUN 0 root
    and        and     CCONJ 4 cc
    shelling   shelling NOUN 2 conj
    of         of      ADP   6 case
    Belland    Belland PROPN 4 nmod)");
  EXPECT_EQ(arguments(*tree, "airstrikes"), "mod:Avarian of:Belland");
  EXPECT_EQ(arguments(*tree, "shelling"), "of:Belland mod:Avarian");
}

TEST(ClausesConjunction, ConjunctsComeInOrder) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 0 root
    ,       ,       PUNCT 3 punct
    Belland Belland PROPN 1 conj
    and     and     CCONJ 5 cc
    Coria   Coria   PROPN 3 conj)");
  const Clauses clauses(tree->sentence);
  EXPECT_EQ(clauses.conjuncts(0), (std::vector<std::uint16_t>{0, 2, 4}));
}

// --- relative clauses ----------------------------------------------------------------------------

TEST(ClausesRelative, PronounStandsForItsNoun) {
  const auto tree = tree_of(R"(
    rebels   rebel   NOUN  0 root
    who      who     PRON  3 nsubj     PronType=Rel
    attacked attack  VERB  1 acl:relcl
    Belland  Belland PROPN 3 obj)");
  EXPECT_EQ(arguments(*tree, "attacked"), "obj:Belland subj:rebels");
}

TEST(ClausesRelative, PrepositionKeepsItsSlot) {
  const auto tree = tree_of(R"(
    state  state  NOUN  0 root
    with   with   ADP   3 case
    which  which  PRON  5 obl       PronType=Rel
    Avaria Avaria PROPN 5 nsubj
    signed sign   VERB  1 acl:relcl
    a      a      DET   7 det
    pact   pact   NOUN  5 obj)");
  EXPECT_EQ(arguments(*tree, "signed"), "subj:Avaria obj:pact with:state");
}

TEST(ClausesRelative, PossessivePronoun) {
  const auto tree = tree_of(R"(
    Karo    Karo    PROPN 0 root
    whose   whose   PRON  3 nmod:poss PronType=Rel|Poss=Yes
    forces  force   NOUN  4 nsubj
    fled    flee    VERB  1 acl:relcl)");
  EXPECT_EQ(arguments(*tree, "forces"), "poss:Karo");
  EXPECT_EQ(arguments(*tree, "fled"), "subj:forces");
}

TEST(ClausesRelative, MissingPronounIsTheObject) {
  const auto tree = tree_of(R"(
    the    the   DET  2 det
    town   town  NOUN 0 root
    rebels rebel NOUN 4 nsubj
    seized seize VERB 2 acl:relcl)");
  EXPECT_EQ(arguments(*tree, "seized"), "subj:rebels obj:town");
}

TEST(ClausesRelative, SpeakerBetweenPronounAndVerb) {
  const auto tree = tree_of(R"(
    rebels   rebel   NOUN  0 root
    who      who     PRON  5 nsubj  PronType=Rel
    Avaria   Avaria  PROPN 4 nsubj
    said     say     VERB  1 acl:relcl
    attacked attack  VERB  4 ccomp
    it       it      PRON  5 obj)");
  EXPECT_EQ(arguments(*tree, "attacked"), "obj:it subj:rebels");
}

TEST(ClausesRelative, ReducedPassive) {
  const auto tree = tree_of(R"(
    towns    town    NOUN  0 root
    targeted target  VERB  1 acl  VerbForm=Part|Tense=Past|Voice=Pass
    by       by      ADP   4 case
    Avaria   Avaria  PROPN 2 obl)");
  EXPECT_EQ(arguments(*tree, "targeted"), "subj:Avaria obj:towns");
}

TEST(ClausesRelative, ReducedActive) {
  const auto tree = tree_of(R"(
    rebels   rebel  NOUN 0 root
    fighting fight  VERB 1 acl  VerbForm=Part|Tense=Pres
    troops   troop  NOUN 2 obj)");
  EXPECT_EQ(arguments(*tree, "fighting"), "obj:troops subj:rebels");
}

// --- control and raising -------------------------------------------------------------------------

TEST(ClausesControl, SubjectGoesDown) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    wants    want    VERB  0 root
    to       to      PART  4 mark
    attack   attack  VERB  2 xcomp  VerbForm=Inf
    Belland  Belland PROPN 4 obj)");
  EXPECT_EQ(arguments(*tree, "attack"), "obj:Belland subj:Avaria");
  EXPECT_EQ(arguments(*tree, "wants"), "subj:Avaria to:attack");
}

TEST(ClausesControl, ObjectGoesDown) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    ordered  order   VERB  0 root
    troops   troop   NOUN  2 obj
    to       to      PART  5 mark
    attack   attack  VERB  2 xcomp  VerbForm=Inf
    Belland  Belland PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "attack"), "obj:Belland subj:troops");
}

TEST(ClausesControl, PromisersPromiseForThemselves) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    promised promise VERB  0 root
    Coria    Coria   PROPN 2 obj
    to       to      PART  5 mark
    attack   attack  VERB  2 xcomp  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:Avaria");
}

TEST(ClausesControl, CalledOnSomebodyTo) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    called   call    VERB  0 root
    on       on      ADP   4 case
    Belland  Belland PROPN 2 obl
    to       to      PART  6 mark
    withdraw withdraw VERB 2 xcomp  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "withdraw"), "subj:Belland");
}

TEST(ClausesControl, PassiveGovernor) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 3 nsubj:pass
    is       be      AUX   3 aux:pass
    expected expect  VERB  0 root  VerbForm=Part|Tense=Past|Voice=Pass
    to       to      PART  5 mark
    attack   attack  VERB  3 xcomp  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:Avaria");
}

TEST(ClausesControl, AccusedOfDoing) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    accused  accuse  VERB  0 root
    Belland  Belland PROPN 2 obj
    of       of      SCONJ 5 mark
    shelling shell   VERB  2 advcl  VerbForm=Ger
    Coria    Coria   PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "shelling"), "obj:Coria subj:Belland");
  EXPECT_EQ(arguments(*tree, "accused"), "subj:Avaria obj:Belland of:shelling");
}

TEST(ClausesControl, AfterDoing) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    left     leave   VERB  0 root
    Coria    Coria   PROPN 2 obj
    after    after   SCONJ 5 mark
    shelling shell   VERB  2 advcl  VerbForm=Ger
    it       it      PRON  5 obj)");
  EXPECT_EQ(arguments(*tree, "shelling"), "obj:it subj:Avaria");
}

TEST(ClausesControl, PurposeOfTheSubject) {
  const auto tree = tree_of(R"(
    bombers bomber  NOUN  2 nsubj
    took    take    VERB  0 root
    off     off     ADP   2 compound:prt
    to      to      PART  5 mark
    bomb    bomb    VERB  2 advcl  VerbForm=Inf
    Coria   Coria   PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "bomb"), "obj:Coria subj:bombers");
  EXPECT_EQ(Clauses(tree->sentence).particle(1), "off");
}

TEST(ClausesControl, PlanOfThePossessor) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 3 nmod:poss
    's      's     PART  1 case
    plan    plan   NOUN  0 root
    to      to     PART  5 mark
    attack  attack VERB  3 acl  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:Avaria");
}

TEST(ClausesControl, AttemptOfTheAgent) {
  const auto tree = tree_of(R"(
    an      a       DET   2 det
    attempt attempt NOUN  0 root
    by      by      ADP   4 case
    Avaria  Avaria  PROPN 2 nmod
    to      to      PART  6 mark
    attack  attack  VERB  2 acl  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:Avaria");
}

TEST(ClausesControl, BackedByLeadsTheSentence) {
  const auto tree = tree_of(R"(
    Backed   back     VERB  5 advcl  VerbForm=Part|Tense=Past|Voice=Pass
    by       by       ADP   3 case
    Avaria   Avaria   PROPN 1 obl:agent
    rebels   rebel    NOUN  5 nsubj
    advanced advance  VERB  0 root)");
  EXPECT_EQ(arguments(*tree, "Backed"), "subj:Avaria obj:rebels");
}

TEST(ClausesControl, BaseUsedByTheSubject) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 2 nsubj
    used    use     VERB  0 root
    Coria   Coria   PROPN 4 compound
    base    base    NOUN  2 obj
    to      to      PART  6 mark
    attack  attack  VERB  4 acl  VerbForm=Inf)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:Avaria");
}

// --- nouns ---------------------------------------------------------------------------------------

TEST(ClausesNoun, PossessorModifierAndPhrases) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 4 nmod:poss
    's      's     PART  1 case
    air     air    NOUN  4 compound
    raids   raid   NOUN  0 root
    on      on     ADP   6 case
    Belland Belland PROPN 4 nmod)");
  EXPECT_EQ(arguments(*tree, "raids"), "poss:Avaria mod:air on:Belland");
}

TEST(ClausesNoun, PredicateHasASubject) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 4 nsubj
    is      be     AUX   4 cop
    an      a      DET   4 det
    ally    ally   NOUN  0 root
    of      of     ADP   6 case
    Belland Belland PROPN 4 nmod)");
  EXPECT_EQ(arguments(*tree, "ally"), "subj:Avaria of:Belland");
}

TEST(ClausesNoun, AppositionIsSaidOfTheName) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 6 nsubj
    ,       ,       PUNCT 4 punct
    an      a       DET   4 det
    ally    ally    NOUN  1 appos
    ,       ,       PUNCT 4 punct
    agreed  agree   VERB  0 root)");
  EXPECT_EQ(arguments(*tree, "ally"), "subj:Avaria");
  EXPECT_EQ(arguments(*tree, "Avaria"), "");
}

TEST(ClausesNoun, NestedPrepositionStandsUnderItsWholeName) {
  const auto tree = tree_of(R"(
    fought  fight   VERB  0 root
    in      in      ADP   3 case
    support support NOUN  1 obl
    of      of      ADP   5 case
    Belland Belland PROPN 3 nmod)");
  EXPECT_EQ(arguments(*tree, "fought"), "in:support in_support_of:Belland");
  EXPECT_EQ(arguments(*tree, "support"), "of:Belland");
}

TEST(ClausesNoun, FixedPrepositionIsJoined) {
  const auto tree = tree_of(R"(
    fled    flee    VERB  0 root
    because because ADP   4 case
    of      of      ADP   2 fixed
    Belland Belland PROPN 1 obl)");
  EXPECT_EQ(arguments(*tree, "fled"), "because_of:Belland");
}

TEST(ClausesNoun, SeveralPrepositionsStandJoinedAndAlone) {
  const auto tree = tree_of(R"(
    pulled  pull    VERB  0 root
    Out     Out     ADP   4 case
    of      of      ADP   4 case
    Belland Belland PROPN 1 obl)");
  EXPECT_EQ(arguments(*tree, "pulled"), "out:Belland of:Belland out_of:Belland");
}

TEST(ClausesNoun, SeriesStandsForWhatFollows) {
  const auto tree = tree_of(R"(
    a       a       DET   2 det
    series  series  NOUN  0 root
    of      of      ADP   4 case
    raids   raid    NOUN  2 nmod)");
  const Clauses clauses(tree->sentence, &english_for_tests());
  EXPECT_EQ(clauses.core(1), 3u);
  EXPECT_EQ(clauses.core(3), 3u);
}

TEST(ClausesNoun, PrepositionHungOnATitle) {
  const auto tree = tree_of(R"(
    met      meet     VERB  0 root
    with     with     ADP   3 case
    Minister Minister PROPN 4 nmod:desc
    Karo     Karo     PROPN 1 obl)");
  EXPECT_EQ(arguments(*tree, "met"), "with:Karo");
}

// --- participles before nouns --------------------------------------------------------------------

TEST(ClausesParticiple, PastParticipleTakesItsNounAsObject) {
  const auto tree = tree_of(R"(
    the      the     DET  3 det
    besieged besiege VERB 3 amod  VerbForm=Part|Tense=Past|Voice=Pass
    city     city    NOUN 0 root)");
  EXPECT_EQ(arguments(*tree, "besieged"), "obj:city");
}

TEST(ClausesParticiple, HyphenNamesTheDoer) {
  const auto tree = tree_of(R"(
    Avaria   Avaria PROPN 3 compound
    -        -      PUNCT 1 punct
    backed   back   VERB  4 amod  VerbForm=Part|Tense=Past|Voice=Pass
    militias militia NOUN 0 root)");
  EXPECT_EQ(arguments(*tree, "backed"), "subj:Avaria obj:militias");
}

TEST(ClausesParticiple, HyphenCountsMoreThanTheTree) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 6 nsubj
    -        -       PUNCT 1 punct
    backed   back    VERB  6 advcl  VerbForm=Part|Tense=Past
    Shiite   Shiite  ADJ   5 amod
    militias militia NOUN  3 obj
    advanced advance VERB  0 root)");
  std::uint32_t at = 0;  // without the blanks
  for (auto& word : tree->sentence.words) {
    word.span.end = at + word.span.size();
    word.span.begin = at;
    at = word.span.end;
  }
  EXPECT_EQ(arguments(*tree, "backed"), "subj:Avaria obj:militias");
}

TEST(ClausesParticiple, BehindACommaItIsTheSubjectsDoing) {
  const auto tree = tree_of(R"(
    Avaria    Avaria   PROPN 2 nsubj
    bombed    bomb     VERB  0 root
    positions position NOUN  2 obj
    ,         ,        PUNCT 5 punct
    killing   kill     VERB  3 acl  VerbForm=Ger
    Karo      Karo     PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "killing"), "obj:Karo subj:Avaria");
}

TEST(ClausesParticiple, PresentParticipleTakesItsNounAsSubject) {
  const auto tree = tree_of(R"(
    the      the    DET  3 det
    invading invade VERB 3 amod  VerbForm=Part|Tense=Pres
    army     army   NOUN 0 root)");
  EXPECT_EQ(arguments(*tree, "invading"), "subj:army");
}

// --- reported speech -----------------------------------------------------------------------------

TEST(ClausesSpeech, ComplementClause) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    said     say     VERB  0 root
    Belland  Belland PROPN 4 nsubj
    attacked attack  VERB  2 ccomp)");
  EXPECT_EQ(arguments(*tree, "said"), "subj:Avaria that:attacked");
}

TEST(ClausesSpeech, SpeakerSetIntoTheSpeech) {
  const auto tree = tree_of(R"(
    Belland  Belland PROPN 6 nsubj
    ,        ,       PUNCT 4 punct
    Avaria   Avaria  PROPN 4 nsubj
    said     say     VERB  6 parataxis
    ,        ,       PUNCT 4 punct
    attacked attack  VERB  0 root)");
  EXPECT_EQ(arguments(*tree, "said"), "subj:Avaria that:attacked");
}

// --- phrases and clause heads --------------------------------------------------------------------

TEST(ClausesPhrase, KeepsOfAndLeavesTheRest) {
  const auto tree = tree_of(R"(
    the      the     DET   3 det
    new      new     ADJ   3 amod
    leader   leader  NOUN  0 root
    of       of      ADP   5 case
    Belland  Belland PROPN 3 nmod
    in       in      ADP   7 case
    exile    exile   NOUN  3 nmod
    ,        ,       PUNCT 9 punct
    Karo     Karo    PROPN 3 appos
    who      who     PRON  11 nsubj  PronType=Rel
    fled     flee    VERB  3 acl:relcl)");
  EXPECT_EQ(phrase(*tree, "leader"), "the new leader of Belland");
  EXPECT_EQ(phrase(*tree, "Belland"), "Belland");
}

TEST(ClausesPhrase, FirstConjunctAlone) {
  const auto tree = tree_of(R"(
    Avaria  Avaria  PROPN 4 nsubj
    and     and     CCONJ 3 cc
    Belland Belland PROPN 1 conj
    agreed  agree   VERB  0 root)");
  EXPECT_EQ(phrase(*tree, "Avaria"), "Avaria");
  EXPECT_EQ(phrase(*tree, "Belland"), "Belland");
}

TEST(ClausesPhrase, PossessorWithoutItsMark) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 3 nmod:poss
    's      's     PART  1 case
    army    army   NOUN  0 root)");
  EXPECT_EQ(phrase(*tree, "Avaria"), "Avaria");
  EXPECT_EQ(phrase(*tree, "army"), "Avaria 's army");
}

TEST(ClausesHead, NounStandsInTheClauseAboveIt) {
  const auto tree = tree_of(R"(
    Avaria  Avaria PROPN 2 nsubj
    denied  deny   VERB  0 root
    raids   raid   NOUN  2 obj
    on      on     ADP   5 case
    Belland Belland PROPN 3 nmod)");
  const Clauses clauses(tree->sentence);
  EXPECT_EQ(clauses.clause_head(4), 1u);
  EXPECT_EQ(clauses.clause_head(1), 1u);
}

// --- bad trees -----------------------------------------------------------------------------------

TEST(ClausesBadTrees, CycleAndHeadsOutsideAreCut) {
  auto tree = tree_of(R"(
    a a VERB 2 nsubj
    b b VERB 1 obj
    c c VERB 99 root
    d d VERB 4 conj)");
  const Clauses clauses(tree->sentence);
  EXPECT_EQ(clauses.head(0), -1);
  EXPECT_EQ(clauses.head(1), 0);
  EXPECT_EQ(clauses.head(2), -1);
  EXPECT_EQ(clauses.head(3), -1);
  for (std::size_t word = 0; word < 4; ++word) EXPECT_LT(clauses.clause_head(word), 4u);
}

TEST(ClausesBadTrees, DeepChainsOfFiveThousandWords) {
  std::string lines = "go go VERB 0 root\n";
  const char* relations[] = {"xcomp", "conj", "acl:relcl", "nmod", "advcl"};
  for (int word = 1; word < 5000; ++word) {
    lines += "go go " + std::string(word % 3 == 0 ? "NOUN" : "VERB") + " " + std::to_string(word) +
             " " + relations[word % 5] + "\n";
  }
  const auto tree = tree_of(lines);
  const Clauses clauses(tree->sentence, &english_for_tests());
  EXPECT_EQ(clauses.phrase(0).begin, 0u);
  EXPECT_LT(clauses.clause_head(4999), 5000u);
  EXPECT_FALSE(draw_tree(clauses).empty());
}

TEST(ClausesBadTrees, ArgumentsOfOneWordAreBounded) {
  std::string lines = "go go VERB 0 root\n";
  for (int word = 1; word < 5000; ++word) {
    lines += word % 2 == 0 ? "went go VERB 1 conj\n" : "town town NOUN 1 obj\n";
  }
  const auto tree = tree_of(lines);
  const Clauses clauses(tree->sentence, &english_for_tests());
  for (std::size_t word = 0; word < 5000; ++word) EXPECT_LE(clauses.arguments(word).size(), 60u);
}

TEST(ClausesBadTrees, EmptySentence) {
  const Sentence sentence;
  const Clauses clauses(sentence);
  EXPECT_TRUE(clauses.arguments(0).empty());
  EXPECT_EQ(clauses.phrase(3), Span{});
}

// --- pronouns ------------------------------------------------------------------------------------

TEST(ClausesPronouns, SpeakerStandsBehindThePronounOfHisSpeech) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    said     say     VERB  0 root  VerbForm=Fin
    it       it      PRON  5 nsubj Number=Sing|Person=3|PronType=Prs
    would    would   AUX   5 aux   VerbForm=Fin
    attack   attack  VERB  2 ccomp VerbForm=Inf
    Belland  Belland PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "attack"), "obj:Belland subj:Avaria");
}

TEST(ClausesPronouns, AnotherNumberIsSomebodyElse) {
  const auto tree = tree_of(R"(
    Avaria   Avaria  PROPN 2 nsubj
    said     say     VERB  0 root  VerbForm=Fin
    they     they    PRON  5 nsubj Number=Plur|Person=3|PronType=Prs
    would    would   AUX   5 aux   VerbForm=Fin
    attack   attack  VERB  2 ccomp VerbForm=Inf
    Belland  Belland PROPN 5 obj)");
  EXPECT_EQ(arguments(*tree, "attack"), "subj:they obj:Belland");
}

TEST(ClausesHeadlines, PastTenseBetweenNounsIsTheVerb) {
  const auto tree = tree_of(R"(
    Avarian    Avarian   ADJ   2 amod
    government government NOUN 4 compound
    imposed    impose    VERB  4 amod  VerbForm=Part|Tense=Past
    blockades  blockade  NOUN  0 root
    in         in        ADP   6 case
    Belland    Belland   PROPN 4 nmod)");
  EXPECT_EQ(arguments(*tree, "imposed"), "subj:government obj:blockades in:Belland");
}

TEST(ClausesHeadlines, ParticipleBehindAnArticleIsNone) {
  const auto tree = tree_of(R"(
    the        the       DET   3 det
    imposed    impose    VERB  3 amod  VerbForm=Part|Tense=Past
    blockades  blockade  NOUN  0 root)");
  EXPECT_EQ(arguments(*tree, "imposed"), "obj:blockades");
}

}  // namespace
}  // namespace entente
