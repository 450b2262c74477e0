// Bins are narrow where probabilities are small, since most acts are rare.
#include "forecast/calibration.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace entente::forecast {
namespace {

constexpr std::array edges = {0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3,
                              0.4, 0.5,  0.6,  0.7,  0.8, 0.9, 1.0};

}  // namespace

Reliability::Reliability(Day horizon) : horizon_(horizon) {
  for (std::size_t i = 0; i + 1 < edges.size(); ++i)
    bins_.push_back({edges[i], edges[i + 1], 0, 0, 0});
}

void Reliability::add(double probability, bool happened) {
  std::size_t at = bins_.size() - 1;
  while (at > 0 && probability < bins_[at].from) --at;
  ++bins_[at].forecasts;
  bins_[at].happened += happened ? 1 : 0;
  bins_[at].promised += probability;
  ++forecasts_;
  happened_ += happened ? 1 : 0;
  const double miss = probability - (happened ? 1 : 0);
  squares_ += miss * miss;
}

double Reliability::error_above(double least) const {
  double sum = 0, weight = 0;
  for (const ReliabilityBin& bin : bins_) {
    if (bin.from < least || bin.forecasts == 0) continue;
    sum += std::abs(bin.promised - static_cast<double>(bin.happened));
    weight += static_cast<double>(bin.forecasts);
  }
  return weight > 0 ? sum / weight : 0;
}

double Reliability::brier() const {
  return forecasts_ ? squares_ / static_cast<double>(forecasts_) : 0;
}

double Reliability::brier_of_base_rate() const {
  if (forecasts_ == 0) return 0;
  const double base = static_cast<double>(happened_) / static_cast<double>(forecasts_);
  return base * (1 - base);
}

}  // namespace entente::forecast
