// Parties by description: generic nouns with the state they belong to, names that only their title
// explains, other nouns that belong to somebody.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "coding/parties.h"

namespace entente {

namespace {

bool is_modifier(const Word& word) {
  return word.rel == Rel::amod || word.rel == Rel::compound || word.rel == Rel::flat ||
         word.deprel == "nmod:desc" || word.deprel == "nmod:unmarked";
}

/// "iran-backed-militias" from the words of "Iran-backed militias".
std::string slug_of(const SentenceReading& sentence, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t w = first; w <= last; ++w) {
    const auto& word = sentence.word(w);
    if (word.upos == Upos::punct || word.upos == Upos::part) continue;
    if (!out.empty()) out += '-';
    for (const char c : lower(word.form)) {
      if (c != '.') out += c == ' ' ? '-' : c;
    }
  }
  return out;
}

/// Institutions act for the state that the text is about. A company or a newspaper need not, nor
/// does one person in private life.
bool takes_state_of_context(const Agent& agent, bool plural) {
  static constexpr std::array<std::string_view, 8> of_the_state = {"GOV", "MIL", "REB", "COP",
                                                                   "SPY", "JUD", "LEG", "OPP"};
  if (agent.sector == "CVL") return plural;
  return std::find(of_the_state.begin(), of_the_state.end(), agent.sector) != of_the_state.end();
}

}  // namespace

std::string Parties::title(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  std::string out;
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    if (child >= w || sentence.actor(child) != nullptr) continue;
    if (word.rel != Rel::amod && word.rel != Rel::compound) continue;
    for (const auto part : sentence.clauses.children(child)) {
      const auto& inner = sentence.word(part);
      if (part < child && (inner.rel == Rel::compound || inner.rel == Rel::amod) &&
          sentence.actor(part) == nullptr) {
        out += lower(inner.form) + " ";
      }
    }
    out += lower(word.form) + " ";
  }
  return out + lower(sentence.word(w).lemma);
}

