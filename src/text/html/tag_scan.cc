// Tags of HTML found in text.
#include "text/html/tag_scan.h"

#include <algorithm>

namespace entente {
namespace {

// True where "</name" or "<name" at `at` is followed by what ends a tag's name.
bool tag_at(std::string_view html, std::size_t at, std::string_view name) {
  if (html.size() - at <= name.size()) return false;
  if (!equals_ignoring_case(html.substr(at, name.size()), name)) return false;
  const char next = html[at + name.size()];
  return is_html_space(next) || next == '/' || next == '>';
}

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) { return ascii_lower(a) == b; });
}

bool TagReader::next(RawAttribute& attribute) {
  while (at_ < html_.size() && (is_html_space(html_[at_]) || html_[at_] == '/')) {
    self_closing_ = html_[at_] == '/' && at_ + 1 < html_.size() && html_[at_ + 1] == '>';
    ++at_;
  }
  if (at_ >= html_.size()) return false;
  if (html_[at_] == '>') {
    ++at_;
    complete_ = true;
    return false;
  }
  const std::size_t begin = at_++;  // even "=" begins a name
  while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '/' &&
         html_[at_] != '>' && html_[at_] != '=') {
    ++at_;
  }
  attribute.name = html_.substr(begin, at_ - begin);
  read_value(attribute);
  return at_ < html_.size();
}

void TagReader::read_value(RawAttribute& attribute) {
  attribute.value = attribute.raw = {};
  std::size_t at = at_;
  while (at < html_.size() && is_html_space(html_[at])) ++at;
  if (at >= html_.size() || html_[at] != '=') return;
  for (++at; at < html_.size() && is_html_space(html_[at]);) ++at;
  if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
    const std::size_t close = html_.find(html_[at], at + 1);
    at_ = close == std::string_view::npos ? html_.size() : close + 1;
    attribute.raw = html_.substr(at, at_ - at);
    attribute.value = attribute.raw.substr(1);
    if (close != std::string_view::npos) attribute.value.remove_suffix(1);
    return;
  }
  at_ = at;
  while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '>') ++at_;
  attribute.value = attribute.raw = html_.substr(at, at_ - at);
}

std::size_t skip_markup(std::string_view html, std::size_t at) {
  const auto behind = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = html.find(mark, from);
    return found == std::string_view::npos ? html.size() : found + mark.size();
  };
  const std::string_view rest = html.substr(at);
  if (!rest.starts_with("<!--")) return behind(">", at + 1);
  if (rest.starts_with("<!-->")) return at + 5;
  if (rest.starts_with("<!--->")) return at + 6;
  for (std::size_t dash = at + 4;; ++dash) {  // "-->" or "--!>"
    dash = html.find("--", dash);
    if (dash == std::string_view::npos) return html.size();
    const std::string_view tail = html.substr(dash + 2);
    if (tail.starts_with(">")) return dash + 3;
    if (tail.starts_with("!>")) return dash + 4;
  }
}

std::size_t raw_text_end(std::string_view html, std::size_t at, std::string_view name) {
  for (;; at += 2) {
    at = html.find("</", at);
    if (at == std::string_view::npos) return html.size();
    if (tag_at(html, at + 2, name)) return at;
  }
}

std::size_t script_end(std::string_view html, std::size_t at) {
  enum class State { plain, escaped, twice } state = State::plain;
  for (;; ++at) {
    at = html.find_first_of(state == State::plain ? "<" : "<-", at);
    if (at == std::string_view::npos) return html.size();
    const std::string_view rest = html.substr(at);
    if (rest[0] == '-') {
      if (rest.starts_with("-->")) state = State::plain;
    } else if (rest.starts_with("</") && tag_at(html, at + 2, "script")) {
      if (state != State::twice) return at;
      state = State::escaped;
    } else if (state == State::plain && rest.starts_with("<!--")) {
      state = State::escaped;
      at += 1;  // so that the dashes may end what they begin, as in "<!-->"
    } else if (state == State::escaped && tag_at(html, at + 1, "script")) {
      state = State::twice;
    }
  }
}

}  // namespace entente
