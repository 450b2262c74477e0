#include "story/words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "entente/error.h"
#include "story/test_reports.h"

namespace entente {
namespace {

const StoryWords& words() { return testing_support::tables().words; }

TEST(StoryWords, NamesAndStemsButNotCommonWords) {
  const auto found = telling_words("He shelled the harbour of Tio.", {}, {}, words());
  ASSERT_EQ(found.size(), 4U);  // he, shell, harbour, tio
  EXPECT_EQ(std::ranges::count_if(found, [](const TellingWord& word) { return word.name; }), 1);
  const auto other = telling_words("Guns were shelling it.", {}, {}, words());
  EXPECT_GT(overlap(found, other, false).shared, 0);
  EXPECT_EQ(overlap(found, other, true).shared, 0);
}

TEST(StoryWords, WordsFarFromTheTriggerCountLess) {
  const std::string sentence =
      "They shelled Kessel although for many weeks before that all of the guns in and around "
      "Dorhaven had kept silent.";
  const auto found = telling_words(sentence, {5, 12}, {}, words());
  const auto weight_of = [&](const std::string& name) {
    const auto one = telling_words("x " + name, {}, {}, words());
    for (const TellingWord& word : found) {
      if (word.stem == one.back().stem || word.stem == one.front().stem) {
        if (word.name) return word.weight;
      }
    }
    return 0.0F;
  };
  EXPECT_GT(weight_of("Kessel"), weight_of("Dorhaven"));
  EXPECT_GT(weight_of("Dorhaven"), 0.0F);
}

TEST(StoryWords, Deaths) {
  const auto deaths = [](const std::string& sentence) { return deaths_in(sentence, {}, words()); };
  EXPECT_EQ(deaths("The raid killed fourteen fishermen.")->value, 14);
  EXPECT_TRUE(deaths("At least 12 soldiers were killed.")->rough);
  EXPECT_EQ(deaths("Three brothers, none older than nineteen, died.")->value, 3);
  EXPECT_EQ(deaths("It killed two hundred people.")->value, 200);
  EXPECT_FALSE(deaths("It wounded three people in 1995."));
  EXPECT_FALSE(deaths("Nobody was killed."));
  std::string overflow = "It killed two";
  for (int i = 0; i < 40; ++i) overflow += " hundred";
  EXPECT_GT(deaths(overflow + " people.")->value, 0);
  EXPECT_FALSE(deaths("It killed 99999999999999999999999 people."));
}

TEST(StoryWords, Binding) {
  EXPECT_GT(binding_in("The truce binds all groups.", words()), 0);
  EXPECT_LT(binding_in("The group is not bound by the truce.", words()), 0);
  EXPECT_EQ(binding_in("They signed a truce.", words()), 0);
}

TEST(StoryWords, QuantityOfAPhrase) {
  const auto quantity = quantity_of("at least twelve sailors", "killing", words());
  ASSERT_TRUE(quantity);
  EXPECT_EQ(quantity->value, 12);
  EXPECT_TRUE(quantity->rough);
  EXPECT_EQ(quantity->counted, Counted::dead);
  EXPECT_FALSE(quantity_of("sailors", "killing", words()));
}

TEST(StoryWords, AMistakeIsNamedByLine) {
  try {
    static_cast<void>(StoryWords::of_text("common: a\nunheard: b\n"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::malformed);
    EXPECT_EQ(error.where().line, 2U);
  }
  EXPECT_THROW(static_cast<void>(StoryWords::of_text("unit: one\n")), Error);
}

TEST(Period, DaysMonthsYears) {
  EXPECT_EQ(period_of("2016-02").days(), 29);
  EXPECT_EQ(period_of("2015").days(), 365);
  EXPECT_EQ(period_of("2015-12-31").days(), 1);
  EXPECT_EQ(period_of("2015-12").last + 1, period_of("2016-01").first);
  EXPECT_FALSE(period_of("soon").known());
  EXPECT_EQ(iso_day(day_of("2016-08-16")), "2016-08-16");
  EXPECT_EQ(iso_day(no_day), "");
  EXPECT_TRUE(period_of("2016-08").overlaps(period_of("2016-08-16")));
  EXPECT_EQ(period_of("2016-08-16").distance(period_of("2016-08-19")), 3);
}

}  // namespace
}  // namespace entente
