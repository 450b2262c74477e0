// Names of actors in a sentence.
#include "world/actor_finder.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace entente {

struct ActorFinder::Reading {
  const Sentence& sentence;
  const WorldContext& context;
  std::vector<NameToken> tokens;
  bool shouted = false;  // a sentence in capitals
  std::vector<ActorMention> mentions;
};

namespace {

bool is_shouted(const std::vector<NameToken>& tokens) {
  std::size_t capitals = 0, lower = 0;
  for (const NameToken& token : tokens) {
    if (token.letters > 1) ++(token.all_capitals ? capitals : lower);
  }
  return capitals > 2 && capitals > 4 * lower;
}

bool is_capitalised(const Word& word) {
  return !word.form.empty() && is_upper(decode(word.form, 0).code);
}

/// A part of speech that no name has; an untagged word has none yet.
bool is_function_word(Upos upos) {
  switch (upos) {
    case Upos::verb:
    case Upos::aux:
    case Upos::adv:
    case Upos::det:
    case Upos::pron:
    case Upos::sconj:
    case Upos::cconj:
    case Upos::adp:
    case Upos::part:
    case Upos::intj:
      return true;
    default:
      return false;
  }
}

std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = first; at < last; ++at) {
    const std::int32_t head = sentence.words[at].head;
    const bool inside =
        head >= static_cast<std::int32_t>(first) && head < static_cast<std::int32_t>(last);
    if (sentence.words[at].upos != Upos::x && !inside && sentence.words[at].rel != Rel::punct)
      return at;
  }
  return last - 1;
}

// The "'s" of a possessor, cut off as a word.
bool is_clitic(const std::vector<Word>& words, std::size_t at) {
  if (at == 0 || at >= words.size() || words[at].form.empty()) return false;
  const char32_t first = decode(words[at].form, 0).code;
  return !words[at - 1].space_after && (first == U'\'' || first == 0x2019);
}

NameRole role_by_tag(const Word& word, const std::vector<NameEntry>& entries) {
  const auto has = [&](NameRole role) {
    return std::any_of(entries.begin(), entries.end(),
                       [role](const auto& e) { return e.role == role; });
  };
  const bool noun = word.upos == Upos::noun || word.xpos == "NNPS";
  if (noun && has(NameRole::demonym)) return NameRole::demonym;
  if (has(NameRole::adjective)) return NameRole::adjective;
  return entries.front().role;
}

// "GUAM" is not Guam where both are names: the one whose capitals the text has.
void prefer_capitals(std::vector<NameEntry>& entries) {
  const auto capitals = [](const NameEntry& entry) { return std::popcount(entry.acronyms); };
  int most = 0;
  for (const NameEntry& entry : entries) most = std::max(most, capitals(entry));
  std::erase_if(entries, [&](const NameEntry& entry) { return capitals(entry) < most; });
}

// Of all entries of a name: those of the best role, names written in the data before made ones.
// `exact`: capitals mean something in this sentence.
void keep_best(std::vector<NameEntry>& entries, const Word& word, bool exact) {
  const auto rank = [](const NameEntry& entry) {
    return 2 * static_cast<int>(entry.role) + (entry.variant ? 1 : 0);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const NameEntry& a, const NameEntry& b) { return rank(a) < rank(b); });
  NameRole role = entries.front().role;
  if (role == NameRole::adjective || role == NameRole::demonym) role = role_by_tag(word, entries);
  std::erase_if(entries, [role](const NameEntry& entry) { return entry.role != role; });
  if (exact) prefer_capitals(entries);
  std::vector<NameEntry> once;
  for (const NameEntry& entry : entries) {
    if (std::none_of(once.begin(), once.end(),
                     [&](const auto& e) { return e.actor == entry.actor; })) {
      once.push_back(entry);
    }
  }
  entries.swap(once);
}

}  // namespace

