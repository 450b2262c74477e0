// What came within a horizon after what, by the time since: rules that say when, learnt from
// forecasts whose end is known.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "forecast/history.h"

namespace entente::forecast {

class Sequels {
 public:
  static constexpr std::size_t delays = 7;  ///< classes of the days since the act before

  Sequels(const Extent& extent, std::vector<Day> horizons);
  /// The places in the table of an act on a pair: one for each kind of act that happened there.
  void places(const Tie* tie, RelationId then, Day day, std::vector<std::uint32_t>& places) const;
  void learn(std::span<const std::uint32_t> places, std::size_t horizon, bool happened);
  /// How often the act came within the horizon where it stood at that place, drawn towards how
  /// often any act does.
  [[nodiscard]] float share(std::uint32_t place, std::size_t horizon) const;
  [[nodiscard]] const std::vector<Day>& horizons() const { return horizons_; }

 private:
  struct Cell {
    float held = 0, asked = 0;
  };
  std::size_t ends_, cells_;
  std::vector<Day> horizons_;
  std::vector<Cell> table_;  // by horizon, then, before, delay
  std::vector<Cell> all_;    // by horizon
};

}  // namespace entente::forecast
