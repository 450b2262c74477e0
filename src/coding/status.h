// Whether an act happened, is to come, may happen or did not: read off the words around it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coding/reading.h"
#include "entente/item.h"

namespace entente {

/// How sure the text is of an act, built up from the act outwards.
struct Certainty {
  Status status = Status::actual;
  bool conditional = false;  ///< under if, unless, in case of, or a question
  bool modal = false;        ///< decided by would, could, may
  std::string why;           ///< what each word that decided did, nearest first; for explain
};

/// The status of the act named by `act`, whose clause is `clause` (the same, or its light verb).
[[nodiscard]] Certainty certainty(const SentenceReading& sentence, const Lexicon& lexicon,
                                  std::size_t act, std::size_t clause);

}  // namespace entente
