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
