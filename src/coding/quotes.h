// Stretches between quotation marks, over as many sentences as they take.
#pragma once

#include <vector>

#include "coding/reading.h"

namespace entente {

struct Quote {
  Span span;  ///< with its marks
  std::uint32_t first_sentence = 0, last_sentence = 0;
  bool open = false;  ///< never closed: the next one may go on with it
};

/// Quotes of a document in order. A mark that is never closed ends with its paragraph.
[[nodiscard]] std::vector<Quote> quotes(const Reading& reading);

}  // namespace entente
