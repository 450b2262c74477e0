// The lines of a data file: comments and blank ones left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/plain/lines.h"

namespace entente::plain {

/// Calls visit(line, number) for each line that says something.
template <typename Visit>
void each_data_line(std::string_view lines, const Visit& visit) {
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = text_of(lines, trimmed(lines, begin, end));
    begin = end + 1;
    ++number;
    if (!line.empty() && !line.starts_with('#')) visit(line, number);
  }
}

}  // namespace entente::plain
