// What a denial denies where it does not say so itself: "it", "this charge", "any involvement".
#pragma once

#include <vector>

#include "coding/attribution.h"

namespace entente {

/// Whether a verb, by itself or with its object, denies what somebody else has said.
[[nodiscard]] bool counters(const SentenceReading& sentence, const Lexicon& lexicon,
                            std::size_t verb);
/// Whether a cue is itself negated: "did not deny", "neither confirmed nor denied".
[[nodiscard]] bool is_negated(const SentenceReading& sentence, std::size_t cue);
/// The noun that a denial in a relative clause is said of ("a charge Arland denies", "..., which
/// Arland denies"); the verb itself where there is none.
[[nodiscard]] std::size_t denied_antecedent(const SentenceReading& sentence, std::size_t verb);
/// Fills `referred` of the denials among `all`, which stand in order of their cues, from what was
/// reported before them.
void refer_denials(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
                   std::vector<Attribution>& all);

}  // namespace entente
