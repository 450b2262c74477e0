// Lines into blocks. A line break is a wrap when the next line's first word would not have fitted
// any more, or when the sentence plainly goes on; else its writer ended something there.
#include "text/layout.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace entente {
namespace {

// No wrapped text is wider; a longer line is a paragraph of its own.
constexpr std::size_t widest_wrap = 130;
constexpr std::size_t longest_heading_words = 22;
constexpr std::size_t longest_heading_bytes = 250;

struct Line {
  Span span;  // without the white space around it
  bool blank_before = false;
  bool new_segment = false;
  bool title = false;
  std::size_t first_word = 0;  // its bytes
};

// What is asked about a line's ends again and again.
enum class End : std::uint8_t { open, comma, terminal };

bool is_closer(char32_t code) {
  return code == U'"' || code == U'\'' || code == U'”' || code == U'’' || code == U'»' ||
         code == U')' || code == U']';
}

char32_t character_before(std::string_view text, std::size_t& at) {
  --at;
  while (at > 0 && !is_boundary(text, at)) --at;
  return decode(text, at).code;
}

End end_of(std::string_view line) {
  std::size_t at = line.size();
  char32_t last = 0;
  while (at > 0) {
    last = character_before(line, at);
    if (!is_closer(last)) break;
  }
  if (last == U'.' || last == U'!' || last == U'?' || last == U'…' || last == U'。') {
    return End::terminal;
  }
  const bool comma =
      last == U',' || last == U';' || last == U':' || last == U'-' || last == U'—' || last == U'–';
  return comma ? End::comma : End::open;
}

// A bullet, "1.", "2)", "(a)" and the like with white space after it.
bool is_list_item(std::string_view line) {
  std::size_t at = 0;
  const Decoded first = decode(line, 0);
  constexpr std::u32string_view bullets = U"•◦‣▪■●○*·–—-";
  if (bullets.find(first.code) != std::u32string_view::npos) {
    at = first.size;
  } else {
    const bool bracket = first.code == U'(';
    if (bracket) at = 1;
    const std::size_t begin = at;
    while (at < line.size() && is_digit(decode(line, at).code)) at += decode(line, at).size;
    // A single letter counts when a bracket follows it; "I." and initials are no marks.
    const bool letter = at == begin && at + 1 < line.size() && is_letter(decode(line, at).code) &&
                        line[at + 1] == ')';
    if (letter) ++at;
    if (at == begin || at - begin > 3 || at >= line.size()) return false;
    if (line[at] != ')' && (bracket || line[at] != '.')) return false;
    ++at;
  }
  return at < line.size() && is_space(decode(line, at).code);
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const bool space = is_space(next.code);
    if (!space && !inside) ++words;
    inside = !space;
    at += next.size;
  }
  return words;
}

// Reads a text line by line, cut further where a segment begins or ends.
class LineCutter {
 public:
  LineCutter(std::string_view text, std::span<const Segment> segments)
      : text_(text), segments_(segments) {}

