// The patterns of dates and durations, and the arithmetic that resolves them.
#include <algorithm>
#include <optional>

#include "world/calendar.h"
#include "world/time_pieces.h"

namespace entente {
namespace {

std::int8_t small(int value) { return static_cast<std::int8_t>(value); }
std::int16_t year_number(int value) { return static_cast<std::int16_t>(value); }

/// What a pattern found: the pieces it covers and its readings.
struct Found {
  std::size_t end = 0;
  Date date, future;
  std::string value;
  bool duration = false;
  TimeRule rule = TimeRule::iso;
  bool anchored = false;  ///< it depends on the day of publication
};

// True for patterns that reckon from the day of publication.
bool is_relative(TimeRule rule) {
  switch (rule) {
    case TimeRule::day_and_month:
    case TimeRule::month:
    case TimeRule::relative_day:
    case TimeRule::relative_unit:
    case TimeRule::past_span:
    case TimeRule::ago:
    case TimeRule::weekday:
      return true;
    default:
      return false;
  }
}

// Days that a date without a year may lie ahead.
constexpr std::int32_t kAhead = 60;
// Days from publication within which a date in numbers is expected.
constexpr std::int32_t kClose = 7;

class TimeParser {
 public:
  TimeParser(const Sentence& sentence, const WorldContext& context, const Calendar& calendar)
      : sentence_(sentence),
        calendar_(calendar),
        now_(context.published),
        told_(context.told),
        month_first_(calendar.writes_month_first(context.country)),
        pieces_(pieces_of(sentence, calendar)) {
    if (now_.month == 0 || now_.day == 0)
      today_ = std::nullopt;
    else
      today_ = day_number(now_);
  }

  std::vector<TimeMention> parse() {
    std::vector<TimeMention> mentions;
    for (std::size_t at = 0; at < pieces_.size();) {
      std::optional<Found> found = range(at);
      if (!found) found = one(at);
      if (!found) {
        ++at;
        continue;
      }
      mentions.push_back(mention(at, *found));
      if (!found->duration && found->date.known()) told_ = found->date;
      at = found->end;
    }
    return mentions;
  }

 private:
  [[nodiscard]] const TimeMeaning* is(std::size_t at, TimeWord kind) const {
    if (at >= pieces_.size() || !pieces_[at].meanings) return nullptr;
    for (const TimeMeaning& meaning : *pieces_[at].meanings) {
      if (meaning.kind == kind && (pieces_[at].capital || !meaning.capital)) return &meaning;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_text(std::size_t at, std::string_view text) const {
    return at < pieces_.size() && pieces_[at].text == text;
  }

  [[nodiscard]] std::size_t skip(std::size_t at, std::string_view text) const {
    return is_text(at, text) ? at + 1 : at;
  }

  [[nodiscard]] std::size_t skip(std::size_t at, TimeWord kind) const {
    return is(at, kind) ? at + 1 : at;
  }

  [[nodiscard]] bool is_day(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].number >= 1 && pieces_[at].number <= 31 &&
           pieces_[at].digits <= 2;
  }

  [[nodiscard]] bool is_year(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].digits == 4 && !pieces_[at].ordinal &&
           pieces_[at].number >= 1800 && pieces_[at].number <= 2100;
  }

  TimeMention mention(std::size_t begin, const Found& found) const {
    TimeMention out;
    out.first = pieces_[begin].word;
    out.last = pieces_[found.end - 1].word + 1;
    out.span = {sentence_.words[out.first].span.begin, sentence_.words[out.last - 1].span.end};
    out.date = found.date;
    out.future = found.future.known() ? found.future : found.date;
    out.value = found.value.empty() ? to_string(found.date) : found.value;
    out.duration = found.duration;
    out.rule = found.rule;
    out.anchored = found.anchored;
    const bool open = begin > 0 && is(begin - 1, TimeWord::since) && found.date.known();
    if (open) out.value += '/';  // "since 2018"
    return out;
  }

  // "from May 2 to May 5", "between 2011 and 2013"
  std::optional<Found> range(std::size_t at) const {
    if (!is(at, TimeWord::from)) return std::nullopt;
    std::optional<Found> first = one(at + 1);
    std::size_t begin = at + 1;
    if (!first && is_year(at + 1)) first = plain_year(at + 1);
    if (!first || first->duration || !is(first->end, TimeWord::to)) return std::nullopt;
    begin = first->end + 1;
    std::optional<Found> last = one(begin);
    if (!last && is_year(begin)) last = plain_year(begin);
    if (!last || last->duration) return std::nullopt;
    first->end = last->end;
    first->value = to_string(first->date) + "/" + to_string(last->date);
    first->rule = TimeRule::range;
    first->anchored = first->anchored || last->anchored;
    return first;
  }

