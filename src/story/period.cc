// ISO dates as spans of days.
#include "story/period.h"

#include "entente/date.h"

namespace entente {

Period period_of(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  if (!date || !date->known()) return {};
  const Day first = day_number(*date);
  if (date->day != 0) return {first, first};
  Date next{date->year, date->month, 1};
  if (date->month == 0 || date->month == 12) {
    next = {static_cast<std::int16_t>(date->year + 1), 1, 1};
  } else {
    ++next.month;
  }
  return {first, day_number(next) - 1};
}

Day day_of(std::string_view iso) { return period_of(iso).first; }

std::string iso_day(Day day) { return day == no_day ? "" : to_string(date_of_day(day)); }

}  // namespace entente
