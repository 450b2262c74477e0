// The sample is drawn by the ids of the act, so that it is the same on every run, and small enough
// that its cost does not grow with the history.
#include "forecast/occurrence.h"

#include <algorithm>
#include <cmath>

#include "forecast/draws.h"

namespace entente::forecast {
namespace {

constexpr Day days_between_samples = 3;
constexpr Day days_between_learning = 15;
constexpr Day days_of_memory = 90;  // of samples that are learnt from
constexpr Day days_forecast = 91;   // three months
constexpr std::size_t acts_in_sample = 4000;
constexpr std::size_t acts_per_piece = 64;

std::uint64_t mixed(const Act& act) {
  const std::uint64_t actors = static_cast<std::uint64_t>(act.actor) << 32 | act.recipient;
  return Draws(actors * 1'000'003 + act.relation).next();
}

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
  for (const Act& act : acts) {
    std::vector<Day>& days = days_[{act.actor, act.relation, act.recipient, 0}];
    if (days.empty() || days.back() != act.day) days.push_back(act.day);
  }
}

bool Outcomes::happens(const Act& act, Day day, Day horizon) const {
  const auto found = days_.find({act.actor, act.relation, act.recipient, 0});
  if (found == days_.end()) return false;
  const auto next = std::ranges::lower_bound(found->second, day);
  return next != found->second.end() && *next < day + horizon;
}

Occurrence::Occurrence(const Model& model, std::vector<Day> horizons)
    : model_(model), horizons_(std::move(horizons)) {}

void Occurrence::sample(Day day, Crew& crew) {
  const History& history = model_.history();
  const RelationId relations = history.extent().relations;
  Sample sample;
  sample.day = day;
  const std::uint64_t one_in = history.kinds() / acts_in_sample + 1;
  for (ActorId actor = 0; actor < history.extent().actors; ++actor) {
    for (const Tie& tie : history.actor(actor).ties) {
      for (const ActTrace& act : tie.acts) {
        if (act.relation >= relations) break;  // told from its other end
        const Act known{actor, act.relation, tie.other, day};
        if (mixed(known) % one_in == 0) sample.acts.push_back(known);
      }
    }
  }
  const std::size_t width = model_.local_features();
  sample.values.resize(sample.acts.size() * width);
  crew.run((sample.acts.size() + acts_per_piece - 1) / acts_per_piece, [&](std::size_t piece,
                                                                           std::size_t) {
    const std::size_t end = std::min(sample.acts.size(), (piece + 1) * acts_per_piece);
    for (std::size_t i = piece * acts_per_piece; i < end; ++i) {
      model_.weigh_alone(sample.acts[i], std::span(sample.values).subspan(i * width, width));
    }
  });
  samples_.push_back(std::move(sample));
}

void Occurrence::learn(Day day, const Outcomes& outcomes, Crew& crew) {
  std::erase_if(samples_, [&](const Sample& x) { return x.day + days_of_memory < day; });
  std::vector<Trees> all;
  for (const Day horizon : horizons_) {
    Examples examples(model_.local_features());
    const std::size_t width = model_.local_features();
    std::vector<std::uint8_t> label(1);
    for (const Sample& sample : samples_) {
      if (sample.day + horizon > day) continue;  // not known yet
      for (std::size_t i = 0; i < sample.acts.size(); ++i) {
        label[0] = outcomes.happens(sample.acts[i], sample.day, horizon) ? 1 : 0;
        examples.add_group(std::span(sample.values).subspan(i * width, width), label);
      }
    }
    if (examples.rows() == 0) return;
    examples.finish();
    all.push_back(boost(examples, boost_options(), logistic_loss, crew));
  }
  trees_ = std::move(all);
}

std::vector<double> Occurrence::forecast(std::size_t horizon) const {
  const Sample& sample = samples_.back();
  std::vector<double> probabilities;
  for (std::size_t i = 0; i < sample.acts.size(); ++i) {
    const float* values = sample.values.data() + i * model_.local_features();
    probabilities.push_back(1 /
                            (1 + std::exp(-static_cast<double>(trees_[horizon].score(values)))));
  }
  return probabilities;
}

double Occurrence::probability(const Act& act, Day day, std::size_t horizon) const {
  std::vector<float> values(model_.local_features());
  model_.weigh_alone({act.actor, act.relation, act.recipient, day}, values);
  return 1 / (1 + std::exp(-static_cast<double>(trees_[horizon].score(values.data()))));
}

RollingCalibration::RollingCalibration(const Model& model, std::span<const Act> acts)
    : outcomes_(acts), occurrence_(model, {1, 7, 30}), end_(acts.back().day + 1) {
  for (const Day horizon : occurrence_.horizons()) reliability_.emplace_back(horizon);
  first_ = std::max(end_ - days_forecast, end_ / 2);
  next_learning_ = first_;
  next_sample_ = std::max<Day>(1, first_ - days_of_memory);
}

void RollingCalibration::before(Day day, Crew& crew) {
  if (day < next_sample_) return;
  next_sample_ = day + days_between_samples;
  if (day >= next_learning_) {
    occurrence_.learn(day, outcomes_, crew);
    next_learning_ = day + days_between_learning;
  }
  occurrence_.sample(day, crew);
  if (occurrence_.learnt() && day >= first_) score(day);
}

void RollingCalibration::score(Day day) {
  for (std::size_t h = 0; h < reliability_.size(); ++h) {
    const Day horizon = occurrence_.horizons()[h];
    if (day + horizon > end_) continue;  // what happened is not known to its end
    const std::vector<double> probabilities = occurrence_.forecast(h);
    const std::vector<Act>& acts = occurrence_.last_sample();
    for (std::size_t i = 0; i < acts.size(); ++i) {
      reliability_[h].add(probabilities[i], outcomes_.happens(acts[i], day, horizon));
    }
  }
}

}  // namespace entente::forecast