  std::optional<Found> one(std::size_t at) const {
    struct Pattern {
      std::optional<Found> (TimeParser::*match)(std::size_t) const;
      TimeRule rule;
    };
    static constexpr Pattern patterns[] = {{&TimeParser::iso, TimeRule::iso},
                                           {&TimeParser::numbers, TimeRule::full_date},
                                           {&TimeParser::holiday, TimeRule::full_date},
                                           {&TimeParser::season, TimeRule::part},
                                           {&TimeParser::decade, TimeRule::year},
                                           {&TimeParser::beside_told, TimeRule::told},
                                           {&TimeParser::after_told, TimeRule::told},
                                           {&TimeParser::narrowed, TimeRule::part},
                                           {&TimeParser::weekday_and_date, TimeRule::full_date},
                                           {&TimeParser::month_first, TimeRule::full_date},
                                           {&TimeParser::day_first, TimeRule::full_date},
                                           {&TimeParser::relative_day, TimeRule::relative_day},
                                           {&TimeParser::relative_unit, TimeRule::relative_unit},
                                           {&TimeParser::past_span, TimeRule::past_span},
                                           {&TimeParser::ago, TimeRule::ago},
                                           {&TimeParser::weekday_alone, TimeRule::weekday},
                                           {&TimeParser::amount, TimeRule::amount},
                                           {&TimeParser::year, TimeRule::year}};
    for (const Pattern& pattern : patterns) {
      std::optional<Found> found = (this->*pattern.match)(at);
      if (!found) continue;
      found->rule = pattern.rule;
      // Without a year of its own, a date takes that of the anchor.
      if (pattern.rule == TimeRule::full_date && found->future.known()) {
        found->rule = found->date.day != 0 ? TimeRule::day_and_month : TimeRule::month;
      }
      found->anchored = found->anchored || is_relative(found->rule) || found->future.known();
      return found;
    }
    return std::nullopt;
  }

  std::optional<Found> iso(std::size_t at) const {
    if (!is_iso(pieces_[at].text)) return std::nullopt;
    const std::optional<Date> date = parse_date(pieces_[at].text);
    if (!date) return std::nullopt;
    return Found{at + 1, *date, {}, {}, false};
  }

  // "16/08/2016", "8/16/16": which part is the month, a part above twelve tells, else the country
  // that the text is about, unless only the other order gives a day close to that of publication.
  std::optional<Found> numbers(std::size_t at) const {
    const std::optional<NumberDate> parts = number_date(pieces_, at);
    if (!parts) return std::nullopt;
    const auto read = [&](bool month_first) {
      return Date{year_number(parts->year_near(now_.year)),
                  small(month_first ? parts->first : parts->second),
                  small(month_first ? parts->second : parts->first)};
    };
    const auto close = [&](bool month_first) {  // to the day of publication
      return std::abs(day_number(read(month_first)) - *today_) <= kClose;
    };
    bool month_first = parts->first > 12 ? false : parts->second > 12 || month_first_;
    const bool either = parts->first <= 12 && parts->second <= 12;
    if (either && today_ && !close(month_first) && close(!month_first)) month_first = !month_first;
    const Date date = read(month_first);
    if (!is_date(date)) return std::nullopt;
    return Found{parts->end, date, {}, {}, false};
  }

  // "on Christmas Day", "at Easter 2014"; one word alone needs a word before it that dates have.
  std::optional<Found> holiday(std::size_t at) const {
    const std::optional<Calendar::Holiday> found = calendar_.holiday(pieces_, at);
    if (!found) return std::nullopt;
    const bool cue = at > 0 && is(at - 1, TimeWord::before_date);
    if (found->end == at + 1 && !cue) return std::nullopt;
    const std::size_t of = skip(skip(found->end, ","), TimeWord::joiner);
    if (is_year(of)) return Found{of + 1, found->in(pieces_[of].number), {}, {}, false};
    if (!now_.known()) return std::nullopt;
    Found out{found->end, found->in(now_.year), {}, {}, false};
    if (!today_) return out;
    const std::int32_t ahead = day_number(out.date) - *today_;
    out.future = found->in(ahead < 0 ? now_.year + 1 : now_.year);
    if (ahead > kAhead) out.date = found->in(now_.year - 1);
    if (ahead < kAhead - 365) out.date = found->in(now_.year + 1);
    return out;
  }

