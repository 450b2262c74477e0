// A page without what no reader sees.
#include "text/html/slim.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/html/nesting.h"
#include "text/html/references.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

// The attributes that anything asks for later. Those of the second list only on <link>, <meta>,
// <script> and <input>, those of the third only on <html>.
constexpr std::array<std::string_view, 14> kept_attributes = {
    "class",  "id",   "itemprop", "itemtype", "content", "datetime", "role",
    "hidden", "href", "rel",      "name",     "type",    "property", "lang"};
constexpr std::size_t hidden_number = 7, head_only = 8, root_only = 13;
constexpr std::size_t style_number = kept_attributes.size();

std::size_t attribute_number(std::string_view name) {
  if (equals_ignoring_case(name, "style")) return style_number;
  for (std::size_t i = 0; i < kept_attributes.size(); ++i) {
    if (kept_attributes[i].size() == name.size() &&
        equals_ignoring_case(name, kept_attributes[i])) {
      return i;
    }
  }
  return style_number + 1;
}

// True for a style that takes the element off the page.
bool hides(std::string_view style) {
  if (style.size() > 4096 || style.find("none") == std::string_view::npos) return false;
  std::string plain;
  for (const char c : style) {
    if (!is_html_space(c)) plain += ascii_lower(c);
  }
  return plain.find("display:none") != std::string::npos;
}

// Tags of HTML that end a drawing wherever they stand in it.
bool breaks_out(std::string_view name) {
  const TagClass kind = tag_name(name).kind;
  return kind == TagClass::block || kind == TagClass::item || equals_ignoring_case(name, "span") ||
         equals_ignoring_case(name, "table") || equals_ignoring_case(name, "img") ||
         equals_ignoring_case(name, "br") || equals_ignoring_case(name, "body");
}

class Slimmer {
 public:
  Slimmer(std::string_view html, const SlimLimits& limits, const Location& where)
      : html_(html), limits_(limits), where_(where), nesting_(limits.depth, limits.formatting) {}

  SlimPage run() {
    page_.html.reserve(std::min(html_.size() / 2, limits_.bytes) + 64);
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      const std::string_view text = html_.substr(at_, tag - at_);
      at_ = tag;
      add_text(text);
      if (tag < html_.size()) read_markup();
    }
    return std::move(page_);
  }

 private:
  void add(std::string_view piece) {
    if (page_.html.size() + piece.size() > limits_.bytes) {
      throw Error(ErrorKind::too_large,
                  "the page holds more than " + std::to_string(limits_.bytes >> 20) +
                      " MiB of text and markup",
                  where_);
    }
    page_.html += piece;
  }
  void add_text(std::string_view text);
  [[nodiscard]] static bool breaks_lines(TagClass kind);
  [[nodiscard]] TagClass next_tag() const;
  void count_element() {
    // The parser opens formatting again after each tag that closed it.
    work_ += 1 + nesting_.formatting();
    if (++elements_ > limits_.elements || work_ > 8 * limits_.elements) {
      throw Error(ErrorKind::too_large,
                  "the page has more than " + std::to_string(limits_.elements) + " elements",
                  where_);
    }
  }
  std::string_view name_at(std::size_t at) const {
    std::size_t end = at;
    while (end < html_.size() && !is_html_space(html_[end]) && html_[end] != '/' &&
           html_[end] != '>') {
      ++end;
    }
    return html_.substr(at, end - at);
  }
  void read_markup();
  void read_start_tag();
  void read_end_tag();
  void add_attribute(const RawAttribute& attribute, std::uint32_t& seen);
  void read_content(std::string_view name, bool linked_data, bool self_closing);
  [[nodiscard]] std::size_t drawing_end(std::size_t at) const;

  std::string_view html_;
  const SlimLimits& limits_;
  const Location& where_;
  Nesting nesting_;
  SlimPage page_;
  std::size_t at_ = 0, elements_ = 0, work_ = 0, linked_bytes_ = 0;
  bool layout_counts_ = false;  // inside <pre>: white space is kept
  bool linked_data_ = false;    // of the tag being read
  bool head_tag_ = false, root_tag_ = false;
  TagClass last_ = TagClass::block;  // of the tag before the text being read
};