std::optional<Agent> Parties::agent_of(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  auto phrase = title(s, w);
  // "The ministry of national defence": what stands behind is the field, as in "defence ministry".
  const auto plain = world_->agent(lower(sentence.word(w).lemma));
  for (const auto child : sentence.clauses.children(w)) {
    if (!plain || (!plain->person && plain->sector != "GOV")) break;
    if (child < w) continue;
    if (sentence.word(child).rel != Rel::nmod || sentence.actor(child) != nullptr) continue;
    if (!has(sentence.link_classes(child, *lexicon_), WordClass::holder_link)) continue;
    const auto field = title(s, child) + " " + lower(sentence.word(w).lemma);
    if (auto found = world_->agent(field); found && found->person == plain->person) {
      return found;
    }
  }
  for (std::string_view rest = phrase;;) {
    if (auto office = world_->office(rest)) return office;
    const auto space = rest.find(' ');
    auto found = world_->agent(rest);
    // "Forces" are soldiers where a "force" is anything.
    if (space == std::string_view::npos && (!found || found->sector.empty())) {
      if (const auto plural = world_->agent(lower(sentence.word(w).form))) found = plural;
    }
    if (found) {
      if (space != std::string_view::npos || !(found->person || found->sector.empty()))
        return found;
      // "Opposition leader", "army spokesman": the modifier says whose.
      for (const auto child : sentence.clauses.children(w)) {
        if (!is_modifier(sentence.word(child)) || child > w) continue;
        const auto of_modifier = world_->agent(lower(sentence.word(child).lemma));
        if (!of_modifier || of_modifier->sector.empty()) continue;
        // "A major ally" is no officer.
        if (of_modifier->person && sentence.word(child).upos == Upos::adj) continue;
        found->sector = of_modifier->sector;
      }
      return found;
    }
    if (space == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(space + 1);
  }
}

bool Parties::office_word(std::size_t s, std::size_t w) const {
  const auto& word = reading_->sentences[s].word(w);
  if (word.upos != Upos::noun && word.upos != Upos::propn && word.upos != Upos::adj) return false;
  if (reading_->sentences[s].actor(w) != nullptr) return false;
  const auto agent = agent_of(s, w);
  return agent && agent->person;
}

Parties::Owner Parties::of_dependent(std::size_t s, std::size_t child) {
  Owner out;
  const auto& sentence = reading_->sentences[s];
  for (const auto w : sentence.clauses.conjuncts(child)) {
    const auto& party = resolve(s, w);
    for (const auto& code : party.codes) add_code(out.codes, code);
    out.kind = party.kind;
    out.how = party.how;
    out.at = {static_cast<std::uint32_t>(s), static_cast<std::int32_t>(child)};
    const auto* place = sentence.place(w);
    if (party.codes.empty() && place != nullptr && !place->country.empty()) {
      add_code(out.codes, place->country);
      out.kind = EntityKind::state;
      out.how = How::place;
    }
  }
  return out;
}

Parties::Owner Parties::of_modifiers(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  Owner best;
  for (const auto child : sentence.clauses.children(w)) {
    if (child > w || !is_modifier(sentence.word(child))) continue;
    if (sentence.turned(child)) continue;
    // "Arlandic-owned shops", "a Bergian-flagged ship".
    if (sentence.is(child, WordClass::owned)) {
      const auto first = sentence.extent(child).first;
      if (auto found = of_dependent(s, first); first < child && found.known()) return found;
    }
    const auto found = of_dependent(s, child);
    if (!found.known() || (found.how != How::name && found.how != How::described &&
                           found.how != How::place && found.how != How::definite)) {
      continue;
    }
    // "Lebanese Hezbollah fighters": the organisation says more than its state.
    const bool says_more = !is_state(found.codes.front()) || !sector(found.codes.front()).empty();
    if (!best.known() || says_more) best = found;
  }
  return best;
}

Parties::Owner Parties::owner(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  for (const auto child : sentence.clauses.children(w)) {
    if (sentence.word(child).subrel != SubRel::poss) continue;
    if (auto found = of_dependent(s, child); found.known()) return found;
    if (at(s, child).first_person) return {};
  }
  if (auto found = of_modifiers(s, w); found.known()) return found;
  if (auto found = of_possessor(s, w); found.known()) return found;
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    if (word.rel != Rel::nmod && word.rel != Rel::obl) continue;
    const auto link = sentence.link_classes(child, *lexicon_);
    if (!has(link, WordClass::holder_link) && !has(link, WordClass::inside_link)) continue;
    auto found = of_dependent(s, child);
    // "The specifics of their role" are theirs; a base for their planes is not.
    if (found.how == How::owner && has(link, WordClass::means_link)) continue;
    if (found.how == How::context) continue;
    const bool only_where = !has(link, WordClass::holder_link);
    if (only_where && found.kind != EntityKind::state) continue;
    found.word = child;
    if (found.known()) return found;
  }
  return of_neighbour(s, w);
}

/// "They maintain a policy": whose it is says the subject.
Parties::Owner Parties::of_possessor(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  const auto& word = sentence.word(w);
  if (word.rel != Rel::obj || word.head < 0) return {};
  const auto verb = static_cast<std::size_t>(word.head);
  if (!sentence.is(verb, WordClass::possess)) return {};
  for (const auto& argument : sentence.clauses.arguments(verb)) {
    if (argument.slot == Slot::subj && !argument.passive && argument.word < w)
      return of_dependent(s, argument.word);
  }
  return {};
}

Parties::Owner Parties::of_neighbour(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  const auto first = sentence.extent(w).first;
  if (first == 0) return {};
  const auto* mention = sentence.actor(first - 1);
  const bool adjective = mention != nullptr && mention->kind == ActorKind::state &&
                         mention->role == NameRole::adjective && mention->last == first;
  return adjective ? of_dependent(s, first - 1) : Owner{};
}

/// "The opposition to Hald's rule", "the uprising against the king": they are of the state of whom
/// they rise against.
Parties::Owner Parties::opposed(std::size_t s, std::size_t w, const Agent& agent) {
  if (agent.sector != "REB" && agent.sector != "OPP") return {};
  const auto& sentence = reading_->sentences[s];
  for (const auto child : sentence.clauses.children(w)) {
    if (child < w || sentence.word(child).rel != Rel::nmod) continue;
    if (!has(sentence.link_classes(child, *lexicon_), WordClass::opposing_link)) continue;
    auto found = of_dependent(s, child);
    if (found.known() && is_state(found.codes.front())) return found;
  }
  return {};
}

