// A record of a table with its columns by name, and its fields as dates, degrees and numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.h"
#include "entente/item.h"

namespace entente {

/// Which column a name stands for.
class Columns {
 public:
  explicit Columns(const std::vector<std::string_view>& names);
  /// Throws Error malformed, naming the column and `place`.
  void require(std::string_view name, const Location& place) const;
  [[nodiscard]] std::size_t size() const { return count_; }
  /// The column's number, or size() where there is none.
  [[nodiscard]] std::size_t find(std::string_view name) const;

 private:
  std::map<std::string, std::size_t, std::less<>> at_;
  std::size_t count_ = 0;
};

[[nodiscard]] std::vector<std::string_view> split_tabs(std::string_view line);

/// One line. What is wrong in it is thrown as Error malformed with column and place.
class Record {
 public:
  /// Throws where the line has another number of fields than there are columns.
  Record(std::string_view line, const Columns& columns, Location place);

  /// A field without white space and quotes around it; "" for an absent column.
  [[nodiscard]] std::string_view text(std::string_view column) const;
  /// As an ISO date, from 20160816 or a longer ISO form; "" where the field is empty.
  [[nodiscard]] std::string date(std::string_view column) const;
  [[nodiscard]] double real(std::string_view column) const;
  [[nodiscard]] std::uint32_t integer(std::string_view column) const;
  [[nodiscard]] const Location& place() const { return place_; }
  [[noreturn]] void fail(std::string_view column, std::string_view problem) const;

 private:
  const Columns& columns_;
  std::vector<std::string_view> fields_;
  Location place_;
};

}  // namespace entente
