// Dates as mail, feeds and the web's headers write them.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The day of "Tue, 16 Aug 2016 10:00:00 +0200", "2016-08-16T10:00:00Z" and their common
/// misspellings, as it stands there, in ISO form; "" when it is none.
[[nodiscard]] std::string day_of(std::string_view written);

}  // namespace entente
