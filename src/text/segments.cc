// Title and furniture by the look of lines and by a lexicon.
#include "text/segments.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

// Limits that tell a notice from prose, in words.
constexpr std::size_t longest_notice = 40;
constexpr std::size_t longest_menu_entry = 8;
constexpr std::size_t longest_headline = 25;
constexpr std::size_t shortest_headline = 4;
// A line with more bytes than this is prose whatever it says, and is not looked at closer.
constexpr std::size_t longest_short_line = 600;

struct Line {
  Span span;  // without the white space around it
  bool is_short = false;
  bool furniture = false;
  std::size_t words = 0;
  SegmentKind kind = SegmentKind::body;
};

// Words of letters and digits, lower case, without diacritics; punctuation is left out.
std::vector<std::string> words_of(std::string_view text) {
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

std::string_view text_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

std::vector<Line> lines_of(std::string_view text, const FurnitureLexicon* furniture) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line line{trimmed(text, begin, end)};
    begin = end + 1;
    if (line.span.empty()) continue;
    line.is_short = line.span.size() <= longest_short_line;
    if (line.is_short) {
      const std::string_view content = text_of(text, line.span);
      line.words = words_of(content).size();
      line.furniture =
          furniture != nullptr && line.words <= longest_notice && furniture->matches(content);
    }
    lines.push_back(line);
  }
  return lines;
}

char32_t last_character(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && !is_boundary(text, last)) --last;
  return decode(text, last).code;
}

bool ends_like_prose(std::string_view line) {
  const char32_t last = last_character(line);
  return last == U'.' || last == U',' || last == U';' || last == U':' || last == U'…';
}

// A menu entry between two notices belongs to them: in a run of short lines of which half or more
// match, all from the first match to the last are furniture.
void close_gaps(std::string_view text, std::vector<Line>& lines) {
  for (std::size_t begin = 0; begin < lines.size(); ++begin) {
    if (!lines[begin].furniture) continue;
    std::size_t matched = 1;
    std::size_t last = begin;
    for (std::size_t at = begin + 1; at < lines.size(); ++at) {
      const bool entry = lines[at].words > 0 && lines[at].words <= longest_menu_entry &&
                         !ends_like_prose(text_of(text, lines[at].span));
      if (!lines[at].furniture && !entry) break;
      if (!lines[at].furniture) continue;
      ++matched;
      if (2 * matched >= at - begin + 1) last = at;
    }
    for (std::size_t at = begin; at <= last; ++at) lines[at].furniture = true;
    begin = last;
  }
}

bool looks_like_headline(std::string_view text, const Line& line) {
  if (!line.is_short || line.words < shortest_headline || line.words > longest_headline) {
    return false;
  }
  const std::string_view content = text_of(text, line.span);
  const char32_t first = decode(content, 0).code;
  return !ends_like_prose(content) && !is_lower(first);
}

// The line that says the title which the source gives.
std::vector<Line>::iterator find_title(std::string_view text, std::vector<Line>& lines,
                                       std::string_view title) {
  const std::vector<std::string> wanted = words_of(title);
  return std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.words == wanted.size() && !wanted.empty() &&
           words_of(text_of(text, line.span)) == wanted;
  });
}

// The first line that is not furniture, or one shortly after it where that is a section's name, if
// it looks like a headline over a text.
std::vector<Line>::iterator guess_title(std::string_view text, std::vector<Line>& lines) {
  constexpr int most_section_names = 2;
  int passed = 0;
  for (auto line = lines.begin(); line != lines.end() && passed <= most_section_names; ++line) {
    if (line->furniture) continue;
    const bool is_last = line + 1 == lines.end();
    if (!is_last && looks_like_headline(text, *line)) return line;
    if (!line->is_short || line->words >= shortest_headline) break;
    ++passed;
  }
  return lines.end();
}

bool strip_prefix(std::string_view& line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return false;
  line.remove_prefix(prefix.size());
  return true;
}

}  // namespace

void FurnitureLexicon::add(std::string_view lines, const std::string& name) {
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const Span span = trimmed(lines, begin, end);
    std::string_view line = text_of(lines, span);
    begin = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    Phrase phrase{{}, Place::anywhere};
    if (strip_prefix(line, "= ")) {
      phrase.place = Place::whole;
    } else if (strip_prefix(line, "^ ")) {
      phrase.place = Place::begin;
    }
    phrase.words = words_of(line);
    if (phrase.words.empty()) {
      throw Error(ErrorKind::malformed, "there is no word in this phrase", {name, number});
    }
    by_first_word_[phrase.words.front()].push_back(std::move(phrase));
    ++phrases_;
  }
}

FurnitureLexicon FurnitureLexicon::load(std::span<const std::string> data_dirs,
                                        const std::string& language) {
  FurnitureLexicon lexicon;
  for (const std::string& folder : data_dirs) {
    const auto path = std::filesystem::path(folder) / language / "segmentation" / "furniture.txt";
    std::error_code failure;
    if (std::filesystem::exists(path, failure)) {
      lexicon.add(read_file(path.string()), path.string());
    }
  }
  return lexicon;
}

bool FurnitureLexicon::matches(std::string_view line) const {
  const std::vector<std::string> words = words_of(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto found = by_first_word_.find(words[at]);
    if (found == by_first_word_.end()) continue;
    for (const Phrase& phrase : found->second) {
      const std::size_t size = phrase.words.size();
      if (size > words.size() - at || (phrase.place != Place::anywhere && at > 0)) continue;
      if (phrase.place == Place::whole && size != words.size()) continue;
      if (std::equal(phrase.words.begin(), phrase.words.end(),
                     words.begin() + static_cast<std::ptrdiff_t>(at))) {
        return true;
      }
    }
  }
  return false;
}

std::vector<Segment> mark_segments(std::string_view text, std::string_view title,
                                   const FurnitureLexicon* furniture) {
  std::vector<Line> lines = lines_of(text, furniture);
  auto headline = find_title(text, lines, title);
  if (headline == lines.end() && title.empty()) headline = guess_title(text, lines);
  close_gaps(text, lines);
  for (Line& line : lines) {
    if (line.furniture) line.kind = SegmentKind::furniture;
  }
  if (headline != lines.end()) headline->kind = SegmentKind::title;

  std::vector<Segment> segments;
  for (const Line& line : lines) {
    if (!segments.empty() && segments.back().kind == line.kind) {
      segments.back().span.end = line.span.end;
    } else {
      segments.push_back({line.span, line.kind, {}, {}});
    }
  }
  return segments;
}

}  // namespace entente