std::vector<ActorMention> ActorFinder::find(const Sentence& sentence,
                                            const WorldContext& context) const {
  Reading reading{sentence, context, tokens_of(sentence, naming_), false, {}};
  reading.shouted = is_shouted(reading.tokens);
  for (std::size_t at = 0; at < reading.tokens.size();) {
    Match match = longest_match(reading, at);
    if (match.entries.empty()) match = match_by_sound(reading, at);
    const std::size_t place = gazetteer_.phrase(reading.tokens, at);  // "New Mexico" is no Mexico
    if (place > match.end) {
      at = place;
    } else if (match.entries.empty() || yields(reading, match)) {
      ++at;
    } else {
      reading.mentions.push_back(mention(reading, match));
      at = match.end;
    }
  }
  settle_states(reading);
  settle_owned(reading);
  return std::move(reading.mentions);
}

// "The West Bank" is no West: of names that overlap the one of more words, where "the" and "of"
// are none.
bool ActorFinder::yields(const Reading& reading, const Match& match) const {
  const auto weight = [&](std::size_t begin, std::size_t end) {
    return std::count_if(reading.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                         reading.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](const NameToken& token) {
                           const Word& word = reading.sentence.words[token.word];
                           return !agents_.is_joiner(fold_quickly(word.form));
                         });
  };
  for (std::size_t at = match.begin + 1; at < match.end; ++at) {
    const std::size_t end =
        std::max(longest_match(reading, at).end, gazetteer_.phrase(reading.tokens, at));
    if (end > match.end && weight(at, end) > weight(match.begin, match.end)) return true;
  }
  return false;
}

// "Congo's capital Brazzaville", "Congolese": of the states that share a name the one that the
// sentence or the document names otherwise.
void ActorFinder::settle_states(Reading& reading) const {
  const auto code = [this](std::uint32_t actor) {
    return primary_of(table_.actors()[actor].spans.back().codes.front());
  };
  const auto told = [&](std::string_view state) {
    if (state == reading.context.country) return true;
    return std::any_of(reading.mentions.begin(), reading.mentions.end(), [&](const auto& other) {
      return other.certain && other.candidates.size() == 1 &&
             primary_of(other.codes.front()) == state;
    });
  };
  for (ActorMention& mention : reading.mentions) {
    if (mention.kind != ActorKind::state || mention.candidates.size() < 2) continue;
    if (mention.role == NameRole::name) mention.codes.resize(1);
    if (told(code(mention.actor))) continue;
    for (std::size_t at = 1; at < mention.candidates.size(); ++at) {
      const std::uint32_t actor = mention.candidates[at];
      if (table_.actors()[actor].kind != ActorKind::state || !told(code(actor))) continue;
      choose(mention, at, kTold, reading.context.published);
      mention.codes.resize(1);
      break;
    }
  }
}

// The state whose adjective or possessor stands before a body, or that stands behind it with "of".
const ActorMention* ActorFinder::owner_of(const Reading& reading, std::size_t at) const {
  const std::vector<Word>& words = reading.sentence.words;
  const ActorMention& body = reading.mentions[at];
  const auto is_state = [](const ActorMention& mention) {
    return mention.kind == ActorKind::state && mention.role != NameRole::demonym &&
           mention.role != NameRole::seat;
  };
  if (at > 0 && is_state(reading.mentions[at - 1])) {
    const ActorMention& before = reading.mentions[at - 1];
    const bool possessive = before.last + 1 == body.first && is_clitic(words, before.last);
    if (before.last == body.first || possessive) return &before;
  }
  if (at + 1 == reading.mentions.size()) return nullptr;
  const ActorMention& behind = reading.mentions[at + 1];
  if (!is_state(behind) || behind.first == body.last) return nullptr;
  for (std::uint32_t word = body.last; word < behind.first; ++word) {
    const std::string folded = fold_quickly(words[word].form);
    const bool joins =
        word == body.last ? naming_.owners.contains(folded) : agents_.is_joiner(folded);
    if (!joins) return nullptr;
  }
  return &behind;
}

