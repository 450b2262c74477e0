#include "coding/coder.h"

#include <gtest/gtest.h>

#include "coding/annotate.h"
#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

constexpr std::string_view bomb =
    "@type ASSAULT\n@cameo 190\nbomb/v = aerial 195\nairstrike|attack/n = aerial\n";

TEST(Coder, OneItemWithItsBytes) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 1U);
  const auto& item = items[0];
  EXPECT_EQ(item.type, ItemType::assault);
  EXPECT_EQ(item.mode, "aerial");
  EXPECT_EQ(item.cameo, "195");
  EXPECT_EQ(item.actor, Codes{"ARL"});
  EXPECT_EQ(item.recipient, Codes{"BRG"});
  EXPECT_EQ(item.trigger, "bombed");
  EXPECT_EQ(item.span, (Span{7, 13}));
  ASSERT_EQ(item.spans.actor.size(), 1U);
  EXPECT_EQ(item.spans.actor[0], (Span{0, 6}));
  EXPECT_EQ(item.sentence, "Arland bombed Bergia");
  EXPECT_GT(item.confidence, 0.0);
  EXPECT_LT(item.confidence, 1.0);
}

TEST(Coder, NothingWithoutAKnownParty) {
  const TestText text({"Boys boy NOUN 2 nsubj\nbombed bomb VERB 0 root\nhouses house NOUN 2 obj"});
  EXPECT_TRUE(text.code(bomb).empty());
  const auto kept = text.code(bomb, true);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].recipient, Codes{"?"});
}

TEST(Coder, MutualActsHaveActorsOnly) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nmet meet VERB 0 root\nBergia Bergia PROPN 2 obj"});
  const auto items = text.code("@type CONSULT\n@cameo 040\nmeet/v obj:B = mutual\n");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(Codes(items[0].actor), (Codes{"BRG", "ARL"}));
  EXPECT_TRUE(items[0].recipient.empty());
}

TEST(Coder, WhatIsAskedForIsPartOfTheRequest) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nurged urge VERB 0 root\nBergia Bergia PROPN 2 obj\n"
       "to to PART 5 mark\nbomb bomb VERB 2 xcomp VerbForm=Inf\nCorland Corland PROPN 5 obj"});
  const auto items = text.code(std::string(bomb) + "@type REQUEST\n@cameo 100\nurge/v =\n");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::request);
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
}

TEST(Coder, PromisedHelpIsAnAgreement) {
  const TestText text(
      {"Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\nhelp help VERB 0 root\n"
       "Bergia Bergia PROPN 3 obj"});
  const auto items = text.code("@type AID\n@cameo 070\nhelp/v =\n");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::agree);
  EXPECT_EQ(items[0].status, Status::future);
}

TEST(Coder, AnnouncedAttackIsAThreat) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\n"
       "it it PRON 5 nsubj Gender=Neut|Number=Sing|Person=3|PronType=Prs\n"
       "would would AUX 5 aux VerbForm=Fin\nbomb bomb VERB 2 ccomp VerbForm=Inf\n"
       "Bergia Bergia PROPN 5 obj"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::threaten);
  EXPECT_EQ(items[0].status, Status::actual);
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
  EXPECT_TRUE(items[0].said_by.empty());
}

TEST(Coder, TheAirstrikesHaveTheirPartiesFromBefore) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj",
       "The the DET 2 det Definite=Def\nairstrikes airstrike NOUN 3 nsubj Number=Plur\n"
       "continued continue VERB 0 root"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, Codes{"ARL"});
  EXPECT_EQ(items[1].recipient, Codes{"BRG"});
  EXPECT_LT(items[1].confidence, items[0].confidence);
}

TEST(Coder, TheirAirstrikesHitWhomTheyHitBefore) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj",
       "These these DET 3 det PronType=Dem\nArlandic Arlandic ADJ 3 amod\n"
       "airstrikes airstrike NOUN 4 nsubj Number=Plur\ncontinued continue VERB 0 root"});
  const auto items =
      text.code("@type ASSAULT\n@cameo 190\nbomb/v = aerial 195\nairstrike/n mod:A = aerial\n");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].actor, Codes{"ARL"});
  EXPECT_EQ(items[1].recipient, Codes{"BRG"});
}

TEST(Coder, ThereIsAPlaceOfAnEarlierSentence) {
  const TestText text(
      {"Rebels rebel NOUN 2 nsubj Number=Plur\nmarched march VERB 0 root\nfor for ADP 5 case\n"
       "long long ADJ 5 amod\ndays day NOUN 2 obl\nup up ADP 8 case\nto to ADP 8 case\n"
       "Arland Arland PROPN 2 obl",
       "Bergia Bergia PROPN 2 nsubj\nbombed bomb VERB 0 root\nthem they PRON 2 obj\n"
       "there there ADV 2 advmod"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 1U);
  for (const auto span : items[0].spans.where) {
    EXPECT_EQ(text.reading().text(span), "Arland");
  }
  EXPECT_EQ(items[0].where.size(), items[0].spans.where.size());
}

TEST(Coder, ADocumentMayDateItself) {
  const std::string line =
      "Friday Friday PROPN 0 root\n, , PUNCT 3 punct\nAugust August PROPN 1 appos\n"
      "21 21 NUM 3 nummod\n, , PUNCT 6 punct\n2015 2015 NUM 3 nmod:unmarked";
  EXPECT_EQ(to_string(TestText({line}, "").reading().published), "2015-08-21");
  EXPECT_EQ(to_string(TestText({line}, "2020-05-14").reading().published), "2020-05-14");
}

TEST(Coder, TitlesMakeOffices) {
  const TestText text(
      {"Bergian Bergian ADJ 2 amod\nPresident President PROPN 3 nmod:desc\n"
       "Jon Jon PROPN 5 nsubj\nVardal Vardal PROPN 3 flat\nslept sleep VERB 0 root"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::office);
  EXPECT_EQ(items[0].actor, Codes{"BRG:GOV"});
  EXPECT_EQ(items[0].recipient, Codes{"BRG:GOV"});
  EXPECT_EQ(items[0].names, Codes{"Jon Vardal"});
  EXPECT_EQ(items[0].trigger, "Bergian President");
}

constexpr std::string_view seats =
    "@type office\nwin/v obj:seat subj:A in:R = office\nlose/v obj:seat subj:A = office negated\n";

TEST(Coder, WhoWinsASeatHoldsAnOffice) {
  const TestText text(
      {"Candidates candidate NOUN 7 nsubj Number=Plur\nPer Per PROPN 1 appos\n"
       "Lund Lund PROPN 2 flat\nand and CCONJ 5 cc\nIda Ida PROPN 2 conj\n"
       "Hald Hald PROPN 5 flat\nwon win VERB 0 root\nseats seat NOUN 7 obj Number=Plur\n"
       "in in ADP 10 case\nArland Arland PROPN 7 obl"});
  const auto items = text.code(seats);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].names, Codes{"Per Lund"});
  EXPECT_EQ(items[1].names, Codes{"Ida Hald"});
}

