// What a page shows, as blocks.
#include "text/html/blocks.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "text/html/nesting.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr std::uint16_t bit(Around what) { return static_cast<std::uint16_t>(what); }

// Elements of which nobody reads the content as part of the page.
constexpr std::array<std::string_view, 20> unread = {
    "head",   "script", "style",  "noscript", "template", "svg",   "math",
    "iframe", "object", "button", "select",   "option",   "input", "textarea",
    "video",  "audio",  "canvas", "datalist", "progress", "dialog"};

struct Enclosing {
  std::uint16_t around;
  std::string_view name;
};
constexpr std::array<Enclosing, 12> enclosing = {{
    {bit(Around::figure), "figure"},
    {bit(Around::figure) | bit(Around::caption), "figcaption"},
    {bit(Around::caption), "caption"},
    {bit(Around::quote), "blockquote"},
    {bit(Around::nav), "nav"},
    {bit(Around::nav), "menu"},
    {bit(Around::aside), "aside"},
    {bit(Around::footer), "footer"},
    {bit(Around::header), "header"},
    {bit(Around::form), "form"},
    {bit(Around::item), "li"},
    {bit(Around::paragraph), "p"},
}};

struct Role {
  std::uint16_t around;
  std::string_view name;
};
constexpr std::array<Role, 8> roles = {{
    {bit(Around::nav), "navigation"},
    {bit(Around::nav), "menu"},
    {bit(Around::nav), "menubar"},
    {bit(Around::nav), "search"},
    {bit(Around::nav), "dialog"},
    {bit(Around::aside), "complementary"},
    {bit(Around::footer), "contentinfo"},
    {bit(Around::header), "banner"},
}};

bool breaks_line(std::string_view name) {
  const TagClass kind = tag_name(name).kind;
  return kind == TagClass::block || kind == TagClass::item || kind == TagClass::cell ||
         name == "table" || name == "caption" || name == "body" || name == "hr" ||
         name == "picture" || name == "legend" || name == "optgroup";
}

class BlockBuilder {
 public:
  BlockBuilder(const Tree& tree, const PageLexicon& lexicon) : tree_(tree), lexicon_(lexicon) {}

  PageBlocks run() {
    name_nodes();
    weigh();
    contexts_.push_back({});
    for (std::size_t i = 0; i < tree_.size();) {
      while (contexts_.size() > 1 && i >= contexts_.back().end) leave();
      i = tree_.node(i).is_text() ? (add_text(i), i + 1) : enter(i);
    }
    while (contexts_.size() > 1) leave();
    flush();
    return std::move(page_);
  }

 private:
  struct Context {
    std::size_t end = 0;     // of the element
    std::uint32_t node = 0;  // the nearest element that breaks lines
    std::uint16_t around = 0;
    PartNames parts = 0;
    std::uint32_t named = 0;
    std::uint8_t level = 0;
    bool breaks = false;  // the element begins and ends blocks
    bool cell = false;
  };

  void name_nodes();
  void weigh();
  [[nodiscard]] std::size_t enter(std::size_t i);
  void leave();
  void add_text(std::size_t i);
  void flush();
  [[nodiscard]] bool is_row(std::size_t i) const;
  [[nodiscard]] PartNames believed(std::size_t i) const;
  [[nodiscard]] std::uint32_t prose(std::size_t i) const {
    return prose_[tree_.node(i).end] - prose_[i];
  }
  [[nodiscard]] std::uint32_t titles(std::size_t i) const {
    return titles_[tree_.node(i).end] - titles_[i];
  }

  const Tree& tree_;
  const PageLexicon& lexicon_;
  PageBlocks page_;
  std::vector<Context> contexts_;
  std::vector<std::uint32_t> prose_;   // bytes in long texts before each node
  std::vector<std::uint32_t> titles_;  // how many <h1>
  std::uint32_t comments_ = 0;         // bytes of prose in comments
  PageBlock block_;
  std::size_t breaks_ = 0;  // <br> in a row at the end of block_
};

