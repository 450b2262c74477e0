// Places in a document: which words name one.
#include "world/place_finder.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr double kShared = 0.2;              // what "Georgia" says for the country of that name
constexpr std::uint32_t kLargeTown = 50000;  // known by a name that is an everyday word

constexpr std::uint8_t kLetters = 5;  // of words in capitals that may be abbreviations

constexpr std::string_view kPeople = "people", kUnion = "union";  // kinds that nothing happens at

bool is_capitalised(const Word& word) {
  return !word.form.empty() && is_upper(decode(word.form, 0).code);
}

bool after_preposition(const Sentence& sentence, std::size_t word) {
  for (std::size_t back = word; back-- > 0;) {
    const Upos upos = sentence.words[back].upos;
    if (upos == Upos::adp) return true;
    if (upos != Upos::det && upos != Upos::adj) return false;
  }
  return false;
}

}  // namespace

struct PlaceFinder::Reading {
  const Sentence& sentence;
  std::uint32_t number = 0;
  std::vector<NameToken> tokens;
  std::vector<bool> taken;                        // words of an actor that is no place
  std::set<std::uint32_t> seats;                  // first words of "White House" and the like
  std::map<std::uint32_t, Name> peoples;          // "Syrian", by first word
  std::map<std::uint32_t, std::uint32_t> bodies;  // words of organisations, from .. to
};

// The tagger's word on whether it is a name; capitals within a sentence overrule it for places that
// are known well.
bool PlaceFinder::tagged_as_name(const Sentence& sentence, std::size_t from, std::size_t to,
                                 const Place& place) const {
  const Upos upos = sentence.words[to - 1].upos;
  if (upos == Upos::x || upos == Upos::propn) return true;
  if (upos == Upos::noun && after_preposition(sentence, from)) return true;
  if (place.curated) return upos == Upos::noun || upos == Upos::adj;
  const bool plain = naming_.ordinary.contains(fold_quickly(sentence.words[from].form));
  return from > 0 && !plain && upos == Upos::noun && (place.seat || place.population >= kLargeTown);
}

std::vector<PlaceMention> PlaceFinder::find(std::span<const Sentence> document,
                                            const WorldContext& context,
                                            std::vector<std::uint32_t>& sentence_of,
                                            std::vector<PlaceReason>* reasons) const {
  Scene scene;
  std::vector<Reading> readings;
  readings.reserve(document.size());
  if (!context.country.empty()) scene.countries[context.country] += 1;
  for (std::uint32_t at = 0; at < document.size(); ++at) {
    readings.push_back(read_sentence(document[at], at, context, scene));
  }
  for (const Reading& reading : readings) note_localities(reading, scene);
  for (Reading& reading : readings) {
    for (std::size_t at = 0; at < reading.tokens.size();) at = read_name(reading, at, scene);
  }
  weigh(document, scene);
  estimate(document, scene);
  std::vector<PlaceMention> mentions;
  sentence_of.clear();
  for (std::size_t at = 0; at < scene.names.size(); ++at) {
    const Name& name = scene.names[at];
    if (!name.estimate && name.candidates.empty()) continue;
    mentions.push_back(mention(name, document[name.sentence]));
    sentence_of.push_back(name.sentence);
    if (reasons != nullptr) reasons->push_back(reason(scene, at));
  }
  return mentions;
}

PlaceMention PlaceFinder::mention(const Name& name, const Sentence& sentence) const {
  const Place& place =
      name.estimate ? *name.estimate : gazetteer_.place(name.candidates[name.best].place);
  PlaceMention mention;
  mention.first = name.first;
  mention.last = name.last;
  mention.span = {sentence.words[name.first].span.begin, sentence.words[name.last - 1].span.end};
  for (std::uint32_t word = name.first; word < name.last; ++word) {
    mention.name += sentence.words[word].form;
    if (word + 1 < name.last && sentence.words[word].space_after) mention.name += ' ';
  }
  mention.latitude = place.latitude;
  mention.longitude = place.longitude;
  mention.country = gazetteer_.country(place);
  mention.aside = name.aside;
  mention.estimated = name.estimate.has_value();
  mention.geonames = mention.estimated ? 0 : place.geonames;
  mention.kind = mention.estimated ? std::string(name.unlisted) : gazetteer_.kind(place);
  mention.score = name.certainty;
  return mention;
}

