// JSON-LD as pages write it.
#include "text/html/linked_data.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr int deepest = 48;
constexpr std::size_t most_values = 100'000;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  LinkedValue run() {
    LinkedValue all;
    all.kind = LinkedValue::Kind::list;
    at_ = std::min(text_.find_first_of("{["), text_.size());
    while (at_ < text_.size()) {
      LinkedValue value;
      const bool whole = read(value, 0);
      all.members.push_back({"", std::move(value)});
      if (!whole) break;
      at_ = std::min(text_.find_first_of("{[", at_), text_.size());
    }
    return all;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && (is_html_space(text_[at_]) || text_[at_] == ',')) ++at_;
  }
  bool read(LinkedValue& value, int depth);
  bool read_members(LinkedValue& value, int depth, char close);
  bool read_string(std::string& out);
  void read_escape(std::string& out);
  char32_t hex(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0, values_ = 0;
};

// False where the text breaks off or is none of JSON: what was read until then stays.
bool Reader::read(LinkedValue& value, int depth) {
  skip_blanks();
  if (at_ >= text_.size() || depth > deepest || ++values_ > most_values) return false;
  const char first = text_[at_];
  if (first == '{' || first == '[') {
    value.kind = first == '{' ? LinkedValue::Kind::object : LinkedValue::Kind::list;
    ++at_;
    return read_members(value, depth, first == '{' ? '}' : ']');
  }
  if (first == '"') return read_string(value.text);
  const std::size_t begin = at_;
  while (at_ < text_.size() &&
         (is_ascii_letter(text_[at_]) || (text_[at_] >= '0' && text_[at_] <= '9') ||
          text_[at_] == '-' || text_[at_] == '+' || text_[at_] == '.')) {
    ++at_;
  }
  value.text = text_.substr(begin, at_ - begin);
  if (value.text == "null") value.text.clear();
  return at_ > begin;
}

bool Reader::read_members(LinkedValue& value, int depth, char close) {
  for (;;) {
    skip_blanks();
    if (at_ >= text_.size()) return false;
    if (text_[at_] == close) {
      ++at_;
      return true;
    }
    std::string name;
    if (close == '}') {
      if (text_[at_] != '"' || !read_string(name)) return false;
      skip_blanks();
      if (at_ >= text_.size() || text_[at_] != ':') return false;
      ++at_;
    }
    value.members.push_back({std::move(name), LinkedValue{}});
    if (!read(value.members.back().value, depth + 1)) return false;
  }
}

bool Reader::read_string(std::string& out) {
  for (++at_; at_ < text_.size();) {
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c == '\\' && at_ + 1 < text_.size()) {
      read_escape(out);
    } else {
      out += c;
      ++at_;
    }
  }
  return false;
}

char32_t Reader::hex(std::size_t at) const {
  char32_t code = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = i < text_.size() ? ascii_lower(text_[i]) : '?';
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'f';
    if (!digit && !letter) return 0xFFFD;
    code = code * 16 + static_cast<char32_t>(digit ? c - '0' : c - 'a' + 10);
  }
  return code;
}

void Reader::read_escape(std::string& out) {
  const char kind = text_[at_ + 1];
  at_ += 2;
  if (kind != 'u') {
    out += kind == 'n' || kind == 'r'                  ? '\n'
           : kind == 't' || kind == 'b' || kind == 'f' ? ' '
                                                       : kind;
    return;
  }
  char32_t code = hex(at_);
  if (code == 0xFFFD) return append(out, code);
  at_ += 4;
  const bool high = code >= 0xD800 && code < 0xDC00;
  if (high && text_.substr(std::min(at_, text_.size())).starts_with("\\u")) {
    const char32_t low = hex(at_ + 2);
    if (low >= 0xDC00 && low < 0xE000) {
      at_ += 6;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
  }
  append(out, (code >= 0xD800 && code < 0xE000) || code == 0 ? 0xFFFD : code);
}

// Types of schema.org that are articles, or end like one.
constexpr std::array<std::string_view, 6> article_types = {"Article", "Posting",        "Report",
                                                           "Review",  "MedicalWebPage", "Story"};

bool is_article(const LinkedValue& value) {
  return std::ranges::any_of(article_types,
                             [&value](std::string_view type) { return value.is_a(type); });
}

using ById = std::vector<std::pair<std::string, const LinkedValue*>>;

// What stands for itself: the values of a list, of "@graph", and what a page is about.
void collect(const LinkedValue& value, int depth, ById& by_id,
             std::vector<const LinkedValue*>& articles) {
  if (depth > 6) return;
  if (value.kind == LinkedValue::Kind::list) {
    for (const auto& [name, member] : value.members) collect(member, depth + 1, by_id, articles);
    return;
  }
  if (value.kind != LinkedValue::Kind::object) return;
  if (const LinkedValue* id = value.find("@id"); id != nullptr && value.members.size() > 1) {
    by_id.emplace_back(id->text, &value);
  }
  if (is_article(value)) articles.push_back(&value);
  for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    if (const LinkedValue* member = value.find(name)) collect(*member, depth + 1, by_id, articles);
  }
}

const LinkedValue& resolved(const LinkedValue& value, const ById& by_id) {
  const LinkedValue* id = value.find("@id");
  if (id == nullptr || value.find("name") != nullptr) return value;
  for (const auto& [name, target] : by_id) {
    if (name == id->text) return *target;
  }
  return value;
}

