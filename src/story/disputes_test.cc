#include "story/disputes.h"

#include <gtest/gtest.h>

#include "story/summary.h"
#include "story/test_reports.h"

namespace entente {
namespace {

using testing_support::report;
using testing_support::tables;
using testing_support::Told;

/// An act with reports that outlive it.
struct Case {
  explicit Case(const std::vector<Told>& told) {
    for (const Told& one : told) reports.push_back(report(one));
    for (const Report& one : reports) pointers.push_back(&one);
    act = act_of(pointers, tables().kinship);
  }
  [[nodiscard]] std::vector<Dispute> disputes() const {
    return disputes_within(act, pointers, tables().kinship);
  }
  [[nodiscard]] ToldAct told() const { return {&act, pointers}; }
  std::vector<Report> reports;
  std::vector<const Report*> pointers;
  Act act;
};

TEST(Disputes, WhetherItHappened) {
  const Case raid(
      {{.said_by = {"ARL"}}, {.number = 2, .status = Status::negated, .said_by = {"un"}}});
  const auto found = raid.disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::happened);
  EXPECT_EQ(found[0].sides[0].speakers, std::vector<std::string>{"ARL"});
  EXPECT_EQ(found[0].sides[1].claim, "no");
  EXPECT_EQ(found[0].sides[1].speakers, std::vector<std::string>{"un"});
}

TEST(Disputes, WhoDidIt) {
  // Its alleged actor denies what a paper tells without naming anybody.
  const Case raid({{.actor = {}},
                   {.number = 2, .said_by = {"ARL"}},
                   {.number = 3, .said_by = {"ARL"}, .denied_by = {"BEL"}}});
  const auto found = raid.disputes();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].about, DisputeAbout::actor);
  EXPECT_EQ(found[0].sides[0].claim, "BEL");
  EXPECT_EQ(found[0].sides[1].claim, "not BEL");
}

TEST(Disputes, RivalActors) {
  const Case raid({{.actor = {"BEL"}, .said_by = {"ARL"}},
                   {.number = 2, .actor = {"smugglers"}, .said_by = {"BEL"}}});
  const auto found = raid.disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::actor);
  // A state and its army are no rivals, nor rebels and the name of a group.
  EXPECT_TRUE(Case({{.actor = {"BEL"}, .said_by = {"ARL"}},
                    {.number = 2, .actor = {"BEL:MIL"}, .said_by = {"un"}}})
                  .disputes()
                  .empty());
  EXPECT_TRUE(Case({{.actor = {"BEL:REB"}, .said_by = {"ARL"}},
                    {.number = 2, .actor = {"red-front"}, .said_by = {"un"}}})
                  .disputes()
                  .empty());
}

TEST(Disputes, WhomItHit) {
  const Case raid({{.recipient = {"ARL:CVL"}, .said_by = {"ARL"}},
                   {.number = 2, .recipient = {"ARL:REB"}, .said_by = {"BEL"}}});
  const auto found = raid.disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::recipient);
}

TEST(Disputes, NotTheFightersButTheOthers) {
  // "Killed civilians, not fighters" is no denial that civilians were killed.
  const Case raid({{.recipient = {"ARL:CVL"}, .said_by = {"un"}},
                   {.number = 2,
                    .recipient = {"ARL:REB"},
                    .status = Status::negated,
                    .said_by = {"red-cross"}}});
  EXPECT_TRUE(raid.disputes().empty());
}

Told killing(std::int64_t number, const std::string& sentence, const std::string& published,
             const std::vector<std::string>& said_by) {
  return {.number = number, .sentence = sentence, .published = published, .said_by = said_by};
}

TEST(Disputes, HowMany) {
  const Case raid(
      {killing(1, "Belland bombed Tio and killed fourteen people.", "2030-05-07", {"ARL"}),
       killing(2, "Belland bombed Tio and killed three.", "2030-05-07", {"BEL"})});
  const auto found = raid.disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::number);
  EXPECT_EQ(found[0].sides[0].claim, "14 dead");
  EXPECT_EQ(found[0].sides[1].claim, "3 dead");
}

