// The sample is drawn by the ids of the act, so that it is the same on every run, and small enough
// that its cost does not grow with the history.
#include "forecast/occurrence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "forecast/draws.h"

namespace entente::forecast {
namespace {

constexpr Day days_between_samples = 3;
constexpr Day days_between_learning = 15;
constexpr Day days_forecast = 91;  // three months
constexpr std::size_t acts_per_piece = 64;

std::uint64_t mixed(const Act& act) {
  const std::uint64_t actors = static_cast<std::uint64_t>(act.actor) << 32 | act.recipient;
  return Draws(actors * 1'000'003 + act.relation).next();
}

double probability_of(float score) { return 1 / (1 + std::exp(-static_cast<double>(score))); }

BoostOptions boost_options() {
  BoostOptions options;
  options.trees = 40;
  options.leaves = 16;
  options.rate = 0.15F;
  options.ridge = 2;
  options.share_of_groups = 0.7F;
  options.share_of_features = 0.5F;
  options.steep = 0;
  return options;
}

}  // namespace

std::size_t Outcomes::Hash::operator()(const Act& act) const { return mixed(act); }

Outcomes::Outcomes(std::span<const Act> acts) {
  for (const Act& act : acts) add(act, act.day);
}

Outcomes::Outcomes(std::span<const ToldAct> acts) {
  for (const ToldAct& act : acts) add(act.act, act.told);
  for (auto& [act, times] : times_) std::ranges::stable_sort(times, {}, &Time::day);
}

void Outcomes::add(const Act& act, Day told) {
  std::vector<Time>& times = times_[{act.actor, act.relation, act.recipient, 0}];
  if (times.empty() || times.back().day != act.day) times.push_back({act.day, told});
}

bool Outcomes::happens(const Act& act, Day day, Day horizon, Day known_before) const {
  const auto found = times_.find({act.actor, act.relation, act.recipient, 0});
  if (found == times_.end()) return false;
  const std::vector<Time>& times = found->second;
  for (auto at = std::ranges::lower_bound(times, day, {}, &Time::day);
       at != times.end() && at->day < day + horizon; ++at) {
    if (at->told < known_before) return true;
  }
  return false;
}

bool Outcomes::happens(const Act& act, Day day, Day horizon) const {
  return happens(act, day, horizon, std::numeric_limits<Day>::max());
}

Occurrence::Occurrence(const Model& model, OccurrenceOptions options)
    : model_(model),
      options_(std::move(options)),
      sequels_until_(options_.horizons.size()),
      trees_(options_.horizons.size()),
      baselines_(options_.horizons.size()) {}

void Occurrence::sample(Day day, Crew& crew, const Outcomes* outcomes) {
  if (!samples_.empty() && samples_.back().day == day) return;
  if (options_.sequels && outcomes) learn_sequels(day, *outcomes);
  const History& history = model_.history();
  const Extent& extent = history.extent();
  OccurrenceSample sample;
  sample.day = day;
  const std::uint64_t one_known_in = history.kinds() / options_.acts_in_sample + 1;
  const std::uint64_t others = history.ties() * extent.relations - history.kinds();
  const std::uint64_t one_new_in = options_.new_acts ? others / options_.acts_in_sample + 1 : 0;
  for (ActorId actor = 0; actor < extent.actors; ++actor) {
    draw(actor, one_known_in, one_new_in, sample);
  }
  for (Act& act : sample.acts) act.day = day;
  const std::size_t width = model_.local_features();
  sample.values.resize(sample.acts.size() * width);
  sample.places.resize(options_.sequels ? sample.acts.size() : 0);
  crew.run((sample.acts.size() + acts_per_piece - 1) / acts_per_piece,
           [&](std::size_t piece, std::size_t) {
             const std::size_t end = std::min(sample.acts.size(), (piece + 1) * acts_per_piece);
             for (std::size_t i = piece * acts_per_piece; i < end; ++i) {
               const Act& act = sample.acts[i];
               if (options_.sequels) {
                 options_.sequels->places(history.tie(act.actor, act.recipient), act.relation, day,
                                          sample.places[i]);
               }
               model_.weigh_alone(act, std::span(sample.values).subspan(i * width, width));
             }
           });
  samples_.push_back(std::move(sample));
}

/// Tells the sequels of all samples whose end is known before `day` and was not when they were told
/// last.
void Occurrence::learn_sequels(Day day, const Outcomes& outcomes) {
  for (std::size_t h = 0; h < options_.horizons.size(); ++h) {
    const Day days = options_.horizons[h];
    for (const OccurrenceSample& sample : samples_) {
      if (sample.day < sequels_until_[h] || sample.day + days > day) continue;
      for (std::size_t i = 0; i < sample.acts.size(); ++i) {
        options_.sequels->learn(sample.places[i], h,
                                outcomes.happens(sample.acts[i], sample.day, days, day));
      }
    }
    sequels_until_[h] = std::max(sequels_until_[h], day - days + 1);
  }
}

/// Draws from the acts that an actor did, and from those it never did to those it met.
void Occurrence::draw(ActorId actor, std::uint64_t one_known_in, std::uint64_t one_new_in,
                      OccurrenceSample& sample) const {
  const RelationId relations = model_.history().extent().relations;
  for (const Tie& tie : model_.history().actor(actor).ties) {
    auto known = tie.acts.begin();
    for (RelationId relation = 0; relation < relations; ++relation) {
      while (known != tie.acts.end() && known->relation < relation) ++known;
      const bool is_known = known != tie.acts.end() && known->relation == relation;
      if (!is_known && one_new_in == 0) {
        if (known == tie.acts.end()) break;
        relation = known->relation - 1;  // on to the next that is known
        continue;
      }
      const Act act{actor, relation, tie.other, 0};
      if (mixed(act) % (is_known ? one_known_in : one_new_in) != 0) continue;
      sample.acts.push_back(act);
      sample.before.push_back(is_known ? known->trace.count : 0);
    }
  }
}

void Occurrence::learn(Day day, const Outcomes& outcomes, Crew& crew) {
  std::erase_if(samples_, [&](const OccurrenceSample& x) { return x.day + options_.memory < day; });
  for (std::size_t h = 0; h < options_.horizons.size(); ++h) learn(day, h, outcomes, crew);
}

void Occurrence::learn(Day day, std::size_t horizon, const Outcomes& outcomes, Crew& crew) {
  const Day days = options_.horizons[horizon];
  const std::size_t width = model_.local_features();
  Examples examples(width);
  Baselines baselines(model_.history().extent().relations);
  for (const OccurrenceSample& sample : samples_) {
    if (sample.day + days > day) continue;  // not known yet
    for (std::size_t i = 0; i < sample.acts.size(); ++i) {
      const Act& act = sample.acts[i];
      const bool happened = outcomes.happens(act, sample.day, days, day);
      const std::uint8_t label = happened ? 1 : 0;
      examples.add_group(std::span(sample.values).subspan(i * width, width), {&label, 1});
      baselines.add(act.relation, sample.before[i],
                    outcomes.happens(act, sample.day - days, days, sample.day), happened);
    }
  }
  const std::uint64_t happened = baselines.happened(), did_not = baselines.cases() - happened;
  baselines_[horizon] = std::move(baselines);
  trees_[horizon] = {};
  if (examples.rows() < options_.least_cases) return;
  if (std::min(happened, did_not) < options_.least_outcomes) return;
  examples.finish();
  trees_[horizon] = boost(examples, boost_options(), logistic_loss, crew);
}

std::vector<double> Occurrence::forecast(std::size_t horizon) const {
  std::vector<float> scores;
  MaskedTrees(trees_[horizon]).score(samples_.back().values, model_.local_features(), scores);
  std::vector<double> probabilities;
  for (const float score : scores) probabilities.push_back(probability_of(score));
  return probabilities;
}

double Occurrence::probability(const Act& act, std::size_t horizon) const {
  std::vector<float> values(model_.local_features());
  model_.weigh_alone(act, values);
  return probability_of(trees_[horizon].score(values.data()));
}

RollingCalibration::RollingCalibration(const Model& model, std::span<const Act> acts)
    : outcomes_(acts), occurrence_(model, {}), end_(acts.back().day + 1) {
  for (const Day horizon : occurrence_.horizons()) reliability_.emplace_back(horizon);
  first_ = std::max(end_ - days_forecast, end_ / 2);
  next_learning_ = first_;
  next_sample_ = std::max<Day>(1, first_ - OccurrenceOptions{}.memory);
}

void RollingCalibration::before(Day day, Crew& crew) {
  if (day < next_sample_) return;
  next_sample_ = day + days_between_samples;
  if (day >= next_learning_) {
    occurrence_.learn(day, outcomes_, crew);
    next_learning_ = day + days_between_learning;
  }
  occurrence_.sample(day, crew);
  if (day >= first_) score(day);
}

void RollingCalibration::score(Day day) {
  for (std::size_t h = 0; h < reliability_.size(); ++h) {
    const Day horizon = occurrence_.horizons()[h];
    if (day + horizon > end_ || !occurrence_.learnt(h)) continue;  // not known to its end
    const std::vector<double> probabilities = occurrence_.forecast(h);
    const std::vector<Act>& acts = occurrence_.last_sample().acts;
    for (std::size_t i = 0; i < acts.size(); ++i) {
      reliability_[h].add(probabilities[i], outcomes_.happens(acts[i], day, horizon));
    }
  }
}

}  // namespace entente::forecast
