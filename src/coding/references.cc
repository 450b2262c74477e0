// Parties by reference: pronouns, relative pronouns, counterparts, definite and counted phrases.
#include <algorithm>

#include "base/utf8.h"
#include "coding/parties.h"

namespace entente {

bool Parties::definite(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    if (word.rel != Rel::det) continue;
    if (has_feature(word, "Definite=Def") || has_feature(word, "PronType=Dem")) return true;
  }
  return false;
}

bool Parties::counted_two(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  if (sentence.is(w, WordClass::two)) return true;
  const auto children = sentence.clauses.children(w);
  return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
    return child < w && sentence.is(child, WordClass::two);
  });
}

Reference Parties::reference(std::size_t s, std::size_t w) const {
  const auto& word = reading_->sentences[s].word(w);
  Reference out{static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(w), -1, {}};
  if (word.subrel != SubRel::poss) out.governor = word.head;
  return out;
}

void Parties::copy(const Entity* from, How how, Party& to) const {
  if (from == nullptr) return;
  to.codes = from->codes;
  to.name = from->name;
  to.kind = from->kind;
  to.plural = from->plural;
  to.how = how;
  to.referent = {from->sentence, static_cast<std::int32_t>(from->word)};
}

Party Parties::of_pronoun(std::size_t s, std::size_t w) {
  const auto& word = reading_->sentences[s].word(w);
  if (has_feature(word, "PronType=Rel") || has_feature(word, "PronType=Int"))
    return of_relative(s, w);
  Party party;
  party.first_person = has_feature(word, "Person=1");
  if (!has_feature(word, "Person=3") || has_feature(word, "Reflex=Yes")) {
    if (counted_two(s, w)) party.codes = discourse_.several(reference(s, w), 2, true);
    if (!party.codes.empty()) party.how = How::definite;
    if (!party.codes.empty()) party.rule = Rule::two;
    return party;
  }
  const bool plural = has_feature(word, "Number=Plur");
  const bool person =
      !plural && (has_feature(word, "Gender=Masc") || has_feature(word, "Gender=Fem"));
  auto at = reference(s, w);
  if (at.governor >= 0 && word.rel != Rel::nsubj) at.not_these = subject_codes(s, at.governor);
  copy(discourse_.pronoun(at, plural, person), How::pronoun, party);
  party.rule = Rule::pronoun;
  return party;
}

/// Whoever acts upon a pronoun is not whom it means, also where the subject comes by control.
std::vector<std::string> Parties::subject_codes(std::size_t s, std::int32_t verb) {
  for (const auto& argument :
       reading_->sentences[s].clauses.arguments(static_cast<std::size_t>(verb))) {
    if (argument.slot == Slot::subj) return resolve(s, argument.word).codes;
  }
  return {};
}

Party Parties::of_relative(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  for (auto at = sentence.word(w).head; at >= 0;
       at = sentence.word(static_cast<std::size_t>(at)).head) {
    const auto& word = sentence.word(static_cast<std::size_t>(at));
    if (word.subrel != SubRel::relcl || word.head < 0) continue;
    auto party = resolve(s, static_cast<std::size_t>(word.head));
    party.rule = Rule::relative;
    party.referent = {static_cast<std::uint32_t>(s), word.head};
    return party;
  }
  return {};
}

Party Parties::of_counterpart(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  Party party;
  std::string sector_of_other;
  std::vector<std::string> states;
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    if (word.subrel == SubRel::poss) {
      const auto& other = resolve(s, child);
      if (!other.codes.empty()) sector_of_other = sector(other.codes.front());
    } else if (const auto* mention = sentence.actor(child);
               mention != nullptr && !mention->codes.empty()) {
      if (mention->kind == ActorKind::state) states.push_back(mention->codes.front());
    } else if (word.rel == Rel::appos && party.codes.empty()) {
      party = resolve(s, child);
    }
  }
  if (sector_of_other.empty()) sector_of_other = "GOV";
  if (!states.empty()) {
    for (const auto& state : states) add_code(party.codes, with_sector(state, sector_of_other));
    party.how = How::described;
    party.rule = Rule::counterpart;
  }
  party.kind = EntityKind::person;
  return party;
}

/// "The two leaders", "both sides", not "two soldiers" or "the two leaders of Arland".
bool Parties::means_those_before(std::size_t s, std::size_t w, const Agent& agent) const {
  const auto& sentence = reading_->sentences[s];
  if (agent.sector == "CVL" && !sentence.is(w, WordClass::state_noun)) return false;
  bool known = definite(s, w);
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    if (word.rel == Rel::nmod && child > w) return false;
    const bool both = word.rel == Rel::det && sentence.is(child, WordClass::two);
    known = known || both || word.subrel == SubRel::poss || word.subrel == SubRel::predet;
  }
  return known;
}

