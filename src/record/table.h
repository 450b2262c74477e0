// Items as a table for people: aligned columns that fit a terminal.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/item.h"

namespace entente {

/// Columns that `text` takes on a terminal: wide characters count two, combining ones none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Lays out items in columns: when, type and mode, who to whom, status, said by, where, trigger.
/// The items of one sentence stand under it. The columns depend on the width alone, so tables
/// appended one after another stay aligned.
class Table {
 public:
  /// `width` is that of the terminal; narrower than 79 is taken as 79. `colour` adds ANSI
  /// sequences.
  Table(std::size_t width, bool colour);

  void append_header(std::string& out) const;
  /// Appends the items of a document, in their order.
  void append(std::string& out, std::span<const Item> items) const;

 private:
  void append_sentence(std::string& out, const Item& item) const;
  void append_row(std::string& out, const std::vector<std::string>& cells, bool bold) const;

  std::size_t width_;
  bool colour_;
  std::vector<std::size_t> columns_;
};

}  // namespace entente
