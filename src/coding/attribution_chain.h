// Those through whom a report came beside its source: whom the source cites, and the outlet that it
// spoke to or through.
#pragma once

#include "coding/attribution.h"

namespace entente {

/// Fills `cited` and `outlets` of an attribution whose source is known.
void add_chain(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
               Attribution& a);

}  // namespace entente