// True for tags beside which white space shows nothing.
bool Slimmer::breaks_lines(TagClass kind) {
  return kind == TagClass::block || kind == TagClass::item || kind == TagClass::cell;
}

// The class of the tag that begins at `at_`; plain where there is none.
TagClass Slimmer::next_tag() const {
  std::size_t at = at_ + 1;
  if (at < html_.size() && html_[at] == '/') ++at;
  if (at >= html_.size() || !is_ascii_letter(html_[at])) return TagClass::plain;
  return tag_name(name_at(at)).kind;
}

// Runs of white space are one space for whoever reads the page, and none beside blocks.
void Slimmer::add_text(std::string_view text) {
  if (text.empty()) return;
  if (layout_counts_) return add(text);
  if (std::ranges::all_of(text, is_html_space) &&
      (breaks_lines(last_) || breaks_lines(next_tag()))) {
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           !(is_html_space(text[end]) && end + 1 < text.size() && is_html_space(text[end + 1]))) {
      ++end;
    }
    if (end < text.size()) ++end;
    add(text.substr(at, end - at));
    for (at = end; at < text.size() && is_html_space(text[at]);) ++at;
  }
}

void Slimmer::read_markup() {
  const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
  if (is_ascii_letter(next)) return read_start_tag();
  if (next == '/') {
    if (at_ + 2 < html_.size() && is_ascii_letter(html_[at_ + 2])) return read_end_tag();
    if (at_ + 2 >= html_.size()) {
      add(html_.substr(at_));
      at_ = html_.size();
      return;
    }
    at_ = html_[at_ + 2] == '>' ? at_ + 3 : skip_markup(html_, at_);
    return;
  }
  if (next != '!' && next != '?') {
    add("<");
    ++at_;
    return;
  }
  const std::size_t end = skip_markup(html_, at_);
  const std::string_view markup = html_.substr(at_, end - at_);
  if (markup.size() > 9 && equals_ignoring_case(markup.substr(0, 9), "<!doctype")) {
    if (markup.size() <= limits_.attribute) add(markup);
  }
  at_ = end;
}

void Slimmer::add_attribute(const RawAttribute& attribute, std::uint32_t& seen) {
  std::size_t number = attribute_number(attribute.name);
  if (number >= root_only && number < style_number && !root_tag_) return;
  if (number >= head_only && number < root_only && !head_tag_) return;
  if (number > style_number || attribute.raw.size() > limits_.attribute) return;
  static_assert(kept_attributes[hidden_number] == "hidden");
  const bool style = number == style_number;
  if (style && !hides(attribute.value)) return;
  if (style) number = hidden_number;
  if ((seen >> number & 1U) != 0) return;
  seen |= 1U << number;
  if (kept_attributes[number] == "type" &&
      equals_ignoring_case(attribute.value, "application/ld+json")) {
    linked_data_ = true;
  }
  add(" ");
  add(kept_attributes[number]);
  if (style || attribute.raw.empty()) return;
  add("=");
  add(attribute.raw);
}

void Slimmer::read_start_tag() {
  const std::string_view name = name_at(at_ + 1);
  const TagName tag = tag_name(name);
  const std::size_t kept = page_.html.size();
  const bool open = name.size() < 64 && nesting_.open(tag);
  if (open) count_element();
  linked_data_ = false;
  root_tag_ = equals_ignoring_case(name, "html");
  head_tag_ = name.size() >= 4 &&
              (equals_ignoring_case(name, "link") || equals_ignoring_case(name, "meta") ||
               equals_ignoring_case(name, "script") || equals_ignoring_case(name, "input"));
  if (open) last_ = tag.kind;
  add("<");
  add(open ? name : "");
  TagReader reader(html_, at_ + 1 + name.size());
  std::uint32_t seen = 0;
  for (RawAttribute attribute; reader.next(attribute);) {
    if (open) add_attribute(attribute, seen);
  }
  at_ = reader.end();
  if (!open || !reader.complete()) {
    page_.html.resize(kept);
    return;
  }
  add(reader.self_closing() ? " />" : seen != 0 ? " >" : ">");
  read_content(name, linked_data_, reader.self_closing());
}

