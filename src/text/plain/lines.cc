// Lines by their lengths, ends and capitals.
#include "text/plain/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::plain {
namespace {

constexpr std::size_t longest_headline = 25;
constexpr std::size_t shortest_headline = 4;
constexpr std::size_t shortest_prose = 25;
// A line with more bytes than this is prose whatever it says, and is not looked at closer.
constexpr std::size_t longest_short_line = 600;

char32_t last_character(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && !is_boundary(text, last)) --last;
  return decode(text, last).code;
}

bool is_dash(std::string_view token) {
  return token == "-" || token == "--" || token == "–" || token == "—";
}

bool has_small_letter(std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    const Decoded next = decode(token, at);
    if (is_lower(next.code)) return true;
    at += next.size;
  }
  return false;
}

// "Hald", "al-Hald", "J.", "O'Hald": the part of a name that bears its capital.
bool is_name_word(std::string_view token) {
  bool capital = false;
  for (std::size_t at = 0; at < token.size();) {
    const Decoded next = decode(token, at);
    const bool joins =
        next.code == U'.' || next.code == U'-' || next.code == U'\'' || next.code == U'’';
    if (!is_letter(next.code) && !joins) return false;
    const bool begins = at == 0 || token[at - 1] == '-';
    capital = capital || (begins && is_upper(next.code));
    at += next.size;
  }
  return capital;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded next = decode(folded, at);
    const bool part = is_letter(next.code) || is_digit(next.code);
    const bool joins = next.code == U'\'' && inside;
    if (part && !inside) words.emplace_back();
    if (part) words.back().append(folded, at, next.size);
    inside = part || joins;
    at += next.size;
  }
  return words;
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const Decoded next = decode(text, begin);
    if (!is_space(next.code)) break;
    begin += next.size;
  }
  while (begin < end) {
    std::size_t last = end - 1;
    while (last > begin && !is_boundary(text, last)) --last;
    if (!is_space(decode(text, last).code)) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<std::string_view> tokens_of(std::string_view line) {
  std::vector<std::string_view> tokens;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const bool last = at == line.size();
    const Decoded next = last ? Decoded{U' ', 1} : decode(line, at);
    if (is_space(next.code)) {
      if (at > begin) tokens.push_back(line.substr(begin, at - begin));
      begin = at + next.size;
    }
    at += next.size;
  }
  return tokens;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line line;
    line.span = trimmed(text, begin, end);
    begin = end + 1;
    if (line.span.empty()) {
      blank = true;
      continue;
    }
    line.blank_before = blank;
    blank = false;
    line.is_short = line.span.size() <= longest_short_line;
    if (line.is_short) line.words = folded_words(text_of(text, line.span)).size();
    lines.push_back(std::move(line));
  }
  return lines;
}

bool ends_like_prose(std::string_view line) {
  const char32_t last = last_character(line);
  return last == U'.' || last == U',' || last == U';' || last == U':' || last == U'…';
}

bool looks_like_headline(std::string_view text, const Line& line) {
  if (!line.is_short || line.words < shortest_headline || line.words > longest_headline) {
    return false;
  }
  const std::string_view content = text_of(text, line.span);
  const char32_t first = decode(content, 0).code;
  return !ends_like_prose(content) && !is_lower(first);
}

bool is_prose(std::string_view text, const Line& line) {
  if (line.furniture) return false;
  if (!line.is_short || line.words >= shortest_prose) return true;
  return line.words >= shortest_prose / 2 && ends_like_prose(text_of(text, line.span));
}

bool looks_like_name(std::string_view line) {
  constexpr std::size_t fewest = 2, most = 4, longest_particle = 3;
  const std::vector<std::string_view> tokens = tokens_of(line);
  if (tokens.size() < fewest || tokens.size() > most) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool particle = i > 0 && i + 1 < tokens.size() && tokens[i].size() <= longest_particle;
    if (!particle && !is_name_word(tokens[i])) return false;
  }
  return true;
}

bool begins_with_dateline(std::string_view line) {
  constexpr std::size_t most_bytes = 90, most_tokens = 10;
  const std::vector<std::string_view> tokens = tokens_of(line.substr(0, most_bytes));
  if (tokens.size() < 2 || tokens[0].size() < 3 || has_small_letter(tokens[0])) return false;
  if (!is_letter(decode(tokens[0], 0).code)) return false;
  for (std::size_t i = 1; i < std::min(tokens.size(), most_tokens); ++i) {
    if (is_dash(tokens[i])) return true;
    const bool bracket = tokens[i].front() == '(' || tokens[i - 1].front() == '(';
    if (!bracket && is_lower(decode(tokens[i], 0).code)) return false;
  }
  return false;
}

}  // namespace entente::plain
