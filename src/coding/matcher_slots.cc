// Whether an entry's constraints hold at a word, and what fills its roles.
#include <algorithm>

#include "base/utf8.h"
#include "coding/matcher_search.h"

namespace entente {
namespace {

constexpr int deepest_phrase = 4;  // words between a passive and a phrase with its doer

}  // namespace

bool EntryMatcher::in_slot(const Constraint& constraint, const Argument& argument,
                           std::size_t word) const {
  if ((constraint.slots & bit(argument.slot)) == 0) {
    // "told Avaria to stop": the one told is an indirect object, and the only one.
    const bool stands_in = argument.slot == Slot::iobj && constraint.role != Role::none &&
                           (constraint.slots & bit(Slot::obj)) != 0;
    if (!stands_in) return false;
    return std::ranges::none_of(clauses_.arguments(word),
                                [](const Argument& other) { return other.slot == Slot::obj; });
  }
  if (argument.slot != Slot::prep) return true;
  return std::ranges::find(constraint.preps, argument.prep) != constraint.preps.end();
}

/// "shell/n", "cease_fire", "cease-fire".
bool EntryMatcher::is_special(std::string_view special, std::size_t word) const {
  const auto slash = special.rfind('/');
  if (slash != std::string_view::npos) {
    if (slash + 2 != special.size() || !fits_class(word, special.back())) return false;
    special = special.substr(0, slash);
  }
  if (lemmas_[word] == special) return true;
  std::size_t at = word + 1;
  while (true) {
    const auto joint = special.find_last_of("_-");
    const auto part = joint == std::string_view::npos ? special : special.substr(joint + 1);
    while (at > 1 && at <= word && clauses_.sentence().words[at - 1].form == "-") --at;
    if (at == 0 || lemmas_[at - 1] != part) return false;
    if (joint == std::string_view::npos) return true;
    special = special.substr(0, joint);
    --at;
  }
}

bool EntryMatcher::has_lemma(const Constraint& constraint, std::size_t word) const {
  const auto& all = constraint.lemmas;
  for (const auto lemma : {lemmas_[word], singulars_[word]}) {
    const auto found =
        std::lower_bound(all.begin(), all.end(), lemma,
                         [](const std::string& a, std::string_view b) { return a < b; });
    if (found != all.end() && *found == lemma) return true;
  }
  // Pronouns may be asked for by form: "them" beside "they".
  const Word& w = clauses_.sentence().words[word];
  if (w.upos == Upos::pron && std::ranges::binary_search(all, lower(w.form))) return true;
  return std::ranges::any_of(constraint.special,
                             [&](const std::string& special) { return is_special(special, word); });
}

/// The word of a phrase that is one of the words asked for: its head, what a transparent head
/// stands for, or a conjunct.
std::optional<std::uint16_t> EntryMatcher::asked_word(const Constraint& constraint,
                                                      std::size_t word) const {
  if (constraint.any_word() || has_lemma(constraint, word)) return static_cast<std::uint16_t>(word);
  const std::size_t core = clauses_.core(word);
  if (core != word && has_lemma(constraint, core)) return static_cast<std::uint16_t>(core);
  for (const auto child : clauses_.children(word)) {
    if (clauses_.sentence().words[child].rel != Rel::conj) continue;
    if (has_lemma(constraint, child)) return child;
  }
  return std::nullopt;
}

/// True when a word is an act of its own, with what its governor lends to it. What is passed on
/// must be of the kind for which the light verb competes.
bool EntryMatcher::is_act(std::size_t word, int depth, const FoundEntry& governor) {
  if (candidates(word) == nullptr) return false;
  const auto extra = lent(governor.word, word);
  if (best(word, governor.kind, extra, depth - 1, false)) return true;
  if (governor.entry->coding.effect == Coding::Effect::event) return false;
  const MatchKind other = governor.kind == event_kind ? relation_kind : event_kind;
  return best(word, other, extra, depth - 1, false).has_value();
}

/// True when the argument is one for the constraint; it is then taken.
bool EntryMatcher::accept(const Constraint& constraint, const Argument& argument, std::size_t owner,
                          int depth, FoundEntry& found) {
  if (!in_slot(constraint, argument, owner) || argument.word == found.word) return false;
  const auto asked = asked_word(constraint, argument.word);
  if (!asked) return false;
  if (constraint.forbidden) return true;
  const Word& word = clauses_.sentence().words[argument.word];
  // "Freed himself", "hurt themselves": nobody else is acted upon.
  if (constraint.role == Role::recipient && has_feature(word, "Reflex=Yes")) return false;
  if (constraint.role == Role::event) {
    if (depth <= 0) return false;
    if (!is_act(clauses_.core(*asked), depth, found)) return false;
  } else if (constraint.role != Role::none) {
    const bool clause = is_complement(word.rel) && !is_noun(word.upos) && word.upos != Upos::pron;
    if (clause) return false;
    if (std::ranges::find(found.consumed, argument.word) != found.consumed.end()) return false;
  }
  take(constraint, argument, *asked, found);
  return true;
}

void EntryMatcher::take(const Constraint& constraint, const Argument& argument, std::uint16_t asked,
                        FoundEntry& found) {
  if (constraint.role != Role::none) {
    const bool repeated = std::ranges::any_of(found.fillers, [&](const Filler& filler) {
      return filler.word == argument.word && filler.role == constraint.role;
    });
    const auto word = constraint.role == Role::event
                          ? static_cast<std::uint16_t>(clauses_.core(asked))
                          : argument.word;
    if (!repeated) {
      found.fillers.push_back(
          {word, constraint.role, argument.slot, argument.prep, argument.inherited});
    }
  }
  if (!constraint.any_word()) found.asked.push_back(asked);
  const bool weapon = constraint.role == Role::weapon && !constraint.any_word();
  if (!constraint.lexical() && !weapon && constraint.role != Role::event) return;
  const Slot slot = argument.slot;
  if (slot == Slot::subj || slot == Slot::poss) return;
  // A modifier that is asked for may name the actor all the same: "Avarian strikes".
  (slot == Slot::mod ? found.trigger : found.consumed).push_back(asked);
  if (asked != argument.word) found.consumed.push_back(argument.word);
  const bool names = slot != Slot::to && slot != Slot::that && slot != Slot::ing;
  if (constraint.lexical() && names) found.trigger.push_back(asked);
}

void EntryMatcher::scan(const Constraint& constraint, std::span<const Argument> arguments,
                        std::size_t owner, bool phrases_only, int depth, FoundEntry& found,
                        bool& any) {
  for (const auto& argument : arguments) {
    if (phrases_only && argument.slot != Slot::prep) continue;
    if (constraint.lexical() && any) return;
    any = accept(constraint, argument, owner, depth, found) || any;
  }
}

/// True when an auxiliary of the word is one of those asked for ("must", "should").
bool EntryMatcher::has_auxiliary(const Constraint& constraint, std::size_t word) const {
  return std::ranges::any_of(clauses_.children(word), [&](std::uint16_t child) {
    if (clauses_.sentence().words[child].rel != Rel::aux) return false;
    return constraint.any_word() || has_lemma(constraint, child);
  });
}

/// `to.obj`: first what stands in `to`, then the objects of that.
void EntryMatcher::scan_inner(const Constraint& constraint, Extra arguments, std::size_t owner,
                              int depth, FoundEntry& found, bool& any) {
  Constraint outer;
  outer.slots = constraint.outer;
  outer.preps = constraint.outer_preps;
  for (const auto& argument : arguments) {
    if (!in_slot(outer, argument, owner) || argument.word == found.word) continue;
    for (const auto word : clauses_.conjuncts(clauses_.core(argument.word))) {
      if ((constraint.slots & bit(Slot::aux)) != 0 && has_auxiliary(constraint, word)) any = true;
      scan(constraint, clauses_.arguments(word), word, false, depth, found, any);
      if ((constraint.slots & bit(Slot::prep)) == 0) continue;
      for (const auto& inner : clauses_.arguments(word)) {
        if (inner.slot != Slot::obj) continue;
        scan(constraint, clauses_.arguments(inner.word), word, true, depth, found, any);
      }
    }
  }
}

/// "Filed a suit in a court of the state against him": phrases with some prepositions belong to
/// the verb although the parser hung them on the phrase before.
void EntryMatcher::scan_deeper(const Constraint& constraint, std::size_t owner, int depth,
                               FoundEntry& found, bool& any) {
  Constraint reaching = constraint;
  std::erase_if(reaching.preps, [&](const std::string& prep) {
    return !dictionary_.grammar().reaching.contains(prep);
  });
  if (reaching.preps.empty()) return;
  reaching.slots = bit(Slot::prep);
  constexpr int deepest = 3;  // phrases on phrases
  std::vector<std::uint16_t> level{static_cast<std::uint16_t>(owner)};
  for (int steps = 0; steps <= deepest && !any; ++steps) {
    std::vector<std::uint16_t> next;
    for (const auto word : level) {
      if (steps > 0) scan(reaching, clauses_.arguments(word), owner, true, depth, found, any);
      for (const auto& argument : clauses_.arguments(word)) {
        const bool phrase =
            argument.slot == Slot::prep || (steps == 0 && argument.slot == Slot::obj);
        if (phrase && !argument.inherited && argument.word > word) next.push_back(argument.word);
      }
    }
    level = std::move(next);
  }
}

/// "The killing of a general by Avaria": the doer, hung on the phrase before, unless that is an act
/// of its own.
void EntryMatcher::scan_doers(const Constraint& constraint, std::size_t owner, int depth,
                              FoundEntry& found, bool& any) {
  Constraint doer = constraint;
  std::erase_if(doer.preps, [&](const std::string& prep) {
    return !dictionary_.grammar().agent.contains(prep);
  });
  if (doer.preps.empty()) return;
  doer.slots = bit(Slot::prep);
  for (const auto& argument : clauses_.arguments(owner)) {
    const bool phrase = argument.slot == Slot::prep && !argument.inherited && argument.word > owner;
    if (!phrase || candidates(argument.word) != nullptr) continue;
    scan(doer, clauses_.arguments(argument.word), owner, true, depth, found, any);
    if (any) return;
  }
}

/// "A visit by Karo to Avaria", "help from Avaria for Belland", "imposed by Avaria on Belland": the
/// phrase hung on the one before.
void EntryMatcher::scan_behind(const Constraint& constraint, std::size_t owner, int depth,
                               FoundEntry& found, bool& any) {
  for (const auto& argument : clauses_.arguments(owner)) {
    const bool agent = argument.slot == Slot::subj && argument.passive;
    const bool phrase =
        argument.slot == Slot::prep && (dictionary_.grammar().agent.contains(argument.prep) ||
                                        dictionary_.grammar().origin.contains(argument.prep));
    const bool doer = (agent || phrase) && !argument.inherited && argument.word > owner;
    if (!doer || candidates(argument.word) != nullptr) continue;
    scan(constraint, clauses_.arguments(argument.word), owner, true, depth, found, any);
    if (any) return;
  }
}

/// "Was banned from meeting at such places by Avaria": the doer of a passive, hung on some phrase
/// further down that is no act itself.
void EntryMatcher::scan_low_agent(const Constraint& constraint, std::size_t owner, int depth,
                                  FoundEntry& found, bool& any) {
  const auto& words = clauses_.sentence().words;
  for (std::size_t word = owner + 1; word < words.size() && !any; ++word) {
    const Rel rel = words[word].rel;
    if ((rel != Rel::nmod && rel != Rel::obl) || !below(word, owner)) continue;
    const auto governor = static_cast<std::size_t>(clauses_.head(word));
    if (governor == owner || clauses_.passive(governor)) continue;
    if (candidates(governor) != nullptr && is_noun(words[governor].upos)) continue;
    const auto children = clauses_.children(word);
    const bool by = std::ranges::any_of(children, [&](std::uint16_t child) {
      return words[child].rel == Rel::case_ &&
             dictionary_.grammar().agent.contains(words[child].lemma);
    });
    if (!by) continue;
    const Argument agent{Slot::subj, {}, static_cast<std::uint16_t>(word), false, true};
    any = accept(constraint, agent, owner, depth, found);
  }
}

bool EntryMatcher::below(std::size_t word, std::size_t ancestor) const {
  for (int steps = 0; steps < deepest_phrase; ++steps) {
    const auto head = clauses_.head(word);
    if (head < 0) return false;
    word = static_cast<std::size_t>(head);
    if (word == ancestor) return true;
  }
  return false;
}

/// "Banned women from universities": the phrase hung on the object.
void EntryMatcher::scan_object(const Constraint& constraint, std::size_t owner, int depth,
                               FoundEntry& found, bool& any) {
  Constraint apart = constraint;
  std::erase_if(apart.preps, [&](const std::string& prep) {
    return dictionary_.grammar().phrase.contains(prep);
  });
  if (apart.preps.empty()) return;
  apart.slots = bit(Slot::prep);
  for (const auto& argument : clauses_.arguments(owner)) {
    if (argument.slot != Slot::obj || argument.inherited || argument.word < owner) continue;
    scan(apart, clauses_.arguments(argument.word), owner, true, depth, found, any);
    if (any) return;
  }
}

/// Looks through the word's own arguments, those lent by a light verb, and, for prepositional
/// phrases, those on the words that the pattern asked for ("imposed sanctions on").
bool EntryMatcher::satisfy(const Constraint& constraint, const Entry& entry, Extra extra, int depth,
                           FoundEntry& found) {
  bool any = false;
  if (constraint.outer != 0) {
    scan_inner(constraint, clauses_.arguments(found.word), found.word, depth, found, any);
    scan_inner(constraint, extra, found.word, depth, found, any);
    return any;
  }
  if ((constraint.slots & bit(Slot::aux)) != 0 && has_auxiliary(constraint, found.word)) any = true;
  scan(constraint, clauses_.arguments(found.word), found.word, false, depth, found, any);
  scan(constraint, extra, found.word, false, depth, found, any);
  // "Remains under its control": whose the word is that was asked for.
  const auto whose = constraint.slots & (bit(Slot::poss) | bit(Slot::mod));
  if (!any && whose != 0 && !constraint.forbidden && constraint.role != Role::none &&
      entry.heads.front().pos == 'v') {
    Constraint owner = constraint;
    owner.slots = static_cast<SlotSet>(whose);
    for (const auto word : std::vector<std::uint16_t>(found.asked)) {
      scan(owner, clauses_.arguments(word), found.word, false, depth, found, any);
    }
  }
  const bool agentless = !any && constraint.role == Role::actor && !constraint.forbidden &&
                         (constraint.slots & bit(Slot::subj)) != 0 && clauses_.passive(found.word);
  if (agentless) scan_low_agent(constraint, found.word, depth, found, any);
  if ((constraint.slots & bit(Slot::prep)) == 0 || constraint.forbidden) return any;
  const std::vector<std::uint16_t> asked = found.asked;
  for (const auto word : asked) {
    scan(constraint, clauses_.arguments(word), found.word, true, depth, found, any);
    if (constraint.role == Role::none) continue;
    // "Lifted the sanctions imposed on Iran."
    for (const auto child : clauses_.children(word)) {
      if (clauses_.sentence().words[child].rel != Rel::acl || child < word) continue;
      scan(constraint, clauses_.arguments(child), found.word, true, depth, found, any);
    }
  }
  if (!any && constraint.role == Role::actor && constraint.any_word() &&
      entry.heads.front().pos == 'n') {
    scan_doers(constraint, found.word, depth, found, any);
  }
  const bool noun = entry.heads.front().pos == 'n';
  if (!any && constraint.role != Role::none && constraint.any_word()) {
    scan_behind(constraint, found.word, depth, found, any);
  }
  if (!any && !noun && constraint.required) scan_object(constraint, found.word, depth, found, any);
  // Only where the pattern is sure of itself: some word was asked for.
  const bool open = constraint.role != Role::none && constraint.any_word() && !asked.empty();
  if (!any && open && entry.heads.front().pos == 'v') {
    scan_deeper(constraint, found.word, depth, found, any);
  }
  return any;
}

bool EntryMatcher::try_entry(const Entry& entry, Extra extra, int depth, FoundEntry& found,
                             MatchFailure* failure) {
  found.entry = &entry;
  int failed = 0;
  for (const auto& constraint : entry.constraints) {
    const bool any = satisfy(constraint, entry, extra, depth, found);
    if (any && !constraint.forbidden && !constraint.implied) ++found.filled;
    const bool wrong = constraint.forbidden ? any : constraint.required && !any;
    if (!wrong) continue;
    if (failure == nullptr) return false;
    failure->count = ++failed;
    failure->why = (constraint.forbidden ? "forbidden " : "no ") + constraint.text;
    if (failed > 1) return false;
  }
  return failed == 0;
}

}  // namespace entente
