// What if: acts that did not happen are added to what is known, and the forecasts that move are
// told apart by what moved them. Association in past news, not cause.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "forecast/follow_ups.h"
#include "forecast/forecaster.h"
#include "forecast/precedents.h"

namespace entente::forecast {

/// A forecast that moves.
struct Moved {
  Act act;
  double without = 0, with = 0;  ///< probability
  Method method = Method::trees;
  /// What each family adds to the change, in logarithms of odds, the weightiest first.
  std::vector<std::pair<std::string, double>> families;
  std::vector<FollowUp> rules;  ///< from a supposed act on the pair to this one
  [[nodiscard]] double change() const { return with - without; }
};

struct Supposed {
  std::vector<Moved> moved;  ///< those that move most first
  std::size_t unmoved = 0;   ///< forecasts of the same actors that move by less than `least`
  std::vector<std::vector<Precedent>> precedents;  ///< by supposed act
};

struct SupposeOptions {
  std::size_t horizon = 1;  ///< place among the forecaster's
  std::size_t limit = 20;
  double least = 0.001;  ///< changes of the probability below it are not named
  std::size_t precedents = 5;
};

/// The forecaster knows everything up to the day as of which is asked; it has the supposed acts in
/// its history afterwards. Looks at the acts between any party of a supposed act and all it met.
[[nodiscard]] Supposed suppose(Forecaster& forecaster, std::span<const Act> acts,
                               const SupposeOptions& options);

}  // namespace entente::forecast
