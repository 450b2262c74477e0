#include "story/summary.h"

#include <gtest/gtest.h>

#include "story/test_reports.h"

namespace entente {
namespace {

using testing_support::report;
using testing_support::tables;
using testing_support::Told;

Act act_told_by(const std::vector<Told>& told) {
  std::vector<Report> reports;
  for (const Told& one : told) reports.push_back(report(one));
  std::vector<const Report*> pointers;
  for (const Report& one : reports) pointers.push_back(&one);
  return act_of(pointers, tables().kinship);
}

TEST(Summary, WhatMostReportsSay) {
  const Act act = act_told_by({{.number = 3, .actor = {"BEL"}},
                               {.number = 4, .actor = {"BEL:MIL"}, .published = "2030-05-09"},
                               {.number = 5, .actor = {"BEL:MIL"}, .when = ""}});
  EXPECT_EQ(act.id, 3);
  EXPECT_EQ(act.actor, std::vector<std::string>{"BEL:MIL"});
  EXPECT_EQ(iso_day(act.when.first), "2030-05-06");
  EXPECT_TRUE(act.dated);
  EXPECT_EQ(iso_day(act.last_seen), "2030-05-09");
  EXPECT_EQ(act.documents, 3U);
  EXPECT_NEAR(act.confidence, 1 - 0.5 * 0.5 * 0.5, 1e-9);
}

TEST(Summary, Standings) {
  EXPECT_EQ(act_told_by({{}}).standing, Standing::established);
  EXPECT_EQ(act_told_by({{.said_by = {"ARL:GOV"}}}).standing, Standing::claimed);
  // The ministry and the army of one state are one side.
  EXPECT_EQ(act_told_by({{.said_by = {"ARL:GOV"}}, {.number = 2, .said_by = {"ARL:MIL"}}}).standing,
            Standing::claimed);
  EXPECT_EQ(act_told_by({{.said_by = {"ARL:GOV"}}, {.number = 2, .said_by = {"un"}}}).standing,
            Standing::established);
  EXPECT_EQ(act_told_by({{.said_by = {"BEL:MIL"}}}).standing, Standing::established);
  EXPECT_EQ(act_told_by({{}, {.number = 2, .status = Status::negated}}).standing,
            Standing::disputed);
  EXPECT_EQ(act_told_by({{.status = Status::negated}}).standing, Standing::denied);
  EXPECT_EQ(act_told_by({{.denied_by = {"BEL"}}}).standing, Standing::denied);
  EXPECT_EQ(act_told_by({{.said_by = {"ARL"}, .denied_by = {"BEL"}}}).standing, Standing::disputed);
}

TEST(Summary, AChainIsOneSource) {
  // A paper quotes an agency that quotes a ministry; another quotes the ministry itself.
  const Act act =
      act_told_by({{.said_by = {"ARL:GOV", "GBR:MED"}}, {.number = 2, .said_by = {"ARL:GOV"}}});
  EXPECT_EQ(act.sources, std::vector<std::string>{"ARL:GOV"});
}

TEST(Summary, CopiesCountOnce) {
  Report first = report({}), copy = report({.number = 2}), other = report({.number = 3});
  copy.story = first.story;
  other.text = 77;
  const std::vector<const Report*> reports = {&first, &copy, &other};
  EXPECT_EQ(copies_among(reports), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(act_of(reports, tables().kinship).documents, 2U);
}

TEST(Summary, PlansAreNotDeeds) {
  const Act act =
      act_told_by({{.status = Status::future}, {.number = 2, .status = Status::future}});
  EXPECT_EQ(act.status, Status::future);
}

}  // namespace
}  // namespace entente
