#include "story/compare.h"

#include <gtest/gtest.h>

#include "entente/error.h"
#include "story/test_reports.h"

namespace entente {
namespace {

using testing_support::report;
using testing_support::tables;
using testing_support::Told;

double score(const Told& a, const Told& b) { return compare(report(a), report(b), tables()).score; }

double weight(const Told& a, const Told& b, std::string_view about) {
  for (const LinkReason& reason : compare(report(a), report(b), tables()).reasons) {
    if (reason.about == about) return reason.weight;
  }
  return 0;
}

TEST(Compare, OneRaidInTwoPapers) {
  Told other{.number = 2};
  other.sentence = "Warplanes from Belland bombed Kessel.";
  EXPECT_GT(score({}, other), 0);
  EXPECT_DOUBLE_EQ(score({}, other), score(other, {}));
}

TEST(Compare, LookAlikes) {
  Told another_day{.number = 2, .when = "2030-05-20", .published = "2030-05-21"};
  another_day.sentence = "Belland bombed Kessel again.";
  EXPECT_LT(score({}, another_day), 0);
  Told another_town{.number = 2};
  another_town.sentence = "Belland bombed a bridge in Dorhaven.";
  EXPECT_LT(score({}, another_town), score({}, Told{.number = 2}));
  Told the_other_way{.number = 2, .actor = {"ARL"}, .recipient = {"BEL"}};
  the_other_way.sentence = "Arland bombed Kessel.";
  EXPECT_EQ(weight({}, the_other_way, "direction"), -5.0);
}

TEST(Compare, EventDataWithoutText) {
  Report one = report({}), same_day = report({.number = 2});
  Report next_day = report({.number = 3, .when = "2030-05-07"});
  for (Report* coded : {&one, &same_day, &next_day}) {
    coded->text = 0;
    coded->words.clear();
  }
  EXPECT_GT(compare(one, same_day, tables()).score, 0);
  EXPECT_LT(compare(one, next_day, tables()).score, 0);
}

TEST(Compare, SectorsAndMembersAreTheSameSide) {
  EXPECT_EQ(agreement({"BEL"}, {"BEL:MIL"}, tables().kinship), Agreement::related);
  EXPECT_EQ(agreement({"nato"}, {"FRA:MIL"}, tables().kinship), Agreement::related);
  EXPECT_EQ(agreement({"BEL"}, {"ARL"}, tables().kinship), Agreement::different);
  EXPECT_EQ(agreement({}, {"ARL"}, tables().kinship), Agreement::unknown);
  EXPECT_EQ(agreement({"x", "BEL"}, {"BEL"}, tables().kinship), Agreement::same);
}

TEST(Compare, TypesThatAreNotNearAreNeverOneAct) {
  Told visit{.number = 2, .type = ItemType::consult};
  EXPECT_FALSE(compare(report({}), report(visit), tables()).comparable);
  Told truce{.number = 1, .type = ItemType::agree},
      ceasefire{.number = 2, .type = ItemType::retreat};
  EXPECT_TRUE(compare(report(truce), report(ceasefire), tables()).comparable);
}

TEST(Compare, AnotherRaidInOneText) {
  Told first, again{.trigger = "raid"}, another{.trigger = "raid"};
  again.sentence = "The raid lasted an hour.";
  another.sentence = "Another raid lasted an hour.";
  Report earlier = report(first), known = report(again), further = report(another);
  known.sentence = further.sentence = 1;
  EXPECT_GT(compare(earlier, known, tables()).score, compare(earlier, further, tables()).score + 4);
}

TEST(Compare, RelationsAreWhoStandsSoToWhom) {
  Told backs{.type = ItemType::backs, .when = "", .published = "2030-01-01"};
  Told later = backs, of_another = backs;
  later.number = 2;
  later.published = "2031-06-01";
  later.sentence = "Nothing in common.";
  of_another.number = 3;
  of_another.sentence = "Somebody else.";
  of_another.recipient = {"COR"};
  EXPECT_GT(score(backs, later), 0);
  EXPECT_LT(score(backs, of_another), 0);
}

TEST(Compare, TheSameSentenceIsTheSameReportUnlessItIsOfAnotherDay) {
  EXPECT_GT(score({}, Told{.number = 2}), 5);
  EXPECT_GT(weight({}, Told{.number = 2}, "same sentence"), 0);
  const Told a_year_later{.number = 2, .when = "", .published = "2031-05-07"};
  EXPECT_LT(score({}, a_year_later), score({}, Told{.number = 2}) - 2);
}

TEST(Nearness, Mistakes) {
  EXPECT_THROW(static_cast<void>(Nearness::of_text("BOMB | AGREE | -1\n")), Error);
  EXPECT_THROW(static_cast<void>(Nearness::of_text("AGREE | RETREAT | much\n")), Error);
}

}  // namespace
}  // namespace entente