  // "the first quarter of 2016", "the second half of last year", "Q3"
  std::optional<Found> season(std::size_t at) const {
    const TimeMeaning* order = is(at, TimeWord::ordinal);
    const TimeMeaning* part = is(order ? at + 1 : at, TimeWord::quarter);
    if (!part || (!order && part->value < 100)) return std::nullopt;
    const int months = part->value % 100;  // "Q3" is 303: the third of three months
    const int number = order ? order->value : part->value / 100;
    if (number < 1 || number * months > 12) return std::nullopt;
    std::size_t end = order ? at + 2 : at + 1;
    int year = now_.year;
    const std::size_t of = skip(skip(end, ","), TimeWord::joiner);
    std::optional<Found> of_year = is_year(of) ? plain_year(of) : relative_unit(of);
    if (of_year && of_year->date.known() && of_year->date.month == 0) {
      year = of_year->date.year;
      end = of_year->end;
    } else if (!now_.known() || months != 3 || is(end, TimeWord::joiner)) {
      return std::nullopt;  // "the first half", "the third quarter of the game"
    } else if (now_.month != 0 && (number - 1) * months >= now_.month) {
      --year;
    }
    const Date first{year_number(year), small((number - 1) * months + 1), 0};
    const Date last{year_number(year), small(number * months), 0};
    Found found{end, {first.year, 0, 0}, {}, to_string(first) + "/" + to_string(last), false};
    return found;
  }

  // "the 1980s"
  std::optional<Found> decade(std::size_t at) const {
    const int first = pieces_[at].decade;
    if (first < 0) return std::nullopt;
    Found found{at + 1, {}, {}, {}, false};
    found.value = std::to_string(first) + "/" + std::to_string(first + 9);
    return found;
  }

  // A day, week, month or year counted from the date told before.
  std::optional<Found> from_told(std::size_t end, int unit, int count) const {
    Found found{end, {}, {}, {}, false};
    if (unit >= 365) {
      found.date = {year_number(told_.year + count * (unit / 365)), 0, 0};
    } else if (unit == 30 && told_.month != 0) {
      found.date = month_shifted(told_, count);
    } else if (unit > 0 && unit < 30 && told_.day != 0) {
      found.date = date_of_day(day_number(told_) + count * unit);
      if (unit >= 7) found.date = month_of(found.date);
    } else {
      return std::nullopt;
    }
    return found;
  }

  // "the previous day", "the following year", "the same day"
  std::optional<Found> beside_told(std::size_t at) const {
    const TimeMeaning* step = is(at, TimeWord::neighbour);
    const TimeMeaning* unit = is(at + 1, TimeWord::unit);
    const bool definite = at > 0 && is(at - 1, TimeWord::joiner);
    if (!step || !unit || !definite) return std::nullopt;
    if (unit->value > 1 && is(at, TimeWord::future)) return std::nullopt;  // "the next year"
    if (told_.known()) return from_told(at + 2, unit->value, step->value);
    if (step->value >= 0 || unit->value != 1 || !today_) return std::nullopt;
    return Found{at + 2, date_of_day(*today_ - 1), {}, {}, false};
  }

  // "two days later", "a year earlier"
  std::optional<Found> after_told(std::size_t at) const {
    const std::optional<int> count = count_at(at);
    const TimeMeaning* unit = count ? is(at + 1, TimeWord::unit) : nullptr;
    const TimeMeaning* step = unit ? is(at + 2, TimeWord::later) : nullptr;
    if (!step || !told_.known() || *count == 0) return std::nullopt;
    return from_told(at + 3, unit->value, *count * step->value);
  }

  // "early Monday", "mid-January", "later this year", "the end of 2015"
  std::optional<Found> narrowed(std::size_t at) const {
    if (!is(at, TimeWord::part)) return std::nullopt;
    std::size_t next = at + 1;
    while (next < at + 4 && (is_text(next, "-") || is(next, TimeWord::joiner))) ++next;
    if (next >= pieces_.size() || is(next, TimeWord::number)) return std::nullopt;
    std::optional<Found> found = is_year(next) ? plain_year(next) : one(next);
    if (found && found->duration) return std::nullopt;
    if (!found && is(next, TimeWord::month)) found = month_alone(next);
    return found;
  }