  std::optional<Line> next() {
    Line line;
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const bool at_segment = enter_segment();
      line.new_segment = line.new_segment || at_segment;
      at_ = std::min(text_.find('\n', begin), text_.size());
      at_ = std::min(at_, next_mark(begin));
      const bool line_ended = at_ < text_.size() && text_[at_] == '\n';
      line.span = trimmed(begin, at_);
      if (line_ended) ++at_;
      if (!line.span.empty()) {
        breaks_ = line_ended ? 1 : 0;
        line.title = title_;
        line.first_word = first_word(line.span);
        return line;
      }
      breaks_ += line_ended ? 1 : 0;
      line.blank_before = line.blank_before || breaks_ >= 2;
    }
    return std::nullopt;
  }

 private:
  // Takes note of the segments that begin or end at at_.
  bool enter_segment() {
    bool changed = false;
    while (segment_ < segments_.size() && segments_[segment_].span.end <= at_) {
      ++segment_;
      changed = true;
      title_ = false;
    }
    if (segment_ < segments_.size() && segments_[segment_].span.begin == at_) {
      changed = true;
      title_ = segments_[segment_].kind == SegmentKind::title;
    }
    return changed;
  }
  [[nodiscard]] std::size_t next_mark(std::size_t begin) const {
    if (segment_ >= segments_.size()) return text_.size();
    const Span span = segments_[segment_].span;
    return span.begin > begin ? span.begin : span.end;
  }
  [[nodiscard]] Span trimmed(std::size_t begin, std::size_t end) const {
    while (begin < end) {
      const Decoded next = decode(text_, begin);
      if (!is_space(next.code)) break;
      begin += next.size;
    }
    while (begin < end) {
      std::size_t before = end;
      if (!is_space(character_before(text_, before))) break;
      end = before;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  [[nodiscard]] std::size_t first_word(Span span) const {
    std::size_t at = span.begin;
    while (at < span.end && !is_space(decode(text_, at).code)) at += decode(text_, at).size;
    return at - span.begin;
  }

  std::string_view text_;
  std::span<const Segment> segments_;
  std::size_t segment_ = 0;
  std::size_t at_ = 0;
  int breaks_ = 0;
  bool title_ = false;
};

// Blocks out of lines; a group is the lines between two blank ones.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::string_view text) : text_(text) {}

  void add_group(std::span<const Line> lines) {
    const std::size_t width = wrap_width(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool goes_on = i > 0 && !lines[i].new_segment && is_wrap(lines[i - 1], lines[i], width);
      if (goes_on) {
        blocks_.back().span.end = lines[i].span.end;
        continue;
      }
      const bool new_paragraph =
          !blocks_.empty() &&
          (i == 0 || lines[i].new_segment || end_of(view(lines[i - 1].span)) == End::terminal);
      if (new_paragraph) ++paragraph_;
      blocks_.push_back({lines[i].span, paragraph_, lines[i].title});
    }
  }

  std::vector<Block> finish() {
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      if (!blocks_[i].heading) blocks_[i].heading = looks_like_heading(blocks_[i], blocks_[i + 1]);
    }
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] std::string_view view(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  // The width that the lines of a group were wrapped to; 0 when they were not. Wrapped lines break
  // in the middle of sentences: the next one often begins with a small letter.
  [[nodiscard]] std::size_t wrap_width(std::span<const Line> lines) const {
    std::size_t longest = 0;
    std::size_t continued = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      longest = std::max<std::size_t>(longest, lines[i].span.size());
      if (i > 0 && continues(lines[i - 1], lines[i])) ++continued;
    }
    const bool wrapped =
        lines.size() > 1 && longest <= widest_wrap && 4 * continued >= lines.size();
    return wrapped ? longest : 0;
  }

  [[nodiscard]] bool continues(const Line& line, const Line& next) const {
    return is_lower(decode(text_, next.span.begin).code) &&
           end_of(view(line.span)) != End::terminal;
  }

  [[nodiscard]] bool is_wrap(const Line& line, const Line& next, std::size_t width) const {
    if (is_list_item(view(next.span))) return false;
    if (line.span.size() <= widest_wrap && continues(line, next)) return true;
    const std::size_t taken = line.span.size() + 1 + next.first_word;
    return width > 0 && taken + 2 > width;
  }

  // A short line of its own over something longer, without a sentence's end.
  [[nodiscard]] bool looks_like_heading(const Block& block, const Block& next) const {
    if (block.span.size() > longest_heading_bytes || next.paragraph == block.paragraph) {
      return false;
    }
    const std::string_view content = view(block.span);
    const std::size_t words = word_count(content);
    const bool prose = end_of(content) != End::open && content.back() != '?';
    return !prose && words <= longest_heading_words && !is_list_item(content) &&
           !is_lower(decode(content, 0).code) && next.span.size() > block.span.size();
  }

  std::string_view text_;
  std::vector<Block> blocks_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(std::string_view text, std::span<const Segment> segments) {
  LineCutter cutter(text, segments);
  BlockBuilder builder(text);
  std::vector<Line> group;
  while (const std::optional<Line> line = cutter.next()) {
    if (line->blank_before && !group.empty()) {
      builder.add_group(group);
      group.clear();
    }
    group.push_back(*line);
  }
  if (!group.empty()) builder.add_group(group);
  return builder.finish();
}

}  // namespace entente
