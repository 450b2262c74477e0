// Finds the winning entry of each act word.
#include "coding/matcher.h"

#include <algorithm>
#include <array>

#include "base/arena.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr int deepest_light = 3;  ///< light verbs over transparent nouns over acts
enum Kind : std::uint8_t { event_kind, relation_kind, kinds };

bool nominal(Upos upos) { return upos == Upos::noun || upos == Upos::propn; }

bool complement(Rel rel) {
  return rel == Rel::ccomp || rel == Rel::xcomp || rel == Rel::advcl || rel == Rel::acl ||
         rel == Rel::csubj;
}

/// One entry found at one word.
struct Found {
  const Entry* entry = nullptr;
  std::uint16_t word = 0;
  Kind kind = event_kind;  ///< as what it competes
  int weight = 0;
  int filled = 0;               ///< constraints written in the entry that were met
  std::vector<Filler> fillers;  ///< the act in slot E among them
  std::vector<std::uint16_t> trigger;
  std::vector<std::uint16_t> consumed;  ///< words that yield no item of their own
};

/// Why an entry failed, for explain.
struct Failure {
  int count = 0;
  std::string why;
};

class Matcher {
 public:
  Matcher(const Dictionary& dictionary, const Clauses& clauses, std::vector<NearMiss>* misses);
  std::vector<Match> run();

 private:
  using Extra = std::span<const Argument>;
  [[nodiscard]] std::string_view reduced(const Word& word, std::string_view lemma);
  [[nodiscard]] bool fits_class(std::size_t word, char pos) const;
  [[nodiscard]] bool fits_head(std::size_t word, const Head& head, Found& found) const;
  [[nodiscard]] bool words_before(std::size_t word, const Head& head, Found& found) const;
  [[nodiscard]] bool has_particle(std::size_t word, const Head& head, Found& found) const;
  bool try_entry(const Entry& entry, Extra extra, int depth, Found& found, Failure* failure);
  bool is_act(std::size_t word, int depth, const Found& governor);
  [[nodiscard]] std::vector<Argument> lent(std::size_t verb, std::size_t act) const;
  bool satisfy(const Constraint& constraint, const Entry& entry, Extra extra, int depth,
               Found& found);
  bool accept(const Constraint& constraint, const Argument& argument, int depth, Found& found);
  void take(const Constraint& constraint, const Argument& argument, std::uint16_t asked,
            Found& found);
  [[nodiscard]] bool in_slot(const Constraint& constraint, const Argument& argument,
                             std::size_t word) const;
  [[nodiscard]] bool in_name(std::size_t word) const;
  [[nodiscard]] std::optional<std::uint16_t> asked_word(const Constraint& constraint,
                                                        std::size_t word) const;
  [[nodiscard]] bool has_lemma(const Constraint& constraint, std::size_t word) const;
  [[nodiscard]] bool is_special(std::string_view special, std::size_t word) const;

  std::optional<Found> best(std::size_t word, Kind kind, Extra extra, int depth, bool note);
  void resolve(const Found& found, int depth, std::vector<Match>& out, std::vector<Found>& sources);
  void resolve_light(const Found& light, std::uint16_t act, int depth, std::vector<Match>& out,
                     std::vector<Found>& sources);
  [[nodiscard]] std::vector<Match> unclaimed(std::vector<Match> matches,
                                             const std::vector<Found>& sources) const;

  const Dictionary& dictionary_;
  const Clauses& clauses_;
  std::vector<NearMiss>* misses_;
  StringArena strings_;
  std::vector<std::string_view> lemmas_;  ///< in lower case
};

void join_fillers(const Found& light, std::vector<Filler>& fillers);

Kind kind_of_entry(const Entry& entry) {
  return kind_of(entry.coding.type) == ItemKind::relation ? relation_kind : event_kind;
}

bool competes(const Entry& entry, Kind kind) {
  if (entry.coding.effect != Coding::Effect::code) return true;
  return kind_of_entry(entry) == kind;
}

