// The lines of a plain text, and what each looks like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"

namespace entente::plain {

struct Line {
  Span span;  ///< without the white space around it
  bool is_short = false;
  bool furniture = false;
  bool blank_before = false;  ///< an empty line, or the text's begin
  std::size_t words = 0;      ///< of a short line
  SegmentKind kind = SegmentKind::body;
  std::uint32_t article = 0;
  std::string author;     ///< of the article or comment that begins here
  std::string published;  ///< likewise
};

/// The lines that hold more than white space.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

/// Words of letters and digits, lower case, without diacritics; punctuation is left out.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

[[nodiscard]] inline std::string_view text_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}
[[nodiscard]] Span trimmed(std::string_view text, std::size_t begin, std::size_t end);

/// What stands between white space.
[[nodiscard]] std::vector<std::string_view> tokens_of(std::string_view line);

[[nodiscard]] bool ends_like_prose(std::string_view line);
[[nodiscard]] bool looks_like_headline(std::string_view text, const Line& line);
/// Some sentences, not a title or an entry of a menu.
[[nodiscard]] bool is_prose(std::string_view text, const Line& line);
/// Two to four words with capitals and nothing else: a name, or a heading in capitals.
[[nodiscard]] bool looks_like_name(std::string_view line);
/// Begins like a report from a place: "PARIS (Agency) —", "KABUL, Arland -".
[[nodiscard]] bool begins_with_dateline(std::string_view line);

}  // namespace entente::plain
