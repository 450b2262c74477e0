// What the words that pages name their parts with say.
#include "text/html/page_lexicon.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, PartName>, 13> part_directives = {{
    {"body", PartName::body},
    {"comment", PartName::comment},
    {"comment_text", PartName::comment_text},
    {"caption", PartName::caption},
    {"byline", PartName::byline},
    {"date", PartName::date},
    {"updated", PartName::updated},
    {"title", PartName::title},
    {"summary", PartName::summary},
    {"repeated", PartName::repeated},
    {"quote", PartName::quote},
    {"furniture", PartName::furniture},
    {"hidden", PartName::hidden},
}};
constexpr std::array<std::string_view, 6> phrase_directives = {"published_on", "updated_on", "by",
                                                               "and",          "says",       "on"};
constexpr std::array<std::string_view, 6> field_directives = {"meta_published", "meta_updated",
                                                              "meta_title",     "meta_author",
                                                              "meta_publisher", "meta_language"};
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_words = 3;  // in a row that are looked up as one name

bool is_alphanumeric(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Calls `each` with every line that is neither blank nor a comment.
template <typename Each>
void for_lines(std::string_view text, const Each& each) {
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (!line.empty() && line[0] != '#') each(line, number);
  }
}

// A name in lower case, its words put together.
std::string joined(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (is_alphanumeric(c)) plain += ascii_lower(c);
  }
  return plain;
}

}  // namespace

void PageLexicon::add(std::string_view lines, const std::string& name) {
  std::optional<PartName> part;
  std::optional<std::size_t> phrase, field;
  for_lines(lines, [&](std::string_view line, std::uint64_t number) {
    if (line[0] == '@') {
      const std::string_view directive = line.substr(1);
      const auto as_part = std::ranges::find(part_directives, directive,
                                             &std::pair<std::string_view, PartName>::first);
      const auto as_phrase = std::ranges::find(phrase_directives, directive);
      const auto as_field = std::ranges::find(field_directives, directive);
      part.reset();
      phrase.reset();
      field.reset();
      if (as_part != part_directives.end()) part = as_part->second;
      if (as_phrase != phrase_directives.end()) {
        phrase = static_cast<std::size_t>(as_phrase - phrase_directives.begin());
      }
      if (as_field != field_directives.end()) {
        field = static_cast<std::size_t>(as_field - field_directives.begin());
      }
      if (part || phrase || field) return;
      throw Error(ErrorKind::malformed, "unknown directive " + std::string(line),
                  {name, number, 0});
    }
    if (phrase) {
      phrases_[*phrase].push_back(lower(line));
    } else if (field) {
      fields_[*field].try_emplace(lower(line), fields_[*field].size() + 1);
    } else if (part) {
      const bool whole = line[0] == '=';
      NameMap& map = whole ? whole_ : words_;
      map[joined(line)] |= static_cast<PartNames>(*part);
    } else {
      throw Error(ErrorKind::malformed, "a name before the first directive", {name, number, 0});
    }
  });
  for (std::vector<std::string>& phrases : phrases_) {  // the longest first
    std::ranges::sort(phrases, [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
  }
}

// Lines "January; Jan | 1" below @month and @weekday; the file's other parts are for others.
void PageLexicon::add_calendar(std::string_view lines) {
  decltype(months_)* inside = nullptr;
  for_lines(lines, [&](std::string_view line, std::uint64_t) {
    if (line[0] == '@') {
      inside = line == "@month" ? &months_ : line == "@weekday" ? &weekdays_ : nullptr;
      return;
    }
    const std::size_t bar = line.find('|');
    if (inside == nullptr || bar == std::string_view::npos) return;
    int number = 0;
    for (const char c : trimmed(line.substr(bar + 1))) number = number * 10 + (c - '0');
    std::string_view names = line.substr(0, bar);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(';'), names.size());
      (*inside)[lower(trimmed(names.substr(0, end)))] = number;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  });
}

PageLexicon PageLexicon::load(std::span<const std::string> data_dirs, const std::string& language) {
  PageLexicon lexicon;
  for (const std::string& folder : data_dirs) {
    for (const std::string& part : {std::string("common"), language}) {
      const std::string calendar = folder + "/" + part + "/calendar/words.txt";
      if (std::filesystem::is_regular_file(calendar)) lexicon.add_calendar(read_file(calendar));
      const std::string pages = folder + "/" + part + "/pages";
      if (!std::filesystem::is_directory(pages)) continue;
      std::vector<Error> errors;
      for (const std::string& path : walk(pages, errors)) lexicon.add(read_file(path), path);
      if (!errors.empty()) throw Error(errors.front());
    }
  }
  return lexicon;
}

// One name, like "story-body__inner": its words, and up to three of them in a row as one.
PartNames PageLexicon::parts_of_name(std::string_view name) const {
  std::string plain;
  std::vector<std::size_t> begins;  // of words in `plain`
  bool between = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_alphanumeric(c)) {
      between = true;
      continue;
    }
    const bool hump = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (between || hump) begins.push_back(plain.size());
    between = false;
    plain += ascii_lower(c);
  }
  PartNames parts = 0;
  if (const auto found = whole_.find(plain); found != whole_.end()) parts |= found->second;
  begins.push_back(plain.size());
  for (std::size_t first = 0; first + 1 < begins.size(); ++first) {
    for (std::size_t last = first + 1; last < begins.size() && last <= first + most_words; ++last) {
      const std::string_view words =
          std::string_view(plain).substr(begins[first], begins[last] - begins[first]);
      if (const auto found = words_.find(words); found != words_.end()) parts |= found->second;
    }
  }
  return parts;
}

PartNames PageLexicon::parts(std::string_view names) const {
  PartNames parts = 0;
  while (!names.empty()) {
    std::size_t end = 0;
    while (end < names.size() && !is_html_space(names[end])) ++end;
    if (end > 0 && end <= longest_name) parts |= parts_of_name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return parts;
}

std::size_t PageLexicon::rank(std::string_view name, Field field) const {
  const auto& names = fields_.at(static_cast<std::size_t>(field));
  const auto found = names.find(lower(name));
  return found == names.end() ? 0 : found->second;
}

int PageLexicon::month(std::string_view word) const {
  const auto found = months_.find(word);
  return found == months_.end() ? 0 : found->second;
}

bool PageLexicon::is_weekday(std::string_view word) const { return weekdays_.contains(word); }

std::string_view PageLexicon::without_end(std::string_view line, Phrase kind) const {
  const std::string low = lower(line);
  if (low.size() != line.size()) return line;
  for (const std::string& phrase : phrases_.at(static_cast<std::size_t>(kind))) {
    if (!low.ends_with(phrase) || low.size() <= phrase.size()) continue;
    if (is_html_space(low[low.size() - phrase.size() - 1])) {
      return line.substr(0, line.size() - phrase.size());
    }
  }
  return line;
}

std::size_t PageLexicon::begins_with(std::string_view line, Phrase kind) const {
  for (const std::string& phrase : phrases_.at(static_cast<std::size_t>(kind))) {
    if (!line.starts_with(phrase)) continue;
    if (line.size() == phrase.size() || !is_alphanumeric(line[phrase.size()])) {
      return phrase.size();
    }
  }
  return 0;
}

}  // namespace entente
