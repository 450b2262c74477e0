// The rows of a data file: a line each, columns between bars, comments and blanks left out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.h"

namespace entente {

using DataRow = std::vector<std::string>;  ///< columns, trimmed

/// Calls `handle` with each row and its place. Throws Error malformed for a row that has another
/// number of columns.
void each_data_row(std::string_view text, const std::string& file, std::size_t columns,
                   const std::function<void(const DataRow&, const Location&)>& handle);

/// The parts of a column that holds several, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> split_column(std::string_view column, char separator);

}  // namespace entente
