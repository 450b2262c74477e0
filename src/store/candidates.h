// Where reports that may tell of one act are looked for: by type and party, two parties or place,
// near in time. Two reports that share none of these are never compared.
#pragma once

#include <cstdint>
#include <vector>

#include "store/database.h"
#include "story/nearness.h"
#include "story/report.h"

namespace entente {

/// Makes a report findable.
void add_keys(Database& database, const Report& report);
/// Items that a report is to be compared with, those most alike first; a bounded number.
[[nodiscard]] std::vector<std::int64_t> candidates(Database& database, const Report& report,
                                                   const Nearness& nearness);

}  // namespace entente
