// Threads are told by heads that repeat, articles by what stands around their headlines.
#include "text/plain/articles.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/html/page_lexicon.h"

namespace entente::plain {
namespace {

// Two heads of one pattern below a text make a thread; one may be a byline.
constexpr std::size_t fewest_heads = 2;
constexpr std::size_t longest_comment_title = 14;
constexpr std::size_t longest_byline = 8;
// Lines between a headline and its first paragraph: summary, picture, byline.
constexpr std::size_t longest_article_head = 9;
constexpr std::size_t least_prose_before = 2;  // paragraphs of the article above

struct FoundHead {
  std::size_t line = 0;
  CommentHead head;
};

bool is_title(const Line& line) { return line.kind == SegmentKind::title; }

// The head of a comment stands at the begin of a block of lines, below a button, or below a title
// that does; a line in the middle of a paragraph is none, whatever it says.
bool stands_apart(const std::vector<Line>& lines, std::size_t at) {
  if (lines[at].blank_before || lines[at - 1].furniture) return true;
  return lines[at - 1].blank_before && lines[at - 1].is_short &&
         lines[at - 1].words <= longest_comment_title;
}

// Everything that reads as a comment's head below the first paragraph.
std::vector<FoundHead> all_heads(std::string_view text, const std::vector<Line>& lines,
                                 const CommentHeads& heads, const PageLexicon* dates) {
  std::vector<FoundHead> found;
  bool below = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_prose(text, lines[i])) below = true;
    if (!below || i == 0 || !lines[i].is_short || is_title(lines[i])) continue;
    if (!stands_apart(lines, i)) continue;
    if (auto head = heads.read(text_of(text, lines[i].span), dates)) {
      found.push_back({i, *std::move(head)});
    }
  }
  return found;
}

// Those of the pattern that most of them have; none where no pattern repeats.
std::vector<FoundHead> thread_of(std::vector<FoundHead> heads) {
  std::map<std::size_t, std::size_t> counts;
  for (const FoundHead& found : heads) ++counts[found.head.pattern];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || most->second < fewest_heads) return {};
  const std::size_t pattern = most->first;
  std::erase_if(heads, [&](const FoundHead& found) { return found.head.pattern != pattern; });
  return heads;
}

// A line of its own right above a comment's head is the comment's title.
std::size_t begin_of_comment(std::string_view text, const std::vector<Line>& lines,
                             std::size_t head) {
  if (head == 0) return head;
  const Line& above = lines[head - 1];
  const bool fits = above.is_short && !above.furniture && above.blank_before && !is_title(above) &&
                    above.words <= longest_comment_title && text_of(text, above.span).back() != '.';
  return fits ? head - 1 : head;
}

bool begins_with(std::string_view text, const Line& line, const Line& title) {
  const std::vector<std::string> all = folded_words(text_of(text, line.span).substr(0, 400));
  const std::vector<std::string> first = folded_words(text_of(text, title.span));
  return all.size() >= first.size() && std::equal(first.begin(), first.end(), all.begin());
}

// Lines begin .. end-1 are one comment, whose head stands at `head`.
void mark_comment(std::string_view text, std::vector<Line>& lines, std::size_t begin,
                  std::size_t end, const FoundHead& head, std::uint32_t article) {
  for (std::size_t i = begin; i < end; ++i) {
    Line& line = lines[i];
    line.article = article;
    line.author = head.head.author;
    line.published = head.head.published;
    if (line.kind == SegmentKind::body) line.kind = SegmentKind::comment;
  }
  lines[head.line].furniture = true;
  if (begin == head.line) return;
  // A title that only repeats the first words was made of them.
  const bool repeated =
      head.line + 1 < end && begins_with(text, lines[head.line + 1], lines[begin]);
  if (repeated) {
    lines[begin].furniture = true;
  } else {
    lines[begin].kind = SegmentKind::title;
  }
}

// What the lines below a headline say of whether an article begins there.
struct ArticleHead {
  bool byline = false, day = false, dateline = false, prose = false;
  std::string author, published;
  std::vector<std::size_t> furniture;  // lines that are no text

  [[nodiscard]] int evidence() const {
    return (byline ? 1 : 0) + (day ? 1 : 0) + (dateline ? 1 : 0);
  }
};