// True for the name of a state that other places bear too.
bool PlaceFinder::is_shared(const Reading& reading, const ActorMention& actor) const {
  if (actor.role != NameRole::name) return false;
  SequenceKey key;
  for (const NameToken& token : reading.tokens) {
    if (token.word >= actor.first && token.word < actor.last) key.add(token.hash);
  }
  const std::span<const PlaceName> names = gazetteer_.find(key);
  return std::any_of(names.begin(), names.end(), [this](const PlaceName& name) {
    return !name.alternate && gazetteer_.kind(gazetteer_.place(name.place)) != "country";
  });
}

// What the actors named in a sentence say: countries, and words that are no places.
void PlaceFinder::read_actors(Reading& reading, const WorldContext& context, Scene& scene) const {
  for (const ActorMention& actor : actors_.find(reading.sentence, context)) {
    if (actor.kind == ActorKind::state) {
      const std::string code(primary_of(actor.codes.front()));
      const double weight = is_shared(reading, actor) ? kShared : 1;
      scene.countries[code] += weight;
      scene.states[{reading.number, actor.first}] = {code, weight};
      if (actor.role == NameRole::seat) reading.seats.insert(actor.first);
      if (actor.role != NameRole::adjective && actor.role != NameRole::demonym) continue;
      if (const std::optional<std::uint32_t> state = gazetteer_.state(code)) {
        Name people;
        people.sentence = reading.number;
        people.first = actor.first;
        people.last = actor.last;
        people.aside = true;
        people.candidates.push_back({*state, false, 0, {}});
        reading.peoples.emplace(actor.first, std::move(people));
      }
    }
    if (actor.role == NameRole::surname && !actor.certain) continue;
    // "Athens, Georgia" is among the bodies only to say its state: a town, whose code is bare.
    const bool town = actor.kind == ActorKind::organisation && !actor.codes.empty() &&
                      is_state_code(actor.codes.front());
    if (town) continue;
    if (actor.kind == ActorKind::organisation || actor.kind == ActorKind::bloc) {
      reading.bodies[actor.first] = actor.last;
    }
    for (std::uint32_t word = actor.first; word < actor.last; ++word) reading.taken[word] = true;
    if (actor.kind != ActorKind::person) continue;
    for (const NameToken& token : reading.tokens) {
      if (token.word >= actor.first && token.word < actor.last) scene.persons.insert(token.hash);
    }
  }
}

PlaceFinder::Reading PlaceFinder::read_sentence(const Sentence& sentence, std::uint32_t number,
                                                const WorldContext& context, Scene& scene) const {
  Reading reading{sentence,
                  number,
                  tokens_of(sentence, naming_),
                  std::vector<bool>(sentence.words.size(), false),
                  {},
                  {},
                  {}};
  read_actors(reading, context, scene);
  for (const Word& word : sentence.words) {
    const auto told = naming_.country_words.find(fold_quickly(word.form));
    if (told != naming_.country_words.end()) scene.countries[told->second] += 0.3;
  }
  return reading;
}