void BlockBuilder::name_nodes() {
  std::unordered_map<std::string_view, PartNames> known;
  page_.parts.resize(tree_.size());
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    const Node& node = tree_.node(i);
    if (node.is_text() || node.attribute_count == 0) continue;
    for (const std::string_view name : {"class", "id", "itemprop", "role"}) {
      const std::string_view value = tree_.attribute(i, name);
      if (value.empty()) continue;
      const auto [place, is_new] = known.try_emplace(value, PartNames{0});
      if (is_new) place->second = lexicon_.parts(value);
      page_.parts[i] |= place->second;
    }
    const std::string_view type = tree_.attribute(i, "itemtype");
    if (!type.empty()) {
      const PartNames parts = lexicon_.parts(type.substr(type.rfind('/') + 1));
      page_.parts[i] |= parts & static_cast<PartNames>(PartName::comment);
    }
  }
}

// Long texts outside of links: what is most of a page is no furniture, whatever it is called.
void BlockBuilder::weigh() {
  constexpr std::size_t long_text = 80;
  prose_.assign(tree_.size() + 1, 0);
  titles_.assign(tree_.size() + 1, 0);
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    const Node& node = tree_.node(i);
    const bool counts =
        node.is_text() && node.text.size() >= long_text && tree_.node(node.parent).name != "a";
    prose_[i + 1] = prose_[i] + (counts ? static_cast<std::uint32_t>(node.text.size()) : 0);
    titles_[i + 1] = titles_[i] + (node.name == "h1" ? 1 : 0);
  }
  for (std::size_t i = 0; i < tree_.size();) {
    const bool comment = has(page_.parts[i], PartName::comment) && titles(i) == 0;
    if (comment) comments_ += prose(i);
    i = comment ? tree_.node(i).end : i + 1;
  }
}

// The names of an element that may be taken at their word.
PartNames BlockBuilder::believed(std::size_t i) const {
  PartNames parts = page_.parts[i];
  const std::string_view name = tree_.node(i).name;
  const auto doubt = [&](PartName part) {
    parts &= static_cast<PartNames>(~static_cast<PartNames>(part));
  };
  const bool root = name == "html" || name == "body" || name == "main";
  // Comments may be longer than what they are about.
  const bool most = (prose(i) * 2 > prose_.back() - comments_ || titles(i) > 0) && prose(i) > 400;
  if (root || titles(i) > 0) doubt(PartName::comment);
  if (root || most || (name == "article" && titles(i) > 0)) {
    doubt(PartName::furniture);
    doubt(PartName::hidden);
  }
  if (root || prose(i) > 400) {
    for (const PartName part : {PartName::caption, PartName::byline, PartName::date,
                                PartName::updated, PartName::title, PartName::repeated}) {
      doubt(part);
    }
  }
  if (root || most) {
    doubt(PartName::quote);
    doubt(PartName::summary);
  }
  return parts;
}

// A row of data has text in its cells and nothing that breaks lines.
bool BlockBuilder::is_row(std::size_t i) const {
  std::size_t cells = 0;
  for (std::size_t child = i + 1; child < tree_.node(i).end; ++child) {
    const std::string_view name = tree_.node(child).name;
    if (name == "td" || name == "th") {
      ++cells;
    } else if (!name.empty() && (breaks_line(name) || name == "br")) {
      return false;
    }
  }
  return cells > 1;
}

