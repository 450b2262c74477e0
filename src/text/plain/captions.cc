// Captions by their words and by their doubles.
#include "text/plain/captions.h"

#include <algorithm>
#include <optional>

#include "entente/error.h"
#include "text/plain/lexicon_file.h"

namespace entente {
namespace {

constexpr std::size_t longest_caption = 70;
constexpr std::size_t longest_credit = 6;
constexpr std::size_t longest_source = 3;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool contains(const std::unordered_set<std::string>& set, std::string_view words) {
  return set.contains(joined(plain::folded_words(words)));
}

}  // namespace

void CaptionMarks::add(std::string_view lines, const std::string& name) {
  std::unordered_set<std::string>* kind = nullptr;
  plain::each_data_line(lines, [&](std::string_view line, std::uint64_t number) {
    if (line == "@picture") {
      kind = &pictures_;
    } else if (line == "@source") {
      kind = &sources_;
    } else if (kind == nullptr || line.starts_with('@')) {
      throw Error(ErrorKind::malformed, "a line must stand below @picture or @source",
                  {name, number});
    } else {
      kind->insert(joined(plain::folded_words(line)));
    }
  });
}

bool CaptionMarks::names_picture(std::string_view line) const {
  const std::vector<std::string_view> tokens = plain::tokens_of(line);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view token = tokens[i];
    const bool marked = token.back() == ':' || token.front() == '(' || token.front() == '[';
    if (!marked) continue;
    if (contains(pictures_, token)) return true;
    if (i > 0 && contains(pictures_, std::string(tokens[i - 1]) + " " + std::string(token)) &&
        token.back() == ':') {
      return true;
    }
  }
  return false;
}

bool CaptionMarks::ends_with_credit(std::string_view line) const {
  // What stands behind the last mark that parts names.
  std::size_t begin = line.find_last_of("/|(");
  for (const std::string_view dash : {" - ", " – ", " — ", "/ "}) {
    const std::size_t at = line.rfind(dash);
    if (at == std::string_view::npos) continue;
    begin = begin == std::string_view::npos ? at + dash.size() : std::max(begin, at + dash.size());
  }
  const bool parted = begin != std::string_view::npos;
  const std::string_view last = parted ? line.substr(begin) : line;
  const std::vector<std::string> words = plain::folded_words(last);
  if (words.size() <= longest_source && contains(sources_, last)) return true;
  // "AGENCY/Name": the source stands before the mark.
  if (!parted || line[begin] != '/' || words.size() > longest_source) return false;
  const std::string_view before = line.substr(0, begin);
  const std::size_t space = before.find_last_of(" (—–");
  const std::string_view source =
      space == std::string_view::npos ? before : before.substr(space + 1);
  if (contains(sources_, source)) return true;
  const std::vector<std::string_view> tokens = plain::tokens_of(before);
  return tokens.size() > 1 && contains(sources_, std::string(tokens[tokens.size() - 2]) + " " +
                                                     std::string(tokens.back()));
}

namespace plain {
namespace {

bool begins_alike(std::string_view text, const Line& line, const Line& next) {
  constexpr std::size_t fewest = 4;
  if (!line.is_short || !next.is_short || line.words < fewest || next.words < line.words) {
    return false;
  }
  const std::vector<std::string> first = folded_words(text_of(text, line.span));
  const std::vector<std::string> second = folded_words(text_of(text, next.span));
  return std::equal(first.begin(), first.end(), second.begin());
}

bool may_be_caption(const Line& line) {
  return line.is_short && !line.furniture && line.kind == SegmentKind::body &&
         line.words <= longest_caption;
}

}  // namespace

void mark_captions(std::string_view text, std::vector<Line>& lines, const CaptionMarks& marks) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!may_be_caption(line)) continue;
    const std::string_view content = text_of(text, line.span);
    const bool credit = marks.ends_with_credit(content);
    if (credit || marks.names_picture(content)) line.kind = SegmentKind::caption;
    const bool only_credit = credit && line.words <= longest_credit;
    if (only_credit && i > 0 && !line.blank_before && may_be_caption(lines[i - 1])) {
      lines[i - 1].kind = SegmentKind::caption;
    }
    if (i > 0 && may_be_caption(lines[i - 1]) && begins_alike(text, lines[i - 1], line)) {
      lines[i - 1].kind = line.kind = SegmentKind::caption;
    }
  }
}

}  // namespace plain
}  // namespace entente
