#include "relations/dyads.h"

#include <gtest/gtest.h>

#include "relations/test_acts.h"

namespace entente::relations {
namespace {

Deeds deeds(const std::vector<Act>& acts) { return deeds_of(acts, ontology(), {}, {}); }

const Dyad* find(const Deeds& deeds, const std::vector<Dyad>& dyads, const char* a, const char* b) {
  for (const Dyad& dyad : dyads) {
    if (deeds.codes[dyad.actor] == a && deeds.codes[dyad.recipient] == b) return &dyad;
  }
  return nullptr;
}

TEST(Felt, HalvesInAHalfLife) {
  const Period day = period_of("2016-08-16");
  EXPECT_DOUBLE_EQ(felt(day, day.first, 30), 1);
  EXPECT_DOUBLE_EQ(felt(day, day.first + 30, 30), 0.5);
  EXPECT_DOUBLE_EQ(felt(day, day.first + 60, 30), 0.25);
  EXPECT_DOUBLE_EQ(felt(day, day.first - 1, 30), 0);
  EXPECT_DOUBLE_EQ(felt(day, day.first + 600, 0), 1);
  EXPECT_DOUBLE_EQ(felt({}, day.first, 30), 0);
}

TEST(Felt, APeriodIsItsDaysWithEqualShares) {
  const Period month = period_of("2016-08");
  for (const Day at : {month.first, month.first + 10, month.last, month.last + 45}) {
    double sum = 0;
    for (Day day = month.first; day <= month.last; ++day) sum += felt({day, day}, at, 30) / 31;
    EXPECT_NEAR(felt(month, at, 30), sum, 1e-12);
    EXPECT_LE(felt(month, at, 30), 1);
  }
  EXPECT_DOUBLE_EQ(felt(month, month.first + 30, 0), 1);
}

TEST(Dyads, LoveAndHateStandBesideEachOther) {
  const Deeds made = deeds({act(1, ItemType::aid, "USA", "PAK", "2010-01-01", "070"),
                            act(2, ItemType::assault, "USA", "PAK", "2010-01-02", "195")});
  const std::vector<Dyad> dyads = dyads_of(made, {.half_life = 0});
  const Dyad* dyad = find(made, dyads, "USA", "PAK");
  ASSERT_NE(dyad, nullptr);
  EXPECT_EQ(dyad->goldstein.cooperation, *ontology().goldstein("070"));
  EXPECT_EQ(dyad->goldstein.conflict, -*ontology().goldstein("195"));
  EXPECT_EQ(dyad->counts.acts, 2U);
  EXPECT_EQ(dyad->counts.quads, (std::array<std::uint32_t, 4>{0, 1, 0, 1}));
  EXPECT_EQ(dyad->counts.types[static_cast<std::size_t>(ItemType::assault)], 1U);
  EXPECT_EQ(find(made, dyads, "PAK", "USA"), nullptr);
}

TEST(Dyads, ClaimsAreCountedApart) {
  std::vector<Act> acts(3, act(1, ItemType::assault, "USA", "PAK", "2010-01-01"));
  acts[1].standing = Standing::claimed;
  acts[2].standing = Standing::disputed;
  const Deeds made = deeds(acts);
  const std::vector<Dyad> dyads = dyads_of(made, {});
  const Counts& counts = dyads.at(0).counts;
  EXPECT_EQ(counts.established, 1U);
  EXPECT_EQ(counts.claimed, 1U);
  EXPECT_EQ(counts.disputed, 1U);
}

TEST(Dyads, AreNormalisedForWhatIsReported) {
  std::vector<Act> acts;
  for (int i = 0; i < 4; ++i) {
    acts.push_back(act(i, ItemType::assault, "USA", i < 1 ? "PAK" : "AFG", "2010-01-01", "190"));
    acts.back().reports = 2;
  }
  const Deeds made = deeds(acts);
  const std::vector<Dyad> dyads = dyads_of(made, {});
  const Dyad* dyad = find(made, dyads, "USA", "PAK");
  EXPECT_DOUBLE_EQ(dyad->share, 0.25);
  EXPECT_DOUBLE_EQ(dyad->per_report.conflict, 100 * 10.0 / 8);
}

TEST(Dyads, MoreNewsOfEverythingIsNoMoreConflict) {
  std::vector<Act> acts;
  for (int i = 0; i < 6; ++i) {
    acts.push_back(act(i, ItemType::assault, "USA", i % 2 == 0 ? "PAK" : "AFG", "2010-01-01"));
  }
  const Deeds few = deeds({acts[0], acts[1]}), many = deeds(acts);
  EXPECT_DOUBLE_EQ(dyads_of(few, {})[0].per_report.conflict,
                   dyads_of(many, {})[0].per_report.conflict);
}

TEST(Dyads, TheMostActiveFirstThenByCode) {
  const Deeds made = deeds(
      {act(1, ItemType::accuse, "B", "C", "2010"), act(2, ItemType::accuse, "B", "A", "2010"),
       act(3, ItemType::accuse, "Z", "Y", "2010"), act(4, ItemType::accuse, "Z", "Y", "2010")});
  const std::vector<Dyad> dyads = dyads_of(made, {});
  ASSERT_EQ(dyads.size(), 3U);
  EXPECT_EQ(made.codes[dyads[0].actor], "Z");
  EXPECT_EQ(made.codes[dyads[1].recipient], "A");
  EXPECT_EQ(made.codes[dyads[2].recipient], "C");
}

TEST(Dyads, OfNothingAreNone) {
  EXPECT_TRUE(dyads_of(deeds({}), {}).empty());
  const Deeds undated = deeds({act(1, ItemType::accuse, "A", "B", "")});
  const std::vector<Dyad> dyads = dyads_of(undated, {});
  ASSERT_EQ(dyads.size(), 1U);
  EXPECT_EQ(dyads[0].first, no_day);
  EXPECT_EQ(dyads[0].share, 0);
}

}  // namespace
}  // namespace entente::relations