std::string Parties::proxy_slug(std::size_t s, std::size_t w, const Agent& agent) {
  const bool armed = agent.sector == "MIL" || agent.sector == "REB" || agent.sector == "UAF";
  const auto& sentence = reading_->sentences[s];
  for (const auto child : sentence.clauses.children(w)) {
    if (child > w || !is_modifier(sentence.word(child))) continue;
    // "Pro-Arlandic forces"; a camp of people ("pro-Beijing lawmakers") belongs to its state.
    if (sentence.prefixed(child, WordClass::partisan) && armed) {
      return slug_of(sentence, child, child) + "-" + slug_of(sentence, w, w);
    }
    if (sentence.word(child).rel != Rel::amod) continue;
    if (sentence.is(child, WordClass::faction)) return slug_of(sentence, child, w);
    if (!sentence.is(child, WordClass::sponsor)) continue;
    const auto [first, last] = sentence.extent(child);
    if (last != child || first == child || sentence.actor(first) == nullptr) continue;
    return slug_of(sentence, first, child) + "-" + slug_of(sentence, w, w);
  }
  return {};
}

Party Parties::of_noun(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  if (sentence.is(w, WordClass::counterpart)) return of_counterpart(s, w);
  if (sentence.is(w, WordClass::transparent)) {
    for (const auto child : sentence.clauses.children(w)) {
      if (sentence.word(child).rel != Rel::nmod || child < w) continue;
      Party party = resolve(s, child);
      if (party.codes.empty()) continue;
      party.plural = true;
      party.rule = Rule::part_of;
      party.referent = {static_cast<std::uint32_t>(s), static_cast<std::int32_t>(child)};
      if (party.kind == EntityKind::state) party.kind = EntityKind::agents;
      return party;
    }
  }
  if (const auto agent = agent_of(s, w)) return of_agent(s, w, *agent);
  if (sentence.word(w).upos == Upos::propn) return of_unknown_name(s, w);
  Party party;
  const auto whose = owner(s, w);
  party.codes = whose.codes;
  if (whose.known()) {
    party.how = How::owner;
    party.rule = Rule::belongs;
    party.referent = whose.at;
  }
  if (whose.word > w) party.span = reading_->sentences[s].clauses.phrase(whose.word);
  return party;
}

Party Parties::of_agent(std::size_t s, std::size_t w, const Agent& agent) {
  const auto& sentence = reading_->sentences[s];
  Party party;
  party.source = agent.entry;
  party.plural = has_feature(sentence.word(w), "Number=Plur");
  party.kind = !agent.person ? (party.plural ? EntityKind::agents : EntityKind::group)
                             : (party.plural ? EntityKind::agents : EntityKind::person);
  for (const auto child : sentence.clauses.children(w)) {
    // "The prime minister, Najib Razak": the name decides when it is known.
    if (sentence.word(child).rel != Rel::appos && sentence.word(child).rel != Rel::flat) continue;
    const auto* mention = sentence.actor(child);
    if (mention == nullptr || mention->kind != ActorKind::person || mention->codes.empty())
      continue;
    party.codes = {mention->codes.front()};
    party.name = mention->name;
    party.how = How::name;
    party.rule = Rule::name_beside;
    party.referent = {static_cast<std::uint32_t>(s), static_cast<std::int32_t>(child)};
    return party;
  }
  // "Prime Minister Najib Razak", where the title hangs on the name.
  const auto& word = sentence.word(w);
  const bool beside = word.rel == Rel::compound || word.rel == Rel::flat ||
                      word.deprel == "nmod:desc" || word.deprel == "nmod:unmarked";
  if (agent.person && beside && word.head > static_cast<std::int32_t>(w)) {
    const auto name = static_cast<std::size_t>(word.head);
    const auto* mention = sentence.actor(name);
    if (mention != nullptr && mention->kind == ActorKind::person && mention->certain) {
      const auto& holder = resolve(s, name);
      party.codes = holder.codes;
      party.name = holder.name;
      party.how = How::name;
      party.rule = Rule::name_beside;
      party.referent = {static_cast<std::uint32_t>(s), word.head};
      if (!party.codes.empty()) return party;
    }
  }
  const auto whose = owner(s, w);
  if (const auto slug = proxy_slug(s, w, agent); !slug.empty() && !agent.person) {
    const bool own_state = whose.known() && whose.kind == EntityKind::state;
    party.codes = {own_state ? with_sector(whose.codes.front(), agent.sector) : slug};
    party.how = How::described;
    party.rule = Rule::faction;
    party.referent = whose.at;
    return party;
  }
  if (whose.known()) {
    for (const auto& code : whose.codes) {
      // "The president's deputy" is no deputy of a parliament.
      const bool of_holder = whose.kind == EntityKind::person && agent.sector == "LEG";
      const bool keeps =
          !sector(code).empty() &&
          (of_holder || (whose.kind != EntityKind::person &&
                         (agent.person || agent.sector.empty() || agent.sector == "GOV")));
      add_code(party.codes, keeps ? code : with_sector(code, agent.sector));
    }
    party.how = How::described;
    party.rule = Rule::agent;
    party.referent = whose.at;
    return party;
  }
  if (const auto against = opposed(s, w, agent); against.known()) {
    party.codes = {with_sector(against.codes.front(), agent.sector)};
    party.how = How::described;
    party.rule = Rule::agent;
    party.referent = against.at;
    return party;
  }
  if (refer(s, w, agent, party)) return party;
  if (sentence.is(w, WordClass::enemy) && definite(s, w)) {
    party.opponent = true;
    return party;
  }
  if (sentence.is(w, WordClass::uprooted)) {
    if (!party.plural) return party;
    copy(discourse_.uprooted(reference(s, w)), How::definite, party);
    party.rule = Rule::same_noun;
    if (!party.codes.empty()) return party;
    // The peoples that the text names without an article are those who left: "among the refugees
    // were Bergians and Corishmen".
    if (constexpr std::size_t most = 5; !peoples_.empty() && peoples_.size() <= most) {
      party.codes = peoples_;
      party.how = How::context;
      party.rule = Rule::agent_here;
      return party;
    }
    auto first = w;
    while (first > 0 && sentence.word(first - 1).rel == Rel::compound &&
           sentence.word(first - 1).head == static_cast<std::int32_t>(w)) {
      --first;
    }
    party.codes = {slug_of(sentence, first, w)};
    party.how = How::described;
    party.rule = Rule::agent_alone;
    return party;
  }
  if (!agent.slug.empty()) {
    party.codes = {agent.slug};
    party.how = How::described;
    party.rule = Rule::agent_alone;
    return party;
  }
  const bool named_party = agent.sector == "PTY" && sentence.word(w).upos == Upos::propn;
  if (!named_party && !takes_state_of_context(agent, party.plural)) return party;
  const auto state = agent.sector == "GOV" ? state_of_officials(s, w) : nearest_state(s, w);
  if (state.empty()) return party;
  party.codes = {with_sector(state, agent.sector)};
  party.how = How::context;
  party.rule = Rule::agent_here;
  return party;
}

