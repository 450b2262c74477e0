// The day a document gives itself: dates that stand as a line, or before the first sentence.
#include <algorithm>

#include "base/utf8.h"
#include "world/calendar.h"

namespace entente {
namespace {

constexpr std::size_t kSentences = 6;   // a dateline stands among the first ones
constexpr std::size_t kLeadWords = 12;  // and no further into its sentence

bool is_sign(const Word& word) {
  for (std::size_t at = 0; at < word.form.size();) {
    const Decoded next = decode(word.form, at);
    if (is_letter(next.code) || (next.code >= U'0' && next.code <= U'9')) return false;
    at += next.size;
  }
  return true;
}

bool is_dash(const Word& word) {
  return word.form == "--" || word.form == "-" || word.form == "\xE2\x80\x93" ||
         word.form == "\xE2\x80\x94" || word.form == "(" || word.form == ":" || word.form == ")";
}

// A day whose year is written out, so that nothing was guessed.
bool is_full(const Sentence& sentence, const TimeMention& time) {
  if (time.date.day == 0 || time.duration || time.value != to_string(time.date)) return false;
  const std::string year = std::to_string(time.date.year);
  for (std::size_t word = time.first; word < time.last; ++word) {
    if (sentence.words[word].form.find(year) != std::string_view::npos) return true;
  }
  return false;
}

// "ADEN, Yemen, March 4, 2013 -- ": capitals before the date, a dash behind it.
bool leads(const Sentence& sentence, const TimeMention& time) {
  const std::size_t end = time.last;
  if (end >= sentence.words.size() || end > kLeadWords || !is_dash(sentence.words[end]))
    return false;
  return std::all_of(
      sentence.words.begin(), sentence.words.begin() + time.first,
      [](const Word& word) { return is_sign(word) || is_upper(decode(word.form, 0).code); });
}

}  // namespace

std::optional<Date> Calendar::dateline(std::span<const Sentence> document) const {
  const std::size_t count = std::min(document.size(), kSentences);
  for (const Sentence& sentence : document.first(count)) {
    for (const TimeMention& time : times(sentence, {})) {
      if (!is_full(sentence, time)) continue;
      std::size_t others = 0;  // words of the sentence that are neither date nor sign
      for (std::size_t word = 0; word < sentence.words.size(); ++word) {
        const bool inside = word >= time.first && word < time.last;
        if (!inside && !is_sign(sentence.words[word]) && !is_day(sentence.words[word])) ++others;
      }
      if (others == 0 || leads(sentence, time)) return time.date;
    }
  }
  return std::nullopt;
}

// A weekday or another word that only dates hold.
bool Calendar::is_day(const Word& word) const {
  const std::vector<TimeMeaning>* found = meanings(lower(word.form));
  return found && std::any_of(found->begin(), found->end(), [](const TimeMeaning& meaning) {
           return meaning.kind == TimeWord::weekday || meaning.kind == TimeWord::month;
         });
}

}  // namespace entente