// "Germany's National Security Council": what one state's body is called without its state, another
// state's may be called too. Where the data has none for that state, the words are no name.
void ActorFinder::settle_owned(Reading& reading) const {
  std::vector<bool> no_name(reading.mentions.size(), false);
  for (std::size_t at = 0; at < reading.mentions.size(); ++at) {
    ActorMention& body = reading.mentions[at];
    if (body.kind != ActorKind::organisation || body.codes.empty()) continue;
    const ActorMention* owner = owner_of(reading, at);
    if (!owner || owner->codes.empty()) continue;
    const std::string_view state = primary_of(owner->codes.front());
    if (!is_state_code(primary_of(body.codes.front())) || state == primary_of(body.codes.front())) {
      continue;
    }
    std::size_t candidate = 0;
    const auto belongs = [&](std::uint32_t actor) {
      const Standing standing = table_.standing(actor, reading.context.published);
      return primary_of(standing.codes.front()) == state;
    };
    while (candidate < body.candidates.size() && !belongs(body.candidates[candidate])) ++candidate;
    if (candidate < body.candidates.size()) {
      choose(body, candidate, kTold, reading.context.published);
      body.codes = mention_of(body.actor, reading.context.published).codes;
      body.candidates.resize(1);
      body.scores.clear();
    } else {
      no_name[at] = is_common(reading, body);
    }
  }
  std::size_t at = 0;
  std::erase_if(reading.mentions, [&](const ActorMention&) { return no_name[at++]; });
}

// True where the words of a name are also a noun for bodies of any state.
bool ActorFinder::is_common(const Reading& reading, const ActorMention& body) const {
  std::string words;
  for (std::uint32_t word = body.first; word < body.last; ++word) {
    std::string folded = fold_quickly(reading.sentence.words[word].form);
    if (words.empty() && agents_.is_joiner(folded)) continue;
    if (!words.empty()) words += ' ';
    words += folded;
  }
  return agents_.agent(words, files_).has_value();
}

ActorFinder::Match ActorFinder::longest_match(const Reading& reading, std::size_t at) const {
  Match match{at, at, {}};
  const std::size_t longest = names_.longest(reading.tokens[at].hash);
  const std::size_t limit = std::min(reading.tokens.size(), at + longest);
  SequenceKey key;
  for (std::size_t end = at; end < limit;) {
    key.add(reading.tokens[end++].hash);
    std::vector<NameEntry> entries;
    for (const NameEntry& entry : names_.find(key)) {
      if (admits(reading, entry, at, end)) entries.push_back(entry);
    }
    if (entries.empty()) continue;
    prefer_seats(entries);
    keep_best(entries, reading.sentence.words[reading.tokens[end - 1].word], !reading.shouted);
    match.end = end;
    match.entries = std::move(entries);
  }
  return match;
}

// A person in a spelling that the data does not list: the full name, else the surname.
ActorFinder::Match ActorFinder::match_by_sound(const Reading& reading, std::size_t at) const {
  constexpr std::size_t longest = 3;
  Match match{at, at, {}};
  const std::vector<Word>& words = reading.sentence.words;
  const auto is_part = [&](const NameToken& token) {
    const Upos upos = words[token.word].upos;
    return token.letters > 0 && token.capital && (upos == Upos::propn || upos == Upos::x);
  };
  const NameToken& first = reading.tokens[at];
  if (sounds_.size() == 0 || first.ordinary || !is_part(first)) return match;
  if (first.all_capitals && !reading.shouted) return match;
  std::string sound;
  for (std::size_t end = at; end < reading.tokens.size() && end < at + longest;) {
    const NameToken& token = reading.tokens[end];
    if (!token.article && !is_part(token)) break;
    ++end;
    if (end < reading.tokens.size() && reading.tokens[end].word == token.word) continue;
    sound += sound_of(words[token.word].form, naming_);
    const bool single = token.word == first.word;
    for (const NameEntry& entry : sounds_.find(sound)) {
      if ((entry.role == NameRole::surname) != single || !admits(reading, entry, at, end)) continue;
      if (match.end != end) match.entries.clear();
      match.end = end;
      match.entries.push_back(entry);
    }
  }
  SequenceKey town;
  town.add(first.hash);
  if (match.end == at + 1 && !gazetteer_.find(town).empty()) match.entries.clear();
  return match;
}

