// Calendar arithmetic on the proleptic Gregorian calendar, and ISO 8601 dates in and out.
#include "entente/date.h"

#include <array>
#include <cstdio>

namespace entente {
namespace {

// 1970-01-01 counted from 0001-01-01, which is day 0 of the arithmetic below.
constexpr std::int32_t epoch = 719162;
constexpr std::int32_t days_in_400_years = 146097;

constexpr std::array<std::int16_t, 13> days_before_month = {0,   31,  59,  90,  120, 151, 181,
                                                            212, 243, 273, 304, 334, 365};

constexpr bool is_leap(std::int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(std::int32_t year, int month) {
  const auto at = static_cast<std::size_t>(month);
  return days_before_month[at] - days_before_month[at - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

// Days from 0001-01-01 to the first of January of `year`.
constexpr std::int32_t days_before_year(std::int32_t year) {
  const std::int32_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400;
}

// The number that `count` digits at `at` stand for, or -1 where there are fewer.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
  const int year = digits(iso, 0, 4);
  if (year <= 0) return std::nullopt;
  Date date{static_cast<std::int16_t>(year), 0, 0};
  if (iso.size() == 4) return date;
  const int month = iso[4] == '-' ? digits(iso, 5, 2) : -1;
  if (month < 1 || month > 12) return std::nullopt;
  date.month = static_cast<std::int8_t>(month);
  if (iso.size() == 7) return date;
  const int day = iso[7] == '-' ? digits(iso, 8, 2) : -1;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  date.day = static_cast<std::int8_t>(day);
  const bool ends = iso.size() == 10 || iso[10] == 'T' || iso[10] == 't' || iso[10] == ' ';
  return ends ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  if (!date.known()) return "";
  std::array<char, 32> text{};
  int size = std::snprintf(text.data(), text.size(), "%04d", date.year);
  const auto append = [&](int number) {
    const auto at = static_cast<std::size_t>(size);
    size += std::snprintf(text.data() + at, text.size() - at, "-%02d", number);
  };
  if (date.month != 0) append(date.month);
  if (date.month != 0 && date.day != 0) append(date.day);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::int32_t day_number(Date date) {
  const int month = date.month == 0 ? 1 : date.month;
  const int day = date.day == 0 ? 1 : date.day;
  const std::int32_t leap = month > 2 && is_leap(date.year) ? 1 : 0;
  return days_before_year(date.year) + days_before_month[static_cast<std::size_t>(month - 1)] +
         leap + day - 1 - epoch;
}

Date date_of_day(std::int32_t day_number) {
  const std::int32_t days = day_number + epoch;
  // A first guess that is at most one year off, put right by comparison.
  auto year = static_cast<std::int32_t>(std::int64_t{days} * 400 / days_in_400_years) + 1;
  while (days_before_year(year) > days) --year;
  while (days_before_year(year + 1) <= days) ++year;
  std::int32_t rest = days - days_before_year(year);
  int month = 1;
  while (rest >= days_in_month(year, month)) rest -= days_in_month(year, month++);
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(rest + 1)};
}

int weekday(Date date) {
  const int thursday = 3;  // 1970-01-01
  return ((day_number(date) + thursday) % 7 + 7) % 7;
}

}  // namespace entente
