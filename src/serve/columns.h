// Tables as JSON columns of numbers that point into lists of names.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "story/period.h"

namespace entente {

/// Strings, each kept once, numbered in the order of their first appearance.
class NameList {
 public:
  std::uint32_t index_of(std::string_view name) {
    const auto [at, is_new] =
        index_.emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, std::uint32_t> index_;
  std::vector<std::string> names_;
};

inline void append_number(std::string& out, std::int64_t number) {
  fmt::format_to(std::back_inserter(out), "{}", number);
}

/// At most three decimals, none where there are none.
inline void append_decimal(std::string& out, double number) {
  std::string text = fmt::format("{:.3f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  out += text == "-0" ? "0" : text;
}

/// A day's number, null where it is not known.
inline void append_day(std::string& out, Day day) {
  if (day == no_day) {
    out += "null";
  } else {
    append_number(out, day);
  }
}

/// [append(first), append(second), …]
template <class Rows, class Append>
void append_list(std::string& out, const Rows& rows, const Append& append) {
  out += '[';
  bool first = true;
  for (const auto& row : rows) {
    if (!first) out += ',';
    first = false;
    append(row);
  }
  out += ']';
}

}  // namespace entente
