// Where reports that may tell of one act are looked for: by type and party, two parties or place,
// near in time. Two reports that share none of these are never compared.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "story/nearness.h"
#include "story/report.h"

namespace entente {

/// The key of reports of that type with that party, a code without its sector, on either side.
[[nodiscard]] std::int64_t side_key(ItemType type, std::string_view side);
/// Makes a report findable.
void add_keys(Database& database, const Report& report);
/// Items that a report is to be compared with, those most alike first; a bounded number.
[[nodiscard]] std::vector<std::int64_t> candidates(Database& database, const Report& report,
                                                   const Nearness& nearness);

}  // namespace entente
