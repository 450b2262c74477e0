// What dates are read from: words cut at hyphens, with their numbers and meanings; dates written in
// numbers; the arithmetic of months and of Easter.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.h"
#include "entente/sentence.h"

namespace entente {

class Calendar;
struct TimeMeaning;

/// A word or a part of one between hyphens.
struct TimePiece {
  std::string text;  // lower case, without a final dot
  std::uint32_t word = 0;
  bool capital = false;
  int number = -1;  // of digits, with "st", "th" left out
  int decade = -1;  // 1980 of "1980s"
  bool ordinal = false;
  std::size_t digits = 0;
  Upos upos = Upos::x;
  const std::vector<TimeMeaning>* meanings = nullptr;
};

[[nodiscard]] std::vector<TimePiece> pieces_of(const Sentence& sentence, const Calendar& calendar);

/// "8/16/2016", "16.8.16", "16-08-2016": day and month in an order that the numbers may not tell.
struct NumberDate {
  int first = 0, second = 0, year = 0;
  bool short_year = false;
  std::size_t end = 0;  ///< the piece behind it
  /// Two digits of a year stand for the one nearest to that of publication.
  [[nodiscard]] int year_near(int published) const;
};
[[nodiscard]] std::optional<NumberDate> number_date(std::span<const TimePiece> pieces,
                                                    std::size_t at);

[[nodiscard]] bool is_iso(std::string_view form);
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] bool is_date(Date date);
[[nodiscard]] Date month_shifted(Date from, int months);
[[nodiscard]] Date month_of(Date date);
/// Easter Sunday of the Gregorian calendar, as a day number.
[[nodiscard]] std::int32_t easter(int year);

}  // namespace entente
