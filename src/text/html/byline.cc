// The lines that tell who wrote an article and when.
#include "text/html/byline.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/html/page_dates.h"
#include "text/html/prose.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

using Phrase = PageLexicon::Phrase;
constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_name = 80;

std::string_view bare(std::string_view text) {
  const std::string_view marks = " \t\n,;:|-/";
  while (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// How a date is introduced: the last phrase of a kind before it wins.
enum class Sort { plain, published, updated };
Sort sort_of(std::string_view before, const PageLexicon& lexicon) {
  const std::string low = lower(before);
  Sort sort = Sort::plain;
  for (std::size_t at = 0; at < low.size(); ++at) {
    const auto last = at > 0 ? static_cast<unsigned char>(low[at - 1]) : ' ';
    const bool word = !is_ascii_letter(static_cast<char>(last)) && last < 0x80;
    if (!word) continue;
    const std::string_view rest = std::string_view(low).substr(at);
    if (lexicon.begins_with(rest, Phrase::updated) > 0) {
      sort = Sort::updated;
    } else if (lexicon.begins_with(rest, Phrase::published) > 0 && sort != Sort::updated) {
      sort = Sort::published;
    }
  }
  return sort;
}

class LineReader {
 public:
  LineReader(const Tree& tree, const PageBlocks& page, const PageUse& use, std::uint32_t article,
             const PageLexicon& lexicon, Date reference)
      : tree_(tree),
        page_(page),
        use_(use),
        article_(article),
        lexicon_(lexicon),
        reference_(reference) {}

  Byline run() {
    find_range();
    for (std::size_t i = begin_; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (use_.blocks[i].article != article_ || use_.blocks[i].kind != SegmentKind::furniture) {
        continue;
      }
      const bool elsewhere = block.is(Around::nav) || block.is(Around::aside) ||
                             block.is_called(PartName::comment) || block.text.size() > longest_line;
      if (elsewhere) continue;
      read_dates(i);
      read_authors(i);
    }
    read_time_elements();
    return std::move(result_);
  }

 private:
  void find_range();
  void read_dates(std::size_t i);
  void read_authors(std::size_t i);
  void read_time_elements();
  void set(Date date, Sort sort, bool near);

  const Tree& tree_;
  const PageBlocks& page_;
  const PageUse& use_;
  std::uint32_t article_;
  const PageLexicon& lexicon_;
  Date reference_;
  std::size_t begin_ = 0, text_ = 0, last_ = 0, end_ = 0;  // blocks: around, the text's first, last
  bool near_ = false;
  Byline result_;
};

// From shortly before the headline to shortly behind the text.
void LineReader::find_range() {
  constexpr std::size_t before = 12, behind = 8;
  const std::size_t count = page_.blocks.size();
  std::size_t title = count, first = count, last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (use_.blocks[i].article != article_) continue;
    const SegmentKind kind = use_.blocks[i].kind;
    if (kind == SegmentKind::title && title == count && first == count) title = i;
    if (kind != SegmentKind::body && kind != SegmentKind::quote) continue;
    if (first == count) first = i;
    last = i + 1;
  }
  if (first == count) first = last = title == count ? 0 : title;
  const std::size_t from = std::min(title, first);
  begin_ = from > before ? from - before : 0;
  if (title == count && first > 40) begin_ = first - 40;
  text_ = first;
  last_ = last;
  end_ = std::min(count, last + behind);
}

void LineReader::set(Date date, Sort sort, bool near) {
  if (sort == Sort::updated) {
    if (!result_.updated.known()) result_.updated = date;
    return;
  }
  const bool better = !result_.published.known() ||
                      (sort == Sort::published && !result_.labelled) || (near && !near_);
  if (!better) return;
  result_.published = date;
  result_.labelled = sort == Sort::published;
  near_ = near;
}

// A line of a date, or one that begins with it or with whose day it is.
void LineReader::read_dates(std::size_t i) {
  const PageBlock& block = page_.blocks[i];
  std::size_t behind = 0;
  const bool by = lexicon_.begins_with(lower(block.text.substr(0, 40)), Phrase::by) > 0;
  const bool updated = block.is_called(PartName::updated) && !block.is_called(PartName::date);
  for (const FoundDate& found : dates_in(block.text, lexicon_, reference_)) {
    const std::string_view before =
        std::string_view(block.text).substr(behind, found.begin - behind);
    Sort sort = sort_of(before, lexicon_);
    if (sort == Sort::plain && (updated || behind > 0)) sort = Sort::updated;
    if (sort == Sort::plain && behind == 0 && i > 0 && page_.blocks[i - 1].text.size() < 40) {
      sort = sort_of(page_.blocks[i - 1].text, lexicon_);  // a label on a line of its own
    }
    behind = found.end;
    const bool between = i >= begin_ && i < text_;
    const bool marked = block.is_called(PartName::date) || block.is(Around::time) ||
                        block.is_called(PartName::byline) || sort != Sort::plain || by;
    // A date alone in the page's head is today's for whoever reads it.
    const bool header = block.is(Around::header) && !marked;
    const bool alone = found.end - found.begin + 40 > block.text.size();
    if (header || (!marked && !(between && alone))) continue;
    if (!between && sort == Sort::plain && !marked) continue;
    set(found.date, sort, between);
  }
}

void LineReader::read_authors(std::size_t i) {
  const PageBlock& block = page_.blocks[i];
  const std::string low = lower(block.text.substr(0, 40));
  const std::size_t by = lexicon_.begins_with(low, Phrase::by);
  const bool follows = by > 0 && by < block.text.size() && i < text_;
  if (!follows && !(block.is_called(PartName::byline) && i < text_)) return;
  if (!result_.authors.empty() || block.text.size() > 2 * longest_name) return;
  const std::string name = name_in_byline(block.text, lexicon_);
  if (!name.empty()) result_.authors.push_back(name);
}

// <time datetime="..."> near the text, where no line of figures was read.
void LineReader::read_time_elements() {
  if (result_.published.known() || article_ >= use_.articles.size()) return;
  const std::uint32_t from = begin_ < page_.blocks.size() ? page_.blocks[begin_].at : 0;
  const std::uint32_t to = text_ < page_.blocks.size() ? page_.blocks[text_].at : 0;
  for (std::uint32_t i = from; i < to; ++i) {
    if (tree_.node(i).name != "time" || has(page_.parts[i], PartName::updated)) continue;
    const auto date = stated_date(tree_.attribute(i, "datetime"), lexicon_);
    if (!date) continue;
    result_.published = *date;
    return;
  }
}

}  // namespace