// Elements whose content is no markup, or none that anybody reads.
void Slimmer::read_content(std::string_view name, bool linked_data, bool self_closing) {
  const auto is = [name](std::string_view other) { return equals_ignoring_case(name, other); };
  if (is("pre") || is("listing")) layout_counts_ = true;
  if (is("script")) {
    const std::size_t end = script_end(html_, at_);
    const std::string_view content = html_.substr(at_, end - at_);
    if (linked_data && linked_bytes_ + content.size() <= limits_.linked_data) {
      page_.linked_data.push_back(content);
      linked_bytes_ += content.size();
    }
    at_ = end;
  } else if (is("svg") && !self_closing) {
    at_ = drawing_end(at_);
    add("</svg>");
    (void)nesting_.close(tag_name("svg"));
  } else if (is("title")) {
    const std::size_t end = raw_text_end(html_, at_, name);
    add(html_.substr(at_, std::min(end - at_, limits_.attribute)));
    at_ = end;
  } else if (is("plaintext")) {
    add(html_.substr(at_));
    at_ = html_.size();
  } else {
    for (const std::string_view raw :
         {"style", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp"}) {
      if (is(raw)) at_ = raw_text_end(html_, at_, raw);
    }
  }
}

// The byte where a drawing is over: behind its end tag, or at a tag of HTML that ends it.
std::size_t Slimmer::drawing_end(std::size_t at) const {
  std::size_t depth = 1, page_inside = 0;  // the latter: elements of SVG that may hold HTML
  while (at < html_.size()) {
    at = std::min(html_.find('<', at), html_.size());
    if (at + 1 >= html_.size()) break;
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<![CDATA[")) {
      at = std::min(html_.find("]]>", at), html_.size());
      continue;
    }
    const bool end_tag = rest[1] == '/';
    const std::size_t name_begin = at + (end_tag ? 2 : 1);
    if (name_begin >= html_.size()) break;
    if (!is_ascii_letter(html_[name_begin])) {
      at = rest[1] == '!' || rest[1] == '?' ? skip_markup(html_, at) : at + 1;
      continue;
    }
    const std::string_view name = name_at(name_begin);
    if (!end_tag && page_inside == 0 && breaks_out(name)) return at;
    TagReader reader(html_, name_begin + name.size());
    for (RawAttribute attribute; reader.next(attribute);) {
    }
    at = reader.end();
    if (!end_tag && reader.self_closing()) continue;
    const bool holds_page = equals_ignoring_case(name, "foreignobject") ||
                            equals_ignoring_case(name, "desc") ||
                            equals_ignoring_case(name, "title");
    if (holds_page)
      page_inside = end_tag ? (page_inside > 0 ? page_inside - 1 : 0) : page_inside + 1;
    if (equals_ignoring_case(name, "svg") && (end_tag ? --depth : ++depth) == 0) return at;
  }
  return html_.size();
}

void Slimmer::read_end_tag() {
  const std::string_view name = name_at(at_ + 2);
  TagReader reader(html_, at_ + 2 + name.size());
  for (RawAttribute attribute; reader.next(attribute);) {
  }
  at_ = reader.end();
  if (!reader.complete() || name.size() >= 64) return;
  if (equals_ignoring_case(name, "pre") || equals_ignoring_case(name, "listing")) {
    layout_counts_ = false;
  }
  const TagName tag = tag_name(name);
  last_ = tag.kind;
  if (!nesting_.close(tag)) return;
  // Some end tags make elements: </p> and </br>.
  count_element();
  add("</");
  add(name);
  add(">");
}

}  // namespace

SlimPage slim(std::string_view html, const SlimLimits& limits, const Location& where) {
  SlimPage page = Slimmer(html, limits, where).run();
  blunt_references(page.html);
  return page;
}

}  // namespace entente
