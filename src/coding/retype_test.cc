#include <gtest/gtest.h>

#include "coding/test_world.h"

namespace entente {
namespace {

using Codes = std::vector<std::string>;

constexpr std::string_view release = "@type RETREAT\n@cameo 084\nrelease/v = release 0841\n";

TEST(Retype, WhatIsNotToBeGrantedIsRefused) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nit it PRON 6 nsubj "
       "Number=Sing|Person=3|PronType=Prs\n"
       "will will AUX 6 aux VerbForm=Fin\nnot not PART 6 advmod\nrelease release VERB 2 ccomp "
       "VerbForm=Inf\nBergia Bergia PROPN 6 obj"});
  const auto items = text.code(release);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::reject);
  EXPECT_EQ(items[0].mode, "yield");
  EXPECT_EQ(items[0].status, Status::actual);
  EXPECT_TRUE(items[0].said_by.empty());
}

TEST(Retype, WhatWasNotDoneIsNoRefusal) {
  const TestText text(
      {"Arland Arland PROPN 4 nsubj\ndid do AUX 4 aux VerbForm=Fin\nnot not PART 4 advmod\n"
       "release release VERB 0 root VerbForm=Inf\nBergia Bergia PROPN 4 obj"});
  const auto items = text.code(release);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::retreat);
  EXPECT_EQ(items[0].status, Status::negated);
}

TEST(Retype, AYieldingThatIsPromisedIsAnAgreement) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nsaid say VERB 0 root\nit it PRON 5 nsubj "
       "Number=Sing|Person=3|PronType=Prs\n"
       "will will AUX 5 aux VerbForm=Fin\nrelease release VERB 2 ccomp VerbForm=Inf\n"
       "Bergia Bergia PROPN 5 obj"});
  const auto items = text.code(release);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::agree);
  EXPECT_EQ(items[0].cameo, "035");
  EXPECT_EQ(items[0].status, Status::future);
}

TEST(Retype, AYieldingThatOthersExpectIsNoPromise) {
  const TestText text(
      {"Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux VerbForm=Fin\n"
       "release release VERB 0 root VerbForm=Inf\nBergia Bergia PROPN 3 obj"});
  const auto items = text.code(release);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].type, ItemType::retreat);
}

TEST(LooseParties, APlaceOfTheClauseWhereNobodyElseIsNamed) {
  const TestText text(
      {"Arland Arland PROPN 2 nsubj\nordered order VERB 0 root\na a DET 4 det\n"
       "curfew curfew NOUN 2 obj\nin in ADP 6 case\nBergia Bergia PROPN 2 obl"});
  constexpr std::string_view order = "@type COERCE\n@cameo 175\norder/v obj:curfew = curfew\n";
  const auto kept = text.code(order, true);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].recipient, Codes{"?"});
  ASSERT_EQ(kept[0].spans.recipient.size(), 1U);
  const auto items = text.code(order);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0].recipient.empty());
}

}  // namespace
}  // namespace entente
