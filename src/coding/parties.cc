// Goes through a document's phrases in order, resolves each and remembers it.
#include "coding/parties.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente {

std::string with_sector(const std::string& code, const std::string& sector) {
  if (sector.empty() || !is_state(code)) return code;
  return std::string(primary(code)) + ":" + sector;
}

void add_code(std::vector<std::string>& codes, const std::string& code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

namespace {

bool is_sector_of_state(std::string_view sector) {
  static constexpr std::array<std::string_view, 8> of_state = {"GOV", "MIL", "LEG", "JUD",
                                                               "SPY", "COP", "OPP", "REB"};
  return std::find(of_state.begin(), of_state.end(), sector) != of_state.end();
}

}  // namespace

const char* name_of(Rule rule) {
  static constexpr const char* names[] = {
      "none",         "name",       "name-and-title", "name-beside", "known-name",
      "title",        "title-here", "leads",          "belongs",     "short-name",
      "abbreviation", "agent",      "agent-here",     "agent-alone", "faction",
      "counterpart",  "pronoun",    "relative",       "speaker",     "opponent",
      "holder",       "same-noun",  "last-of-kind",   "two",         "part-of"};
  return names[static_cast<std::size_t>(rule)];
}

Parties::Parties(const Reading& reading, const World& world, const Lexicon& lexicon)
    : reading_(&reading), world_(&world), lexicon_(&lexicon) {
  note_short_names();
  note_peoples();
  parties_.resize(reading.sentences.size());
  done_.resize(reading.sentences.size());
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    parties_[s].resize(reading.sentences[s].words().size());
    done_[s].assign(parties_[s].size(), 0);
    resolve_sentence(s);
  }
}

/// Peoples named in the plural and without an article, in the order of the text.
void Parties::note_peoples() {
  for (std::size_t s = 0; s < reading_->sentences.size(); ++s) {
    const auto& sentence = reading_->sentences[s];
    for (const auto& mention : sentence.actors) {
      const bool people = mention.kind == ActorKind::state && mention.role == NameRole::demonym &&
                          !mention.codes.empty() && is_nominal(sentence.word(mention.head).upos) &&
                          has_feature(sentence.word(mention.head), "Number=Plur");
      if (people && !definite(s, mention.head))
        add_code(peoples_, with_sector(mention.codes.front(), "CVL"));
    }
  }
}

void Parties::resolve_sentence(std::size_t s) {
  const auto& words = reading_->sentences[s].words();
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (is_nominal(words[w].upos) || reading_->sentences[s].actor(w) != nullptr) resolve(s, w);
  }
}

const Party& Parties::at(std::size_t sentence, std::size_t word) const {
  return parties_[sentence][word];
}

std::vector<const Party*> Parties::of(std::size_t sentence, std::size_t word) const {
  std::vector<const Party*> out;
  for (const auto w : reading_->sentences[sentence].clauses.conjuncts(word)) {
    out.push_back(&parties_[sentence][w]);
  }
  if (out.empty()) out.push_back(&parties_[sentence][word]);
  return out;
}

const Party& Parties::resolve(std::size_t s, std::size_t w) {
  auto& state = done_[s][w];
  if (state != 0) return parties_[s][w];
  state = 1;
  auto party = make(s, w);
  party.word = static_cast<std::uint16_t>(w);
  const auto phrase = reading_->sentences[s].clauses.phrase(w);
  party.span =
      party.span.empty() ? phrase : Span{phrase.begin, std::max(phrase.end, party.span.end)};
  parties_[s][w] = std::move(party);
  done_[s][w] = 2;
  if (!parties_[s][w].codes.empty()) {
    remember(s, parties_[s][w]);
    note_abbreviation(s, w);
  }
  remember_coordination(s, w);
  return parties_[s][w];
}

Party Parties::make(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  if (w < sentence.dateline) return {};
  const auto& word = sentence.word(w);
  const auto* mention = sentence.actor(w);
  // "Anti-Taliban fighters" are no Taliban fighters.
  if (mention != nullptr && mention->first < w && sentence.turned(w)) mention = nullptr;
  // "The WHO" is tagged a pronoun now and then.
  if (word.upos == Upos::pron && mention == nullptr) return of_pronoun(s, w);
  if (mention != nullptr) {
    if (mention->kind != ActorKind::person || mention->role != NameRole::surname) {
      return of_name(s, w, *mention);
    }
    const bool part_of_other = word.rel == Rel::flat || (!sentence.clauses.children(w).empty() &&
                                                         name_span(s, w) != word.span);
    const bool other = part_of_other ||
                       (discourse_.is_stranger(mention->name.substr(mention->name.rfind(' ') + 1)));
    return other ? of_unknown_name(s, w) : of_name(s, w, *mention);
  }
  if (auto party = of_short_state(s, w); !party.codes.empty()) return party;
  if (const auto known = abbreviations_.find(word.form); known != abbreviations_.end()) {
    return known->second;
  }
  return of_noun(s, w);
}

