// When and where an act took place, how much of it there was, and with what.
#pragma once

#include <string>
#include <vector>

#include "coding/attribution.h"
#include "coding/matcher.h"
#include "coding/parties.h"
#include "coding/reading.h"
#include "entente/item.h"

namespace entente {

/// A date in a clause about the future ("will meet on Monday") is the next such day.
[[nodiscard]] bool lies_ahead(const SentenceReading& sentence, const TimeMention& time);

/// Fills when, where, places, number, weapon and their spans of an item from its clause, then from
/// the clauses above it as far as they say the same act; never through a verb of reporting.
void add_circumstances(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
                       std::size_t sentence, const Match& match, Item& item);

}  // namespace entente
