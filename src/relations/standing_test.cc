#include "relations/standing.h"

#include <gtest/gtest.h>

#include "relations/control.h"
#include "relations/persons.h"
#include "relations/test_acts.h"

namespace entente::relations {
namespace {

Act negated(Act made) {
  made.status = Status::negated;
  return made;
}

TEST(Standing, TellingsOfOneRelationAreOne) {
  std::vector<Act> acts = {act(1, ItemType::backs, "RUS", "SYR:GOV", "2015-10-01"),
                           act(2, ItemType::backs, "RUS", "SYR:GOV", "2016-08-16"),
                           act(3, ItemType::backs, "IRN", "SYR:GOV", "2016-08-16")};
  acts[0].standing = Standing::claimed;
  const std::vector<StandingRelation> found = standing_relations(acts);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].actor, "IRN");
  EXPECT_EQ(found[1].actor, "RUS");
  EXPECT_EQ(iso_day(found[1].from), "2015-10-01");
  EXPECT_EQ(iso_day(found[1].last_told), "2016-08-16");
  EXPECT_EQ(found[1].until, no_day);
  EXPECT_EQ(found[1].standing, Standing::established);
  EXPECT_EQ(found[1].acts, (std::vector<std::int64_t>{1, 2}));
}

TEST(Standing, EndsWhereItIsDeniedAndBeginsAnew) {
  const std::vector<StandingRelation> found =
      standing_relations(std::vector{act(1, ItemType::backs, "USA", "kurds", "2015-01-01"),
                                     negated(act(2, ItemType::backs, "USA", "kurds", "2019-10-07")),
                                     act(3, ItemType::backs, "USA", "kurds", "2020-02-01")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(iso_day(found[0].until), "2019-10-07");
  EXPECT_EQ(found[0].ended_by, (std::vector<std::int64_t>{2}));
  EXPECT_EQ(iso_day(found[1].from), "2020-02-01");
  EXPECT_EQ(found[1].until, no_day);
}

TEST(Standing, ADenialOfTheSameDayEndsNothing) {
  const std::vector<StandingRelation> found = standing_relations(
      std::vector{act(1, ItemType::backs, "IRN", "houthis", "2015-01-01"),
                  negated(act(2, ItemType::backs, "IRN", "houthis", "2015-01-01"))});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].until, no_day);
}

TEST(Standing, WhatHasNoDirectionIsOnePair) {
  const std::vector<StandingRelation> found = standing_relations(std::vector{
      act(1, ItemType::ally, "SYR RUS", "", "2015"), act(2, ItemType::ally, "RUS", "SYR", "2016")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].actor, "RUS");
  EXPECT_EQ(found[0].recipient, "SYR");
  EXPECT_EQ(found[0].acts.size(), 2U);
}

TEST(Standing, EventsAndPlansAreNone) {
  std::vector<Act> acts = {act(1, ItemType::aid, "RUS", "SYR", "2015"),
                           act(2, ItemType::backs, "RUS", "SYR", "2015")};
  acts[1].status = Status::future;
  EXPECT_TRUE(standing_relations(acts).empty());
}

constexpr const char* kin = R"(
islamic-revolutionary-guard-corps | commands | quds-force | 1988 |
IRN | commands | islamic-revolutionary-guard-corps | 1979-05-05 |
IRN | commands | hezbollah | 1982 |
RUS | commands | wagner-group | 2014 | 2023-06-22
nato | members | FRA | 1949 |
)";

TEST(Standing, KinshipHasItsDates) {
  const Kinship kinship = Kinship::of_text(kin);
  const std::vector<StandingRelation> all = standing_relations(kinship, {});
  EXPECT_EQ(all.size(), 5U);
  const std::vector<std::string> codes = {"wagner-group", "FRA"};
  const std::vector<StandingRelation> some = standing_relations(kinship, codes);
  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(some[0].type, ItemType::controls);
  EXPECT_EQ(some[0].actor, "RUS");
  EXPECT_EQ(iso_day(some[0].from), "2014-01-01");
  EXPECT_EQ(iso_day(some[0].until), "2023-06-22");
  EXPECT_EQ(some[1].type, ItemType::member);
  EXPECT_EQ(some[1].actor, "FRA");
  EXPECT_EQ(some[0].entry, "kinship.txt:5");
}

