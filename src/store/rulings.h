// What users have decided of two reports: one act, or two. Kept by document, byte and type, so that
// it outlives coding anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace entente {

/// A report as a user names it.
struct ReportName {
  std::string document, source;  ///< id and source ("" of what Entente coded)
  std::uint32_t begin = 0;       ///< byte of its trigger
  std::string type;              ///< "" where the byte tells enough
};

/// Reads "DOCUMENT:BYTE" or "DOCUMENT:BYTE:TYPE". Throws Error invalid_value.
[[nodiscard]] ReportName report_name(const std::string& text);

/// Decides that two reports tell of one act, of two, or (nothing) takes back what was decided;
/// their acts are linked anew by the next link_documents. Throws Error not_found where there is no
/// such report, invalid_value where several begin at that byte.
void rule(Store& store, const ReportName& a, const ReportName& b, std::optional<bool> same);

struct Ruling {
  std::int64_t other = 0;
  bool same = false;
};
/// All decisions whose reports are there, by the row of either item.
[[nodiscard]] std::multimap<std::int64_t, Ruling> read_rulings(Database& database);

}  // namespace entente
