// A document as coding sees it: for each sentence its clauses, names, times, places and word
// classes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coding/articles.h"
#include "coding/clauses.h"
#include "coding/lexicon.h"
#include "record/analysis.h"
#include "world/world.h"

namespace entente {

/// One sentence and everything that was asked of the other rooms about it.
struct SentenceReading {
  SentenceReading(const Sentence& s, const Grammar* grammar) : sentence(&s), clauses(s, grammar) {}

  const Sentence* sentence;
  Clauses clauses;
  std::vector<ActorMention> actors;
  std::vector<std::int16_t> actor_at;  ///< per word: index into actors, -1
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<std::int16_t> place_at;  ///< per word: index into places, -1
  std::vector<WordClasses> classes;    ///< per word
  std::vector<WordClasses> prefixes;   ///< per word, of what stands before its hyphen: anti-war
  std::vector<std::string> states;     ///< alpha-3 codes named here, in order, with repeats
  SegmentKind segment = SegmentKind::body;
  std::size_t dateline =
      0;  ///< words of a dateline before the sentence proper: "PARIS (Reuters) -"

  [[nodiscard]] const std::vector<Word>& words() const { return sentence->words; }
  [[nodiscard]] const Word& word(std::size_t at) const { return sentence->words[at]; }
  [[nodiscard]] bool is(std::size_t at, WordClass c) const { return has(classes[at], c); }
  [[nodiscard]] const ActorMention* actor(std::size_t at) const;
  [[nodiscard]] const PlaceMention* place(std::size_t at) const;
  /// A child's preposition or mark in lower case, fixed parts joined: "in", "according_to".
  [[nodiscard]] std::string link(std::size_t at) const;
  /// Classes of that link.
  [[nodiscard]] WordClasses link_classes(std::size_t at, const Lexicon& lexicon) const;
  /// Whether a word follows a prefix of that class: "anti-government", "non-ISIS".
  [[nodiscard]] bool prefixed(std::size_t at, WordClass prefix) const;
  /// "Anti-Taliban", "pro-Arland": what is named there is not who is meant.
  [[nodiscard]] bool turned(std::size_t at) const {
    return prefixed(at, WordClass::against) || prefixed(at, WordClass::camp);
  }
  [[nodiscard]] bool under(std::size_t at, std::size_t ancestor) const;
  /// First and last word of everything under a word.
  [[nodiscard]] std::pair<std::size_t, std::size_t> extent(std::size_t head) const;
};

struct Reading {
  std::span<const Sentence> source;  ///< what `sentences` are the reading of
  const Document* document = nullptr;
  Date published;
  std::vector<SentenceReading> sentences;
  std::string country;  ///< alpha-3 of the state named most, empty where none is
  bool sport = false;   ///< a report on games, in which states are teams

  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(document->text).substr(span.begin, span.size());
  }
};

/// One article of a document; `analysis` as a whole where none is given. `grammar` may be null:
/// then words have no say in how clauses are read.
[[nodiscard]] Reading read(const Document& document, const Article& article, const World& world,
                           const Lexicon& lexicon, const Grammar* grammar);
[[nodiscard]] Reading read(const Analysis& analysis, const World& world, const Lexicon& lexicon,
                           const Grammar* grammar);

[[nodiscard]] constexpr bool is_nominal(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num;
}
/// The state part of a code: "SYR" of "SYR:REB"; a slug is its own primary.
[[nodiscard]] std::string_view primary(std::string_view code);
[[nodiscard]] std::string_view sector(std::string_view code);
/// True for codes of states (upper case), false for slugs.
[[nodiscard]] bool is_state(std::string_view code);

}  // namespace entente
