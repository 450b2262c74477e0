// A text as copies are told by: its runs of five words, and the sentences they stand in.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/document.h"

namespace entente {

/// Case, accents, punctuation and layout play no part; nor do headline, captions, notices and
/// comments, where the document has a body beside them.
struct Shingles {
  struct Shingle {
    std::uint32_t hash = 0;
    std::uint32_t sentence = 0;  ///< index into `sentences`, of its first word
  };
  std::vector<Shingle> runs;             ///< in the order of the text
  std::vector<std::uint64_t> sentences;  ///< a hash each
  std::uint64_t text = 0;                ///< hash of all words
};

/// How many words make a run.
inline constexpr std::size_t shingle_words = 5;

[[nodiscard]] Shingles shingles_of(const Document& document);

}  // namespace entente