TEST(Control, ChainsLeadToThePrincipal) {
  const Control control(standing_relations(Kinship::of_text(kin), {}));
  const std::vector<Command> chain = control.chain("quds-force");
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(chain[0].upper, "islamic-revolutionary-guard-corps");
  EXPECT_EQ(chain[1].upper, "IRN");
  EXPECT_EQ(control.principal("hezbollah:MIL"), "IRN");
  EXPECT_EQ(
      control.agents("IRN"),
      (std::vector<std::string>{"hezbollah", "islamic-revolutionary-guard-corps", "quds-force"}));
  EXPECT_EQ(control.principal("RUS:MIL"), "RUS");
  EXPECT_EQ(control.principal("FRA"), "FRA");
}

TEST(Control, HoldsOnItsDays) {
  const Control control(standing_relations(Kinship::of_text(kin), {}));
  EXPECT_EQ(control.principal("wagner-group", day_of("2020-01-01")), "RUS");
  EXPECT_EQ(control.principal("wagner-group", day_of("2023-06-23")), "wagner-group");
  EXPECT_EQ(control.principal("wagner-group", day_of("2013-12-31")), "wagner-group");
}

TEST(Control, ToldCommandsCountByDocumentsAndRingsEnd) {
  std::vector<Act> acts = {act(1, ItemType::controls, "TUR", "SYR:REB", "2018"),
                           act(2, ItemType::controls, "SAU", "SYR:REB", "2018"),
                           act(3, ItemType::controls, "SYR:REB", "TUR", "2018")};
  acts[0].documents = 5;
  const Control control(standing_relations(acts));
  const std::vector<Command> chain = control.chain("SYR:REB");
  ASSERT_EQ(chain.size(), 1U);
  EXPECT_EQ(chain[0].upper, "TUR");
  EXPECT_EQ(chain[0].entry, "act 1");
}

TEST(Control, ActsRollUpToThePrincipalOfWhoDidThem) {
  const Control control(standing_relations(Kinship::of_text(kin), {}));
  const std::vector<Act> rolled =
      rolled_up(std::vector{act(1, ItemType::assault, "hezbollah IRN:MIL", "ISR", "2006-07-12"),
                            act(2, ItemType::assault, "ISR", "hezbollah", "2006-07-13")},
                control);
  EXPECT_EQ(rolled[0].actor, (std::vector<std::string>{"IRN", "IRN:MIL"}));
  EXPECT_EQ(rolled[1].recipient, (std::vector<std::string>{"hezbollah"}));
}

TEST(Persons, StandForTheirOffices) {
  const std::vector<Act> acts = {act(1, ItemType::consult, "RUS:GOV", "TUR:GOV", "2016-08-09"),
                                 act(2, ItemType::accuse, "USA:GOV", "RUS:GOV", "2016-08-10"),
                                 act(3, ItemType::accuse, "USA:GOV", "CHN:GOV", "2016-08-10")};
  const std::vector<NamedPerson> persons = {
      {1, "Recep Tayyip Erdogan"}, {1, "Vladimir Putin"}, {2, "Vladimir Putin"}, {3, "Nobody"}};
  const auto codes_on = [](std::string_view name, Day) -> std::vector<std::string> {
    if (name == "Vladimir Putin") return {"RUS:GOV"};
    if (name == "Recep Tayyip Erdogan") return {"TUR:GOV"};
    return {};
  };
  const std::vector<Act> found = person_acts(acts, persons, codes_on);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].actor, (std::vector<std::string>{"Vladimir Putin"}));
  EXPECT_EQ(found[0].recipient, (std::vector<std::string>{"Recep Tayyip Erdogan"}));
  EXPECT_EQ(found[1].actor, (std::vector<std::string>{"USA:GOV"}));
  EXPECT_EQ(found[1].recipient, (std::vector<std::string>{"Vladimir Putin"}));
}

}  // namespace
}  // namespace entente::relations
