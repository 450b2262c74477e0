// Comparing the parties of items, code by code; "?" stands for a party without one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/item.h"

namespace entente {

/// Whether any party of a side has a code.
[[nodiscard]] bool known(const std::vector<std::string>& codes);
/// Whether two sides have a state or slug in common, whatever the sectors.
[[nodiscard]] bool share_primary(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b);
/// Whether every known party of `a` is one of `b`, whatever the sectors.
[[nodiscard]] bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// Who takes part in an act, on whatever side.
[[nodiscard]] std::vector<std::string> parties_of(const Item& item);
/// The state or slug of the first party; empty where there is none.
[[nodiscard]] std::string_view first_primary(const std::vector<std::string>& codes);

/// People, companies and newspapers, whose acts are political only where others are in them.
[[nodiscard]] bool private_code(const std::string& code);
/// Acts that do the other side a favour: from CONSULT to RETREAT, and what is agreed.
[[nodiscard]] bool friendly(ItemType type);

}  // namespace entente
