// Builds the readings of a document's sentences and finds the state it is about.
#include "coding/reading.h"

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>

#include "base/utf8.h"

namespace entente {

const ActorMention* SentenceReading::actor(std::size_t at) const {
  return actor_at[at] < 0 ? nullptr : &actors[static_cast<std::size_t>(actor_at[at])];
}

const PlaceMention* SentenceReading::place(std::size_t at) const {
  return place_at[at] < 0 ? nullptr : &places[static_cast<std::size_t>(place_at[at])];
}

std::string SentenceReading::link(std::size_t at) const {
  std::string out;
  for (const auto child : clauses.children(at)) {
    const auto rel = word(child).rel;
    if (rel != Rel::case_ && rel != Rel::mark) continue;
    if (child > at) continue;  // the 's of a possessor
    out = lower(word(child).form);
    for (const auto part : clauses.children(child)) {
      if (word(part).rel == Rel::fixed) out += "_" + lower(word(part).form);
    }
    if (rel == Rel::mark) break;
  }
  return out;
}

WordClasses SentenceReading::link_classes(std::size_t at, const Lexicon& lexicon) const {
  const auto text = link(at);
  return text.empty() ? 0 : lexicon.classes(text);
}

bool SentenceReading::prefixed(std::size_t at, WordClass prefix) const {
  if (const auto* mention = actor(at)) at = mention->first;
  if (has(prefixes[at], prefix)) return true;
  if (at > 0 && is(at - 1, prefix)) return true;
  return at > 1 && word(at - 1).upos == Upos::punct && is(at - 2, prefix);
}

bool SentenceReading::under(std::size_t at, std::size_t ancestor) const {
  for (std::size_t steps = 0; steps <= words().size(); ++steps) {
    if (at == ancestor) return true;
    if (word(at).head < 0) return false;
    at = static_cast<std::size_t>(word(at).head);
  }
  return false;
}

std::pair<std::size_t, std::size_t> SentenceReading::extent(std::size_t head) const {
  std::pair<std::size_t, std::size_t> out{head, head};
  std::vector<std::size_t> open{head};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    out = {std::min(out.first, at), std::max(out.second, at)};
    for (const auto child : clauses.children(at)) open.push_back(child);
  }
  return out;
}

std::string_view primary(std::string_view code) { return code.substr(0, code.find(':')); }

std::string_view sector(std::string_view code) {
  const auto colon = code.find(':');
  return colon == std::string_view::npos ? std::string_view() : code.substr(colon + 1);
}

bool is_state(std::string_view code) {
  const auto name = primary(code);
  return name.size() == 3 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

namespace {

SegmentKind segment_of(const Document& document, Span span) {
  const Segment* segment = segment_at(document, span);
  return segment == nullptr ? SegmentKind::body : segment->kind;
}

/// The day a text counts from: its own, or that of its dateline. Below another article the day of
/// that one is only the last resort.
Date day_of(const Document& document, const Article& article, const World& world) {
  if (article.published.known()) return article.published;
  const Date given = parse_date(document.published).value_or(Date{});
  if (article.first && given.known()) return given;
  const Date told = world.dateline(article.sentences).value_or(Date{});
  return told.known() ? told : given;
}

template <class Mention>
void index_words(const std::vector<Mention>& mentions, std::vector<std::int16_t>& at) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if constexpr (std::is_same_v<Mention, PlaceMention>) {
      if (mentions[i].aside) continue;  // "Syrian" is no place of an act
    }
    for (std::size_t w = mentions[i].first; w < mentions[i].last && w < at.size(); ++w) {
      at[w] = static_cast<std::int16_t>(i);
    }
  }
}

/// Who reports names no state: "(Reuters)", "Amnesty International says".
bool names_state(const ActorMention& mention) {
  if (mention.codes.empty() || !is_state(mention.codes.front())) return false;
  const auto held = sector(mention.codes.front());
  return held != "MED" && held != "NGO";
}

/// States named in a sentence, by names of actors and of places, in order of words.
void note_states(SentenceReading& s) {
  for (std::size_t w = 0; w < s.words().size(); ++w) {
    const auto* actor = s.actor(w);
    const auto* place = s.place(w);
    if (actor != nullptr && actor->first == w) {
      if (names_state(*actor)) {
        s.states.emplace_back(primary(actor->codes.front()));
      }
    } else if (actor == nullptr && place != nullptr && place->first == w &&
               !place->country.empty()) {
      s.states.push_back(place->country);
    }
  }
}

/// The title before a surname says who is meant.
bool is_settled(const ActorMention& mention) { return mention.certain && mention.titled; }

