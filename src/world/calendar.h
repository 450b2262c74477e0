// Dates in running text, resolved against the day of publication. The words that dates are made of
// come from the data; the patterns stand in time_parser.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "world/naming.h"
#include "world/world.h"

namespace entente {

/// What a word can be in a date.
enum class TimeWord : std::uint8_t {
  month,
  weekday,
  weekend,
  day,
  unit,
  number,
  past,
  passed,
  present,
  future,
  ago,
  part,
  daypart,
  before_date,
  since,
  from,
  to,
  duration,
  age,
  joiner
};

struct TimeMeaning {
  TimeWord kind;
  int value = 0;
  bool capital = false;       ///< it counts only with a capital ("May")
  bool abbreviation = false;  ///< of a weekday or month
};

class Calendar {
 public:
  /// Reads <folder>/*.txt. Throws Error malformed.
  void read(const std::string& folder, DataFiles& files);
  /// Adds the names of months and weekdays, in lower case.
  void name_days(TextSet& names) const;
  [[nodiscard]] const std::vector<TimeMeaning>* meanings(std::string_view folded) const;
  [[nodiscard]] std::optional<Date> dateline(std::span<const Sentence> document) const;
  [[nodiscard]] std::vector<TimeMention> times(const Sentence& sentence,
                                               const WorldContext& context) const;

 private:
  [[nodiscard]] bool is_day(const Word& word) const;

  std::map<std::string, std::vector<TimeMeaning>, std::less<>> words_;
};

}  // namespace entente
