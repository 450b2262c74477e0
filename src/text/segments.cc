// The steps by which the lines of a plain text are told apart.
#include "text/segments.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "entente/error.h"
#include "text/html/page_lexicon.h"
#include "text/plain/articles.h"
#include "text/plain/lexicon_file.h"
#include "text/plain/lines.h"

namespace entente {
namespace {

using plain::ends_like_prose;
using plain::folded_words;
using plain::is_prose;
using plain::Line;
using plain::looks_like_headline;
using plain::text_of;

// Limits that tell a notice from prose, in words.
constexpr std::size_t longest_notice = 40;
constexpr std::size_t longest_menu_entry = 8;
constexpr std::size_t shortest_headline = 4;

void match_furniture(std::string_view text, std::vector<Line>& lines,
                     const FurnitureLexicon& lexicon) {
  for (Line& line : lines) {
    line.furniture =
        line.is_short && line.words <= longest_notice && lexicon.matches(text_of(text, line.span));
  }
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

// The line that says the title which the source gives.
std::vector<Line>::iterator find_title(std::string_view text, std::vector<Line>& lines,
                                       std::string_view title) {
  const std::vector<std::string> wanted = folded_words(title);
  return std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.words == wanted.size() && !wanted.empty() &&
           folded_words(text_of(text, line.span)) == wanted;
  });
}

// The first line from `begin` on that is not furniture, or one shortly after it where that is a
// section's name, if it looks like a headline over a text.
std::vector<Line>::iterator guess_title(std::string_view text, std::vector<Line>& lines,
                                        std::vector<Line>::iterator begin) {
  constexpr int most_section_names = 2;
  int passed = 0;
  for (auto line = begin; line != lines.end() && passed <= most_section_names; ++line) {
    if (line->furniture) continue;
    const bool is_last = line + 1 == lines.end();
    if (!is_last && looks_like_headline(text, *line)) return line;
    if (!line->is_short || line->words >= shortest_headline) break;
    ++passed;
  }
  return lines.end();
}

// Behind the last notice above the first paragraph, where there are several.
std::vector<Line>::iterator below_notices(std::string_view text, std::vector<Line>& lines) {
  constexpr int fewest = 3;
  int notices = 0;
  auto below = lines.begin();
  for (auto line = lines.begin(); line != lines.end() && !is_prose(text, *line); ++line) {
    if (!line->furniture) continue;
    ++notices;
    below = line + 1;
  }
  return notices >= fewest ? below : lines.begin();
}

// What a site says of itself between notices above the headline.
void mark_slogans(std::string_view text, std::vector<Line>& lines,
                  std::vector<Line>::iterator headline) {
  auto last = headline;
  while (last != lines.begin() && !(last - 1)->furniture) --last;
  for (auto line = lines.begin(); line != last; ++line) {
    line->furniture = line->furniture || !is_prose(text, *line);
  }
}

// Who wrote the first article, and when, stands between its headline and its text.
void mark_head(std::string_view text, std::vector<Line>& lines,
               std::vector<Line>::iterator headline, const FurnitureLexicon& lexicon) {
  const auto at = static_cast<std::size_t>(headline - lines.begin());
  for (const std::size_t line : plain::lines_of_head(text, lines, at, lexicon.pages())) {
    lines[line].furniture = true;
  }
}

std::vector<Segment> segments_of(const std::vector<Line>& lines) {
  std::vector<Segment> segments;
  for (const Line& line : lines) {
    const SegmentKind kind = line.furniture ? SegmentKind::furniture : line.kind;
    const bool goes_on = !segments.empty() && segments.back().kind == kind &&
                         segments.back().article == line.article;
    if (goes_on) {
      segments.back().span.end = line.span.end;
      continue;
    }
    Segment segment{line.span, kind, {}, {}, line.article};
    if (!line.furniture) {
      segment.author = line.author;
      segment.published = line.published;
    }
    segments.push_back(std::move(segment));
  }
  return segments;
}

bool strip_prefix(std::string_view& line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return false;
  line.remove_prefix(prefix.size());
  return true;
}

}  // namespace

void FurnitureLexicon::add(std::string_view lines, const std::string& name) {
  plain::each_data_line(lines, [&](std::string_view line, std::uint64_t number) {
    Phrase phrase{{}, Place::anywhere};
    if (strip_prefix(line, "= ")) {
      phrase.place = Place::whole;
    } else if (strip_prefix(line, "^ ")) {
      phrase.place = Place::begin;
    }
    phrase.words = plain::folded_words(line);
    if (phrase.words.empty()) {
      throw Error(ErrorKind::malformed, "there is no word in this phrase", {name, number});
    }
    by_first_word_[phrase.words.front()].push_back(std::move(phrase));
    ++phrases_;
  });
}

FurnitureLexicon FurnitureLexicon::load(std::span<const std::string> data_dirs,
                                        const std::string& language) {
  FurnitureLexicon lexicon;
  const auto add = [&](auto& to, const std::filesystem::path& path) {
    std::error_code failure;
    if (std::filesystem::exists(path, failure)) to.add(read_file(path.string()), path.string());
  };
  for (const std::string& folder : data_dirs) {
    const auto files = std::filesystem::path(folder) / language / "segmentation";
    add(lexicon, files / "furniture.txt");
    add(lexicon.captions_, files / "captions.txt");
    add(lexicon.heads_, files / "threads.txt");
  }
  lexicon.pages_ = std::make_shared<const PageLexicon>(PageLexicon::load(data_dirs, language));
  return lexicon;
}

bool FurnitureLexicon::matches(std::string_view line) const {
  const std::vector<std::string> words = plain::folded_words(line);
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
  std::vector<Line> lines = plain::lines_of(text);
  if (furniture != nullptr) match_furniture(text, lines, *furniture);
  auto headline = find_title(text, lines, title);
  const bool guess = headline == lines.end() && title.empty();
  if (guess) headline = guess_title(text, lines, lines.begin());
  if (guess && headline == lines.end()) {
    headline = guess_title(text, lines, below_notices(text, lines));
  }
  close_gaps(text, lines);
  if (headline != lines.end()) {
    headline->kind = SegmentKind::title;
    headline->furniture = false;
    mark_slogans(text, lines, headline);
  }
  if (furniture != nullptr) {
    plain::mark_captions(text, lines, furniture->captions());
    plain::mark_comments(text, lines, furniture->heads(), furniture->pages());
    plain::mark_articles(text, lines, furniture->pages());
    if (headline != lines.end()) mark_head(text, lines, headline, *furniture);
  }
  return segments_of(lines);
}

}  // namespace entente
