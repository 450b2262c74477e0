// Speakers that a colon or dash gives: "Arland: rebels broke truce", "Rebels broke truce - Arland",
// "The minister had a warning: "...".
#pragma once

#include <optional>

#include "coding/parties.h"
#include "coding/quotes.h"

namespace entente {

/// Words of one sentence: who speaks, by which mark or verb, and what is said.
struct MarkedSpeech {
  std::size_t speaker = 0;  ///< the head of the phrase
  std::size_t speaker_first = 0, speaker_last = 0;
  std::size_t cue = 0;
  std::size_t first = 0, last = 0;  ///< what is said
};

/// "Arland: rebels broke truce".
[[nodiscard]] std::optional<MarkedSpeech> speaker_before_colon(const SentenceReading& sentence,
                                                               const Parties& parties,
                                                               std::size_t number);
/// A headline that ends in its source: "Rebels broke truce - Arland", "...: Arland".
[[nodiscard]] std::optional<MarkedSpeech> speaker_behind_mark(const SentenceReading& sentence,
                                                              const Parties& parties,
                                                              std::size_t number);
/// The verb of a clause that ends in a colon before a quotation: "He addressed them: "..."".
[[nodiscard]] std::optional<std::size_t> verb_before_quote(const SentenceReading& sentence,
                                                           const Quote& quote);

}  // namespace entente
