// Forecasts from many past days, each from what had been told by then, scored by what happened.
#pragma once

#include <string>
#include <vector>

#include "forecast/scorecard.h"

namespace entente::forecast {

struct RollingOptions {
  std::vector<Day> horizons = {7, 30, 90};
  std::size_t threads = 0;
  std::set<std::string> without;
  Day days_between_origins = 7;
  Day days_between_learning = 28;
  Day longest = 365;  ///< days of origins; the first half of the timeline is never forecast
};

struct RollingBacktest {
  Day first_origin = 0, last_origin = 0;
  std::uint64_t origins = 0;
  bool learnt = false;           ///< there was enough history to learn trees from
  std::vector<Scorecard> cards;  ///< by horizon
};

[[nodiscard]] RollingBacktest rolling_backtest(const Timeline& timeline,
                                               const RollingOptions& options);

/// How reliable the probabilities were, a panel per horizon: what was promised against what
/// happened, the size of a dot by the number of forecasts. A whole SVG document.
[[nodiscard]] std::string reliability_plot(const RollingBacktest& backtest);

}  // namespace entente::forecast
