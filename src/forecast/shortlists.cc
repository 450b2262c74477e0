// Lists are short, so that a question costs the same however long the history is.
#include "forecast/shortlists.h"

#include <algorithm>

namespace entente::forecast {
namespace {

constexpr std::size_t most_companions = 30;
constexpr std::size_t most_at_other_end = 150;

/// Recent acts count most; those long past keep a little.
float weight_of(const Trace& trace, Day day, const Fading& fading) {
  return trace.at(day, fading)[4] + 0.05F * static_cast<float>(trace.count);
}

void keep_shares(std::vector<Weighted>& list, std::size_t most) {
  float sum = 0.5F;
  for (const Weighted& entry : list) sum += entry.weight;
  keep_heaviest(list, most);
  for (Weighted& entry : list) entry.weight /= sum;
}

}  // namespace

void keep_heaviest(std::vector<Weighted>& list, std::size_t most) {
  const auto heavier = [](const Weighted& a, const Weighted& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.actor < b.actor;
  };
  if (list.size() > most) {
    std::nth_element(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(most), list.end(),
                     heavier);
    list.resize(most);
  }
  std::sort(list.begin(), list.end(), heavier);
}

Shortlists::Shortlists(const History& history)
    : history_(history),
      by_actor_(history.extent().actors),
      by_relation_(history.extent().ends()) {}

void Shortlists::begin(Day day) {
  if (day == day_) return;
  day_ = day;
  by_habit_.clear();
}

const std::vector<Weighted>& Shortlists::companions(ActorId actor) {
  Dated& dated = by_actor_[actor];
  if (dated.day == day_) return dated.list;
  dated.day = day_;
  dated.list.clear();
  for (const Tie& tie : history_.actor(actor).ties) {
    dated.list.push_back({tie.other, weight_of(tie.all, day_, history_.fading())});
  }
  keep_shares(dated.list, most_companions);
  return dated.list;
}

const std::vector<Weighted>& Shortlists::companions(ActorId actor, RelationId relation) {
  const auto [place, is_new] =
      by_habit_.try_emplace(static_cast<std::uint64_t>(actor) << 32 | relation);
  std::vector<Weighted>& list = place->second;
  if (!is_new) return list;
  const Habit* habit = history_.actor(actor).find(relation);
  if (!habit) return list;
  for (const std::uint32_t at : habit->ties) {
    const Tie& tie = history_.actor(actor).ties[at];
    list.push_back({tie.other, weight_of(*tie.find(relation), day_, history_.fading())});
  }
  keep_shares(list, most_companions);
  return list;
}

const std::vector<Weighted>& Shortlists::at_other_end(RelationId relation) {
  Dated& dated = by_relation_[relation];
  if (dated.day == day_) return dated.list;
  dated.day = day_;
  dated.list.clear();
  for (const auto& [actor, trace] : history_.relation(relation).others) {
    const Faded now = trace.at(day_, history_.fading());
    dated.list.push_back({actor, now[3] + 0.3F * now[4] + 0.02F * static_cast<float>(trace.count)});
  }
  keep_shares(dated.list, most_at_other_end);
  return dated.list;
}

void Walks::walk(const Question& question, const Extent& extent, Shortlists& lists) {
  by_companions.clear();
  two_ties.clear();
  by_alike.clear();
  for (const Weighted& companion : lists.companions(question.asker)) {
    for (const Weighted& end : lists.companions(companion.actor, question.relation)) {
      by_companions.add(end.actor, companion.weight * end.weight);
    }
    for (const Weighted& end : lists.companions(companion.actor)) {
      two_ties.add(end.actor, companion.weight * end.weight);
    }
  }
  const RelationId inverse = extent.inverse(question.relation);
  for (const Weighted& met : lists.companions(question.asker, question.relation)) {
    for (const Weighted& alike : lists.companions(met.actor, inverse)) {
      if (alike.actor == question.asker) continue;
      for (const Weighted& end : lists.companions(alike.actor, question.relation)) {
        by_alike.add(end.actor, met.weight * alike.weight * end.weight);
      }
    }
  }
}

}  // namespace entente::forecast
