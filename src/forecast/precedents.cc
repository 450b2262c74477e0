// Circumstances are compared as logarithms of counts, so that the first act weighs most.
#include "forecast/precedents.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::forecast {
namespace {

constexpr Day days_before = 30, days_of_one_case = 7;
constexpr double other_actor = 0.75, other_recipient = 0.75;

using Circumstances = std::array<double, 8>;  // by direction, then quad class

Circumstances circumstances(const Tie* tie, const Extent& extent, const Quads4& quads, Day day) {
  Circumstances counts{};
  if (!tie) return counts;
  const auto first =
      std::ranges::lower_bound(tie->log, day - days_before, {}, &std::pair<Day, RelationId>::first);
  for (auto at = first; at != tie->log.end() && at->first < day; ++at) {
    const bool done = at->second < extent.relations;
    const int quad = quads[done ? at->second : at->second - extent.relations];
    if (quad >= 0) counts[(done ? 0U : 4U) + static_cast<std::size_t>(quad)] += 1;
  }
  for (double& count : counts) count = std::log1p(count);
  return counts;
}

double distance(const Circumstances& a, const Circumstances& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

std::vector<Act> acts_after(const Tie& tie, const Extent& extent, const Act& act, Day horizon) {
  std::vector<Act> after;
  const auto first =
      std::ranges::upper_bound(tie.log, act.day, {}, &std::pair<Day, RelationId>::first);
  for (auto at = first; at != tie.log.end() && at->first <= act.day + horizon; ++at) {
    const auto [day, relation] = *at;
    if (relation < extent.relations)
      after.push_back({act.actor, relation, act.recipient, day});
    else
      after.push_back({act.recipient, extent.inverse(relation), act.actor, day});
  }
  return after;
}

}  // namespace

std::vector<Precedent> find_precedents(const History& history, const Quads4& quads,
                                       const PrecedentsAsked& asked) {
  const Extent& extent = history.extent();
  const Act& now = asked.act;
  const Circumstances here =
      circumstances(history.tie(now.actor, now.recipient), extent, quads, now.day);
  std::vector<Precedent> found;
  for (ActorId actor = 0; actor < extent.actors; ++actor) {
    for (const Tie& tie : history.actor(actor).ties) {
      if (!tie.find(now.relation)) continue;
      Day last_case = -days_of_one_case - 1;
      for (const auto& [day, relation] : tie.log) {
        if (relation != now.relation) continue;
        const bool same_case = day - last_case <= days_of_one_case;
        last_case = day;
        if (same_case || day >= now.day || day + asked.horizon > asked.today) continue;
        const double apart = distance(here, circumstances(&tie, extent, quads, day)) +
                             (actor == now.actor ? 0 : other_actor) +
                             (tie.other == now.recipient ? 0 : other_recipient);
        found.push_back({{actor, relation, tie.other, day}, apart, {}});
      }
    }
  }
  std::ranges::sort(found, [](const Precedent& a, const Precedent& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.act.day != b.act.day ? a.act.day > b.act.day : a.act < b.act;
  });
  if (found.size() > asked.most) found.resize(asked.most);
  for (Precedent& one : found) {
    const Tie& tie = *history.tie(one.act.actor, one.act.recipient);
    one.followed = acts_after(tie, extent, one.act, asked.horizon);
  }
  return found;
}

}  // namespace entente::forecast