// "The White House" stands for its state, even where it is listed as an institution of it too.
void ActorFinder::prefer_seats(std::vector<NameEntry>& entries) const {
  const auto primary = [this](const NameEntry& entry) {
    return primary_of(table_.actors()[entry.actor].spans.front().codes.front());
  };
  for (const NameEntry& seat : std::vector<NameEntry>(entries)) {
    if (seat.role != NameRole::seat && seat.role != NameRole::capital) continue;
    std::erase_if(entries, [&](const NameEntry& entry) {
      return entry.role == NameRole::name && primary(entry) == primary(seat) &&
             table_.actors()[entry.actor].kind == ActorKind::organisation;
    });
  }
}

bool ActorFinder::admits(const Reading& reading, const NameEntry& entry, std::size_t begin,
                         std::size_t end) const {
  const std::span<const NameToken> text = std::span(reading.tokens).subspan(begin, end - begin);
  if (!written_as(entry, text)) return false;
  if (entry.role == NameRole::surname && text.back().dotted) return false;  // "Kan." is Kansas
  const Word& word = reading.sentence.words[text.front().word];
  if (entry.ordinary) {
    const bool unclear = reading.shouted || reading.sentence.heading || text.front().word == 0;
    const bool surname = entry.role == NameRole::surname;
    const bool tagged = word.upos != Upos::x;
    if (reading.shouted && entry.acronyms != 0 && tagged && word.upos != Upos::propn) return false;
    if (unclear && is_function_word(word.upos)) return false;
    if (unclear && surname && word.upos != Upos::propn) return false;
  }
  return stands_alone(reading, entry, begin, end);
}

// A capitalised word beside a name that makes it part of another name: "Michael Jordan".
bool ActorFinder::is_other_name(const Reading& reading, std::size_t at) const {
  const Word& word = reading.sentence.words[at];
  if (!is_capitalised(word) || reading.shouted) return false;
  const bool untagged = word.upos == Upos::x;
  if (!untagged && word.upos != Upos::propn) return false;
  if (untagged && (at == 0 || reading.sentence.heading)) return false;
  const std::string folded = fold_quickly(word.form);
  std::string bare = folded;
  if (bare.back() == '.') bare.pop_back();
  if (agents_.is_title(bare, naming_) || naming_.calendar.contains(bare)) return false;
  if (agents_.agent(folded, files_)) return false;
  std::vector<NameToken> tokens;
  append_tokens(word.form, 0, false, naming_, tokens);
  if (tokens.empty()) return false;
  SequenceKey key;
  for (const NameToken& token : tokens) key.add(token.hash);
  for (const NameEntry& entry : names_.find(key)) {
    if (entry.role != NameRole::surname && written_as(entry, tokens)) return false;
  }
  return true;
}

bool ActorFinder::stands_alone(const Reading& reading, const NameEntry& entry, std::size_t begin,
                               std::size_t end) const {
  const bool surname = entry.role == NameRole::surname;
  const bool given =
      end == begin + 1 && table_.actors()[entry.actor].kind == ActorKind::state &&
      naming_.given.contains(fold_quickly(reading.sentence.words[reading.tokens[begin].word].form));
  if (!surname && !given) return true;
  const std::size_t first = reading.tokens[begin].word, last = reading.tokens[end - 1].word + 1;
  if (first > 0 && is_other_name(reading, first - 1)) return false;
  const bool followed = last < reading.sentence.words.size() && !reading.sentence.heading;
  return !followed || !is_other_name(reading, last);
}

ActorMention ActorFinder::mention_of(std::uint32_t actor, Date day) const {
  const Actor& found = table_.actors()[actor];
  Standing standing = table_.standing(actor, day);
  ActorMention mention;
  mention.actor = actor;
  mention.kind = found.kind;
  mention.codes = std::move(standing.codes);
  mention.name = found.name;
  mention.office = std::move(standing.office);
  mention.entry = files_.entry(standing.source);
  mention.candidates = {actor};
  return mention;
}

