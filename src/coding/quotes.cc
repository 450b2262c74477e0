// Pairs quotation marks across the words of a paragraph.
#include "coding/quotes.h"

#include <string_view>

namespace entente {

namespace {

enum class Mark { none, open, close, either };

Mark mark_of(std::string_view form) {
  if (form == "\u201c" || form == "\u00ab" || form == "``" || form == "\u201e") return Mark::open;
  if (form == "\u201d" || form == "\u00bb") return Mark::close;
  if (form == "\"" || form == "''") return Mark::either;
  return Mark::none;
}

}  // namespace

std::vector<Quote> quotes(const Reading& reading) {
  std::vector<Quote> out;
  bool open = false;
  Quote now;
  std::uint32_t paragraph = 0;
  const auto close = [&](std::uint32_t sentence, std::uint32_t end) {
    now.span.end = end;
    now.last_sentence = sentence;
    out.push_back(now);
    open = false;
  };
  std::uint32_t last_end = 0;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const auto& sentence = *reading.sentences[s].sentence;
    if (open && sentence.paragraph != paragraph) close(s - 1, last_end);
    paragraph = sentence.paragraph;
    for (const auto& word : sentence.words) {
      const auto mark = mark_of(word.form);
      if (mark != Mark::none && open && mark != Mark::open) {
        close(s, word.span.end);
      } else if (mark != Mark::none && !open && mark != Mark::close) {
        open = true;
        now = {{word.span.begin, word.span.end}, s, s};
      }
    }
    last_end = sentence.span.end;
  }
  if (open) close(static_cast<std::uint32_t>(reading.sentences.size() - 1), last_end);
  return out;
}

}  // namespace entente
