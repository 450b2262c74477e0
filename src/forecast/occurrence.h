// Whether a known act will happen again within so many days: a probability, learnt anew as time
// goes on from days whose outcome is known.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "forecast/calibration.h"
#include "forecast/model.h"

namespace entente::forecast {

/// The days on which each act happened.
class Outcomes {
 public:
  explicit Outcomes(std::span<const Act> acts);
  /// True where it happens on one of `horizon` days from `day` on. The act's own day is not looked
  /// at.
  [[nodiscard]] bool happens(const Act& act, Day day, Day horizon) const;

 private:
  struct Hash {
    std::size_t operator()(const Act& act) const;
  };
  std::unordered_map<Act, std::vector<Day>, Hash> days_;
};

/// A probability per horizon for acts that happened before.
class Occurrence {
 public:
  Occurrence(const Model& model, std::vector<Day> horizons);
  /// Keeps the features of a sample of the known acts as of that day.
  void sample(Day day, Crew& crew);
  /// Learns from the samples whose outcome is known before `day`.
  void learn(Day day, const Outcomes& outcomes, Crew& crew);
  [[nodiscard]] bool learnt() const { return !trees_.empty(); }
  /// The last sampled acts, each with its probability for a horizon.
  [[nodiscard]] std::vector<double> forecast(std::size_t horizon) const;
  [[nodiscard]] const std::vector<Act>& last_sample() const { return samples_.back().acts; }
  /// That an act happens within the horizon from `day` on.
  [[nodiscard]] double probability(const Act& act, Day day, std::size_t horizon) const;
  [[nodiscard]] const std::vector<Day>& horizons() const { return horizons_; }

 private:
  struct Sample {
    Day day = 0;
    std::vector<Act> acts;
    std::vector<float> values;
  };
  const Model& model_;
  std::vector<Day> horizons_;
  std::vector<Sample> samples_;
  std::vector<Trees> trees_;  // by horizon
};

/// Forecasts of the last days of a history as it goes by, scored by what happened.
class RollingCalibration {
 public:
  RollingCalibration(const Model& model, std::span<const Act> acts);
  /// To be called before the acts of `day` are learnt.
  void before(Day day, Crew& crew);
  [[nodiscard]] const std::vector<Reliability>& reliability() const { return reliability_; }

 private:
  void score(Day day);
  Outcomes outcomes_;
  Occurrence occurrence_;
  std::vector<Reliability> reliability_;
  Day end_ = 0;    ///< the first day without acts
  Day first_ = 0;  ///< of those forecast
  Day next_sample_ = 0, next_learning_ = 0;
};

}  // namespace entente::forecast
