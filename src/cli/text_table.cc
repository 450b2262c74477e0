// Aligned columns.
#include "cli/text_table.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "record/table.h"

namespace entente::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_name = 12;  // a name is not cut shorter

std::size_t total_of(const std::vector<std::size_t>& widths) {
  std::size_t total = 0;
  for (const std::size_t width : widths) total += width == 0 ? 0 : width + gap;
  return total;
}

std::string trimmed_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = display_width(columns_[i].head);
    for (const auto& row : rows_) {
      if (row.size() == columns_.size()) widest = std::max(widest, display_width(row[i]));
    }
    widths.push_back(std::max<std::size_t>(widest, 1));
  }
  const int most_spare = std::ranges::max(columns_, {}, &TextColumn::spare).spare;
  for (int spare = most_spare; spare > 0 && total_of(widths) > width + gap; --spare) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].spare == spare) widths[i] = 0;
    }
  }
  while (total_of(widths) > width + gap) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool name = !columns_[i].right && widths[i] > least_name;
      if (name && (!widest || widths[i] > *widest)) widest = &widths[i];
    }
    if (!widest) break;
    --*widest;
  }
  return widths;
}

void TextTable::append_row(std::string& out, const std::vector<std::string>& cells,
                           const std::vector<std::size_t>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::string cell = shortened(cells[i], widths[i]);
    const std::string pad(widths[i] - std::min(widths[i], display_width(cell)), ' ');
    if (!line.empty()) line += std::string(gap, ' ');
    line += columns_[i].right ? pad + cell : cell + pad;
  }
  out += trimmed_end(std::move(line)) + '\n';
}

void TextTable::append_to(std::string& out, std::size_t width, bool colour) const {
  if (rows_.empty()) return;
  const std::vector<std::size_t> column_widths = widths(width);
  std::vector<std::string> heads;
  for (const TextColumn& column : columns_) heads.push_back(column.head);
  if (colour) out += "\x1b[2m";
  append_row(out, heads, column_widths);
  if (colour) out += "\x1b[0m";
  for (const auto& row : rows_) {
    if (row.size() == columns_.size()) append_row(out, row, column_widths);
    if (row.size() != columns_.size()) out += row.front() + '\n';
  }
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = decode(text, at).size;
    const std::string_view next = text.substr(at, size);
    if (display_width(out) + display_width(next) + 1 > width) break;
    out += next;
    at += size;
  }
  return out + "…";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out, line;
  const std::size_t room = width > indent + least_name ? width - indent : least_name;
  const auto flush = [&] {
    if (!line.empty()) out += std::string(indent, ' ') + line + '\n';
    line.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && display_width(line) + 1 + display_width(word) > room) flush();
    if (!line.empty()) line += ' ';
    line += word;
  }
  flush();
  return out;
}

std::string heading(const std::string& text, bool colour) {
  return colour ? "\x1b[1m" + text + "\x1b[0m\n" : text + "\n";
}

}  // namespace entente::cli
