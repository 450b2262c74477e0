// Do acts given a probability happen as often as it says?
#pragma once

#include <cstdint>
#include <vector>

#include "forecast/act.h"

namespace entente::forecast {

/// What was forecast with about the same probability.
struct ReliabilityBin {
  double from = 0, to = 0;
  std::uint64_t forecasts = 0, happened = 0;
  double promised = 0;  ///< sum of the probabilities
};

/// Forecasts of one horizon against what happened.
class Reliability {
 public:
  explicit Reliability(Day horizon);
  void add(double probability, bool happened);
  [[nodiscard]] Day horizon() const { return horizon_; }
  [[nodiscard]] const std::vector<ReliabilityBin>& bins() const { return bins_; }
  [[nodiscard]] std::uint64_t forecasts() const { return forecasts_; }
  /// Mean distance of promised and observed shares over the bins, each by its number of forecasts.
  [[nodiscard]] double calibration_error() const { return error_above(0); }
  /// The same over the bins that begin at `least` or above: rare acts do not hide the others.
  [[nodiscard]] double error_above(double least) const;
  [[nodiscard]] double brier() const;
  /// The Brier score of promising everything its share among all.
  [[nodiscard]] double brier_of_base_rate() const;

 private:
  Day horizon_;
  std::vector<ReliabilityBin> bins_;
  std::uint64_t forecasts_ = 0, happened_ = 0;
  double squares_ = 0;
};

}  // namespace entente::forecast
