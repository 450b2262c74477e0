// What followed what on the same pair, counted: the rules that a forecast names.
#pragma once

#include <cstdint>
#include <vector>

#include "forecast/history.h"

namespace entente::forecast {

/// How often one kind of act was followed by another on the same pair within the horizon. Both are
/// seen from the same actor; a relation above those of the extent was done to it.
struct FollowUp {
  RelationId before = 0, then = 0;
  std::uint64_t held = 0, cases = 0;  ///< cases: such acts, those of one pair and day counted once
  double usual = 0;  ///< how often `then` follows within the horizon on any act of a pair
  Day since = 0;     ///< the day of the first case
  [[nodiscard]] double share() const {
    return cases == 0 ? 0 : static_cast<double>(held) / static_cast<double>(cases);
  }
};

class FollowUps {
 public:
  /// Counts over the acts whose horizon was over before `today` ended.
  FollowUps(const History& history, Day today, Day horizon);
  [[nodiscard]] FollowUp of(RelationId before, RelationId then) const;
  /// The rules to `then` whose act happened on the pair within the horizon before today, those that
  /// held most above what is usual first.
  [[nodiscard]] std::vector<FollowUp> fired(const Tie& tie, RelationId then,
                                            std::size_t most) const;

 private:
  void count(const Tie& tie);
  std::size_t ends_;
  Day today_, horizon_;
  std::vector<std::uint64_t> held_;  // by before, then
  std::vector<std::uint64_t> cases_;
  std::vector<Day> since_;
};

}  // namespace entente::forecast
