// Every contestant is asked about the same acts on the same days, from the same knowledge.
#include "forecast/scorecard.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente::forecast {

void Scores::add(const Contest& chances, bool did_happen) {
  constexpr double least = 1e-6;  // nobody is punished without end
  ++forecasts;
  happened += did_happen ? 1 : 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const double p = std::clamp(chances[i], least, 1 - least);
    const double miss = p - (did_happen ? 1 : 0);
    squares[i] += miss * miss;
    logs[i] -= std::log(did_happen ? p : 1 - p);
  }
}

double Scores::brier(std::size_t contestant) const {
  return forecasts ? squares[contestant] / static_cast<double>(forecasts) : 0;
}

double Scores::log_score(std::size_t contestant) const {
  return forecasts ? logs[contestant] / static_cast<double>(forecasts) : 0;
}

bool Scores::beats(std::size_t contestant) const {
  return squares[0] < squares[contestant] && logs[0] < logs[contestant];
}

std::size_t amount_of(std::uint32_t times) {
  return times == 0 ? 0 : times < 3 ? 1 : times < 10 ? 2 : 3;
}

void Scorecard::add(const Act& act, std::uint32_t times_before, const Contest& chances,
                    bool happened) {
  reliability.add(chances[0], happened);
  all.add(chances, happened);
  by_relation[act.relation].add(chances, happened);
  by_amount[amount_of(times_before)].add(chances, happened);
}

void score_last_sample(const Forecaster& forecaster, std::size_t horizon, Day known_before,
                       Scorecard& card) {
  const Occurrence& occurrence = forecaster.occurrence();
  const OccurrenceSample& sample = occurrence.last_sample();
  const Day days = forecaster.horizons()[horizon];
  if (sample.day + days > known_before) return;
  const bool learnt = occurrence.learnt(horizon);
  const std::vector<double> ours = learnt ? occurrence.forecast(horizon) : std::vector<double>{};
  const Baselines& baselines = occurrence.baselines(horizon);
  if (baselines.cases() == 0) return;  // nothing to go by for anybody
  for (std::size_t i = 0; i < sample.acts.size(); ++i) {
    const Act& act = sample.acts[i];
    const bool lately = forecaster.outcomes().happens(act, sample.day - days, days, sample.day);
    const double again = baselines.recurrence(sample.before[i]);
    const Contest chances = {learnt ? ours[i] : again, baselines.base_rate(act.relation),
                             baselines.persistence(lately), again};
    card.add(act, sample.before[i], chances,
             forecaster.outcomes().happens(act, sample.day, days, known_before));
  }
}

std::string verdict(const Scores& scores) {
  if (scores.forecasts == 0)
    return "There was nothing to score: whether it beats persistence is not known.";
  const double ours = scores.brier(0), theirs = scores.brier(persistence_place);
  const std::string figures =
      fmt::format("Brier score {:.4f} against {:.4f}, log score {:.4f} against {:.4f}", ours,
                  theirs, scores.log_score(0), scores.log_score(persistence_place));
  if (scores.beats(persistence_place)) return "Beats persistence: " + figures + ".";
  if (ours < theirs || scores.logs[0] < scores.logs[persistence_place]) {
    return "Does not clearly beat persistence, one score is better and one is not: " + figures +
           ".";
  }
  return "Does NOT beat persistence (what happened lately happens again): " + figures + ".";
}

}  // namespace entente::forecast