Byline byline_of(const Tree& tree, const PageBlocks& page, const PageUse& use,
                 std::uint32_t article, const PageLexicon& lexicon, Date reference) {
  return LineReader(tree, page, use, article, lexicon, reference).run();
}

std::string name_in_byline(std::string_view line, const PageLexicon& lexicon) {
  const std::string name = name_of_commenter(line, lexicon);
  const bool figures = std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
  return figures ? "" : name;
}

std::string name_of_commenter(std::string_view line, const PageLexicon& lexicon) {
  line = bare(line);
  const std::vector<FoundDate> dates = dates_in(line, lexicon);
  if (!dates.empty()) {
    line = bare(line.substr(0, dates.front().begin));
    const std::size_t word = line.rfind(' ') + 1;  // 0 where it is the only one
    if (lexicon.is_weekday(lower(line.substr(word)))) line = bare(line.substr(0, word));
    line = bare(lexicon.without_end(line, Phrase::on));
  }
  for (int times = 0; times < 2; ++times) {
    const std::string low = lower(line.substr(0, std::min<std::size_t>(line.size(), 40)));
    const std::size_t by = lexicon.begins_with(low, Phrase::by);
    if (by == 0) break;
    line = bare(line.substr(std::min(by, line.size())));
  }
  line = bare(line.substr(0, line.find_first_of("|\n\t")));
  line = bare(lexicon.without_end(line, Phrase::says));
  return line.size() > longest_name ? "" : std::string(line);
}

}  // namespace entente
