// Dates in sentences; the words are those of data/english/calendar.
#include "world/calendar.h"

#include <gtest/gtest.h>

#include "world/test_support.h"

namespace entente {
namespace {

using testing::TestSentence;

class CalendarTest : public ::testing::Test {
 protected:
  CalendarTest() {
    calendar_.read(std::string(ENTENTE_SOURCE_DIR) + "/data/english/calendar", files_);
  }

  std::vector<TimeMention> find(std::string_view text, const char* day = "2016-08-16") const {
    const TestSentence sentence(text);
    return calendar_.times(sentence.get(), {day[0] == 0 ? Date{} : *parse_date(day), ""});
  }
  // The only date of a text; "none" where there is none, "duration" for a span of time.
  std::string date(std::string_view text, const char* day = "2016-08-16") const {
    const std::vector<TimeMention> found = find(text, day);
    if (found.size() != 1) return found.empty() ? "none" : "several";
    return found[0].duration ? "duration" : to_string(found[0].date);
  }
  std::string value(std::string_view text) const {
    const std::vector<TimeMention> found = find(text);
    return found.size() == 1 ? found[0].value : "";
  }

  DataFiles files_;
  Calendar calendar_;
};

TEST_F(CalendarTest, AbsoluteDates) {
  EXPECT_EQ(date("on August 16 , 2016 ,"), "2016-08-16");
  EXPECT_EQ(date("on 16 Aug. 2016"), "2016-08-16");
  EXPECT_EQ(date("on Nov. 1 , 2017"), "2017-11-01");
  EXPECT_EQ(date("on 2015-02-03"), "2015-02-03");
  EXPECT_EQ(date("on the 3rd of May 2014"), "2014-05-03");
  EXPECT_EQ(date("in August 2015"), "2015-08");
  EXPECT_EQ(date("in 2010"), "2010");
  EXPECT_EQ(date("on Tuesday , March 1 , 2011"), "2011-03-01");
}

TEST_F(CalendarTest, ImpossibleDatesAreNone) {
  EXPECT_EQ(date("on February 30 , 2015"), "none");
  EXPECT_EQ(date("he is May , 45 of them"), "none");
}

TEST_F(CalendarTest, WithoutAYearTheNearest) {
  EXPECT_EQ(date("on July 4"), "2016-07-04");
  EXPECT_EQ(date("on December 24"), "2015-12-24");
  EXPECT_EQ(date("on August 20"), "2016-08-20");
  EXPECT_EQ(date("on December 30", "2016-01-02"), "2015-12-30");
  EXPECT_EQ(date("on January 3", "2016-12-30"), "2017-01-03");
  EXPECT_EQ(to_string(find("on December 24")[0].future), "2016-12-24");
}

TEST_F(CalendarTest, Months) {
  EXPECT_EQ(date("in January"), "2016-01");
  EXPECT_EQ(date("in October"), "2015-10");
  EXPECT_EQ(date("in mid _- _January"), "2016-01");
  EXPECT_EQ(date("they march on"), "none");
  EXPECT_EQ(date("last August"), "2015-08");
}

TEST_F(CalendarTest, Weekdays) {
  EXPECT_EQ(date("on Tuesday"), "2016-08-16");  // the day of publication
  EXPECT_EQ(date("on Wednesday"), "2016-08-10");
  EXPECT_EQ(date("late Monday night"), "2016-08-15");
  EXPECT_EQ(date("last Tuesday"), "2016-08-09");
  EXPECT_EQ(date("next Friday"), "2016-08-19");
  EXPECT_EQ(date("this Friday"), "2016-08-19");
  EXPECT_EQ(to_string(find("on Wednesday")[0].future), "2016-08-17");
  EXPECT_EQ(to_string(find("on Tuesday")[0].future), "2016-08-16");
}

TEST_F(CalendarTest, RelativeDays) {
  EXPECT_EQ(date("yesterday morning"), "2016-08-15");
  EXPECT_EQ(date("tomorrow", "2016-12-31"), "2017-01-01");
  EXPECT_EQ(date("last night"), "2016-08-15");
  EXPECT_EQ(date("today", ""), "none");
}

TEST_F(CalendarTest, RelativeUnits) {
  EXPECT_EQ(date("last month"), "2016-07");
  EXPECT_EQ(date("next month", "2016-12-03"), "2017-01");
  EXPECT_EQ(date("earlier this year"), "2016");
  EXPECT_EQ(date("last week"), "2016-08");
  EXPECT_EQ(value("last week"), "2016-08-08/2016-08-14");
  EXPECT_EQ(date("three days ago"), "2016-08-13");
  EXPECT_EQ(date("two months ago"), "2016-06");
  EXPECT_EQ(date("a year ago"), "2015");
}

TEST_F(CalendarTest, Ranges) {
  EXPECT_EQ(value("from May 2 to May 5"), "2016-05-02/2016-05-05");
  EXPECT_EQ(value("between 2011 and 2013"), "2011/2013");
  EXPECT_EQ(value("on Sept. 3-5"), "2016-09-03/2016-09-05");
  EXPECT_EQ(value("since 2012"), "2012/");
}

TEST_F(CalendarTest, DurationsAndAgesAreNoDates) {
  EXPECT_EQ(date("for three years"), "duration");
  EXPECT_EQ(date("over the past five months"), "duration");
  EXPECT_EQ(date("several years ago"), "duration");
  EXPECT_EQ(date("a two _- _day visit"), "none");
  EXPECT_EQ(date("a 35-year-old man"), "none");
  EXPECT_EQ(value("the 1990s"), "1990/1999");
  EXPECT_EQ(date("they counted 2014 votes"), "none");
}

TEST_F(CalendarTest, SpansCoverTheWords) {
  const TestSentence sentence("He left on August 16 , 2016 for good");
  const std::vector<TimeMention> found = calendar_.times(sentence.get(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 3U);
  EXPECT_EQ(found[0].last, 7U);
  EXPECT_EQ(found[0].span, (Span{11, 27}));
}

TEST_F(CalendarTest, PhrasesOfTheNews) {
  EXPECT_EQ(date("three years ago"), "2013");
  EXPECT_EQ(date("two months ago"), "2016-06");
  EXPECT_EQ(date("five days ago"), "2016-08-11");
  EXPECT_EQ(date("in the summer of 2014"), "2014");
  EXPECT_EQ(date("in spring 2011"), "2011");
  EXPECT_EQ(date("a decade ago"), "2006");
  EXPECT_EQ(date("over the weekend"), "2016-08");
  EXPECT_EQ(value("over the weekend"), "2016-08-13/2016-08-14");
  EXPECT_EQ(value("last weekend"), "2016-08-13/2016-08-14");
  EXPECT_EQ(value("next weekend"), "2016-08-20/2016-08-21");
}

class DatelineTest : public CalendarTest {
 protected:
  std::string dateline(std::string_view first,
                       std::string_view second = "they met on May 1 , 2001") const {
    const TestSentence one(first), two(second);
    const Sentence both[] = {one.get(), two.get()};
    const std::optional<Date> found = calendar_.dateline(both);
    return found ? to_string(*found) : "none";
  }
};

TEST_F(DatelineTest, BeforeTheFirstSentence) {
  EXPECT_EQ(dateline("ADEN , March 4 , 2013 \xE2\x80\x94 Gunmen killed two soldiers"),
            "2013-03-04");
  EXPECT_EQ(dateline("ADEN , Yemen , March 4 , 2013 ( Reuters ) -- Gunmen fired"), "2013-03-04");
  EXPECT_EQ(dateline("ADEN , March 4 -- Gunmen killed two soldiers"), "none");
  EXPECT_EQ(dateline("The talks of March 4 , 2013 -- the last -- failed"), "none");
}

TEST_F(DatelineTest, ALineOfItsOwn) {
  EXPECT_EQ(dateline("Friday , August 21 , 2015"), "2015-08-21");
  EXPECT_EQ(dateline("21 August 2015"), "2015-08-21");
  EXPECT_EQ(dateline("The talks failed", "Published : 2015-08-21"), "none");
  EXPECT_EQ(dateline("The talks failed", "2015-08-21"), "2015-08-21");
  EXPECT_EQ(dateline("August 2015"), "none");
}

TEST_F(CalendarTest, Holidays) {
  EXPECT_EQ(date("on New Year _'s Day"), "2016-01-01");
  EXPECT_EQ(date("on Christmas Day 2014"), "2014-12-25");
  EXPECT_EQ(date("at Christmas"), "2015-12-25");
  EXPECT_EQ(to_string(find("at Christmas")[0].future), "2016-12-25");
  EXPECT_EQ(date("on Christmas Eve", "2016-12-20"), "2016-12-24");
  EXPECT_EQ(date("a Christmas tree"), "none");
  EXPECT_EQ(date("on Easter Sunday"), "2016-03-27");
  EXPECT_EQ(date("on Good Friday 2010"), "2010-04-02");
  EXPECT_EQ(date("since May Day"), "2016-05-01");
}

TEST_F(CalendarTest, DatesInNumbers) {
  EXPECT_EQ(date("on 25/12/2015"), "2015-12-25");
  EXPECT_EQ(date("on 12/25/2015"), "2015-12-25");
  EXPECT_EQ(date("on 25.12.2015"), "2015-12-25");
  EXPECT_EQ(date("on 25 _- _12 _- _2015"), "2015-12-25");
  EXPECT_EQ(date("on 3/4/2015"), "2015-04-03");
  const TestSentence slashed("on 3/4/2015");
  EXPECT_EQ(to_string(calendar_.times(slashed.get(), {*parse_date("2016-08-16"), "USA"})[0].date),
            "2015-03-04");
  EXPECT_EQ(date("on 8/7/2016", "2016-08-09"), "2016-08-07");  // close to publication
  EXPECT_EQ(date("on 25/12/99"), "1999-12-25");
  EXPECT_EQ(date("on 31/2/2015"), "none");
  EXPECT_EQ(date("a 24/7 service"), "none");
  EXPECT_EQ(date("version 1.2.2015b"), "none");
}

TEST_F(CalendarTest, DecadesAndQuarters) {
  EXPECT_EQ(value("in the 1980s"), "1980/1989");
  EXPECT_EQ(value("in the first quarter of 2016"), "2016-01/2016-03");
  EXPECT_EQ(value("in the second half of 2015"), "2015-07/2015-12");
  EXPECT_EQ(value("in Q3 2014"), "2014-07/2014-09");
  EXPECT_EQ(value("in the fourth quarter"), "2015-10/2015-12");
  EXPECT_EQ(value("in the first half of the match"), "");
  EXPECT_EQ(value("in the third quarter of the game"), "");
}

TEST_F(CalendarTest, CountedFromTheDateTold) {
  const auto last = [&](std::string_view text, Date told = {}) {
    const TestSentence sentence(text);
    WorldContext context{*parse_date("2016-08-16"), "", told};
    const std::vector<TimeMention> found = calendar_.times(sentence.get(), context);
    return found.empty() ? std::string("none") : to_string(found.back().date);
  };
  EXPECT_EQ(last("on May 3 , 2014 and two days later"), "2014-05-05");
  EXPECT_EQ(last("two days later", *parse_date("2014-05-03")), "2014-05-05");
  EXPECT_EQ(last("a year earlier", *parse_date("2014-05-03")), "2013");
  EXPECT_EQ(last("three months later", *parse_date("2014-11-03")), "2015-02");
  EXPECT_EQ(last("two days later"), "none");
  EXPECT_EQ(last("the previous day", *parse_date("2014-05-03")), "2014-05-02");
  EXPECT_EQ(last("the previous day"), "2016-08-15");
  EXPECT_EQ(last("the next day", *parse_date("2014-05-31")), "2014-06-01");
  EXPECT_EQ(last("the following year", *parse_date("2014")), "2015");
  EXPECT_EQ(last("the same day", *parse_date("2014-05-03")), "2014-05-03");
  EXPECT_EQ(last("the next year", *parse_date("2014-05-03")), "2017");  // of publication
}

TEST_F(CalendarTest, PartsOfWeeks) {
  EXPECT_EQ(value("early this week"), "2016-08-15/2016-08-21");
  EXPECT_EQ(value("on the weekend"), "2016-08-13/2016-08-14");
  EXPECT_EQ(value("at the weekend"), "2016-08-13/2016-08-14");
  EXPECT_EQ(date("a fortnight ago"), "2016-08");
}

}  // namespace
}  // namespace entente
