// Dates: parsing, printing and day arithmetic.
#include "entente/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Date, ParsesEveryPrecision) {
  EXPECT_EQ(parse_date("2016"), (Date{2016, 0, 0}));
  EXPECT_EQ(parse_date("2016-08"), (Date{2016, 8, 0}));
  EXPECT_EQ(parse_date("2016-08-16"), (Date{2016, 8, 16}));
  EXPECT_EQ(parse_date("2016-08-16T10:00Z"), (Date{2016, 8, 16}));
  EXPECT_EQ(parse_date("2016-08-16 10:00"), (Date{2016, 8, 16}));
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "16", "0000", "2016-", "2016-13", "2016-00", "2016-02-30", "20160816", "2016-8-1",
        "2015-02-29", "2016-08-161", "2016-08x", "yesterday"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
  EXPECT_TRUE(parse_date("2016-02-29").has_value());
}

TEST(Date, PrintsWhatIsKnown) {
  EXPECT_EQ(to_string({}), "");
  EXPECT_EQ(to_string({2016, 0, 0}), "2016");
  EXPECT_EQ(to_string({987, 8, 0}), "0987-08");
  EXPECT_EQ(to_string({2016, 8, 6}), "2016-08-06");
}

TEST(Date, KnowsFixedDays) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  EXPECT_EQ(day_number({2016, 0, 0}), day_number({2016, 1, 1}));
  EXPECT_EQ(weekday({2016, 8, 16}), 1);
  EXPECT_EQ(weekday({1945, 5, 8}), 1);
  EXPECT_EQ(weekday({1970, 1, 1}), 3);
}

TEST(Date, EveryDayComesBack) {
  Date before = date_of_day(-700000);
  for (std::int32_t day = -700000; day < 200000; ++day) {
    const Date date = date_of_day(day);
    ASSERT_EQ(day_number(date), day);
    ASSERT_EQ(parse_date(to_string(date)), date);
    ASSERT_EQ(weekday(date), (weekday(before) + (day == -700000 ? 0 : 1)) % 7);
    before = date;
  }
}

}  // namespace
}  // namespace entente
