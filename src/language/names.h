// Names in a sentence: stretches of proper nouns that hang together, each with its head.
#pragma once

#include <cstddef>
#include <vector>

#include "entente/sentence.h"

namespace entente {

/// Words [first, last] of a sentence, all proper nouns.
struct NamePhrase {
  std::size_t first = 0, last = 0;
  std::size_t head = 0;  ///< the word that the others of the phrase hang below
  friend bool operator==(const NamePhrase&, const NamePhrase&) = default;
};

/// The names of a parsed sentence from left to right; none overlaps another. A name that stands
/// next to one it does not belong to ("in Kalen Severia met …") is one of its own.
[[nodiscard]] std::vector<NamePhrase> find_names(const Sentence& sentence);

}  // namespace entente