std::optional<std::string> byline_of(std::string_view line, const PageLexicon* words) {
  if (words != nullptr) {
    const std::size_t by = words->begins_with(lower(line), PageLexicon::Phrase::by);
    const bool apart = by > 0 && by < line.size() && line[by] == ' ';
    const std::size_t count = tokens_of(line).size();
    if (apart && count <= longest_byline && !ends_like_prose(line)) {
      const Span name = trimmed(line, by, line.size());
      if (!is_lower(decode(line, name.begin).code) || count <= 3) {
        return std::string(text_of(line, name));
      }
    }
  }
  if (looks_like_name(line)) return std::string(line);
  return std::nullopt;
}

ArticleHead head_below(std::string_view text, const std::vector<Line>& lines, std::size_t headline,
                       const PageLexicon* words) {
  ArticleHead head;
  std::size_t seen = 0;
  for (std::size_t i = headline + 1; i < lines.size() && seen < longest_article_head; ++i) {
    const Line& line = lines[i];
    if (line.furniture) continue;
    ++seen;
    const std::string_view content = text_of(text, line.span);
    if (is_prose(text, line)) {
      head.prose = true;
      head.dateline = begins_with_dateline(content);
      // A summary may stand between the headline and the byline.
      if (head.dateline || head.evidence() > 0) break;
      continue;
    }
    if (!line.is_short || line.words > longest_byline + 4) continue;
    const std::string day = date_in(content, words);
    if (!day.empty() && line.words <= longest_byline && head.published.empty()) {
      head.day = true;
      head.published = day;
      head.furniture.push_back(i);
    } else if (const auto name = byline_of(content, words); name && head.author.empty()) {
      head.byline = true;
      head.author = *name;
      head.furniture.push_back(i);
    }
  }
  return head;
}

bool begins_article(const std::vector<Line>& lines, std::size_t at, const ArticleHead& head) {
  if (!head.prose || head.evidence() == 0 || !lines[at].blank_before) return false;
  const bool after_furniture = at > 0 && lines[at - 1].furniture;
  return head.evidence() + (after_furniture ? 1 : 0) >= 2;
}

}  // namespace

void mark_comments(std::string_view text, std::vector<Line>& lines, const CommentHeads& heads,
                   const PageLexicon* dates) {
  const std::vector<FoundHead> thread = thread_of(all_heads(text, lines, heads, dates));
  std::vector<std::size_t> begins;
  for (const FoundHead& found : thread) begins.push_back(begin_of_comment(text, lines, found.line));
  for (std::size_t i = 0; i < thread.size(); ++i) {
    const std::size_t end = i + 1 < thread.size() ? begins[i + 1] : lines.size();
    mark_comment(text, lines, begins[i], end, thread[i], static_cast<std::uint32_t>(i + 1));
  }
}

void mark_articles(std::string_view text, std::vector<Line>& lines, const PageLexicon* words) {
  const auto is_comment = [](const Line& line) { return line.article > 0; };
  const auto comments = std::find_if(lines.begin(), lines.end(), is_comment);
  const auto end = static_cast<std::size_t>(comments - lines.begin());
  std::size_t prose = 0;
  std::uint32_t articles = 0;
  for (std::size_t i = 0; i < end; ++i) {
    Line& line = lines[i];
    if (is_prose(text, line)) ++prose;
    if (prose < least_prose_before || line.furniture || line.kind != SegmentKind::body ||
        !looks_like_headline(text, line)) {
      continue;
    }
    const ArticleHead head = head_below(text, lines, i, words);
    if (!begins_article(lines, i, head)) continue;
    ++articles;
    prose = 0;
    line.kind = SegmentKind::title;
    for (const std::size_t at : head.furniture) lines[at].furniture = true;
    for (std::size_t at = i; at < end; ++at) {
      lines[at].article = articles;
      lines[at].author = head.author;
      lines[at].published = head.published;
    }
  }
  for (auto line = comments; line != lines.end(); ++line) line->article += articles;
}

std::vector<std::size_t> lines_of_head(std::string_view text, const std::vector<Line>& lines,
                                       std::size_t headline, const PageLexicon* words) {
  const ArticleHead head = head_below(text, lines, headline, words);
  return head.prose ? head.furniture : std::vector<std::size_t>();
}

}  // namespace entente::plain
