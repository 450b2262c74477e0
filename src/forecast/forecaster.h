// Walks along a timeline and forecasts from what was told by then: the probability of acts within
// each horizon, and what it rests on.
#pragma once

#include <span>
#include <vector>

#include "forecast/occurrence.h"
#include "forecast/timeline.h"

namespace entente::forecast {

/// What a probability was made with.
enum class Method : std::uint8_t {
  trees,       ///< learnt from all families of reasons
  recurrence,  ///< too little history to learn from: how often the act happened before
  base_rate    ///< the same, of an act that never happened on the pair: how often its type does
};
[[nodiscard]] const char* name_of(Method method);

struct Chance {
  Act act;  ///< `act.day` is the first day of the horizon
  double probability = 0;
  Method method = Method::trees;
  std::uint32_t before = 0;  ///< how often it happened
};

/// What is asked for; empty lists ask for all.
struct ActsAsked {
  std::vector<ActorId> actors, recipients;  ///< ascending
  std::vector<RelationId> relations;
};

struct ForecasterOptions {
  std::vector<Day> horizons = {7, 30, 90};
  std::size_t threads = 0;
  std::set<std::string> without;  ///< families left out
  Day days_between_samples = 7;
  Day sample_from = 0;  ///< samples of earlier days are not needed
};

class Forecaster {
 public:
  /// Days of samples that are learnt from.
  static constexpr Day memory = 365;

  Forecaster(const Timeline& timeline, ForecasterOptions options);
  /// Takes in all that was told up to and with `day`; samples are kept on the way.
  void advance(Day day);
  /// Learns from the samples whose outcome is known today.
  void learn();
  /// What is known: all that was told up to and with this day.
  [[nodiscard]] Day today() const { return today_; }
  /// A day from which on whole acts are known, that rates are counted from.
  [[nodiscard]] Day begin() const { return timeline_.first_told(); }

  /// The acts that are asked for, on pairs that met, likeliest first.
  [[nodiscard]] std::vector<Chance> chances(const ActsAsked& asked, std::size_t horizon);
  [[nodiscard]] Chance chance(const Act& act, std::size_t horizon) const;
  /// The probability taken apart by family, in logarithms of odds; nothing where it was not made
  /// with trees.
  [[nodiscard]] Explanation explain(const Act& act, std::size_t horizon) const;
  /// The numbers that the probability of an act is made from, and what each family of them adds, in
  /// logarithms of odds; nothing where it is not made with trees.
  [[nodiscard]] std::vector<float> weigh(const Act& act) const;
  [[nodiscard]] std::map<std::string, double> weights_by_family(std::span<const float> values,
                                                                std::size_t horizon) const;
  /// Takes acts as done without learning from them.
  void suppose(std::span<const Act> acts) { model_.suppose(acts); }

  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const History& history() const { return model_.history(); }
  [[nodiscard]] const Occurrence& occurrence() const { return occurrence_; }
  [[nodiscard]] const Outcomes& outcomes() const { return outcomes_; }
  [[nodiscard]] const std::vector<Day>& horizons() const { return occurrence_.horizons(); }
  /// Keeps a sample of today whatever the plan; it becomes the last one.
  void sample_now() { occurrence_.sample(today_ + 1, crew_, &outcomes_); }

 private:
  void take_in(std::span<const ToldAct> told, Day day);
  const Timeline& timeline_;
  ForecasterOptions options_;
  Crew crew_;
  Outcomes outcomes_;
  Sequels sequels_;
  Model model_;
  Occurrence occurrence_;
  std::size_t next_ = 0;  // act of the timeline
  Day today_ = -1;
};

}  // namespace entente::forecast
