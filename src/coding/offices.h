// Named persons with a title or role: the office relations of a sentence.
#pragma once

#include <vector>

#include "coding/parties.h"
#include "coding/reading.h"
#include "entente/item.h"

namespace entente {

/// A person's office as a sentence states it.
struct OfficeMention {
  std::uint16_t person = 0;  ///< head word of the name
  std::uint16_t title = 0;   ///< head word of the title
  Span title_span;
};

[[nodiscard]] std::vector<OfficeMention> offices(const Reading& reading, const Parties& parties,
                                                 std::size_t sentence);

}  // namespace entente
