// Comparing the parties of items, code by code; "?" stands for a party without one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether any party of a side has a code.
[[nodiscard]] bool known(const std::vector<std::string>& codes);
/// Whether two sides have a state or slug in common, whatever the sectors.
[[nodiscard]] bool share_primary(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b);
/// Whether every known party of `a` is one of `b`, whatever the sectors.
[[nodiscard]] bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// The state or slug of the first party; empty where there is none.
[[nodiscard]] std::string_view first_primary(const std::vector<std::string>& codes);

}  // namespace entente
