// Both ends of every act are kept, so that a question about either end is answered the same way.
#include "forecast/history.h"

#include <algorithm>

namespace entente::forecast {
namespace {

std::uint64_t key(std::uint32_t high, std::uint32_t low) {
  return static_cast<std::uint64_t>(high) << 32 | low;
}

template <typename List>
auto find_in(List& list, RelationId relation) {
  const auto at =
      std::ranges::lower_bound(list, relation, {}, [](const auto& x) { return x.relation; });
  return at != list.end() && at->relation == relation ? &*at : nullptr;
}

template <typename Entry>
Entry& find_or_add(std::vector<Entry>& list, RelationId relation) {
  auto at = std::ranges::lower_bound(list, relation, {}, &Entry::relation);
  if (at == list.end() || at->relation != relation) {
    at = list.insert(at, Entry{});
    at->relation = relation;
  }
  return *at;
}

}  // namespace

const Trace* Tie::find(RelationId relation) const {
  const ActTrace* found = find_in(acts, relation);
  return found ? &found->trace : nullptr;
}

const Habit* ActorTraces::find(RelationId relation) const { return find_in(habits, relation); }

History::History(Extent extent)
    : extent_(extent), actors_(extent.actors), relations_(extent.ends()) {}

const Tie* History::tie(ActorId owner, ActorId other) const {
  const auto found = tie_index_.find(key(owner, other));
  return found == tie_index_.end() ? nullptr : &actors_[owner].ties[found->second];
}

void History::add(std::span<const Act> acts) {
  for (const Act& act : acts) {
    add_end(act.actor, act.relation, act.recipient, act.day);
    add_end(act.recipient, extent_.inverse(act.relation), act.actor, act.day);
    last_day_ = std::max(last_day_, act.day);
  }
  size_ += acts.size();
}

void History::add_end(ActorId owner, RelationId relation, ActorId other, Day day) {
  ActorTraces& actor = actors_[owner];
  actor.all.add(day, fading_);
  Habit& habit = find_or_add(actor.habits, relation);
  habit.trace.add(day, fading_);
  const auto [place, is_new] =
      tie_index_.try_emplace(key(owner, other), static_cast<std::uint32_t>(actor.ties.size()));
  if (is_new) actor.ties.emplace_back().other = other;
  Tie& tie = actor.ties[place->second];
  tie.all.add(day, fading_);
  if (relation < extent_.relations) tie.done.add(day, fading_);
  Trace& act = find_or_add(tie.acts, relation).trace;
  if (!act.happened()) {
    habit.ties.push_back(place->second);
    kinds_ += relation < extent_.relations ? 1 : 0;
  }
  act.add(day, fading_);
  const auto later = std::ranges::upper_bound(tie.log, day, {}, &std::pair<Day, RelationId>::first);
  tie.log.insert(later, {day, relation});
  RelationTraces& traces = relations_[relation];
  traces.all.add(day, fading_);
  const auto [slot, unseen] = other_index_.try_emplace(
      key(relation, other), static_cast<std::uint32_t>(traces.others.size()));
  if (unseen) traces.others.emplace_back(other, Trace{});
  traces.others[slot->second].second.add(day, fading_);
}

}  // namespace entente::forecast