// Reads the name that begins at a token, if one does; returns where to read on.
std::size_t PlaceFinder::read_name(Reading& reading, std::size_t at, Scene& scene) const {
  const std::vector<NameToken>& tokens = reading.tokens;
  Name name;
  name.sentence = reading.number;
  std::size_t end = longest_match(tokens, at, name.candidates);
  if (end > at && !tokens[at].capital && at + 1 < tokens.size()) {  // not "the Gulf" of Oman
    std::vector<Candidate> longer;
    if (longest_match(tokens, at + 1, longer) > end) return at + 1;
  }
  std::size_t past = read_unlisted(reading, at, name);
  if (past == at && end == at) past = read_locality(reading, at, scene, name);
  if (past > at) {
    scene.names.push_back(std::move(name));
    return past;
  }
  const auto people = reading.peoples.find(tokens[at].word);
  if (people != reading.peoples.end() && (end == at || reading.taken[tokens[end - 1].word])) {
    scene.names.push_back(people->second);
    reading.peoples.erase(people);
    return at + 1;
  }
  const bool foreign = std::all_of(name.candidates.begin(), name.candidates.end(),
                                   [](const Candidate& c) { return c.alternate; });
  const bool free = end > at && !reading.taken[tokens[at].word] &&
                    !reading.taken[tokens[end - 1].word] &&
                    !(foreign && reading.seats.contains(tokens[at].word));
  if (end > at && names_body(reading, tokens[at].word, tokens[end - 1].word + 1, name)) {
    name.first = tokens[at].word;
    name.last = tokens[end - 1].word + 1;
    name.aside = true;
    scene.names.push_back(std::move(name));
    return end;
  }
  if (!free || !is_place_here(reading.sentence, tokens, at, end, name.candidates, scene)) {
    return std::max(end, at + 1);
  }
  const std::vector<Word>& words = reading.sentence.words;
  name.first = tokens[at].word;
  name.last = tokens[end - 1].word + 1;
  if (name.last < words.size() && is_capitalised(words[name.last]) &&
      naming_.place_nouns.contains(fold_quickly(words[name.last].form))) {
    ++name.last;
    ++end;
  }
  const std::string& kind = gazetteer_.kind(gazetteer_.place(name.candidates.front().place));
  name.aside = kind == kPeople || kind == kUnion || words[name.last - 1].upos == Upos::adj ||
               has_institution(reading.sentence, name.last);
  scene.names.push_back(std::move(name));
  return end;
}

// "Georgia Bureau of Investigation": a body whose name begins with its country or region.
bool PlaceFinder::names_body(const Reading& reading, std::uint32_t first, std::uint32_t last,
                             const Name& name) const {
  const auto body = reading.bodies.find(first);
  if (body == reading.bodies.end() || last > body->second) return false;
  const Place& place = gazetteer_.place(name.candidates.front().place);
  return place.curated && gazetteer_.kind(place) != "none";
}

// Streets and counties, which no gazetteer of towns lists: "Wichita Drive", "Henry County".
std::size_t PlaceFinder::read_unlisted(Reading& reading, std::size_t at, Name& name) const {
  constexpr std::size_t longest = 3;
  const std::vector<Word>& words = reading.sentence.words;
  const std::size_t first = reading.tokens[at].word;
  const auto is_part = [&](std::size_t word) {
    return word < words.size() && !reading.taken[word] && is_capitalised(words[word]) &&
           (words[word].upos == Upos::propn || words[word].upos == Upos::adj ||
            words[word].upos == Upos::num);
  };
  for (std::size_t word = first; is_part(word) && word <= first + longest; ++word) {
    std::string noun = fold_quickly(words[word].form);
    if (!noun.empty() && noun.back() == '.') noun.pop_back();
    const bool street = naming_.street_nouns.contains(noun);
    if (word == first || !(street || naming_.counties.contains(noun))) continue;
    if (street && is_part(word + 1)) continue;  // "North St. Louis"
    if (!name.candidates.empty() && gazetteer_.place(name.candidates.front().place).curated) {
      return at;
    }
    name.first = static_cast<std::uint32_t>(first);
    name.last = static_cast<std::uint32_t>(word + 1);
    name.unlisted = street ? "street" : "county";
    name.aside = street || has_institution(reading.sentence, word + 1);
    name.candidates.clear();
    std::size_t end = at;
    while (end < reading.tokens.size() && reading.tokens[end].word <= word) ++end;
    return end;
  }
  return at;
}

// End of the words from a token on that may be the name of an unlisted town.
std::size_t PlaceFinder::locality_end(const Reading& reading, std::size_t at) const {
  constexpr std::size_t longest = 3;
  const std::vector<Word>& words = reading.sentence.words;
  const std::size_t first = reading.tokens[at].word;
  std::size_t end = first;
  for (; end < words.size() && end < first + longest; ++end) {
    const Word& word = words[end];
    const std::string folded = fold_quickly(word.form);
    const bool fits = word.upos == Upos::propn && is_capitalised(word) && !reading.taken[end] &&
                      word.form.size() > 2 && !naming_.calendar.contains(folded) &&
                      !naming_.institutions.contains(folded) &&
                      !naming_.ordinary.contains(folded) && !agents_.is_title(folded, naming_) &&
                      folded.find('.') == std::string::npos;
    if (!fits) break;
  }
  const bool goes_on = end < words.size() && (is_capitalised(words[end]) || words[end].form == "-");
  return goes_on ? first : end;
}

