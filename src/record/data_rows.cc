// Lines of data files, split.
#include "record/data_rows.h"

#include "base/utf8.h"

namespace entente {
namespace {

DataRow columns_of(std::string_view line) {
  DataRow columns;
  for (;;) {
    const std::size_t bar = line.find('|');
    columns.emplace_back(trimmed(line.substr(0, bar)));
    if (bar == std::string_view::npos) return columns;
    line.remove_prefix(bar + 1);
  }
}

}  // namespace

void each_data_row(std::string_view text, const std::string& file, std::size_t columns,
                   const std::function<void(const DataRow&, const Location&)>& handle) {
  Location place{file, 0, 0};
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    ++place.line;
    if (!line.empty() && line.front() != '#') {
      const DataRow row = columns_of(line);
      if (row.size() != columns) {
        throw Error(
            ErrorKind::malformed,
            "expected " + std::to_string(columns) + " columns, found " + std::to_string(row.size()),
            place);
      }
      handle(row, place);
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> split_column(std::string_view column, char separator) {
  std::vector<std::string> parts;
  while (!column.empty()) {
    const std::size_t end = column.find(separator);
    const std::string_view part = trimmed(column.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) break;
    column.remove_prefix(end + 1);
  }
  return parts;
}

}  // namespace entente
