// Relation acts gathered into spans of time.
#include "relations/standing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace entente::relations {
namespace {

/// What is told of one relation by one act.
struct Telling {
  const Act* act = nullptr;
  Day first = no_day, last = no_day;
  bool holds = true;
};

using Key = std::tuple<std::string, std::string, ItemType>;

bool tells(const Act& act) {
  return act.kind == ItemKind::relation &&
         (act.status == Status::actual || act.status == Status::negated);
}

Telling telling_of(const Act& act) {
  Telling telling{&act, act.when.first, act.when.last,
                  act.status == Status::actual && act.standing != Standing::denied};
  if (!act.when.known()) telling.first = act.first_seen;
  telling.last = std::max(telling.last, act.last_seen);
  return telling;
}

/// The pairs that an act binds: each with each where it has no direction.
std::vector<std::pair<std::string, std::string>> bound(const Act& act) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto add = [&](const std::string& a, const std::string& b) {
    if (a == b) return;  // "the general of the army" binds nobody to another
    pairs.emplace_back(a, b);
    if (is_mutual(act.type) && b < a) std::swap(pairs.back().first, pairs.back().second);
  };
  for (std::size_t i = 0; i < act.actor.size(); ++i) {
    for (const std::string& recipient : act.recipient) add(act.actor[i], recipient);
    if (!is_mutual(act.type) || !act.recipient.empty()) continue;
    for (std::size_t j = i + 1; j < act.actor.size(); ++j) add(act.actor[i], act.actor[j]);
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void hold(StandingRelation& relation, const Telling& telling) {
  const Act& act = *telling.act;
  relation.standing =
      relation.acts.empty() ? act.standing : std::min(relation.standing, act.standing);
  if (relation.from == no_day) relation.from = telling.first;
  relation.last_told = std::max(relation.last_told, telling.last);
  relation.reports += act.reports;
  relation.documents += act.documents;
  relation.confidence = std::max(relation.confidence, act.confidence);
  relation.acts.push_back(act.id);
}

/// Goes through what is told of one relation by day.
void gather(const Key& key, std::vector<Telling> tellings, std::vector<StandingRelation>& found) {
  std::ranges::stable_sort(tellings, {}, &Telling::first);
  std::size_t open = found.size();
  for (const Telling& telling : tellings) {
    const bool holding = open < found.size();
    if (!telling.holds) {
      // Told to hold and not to hold on the same day is a dispute, no end.
      if (!holding || telling.first == no_day || telling.first <= found[open].last_told) continue;
      if (found[open].until == no_day) found[open].until = telling.first;
      found[open].ended_by.push_back(telling.act->id);
      continue;
    }
    if (!holding || found[open].until != no_day) {
      open = found.size();
      StandingRelation& relation = found.emplace_back();
      std::tie(relation.actor, relation.recipient, relation.type) = key;
    }
    hold(found[open], telling);
  }
}

Day first_of(Date date) { return date.known() ? period_of(to_string(date)).first : no_day; }
Day last_of(Date date) { return date.known() ? period_of(to_string(date)).last : no_day; }

StandingRelation relation_of(const Kin& kin) {
  StandingRelation relation;
  const bool member = kin.kind == KinshipKind::member;
  relation.type = member ? ItemType::member : ItemType::controls;
  relation.actor = member ? kin.lower : kin.upper;
  relation.recipient = member ? kin.upper : kin.lower;
  relation.from = first_of(kin.from);
  relation.until = last_of(kin.until);
  relation.confidence = 1;
  relation.entry = kin.entry;
  return relation;
}

}  // namespace

std::vector<StandingRelation> standing_relations(std::span<const Act> acts) {
  std::map<Key, std::vector<Telling>> told;
  for (const Act& act : acts) {
    if (!tells(act)) continue;
    for (const auto& [actor, recipient] : bound(act)) {
      told[{actor, recipient, act.type}].push_back(telling_of(act));
    }
  }
  std::vector<StandingRelation> found;
  for (auto& [key, tellings] : told) gather(key, std::move(tellings), found);
  return found;
}

std::vector<StandingRelation> standing_relations(const Kinship& kinship,
                                                 std::span<const std::string> codes) {
  std::vector<StandingRelation> found;
  const auto among = [&](const std::string& code) {
    return std::ranges::find(codes, code) != codes.end();
  };
  for (const Kin& kin : kinship.lines()) {
    if (codes.empty() || among(kin.lower) || among(kin.upper)) found.push_back(relation_of(kin));
  }
  return found;
}

}  // namespace entente::relations
