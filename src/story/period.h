// Days and spans of days, numbered since 1970-01-01.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace entente {

using Day = std::int32_t;
inline constexpr Day no_day = std::numeric_limits<Day>::min();

/// The days within which something happened, both ends included.
struct Period {
  Day first = no_day, last = no_day;  ///< no_day: not known
  [[nodiscard]] constexpr bool known() const { return first != no_day; }
  [[nodiscard]] constexpr Day days() const { return known() ? last - first + 1 : 0; }
  [[nodiscard]] constexpr bool overlaps(Period other) const {
    return known() && other.known() && first <= other.last && other.first <= last;
  }
  /// Days between the two, 0 where they overlap. Both must be known.
  [[nodiscard]] constexpr Day distance(Period other) const {
    return std::max({Day{0}, other.first - last, first - other.last});
  }
  friend constexpr bool operator==(Period, Period) = default;
};

/// The day, or all days of the month or year, that an ISO date names; unknown for anything else.
[[nodiscard]] Period period_of(std::string_view iso);
/// The first day that an ISO date names, or no_day.
[[nodiscard]] Day day_of(std::string_view iso);
/// "2016-08-16", "" for no_day.
[[nodiscard]] std::string iso_day(Day day);

}  // namespace entente
