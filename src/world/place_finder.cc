// Places in a document: which words name one.
#include "world/place_finder.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::uint32_t kLargeTown = 50000;  // known by a name that is an everyday word

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

std::vector<PlaceMention> PlaceFinder::find(std::span<const Sentence> document,
                                            const WorldContext& context,
                                            std::vector<std::uint32_t>& sentence_of) const {
  Scene scene;
  if (!context.country.empty()) scene.countries[context.country] += 1;
  for (std::uint32_t at = 0; at < document.size(); ++at) {
    read_sentence(document[at], at, context, scene);
  }
  weigh(document, scene);
  std::vector<PlaceMention> mentions;
  sentence_of.clear();
  for (const Name& name : scene.names) {
    const Place& place = gazetteer_.place(name.candidates[name.best].place);
    const Sentence& sentence = document[name.sentence];
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
    mention.geonames = place.geonames;
    mention.country = gazetteer_.country(place);
    mention.kind = gazetteer_.kind(place);
    mention.score = name.certainty;
    mentions.push_back(std::move(mention));
    sentence_of.push_back(name.sentence);
  }
  return mentions;
}

void PlaceFinder::read_sentence(const Sentence& sentence, std::uint32_t number,
                                const WorldContext& context, Scene& scene) const {
  const std::vector<NameToken> tokens = tokens_of(sentence, naming_);
  std::vector<bool> taken(sentence.words.size(), false);  // by an actor that is no place
  std::set<std::uint32_t> seats;  // first words of "White House" and the like
  for (const ActorMention& actor : actors_.find(sentence, context)) {
    if (actor.kind == ActorKind::state) {
      scene.countries[std::string(primary_of(actor.codes.front()))] += 1;
      const bool seat = actor.role == NameRole::seat;
      if (seat) seats.insert(actor.first);
      if (actor.role != NameRole::adjective && actor.role != NameRole::demonym) continue;
    }
    if (actor.role == NameRole::surname && !actor.certain) continue;
    for (std::uint32_t word = actor.first; word < actor.last; ++word) taken[word] = true;
    if (actor.kind != ActorKind::person) continue;
    for (const NameToken& token : tokens) {
      if (token.word >= actor.first && token.word < actor.last) scene.persons.insert(token.hash);
    }
  }
  for (std::size_t at = 0; at < tokens.size();) {
    std::vector<Candidate> candidates;
    std::size_t end = longest_match(tokens, at, candidates);
    if (end > at && !tokens[at].capital && at + 1 < tokens.size()) {  // not "the Gulf" of Oman
      std::vector<Candidate> longer;
      const std::size_t past = longest_match(tokens, at + 1, longer);
      if (past > end) {
        ++at;
        end = past;
        candidates = std::move(longer);
      }
    }
    const bool foreign = std::all_of(candidates.begin(), candidates.end(),
                                     [](const Candidate& c) { return c.alternate; });
    const bool free = end > at && !taken[tokens[at].word] && !taken[tokens[end - 1].word] &&
                      !(foreign && seats.contains(tokens[at].word));
    if (!free || !is_place_here(sentence, tokens, at, end, candidates, scene)) {
      at = std::max(end, at + 1);
      continue;
    }
    Name name;
    name.sentence = number;
    name.first = tokens[at].word;
    name.last = tokens[end - 1].word + 1;
    if (name.last < sentence.words.size() && is_capitalised(sentence.words[name.last]) &&
        naming_.place_nouns.contains(fold_quickly(sentence.words[name.last].form))) {
      ++name.last;
      ++end;
    }
    name.candidates = std::move(candidates);
    scene.names.push_back(std::move(name));
    at = end;
  }
}

// The longest name of a place that begins at a token; `candidates` gets the places that bear it.
std::size_t PlaceFinder::longest_match(std::span<const NameToken> tokens, std::size_t at,
                                       std::vector<Candidate>& candidates) const {
  const std::size_t limit = std::min(tokens.size(), at + gazetteer_.longest(tokens[at].hash));
  SequenceKey key;
  std::size_t best = at;
  for (std::size_t end = at; end < limit;) {
    key.add(tokens[end++].hash);
    std::vector<Candidate> found;
    for (const PlaceName& name : gazetteer_.find(key)) {
      const bool shouted = tokens[at].all_capitals && (name.acronyms & 1U) == 0;
      bool written = !name.dotted || (tokens[at].dotted && !shouted);  // "L.A." is not "La."
      for (std::size_t i = at; i < end && i < at + 16; ++i) {
        const auto bit = 1U << (i - at);
        if ((name.capitals & bit) != 0 && !tokens[i].capital) written = false;
        if ((name.acronyms & bit) != 0 && !tokens[i].all_capitals) written = false;
      }
      const bool again = std::any_of(found.begin(), found.end(),
                                     [&](const Candidate& c) { return c.place == name.place; });
      if (written && !again) found.push_back({name.place, name.alternate, 0});
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
  const Word& last = sentence.words[to - 1];
  const bool tagged = last.upos != Upos::x;
  const bool located = after_preposition(sentence, from);
  if (tagged && last.upos != Upos::propn && !(located && last.upos == Upos::noun) &&
      !(first.curated && last.upos == Upos::noun)) {
    return false;
  }
  const bool single = end == begin + 1;
  const bool known = first.curated;  // country, region or site
  bool joined = from > 0 && joins_name(sentence, from - 1) && single;
  if (from > 0 && !joined) {
    std::string title = fold_quickly(sentence.words[from - 1].form);
    if (!title.empty() && title.back() == '.') title.pop_back();
    joined = single && !known && is_capitalised(sentence.words[from - 1]) &&
             naming_.titles.contains(title);
  }
  if (to < sentence.words.size() && joins_name(sentence, to)) {
    const std::string next = fold_quickly(sentence.words[to].form);
    joined = joined || (!naming_.place_nouns.contains(next) && !sentence.heading);
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
