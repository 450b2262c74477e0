#include "relations/deeds.h"

#include <gtest/gtest.h>

#include "relations/test_acts.h"

namespace entente::relations {
namespace {

constexpr const char* kin = R"(
nato | members | FRA; USA | 1949-04-04 |
nato | members | FIN | 2023-04-04 |
eu | members | FRA | 1958 |
eu | members | GBR | 1973 | 2020-01-31
alliance | members | nato | 2015 |
)";

/// Pairs of all deeds as "FRA>RUS".
std::vector<std::string> pairs_in(const Deeds& deeds) {
  std::vector<std::string> found;
  for (const Deed& deed : deeds.all) {
    for (const auto& [actor, recipient] : deed.pairs) {
      found.push_back(deeds.codes[actor] + ">" + deeds.codes[recipient]);
    }
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> pairs_of(const std::vector<Act>& acts, const DeedOptions& options) {
  return pairs_in(deeds_of(acts, ontology(), Kinship::of_text(kin), options));
}

using Strings = std::vector<std::string>;

TEST(Deeds, SectorsAreRolledUpUnlessAskedFor) {
  const std::vector<Act> acts = {act(1, ItemType::assault, "RUS:MIL", "UKR:CVL", "2022-03-01")};
  EXPECT_EQ(pairs_of(acts, {}), (Strings{"RUS>UKR"}));
  EXPECT_EQ(pairs_of(acts, {.level = Level::sector}), (Strings{"RUS:MIL>UKR:CVL"}));
}

TEST(Deeds, EachPairOnceHoweverManySectorsTakePart) {
  const std::vector<Act> acts = {
      act(1, ItemType::assault, "RUS:MIL RUS:GOV", "UKR:CVL UKR:MIL", "2022-03-01")};
  EXPECT_EQ(pairs_of(acts, {}), (Strings{"RUS>UKR"}));
}

TEST(Deeds, WhereAllAreAlikeBothDirectionsCount) {
  const std::vector<Act> acts = {act(1, ItemType::consult, "USA", "RUS", "2022-03-01"),
                                 act(2, ItemType::consult, "FRA DEU ITA", "", "2022-03-01")};
  EXPECT_EQ(pairs_of({acts[0]}, {}), (Strings{"RUS>USA", "USA>RUS"}));
  EXPECT_EQ(pairs_of({acts[1]}, {}),
            (Strings{"DEU>FRA", "DEU>ITA", "FRA>DEU", "FRA>ITA", "ITA>DEU", "ITA>FRA"}));
}

TEST(Deeds, WithinOnePartyOnlyWhereAskedFor) {
  const std::vector<Act> acts = {act(1, ItemType::assault, "SYR:MIL", "SYR:CVL", "2016-08-16")};
  EXPECT_EQ(pairs_of(acts, {}), Strings{});
  EXPECT_EQ(pairs_of(acts, {.within = true}), (Strings{"SYR>SYR"}));
  EXPECT_EQ(pairs_of(acts, {.level = Level::sector}), (Strings{"SYR:MIL>SYR:CVL"}));
}

TEST(Deeds, MembersCountAsTheirBlocsOnTheDay) {
  const DeedOptions blocs{.level = Level::bloc};
  EXPECT_EQ(pairs_of({act(1, ItemType::accuse, "FRA:GOV", "RUS", "2010-01-01")}, blocs),
            (Strings{"FRA>RUS", "eu>RUS", "nato>RUS"}));
  EXPECT_EQ(pairs_of({act(1, ItemType::accuse, "USA", "RUS", "2016-01-01")}, blocs),
            (Strings{"USA>RUS", "alliance>RUS", "nato>RUS"}));
  EXPECT_EQ(pairs_of({act(1, ItemType::accuse, "FIN", "RUS", "2022-01-01")}, blocs),
            (Strings{"FIN>RUS"}));
  EXPECT_EQ(pairs_of({act(1, ItemType::accuse, "GBR", "RUS", "2021-01-01")}, blocs),
            (Strings{"GBR>RUS"}));
}

TEST(Deeds, WhatBothSidesArePartOfHasNoActWithEither) {
  const Act accusation = act(1, ItemType::accuse, "FRA", "USA", "2010-01-01");
  EXPECT_EQ(pairs_of({accusation}, {.level = Level::bloc}), (Strings{"FRA>USA", "eu>USA"}));
  EXPECT_EQ(pairs_of({accusation}, {.level = Level::bloc, .within = true}),
            (Strings{"FRA>USA", "eu>USA", "nato>nato"}));
}

TEST(Deeds, BlocsArePairedWithEachOtherOnlyByName) {
  const Act accusation = act(1, ItemType::accuse, "GBR", "USA", "2010-01-01");
  EXPECT_EQ(pairs_of({accusation}, {.level = Level::bloc}),
            (Strings{"GBR>USA", "GBR>nato", "eu>USA"}));
  EXPECT_EQ(pairs_of({accusation}, {.wholes = {"eu", "nato"}}), (Strings{"eu>nato"}));
}

TEST(Deeds, WholesStandForTheirParts) {
  const std::vector<Act> acts = {act(1, ItemType::accuse, "FRA", "RUS:GOV", "2010-01-01"),
                                 act(2, ItemType::accuse, "nato", "RUS:MIL", "2010-01-01"),
                                 act(3, ItemType::accuse, "CHN", "RUS:MIL", "2010-01-01")};
  EXPECT_EQ(pairs_of(acts, {.wholes = {"nato", "RUS:MIL"}}),
            (Strings{"CHN>RUS:MIL", "nato>RUS", "nato>RUS:MIL"}));
}

TEST(Deeds, OnlyWhatActuallyHappened) {
  std::vector<Act> acts(5, act(1, ItemType::accuse, "FRA", "RUS", "2010-01-01"));
  acts[0].status = Status::future;
  acts[1].status = Status::negated;
  acts[2].standing = Standing::denied;
  acts[3].standing = Standing::claimed;
  acts[4] = act(5, ItemType::backs, "FRA", "RUS", "2010-01-01");
  EXPECT_EQ(deeds_of(acts, ontology(), {}, {}).all.size(), 1U);
  EXPECT_EQ(deeds_of(acts, ontology(), {}, {.known = Known::established}).all.size(), 0U);
  EXPECT_EQ(deeds_of(acts, ontology(), {}, {.known = Known::claimed}).all.size(), 1U);
}

TEST(Deeds, OnlyOfThePeriod) {
  const std::vector<Act> acts = {act(1, ItemType::accuse, "FRA", "RUS", "2010-01"),
                                 act(2, ItemType::accuse, "FRA", "RUS", "")};
  const auto count = [&](const char* from, const char* until) {
    return deeds_of(acts, ontology(), {}, {.from = day_of(from), .until = day_of(until)})
        .all.size();
  };
  EXPECT_EQ(count("2010-01-31", "2010-02-01"), 1U);
  EXPECT_EQ(count("2010-02-01", "2010-03-01"), 0U);
  EXPECT_EQ(deeds_of(acts, ontology(), {}, {}).all.size(), 2U);
}

TEST(Deeds, IntensityOfTheCodeAndOfTheTypeAlone) {
  const Deeds deeds = deeds_of(std::vector{act(1, ItemType::assault, "FRA", "RUS", "2010", "195"),
                                           act(2, ItemType::assault, "FRA", "RUS", "2010")},
                               ontology(), {}, {});
  EXPECT_EQ(deeds.all[0].goldstein, ontology().goldstein("195"));
  EXPECT_EQ(deeds.all[0].plover, ontology().goldstein("190"));
  EXPECT_EQ(deeds.all[1].goldstein, ontology().goldstein("190"));
  EXPECT_EQ(deeds.all[0].quad, 4);
}

TEST(Deeds, PartsOfABlocAreItsMembersAndTheirs) {
  const Kinship kinship = Kinship::of_text(kin);
  EXPECT_EQ(parts_of(kinship, "alliance"), (Strings{"alliance", "nato", "FRA", "USA", "FIN"}));
  EXPECT_EQ(parts_of(kinship, "RUS"), (Strings{"RUS"}));
}

}  // namespace
}  // namespace entente::relations