TEST(Coder, SeatsWithoutANameAreNoOffice) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\ncandidates candidate NOUN 3 nsubj Number=Plur\n"
       "won win VERB 0 root\nseats seat NOUN 3 obj Number=Plur"});
  EXPECT_TRUE(text.code(seats).empty());
}

TEST(Coder, OneOfficeForOnePerson) {
  const TestText text(
      {"Arlandic Arlandic ADJ 2 amod\nsenator senator NOUN 3 nmod:desc Number=Sing\n"
       "Per Per PROPN 5 nsubj\nLund Lund PROPN 3 flat\nlost lose VERB 0 root\n"
       "a a DET 7 det\nseat seat NOUN 5 obj"});
  const auto items = text.code(seats);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].status, Status::negated);
}

TEST(Coder, ADayHoldsNoOffice) {
  const TestText text(
      {"On on ADP 2 case\nWednesday Wednesday PROPN 6 obl\nArlandic Arlandic ADJ 4 amod\n"
       "Senator Senator PROPN 2 appos\nLund Lund PROPN 4 flat\nspoke speak VERB 0 root"});
  for (const auto& item : text.code(bomb)) EXPECT_NE(item.names, Codes{"Wednesday"});
  EXPECT_LE(text.code(bomb).size(), 1U);
}

TEST(Coder, WhatStandsBesideAPlaceIsItsStates) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\na a DET 4 det\n"
       "tower tower NOUN 2 obj\nnear near ADP 6 case\nBergstad Bergstad PROPN 4 nmod"});
  const auto items = text.code(bomb);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].recipient, Codes{"BRG"});
}

TEST(Coder, TalksInACapitalAreWithItsState) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nnegotiated negotiate VERB 0 root\nin in ADP 4 case\n"
       "Bergstad Bergstad PROPN 2 obl"});
  const auto items = text.code("@type CONSULT\n@cameo 040\nnegotiate/v subj:A = mutual\n");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].actor, (Codes{"ARL", "BRG"}));
}

TEST(Coder, TeamsAreNoParties) {
  const std::string game =
      "Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj\n"
      "in in ADP 7 case\nthe the DET 7 det\ncup cup NOUN 7 compound\nmatch match NOUN 2 obl";
  const TestText text({game, game});
  EXPECT_TRUE(text.code(bomb).empty());
}

TEST(Coder, FurnitureIsNotCoded) {
  TestText text(
      {"Arland Arland PROPN 2 nsubj\nbombed bomb VERB 0 root\nBergia Bergia PROPN 2 obj"});
  Segment segment;
  segment.span = {0, 20};
  segment.kind = SegmentKind::furniture;
  text.analysis().document->segments.push_back(segment);
  EXPECT_TRUE(text.code(bomb).empty());
}

TEST(Coder, TraceTellsWhy) {
  TestText text({"Boys boy NOUN 2 nsubj\nbombed bomb VERB 0 root\nhouses house NOUN 2 obj"});
  const auto entries = test_dictionary(bomb);
  CodingTrace trace;
  const auto items =
      Coder(rooms().world, entries, rooms().lexicon).code(text.analysis(), false, &trace);
  EXPECT_TRUE(items.empty());
  ASSERT_EQ(trace.dropped.size(), 1U);
  ASSERT_EQ(trace.dropped[0].size(), 1U);
  EXPECT_NE(trace.dropped[0][0].find("no party"), std::string::npos);
}

TEST(Annotate, LayersAreJsonLines) {
  TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nBergia Bergia PROPN 4 nsubj\n"
       "attacked attack VERB 2 ccomp VerbForm=Fin"});
  const auto entries = test_dictionary(bomb);
  const Coder coder(rooms().world, entries, rooms().lexicon);
  std::string out;
  append_layer(out, Layer::attributions, text.analysis(), coder);
  EXPECT_EQ(out, R"({"doc":"test","cue":[7,11],"source":[0,6],"content":[12,27],"said_by":["ARL"]})"
                 "\n");
  out.clear();
  append_layer(out, Layer::actors, text.analysis(), coder);
  EXPECT_NE(out.find(R"("text":"Bergia","actor":["BRG"],"rule":"listed","form":"Bergia")"),
            std::string::npos);
  EXPECT_FALSE(layer_of("weather").has_value());
}

}  // namespace
}  // namespace entente
