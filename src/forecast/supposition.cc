// The same forecasts are made twice, before and after the supposed acts.
#include "forecast/supposition.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace entente::forecast {
namespace {

Quads4 quads_of(const Timeline& timeline) {
  Quads4 quads;
  for (const std::string& relation : timeline.relations) quads.push_back(quad_number(relation));
  return quads;
}

/// Acts that any of these parties may do or suffer: with all they met, and among themselves.
std::vector<Act> in_question(const Forecaster& forecaster, std::span<const Act> supposed) {
  std::set<std::pair<ActorId, ActorId>> pairs;
  for (const Act& act : supposed) {
    for (const ActorId party : {act.actor, act.recipient}) {
      for (const Tie& tie : forecaster.history().actor(party).ties) {
        pairs.insert({party, tie.other});
        pairs.insert({tie.other, party});
      }
    }
    pairs.insert({act.actor, act.recipient});
    pairs.insert({act.recipient, act.actor});
  }
  std::vector<Act> acts;
  for (const auto& [actor, recipient] : pairs) {
    for (RelationId relation = 0; relation < forecaster.timeline().extent().relations; ++relation) {
      acts.push_back({actor, relation, recipient, forecaster.today() + 1});
    }
  }
  return acts;
}

std::vector<std::pair<std::string, double>> change_by_family(
    const std::map<std::string, double>& before, const std::map<std::string, double>& after) {
  std::vector<std::pair<std::string, double>> changes;
  for (const auto& [family, weight] : after) {
    const auto was = before.find(family);
    const double change = weight - (was == before.end() ? 0 : was->second);
    if (std::abs(change) > 1e-6) changes.emplace_back(family, change);
  }
  std::ranges::stable_sort(changes, [](const auto& a, const auto& b) {
    return std::abs(a.second) > std::abs(b.second);
  });
  return changes;
}

/// The rules that lead from supposed acts on the pair to an act, as its actor sees them.
std::vector<FollowUp> rules_to(const FollowUps& follow_ups, std::span<const Act> supposed,
                               const Act& then, const Extent& extent) {
  std::set<RelationId> before;
  for (const Act& act : supposed) {
    if (act.actor == then.actor && act.recipient == then.recipient) before.insert(act.relation);
    if (act.actor == then.recipient && act.recipient == then.actor) {
      before.insert(extent.inverse(act.relation));
    }
  }
  std::vector<FollowUp> rules;
  for (const RelationId one : before) {
    const FollowUp rule = follow_ups.of(one, then.relation);
    if (rule.cases > 0) rules.push_back(rule);
  }
  return rules;
}

}  // namespace

Supposed suppose(Forecaster& forecaster, std::span<const Act> acts, const SupposeOptions& options) {
  Supposed result;
  const Day days = forecaster.horizons()[options.horizon];
  const Quads4 quads = quads_of(forecaster.timeline());
  for (const Act& act : acts) {
    result.precedents.push_back(find_precedents(
        forecaster.history(), quads, {act, forecaster.today(), days, options.precedents}));
  }
  const FollowUps follow_ups(forecaster.history(), forecaster.today(), days);
  const std::vector<Act> asked = in_question(forecaster, acts);
  std::vector<Chance> without;
  std::vector<std::vector<float>> values;
  for (const Act& act : asked) {
    without.push_back(forecaster.chance(act, options.horizon));
    values.push_back(forecaster.weigh(act));
  }
  forecaster.suppose(acts);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const Chance with = forecaster.chance(asked[i], options.horizon);
    Moved moved{asked[i], without[i].probability, with.probability, with.method, {}, {}};
    if (std::abs(moved.change()) < options.least) {
      ++result.unmoved;
      continue;
    }
    moved.families =
        change_by_family(forecaster.weights_by_family(values[i], options.horizon),
                         forecaster.weights_by_family(forecaster.weigh(asked[i]), options.horizon));
    moved.rules = rules_to(follow_ups, acts, asked[i], forecaster.timeline().extent());
    result.moved.push_back(std::move(moved));
  }
  std::ranges::sort(result.moved, [](const Moved& a, const Moved& b) {
    const double of_a = std::abs(a.change()), of_b = std::abs(b.change());
    return of_a != of_b ? of_a > of_b : a.act < b.act;
  });
  if (result.moved.size() > options.limit) result.moved.resize(options.limit);
  return result;
}

}  // namespace entente::forecast