// Names that stand as those of towns do: "near Chiefland", "Grantville, Pennsylvania", "BANTAM --".
void PlaceFinder::note_localities(const Reading& reading, Scene& scene) const {
  const std::vector<Word>& words = reading.sentence.words;
  for (std::size_t at = 0; at < reading.tokens.size(); ++at) {
    const std::size_t first = reading.tokens[at].word;
    std::vector<Candidate> listed;
    if (!reading.tokens[at].capital || longest_match(reading.tokens, at, listed) > at) continue;
    const std::size_t end = locality_end(reading, at);
    if (end == first) continue;
    const bool placed = first > 0 && naming_.locatives.contains(words[first - 1].lemma);
    const bool dateline = first == 0 && reading.tokens[at].all_capitals && end < words.size() &&
                          words[end].upos == Upos::punct && words[end].form != "." &&
                          words[end].form != ":";
    if (!placed && !dateline && !precedes_region(reading, end)) continue;
    SequenceKey key;
    for (std::size_t token = at; token < reading.tokens.size(); ++token) {
      if (reading.tokens[token].word < end) key.add(reading.tokens[token].hash);
    }
    scene.localities.insert(key.value());
  }
}

// True where a comma and the name of a region or country follow.
bool PlaceFinder::precedes_region(const Reading& reading, std::size_t word) const {
  const std::vector<Word>& words = reading.sentence.words;
  if (word + 1 >= words.size() || words[word].form != ",") return false;
  for (std::size_t at = 0; at < reading.tokens.size(); ++at) {
    if (reading.tokens[at].word != word + 1) continue;
    std::vector<Candidate> region;
    if (longest_match(reading.tokens, at, region) == at) return false;
    const std::string& kind = gazetteer_.kind(gazetteer_.place(region.front().place));
    return kind != "city" && kind != "none" && kind != kPeople;
  }
  return false;
}

std::size_t PlaceFinder::read_locality(const Reading& reading, std::size_t at, const Scene& scene,
                                       Name& name) const {
  const std::size_t first = reading.tokens[at].word;
  if (scene.localities.empty() || reading.taken[first] || !reading.tokens[at].capital) return at;
  SequenceKey key;
  std::size_t best = at;
  for (std::size_t token = at; token < reading.tokens.size() && token < at + 4; ++token) {
    if (!reading.tokens[token].capital) break;
    key.add(reading.tokens[token].hash);
    if (scene.localities.contains(key.value())) best = token + 1;
  }
  if (best == at) return at;
  const std::size_t last = reading.tokens[best - 1].word + 1;
  const std::vector<Word>& words = reading.sentence.words;
  const bool institution = has_institution(reading.sentence, last);
  if (first > 0 && joins_name(reading.sentence, first - 1) && !is_direction(words[first - 1])) {
    return at;
  }
  if (last < words.size() && joins_name(reading.sentence, last) && !institution) return at;
  name.first = static_cast<std::uint32_t>(first);
  name.last = static_cast<std::uint32_t>(last);
  name.unlisted = "locality";
  name.aside = institution;
  return best;
}

bool PlaceFinder::is_direction(const Word& word) const {
  return naming_.directions.contains(fold_quickly(word.form));
}

// True where words with capitals follow that an institution of a place has: "Police Department".
bool PlaceFinder::has_institution(const Sentence& sentence, std::size_t word) const {
  constexpr std::size_t longest = 4;
  for (std::size_t at = word; at < sentence.words.size() && at < word + longest; ++at) {
    const Word& next = sentence.words[at];
    if (!is_capitalised(next)) return false;
    if (naming_.institutions.contains(fold_quickly(next.form))) return true;
  }
  return false;
}

