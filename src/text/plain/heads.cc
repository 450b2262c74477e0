// Heads of comments by patterns.
#include "text/plain/heads.h"

#include <algorithm>

#include "base/utf8.h"
#include "entente/date.h"
#include "entente/error.h"
#include "text/html/page_dates.h"
#include "text/plain/lexicon_file.h"
#include "text/plain/lines.h"

namespace entente {
namespace {

constexpr std::size_t most_tokens = 14;
constexpr std::size_t most_name_tokens = 4;
constexpr std::size_t most_time_tokens = 9;

std::string folded(std::string_view token) {
  std::string word;
  for (const std::string& part : plain::folded_words(token)) word += part;
  return word;
}

std::string joined(const std::vector<std::string_view>& tokens, std::size_t begin,
                   std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += (text.empty() ? "" : " ") + std::string(tokens[i]);
  }
  return text;
}

// Names and the handles that people write under, not sentences.
bool is_name(const std::vector<std::string_view>& tokens, std::size_t begin, std::size_t end) {
  if (end <= begin || end - begin > most_name_tokens) return false;
  const auto is_part = [](std::string_view token) {
    const char last = token.back();
    const bool initial = token.size() <= 3 && last == '.';
    return initial || (last != '.' && last != '!' && last != '?' && last != ';' && last != '"');
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_part(tokens[i])) return false;
  }
  return is_letter(decode(tokens[begin], 0).code) || tokens[begin].front() == '@';
}

std::string without_marks(std::string name) {
  while (!name.empty() && (name.back() == ':' || name.back() == ',')) name.pop_back();
  return name;
}

bool is_time(std::string_view words, bool may_lack) {
  if (words.empty()) return may_lack;
  constexpr std::size_t shortened = 5;  // "p.m.", "Mar."
  const std::size_t space = words.rfind(' ');
  const std::size_t last =
      space == std::string_view::npos ? words.size() : words.size() - space - 1;
  if (words.back() == '.' && last > shortened) return false;  // a sentence ends here
  return words.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::string date_in(std::string_view line, const PageLexicon* dates) {
  if (dates == nullptr) return "";
  const std::vector<FoundDate> found = dates_in(line, *dates);
  // In figures that may be read both ways no day is certain.
  if (found.empty() || found.front().other.known()) return "";
  return to_string(found.front().date);
}

void CommentHeads::add(std::string_view lines, const std::string& name) {
  plain::each_data_line(lines, [&](std::string_view line, std::uint64_t number) {
    Pattern pattern;
    bool named = false;
    for (const std::string_view token : plain::tokens_of(line)) {
      if (token == "{name}") {
        pattern.push_back({Part::Kind::name, {}});
        named = true;
      } else if (token == "{when}") {
        pattern.push_back({Part::Kind::time, {}});
      } else if (token == "{date}") {
        pattern.push_back({Part::Kind::date, {}});
      } else if (token == "{when?}") {
        pattern.push_back({Part::Kind::time_or_nothing, {}});
      } else {
        pattern.push_back({Part::Kind::word, folded(token)});
        words_.insert(pattern.back().word);
      }
    }
    if (!named)
      throw Error(ErrorKind::malformed, "there is no {name} in this line", {name, number});
    patterns_.push_back(std::move(pattern));
  });
}

/// Where the name that begins at token `at` ends: before `next`, the pattern's next word, or where
/// none comes before the figures of a time.
std::size_t CommentHeads::end_of_name(const std::vector<std::string_view>& tokens, std::size_t at,
                                      const std::string& next, const PageLexicon* dates) {
  const auto begins_date = [&](std::size_t i) {
    return !date_in(joined(tokens, i, tokens.size()), dates).empty() &&
           date_in(joined(tokens, i + 1, tokens.size()), dates).empty();
  };
  std::size_t end = at;
  while (end < tokens.size() && end - at <= most_name_tokens) {
    const bool may_end = end > at;
    if (may_end && !next.empty() && folded(tokens[end]) == next) break;
    if (may_end && next.empty() && (is_digit(decode(tokens[end], 0).code) || begins_date(end))) {
      break;
    }
    ++end;
  }
  return end;
}

std::optional<CommentHead> CommentHeads::match(const Pattern& pattern,
                                               const std::vector<std::string_view>& tokens,
                                               const PageLexicon* dates) {
  CommentHead head;
  std::size_t at = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    const Part& part = pattern[p];
    const std::string next = p + 1 < pattern.size() ? pattern[p + 1].word : "";
    if (part.kind == Part::Kind::word) {
      if (at == tokens.size() || folded(tokens[at]) != part.word) return std::nullopt;
      ++at;
      continue;
    }
    if (part.kind == Part::Kind::name) {
      const std::size_t end = end_of_name(tokens, at, next, dates);
      if (!is_name(tokens, at, end)) return std::nullopt;
      head.author = without_marks(joined(tokens, at, end));
      at = end;
      continue;
    }
    std::size_t end = tokens.size();
    if (!next.empty() && end > at) --end;  // "ago"
    head.published = date_in(joined(tokens, at, end), dates);
    if (!is_time(joined(tokens, at, end), part.kind == Part::Kind::time_or_nothing) ||
        end - at > most_time_tokens) {
      return std::nullopt;
    }
    if (part.kind == Part::Kind::date && head.published.empty()) return std::nullopt;
    at = end;
  }
  if (at != tokens.size()) return std::nullopt;
  return head;
}

std::optional<CommentHead> CommentHeads::read(std::string_view line,
                                              const PageLexicon* dates) const {
  std::vector<std::string_view> tokens = plain::tokens_of(line);
  if (tokens.size() > 2 * most_tokens) return std::nullopt;
  // "Hald • 3 March 2031": what only parts the two says nothing.
  std::erase_if(tokens, [](std::string_view token) { return folded(token).empty(); });
  if (tokens.empty() || tokens.size() > most_tokens) return std::nullopt;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    std::optional<CommentHead> head = match(patterns_[i], tokens, dates);
    if (!head || words_.contains(folded(head->author))) continue;
    head->pattern = i;
    return head;
  }
  return std::nullopt;
}

}  // namespace entente
