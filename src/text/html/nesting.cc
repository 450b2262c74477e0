// How deep a page nests its elements.
#include "text/html/nesting.h"

#include <algorithm>
#include <array>

#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr std::uint32_t hash_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619U;
  }
  return hash;
}

struct Known {
  std::uint32_t hash;
  TagClass kind;
};

// The element classes of the standard's section on parsing, sorted by hash.
constexpr auto known_tags = [] {
  constexpr std::array names = {
      std::pair{"address", TagClass::block},     std::pair{"article", TagClass::block},
      std::pair{"aside", TagClass::block},       std::pair{"blockquote", TagClass::block},
      std::pair{"center", TagClass::block},      std::pair{"details", TagClass::block},
      std::pair{"dialog", TagClass::block},      std::pair{"dir", TagClass::block},
      std::pair{"div", TagClass::block},         std::pair{"dl", TagClass::block},
      std::pair{"fieldset", TagClass::block},    std::pair{"figcaption", TagClass::block},
      std::pair{"figure", TagClass::block},      std::pair{"footer", TagClass::block},
      std::pair{"form", TagClass::block},        std::pair{"h1", TagClass::block},
      std::pair{"h2", TagClass::block},          std::pair{"h3", TagClass::block},
      std::pair{"h4", TagClass::block},          std::pair{"h5", TagClass::block},
      std::pair{"h6", TagClass::block},          std::pair{"header", TagClass::block},
      std::pair{"hgroup", TagClass::block},      std::pair{"listing", TagClass::block},
      std::pair{"main", TagClass::block},        std::pair{"menu", TagClass::block},
      std::pair{"nav", TagClass::block},         std::pair{"ol", TagClass::block},
      std::pair{"p", TagClass::block},           std::pair{"pre", TagClass::block},
      std::pair{"section", TagClass::block},     std::pair{"summary", TagClass::block},
      std::pair{"ul", TagClass::block},          std::pair{"li", TagClass::item},
      std::pair{"dd", TagClass::item},           std::pair{"dt", TagClass::item},
      std::pair{"tr", TagClass::cell},           std::pair{"td", TagClass::cell},
      std::pair{"th", TagClass::cell},           std::pair{"tbody", TagClass::cell},
      std::pair{"thead", TagClass::cell},        std::pair{"tfoot", TagClass::cell},
      std::pair{"table", TagClass::scope},       std::pair{"caption", TagClass::scope},
      std::pair{"html", TagClass::scope},        std::pair{"body", TagClass::scope},
      std::pair{"template", TagClass::scope},    std::pair{"object", TagClass::scope},
      std::pair{"marquee", TagClass::scope},     std::pair{"applet", TagClass::scope},
      std::pair{"button", TagClass::scope},      std::pair{"svg", TagClass::scope},
      std::pair{"math", TagClass::scope},        std::pair{"select", TagClass::scope},
      std::pair{"a", TagClass::formatting},      std::pair{"b", TagClass::formatting},
      std::pair{"big", TagClass::formatting},    std::pair{"code", TagClass::formatting},
      std::pair{"em", TagClass::formatting},     std::pair{"font", TagClass::formatting},
      std::pair{"i", TagClass::formatting},      std::pair{"nobr", TagClass::formatting},
      std::pair{"s", TagClass::formatting},      std::pair{"small", TagClass::formatting},
      std::pair{"strike", TagClass::formatting}, std::pair{"strong", TagClass::formatting},
      std::pair{"tt", TagClass::formatting},     std::pair{"u", TagClass::formatting},
      std::pair{"area", TagClass::empty},        std::pair{"base", TagClass::empty},
      std::pair{"basefont", TagClass::empty},    std::pair{"bgsound", TagClass::empty},
      std::pair{"br", TagClass::empty},          std::pair{"col", TagClass::empty},
      std::pair{"embed", TagClass::empty},       std::pair{"frame", TagClass::empty},
      std::pair{"hr", TagClass::empty},          std::pair{"image", TagClass::empty},
      std::pair{"img", TagClass::empty},         std::pair{"input", TagClass::empty},
      std::pair{"keygen", TagClass::empty},      std::pair{"link", TagClass::empty},
      std::pair{"meta", TagClass::empty},        std::pair{"param", TagClass::empty},
      std::pair{"source", TagClass::empty},      std::pair{"track", TagClass::empty},
      std::pair{"wbr", TagClass::empty}};
  std::array<Known, names.size()> known{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    known[i] = {hash_of(names[i].first), names[i].second};
  }
  std::ranges::sort(known, {}, &Known::hash);
  return known;
}();