Matcher::Matcher(const Dictionary& dictionary, const Clauses& clauses,
                 std::vector<NearMiss>* misses)
    : dictionary_(dictionary), clauses_(clauses), misses_(misses) {
  for (const auto& word : clauses.sentence().words) {
    const bool plain = std::ranges::none_of(
        word.lemma, [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
    const auto lemma = plain ? word.lemma : strings_.keep(lower(word.lemma));
    lemmas_.push_back(reduced(word, lemma));
  }
}

/// What no dictionary knows may be a form that the lemmatizer could not reduce: "vetoed".
std::string_view Matcher::reduced(const Word& word, std::string_view lemma) {
  const bool unreduced =
      word.upos == Upos::verb || (nominal(word.upos) && lower(word.form) == lemma);
  if (!unreduced || dictionary_.knows(lemma)) return lemma;
  const std::string form = lower(word.form);
  for (const auto& [ending, instead] : dictionary_.grammar().endings) {
    const bool doubled = ending.front() == '=';
    const std::string_view tail = std::string_view(ending).substr(doubled ? 1 : 0);
    if (form.size() < tail.size() + 3 || !form.ends_with(tail)) continue;
    std::string stem = form.substr(0, form.size() - tail.size());
    if (doubled) {
      if (stem.back() != stem[stem.size() - 2]) continue;
      stem.pop_back();
    }
    stem += instead;
    if (dictionary_.knows(stem)) return strings_.keep(stem);
  }
  return lemma;
}

/// Lenient where the tree speaks against the tag: a "noun" with a subject and no article is a verb
/// of a headline, a "verb" with an article a noun.
bool Matcher::fits_class(std::size_t word, char pos) const {
  const Word& w = clauses_.sentence().words[word];
  if (w.rel == Rel::aux || w.rel == Rel::cop) return false;
  const auto has = [&](auto... rels) {
    return std::ranges::any_of(clauses_.children(word), [&](std::uint16_t child) {
      const Rel rel = clauses_.sentence().words[child].rel;
      return ((rel == rels) || ...);
    });
  };
  const bool verb = w.upos == Upos::verb || w.upos == Upos::aux;
  if (pos == 'v') {
    if (verb) return true;
    if (!nominal(w.upos) && w.upos != Upos::adj) return false;
    return has(Rel::nsubj, Rel::obj, Rel::aux) && !has(Rel::cop, Rel::det, Rel::case_);
  }
  if (pos == 'n') {
    if (nominal(w.upos)) return true;
    if (!verb && w.upos != Upos::adj && w.upos != Upos::x) return false;
    if (has(Rel::nsubj, Rel::aux, Rel::obj)) return false;
    if (has(Rel::det, Rel::nummod)) return true;
    const bool argument = w.rel == Rel::obj || w.rel == Rel::nsubj || w.rel == Rel::obl ||
                          w.rel == Rel::nmod || w.rel == Rel::compound;
    return argument && w.upos != Upos::adj;
  }
  return w.upos == Upos::adj || w.upos == Upos::adv || w.upos == Upos::det ||
         (verb && (w.rel == Rel::amod || has(Rel::cop)));
}

bool Matcher::words_before(std::size_t word, const Head& head, Found& found) const {
  const auto& words = clauses_.sentence().words;
  std::vector<std::uint16_t> seen;
  std::size_t at = word;
  for (auto wanted = head.before.rbegin(); wanted != head.before.rend(); ++wanted) {
    std::size_t next = at;
    while (next > 0 && words[next - 1].upos == Upos::punct && words[next - 1].form == "-") --next;
    if (next == 0 || lemmas_[next - 1] != *wanted) break;
    at = next - 1;
    seen.push_back(static_cast<std::uint16_t>(at));
  }
  if (seen.size() < head.before.size()) {
    // "air and drone strikes": not right before it, but its modifier all the same.
    if (head.before.size() > 1) return false;
    seen.clear();
    for (const auto& argument : clauses_.arguments(word)) {
      if (argument.slot != Slot::mod || lemmas_[argument.word] != head.before[0]) continue;
      seen.push_back(argument.word);
    }
    if (seen.empty()) return false;
  }
  found.trigger.insert(found.trigger.end(), seen.begin(), seen.end());
  found.consumed.insert(found.consumed.end(), seen.begin(), seen.end());
  return true;
}

/// A particle may have been taken for an adverb or for a preposition ("pulled out of Avaria").
bool Matcher::has_particle(std::size_t word, const Head& head, Found& found) const {
  const auto& words = clauses_.sentence().words;
  for (const auto child : clauses_.children(word)) {
    const Rel rel = words[child].rel;
    const bool may = (rel == Rel::compound && words[child].subrel == SubRel::prt) ||
                     rel == Rel::advmod || words[child].upos == Upos::adp;
    if (!may || lemmas_[child] != head.particle) continue;
    found.trigger.push_back(child);
    found.consumed.push_back(child);
    return true;
  }
  const std::size_t next = word + 1;
  return next < words.size() && words[next].upos == Upos::adp && lemmas_[next] == head.particle;
}

/// A capitalised word before the head of a name belongs to it: "the United States".
bool Matcher::in_name(std::size_t word) const {
  const Sentence& sentence = clauses_.sentence();
  const Word& w = sentence.words[word];
  if (w.rel != Rel::amod && w.rel != Rel::compound && w.rel != Rel::flat) return false;
  const auto head = clauses_.head(word);
  if (head < 0 || sentence.heading || word == 0 || w.form.empty()) return false;
  const Word& h = sentence.words[static_cast<std::size_t>(head)];
  return h.upos == Upos::propn && is_upper(decode(w.form, 0).code);
}

bool Matcher::fits_head(std::size_t word, const Head& head, Found& found) const {
  if (!fits_class(word, head.pos) || in_name(word)) return false;
  if (!head.particle.empty() && !has_particle(word, head, found)) return false;
  return head.before.empty() || words_before(word, head, found);
}

bool Matcher::in_slot(const Constraint& constraint, const Argument& argument,
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
bool Matcher::is_special(std::string_view special, std::size_t word) const {
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

bool Matcher::has_lemma(const Constraint& constraint, std::size_t word) const {
  const auto& all = constraint.lemmas;
  const auto found =
      std::lower_bound(all.begin(), all.end(), lemmas_[word],
                       [](const std::string& a, std::string_view b) { return a < b; });
  if (found != all.end() && *found == lemmas_[word]) return true;
  // Pronouns may be asked for by form: "them" beside "they".
  const Word& w = clauses_.sentence().words[word];
  if (w.upos == Upos::pron && std::ranges::binary_search(all, lower(w.form))) return true;
  return std::ranges::any_of(constraint.special,
                             [&](const std::string& special) { return is_special(special, word); });
}

/// The word of a phrase that is one of the words asked for: its head, what a transparent head
/// stands for, or a conjunct.
std::optional<std::uint16_t> Matcher::asked_word(const Constraint& constraint,
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
bool Matcher::is_act(std::size_t word, int depth, const Found& governor) {
  if (dictionary_.candidates(lemmas_[word]) == nullptr) return false;
  const auto extra = lent(governor.word, word);
  if (best(word, governor.kind, extra, depth - 1, false)) return true;
  if (governor.entry->coding.effect == Coding::Effect::event) return false;
  const Kind other = governor.kind == event_kind ? relation_kind : event_kind;
  return best(word, other, extra, depth - 1, false).has_value();
}

/// True when the argument is one for the constraint; it is then taken.
bool Matcher::accept(const Constraint& constraint, const Argument& argument, int depth,
                     Found& found) {
  if (!in_slot(constraint, argument, found.word) || argument.word == found.word) return false;
  const auto asked = asked_word(constraint, argument.word);
  if (!asked) return false;
  if (constraint.forbidden) return true;
  const Word& word = clauses_.sentence().words[argument.word];
  if (constraint.role == Role::event) {
    if (depth <= 0) return false;
    if (!is_act(clauses_.core(*asked), depth, found)) return false;
  } else if (constraint.role != Role::none) {
    const bool clause = complement(word.rel) && !nominal(word.upos) && word.upos != Upos::pron;
    if (clause) return false;
    if (std::ranges::find(found.consumed, argument.word) != found.consumed.end()) return false;
  }
  take(constraint, argument, *asked, found);
  return true;
}

void Matcher::take(const Constraint& constraint, const Argument& argument, std::uint16_t asked,
                   Found& found) {
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

/// Looks through the word's own arguments, those lent by a light verb, and, for prepositional
/// phrases, those on the words that the pattern asked for ("imposed sanctions on").
bool Matcher::satisfy(const Constraint& constraint, const Entry& entry, Extra extra, int depth,
                      Found& found) {
  const bool once = constraint.lexical();
  bool any = false;
  const auto scan = [&](std::span<const Argument> arguments, bool phrases_only) {
    for (const auto& argument : arguments) {
      if (phrases_only && argument.slot != Slot::prep) continue;
      if (once && any) return;
      any = accept(constraint, argument, depth, found) || any;
    }
  };
  scan(clauses_.arguments(found.word), false);
  scan(extra, false);
  if ((constraint.slots & bit(Slot::prep)) != 0 && entry.heads.front().pos == 'v') {
    const std::vector<std::uint16_t> asked = found.consumed;
    for (const auto word : asked) scan(clauses_.arguments(word), true);
  }
  return any;
}

bool Matcher::try_entry(const Entry& entry, Extra extra, int depth, Found& found,
                        Failure* failure) {
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

std::optional<Found> Matcher::best(std::size_t word, Kind kind, Extra extra, int depth, bool note) {
  const auto* candidates = dictionary_.candidates(lemmas_[word]);
  if (candidates == nullptr) return std::nullopt;
  std::optional<Found> winner;
  for (const auto [entry_index, head_index] : *candidates) {
    const Entry& entry = dictionary_.entries()[entry_index];
    if (!competes(entry, kind)) continue;
    const Head& head = entry.heads[head_index];
    // Candidates come by specificity, then the last read first.
    if (winner && !note && specificity(entry, head) < winner->weight) break;
    Found found;
    found.word = static_cast<std::uint16_t>(word);
    found.kind = kind;
    found.weight = specificity(entry, head);
    if (!fits_head(word, head, found)) continue;
    Failure failure;
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
std::vector<Argument> Matcher::lent(std::size_t verb, std::size_t act) const {
  std::vector<Argument> arguments;
  if (complement(clauses_.sentence().words[act].rel)) return arguments;
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
void Matcher::resolve(const Found& found, int depth, std::vector<Match>& out,
                      std::vector<Found>& sources) {
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

void Matcher::resolve_light(const Found& light, std::uint16_t act, int depth,
                            std::vector<Match>& out, std::vector<Found>& sources) {
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

/// The fillers of a light verb come before those that stand on its noun: "Russia resumed its
/// strikes" is Russia's doing. On a noun ("a new wave of Russian strikes") they only join them.
void join_fillers(const Found& light, std::vector<Filler>& fillers) {
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

/// One item for one act: drops matches at words that a stronger match has claimed, and all but the
/// strongest at one word.
std::vector<Match> Matcher::unclaimed(std::vector<Match> matches,
                                      const std::vector<Found>& sources) const {
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
    const Kind kind = kind_of_entry(*match.entry);
    if (claimed[kind][match.head] || taken[kind][match.head]) continue;
    for (const Kind each : {event_kind, relation_kind}) {
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

std::vector<Match> Matcher::run() {
  std::vector<Match> matches;
  std::vector<Found> sources;
  const std::size_t size = std::min<std::size_t>(lemmas_.size(), 65535);
  for (std::size_t word = 0; word < size; ++word) {
    if (dictionary_.candidates(lemmas_[word]) == nullptr) continue;
    for (const Kind kind : {event_kind, relation_kind}) {
      const auto found = best(word, kind, {}, deepest_light, misses_ != nullptr);
      if (found) resolve(*found, deepest_light, matches, sources);
    }
  }
  return unclaimed(std::move(matches), sources);
}

}  // namespace

std::vector<Match> match(const Dictionary& dictionary, const Clauses& clauses,
                         std::vector<NearMiss>* misses) {
  return Matcher(dictionary, clauses, misses).run();
}

}  // namespace entente