Party Parties::of_name(std::size_t s, std::size_t w, const ActorMention& mention) {
  Party party;
  if (mention.codes.empty()) return party;
  party.codes = {mention.codes.front()};
  party.how = mention.role == NameRole::surname ? How::definite : How::name;
  party.rule = Rule::name;
  party.source = mention.entry;
  const auto& word = reading_->sentences[s].word(w);
  switch (mention.kind) {
    case ActorKind::person:
      party.kind = EntityKind::person;
      party.name = mention.name;
      party.codes = {as_titled(s, w, party.codes.front())};
      if (party.codes.front() != mention.codes.front()) party.rule = Rule::name_and_title;
      break;
    case ActorKind::state:
      party.kind = EntityKind::state;
      break;
    default:
      party.kind = EntityKind::group;
      party.codes = mention.codes;  // several for "the two Koreas", "Franco-German"
      add_partners(s, mention, party);
  }
  if (mention.kind == ActorKind::state && mention.role == NameRole::demonym &&
      has_feature(word, "Number=Plur")) {
    // "The Russians" are the state; "many Syrians" are people.
    party.plural = true;
    if (!definite(s, w)) {
      party.codes = {with_sector(party.codes.front(), "CVL")};
      party.kind = EntityKind::agents;
    }
  }
  return party;
}

/// "US and Iraqi forces": who is joined to the adjective that begins the name has such forces too.
void Parties::add_partners(std::size_t s, const ActorMention& mention, Party& party) const {
  const auto& sentence = reading_->sentences[s];
  const auto& first = sentence.word(mention.first);
  if (mention.first + 1 >= mention.last || first.rel != Rel::conj || first.head < 0) return;
  const auto partner = static_cast<std::size_t>(first.head);
  if (partner >= mention.first || !sentence.under(partner, mention.last - 1)) return;
  const auto* other = sentence.actor(partner);
  if (other == nullptr || other->kind != ActorKind::state || other->codes.empty()) return;
  auto codes =
      std::vector{with_sector(other->codes.front(), std::string(sector(party.codes.front())))};
  for (const auto& code : party.codes) add_code(codes, code);
  party.codes = std::move(codes);
}

/// The text may know a person in another office than the data does.
std::string Parties::as_titled(std::size_t s, std::size_t w, const std::string& code) const {
  if (!is_state(code)) return code;
  const auto* mention = reading_->sentences[s].actor(w);
  const bool in_office = mention != nullptr && !mention->office.empty();
  for (const auto title : titles(s, w)) {
    // What stands after the name may tell of another time: "Jon Hald, a soldier's son".
    if (title > w && sector(code) != "CVL") continue;
    const auto agent = agent_of(s, title);
    if (!agent || agent->sector.empty()) continue;
    // An office known for that day gives way to another one only: "Chief Executive Lam" is no
    // businesswoman.
    if (in_office && !is_sector_of_state(agent->sector)) continue;
    return with_sector(code, agent->sector);
  }
  return code;
}

void Parties::remember(std::size_t s, const Party& party) {
  const auto& word = reading_->sentences[s].word(party.word);
  if (word.upos == Upos::pron && party.how == How::none) return;
  Entity entity;
  entity.codes = party.codes;
  entity.name = party.name;
  entity.lemma = lower(word.lemma);
  entity.kind = party.kind;
  const auto* mention = reading_->sentences[s].actor(party.word);
  entity.armed_group =
      mention != nullptr && mention->kind == ActorKind::group && mention->head == party.word;
  const auto held = sector(party.codes.front());
  entity.of_state = is_state(party.codes.front()) && held != "REB" && held != "OPP" &&
                    held != "PTY" && held != "NGO" && held != "BUS" && held != "CVL";
  entity.uprooted = reading_->sentences[s].is(party.word, WordClass::uprooted);
  entity.plural = party.plural || has_feature(word, "Number=Plur");
  // "The United Nations" is one; "Russian warplanes", though they stand in the data, are many.
  const bool common = word.upos == Upos::noun && party.kind == EntityKind::group;
  if (party.kind == EntityKind::state || (party.how == How::name && !common))
    entity.plural = party.plural;
  entity.subject = word.rel == Rel::nsubj;
  entity.sentence = static_cast<std::uint32_t>(s);
  entity.word = party.word;
  entity.governor = word.head;
  if (party.kind == EntityKind::person) {
    entity.office = title(s, party.word);
    for (const auto at : titles(s, party.word)) entity.office += " " + title(s, at);
  }
  discourse_.mention(std::move(entity));
}

void Parties::remember_coordination(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  if (sentence.word(w).rel != Rel::conj || sentence.word(w).head < 0) return;
  const auto first = static_cast<std::size_t>(sentence.word(w).head);
  const auto all = sentence.clauses.conjuncts(first);
  if (all.size() < 2 || all.back() != w) return;
  Entity entity;
  for (const auto part : all) {
    for (const auto& code : parties_[s][part].codes) add_code(entity.codes, code);
  }
  if (entity.codes.size() < 2) return;
  entity.kind = parties_[s][first].kind;
  entity.plural = entity.coordination = true;
  entity.subject = sentence.word(first).rel == Rel::nsubj;
  entity.sentence = static_cast<std::uint32_t>(s);
  entity.word = static_cast<std::uint32_t>(w);
  entity.governor = sentence.word(first).head;
  discourse_.mention(std::move(entity));
}

