// What a forecast must beat: forecasts that anybody can make without a model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "forecast/act.h"
#include "forecast/history.h"

namespace entente::forecast {

/// Base rates of one horizon, counted over samples whose outcome is known.
class Baselines {
 public:
  Baselines() = default;
  explicit Baselines(std::size_t relations) : by_relation_(relations) {}
  /// `before`: how often it had happened; `lately`: within the horizon before, too.
  void add(RelationId relation, std::uint32_t before, bool lately, bool happened);
  /// How often acts of that type happened within the horizon.
  [[nodiscard]] double base_rate(RelationId relation) const;
  /// What happened lately happens again: how often that was so, and how often without it.
  [[nodiscard]] double persistence(bool lately) const;
  /// Plain recurrence: what happened as often before did happen so often.
  [[nodiscard]] double recurrence(std::uint32_t before) const;
  [[nodiscard]] std::uint64_t cases() const { return cases_; }
  [[nodiscard]] std::uint64_t happened() const { return happened_; }

 private:
  struct Share {
    std::uint64_t cases = 0, happened = 0;
    void add(bool is) {
      ++cases;
      happened += is ? 1 : 0;
    }
    /// Drawn towards `usual` where there are few cases.
    [[nodiscard]] double near(double usual) const;
  };
  [[nodiscard]] double usual() const;
  std::vector<Share> by_relation_;
  std::array<Share, 2> by_lately_;
  std::array<Share, 8> by_times_;
  std::uint64_t cases_ = 0, happened_ = 0;
};

/// Recurrence where nothing could be counted yet: that an act happens within `horizon` days from
/// `act.day` on if it goes on as often as since `begin`, drawn towards how often acts of its type
/// fall on any pair.
[[nodiscard]] double rate_chance(const History& history, const Act& act, Day begin, Day horizon);

}  // namespace entente::forecast