/// "The Green Party", "the Brown Commission": part of a body's name.
bool names_body(const SentenceReading& s, const World& world, const ActorMention& mention) {
  const auto& word = s.word(mention.head);
  if (word.rel != Rel::compound && word.rel != Rel::amod && word.rel != Rel::flat) return false;
  if (word.head < static_cast<std::int32_t>(mention.last)) return false;
  const auto& body = s.word(static_cast<std::size_t>(word.head));
  if (lower(body.form) == body.form) return false;
  const auto agent = world.agent(lower(body.form));
  return agent && !agent->person;
}

/// Surnames are also everyday words and adjectives; only a proper noun is one.
void drop_false_surnames(SentenceReading& s, const World& world) {
  std::erase_if(s.actors, [&](const ActorMention& mention) {
    if (mention.role != NameRole::surname) return false;
    const bool dated = std::ranges::any_of(s.times, [&](const TimeMention& time) {
      return time.first <= mention.first && mention.last <= time.last;  // "Friday, May 6"
    });
    if (dated || names_body(s, world, mention)) return true;
    return s.word(mention.head).upos != Upos::propn && !is_settled(mention);
  });
}

/// "The Labour Party" of a text that names another country all along is that country's.
void settle_parties(Reading& reading, const World& world, const Lexicon& lexicon) {
  const auto is_party_word = [&](const Word& word) {
    return has(lexicon.classes(word), WordClass::party_word) ||
           has(lexicon.classes(lower(word.form)), WordClass::party_word);
  };
  std::set<std::string, std::less<>> named;
  for (const auto& s : reading.sentences) {
    for (const auto& mention : s.actors) {
      const bool other = mention.kind == ActorKind::state || mention.kind == ActorKind::person;
      if (other && names_state(mention)) named.emplace(primary(mention.codes.front()));
    }
    for (const auto& place : s.places) named.insert(place.country);
  }
  for (auto& s : reading.sentences) {
    for (auto& mention : s.actors) {
      if (mention.kind == ActorKind::state || mention.kind == ActorKind::person) continue;
      if (mention.codes.empty() || !is_state(mention.codes.front())) continue;
      if (named.contains(primary(mention.codes.front()))) continue;
      bool general = true;
      for (auto w = mention.first; w < mention.last && general; ++w) {
        const auto agent = world.agent(lower(s.word(w).lemma));
        const bool party = agent && agent->sector == "PTY";
        general = party || s.word(w).upos == Upos::det || is_party_word(s.word(w));
      }
      const bool at_home = primary(mention.codes.front()) == reading.country;
      if (general && !at_home) mention.codes = {reading.country + ":PTY"};
    }
  }
}

/// A surname alone means the person we know when the text names that person in full or the person's
/// state; in a very short text the name itself must do.
void drop_unlikely_surnames(std::vector<SentenceReading>& sentences) {
  constexpr std::size_t short_text = 3, short_name = 4;
  std::set<std::string> states;
  std::set<std::uint32_t> persons;
  for (const auto& s : sentences) {
    for (const auto& mention : s.actors) {
      if (mention.role == NameRole::surname || mention.codes.empty()) continue;
      if (sector(mention.codes.front()) == "MED") continue;
      states.emplace(primary(mention.codes.front()));
      if (mention.kind == ActorKind::person) persons.insert(mention.actor);
    }
    for (const auto& place : s.places) states.insert(place.country);
  }
  for (auto& s : sentences) {
    std::erase_if(s.actors, [&](const ActorMention& mention) {
      if (mention.role != NameRole::surname || mention.codes.empty()) return false;
      if (is_settled(mention) || persons.contains(mention.actor)) return false;
      if (states.contains(std::string(primary(mention.codes.front())))) return false;
      return sentences.size() > short_text || s.word(mention.head).form.size() <= short_name;
    });
    s.actor_at.assign(s.words().size(), -1);
    index_words(s.actors, s.actor_at);
  }
}

/// Of bodies that share a name, those that the whole document speaks for.
void settle_shared(std::vector<SentenceReading>& sentences, const World& world, Date day) {
  std::vector<ActorMention*> mentions;
  std::map<std::string, int, std::less<>> states;
  bool shared = false;
  for (auto& s : sentences) {
    for (auto& mention : s.actors) {
      mentions.push_back(&mention);
      shared = shared || mention.candidates.size() > 1;
      if (mention.certain && mention.candidates.size() == 1 && names_state(mention)) {
        ++states[std::string(primary(mention.codes.front()))];
      }
    }
    for (const auto& place : s.places) ++states[place.country];
  }
  if (shared) world.settle_shared(mentions, states, day);
}