/// A name that only its title explains.
Party Parties::of_title(std::size_t s, std::size_t w, const std::vector<std::size_t>& titles) {
  Party party;
  for (const auto title : titles) {
    const auto agent = agent_of(s, title);
    if (!agent) continue;
    auto whose = owner(s, title);
    if (!whose.known()) whose = owner(s, w);
    for (const auto& code : whose.codes) {
      const bool keeps = !sector(code).empty() && whose.kind != EntityKind::person;
      add_code(party.codes, keeps ? code : with_sector(code, agent->sector));
    }
    if (party.codes.empty() && !agent->sector.empty()) {
      const auto state = context_state(s);
      if (!state.empty()) party.codes = {with_sector(state, agent->sector)};
    }
    party.how = whose.known() ? How::described : How::context;
    party.rule = whose.known() ? Rule::title : Rule::title_here;
    party.source = agent->entry;
    party.referent = whose.known() ? whose.at : WordPlace{};
    if (!party.codes.empty()) break;
  }
  return party;
}

Party Parties::of_unknown_name(std::size_t s, std::size_t w) {
  const auto name = std::string(reading_->text(name_span(s, w)));
  Party party;
  if (const auto* known = discourse_.person(name)) {
    copy(known, How::definite, party);
    party.rule = Rule::known_name;
    return party;
  }
  const auto found = titles(s, w);
  party = of_title(s, w, found);
  if (party.codes.empty()) {
    auto whose = led_by(s, w);
    const bool leads = whose.known();
    if (!leads) whose = owner(s, w);
    party.codes = whose.codes;
    party.how = !whose.known() ? How::none : leads ? How::described : How::owner;
    party.rule = !whose.known() ? Rule::none : leads ? Rule::leads : Rule::belongs;
    party.referent = whose.at;
    if (party.codes.empty()) discourse_.stranger(name);
    if (!found.empty() || !whose.known()) return party;
  }
  discourse_.stranger(name);
  party.kind = EntityKind::person;
  party.name = name;
  return party;
}

}  // namespace entente
