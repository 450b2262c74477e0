// Whether an act will happen within so many days: a probability, learnt anew as time goes on from
// days whose outcome is known.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "forecast/baselines.h"
#include "forecast/calibration.h"
#include "forecast/model.h"
#include "forecast/timeline.h"

namespace entente::forecast {

/// The days on which each act happened, and when that was known.
class Outcomes {
 public:
  explicit Outcomes(std::span<const Act> acts);
  explicit Outcomes(std::span<const ToldAct> acts);
  /// True where it happens on one of `horizon` days from `day` on, and that was told before
  /// `known_before`. The act's own day is not looked at.
  [[nodiscard]] bool happens(const Act& act, Day day, Day horizon, Day known_before) const;
  [[nodiscard]] bool happens(const Act& act, Day day, Day horizon) const;

 private:
  struct Time {
    Day day = 0, told = 0;
  };
  struct Hash {
    std::size_t operator()(const Act& act) const;
  };
  void add(const Act& act, Day told);
  std::unordered_map<Act, std::vector<Time>, Hash> times_;
};

struct OccurrenceOptions {
  std::vector<Day> horizons = {1, 7, 30};
  Day memory = 90;  ///< days of samples that are learnt from
  std::size_t acts_in_sample = 4000;
  Sequels* sequels = nullptr;        ///< learns from samples whose outcome is known
  bool new_acts = false;             ///< acts that pairs never had are sampled too, as many again
  std::uint64_t least_cases = 1;     ///< nothing is learnt from fewer
  std::uint64_t least_outcomes = 0;  ///< nor where fewer happened, or fewer did not
};

/// A sample of acts with their features as of a day.
struct OccurrenceSample {
  Day day = 0;
  std::vector<Act> acts;
  std::vector<std::uint32_t> before;  ///< how often each had happened
  std::vector<float> values;
  std::vector<std::vector<std::uint32_t>> places;  ///< among the sequels, until all is known
};

/// A probability per horizon.
class Occurrence {
 public:
  Occurrence(const Model& model, OccurrenceOptions options);
  /// Keeps the features of a sample of acts as of that day, once. `outcomes` is needed for sequels.
  void sample(Day day, Crew& crew, const Outcomes* outcomes = nullptr);
  /// Learns from the samples whose outcome is known before `day`.
  void learn(Day day, const Outcomes& outcomes, Crew& crew);
  /// Whether there were enough cases for that horizon.
  [[nodiscard]] bool learnt(std::size_t horizon) const { return !trees_[horizon].empty(); }
  [[nodiscard]] const Trees& trees(std::size_t horizon) const { return trees_[horizon]; }
  [[nodiscard]] const Baselines& baselines(std::size_t horizon) const {
    return baselines_[horizon];
  }
  /// The probabilities of the last sampled acts for a horizon.
  [[nodiscard]] std::vector<double> forecast(std::size_t horizon) const;
  [[nodiscard]] const OccurrenceSample& last_sample() const { return samples_.back(); }
  /// That an act happens within the horizon from `act.day` on.
  [[nodiscard]] double probability(const Act& act, std::size_t horizon) const;
  [[nodiscard]] const std::vector<Day>& horizons() const { return options_.horizons; }

 private:
  void draw(ActorId actor, std::uint64_t one_known_in, std::uint64_t one_new_in,
            OccurrenceSample& sample) const;
  void learn(Day day, std::size_t horizon, const Outcomes& outcomes, Crew& crew);
  void learn_sequels(Day day, const Outcomes& outcomes);
  const Model& model_;
  OccurrenceOptions options_;
  std::vector<OccurrenceSample> samples_;
  std::vector<Day> sequels_until_;    // by horizon: samples of earlier days are in the sequels
  std::vector<Trees> trees_;          // by horizon
  std::vector<Baselines> baselines_;  // by horizon
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
