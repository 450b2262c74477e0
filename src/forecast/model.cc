// A cheap sieve gathers candidates from the asker's ties, short walks and those usual in the role;
// the trees rank the best of them.
#include "forecast/model.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace entente::forecast {
namespace {

float sieve_weight(const Tie& tie, const Question& question, const Fading& fading) {
  const Faded any = tie.all.at(question.day, fading);
  float weight = 0.001F + 0.3F * any[1] + 0.2F * any[3] + 0.1F * any[4] +
                 0.02F * static_cast<float>(tie.all.count);
  if (const Trace* same = tie.find(question.relation)) {
    const Faded now = same->at(question.day, fading);
    weight += 2 * now[1] + 2 * now[3] + now[4] + 0.3F * static_cast<float>(same->count);
  }
  return weight;
}

std::vector<FamilyPtr> all_families(const Rules& rules, const Likeness& likeness) {
  std::vector<FamilyPtr> all;
  all.push_back(recurrence());
  all.push_back(pair_habits());
  all.push_back(reciprocity());
  all.push_back(relation_rules(rules));
  all.push_back(roles());
  all.push_back(circumstances());
  all.push_back(walks_of_others());
  all.push_back(season());
  all.push_back(similar_actors(likeness));
  return all;
}

void weightiest_first(std::vector<Reason>& reasons) {
  std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
}

}  // namespace

std::vector<std::string> family_names() {
  std::vector<std::string> names;
  const Rules rules(Extent{});
  const Likeness likeness(Extent{});
  for (const FamilyPtr& family : all_families(rules, likeness)) names.push_back(family->name());
  names.push_back(after_other_acts(Sequels(Extent{}, {}))->name());
  return names;
}

Model::Model(const Extent& extent, ModelOptions options)
    : history_(extent), rules_(extent), likeness_(extent), options_(std::move(options)) {
  std::vector<FamilyPtr> families = all_families(rules_, likeness_);
  if (options_.sequels) families.push_back(after_other_acts(*options_.sequels));
  for (FamilyPtr& family : families) {
    if (options_.without.contains(family->name())) continue;
    std::vector<std::string> names = family->features();
    widths_.push_back(names.size());
    if (family->local()) local_features_ += names.size();
    std::ranges::move(names, std::back_inserter(features_));
    families_.push_back(std::move(family));
  }
}

void Model::learn_day(std::span<const Act> acts, std::span<const Asked> questions, Crew& crew) {
  rules_.learn(questions, history_, crew);
  if (!options_.without.contains("likeness")) likeness_.learn(acts);
  history_.add(acts);
}

void Model::sieve(const Question& question, Desk& desk) const {
  Sparse& sieve = desk.sieve;
  sieve.clear();
  for (const Tie& tie : history_.actor(question.asker).ties) {
    sieve.add(tie.other, sieve_weight(tie, question, history_.fading()));
  }
  for (const Weighted& usual : desk.lists.at_other_end(question.relation)) {
    sieve.add(usual.actor, 20 * usual.weight);
  }
  desk.walks.walk(question, history_.extent(), desk.lists);
  const auto add = [&](const Sparse& walk, float weight) {
    for (const ActorId actor : walk.touched()) sieve.add(actor, weight * walk[actor]);
  };
  add(desk.walks.by_companions, 10);
  add(desk.walks.by_alike, 5);
  add(desk.walks.two_ties, 3);
  desk.pool.clear();
  for (const ActorId actor : sieve.touched()) desk.pool.push_back({actor, sieve[actor]});
  keep_heaviest(desk.pool, desk.pool.size());
}

void Model::weigh(const Question& question, Desk& desk) const {
  desk.lists.begin(question.day);
  sieve(question, desk);
  desk.actors.clear();
  const std::size_t count = std::min(options_.candidates, desk.pool.size());
  for (std::size_t i = 0; i < count; ++i) desk.actors.push_back(desk.pool[i].actor);
  fill(Scene(history_, question, desk.actors), desk.walks, desk.values);
}

void Model::fill(const Scene& scene, const Walks& walks, std::vector<float>& values) const {
  values.assign(scene.candidates.size() * features_.size(), 0);
  std::size_t first = 0;
  for (std::size_t f = 0; f < families_.size(); ++f) {
    families_[f]->fill(scene, walks, Sheet(values, features_.size(), first));
    first += widths_[f];
  }
}

