// Looks at what stands on either side of a colon or dash.
#include "coding/attribution_marks.h"

namespace entente {

namespace {

constexpr std::size_t longest_speaker = 8;  // words

bool is_verb(const Word& word) { return word.upos == Upos::verb || word.upos == Upos::aux; }

bool is_dash(const Word& word) {
  return word.form == "-" || word.form == "--" || word.form == "\u2013" || word.form == "\u2014";
}

/// The word of first..last that everything else there hangs on.
std::size_t top_of(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::size_t top = last;
  for (std::size_t steps = first; steps <= last && words[top].head >= 0; ++steps) {
    const auto head = static_cast<std::size_t>(words[top].head);
    if (head < first || head > last) break;
    top = head;
  }
  return top;
}

}  // namespace

std::optional<MarkedSpeech> speaker_before_colon(const SentenceReading& sentence,
                                                 const Parties& parties, std::size_t number) {
  const auto& words = sentence.words();
  for (std::size_t w = 1; w + 1 < words.size() && w < longest_speaker; ++w) {
    if (is_verb(words[w - 1])) return std::nullopt;
    if (words[w].form != ":") continue;
    const auto top = top_of(words, 0, w - 1);
    const bool speaker = sentence.sentence->heading ? !parties.at(number, top).codes.empty()
                                                    : words[top].upos == Upos::propn;
    if (!speaker) return std::nullopt;
    return MarkedSpeech{top, 0, w - 1, w, w + 1, words.size() - 1};
  }
  return std::nullopt;
}

std::optional<MarkedSpeech> speaker_behind_mark(const SentenceReading& sentence,
                                                const Parties& parties, std::size_t number) {
  const auto& words = sentence.words();
  if (!sentence.sentence->heading || words.size() < 4) return std::nullopt;
  std::size_t last = words.size() - 1;
  while (last > 0 && words[last].upos == Upos::punct) --last;
  for (std::size_t w = last; w > 2 && last - w < longest_speaker; --w) {
    if (is_verb(words[w])) return std::nullopt;
    const auto& mark = words[w - 1];
    const bool spaced = w >= 2 && words[w - 2].span.end < mark.span.begin;
    if (mark.form != ":" && !(is_dash(mark) && spaced)) continue;
    for (const auto top : {top_of(words, w, last), last}) {
      if (parties.at(number, top).codes.empty()) continue;
      return MarkedSpeech{top, w, last, w - 1, 0, w - 2};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> verb_before_quote(const SentenceReading& sentence, const Quote& quote) {
  const auto& words = sentence.words();
  for (std::size_t w = 1; w < words.size(); ++w) {
    if (words[w].span.begin != quote.span.begin) continue;
    if (words[w - 1].form != ":") return std::nullopt;
    auto at = w - 1;
    while (at > 0 && words[at].rel != Rel::root) --at;
    if (!is_verb(words[at])) return std::nullopt;
    return at;
  }
  return std::nullopt;
}

}  // namespace entente
