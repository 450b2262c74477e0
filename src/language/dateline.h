// Datelines: "MOSCOW, Feb. 15 (Reuters) -" before a report's first sentence is no part of that
// sentence, and a parser that takes it for one hangs the sentence on a city.
#pragma once

#include <cstddef>

#include "entente/sentence.h"

namespace entente {

/// How many words of a dateline, its dash included, the sentence begins with; 0 for none. Told by
/// shape alone: a place in capitals, capitals, numbers and brackets up to a dash, and a sentence
/// behind it. Only `form`, `span` and `space_after` are read.
[[nodiscard]] std::size_t dateline_words(const Sentence& sentence);

}  // namespace entente
