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
#include "world/time_pieces.h"
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
  joiner,
  ordinal,
  quarter,
  neighbour,
  later,
  decade
};

struct TimeMeaning {
  TimeWord kind;
  int value = 0;
  bool capital = false;       ///< it counts only with a capital ("May")
  bool abbreviation = false;  ///< of a weekday or month
};

class Calendar {
 public:
  /// A day that has a name, fixed or counted from Easter.
  struct Holiday {
    std::size_t end = 0;     ///< the piece behind its name
    int month = 0, day = 0;  ///< month 0: `day` is counted from Easter
    [[nodiscard]] Date in(int year) const;
  };

  /// Reads <folder>/*.txt. Throws Error malformed.
  void read(const std::string& folder, DataFiles& files);
  /// Adds the names of months and weekdays, in lower case.
  void name_days(TextSet& names) const;
  /// The longest name of a holiday that begins at a piece.
  [[nodiscard]] std::optional<Holiday> holiday(std::span<const TimePiece> pieces,
                                               std::size_t at) const;
  /// Whether 5/4 is the fourth of May in texts about that country.
  [[nodiscard]] bool writes_month_first(std::string_view country) const {
    return month_first_.contains(country);
  }
  [[nodiscard]] bool ends_decade(std::string_view ending) const;
  [[nodiscard]] const std::vector<TimeMeaning>* meanings(std::string_view folded) const;
  [[nodiscard]] std::optional<Date> dateline(std::span<const Sentence> document) const;
  [[nodiscard]] std::vector<TimeMention> times(const Sentence& sentence,
                                               const WorldContext& context) const;

 private:
  struct Named {
    std::vector<std::string> words;
    Holiday day;
  };

  void read_holiday(const DataLine& line, bool from_easter, const DataFiles& files);
  void read_words(const DataLine& line, TimeWord kind, const DataFiles& files);
  [[nodiscard]] bool is_day(const Word& word) const;

  std::map<std::string, std::vector<TimeMeaning>, std::less<>> words_;
  std::map<std::string, std::vector<Named>, std::less<>> holidays_;  ///< by first word
  TextSet month_first_;                                              ///< codes of states
};

}  // namespace entente
