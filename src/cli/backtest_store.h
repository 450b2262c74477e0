// entente backtest STORE: rolling forecasts of a store, scored.
#pragma once

#include <string>

#include "forecast/rolling_backtest.h"

namespace entente::cli {

[[nodiscard]] std::string scores_table(const forecast::Timeline& timeline,
                                       const forecast::RollingBacktest& backtest);
/// Lines of JSON, as docs/formats.md has them.
[[nodiscard]] std::string scores_json(const forecast::Timeline& timeline,
                                      const forecast::RollingBacktest& backtest);

}  // namespace entente::cli