  std::optional<Found> weekday_and_date(std::size_t at) const {
    if (!is(at, TimeWord::weekday)) return std::nullopt;
    const std::size_t next = skip(skip(at + 1, ","), TimeWord::joiner);
    std::optional<Found> found = month_first(next);
    if (!found) found = day_first(next);
    // A comma before a month alone starts something else: "on Tuesday, May said".
    if (found && found->date.day == 0) return std::nullopt;
    return found;
  }

  // "August 16, 2016", "Aug. 16-18", "August 2015", "August"
  std::optional<Found> month_first(std::size_t at) const {
    const TimeMeaning* month = is(at, TimeWord::month);
    if (!month) return std::nullopt;
    std::size_t next = skip(at + 1, ".");
    if (is_day(next) && !is_unit_after(next)) return day_of_month(month->value, next, next + 1);
    const std::size_t of = skip(skip(next, ","), TimeWord::joiner);
    if (is_year(of))
      return Found{
          of + 1, {year_number(pieces_[of].number), small(month->value), 0}, {}, {}, false};
    return month_alone(at);
  }

  [[nodiscard]] bool is_unit_after(std::size_t day) const { return is(day + 1, TimeWord::unit); }

  // "16 August 2016", "the 16th of August"
  std::optional<Found> day_first(std::size_t at) const {
    if (!is_day(at)) return std::nullopt;
    std::size_t next = at + 1;
    if (is_text(next, "-") && is_day(next + 1)) next += 2;  // "16-18 August"
    next = skip(next, TimeWord::joiner);
    const TimeMeaning* month = is(next, TimeWord::month);
    if (!month) return std::nullopt;
    return day_of_month(month->value, at, skip(next + 1, "."));
  }

  std::optional<Found> day_of_month(int month, std::size_t day, std::size_t end) const {
    const int number = pieces_[day].number;
    int last = 0;
    if (is_text(day + 1, "-") && is_day(day + 2) && pieces_[day + 2].number > number) {
      last = pieces_[day + 2].number;
      end = std::max(end, day + 3);
    }
    const std::size_t of = skip(end, ",");
    Found found{end, {}, {}, {}, false};
    if (is_year(of)) {
      found.end = of + 1;
      found.date = {year_number(pieces_[of].number), small(month), small(number)};
    } else if (now_.known()) {
      found.date = nearest(month, number, false);
      found.future = nearest(month, number, true);
    } else {
      return std::nullopt;
    }
    if (number > days_in_month(found.date.year, month)) return std::nullopt;
    if (last > 0) {
      Date to = found.date;
      to.day = small(last);
      found.value = to_string(found.date) + "/" + to_string(to);
    }
    return found;
  }

  // A day without a year lies in the past unless it is close ahead, as news writes it.
  Date nearest(int month, int day, bool future) const {
    Date date{now_.year, small(month), small(day)};
    if (!today_) return date;
    const std::int32_t ahead = day_number(date) - *today_;
    if (future && ahead < 0) ++date.year;
    if (!future && ahead > kAhead) --date.year;
    if (!future && ahead < kAhead - 365) ++date.year;
    return date;
  }

  std::optional<Found> month_alone(std::size_t at) const {
    const TimeMeaning* month = is(at, TimeWord::month);
    const Upos upos = pieces_[at].upos;
    const bool cue = at > 0 && (is(at - 1, TimeWord::before_date) || is(at - 1, TimeWord::part) ||
                                is_text(at - 1, "-"));
    if (!month || !cue || month->abbreviation || !now_.known()) return std::nullopt;
    if (upos != Upos::x && upos != Upos::propn && upos != Upos::noun) return std::nullopt;
    Date past{now_.year, small(month->value), 0}, future = past;
    if (now_.month != 0 && month->value > now_.month) --past.year;
    if (month->value < now_.month) ++future.year;
    return Found{at + 1, past, future, {}, false};
  }

  std::optional<Found> relative_day(std::size_t at) const {
    const TimeMeaning* day = is(at, TimeWord::day);
    if (today_ && is(at, TimeWord::weekend)) return weekend(at + 1, 0);
    if (!day || !today_) return std::nullopt;
    return Found{skip(at + 1, TimeWord::daypart), date_of_day(*today_ + day->value), {}, {}, false};
  }

