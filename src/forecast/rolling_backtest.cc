// Origins are a week apart; trees are learnt anew every four weeks.
#include "forecast/rolling_backtest.h"

#include <algorithm>

namespace entente::forecast {
namespace {

ForecasterOptions forecaster_options(const RollingOptions& options, Day first_origin) {
  ForecasterOptions chosen;
  chosen.horizons = options.horizons;
  chosen.threads = options.threads;
  chosen.without = options.without;
  chosen.days_between_samples = options.days_between_origins;
  chosen.sample_from = std::max<Day>(0, first_origin - Forecaster::memory);
  return chosen;
}

}  // namespace

RollingBacktest rolling_backtest(const Timeline& timeline, const RollingOptions& options) {
  RollingBacktest result;
  const RelationId relations = timeline.extent().relations;
  for (const Day days : options.horizons) result.cards.emplace_back(days, relations);
  if (timeline.empty()) return result;
  const Day first = timeline.first_told(), last = timeline.last_told();
  const Day half = (last - first) / 2;
  result.first_origin = std::max(first + half, last - options.longest);
  Forecaster forecaster(timeline, forecaster_options(options, result.first_origin));
  Day next_learning = result.first_origin;
  for (Day origin = result.first_origin; origin < last; origin += options.days_between_origins) {
    forecaster.advance(origin);
    if (origin >= next_learning) {
      forecaster.learn();
      next_learning = origin + options.days_between_learning;
    }
    forecaster.sample_now();
    for (std::size_t h = 0; h < options.horizons.size(); ++h) {
      score_last_sample(forecaster, h, last + 1, result.cards[h]);
      result.learnt = result.learnt || forecaster.occurrence().learnt(h);
    }
    result.last_origin = origin;
    ++result.origins;
  }
  return result;
}

}  // namespace entente::forecast