/// "PARIS (Reuters) - ", "KABUL, Afghanistan (AP) -- ": ends with a dash or colon and begins in
/// capitals. What it names takes no part in the sentence.
std::size_t dateline_of(const Sentence& sentence) {
  constexpr std::size_t longest = 12;
  const auto& words = sentence.words;
  if (words.size() < 4 || words[0].form.size() < 3) return 0;
  const bool bracket_first = words[0].form == "(";
  const auto& first = bracket_first ? words[1].form : words[0].form;
  if (lower(first) == first ||
      std::any_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    return 0;
  }
  for (std::size_t w = 1; w < words.size() && w < longest; ++w) {
    const auto& form = words[w].form;
    if (words[w].upos == Upos::verb || words[w].upos == Upos::aux) return 0;
    const bool dash = form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
    const bool spaced = words[w - 1].space_after || words[w].span.begin > words[w - 1].span.end;
    if ((dash && (spaced || form.size() > 1)) || (form == ":" && w > 1 && words[w - 1].form == ")"))
      return w + 1;
  }
  return 0;
}

/// "Reuters - ", "The Associated Press - ": whose copy it is, before the text begins.
std::size_t credit_of(const SentenceReading& s) {
  const auto credit = std::ranges::find_if(s.actors, [](const ActorMention& mention) {
    return mention.first <= 1 && !mention.codes.empty() && sector(mention.codes.front()) == "MED";
  });
  if (credit == s.actors.end() || credit->last + 1 >= s.words().size()) return 0;
  if (credit->first == 1 && s.word(0).upos != Upos::det) return 0;
  const auto& dash = s.word(credit->last);
  const bool spaced = dash.span.begin > s.word(credit->last - 1).span.end;
  const bool is_dash =
      dash.form == "-" || dash.form == "--" || dash.form == "\u2013" || dash.form == "\u2014";
  return is_dash && spaced ? credit->last + 1 : 0;
}

std::string most_named(const std::vector<SentenceReading>& sentences) {
  std::map<std::string, int> counts;
  for (const auto& s : sentences) {
    for (const auto& state : s.states) ++counts[state];
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

/// Words of games make up a good part of the text.
bool is_sport(const std::vector<SentenceReading>& sentences) {
  constexpr std::size_t least = 4, one_in = 60;
  std::size_t words = 0, of_sport = 0;
  for (const auto& s : sentences) {
    words += s.words().size();
    for (const auto classes : s.classes) of_sport += has(classes, WordClass::sport) ? 1 : 0;
  }
  return of_sport >= least && of_sport * one_in >= words;
}

void read_places(Reading& reading, const World& world, const WorldContext& context) {
  std::vector<std::uint32_t> sentence_of;
  auto places = world.places(reading.source, context, sentence_of);
  for (std::size_t i = 0; i < places.size(); ++i) {
    reading.sentences[sentence_of[i]].places.push_back(std::move(places[i]));
  }
  for (auto& s : reading.sentences) index_words(s.places, s.place_at);
}

}  // namespace

Reading read(const Analysis& analysis, const World& world, const Lexicon& lexicon,
             const Grammar* grammar) {
  return read(*analysis.document, {analysis.sentences, {}, true}, world, lexicon, grammar);
}

Reading read(const Document& document, const Article& article, const World& world,
             const Lexicon& lexicon, const Grammar* grammar) {
  Reading reading;
  reading.source = article.sentences;
  reading.document = &document;
  reading.published = day_of(document, article, world);
  WorldContext context{reading.published, {}};
  reading.sentences.reserve(article.sentences.size());
  for (const auto& sentence : article.sentences) {
    auto& s = reading.sentences.emplace_back(sentence, grammar);
    s.segment = segment_of(*reading.document, sentence.span);
    s.actors = world.actors(sentence, context);
    s.times = world.times(sentence, context);
    drop_false_surnames(s, world);
    s.dateline = std::max(dateline_of(sentence), credit_of(s));
    for (const auto& time : s.times) {
      if (!time.duration && time.date.known()) context.told = time.date;  // "two days later"
    }
    s.place_at.assign(sentence.words.size(), -1);
    s.classes.reserve(sentence.words.size());
    s.prefixes.reserve(sentence.words.size());
    for (const auto& word : sentence.words) {
      s.classes.push_back(lexicon.classes(word));
      const auto hyphen = word.form.size() > 1 ? word.form.find('-', 1) : std::string_view::npos;
      const bool none = hyphen == std::string_view::npos;
      s.prefixes.push_back(none ? 0 : lexicon.classes(lower(word.form.substr(0, hyphen))));
    }
  }
  read_places(reading, world, context);
  drop_unlikely_surnames(reading.sentences);
  settle_shared(reading.sentences, world, reading.published);
  for (auto& s : reading.sentences) {
    note_states(s);
    std::erase_if(s.actors,
                  [&](const ActorMention& mention) { return mention.first < s.dateline; });
    s.actor_at.assign(s.words().size(), -1);
    index_words(s.actors, s.actor_at);
  }
  reading.country = most_named(reading.sentences);
  if (!reading.country.empty()) settle_parties(reading, world, lexicon);
  reading.sport = is_sport(reading.sentences);
  return reading;
}

}  // namespace entente
