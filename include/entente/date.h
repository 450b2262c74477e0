// Calendar dates with a precision, and their ISO 8601 form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day, month or year of the Gregorian calendar. month and day are 0 where not fixed.
struct Date {
  std::int16_t year = 0;  ///< 0: no date
  std::int8_t month = 0;  ///< 1..12 or 0
  std::int8_t day = 0;    ///< 1..31 or 0
  [[nodiscard]] constexpr bool known() const { return year != 0; }
  friend constexpr auto operator<=>(Date, Date) = default;
};

/// Parses "2016", "2016-08", "2016-08-16" and longer forms that begin so ("2016-08-16T10:00Z").
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] std::string to_string(Date date);  ///< "" for an unknown date
/// Days since 1970-01-01; an unfixed month or day counts as the first.
[[nodiscard]] std::int32_t day_number(Date date);
[[nodiscard]] Date date_of_day(std::int32_t day_number);
[[nodiscard]] int weekday(Date date);  ///< 0 Monday .. 6 Sunday

}  // namespace entente