// The longest name of a place that begins at a token; `candidates` gets the places that bear it.
std::size_t PlaceFinder::longest_match(std::span<const NameToken> tokens, std::size_t at,
                                       std::vector<Candidate>& candidates) const {
  // "Fairfield, Conn ." at the end of a sentence
  const bool closed = at > 0 && at + 2 == tokens.size() && tokens[at + 1].hash == 0;
  const std::size_t limit = std::min(tokens.size(), at + gazetteer_.longest(tokens[at].hash));
  SequenceKey key;
  std::size_t best = at;
  for (std::size_t end = at; end < limit;) {
    key.add(tokens[end++].hash);
    std::vector<Candidate> found;
    for (const PlaceName& name : gazetteer_.find(key)) {
      const bool shouted =
          tokens[at].all_capitals && tokens[at].letters <= kLetters && (name.acronyms & 1U) == 0;
      const bool calm = at > 0 && !tokens[at - 1].all_capitals && tokens[at - 1].letters > 0;
      if (shouted && calm && end == at + 1) continue;  // "the SWAT team" is not of Swat
      bool written =
          !name.dotted || ((tokens[at].dotted || closed) && !shouted);  // "L.A." is not "La."
      for (std::size_t i = at; i < end && i < at + 16; ++i) {
        const auto bit = 1U << (i - at);
        if ((name.capitals & bit) != 0 && !tokens[i].capital) written = false;
        if ((name.acronyms & bit) != 0 && !tokens[i].all_capitals) written = false;
      }
      const bool again = std::any_of(found.begin(), found.end(),
                                     [&](const Candidate& c) { return c.place == name.place; });
      if (written && !again) found.push_back({name.place, name.alternate, 0, {}});
    }
    if (found.empty()) continue;
    best = end;
    candidates = std::move(found);
  }
  return best;
}

// A capitalised word that makes its neighbour part of another name: "Samuel Jackson".
bool PlaceFinder::joins_name(const Sentence& sentence, std::size_t at) const {
  const Word& word = sentence.words[at];
  if (!is_capitalised(word)) return false;
  if (word.upos == Upos::x ? at == 0 || sentence.heading : word.upos != Upos::propn) return false;
  std::string folded = fold_quickly(word.form);
  if (folded.back() == '.') folded.pop_back();
  return !naming_.calendar.contains(folded) && !agents_.is_title(folded, naming_);
}

bool PlaceFinder::is_place_here(const Sentence& sentence, std::span<const NameToken> tokens,
                                std::size_t begin, std::size_t end,
                                const std::vector<Candidate>& candidates, Scene& scene) const {
  const Place& first = gazetteer_.place(candidates.front().place);
  if (gazetteer_.kind(first) == "none") return false;
  const std::size_t from = tokens[begin].word, to = tokens[end - 1].word + 1;
  const bool located = after_preposition(sentence, from);
  if (!tagged_as_name(sentence, from, to, first)) return false;
  const bool single = end == begin + 1;
  const bool known = first.curated;  // country, region or site
  bool joined = from > 0 && single && joins_name(sentence, from - 1) &&
                !is_direction(sentence.words[from - 1]);
  if (from > 0 && !joined) {
    std::string title = fold_quickly(sentence.words[from - 1].form);
    if (!title.empty() && title.back() == '.') title.pop_back();
    joined = single && !known && is_capitalised(sentence.words[from - 1]) &&
             naming_.titles.contains(title);
  }
  if (to < sentence.words.size() && joins_name(sentence, to)) {
    const std::string next = fold_quickly(sentence.words[to].form);
    joined = joined || (!naming_.place_nouns.contains(next) && !sentence.heading &&
                        !has_institution(sentence, to));
  }
  if (joined) {
    if (!known) scene.persons.insert(tokens[end - 1].hash);
    return false;
  }
  if (single && !known && !located && scene.persons.contains(tokens[begin].hash)) return false;
  const std::string word = fold_quickly(sentence.words[from].form);
  if (single && naming_.calendar.contains(word)) return false;
  if (single && !known && tokens[begin].ordinary) {
    const bool large = std::any_of(
        candidates.begin(), candidates.end(),
        [this](const Candidate& c) { return gazetteer_.place(c.place).population >= kLargeTown; });
    if (!located || !large) return false;
  }
  const bool foreign = std::all_of(candidates.begin(), candidates.end(),
                                   [](const Candidate& c) { return c.alternate; });
  return !foreign || !single || !tokens[begin].ordinary;
}

}  // namespace entente