void add_names(const LinkedValue& value, const ById& by_id, std::vector<std::string>& names) {
  if (value.kind == LinkedValue::Kind::list) {
    for (const auto& [key, member] : value.members) add_names(member, by_id, names);
    return;
  }
  std::string name =
      value.kind == LinkedValue::Kind::string ? value.text : resolved(value, by_id).string("name");
  name = plain_of_markup(name);
  if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

LinkedArticle article_in(const LinkedValue& value, const ById& by_id) {
  LinkedArticle article;
  article.headline = plain_of_markup(value.string("headline"));
  if (article.headline.empty()) article.headline = plain_of_markup(value.string("name"));
  article.published = value.string("datePublished");
  if (article.published.empty()) article.published = value.string("dateCreated");
  article.updated = value.string("dateModified");
  article.language = value.string("inLanguage");
  article.url = value.string("url");
  article.body = plain_of_markup(plain_of_markup(value.string("articleBody"), true), true);
  if (const LinkedValue* author = value.find("author")) add_names(*author, by_id, article.authors);
  if (article.authors.empty()) {
    if (const LinkedValue* creator = value.find("creator")) {
      add_names(*creator, by_id, article.authors);
    }
  }
  std::vector<std::string> publishers;
  if (const LinkedValue* publisher = value.find("publisher")) {
    add_names(*publisher, by_id, publishers);
  }
  if (!publishers.empty()) article.publisher = publishers.front();
  return article;
}

// The character a reference stands for that begins at `at`; what it takes in bytes, 0 for none.
std::size_t read_reference(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.substr(at, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(at + 1, end - 1);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> named = {{{"amp", "&"},
                                                                                    {"lt", "<"},
                                                                                    {"gt", ">"},
                                                                                    {"quot", "\""},
                                                                                    {"apos", "'"},
                                                                                    {"nbsp", " "},
                                                                                    {"rsquo", "’"},
                                                                                    {"lsquo", "‘"},
                                                                                    {"ldquo", "“"},
                                                                                    {"rdquo", "”"},
                                                                                    {"mdash", "—"},
                                                                                    {"ndash", "–"},
                                                                                    {"hellip", "…"},
                                                                                    {"shy", ""}}};
  for (const auto& [known, character] : named) {
    if (known == name) {
      out += character;
      return end + 1;
    }
  }
  if (name[0] != '#') return 0;
  const bool is_hex = name.size() > 1 && ascii_lower(name[1]) == 'x';
  char32_t code = 0;
  for (const char c : name.substr(is_hex ? 2 : 1)) {
    const char low = ascii_lower(c);
    const bool digit = c >= '0' && c <= '9', letter = is_hex && low >= 'a' && low <= 'f';
    if (!digit && !letter) return 0;
    code = code * (is_hex ? 16 : 10) + static_cast<char32_t>(digit ? c - '0' : low - 'a' + 10);
    if (code > 0x10FFFF) return 0;
  }
  append(out, code == 0 || (code >= 0xD800 && code < 0xE000) ? 0xFFFD : code);
  return end + 1;
}

}  // namespace

const LinkedValue* LinkedValue::find(std::string_view name) const {
  if (kind != Kind::object) return nullptr;
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string LinkedValue::string(std::string_view name) const {
  const LinkedValue* value = find(name);
  while (value != nullptr && value->kind == Kind::list) {
    value = value->members.empty() ? nullptr : &value->members.front().value;
  }
  if (value == nullptr) return "";
  if (value->kind == Kind::string) return value->text;
  for (const std::string_view key : {"@value", "name", "@id"}) {
    const LinkedValue* inner = value->find(key);
    if (inner != nullptr && inner->kind == Kind::string) return inner->text;
  }
  return "";
}

bool LinkedValue::is_a(std::string_view type) const {
  const LinkedValue* value = find("@type");
  if (value == nullptr) return false;
  if (value->kind == Kind::string) return value->text.ends_with(type);
  return std::ranges::any_of(value->members,
                             [&](const auto& member) { return member.value.text.ends_with(type); });
}

LinkedValue read_linked_data(std::string_view script) { return Reader(script).run(); }

std::vector<LinkedArticle> linked_articles(const std::vector<std::string_view>& scripts) {
  std::vector<LinkedArticle> result;
  std::vector<LinkedValue> values;
  ById by_id;
  std::vector<const LinkedValue*> articles;
  values.reserve(scripts.size());
  for (const std::string_view script : scripts) {
    values.push_back(read_linked_data(script));
    collect(values.back(), 0, by_id, articles);
  }
  for (const LinkedValue* article : articles) result.push_back(article_in(*article, by_id));
  return result;
}

std::string plain_of_markup(std::string_view text, bool keep_lines) {
  std::string plain;
  const auto add_space = [&plain](char space) {
    if (plain.empty() || plain.back() == '\n') return;
    if (space == '\n' && plain.back() == ' ') plain.pop_back();
    if (plain.empty() || plain.back() != ' ') plain += space;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      const std::size_t taken = read_reference(text, at, plain);
      if (taken > 0) {
        at += taken;
        continue;
      }
    } else if (text[at] == '<' && at + 1 < text.size() &&
               (is_ascii_letter(text[at + 1]) || text[at + 1] == '/')) {
      const std::size_t end = text.find('>', at);
      if (end != std::string_view::npos) {
        const std::size_t name = text[at + 1] == '/' ? at + 2 : at + 1;
        const bool line = ascii_lower(text[name]) == 'p' || text.substr(name, 2) == "br";
        add_space(line && keep_lines ? '\n' : ' ');
        at = end + 1;
        continue;
      }
    }
    if (is_html_space(text[at])) {
      add_space(text[at] == '\n' && keep_lines ? '\n' : ' ');
    } else {
      plain += text[at];
    }
    ++at;
  }
  while (!plain.empty() && is_html_space(plain.back())) plain.pop_back();
  return plain;
}

}  // namespace entente