  // "last week", "this month", "next Friday", "last August"
  std::optional<Found> relative_unit(std::size_t at) const {
    int step = 0;
    if (is(at, TimeWord::past))
      step = -1;
    else if (is(at, TimeWord::future))
      step = 1;
    else if (!is(at, TimeWord::present))
      return std::nullopt;
    if (!now_.known()) return std::nullopt;
    if (const TimeMeaning* day = is(at + 1, TimeWord::weekday))
      return stepped_weekday(at, day->value, step);
    if (const TimeMeaning* month = is(at + 1, TimeWord::month))
      return stepped_month(at, month->value, step);
    if (step == 0 && today_ && is(at + 1, TimeWord::daypart))
      return Found{at + 2, now_, {}, {}, false};
    if (step < 0 && today_ && is(at + 1, TimeWord::daypart))
      return Found{at + 2, date_of_day(*today_ - 1), {}, {}, false};
    if (today_ && is(at + 1, TimeWord::weekend)) return weekend(at + 2, std::max(step, 0));
    const TimeMeaning* unit = is(at + 1, TimeWord::unit);
    if (!unit) return std::nullopt;
    if (unit->value == 365)
      return Found{at + 2, {year_number(now_.year + step), 0, 0}, {}, {}, false};
    if (unit->value == 30 && now_.month != 0)
      return Found{at + 2, month_shifted(now_, step), {}, {}, false};
    if (unit->value == 7 && today_) return week(at + 2, *today_ - weekday(now_) + 7 * step);
    return std::nullopt;
  }

  // The Saturday and Sunday behind, the day itself included, or `step` of them ahead.
  Found weekend(std::size_t end, int step) const {
    constexpr int saturday = 5, week = 7;
    const std::int32_t first = *today_ - (weekday(now_) + week - saturday) % week + week * step;
    Found found = days(end, first, first + 1);
    if (step == 0 && weekday(now_) < saturday) {
      found.future = days(end, first + week, first + week + 1).date;
    }
    return found;
  }

  // A week has no date of its own: its month where it lies within one, its days as the value.
  Found week(std::size_t end, std::int32_t monday) const { return days(end, monday, monday + 6); }

  static Found days(std::size_t end, std::int32_t from, std::int32_t to) {
    const Date first = date_of_day(from), last = date_of_day(to);
    Found found{end, {}, {}, to_string(first) + "/" + to_string(last), false};
    found.date = month_of(first) == month_of(last) ? month_of(first) : Date{first.year, 0, 0};
    if (first.year != last.year) found.date = {};
    return found;
  }

  std::optional<Found> stepped_weekday(std::size_t at, int day, int step) const {
    if (!today_) return std::nullopt;
    const int today = weekday(now_);
    int offset = day - today;  // of this week
    if (step < 0 && offset >= 0) offset -= 7;
    if (step > 0 && offset <= 0) offset += 7;
    Found found{skip(at + 2, TimeWord::daypart), date_of_day(*today_ + offset), {}, {}, false};
    if (step == 0) found.future = date_of_day(*today_ + (offset < 0 ? offset + 7 : offset));
    return found;
  }

  std::optional<Found> stepped_month(std::size_t at, int month, int step) const {
    if (now_.month == 0) return std::nullopt;
    Date date{now_.year, small(month), 0};
    if (step < 0 && month >= now_.month) --date.year;
    if (step > 0 && month <= now_.month) ++date.year;
    const std::size_t next = skip(at + 2, ".");
    if (!is_day(next)) return Found{next, date, {}, {}, false};
    date.day = small(pieces_[next].number);
    return Found{next + 1, date, {}, {}, false};
  }

  // "the past five months", "the last two weeks": days up to now, a duration
  std::optional<Found> past_span(std::size_t at) const {
    if (!is(at, TimeWord::passed) && !is(at, TimeWord::past)) return std::nullopt;
    const std::optional<int> count = count_at(at + 1);
    const std::size_t next = count ? at + 2 : at + 1;
    const TimeMeaning* unit = is(next, TimeWord::unit);
    if (!unit) return std::nullopt;
    Found found{next + 1, {}, {}, {}, true};
    if (today_ && count.value_or(1) > 0) {
      const std::int32_t first = *today_ - count.value_or(1) * unit->value;
      found.value = to_string(date_of_day(first)) + "/" + to_string(now_);
    }
    return found;
  }