TEST(Disputes, ATollThatRisesIsNone) {
  EXPECT_TRUE(Case({killing(1, "Belland bombed Tio and killed three.", "2030-05-07", {"ARL"}),
                    killing(2, "Belland bombed Tio and killed fourteen.", "2030-05-08", {"ARL"})})
                  .disputes()
                  .empty());
  EXPECT_TRUE(
      Case({killing(1, "Belland bombed Tio, killing at least twelve.", "2030-05-07", {"ARL"}),
            killing(2, "Belland bombed Tio, killing fourteen.", "2030-05-07", {"un"})})
          .disputes()
          .empty());
  EXPECT_TRUE(Case({killing(1, "Belland bombed Tio and killed three.", "2030-05-07", {}),
                    killing(2, "Belland bombed Tio and killed twelve.", "2030-05-09", {})})
                  .disputes()
                  .empty());
}

TEST(Disputes, WhomATruceBinds) {
  const Told binds{.sentence = "The truce binds all groups.",
                   .trigger = "truce",
                   .type = ItemType::retreat,
                   .said_by = {"ARL"}};
  const Told does_not{.number = 2,
                      .sentence = "The group is not bound by the truce.",
                      .trigger = "truce",
                      .type = ItemType::retreat,
                      .said_by = {"red-front"}};
  const auto found = Case({binds, does_not}).disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::bound);
}

TEST(Disputes, RelationsAreDisputedToo) {
  const auto found =
      Case({{.type = ItemType::backs, .said_by = {"ARL"}},
            {.number = 2, .type = ItemType::backs, .status = Status::negated, .said_by = {"BEL"}}})
          .disputes();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, DisputeAbout::relation);
}

TEST(Disputes, WhatTheNextSentenceRejects) {
  Report claim = report({.said_by = {"ARL"}});
  DocumentNotes notes;
  notes.rejections = {{9, 1, {"BEL:GOV"}}};
  use_document(claim, notes);
  EXPECT_EQ(claim.denied_by, std::vector<std::string>{"BEL:GOV"});
  EXPECT_EQ(claim.rejections, std::vector<std::int64_t>{9});
  Report far = report({.said_by = {"ARL"}});
  notes.rejections = {{9, 3, {"BEL:GOV"}}};
  use_document(far, notes);
  EXPECT_TRUE(far.denied_by.empty());
  Report own_voice = report({});
  notes.rejections = {{9, 1, {"BEL:GOV"}}};
  use_document(own_voice, notes);
  EXPECT_TRUE(own_voice.denied_by.empty());
}

TEST(Disputes, ADenialFindsItsAct) {
  const Case raid({{.said_by = {"ARL"}}});
  const Case denial({{.number = 2,
                      .sentence = "Belland denied that it bombed Kessel.",
                      .when = "",
                      .denied_by = {"BEL"}}});
  const std::vector<ToldAct> others = {raid.told()};
  const auto found = dispute_between(denial.told(), others, tables());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->acts, (std::vector<std::int64_t>{2, 1}));
  EXPECT_EQ(found->sides[1].speakers, std::vector<std::string>{"BEL"});
}

TEST(Disputes, EachSideBlamesTheOther) {
  const Case one({{.sentence = "Belland broke the truce at Kessel.",
                   .trigger = "broke",
                   .recipient = {},
                   .said_by = {"ARL"}}});
  const Case other({{.number = 2,
                     .sentence = "Arland violated the truce at Kessel.",
                     .trigger = "violated",
                     .actor = {"ARL"},
                     .recipient = {},
                     .said_by = {"BEL:GOV"}}});
  const std::vector<ToldAct> others = {other.told()};
  const auto found = dispute_between(one.told(), others, tables());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->about, DisputeAbout::actor);
  const Case by_a_third({{.number = 2,
                          .sentence = "Arland violated the truce at Kessel.",
                          .trigger = "violated",
                          .actor = {"ARL"},
                          .said_by = {"un"}}});
  const std::vector<ToldAct> thirds = {by_a_third.told()};
  EXPECT_FALSE(dispute_between(one.told(), thirds, tables()));
}

}  // namespace
}  // namespace entente
