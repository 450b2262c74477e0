// One pass over the logs of all pairs with a window that moves along each.
#include "forecast/follow_ups.h"

#include <algorithm>
#include <limits>

namespace entente::forecast {

FollowUps::FollowUps(const History& history, Day today, Day horizon)
    : ends_(history.extent().ends()),
      today_(today),
      horizon_(horizon),
      held_(ends_ * ends_),
      cases_(ends_),
      since_(ends_, std::numeric_limits<Day>::max()) {
  for (ActorId actor = 0; actor < history.extent().actors; ++actor) {
    for (const Tie& tie : history.actor(actor).ties) count(tie);
  }
}

void FollowUps::count(const Tie& tie) {
  std::vector<Day> last(ends_, -1);          // day on which a relation was counted last
  std::vector<std::uint32_t> within(ends_);  // acts in the window behind the one looked at
  std::size_t from = 0, to = 0;
  for (const auto& [day, before] : tie.log) {
    if (day + horizon_ > today_) break;
    while (to < tie.log.size() && tie.log[to].first <= day + horizon_)
      ++within[tie.log[to++].second];
    while (from < to && tie.log[from].first <= day) --within[tie.log[from++].second];
    if (last[before] == day) continue;
    last[before] = day;
    ++cases_[before];
    since_[before] = std::min(since_[before], day);
    for (std::size_t then = 0; then < ends_; ++then) {
      held_[before * ends_ + then] += within[then] > 0 ? 1 : 0;
    }
  }
}

FollowUp FollowUps::of(RelationId before, RelationId then) const {
  FollowUp rule{before, then, held_[before * ends_ + then], cases_[before], 0, since_[before]};
  std::uint64_t held = 0, cases = 0;
  for (std::size_t any = 0; any < ends_; ++any) {
    held += held_[any * ends_ + then];
    cases += cases_[any];
  }
  rule.usual = cases == 0 ? 0 : static_cast<double>(held) / static_cast<double>(cases);
  return rule;
}

std::vector<FollowUp> FollowUps::fired(const Tie& tie, RelationId then, std::size_t most) const {
  std::vector<FollowUp> rules;
  for (const ActTrace& act : tie.acts) {
    if (act.trace.last + horizon_ <= today_) continue;
    const FollowUp rule = of(act.relation, then);
    const bool known = std::ranges::any_of(rules, [&](const FollowUp& x) {  // mutual acts
      return x.cases == rule.cases && x.held == rule.held && x.since == rule.since;
    });
    if (rule.cases > 0 && rule.held > 0 && !known) rules.push_back(rule);
  }
  // Few cases prove little: two are taken to have gone the usual way.
  const auto lift = [](const FollowUp& x) {
    return (static_cast<double>(x.held) + 2 * x.usual) / (static_cast<double>(x.cases) + 2) -
           x.usual;
  };
  std::ranges::sort(rules, [&](const FollowUp& a, const FollowUp& b) {
    const double of_a = lift(a), of_b = lift(b);
    return of_a != of_b ? of_a > of_b : a.before < b.before;
  });
  if (rules.size() > most) rules.resize(most);
  return rules;
}

}  // namespace entente::forecast
