// Probabilities against what happened, beside what anybody could have said.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "forecast/calibration.h"
#include "forecast/forecaster.h"

namespace entente::forecast {

/// Who forecasts; the first is ours.
inline constexpr std::array<const char*, 4> contestants = {"forecast", "base rate", "persistence",
                                                           "recurrence"};
inline constexpr std::size_t persistence_place = 2;
using Contest = std::array<double, contestants.size()>;  // a probability each

/// Brier (1950) and logarithmic score (Good 1952) of all contestants over the same forecasts;
/// lower is better.
struct Scores {
  std::uint64_t forecasts = 0, happened = 0;
  Contest squares{}, logs{};  ///< sums
  void add(const Contest& chances, bool did_happen);
  [[nodiscard]] double brier(std::size_t contestant) const;
  [[nodiscard]] double log_score(std::size_t contestant) const;
  /// Whether both scores are better than those of another contestant.
  [[nodiscard]] bool beats(std::size_t contestant) const;
};

/// How much history the pair has with the act: never, once or twice, 3 to 9 times, 10 and more.
inline constexpr std::array<const char*, 4> amounts = {"never before", "once or twice",
                                                       "3 to 9 times", "10 times and more"};
[[nodiscard]] std::size_t amount_of(std::uint32_t times);

/// All scores of one horizon.
struct Scorecard {
  Scorecard(Day days, std::size_t relations) : reliability(days), by_relation(relations) {}
  Reliability reliability;  ///< of our probabilities
  Scores all;
  std::vector<Scores> by_relation;
  std::array<Scores, amounts.size()> by_amount;
  void add(const Act& act, std::uint32_t times_before, const Contest& chances, bool happened);
};

/// Scores the last sample of a forecaster by what is known to have happened when all that
/// was told before `known_before` is known. Adds nothing where the horizon was not over by then, or
/// no base rate was known yet.
void score_last_sample(const Forecaster& forecaster, std::size_t horizon, Day known_before,
                       Scorecard& card);

/// What is to be said of our forecasts beside persistence, in words.
[[nodiscard]] std::string verdict(const Scores& scores);

}  // namespace entente::forecast