bool Parties::refer(std::size_t s, std::size_t w, const Agent& agent, Party& party) const {
  const auto& sentence = reading_->sentences[s];
  auto at = reference(s, w);
  // "Arland fears that Bergia will dominate the country": not the one that does it.
  if (at.governor >= 0 && sentence.word(w).rel != Rel::nsubj) {
    for (const auto& argument : sentence.clauses.arguments(static_cast<std::size_t>(at.governor))) {
      if (argument.slot == Slot::subj && argument.word != w)
        at.not_these = parties_[s][argument.word].codes;
    }
  }
  const auto lemma = lower(sentence.word(w).lemma);
  const bool plural = has_feature(sentence.word(w), "Number=Plur");
  if (counted_two(s, w) && means_those_before(s, w, agent)) {
    // "The two leaders", "the pair"
    const bool persons =
        agent.person || sentence.is(w, WordClass::transparent) || sentence.is(w, WordClass::two);
    party.codes = discourse_.several(at, 2, !persons);
    if (!persons && agent.sector != "GOV") {  // "the two armies"
      for (auto& code : party.codes) code = with_sector(code, agent.sector);
    }
    if (!party.codes.empty()) party.how = How::definite;
    party.rule = Rule::two;
    party.plural = true;
    return !party.codes.empty();
  }
  // Armed groups are met again without an article ("rebels said"), officials are not.
  // A name written large is its own: "the New Party" is not the party named before.
  if (sentence.word(w).upos == Upos::propn && lower(sentence.word(w).form) != sentence.word(w).form)
    return false;
  const bool may_return = definite(s, w) || sentence.sentence->heading || agent.sector == "REB";
  if (!may_return) return false;
  const auto take = [&](const Entity* from, Rule rule) {
    copy(from, How::definite, party);
    if (from != nullptr) party.rule = rule;
  };
  if (agent.person && !plural) take(discourse_.holder(at, lemma), Rule::holder);
  if (party.codes.empty()) take(discourse_.same_noun(at, lemma, plural), Rule::same_noun);
  if (party.codes.empty() && sentence.is(w, WordClass::state_noun) && !plural) {
    take(discourse_.last(at, EntityKind::state), Rule::last_of_kind);
  }
  if (party.codes.empty() && sentence.is(w, WordClass::group_noun) && !plural && definite(s, w)) {
    const bool armed = agent.sector == "REB";  // "the militia" is no league of states
    take(armed ? discourse_.armed_group(at) : discourse_.group(at), Rule::last_of_kind);
  }
  // "The militants" are those of the armed group named last.
  if (party.codes.empty() && plural && agent.sector == "REB" && definite(s, w) &&
      sentence.is(w, WordClass::group_noun)) {
    take(discourse_.armed_group(at), Rule::last_of_kind);
  }
  return !party.codes.empty();
}

/// States whose names begin with a part that alone can mean them, and how often each is named.
void Parties::note_short_names() {
  const auto names_part = [&](const Word& word) {
    return has(lexicon_->classes(lower(word.form)), WordClass::place_part);
  };
  std::map<std::string, int> counts;
  for (const auto& sentence : reading_->sentences) {
    for (const auto& state : sentence.states) ++counts[state];
    for (const auto& mention : sentence.actors) {
      if (mention.kind != ActorKind::state || mention.codes.empty()) continue;
      if (mention.last - mention.first < 2 || !names_part(sentence.word(mention.first))) continue;
      short_names_.emplace(lower(sentence.word(mention.first).form), mention.codes.front());
    }
  }
  for (const auto& [state, count] : counts) states_.push_back(state);
  std::stable_sort(states_.begin(), states_.end(),
                   [&](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
}

/// "The South" where the text names South Arland; "North and South Arland". Without a capital it
/// must be one of two such states, or it is a part of some country.
Party Parties::of_short_state(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  const auto& word = sentence.word(w);
  Party party;
  if (!has(lexicon_->classes(lower(word.form)), WordClass::place_part)) return party;
  const auto of_name = [&](std::string code) {
    party.codes = {std::move(code)};
    party.kind = EntityKind::state;
    party.how = How::name;
    party.rule = Rule::short_name;
    return party;
  };
  for (const auto other : sentence.clauses.conjuncts(w)) {
    const auto* mention = sentence.actor(other);
    if (mention == nullptr || mention->kind != ActorKind::state) continue;
    std::string name(word.form);
    for (auto at = mention->first + 1; at < mention->last; ++at) {
      name += " " + std::string(sentence.word(at).form);
    }
    if (auto code = world_->state(name)) return of_name(*code);
  }
  const auto known = short_names_.find(lower(word.form));
  if (known == short_names_.end() || !definite(s, w)) return party;
  if (lower(word.form) == word.form && short_names_.size() < 2) return party;
  for (const auto child : sentence.clauses.children(w)) {
    if (sentence.word(child).rel == Rel::nmod) return party;
  }
  return of_name(known->second);
}

/// "The Council of Northern Towns (CNT)": the letters stand for the council from here on.
void Parties::note_abbreviation(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  const auto& party = parties_[s][w];
  if (party.kind == EntityKind::person || party.kind == EntityKind::state) return;
  if (sentence.word(w).upos != Upos::propn && sentence.word(w).upos != Upos::noun) return;
  const auto& words = sentence.words();
  for (std::size_t open = w + 1; open + 2 < words.size() && open < w + 12; ++open) {
    if (words[open].form != "(") continue;
    const auto letters = words[open + 1].form;
    const bool capitals = letters.size() > 1 &&
                          std::all_of(letters.begin(), letters.end(),
                                      [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    const bool behind = open == w + 1 || sentence.under(open - 1, w);
    if (words[open + 2].form != ")" || !capitals || !behind) return;
    if (sentence.actor(open + 1) != nullptr) return;
    Party known = party;
    known.span = {};
    known.how = How::definite;
    known.rule = Rule::abbreviation;
    known.referent = {static_cast<std::uint32_t>(s), static_cast<std::int32_t>(w)};
    abbreviations_.try_emplace(std::string(letters), std::move(known));
    return;
  }
}

/// The state that a text about two sides means by the enemy of one of them.
std::string Parties::rival_of(std::string_view state) const {
  constexpr std::size_t sides = 2;
  for (std::size_t at = 0; at < states_.size() && at < sides; ++at) {
    if (states_[at] != state) return states_[at];
  }
  return {};
}

}  // namespace entente