/// How well the words before a name fit the offices of an actor: 60 and more for the one held on
/// that day.
int ActorFinder::title_fit(const Reading& reading, std::size_t word, std::uint32_t actor) const {
  const Standing standing = table_.standing(actor, reading.context.published);
  const std::optional<Office> held =
      standing.office.empty() ? std::nullopt : agents_.office(standing.office);
  int score = 0;
  std::string title;
  for (std::size_t back = word; back-- > 0 && back + 4 > word;) {
    title = fold_quickly(reading.sentence.words[back].form) + (title.empty() ? "" : " ") + title;
    if (held && held->head && agents_.means_any_head(title)) score += 60;
    for (const ActorSpan& span : table_.actors()[actor].spans) {
      if (span.office.empty()) continue;
      if (agents_.same_office(title) == agents_.same_office(span.office)) {
        score += span.office == standing.office ? 100 : 30;
        break;
      }
      const bool shortened = back + 1 == word && span.office == standing.office &&
                             agents_.has_word(span.office, title);
      if (shortened) {  // "Secretary Rice" for the secretary of state
        score += 60;
        break;
      }
    }
  }
  return score;
}

// How well a person fits the words before the name and the day: an office held then, the state
// named.
int ActorFinder::fitness(const Reading& reading, std::size_t word, std::uint32_t actor) const {
  const Standing standing = table_.standing(actor, reading.context.published);
  int score = standing.in_office ? 40 : 0;
  const std::optional<Office> office =
      standing.office.empty() ? std::nullopt : agents_.office(standing.office);
  if (office && office->head) score += 10;
  if (!standing.in_office && standing.codes.front().ends_with(":CVL")) score -= 10;
  const std::string_view primary = primary_of(standing.codes.front());
  if (primary == reading.context.country) score += 15;
  score += title_fit(reading, word, actor);
  for (const ActorMention& before : reading.mentions) {
    if (before.kind != ActorKind::state || before.codes.front() != primary) continue;
    score += before.last + 3 >= word ? 40 : 10;
  }
  return score;
}

// "Marched through Lagos" tells of the town and not of whoever bears its name.
bool ActorFinder::in_a_town(const Reading& reading, const Match& match) const {
  const NameToken& name = reading.tokens[match.begin];
  if (name.word == 0) return false;
  SequenceKey town;
  town.add(name.hash);
  const std::string before = fold_quickly(reading.sentence.words[name.word - 1].form);
  return naming_.locatives.contains(before) && !gazetteer_.find(town).empty();
}

ActorMention ActorFinder::mention(const Reading& reading, const Match& match) const {
  const auto first = reading.tokens[match.begin].word;
  const auto last = reading.tokens[match.end - 1].word + 1;
  struct Ranked {
    int score;
    const NameEntry* entry;
  };
  std::vector<Ranked> ranked;
  for (const NameEntry& entry : match.entries) {
    const bool person = table_.actors()[entry.actor].kind == ActorKind::person;
    ranked.push_back({person ? fitness(reading, first, entry.actor) : 0, &entry});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  const NameEntry& best = *ranked.front().entry;
  ActorMention out = mention_of(best.actor, reading.context.published);
  out.first = first;
  out.last = last;
  out.head = head_of(reading.sentence, first, last);
  out.role = best.role;
  if (out.kind == ActorKind::state) out.entry = files_.entry(best.source);
  for (std::size_t at = 0; at < ranked.size() && ranked.size() > 1; ++at) {
    out.scores.push_back(ranked[at].score);
  }
  for (std::size_t at = 1; at < ranked.size(); ++at) {
    const std::uint32_t actor = ranked[at].entry->actor;
    out.candidates.push_back(actor);
    for (std::string& code : table_.standing(actor, reading.context.published).codes) {
      if (std::find(out.codes.begin(), out.codes.end(), code) == out.codes.end()) {
        out.codes.push_back(std::move(code));
      }
    }
  }
  if (best.role == NameRole::surname) {
    out.titled = title_fit(reading, first, best.actor) >= 60;
    const bool fits = ranked.front().score >= 40;
    const bool alone = ranked.size() == 1 || ranked[1].score + 30 <= ranked.front().score;
    const bool doubtful = best.ordinary || in_a_town(reading, match);
    out.certain = fits && alone && (!doubtful || ranked.front().score >= 100);
  }
  return out;
}

}  // namespace entente
