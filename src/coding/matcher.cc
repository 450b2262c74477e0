// Finds the winning entry of each act word and follows light verbs to their acts.
#include "coding/matcher.h"

#include <algorithm>
#include <array>

#include "coding/matcher_search.h"

namespace entente {
namespace {

constexpr int deepest_light = 3;  ///< light verbs over transparent nouns over acts

MatchKind kind_of_entry(const Entry& entry) {
  return kind_of(entry.coding.type) == ItemKind::relation ? relation_kind : event_kind;
}

bool competes(const Entry& entry, MatchKind kind) {
  if (entry.coding.effect != Coding::Effect::code) return true;
  return kind_of_entry(entry) == kind;
}

/// The fillers of a light verb come before those that stand on its noun: "Russia resumed its
/// strikes" is Russia's doing. On a noun ("a new wave of Russian strikes") they only join them.
void join_fillers(const FoundEntry& light, std::vector<Filler>& fillers) {
  const bool verb = light.entry->heads.front().pos == 'v';
  const auto has = [&](const Filler& wanted) {
    return std::ranges::any_of(fillers, [&](const Filler& filler) {
      return filler.role == wanted.role && filler.word == wanted.word;
    });
  };
  for (const auto& filler : light.fillers) {
    if (filler.role == Role::event) continue;
    std::erase_if(fillers, [&](const Filler& other) {
      if (other.role == filler.role)
        return verb && other.word != filler.word && other.slot != Slot::prep;
      return other.word == filler.word;
    });
  }
  for (const auto& filler : light.fillers) {
    if (filler.role != Role::event && !has(filler)) fillers.push_back(filler);
  }
}

}  // namespace

std::optional<FoundEntry> EntryMatcher::best(std::size_t word, MatchKind kind, Extra extra,
                                             int depth, bool note) {
  const auto* entries = candidates(word);
  if (entries == nullptr) return std::nullopt;
  std::optional<FoundEntry> winner;
  for (const auto [entry_index, head_index] : *entries) {
    const Entry& entry = dictionary_.entries()[entry_index];
    if (!competes(entry, kind)) continue;
    const Head& head = entry.heads[head_index];
    // Candidates come by specificity, then the last read first.
    if (winner && !note && specificity(entry, head) < winner->weight) break;
    FoundEntry found;
    found.word = static_cast<std::uint16_t>(word);
    found.kind = kind;
    found.weight = specificity(entry, head);
    if (!fits_head(word, head, found)) continue;
    MatchFailure failure;
    if (try_entry(entry, extra, depth, found, note ? &failure : nullptr)) {
      const bool better =
          !winner || (found.weight == winner->weight && found.filled > winner->filled);
      if (better) winner = std::move(found);
    } else if (note && failure.count == 1) {
      const auto at = static_cast<std::uint16_t>(word);
      const bool known = std::ranges::any_of(
          *misses_, [&](const NearMiss& miss) { return miss.entry == &entry && miss.head == at; });
      if (!known) misses_->push_back({&entry, at, failure.why});
    }
  }
  return winner;
}

/// Arguments that a light verb lends to its act: phrases, the indirect object, complements. Its
/// subject goes over as the light entry's own filler. A clause keeps to its own.
std::vector<Argument> EntryMatcher::lent(std::size_t verb, std::size_t act) const {
  std::vector<Argument> arguments;
  if (is_complement(clauses_.sentence().words[act].rel)) return arguments;
  for (auto argument : clauses_.arguments(verb)) {
    const Slot slot = argument.slot;
    if (slot == Slot::obj || slot == Slot::subj || slot == Slot::mod || slot == Slot::poss)
      continue;
    if (argument.word == act) continue;
    argument.inherited = true;
    arguments.push_back(argument);
  }
  return arguments;
}

/// Turns a found entry into matches: itself, or the acts that a light verb passes on to.
void EntryMatcher::resolve(const FoundEntry& found, int depth, std::vector<Match>& out,
                           std::vector<FoundEntry>& sources) {
  if (found.entry->coding.effect == Coding::Effect::event) {
    for (const auto& filler : found.fillers) {
      if (filler.role != Role::event) continue;
      for (const auto act : clauses_.conjuncts(filler.word)) {
        resolve_light(found, act, depth, out, sources);
      }
    }
    return;
  }
  Match match;
  match.entry = found.entry;
  match.head = match.clause = found.word;
  match.trigger = found.trigger;
  match.trigger.push_back(found.word);
  std::ranges::sort(match.trigger);
  match.trigger.erase(std::unique(match.trigger.begin(), match.trigger.end()), match.trigger.end());
  match.fillers = found.fillers;
  match.status = found.entry->coding.status;
  out.push_back(std::move(match));
  sources.push_back(found);
}

void EntryMatcher::resolve_light(const FoundEntry& light, std::uint16_t act, int depth,
                                 std::vector<Match>& out, std::vector<FoundEntry>& sources) {
  if (depth <= 0) return;
  const auto found = best(act, light.kind, lent(light.word, act), depth - 1, false);
  if (!found) return;
  const std::size_t before = out.size();
  resolve(*found, depth - 1, out, sources);
  for (std::size_t at = before; at < out.size(); ++at) {
    Match& match = out[at];
    match.clause = light.word;
    match.light = light.entry;
    if (!match.status) match.status = light.entry->coding.status;
    sources[at].weight += light.weight + 1;  // it wins over the act read on its own
    join_fillers(light, match.fillers);
  }
}

/// One item for one act: drops matches at words that a stronger match has claimed, and all but the
/// strongest at one word.
std::vector<Match> EntryMatcher::unclaimed(std::vector<Match> matches,
                                           const std::vector<FoundEntry>& sources) const {
  std::vector<std::size_t> order(matches.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return sources[a].weight > sources[b].weight; });
  const std::size_t size = clauses_.sentence().words.size();
  std::array<std::vector<bool>, kinds> claimed{std::vector<bool>(size), std::vector<bool>(size)};
  std::array<std::vector<bool>, kinds> taken = claimed;
  std::vector<Match> kept;
  for (const auto at : order) {
    Match& match = matches[at];
    const bool none = match.entry->coding.effect == Coding::Effect::none;
    const MatchKind kind = kind_of_entry(*match.entry);
    if (claimed[kind][match.head] || taken[kind][match.head]) continue;
    for (const MatchKind each : {event_kind, relation_kind}) {
      if (each != kind && !none) continue;
      taken[each][match.head] = true;
      for (const auto word : sources[at].consumed) claimed[each][word] = true;
    }
    if (!none) kept.push_back(std::move(match));
  }
  // A participle before its noun tells how things stand, where a relation can say it, not what
  // happened: "Avaria-backed rebels".
  std::erase_if(kept, [&](const Match& match) {
    const Word& word = clauses_.sentence().words[match.head];
    return kind_of_entry(*match.entry) == event_kind && word.rel == Rel::amod &&
           taken[relation_kind][match.head];
  });
  std::ranges::stable_sort(kept, [](const Match& a, const Match& b) {
    if (a.head != b.head) return a.head < b.head;
    return kind_of_entry(*a.entry) < kind_of_entry(*b.entry);
  });
  return kept;
}

std::vector<Match> EntryMatcher::run() {
  std::vector<Match> matches;
  std::vector<FoundEntry> sources;
  const std::size_t size = std::min<std::size_t>(lemmas_.size(), 65535);
  for (std::size_t word = 0; word < size; ++word) {
    if (candidates(word) == nullptr) continue;
    for (const MatchKind kind : {event_kind, relation_kind}) {
      const auto found = best(word, kind, {}, deepest_light, misses_ != nullptr);
      if (found) resolve(*found, deepest_light, matches, sources);
    }
  }
  return unclaimed(std::move(matches), sources);
}

std::vector<Match> match(const Dictionary& dictionary, const Clauses& clauses,
                         std::vector<NearMiss>* misses) {
  return EntryMatcher(dictionary, clauses, misses).run();
}

}  // namespace entente
