// The shape of datelines.
#include "language/dateline.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t longest = 20;        ///< words of a dateline, with its dash
constexpr std::size_t least_behind = 3;    ///< words of a sentence behind it
constexpr std::size_t least_capitals = 4;  ///< letters of a place that stands alone before the dash
constexpr std::size_t longest_particle = 2;  ///< bytes of a small word inside a name: "de", "al"

char32_t first_of(std::string_view form) { return form.empty() ? 0 : decode(form, 0).code; }

/// Letters of a form that has no small ones; 0 for any other.
std::size_t capitals_in(std::string_view form) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < form.size();) {
    const Decoded next = decode(form, at);
    if (is_lower(next.code)) return 0;
    if (is_letter(next.code)) ++letters;
    at += next.size;
  }
  return letters;
}

bool is_dash(std::string_view form) {
  return form == "-" || form == "--" || form == "–" || form == "—";
}

/// A dash with space before it, or one that is a dash and no hyphen.
bool parts(const Word& word, const Word& before) {
  return is_dash(word.form) &&
         (word.form.size() > 1 || before.space_after || word.span.begin > before.span.end);
}

/// What a dateline consists of outside its brackets.
bool may_belong(std::string_view form) {
  const char32_t first = first_of(form);
  const bool mark = form == "," || form == "." || form == "/" || form == "-";
  return mark || is_upper(first) || is_digit(first) || form.size() <= longest_particle;
}

/// A sentence proper begins with a capital, a number or a quotation.
bool may_begin_sentence(const Word& word) {
  const char32_t first = first_of(word.form);
  return is_upper(first) || (!is_letter(first) && !is_dash(word.form));
}

}  // namespace

std::size_t dateline_words(const Sentence& sentence) {
  const auto& words = sentence.words;
  if (words.empty() || capitals_in(words[0].form) < 2) return 0;
  const std::size_t end = std::min(words.size(), longest);
  std::size_t capitals = 0;
  bool in_brackets = false, marked = false;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view form = words[i].form;
    if (i > 0 && !in_brackets && parts(words[i], words[i - 1])) {
      const bool follows = words.size() >= i + 1 + least_behind && may_begin_sentence(words[i + 1]);
      return follows && (marked || capitals >= least_capitals) ? i + 1 : 0;
    }
    if (form == "(") in_brackets = true;
    if (form == ")") in_brackets = false;
    // A place and its country or day are parted by a comma; a source stands in brackets.
    marked = marked || form == "," || form == ")";
    if (!marked && !in_brackets && form != "(") {
      const std::size_t here = capitals_in(form);
      const bool joins = form == "/" || form == "-" || form.size() <= longest_particle;
      if (here == 0 && !joins) return 0;
      capitals += here;
    }
    if (form != "(" && !in_brackets && form != ")" && !may_belong(form)) return 0;
  }
  return 0;
}

}  // namespace entente
