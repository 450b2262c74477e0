#include "coding/attribution.h"

#include <gtest/gtest.h>

#include "coding/quotes.h"
#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

Voices voices_of(const TestText& text, std::string_view act, std::size_t sentence = 0) {
  const auto reading = text.reading();
  Parties parties(reading, rooms().world, rooms().lexicon);
  const auto all = attributions(reading, rooms().lexicon, parties);
  return voices(all, reading.sentences[sentence].word(text.find(act, sentence)).span);
}

TEST(Attribution, SaidThat) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nBergia Bergia PROPN 4 nsubj\n"
       "attacked attack VERB 2 ccomp VerbForm=Fin\nCorland Corland PROPN 4 obj"});
  EXPECT_EQ(voices_of(text, "attacked").said_by, Codes{"ARL"});
  EXPECT_TRUE(voices_of(text, "said").said_by.empty());
}

TEST(Attribution, AsideAtTheEnd) {
  const TestText text(
      {"Bergia Bergia PROPN 2 nsubj\nattacked attack VERB 0 root\n, , PUNCT 5 punct\n"
       "Arland Arland PROPN 5 nsubj\nsaid say VERB 2 parataxis"});
  EXPECT_EQ(voices_of(text, "attacked").said_by, Codes{"ARL"});
}

TEST(Attribution, AccordingTo) {
  const TestText text(
      {"Bergia Bergia PROPN 2 nsubj\nattacked attack VERB 0 root\n"
       "according accord VERB 5 case\nto to ADP 3 fixed\nArland Arland PROPN 2 obl"});
  EXPECT_EQ(voices_of(text, "attacked").said_by, Codes{"ARL"});
}

TEST(Attribution, NearestSpeakerFirst) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nreported report VERB 0 root\nthat that SCONJ 5 mark\n"
       "Corland Corland PROPN 5 nsubj\nsaid say VERB 2 ccomp VerbForm=Fin\n"
       "Bergia Bergia PROPN 7 nsubj\nattacked attack VERB 5 ccomp VerbForm=Fin"});
  EXPECT_EQ(voices_of(text, "attacked").said_by, (Codes{"COR", "ARL"}));
}

TEST(Attribution, DenialIsNoReport) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\ndenied deny VERB 0 root\nit it PRON 5 nsubj\n"
       "had have AUX 5 aux VerbForm=Fin\nattacked attack VERB 2 ccomp VerbForm=Part"});
  EXPECT_EQ(voices_of(text, "attacked").denied_by, Codes{"ARL"});
  EXPECT_TRUE(voices_of(text, "attacked").said_by.empty());
}

TEST(Attribution, WhenSomebodyAccusesIsNotWhatOf) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\naccused accuse VERB 0 root\nBergia Bergia PROPN 2 obj\n"
       "on on ADP 5 case\nMonday Monday PROPN 2 obl\nof of SCONJ 7 mark\n"
       "attacking attack VERB 2 advcl VerbForm=Ger\nCorland Corland PROPN 7 obj"});
  EXPECT_EQ(voices_of(text, "attacking").said_by, Codes{"ARL"});
}

TEST(Attribution, AccusedOfIsSaidByTheAccuser) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\naccused accuse VERB 0 root\nBergia Bergia PROPN 2 obj\n"
       "of of SCONJ 5 mark\nattacking attack VERB 2 advcl VerbForm=Ger\n"
       "Corland Corland PROPN 5 obj"});
  EXPECT_EQ(voices_of(text, "attacking").said_by, Codes{"ARL"});
}

TEST(Attribution, WeInAQuotationIsTheSpeaker) {
  const TestText text(
      {"Vardal Vardal PROPN 2 nsubj\nsaid say VERB 0 root\n: : PUNCT 2 punct\n"
       "\" \" PUNCT 6 punct\nWe we PRON 6 nsubj Number=Plur|Person=1|PronType=Prs\n"
       "won win VERB 2 ccomp VerbForm=Fin\n\" \" PUNCT 6 punct"});
  const auto reading = text.reading();
  Parties parties(reading, rooms().world, rooms().lexicon);
  (void)attributions(reading, rooms().lexicon, parties);
  EXPECT_EQ(parties.at(0, text.find("We")).codes, Codes{"BRG:GOV"});
}

std::vector<Attribution> all_of(const TestText& text) {
  const auto reading = text.reading();
  Parties parties(reading, rooms().world, rooms().lexicon);
  return attributions(reading, rooms().lexicon, parties);
}

std::string text_of(const TestText& text, Span span) {
  const auto reading = text.reading();
  return std::string(reading.text(span));
}