void Model::weigh_alone(const Act& act, std::span<float> values) const {
  static const Walks nowhere(0);
  const Scene scene(history_, {act.actor, act.relation, act.day}, {&act.recipient, 1});
  std::size_t first = 0;
  for (std::size_t f = 0; f < families_.size(); ++f) {
    if (!families_[f]->local()) continue;
    families_[f]->fill(scene, nowhere, Sheet(values, local_features_, first));
    first += widths_[f];
  }
}

/// What a family's features add to a score, and what they rest on.
Reason Model::reason_of(const Family& family, std::span<const double> parts, const Scene& scene,
                        const Candidate& candidate) {
  constexpr std::size_t most = 5;  // acts and rules a reason names
  Reason reason;
  reason.family = family.name();
  const std::vector<std::string> features = family.features();
  for (std::size_t i = 0; i < features.size(); ++i) {
    reason.weight += parts[i];
    if (parts[i] != 0) reason.parts.emplace_back(features[i], parts[i]);
  }
  std::ranges::sort(reason.parts, [](const auto& a, const auto& b) {
    return std::abs(a.second) != std::abs(b.second) ? std::abs(a.second) > std::abs(b.second)
                                                    : a.first < b.first;
  });
  reason.evidence = family.evidence(scene, candidate, most);
  return reason;
}

Explanation Model::explain(const Question& question, ActorId answer, Desk& desk) const {
  weigh(question, desk);
  if (std::ranges::find(desk.actors, answer) == desk.actors.end()) desk.actors.push_back(answer);
  const auto row =
      static_cast<std::size_t>(std::ranges::find(desk.actors, answer) - desk.actors.begin());
  const Scene scene(history_, question, desk.actors);
  fill(scene, desk.walks, desk.values);
  const float* values = desk.values.data() + row * features_.size();
  std::vector<double> parts(features_.size());
  trees_.contributions(values, parts);
  Explanation explanation{trees_.base(), trees_.score(values), {}};
  std::size_t first = 0;
  for (std::size_t f = 0; f < families_.size(); ++f) {
    explanation.reasons.push_back(reason_of(
        *families_[f], std::span(parts).subspan(first, widths_[f]), scene, scene.candidates[row]));
    first += widths_[f];
  }
  weightiest_first(explanation.reasons);
  return explanation;
}

Explanation Model::explain_alone(const Act& act, const Trees& trees) const {
  std::vector<float> values(local_features_);
  weigh_alone(act, values);
  std::vector<double> parts(local_features_);
  trees.contributions(values.data(), parts);
  const Scene scene(history_, {act.actor, act.relation, act.day}, {&act.recipient, 1});
  Explanation explanation{trees.base(), trees.score(values.data()), {}};
  std::size_t first = 0;
  for (std::size_t f = 0; f < families_.size(); ++f) {
    if (!families_[f]->local()) continue;
    explanation.reasons.push_back(reason_of(*families_[f],
                                            std::span(parts).subspan(first, widths_[f]), scene,
                                            scene.candidates.front()));
    first += widths_[f];
  }
  weightiest_first(explanation.reasons);
  return explanation;
}

std::map<std::string, double> Model::weights_by_family(std::span<const float> values,
                                                       const Trees& trees) const {
  std::vector<double> parts(local_features_);
  trees.contributions(values.data(), parts);
  std::map<std::string, double> weights;
  std::size_t first = 0;
  for (std::size_t f = 0; f < families_.size(); ++f) {
    if (!families_[f]->local()) continue;
    double& weight = weights[families_[f]->name()];
    for (const std::size_t end = first + widths_[f]; first < end; ++first) weight += parts[first];
  }
  return weights;
}

Ranking Model::rank(const Question& question, Desk& desk) const {
  weigh(question, desk);
  Ranking ranking;
  ranking.by_trees = desk.actors.size();
  masked_.score(desk.values, features_.size(), desk.scores);
  for (std::size_t i = 0; i < desk.actors.size(); ++i) {
    ranking.ranked.push_back({desk.actors[i], desk.scores[i]});
  }
  keep_heaviest(ranking.ranked, ranking.ranked.size());
  // What the sieve left over follows below the lowest, in its own order.
  const float lowest = ranking.ranked.empty() ? 0 : ranking.ranked.back().weight;
  for (std::size_t i = desk.actors.size(); i < desk.pool.size(); ++i) {
    const float place = static_cast<float>(i - desk.actors.size() + 1);
    ranking.ranked.push_back({desk.pool[i].actor, lowest - 0.01F * place});
  }
  return ranking;
}

void Model::learn_ranker(const Examples& examples, Crew& crew) {
  trees_ = boost(examples, options_.boost, listwise_loss, crew);
  masked_ = MaskedTrees(trees_);
}

}  // namespace entente::forecast