std::string Parties::context_state(std::size_t s) const {
  const auto& states = reading_->sentences[s].states;
  const bool one = !states.empty() && std::all_of(states.begin(), states.end(), [&](const auto& x) {
    return x == states.front();
  });
  if (one) return states.front();
  // Several states near by: the one the document is about, if it is among them.
  const auto& home = reading_->country;
  const std::size_t from = s >= 2 ? s - 2 : 0;
  std::string nearest;
  for (std::size_t at = s + 1; at-- > from;) {
    const auto& named = reading_->sentences[at].states;
    if (std::find(named.begin(), named.end(), home) != named.end()) return home;
    if (nearest.empty() && !named.empty()) nearest = named.front();
  }
  return home.empty() ? nearest : home;
}

std::string Parties::nearest_state(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  std::vector<std::string> subject;
  bool speaks = false;
  if (sentence.word(w).head >= 0) {
    auto verb = static_cast<std::size_t>(sentence.word(w).head);
    speaks = sentence.word(w).rel == Rel::nsubj && sentence.is(verb, WordClass::say);
    // "Supporting the regime's forces": up to the verb whose subject is somebody else.
    for (int steps = 0; steps < 4 && is_nominal(sentence.word(verb).upos) &&
                        sentence.word(verb).rel != Rel::nsubj && sentence.word(verb).head >= 0;
         ++steps) {
      verb = static_cast<std::size_t>(sentence.word(verb).head);
    }
    for (const auto& argument : sentence.clauses.arguments(verb)) {
      if (argument.slot != Slot::subj || argument.word == w) continue;
      for (const auto& code : parties_[s][argument.word].codes) subject.emplace_back(primary(code));
    }
  }
  // "US forces and militants": nor is it the state of those joined to it.
  const auto top = sentence.word(w).rel == Rel::conj && sentence.word(w).head >= 0
                       ? static_cast<std::size_t>(sentence.word(w).head)
                       : w;
  for (const auto partner : sentence.clauses.conjuncts(top)) {
    if (partner >= w) continue;
    for (const auto& code : parties_[s][partner].codes) {
      if (sector(code) == "MIL" || sector(code) == "COP") subject.emplace_back(primary(code));
    }
  }
  // "..., officials said" are those of whom the sentence tells first; others belong to whoever was
  // named last before them.
  std::string found;
  for (std::size_t at = 0; at < w; ++at) {
    const auto* mention = sentence.actor(at);
    if (mention == nullptr || mention->codes.empty() || !is_state(mention->codes.front())) continue;
    if (sentence.turned(at)) continue;
    const auto state = primary(mention->codes.front());
    if (std::find(subject.begin(), subject.end(), state) != subject.end()) continue;
    const auto held = sector(mention->codes.front());
    if (held == "MED" || held == "NGO") continue;
    found = state;
    if (speaks) break;
  }
  return found.empty() ? context_state(s) : found;
}

/// "The official criticised Arland": the state that the subject acts upon is not the official's.
std::string Parties::state_of_officials(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  auto state = nearest_state(s, w);
  if (sentence.word(w).rel != Rel::nsubj || sentence.word(w).head < 0) return state;
  std::string acted_on;
  for (const auto& argument :
       sentence.clauses.arguments(static_cast<std::size_t>(sentence.word(w).head))) {
    const auto* mention = sentence.actor(argument.word);
    const bool named = mention != nullptr && mention->kind == ActorKind::state;
    if (argument.slot == Slot::obj && named) acted_on = primary(mention->codes.front());
  }
  if (acted_on.empty() || state != acted_on) return state;
  if (reading_->country != acted_on) return reading_->country;
  for (std::size_t at = s; at > 0 && at + 2 > s; --at) {
    for (const auto& named : reading_->sentences[at - 1].states) {
      if (named != acted_on) return named;
    }
  }
  return {};
}

Span Parties::name_span(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  Span span = sentence.word(w).span;
  for (const auto child : sentence.clauses.children(w)) {
    if (sentence.word(child).rel == Rel::flat)
      span.end = std::max(span.end, sentence.word(child).span.end);
  }
  if (const auto* mention = sentence.actor(w)) {
    span.begin = std::min(span.begin, sentence.word(mention->first).span.begin);
    span.end = std::max(span.end, sentence.word(mention->last - 1).span.end);
  }
  return span;
}

void Parties::set_speaker(std::size_t s, Span content, const std::vector<std::string>& codes) {
  for (auto& party : parties_[s]) {
    if (!party.first_person && !party.opponent) continue;
    if (!content.contains(reading_->sentences[s].word(party.word).span)) continue;
    if (!party.codes.empty()) continue;
    if (party.opponent) {
      const auto rival = codes.empty() ? std::string() : rival_of(primary(codes.front()));
      if (!rival.empty()) party.codes = {rival};
      party.rule = Rule::opponent;
    } else {
      party.codes = codes;
      party.rule = Rule::speaker;
    }
    party.how = How::speaker;
  }
}

}  // namespace entente