constexpr std::uint32_t table_hash = hash_of("table"), p_hash = hash_of("p"), a_hash = hash_of("a"),
                        li_hash = hash_of("li"), tr_hash = hash_of("tr"), td_hash = hash_of("td"),
                        th_hash = hash_of("th");
constexpr std::size_t left_out_slots = 1024;

}  // namespace

TagName tag_name(std::string_view name) {
  const std::uint32_t hash = hash_of(name);
  const auto found = std::ranges::lower_bound(known_tags, hash, {}, &Known::hash);
  const bool is_known = found != known_tags.end() && found->hash == hash;
  return {hash, is_known ? found->kind : TagClass::plain};
}

void Nesting::pop_to(std::size_t size) { open_.resize(size); }

// Elements that the start tag of `name` closes: an open paragraph, the item or cells before.
void Nesting::close_implied(TagName name) {
  if (name.kind == TagClass::cell) {
    const bool is_cell = name.hash == td_hash || name.hash == th_hash;
    std::size_t keep = open_.size();
    for (std::size_t i = open_.size(); i-- > 0 && open_[i].hash != table_hash;) {
      if (open_[i].kind != TagClass::cell) continue;
      const bool holds = is_cell ? open_[i].hash != td_hash && open_[i].hash != th_hash
                                 : name.hash == tr_hash && open_[i].hash != tr_hash &&
                                       open_[i].hash != td_hash && open_[i].hash != th_hash;
      if (holds) break;
      keep = i;
    }
    pop_to(keep);
    return;
  }
  if (name.kind != TagClass::block && name.kind != TagClass::item) return;
  if (name.kind == TagClass::item) {
    const bool li = name.hash == li_hash;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].kind == TagClass::item && (open_[i].hash == li_hash) == li) {
        pop_to(i);
        break;
      }
      if (open_[i].kind != TagClass::plain && open_[i].hash != p_hash) break;
    }
  }
  for (std::size_t i = open_.size();
       i-- > 0 && open_[i].kind != TagClass::scope && open_[i].kind != TagClass::cell;) {
    if (open_[i].hash == p_hash) {
      pop_to(i);
      break;
    }
  }
}

bool Nesting::open(TagName name) {
  if (name.kind == TagClass::empty) return true;
  if (name.kind == TagClass::formatting) {
    if (formatting_ >= formatting_limit_) return false;
    formatting_ += name.hash == a_hash && formatting_ > 0 ? 0 : 1;  // <a> closes the <a> before
    return true;
  }
  close_implied(name);
  if (open_.size() >= depth_limit_) {
    if (left_out_.empty()) left_out_.resize(left_out_slots);
    ++left_out_[name.hash % left_out_slots];
    return false;
  }
  open_.push_back(name);
  return true;
}

bool Nesting::close(TagName name) {
  if (name.kind == TagClass::formatting) {
    formatting_ -= formatting_ > 0 ? 1 : 0;
    return true;
  }
  if (!left_out_.empty() && left_out_[name.hash % left_out_slots] > 0) {
    --left_out_[name.hash % left_out_slots];
    return false;
  }
  const bool plain = name.kind == TagClass::plain;
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].hash == name.hash) {
      pop_to(i);
      break;
    }
    const TagClass kind = open_[i].kind;
    const bool stops =
        plain ? kind != TagClass::plain : kind == TagClass::scope && name.hash != table_hash;
    if (stops ||
        (kind == TagClass::cell && name.kind != TagClass::cell && name.hash != table_hash)) {
      break;
    }
  }
  return true;
}

}  // namespace entente
