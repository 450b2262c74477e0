// Acts that were told of soon after they happened are learnt from; late ones only fill the history.
#include "forecast/forecaster.h"

#include <algorithm>

namespace entente::forecast {
namespace {

constexpr Day soon = 7;
constexpr std::uint64_t least_counted = 10;  // shares of fewer outcomes are worth less than rates

/// The ranker and what only it uses are left out: probabilities come from the local families.
ModelOptions model_options(const ForecasterOptions& options, const Sequels& sequels) {
  ModelOptions chosen;
  chosen.sequels = &sequels;
  chosen.without = options.without;
  chosen.without.insert("likeness");
  return chosen;
}

OccurrenceOptions occurrence_options(const ForecasterOptions& options, Sequels& sequels) {
  OccurrenceOptions chosen;
  chosen.sequels = &sequels;
  chosen.horizons = options.horizons;
  chosen.memory = Forecaster::memory;
  chosen.acts_in_sample = 2000;
  chosen.new_acts = true;
  chosen.least_cases = 500;
  chosen.least_outcomes = 25;
  return chosen;
}

bool among(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
  return ids.empty() || std::ranges::binary_search(ids, id);
}

}  // namespace

const char* name_of(Method method) {
  switch (method) {
    case Method::trees:
      return "trees";
    case Method::recurrence:
      return "recurrence";
    case Method::base_rate:
      break;
  }
  return "base rate";
}

Forecaster::Forecaster(const Timeline& timeline, ForecasterOptions options)
    : timeline_(timeline),
      options_(std::move(options)),
      crew_(options_.threads),
      outcomes_(timeline.acts),
      sequels_(timeline.extent(), options_.horizons),
      model_(timeline.extent(), model_options(options_, sequels_)),
      occurrence_(model_, occurrence_options(options_, sequels_)) {}

void Forecaster::advance(Day day) {
  const Day first = timeline_.first_told();
  for (Day at = std::max(today_ + 1, timeline_.empty() ? day : first); at <= day; ++at) {
    const std::size_t begin = next_;
    while (next_ < timeline_.acts.size() && timeline_.acts[next_].told <= at) ++next_;
    take_in(std::span(timeline_.acts).subspan(begin, next_ - begin), at);
    today_ = at;
    const bool due = (at - first) % options_.days_between_samples == 0;
    if (due && at > first && at >= options_.sample_from) sample_now();
  }
  today_ = std::max(today_, day);
}

void Forecaster::take_in(std::span<const ToldAct> told, Day day) {
  if (told.empty()) return;
  std::vector<Act> acts, lately;
  for (const ToldAct& one : told) {
    acts.push_back(one.act);
    // Asked for as of the day it was told, so that nothing before it is unknown.
    if (day - one.act.day <= soon) {
      lately.push_back({one.act.actor, one.act.relation, one.act.recipient, day});
    }
  }
  model_.learn_day(acts, questions_of(lately, timeline_.extent()), crew_);
}

void Forecaster::learn() { occurrence_.learn(today_ + 1, outcomes_, crew_); }

Chance Forecaster::chance(const Act& act, std::size_t horizon) const {
  Chance chance;
  chance.act = act;
  const Tie* tie = history().tie(act.actor, act.recipient);
  const Trace* same = tie ? tie->find(act.relation) : nullptr;
  chance.before = same ? same->count : 0;
  if (occurrence_.learnt(horizon)) {
    chance.probability = occurrence_.probability(act, horizon);
    return chance;
  }
  const Baselines& baselines = occurrence_.baselines(horizon);
  chance.method = same ? Method::recurrence : Method::base_rate;
  chance.probability =
      baselines.happened() >= least_counted
          ? (same ? baselines.recurrence(same->count) : baselines.base_rate(act.relation))
          : rate_chance(history(), act, begin(), horizons()[horizon]);
  return chance;
}

std::vector<Chance> Forecaster::chances(const ActsAsked& asked, std::size_t horizon) {
  const RelationId relations = timeline_.extent().relations;
  std::vector<Chance> found;
  for (ActorId actor = 0; actor < timeline_.extent().actors; ++actor) {
    if (!among(asked.actors, actor)) continue;
    for (const Tie& tie : history().actor(actor).ties) {
      if (!among(asked.recipients, tie.other)) continue;
      for (RelationId relation = 0; relation < relations; ++relation) {
        if (!among(asked.relations, relation)) continue;
        found.push_back({{actor, relation, tie.other, today_ + 1}, 0, Method::trees, 0});
      }
    }
  }
  constexpr std::size_t per_piece = 64;
  crew_.run((found.size() + per_piece - 1) / per_piece, [&](std::size_t piece, std::size_t) {
    const std::size_t end = std::min(found.size(), (piece + 1) * per_piece);
    for (std::size_t i = piece * per_piece; i < end; ++i) found[i] = chance(found[i].act, horizon);
  });
  std::ranges::sort(found, [](const Chance& a, const Chance& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.act < b.act;
  });
  return found;
}

Explanation Forecaster::explain(const Act& act, std::size_t horizon) const {
  if (!occurrence_.learnt(horizon)) return {};
  return model_.explain_alone(act, occurrence_.trees(horizon));
}

std::vector<float> Forecaster::weigh(const Act& act) const {
  std::vector<float> values(model_.local_features());
  model_.weigh_alone(act, values);
  return values;
}

std::map<std::string, double> Forecaster::weights_by_family(std::span<const float> values,
                                                            std::size_t horizon) const {
  if (!occurrence_.learnt(horizon)) return {};
  return model_.weights_by_family(values, occurrence_.trees(horizon));
}

}  // namespace entente::forecast
