// Heads of comments by patterns.
#include "text/plain/heads.h"

#include <algorithm>
#include <utility>

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
  const char32_t first = decode(tokens[begin], 0).code;
  // Handles are of one word; what has several begins with a capital, where there are such.
  if (end - begin > 1) return is_letter(first) && !is_lower(first);
  return is_letter(first) || first == U'@';
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
    if (!named) {
      throw Error(ErrorKind::malformed, "there is no {name} in this line", {name, number});
    }
    note_begin(pattern);
    patterns_.push_back(std::move(pattern));
  });
}

/// A line cut into tokens, and the dates in it.
struct CommentHeads::Asked {
  Asked(std::string_view line, const PageLexicon* dates) {
    for (const std::string_view token : plain::tokens_of(line)) {
      // "Hald • 3 March 2031": what only parts the two says nothing.
      std::string word = folded(token);
      if (word.empty()) continue;
      tokens.push_back(token);
      words.push_back(std::move(word));
    }
    if (dates == nullptr || tokens.size() > most_tokens) return;
    for (const FoundDate& found : dates_in(line, *dates)) {
      const auto at = std::find_if(tokens.begin(), tokens.end(), [&](std::string_view token) {
        const auto begin = static_cast<std::size_t>(token.data() - line.data());
        return found.begin >= begin && found.begin < begin + token.size();
      });
      // In figures that may be read both ways no day is certain.
      days.push_back({static_cast<std::size_t>(at - tokens.begin()),
                      found.other.known() ? "" : to_string(found.date)});
    }
  }
  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  [[nodiscard]] bool has_date_at(std::size_t token) const {
    return std::any_of(days.begin(), days.end(),
                       [&](const auto& day) { return day.first == token; });
  }
  [[nodiscard]] std::string day_from(std::size_t token) const {
    for (const auto& [at, day] : days) {
      if (at >= token) return day;
    }
    return "";
  }

  std::vector<std::string_view> tokens;
  std::vector<std::string> words;                         // the same, folded
  std::vector<std::pair<std::size_t, std::string>> days;  // by the token they begin with
};

/// Where the name that begins at token `at` ends: before `next`, the pattern's next word, or where
/// none comes before the figures of a time.
std::size_t CommentHeads::end_of_name(const Asked& line, std::size_t at, const std::string& next) {
  std::size_t end = at;
  while (end < line.size() && end - at <= most_name_tokens) {
    const bool may_end = end > at;
    if (may_end && !next.empty() && line.words[end] == next) break;
    const bool figures = is_digit(decode(line.tokens[end], 0).code);
    if (may_end && next.empty() && (figures || line.has_date_at(end))) break;
    ++end;
  }
  return end;
}

std::optional<CommentHead> CommentHeads::match(const Pattern& pattern, const Asked& line) {
  CommentHead head;
  std::size_t at = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    const Part& part = pattern[p];
    const std::string& next = p + 1 < pattern.size() ? pattern[p + 1].word : part.word;
    if (part.kind == Part::Kind::word) {
      if (at == line.size() || line.words[at] != part.word) return std::nullopt;
      ++at;
      continue;
    }
    if (part.kind == Part::Kind::name) {
      const std::size_t end = end_of_name(line, at, next);
      if (!is_name(line.tokens, at, end)) return std::nullopt;
      head.author = without_marks(joined(line.tokens, at, end));
      at = end;
      continue;
    }
    std::size_t end = line.size();
    if (!next.empty() && end > at) --end;  // "ago"
    if (end - at > most_time_tokens ||
        !is_time(joined(line.tokens, at, end), part.kind == Part::Kind::time_or_nothing)) {
      return std::nullopt;
    }
    head.published = line.day_from(at);
    if (part.kind == Part::Kind::date && head.published.empty()) return std::nullopt;
    at = end;
  }
  if (at != line.size()) return std::nullopt;
  return head;
}

void CommentHeads::note_begin(const Pattern& pattern) {
  if (pattern.front().kind != Part::Kind::name) {
    first_words_.insert(pattern.front().word);
    return;
  }
  const bool timed = std::any_of(pattern.begin(), pattern.end(), [](const Part& part) {
    return part.kind == Part::Kind::date || part.kind == Part::Kind::time;
  });
  names_first_ = names_first_ || !timed;
}

/// Most lines are told by their first word, or by having no figures.
bool CommentHeads::may_begin(std::string_view line) const {
  if (names_first_ || line.find_first_of("0123456789") != std::string_view::npos) return true;
  std::size_t end = 0;
  while (end < line.size() && !is_space(decode(line, end).code)) end += decode(line, end).size;
  return first_words_.contains(folded(line.substr(0, end)));
}

std::optional<CommentHead> CommentHeads::read(std::string_view line,
                                              const PageLexicon* dates) const {
  constexpr std::size_t longest = 160;  // bytes
  if (line.size() > longest || !may_begin(line)) return std::nullopt;
  const Asked asked(line, dates);
  if (asked.size() == 0 || asked.size() > most_tokens) return std::nullopt;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    std::optional<CommentHead> head = match(patterns_[i], asked);
    if (!head || words_.contains(folded(head->author))) continue;
    head->pattern = i;
    return head;
  }
  return std::nullopt;
}

}  // namespace entente