TEST(Attribution, WhatIsWantedIsContentButNoReport) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nwants want VERB 0 root VerbForm=Fin\nto to PART 4 mark\n"
       "attack attack VERB 2 xcomp VerbForm=Inf\nBergia Bergia PROPN 4 obj"});
  const auto found = all_of(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].reports);
  EXPECT_EQ(text_of(text, found[0].cover()), "to attack Bergia");
  EXPECT_TRUE(voices_of(text, "attack").said_by.empty());
}

TEST(Attribution, ContentBehindAPreposition) {
  const TestText text(
      {"Vardal Vardal PROPN 2 nsubj\nspoke speak VERB 0 root VerbForm=Fin\n"
       "about about ADP 5 case\nthe the DET 5 det\ntruce truce NOUN 2 obl"});
  const auto found = all_of(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text_of(text, found[0].source), "Vardal");
  EXPECT_EQ(text_of(text, found[0].cover()), "about the truce");
}

TEST(Attribution, CallingNeedsWhatSomebodyIsCalled) {
  const TestText telephoned(
      {"Vardal Vardal PROPN 2 nsubj\ncalled call VERB 0 root VerbForm=Fin\nTolin Tolin PROPN 2 "
       "obj"});
  EXPECT_TRUE(all_of(telephoned).empty());
  const TestText named(
      {"Vardal Vardal PROPN 2 nsubj\ncalled call VERB 0 root VerbForm=Fin\n"
       "Tolin Tolin PROPN 2 obj\na a DET 5 det\nliar liar NOUN 2 xcomp"});
  const auto found = all_of(named);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text_of(named, found[0].cover()), "Tolin a liar");
}

TEST(Attribution, SourceBesideTheCueWhereTheTreeHasNone) {
  const TestText text(
      {"Bergia Bergia PROPN 2 nsubj\nattacked attack VERB 0 root\n, , PUNCT 5 punct\n"
       "Arland Arland PROPN 2 obj\nsaid say VERB 2 parataxis"});
  auto found = all_of(text);
  std::erase_if(found, [](const Attribution& a) { return !a.reports; });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].codes, Codes{"ARL"});
  EXPECT_EQ(text_of(text, found[0].content.front()).substr(0, 15), "Bergia attacked");
}

TEST(Attribution, SourceWithinTheContentIsCutOut) {
  // "Bergia, Arland said, attacked."
  const TestText text(
      {"Bergia Bergia PROPN 6 nsubj\n, , PUNCT 4 punct\nArland Arland PROPN 4 nsubj\n"
       "said say VERB 0 root\n, , PUNCT 4 punct\nattacked attack VERB 4 ccomp VerbForm=Fin"});
  const auto found = all_of(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].codes, Codes{"ARL"});
  EXPECT_FALSE(found[0].covers(found[0].source));
}

TEST(Attribution, RelativeClausesNameTheirSource) {
  const TestText text(
      {"Tolin Tolin PROPN 0 root\nwho who PRON 3 nsubj PronType=Rel\n"
       "denied deny VERB 1 acl:relcl VerbForm=Fin\nit it PRON 5 nsubj\n"
       "happened happen VERB 3 ccomp VerbForm=Fin"});
  const auto found = all_of(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].codes, Codes{"ARL:MIL"});
  EXPECT_EQ(text_of(text, found[0].source), "Tolin who");
}

TEST(Attribution, DenyingAChargeDeniesWhatWasSaidBefore) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root VerbForm=Fin\nBergia Bergia PROPN 4 "
       "nsubj\n"
       "attacked attack VERB 2 ccomp VerbForm=Fin\nCorland Corland PROPN 4 obj",
       "Bergia Bergia PROPN 2 nsubj\ndenied deny VERB 0 root VerbForm=Fin\n"
       "the the DET 4 det\ncharge charge NOUN 2 obj"});
  const auto found = voices_of(text, "attacked");
  EXPECT_EQ(found.said_by, Codes{"ARL"});
  EXPECT_EQ(found.denied_by, Codes{"BRG"});
}

TEST(Attribution, NestedReportsKnowThatTheyAre) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nreported report VERB 0 root VerbForm=Fin\n"
       "that that SCONJ 5 mark\nCorland Corland PROPN 5 nsubj\n"
       "said say VERB 2 ccomp VerbForm=Fin\nBergia Bergia PROPN 7 nsubj\n"
       "attacked attack VERB 5 ccomp VerbForm=Fin"});
  const auto found = all_of(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].nested);
  EXPECT_TRUE(found[1].nested);
}

TEST(Quotes, RunOverSentences) {
  const TestText text(
      {"\" \" PUNCT 3 punct\nWe we PRON 3 nsubj\nwon win VERB 0 root\n. . PUNCT 3 punct",
       "Go go VERB 0 root\n. . PUNCT 1 punct\n\" \" PUNCT 1 punct"});
  const auto found = quotes(text.reading());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first_sentence, 0U);
  EXPECT_EQ(found[0].last_sentence, 1U);
}

}  // namespace
}  // namespace entente