  [[nodiscard]] std::optional<int> count_at(std::size_t at) const {
    if (at >= pieces_.size()) return std::nullopt;
    if (pieces_[at].number >= 0 && !pieces_[at].ordinal && pieces_[at].number < 1000)
      return pieces_[at].number;
    if (const TimeMeaning* number = is(at, TimeWord::number)) return number->value;
    return std::nullopt;
  }

  // "three days ago", "a year ago"
  std::optional<Found> ago(std::size_t at) const {
    const std::optional<int> count = count_at(at);
    const TimeMeaning* unit = count ? is(at + 1, TimeWord::unit) : nullptr;
    if (!unit || !is(at + 2, TimeWord::ago)) return std::nullopt;
    Found found{at + 3, {}, {}, {}, false};
    if (!now_.known() || (*count == 0 && unit->value != 0)) {
      found.duration = true;  // "several years ago" fixes no date
    } else if (unit->value >= 365) {
      found.date = {year_number(now_.year - *count * (unit->value / 365)), 0, 0};
    } else if (unit->value == 30 && now_.month != 0) {
      found.date = month_shifted(now_, -*count);
    } else if (today_) {
      found.date = date_of_day(*today_ - *count * unit->value);
      if (unit->value >= 7) found.date = month_of(found.date);
    }
    return found;
  }

  std::optional<Found> weekday_alone(std::size_t at) const {
    const TimeMeaning* day = is(at, TimeWord::weekday);
    if (!day || day->abbreviation || !today_) return std::nullopt;
    std::size_t end = skip(at + 1, TimeWord::daypart);
    const std::size_t of = skip(end, TimeWord::joiner);
    if (is(of, TimeWord::past) && is(of + 1, TimeWord::unit)) {  // "Tuesday last week"
      if (is(of + 1, TimeWord::unit)->value != 7) return std::nullopt;
      const std::int32_t monday = *today_ - weekday(now_) - 7;
      return Found{of + 2, date_of_day(monday + day->value), {}, {}, false};
    }
    const int back = (weekday(now_) - day->value + 7) % 7;
    Found found{end, date_of_day(*today_ - back), {}, {}, false};
    found.future = date_of_day(*today_ + (back == 0 ? 0 : 7 - back));
    return found;
  }

  // "for three years", "a two-day visit", "aged 35 years old": no date
  std::optional<Found> amount(std::size_t at) const {
    const std::optional<int> count = count_at(at);
    if (!count) return std::nullopt;
    std::size_t next = skip(at + 1, "-");
    if (!is(next, TimeWord::unit)) return std::nullopt;
    const bool age = is(skip(next + 1, "-"), TimeWord::age);
    const bool stated = at > 0 && is(at - 1, TimeWord::duration) && !age;
    if (!stated) return std::nullopt;
    return Found{next + 1, {}, {}, {}, true};
  }

  std::optional<Found> year(std::size_t at) const {
    if (!is_year(at)) return std::nullopt;
    const bool bracketed = at > 0 && is_text(at - 1, "(") && is_text(at + 1, ")");
    const bool cue = at > 0 && is(at - 1, TimeWord::before_date);
    const bool counted = at + 1 < pieces_.size() && pieces_[at].upos == Upos::num &&
                         pieces_[at + 1].upos == Upos::noun && !is(at - 1, TimeWord::joiner);
    if ((!cue && !bracketed) || (counted && !bracketed)) return std::nullopt;
    return plain_year(at);
  }

  Found plain_year(std::size_t at) const {
    Found found{at + 1, {year_number(pieces_[at].number), 0, 0}, {}, {}, false};
    if (is_text(at + 1, "-") && is_year(at + 2)) {
      found.end = at + 3;
      found.value = pieces_[at].text + "/" + pieces_[at + 2].text;
    }
    return found;
  }

  const Sentence& sentence_;
  const Calendar& calendar_;
  Date now_;
  Date told_;         // the last one before
  bool month_first_;  // of 5/4/2016
  std::optional<std::int32_t> today_;
  std::vector<TimePiece> pieces_;
};

}  // namespace

const char* name_of(TimeRule rule) {
  static constexpr const char* names[] = {
      "iso",           "range",     "part", "full-date", "day-and-month", "month", "relative-day",
      "relative-unit", "past-span", "ago",  "weekday",   "amount",        "year",  "told"};
  return names[static_cast<std::size_t>(rule)];
}

std::vector<TimeMention> Calendar::times(const Sentence& sentence,
                                         const WorldContext& context) const {
  return TimeParser(sentence, context, *this).parse();
}

}  // namespace entente
