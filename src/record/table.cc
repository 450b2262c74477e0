// The table for people.
#include "record/table.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t gap = 2;     // between columns
constexpr std::size_t indent = 2;  // of the rows under their sentence
constexpr std::size_t least_width = 79;

struct Column {
  std::string_view title;
  std::size_t least;  ///< columns it always gets
  std::size_t share;  ///< of what is left over, in parts
  std::size_t most;   ///< more would stay empty
};

constexpr std::array<Column, 7> layout = {{{"WHEN", 10, 0, 10},
                                           {"WHAT", 9, 2, 24},
                                           {"WHO → WHOM", 12, 4, 44},
                                           {"STATUS", 12, 0, 12},
                                           {"SAID BY", 8, 2, 24},
                                           {"WHERE", 6, 2, 24},
                                           {"TRIGGER", 8, 2, 32}}};

std::size_t character_width(char32_t code) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

/// The longest beginning of `text` that takes at most `width` columns and at least one character.
std::string_view fitting(std::string_view text, std::size_t width) {
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    const Decoded next = decode(text, at);
    used += character_width(next.code);
    if (used > width && at > 0) break;
    at += next.size;
  }
  return text.substr(0, at);
}

/// Splits at spaces into lines of at most `width` columns; a longer word is cut.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    lines.push_back(line);
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) flush();
    while (line.empty() && display_width(word) > width) {
      const std::string_view part = fitting(word, width);
      lines.emplace_back(part);
      word.remove_prefix(part.size());
    }
    if (word.empty()) continue;
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) flush();
  return lines;
}

/// Text on one line that cannot steer the terminal: control characters, line ends among them,
/// become spaces.
std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const bool control = next.code < 0x20 || (next.code >= 0x7f && next.code < 0xa0);
    entente::append(result, control ? U' ' : next.code);
    at += next.size;
  }
  return result;
}

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

std::string parties(const Item& item) {
  if (item.recipient.empty()) {
    return fmt::format("{}", fmt::join(item.actor, is_mutual(item.type) ? " ↔ " : ", "));
  }
  const std::string actor = item.actor.empty() ? "…" : joined(item.actor);
  return actor + " → " + joined(item.recipient);
}

std::string speakers(const Item& item) {
  std::string text = fmt::format("{}", fmt::join(item.said_by, " < "));
  if (item.denied_by.empty()) return text;
  return text + (text.empty() ? "" : "; ") + "denied: " + joined(item.denied_by);
}

std::vector<std::string> cells_of(const Item& item) {
  std::string what = name_of(item.type);
  if (!item.mode.empty()) what += " " + item.mode;
  std::vector<std::string> cells = {
      item.when,          what,        parties(item), name_of(item.status), speakers(item),
      joined(item.where), item.trigger};
  for (std::string& cell : cells) cell = plain(cell);
  return cells;
}

std::vector<std::size_t> widths_for(std::size_t width) {
  std::vector<std::size_t> widths;
  std::size_t used = indent + gap * (layout.size() - 1), parts = 0;
  for (const Column& column : layout) {
    widths.push_back(column.least);
    used += column.least;
    parts += column.share;
  }
  // What is left over goes round in single columns, so that none is lost to division.
  std::size_t left = width > used ? width - used : 0;
  bool grew = parts > 0;
  while (left > 0 && grew) {
    grew = false;
    for (std::size_t i = 0; i < layout.size(); ++i) {
      const std::size_t more = std::min({layout[i].share, layout[i].most - widths[i], left});
      widths[i] += more;
      left -= more;
      grew = grew || more > 0;
    }
  }
  return widths;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    width += character_width(next.code);
    at += next.size;
  }
  return width;
}

Table::Table(std::size_t width, bool colour)
    : width_(std::max(width, least_width)), colour_(colour), columns_(widths_for(width_)) {}

void Table::append_header(std::string& out) const {
  std::vector<std::string> titles;
  for (const Column& column : layout) titles.emplace_back(column.title);
  append_row(out, titles, true);
}

void Table::append(std::string& out, std::span<const Item> items) const {
  const Item* last = nullptr;
  for (const Item& item : items) {
    if (!last || last->doc != item.doc || last->sentence_number != item.sentence_number) {
      append_sentence(out, item);
    }
    append_row(out, cells_of(item), false);
    last = &item;
  }
}

void Table::append_sentence(std::string& out, const Item& item) const {
  const std::string place = plain(item.doc) + ":" + std::to_string(item.sentence_number) + "  ";
  out += '\n';
  if (colour_) out += "\x1b[2m";
  bool first = true;
  for (const std::string& line : wrap(place + plain(item.sentence), width_ - indent)) {
    if (!first) out += "\n  ";
    out += line;
    first = false;
  }
  if (colour_) out += "\x1b[0m";
  out += '\n';
}

void Table::append_row(std::string& out, const std::vector<std::string>& cells, bool bold) const {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(wrap(cells[i], columns_[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t row = 0; row < height; ++row) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      const std::string cell = row < wrapped[i].size() ? wrapped[i][row] : "";
      line += cell;
      line.append(columns_[i] + gap - std::min(columns_[i], display_width(cell)), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += bold && colour_ ? "\x1b[1m" + line + "\x1b[0m" : line;
    out += '\n';
  }
}

}  // namespace entente
