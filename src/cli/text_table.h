// Rows in aligned columns that fit the terminal, and paragraphs that are wrapped to it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

struct TextColumn {
  std::string head;
  bool right = false;  ///< aligned to the right, as numbers are
  int spare = 0;       ///< left out where the terminal is too narrow, the highest first; 0: never
};

class TextTable {
 public:
  explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}
  /// A cell for each column.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// A line of its own between rows.
  void add_note(std::string note) { rows_.push_back({std::move(note)}); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Names that are left aligned are shortened where that is needed.
  void append_to(std::string& out, std::size_t width, bool colour) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
  void append_row(std::string& out, const std::vector<std::string>& cells,
                  const std::vector<std::size_t>& widths) const;

  std::vector<TextColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// As much of the text as fits, with an ellipsis where something is cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);
/// The words in lines of that width, each after `indent` blanks, with line ends.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);
/// A heading of a part of the output: in bold on a terminal.
[[nodiscard]] std::string heading(const std::string& text, bool colour);

}  // namespace entente::cli