std::size_t BlockBuilder::enter(std::size_t i) {
  const Node& node = tree_.node(i);
  const Context& outer = contexts_.back();
  if (node.name == "br") {
    if (++breaks_ == 2) flush();
    if (!block_.text.empty() && block_.text.back() != '\n') {
      while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
      block_.text += '\n';
    }
    return i + 1;
  }
  const bool body = node.name == "html" || node.name == "body";
  const bool in_text = (outer.around & (bit(Around::paragraph) | bit(Around::heading))) != 0;
  const PartNames parts = believed(i) | (!body && tree_.has_attribute(i, "hidden")
                                             ? static_cast<PartNames>(PartName::hidden)
                                             : PartNames{0});
  if (std::ranges::find(unread, node.name) != unread.end() ||
      (in_text && has(parts, PartName::hidden))) {
    return node.end;
  }
  Context context = outer;
  context.end = node.end;
  context.cell = false;
  context.parts |= parts;
  if (has(parts, PartName::furniture) && context.named == 0) {
    context.named = static_cast<std::uint32_t>(i);
  }
  for (const Enclosing& entry : enclosing) {
    const bool page_in_form = entry.around == bit(Around::form) && prose(i) > 400;
    if (entry.name == node.name && !page_in_form) context.around |= entry.around;
  }
  if (node.name == "article" || node.name == "main")
    context.around &= static_cast<std::uint16_t>(~bit(Around::header));
  const std::string_view role = tree_.attribute(i, "role");
  for (const Role& entry : roles) {
    if (entry.name == role && !body) context.around |= entry.around;
  }
  if (node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6') {
    context.around |= bit(Around::heading);
    context.level = static_cast<std::uint8_t>(node.name[1] - '0');
  }
  if (node.name == "a") context.around |= bit(Around::link);
  if (node.name == "time") context.around |= bit(Around::time);
  if (node.name == "pre") context.around |= bit(Around::preformatted);
  if (node.name == "tr" && is_row(i)) context.around |= bit(Around::row);
  const bool in_row = (outer.around & bit(Around::row)) != 0;
  constexpr PartNames own_block =
      static_cast<PartNames>(PartName::caption) | static_cast<PartNames>(PartName::byline) |
      static_cast<PartNames>(PartName::date) | static_cast<PartNames>(PartName::hidden) |
      static_cast<PartNames>(PartName::furniture) | static_cast<PartNames>(PartName::title);
  const bool set_off =
      (parts & own_block & ~outer.parts) != 0 && (!in_text || has(parts, PartName::caption));
  context.breaks = !in_row && (breaks_line(node.name) || set_off);
  context.cell = in_row && (node.name == "td" || node.name == "th");
  if (context.breaks) {
    flush();
    context.node = static_cast<std::uint32_t>(i);
  }
  if (context.cell && !block_.text.empty()) block_.text += '\t';
  contexts_.push_back(context);
  return i + 1;
}

void BlockBuilder::leave() {
  if (contexts_.back().breaks) flush();
  contexts_.pop_back();
}

void BlockBuilder::add_text(std::size_t i) {
  const Context& context = contexts_.back();
  if (contexts_.size() == 1) return;
  const std::string_view text = tree_.node(i).text;
  const std::size_t before = block_.text.size();
  bool visible = false;
  const bool pre = (context.around & bit(Around::preformatted)) != 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool no_break = c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
    if (is_html_space(c) || no_break) {
      at += no_break ? 2 : 1;
      if (pre && c == '\n') {
        if (!block_.text.empty() || visible) block_.text += '\n';
        continue;
      }
      const char last = block_.text.empty() ? '\n' : block_.text.back();
      if (last != ' ' && last != '\n' && last != '\t') block_.text += ' ';
      continue;
    }
    if (!visible) {
      visible = true;
      breaks_ = 0;
    }
    block_.text += c;
    ++at;
  }
  if (!visible) return;
  if (block_.at == 0) {
    block_.at = static_cast<std::uint32_t>(i);
    block_.node = context.node;
    block_.around = context.around;
    block_.parts = context.parts;
    block_.named = context.named;
    block_.level = context.level;
  } else {
    block_.around &= context.around;
    block_.parts &= context.parts;
    if (context.named == 0) block_.named = 0;
    if (block_.node != context.node) block_.node = std::min(block_.node, context.node);
  }
  if ((context.around & bit(Around::link)) != 0) {
    block_.linked += static_cast<std::uint32_t>(block_.text.size() - before);
  }
}

void BlockBuilder::flush() {
  breaks_ = 0;
  while (!block_.text.empty() && is_html_space(block_.text.back())) block_.text.pop_back();
  block_.linked =
      std::min<std::uint32_t>(block_.linked, static_cast<std::uint32_t>(block_.text.size()));
  if (block_.at != 0 && !block_.text.empty()) page_.blocks.push_back(std::move(block_));
  block_ = PageBlock{};
}

}  // namespace

PageBlocks page_blocks_of(const Tree& tree, const PageLexicon& lexicon) {
  return BlockBuilder(tree, lexicon).run();
}

}  // namespace entente
