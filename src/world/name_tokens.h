// Names as they are compared: folded pieces in which hyphens, spaces, dots, apostrophes and the
// forms of the Arabic article make no difference, with the capitals they were written with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/sentence.h"
#include "world/naming.h"

namespace entente {

struct NameToken {
  std::uint64_t hash = 0;     ///< of the folded piece
  std::uint32_t word = 0;     ///< of the sentence
  std::uint8_t letters = 0;   ///< up to 255
  bool capital = false;       ///< begins with a capital letter
  bool all_capitals = false;  ///< of its letters, two at the least
  bool article = false;       ///< al-, el-, ash- ...: may be left out
  bool dotted = false;        ///< the word ends in a dot, as abbreviations do
  bool ordinary = false;      ///< a word of everyday language too
};

[[nodiscard]] std::uint64_t token_hash(std::string_view folded);
/// Lower case without diacritics, fast for ASCII.
[[nodiscard]] std::string fold_quickly(std::string_view text);

/// Appends the pieces of one word or blank-free part of a name. `glued` says that a hyphen follows
/// it.
void append_tokens(std::string_view form, std::uint32_t word, bool glued, const Naming& naming,
                   std::vector<NameToken>& out);
/// The pieces of a name of the data, which may hold blanks.
[[nodiscard]] std::vector<NameToken> tokens_of(std::string_view name, const Naming& naming);
/// The pieces of a sentence; hyphens between words that they join are passed over, and so are the
/// quotes around a nickname within a name.
[[nodiscard]] std::vector<NameToken> tokens_of(const Sentence& sentence, const Naming& naming);
/// True for a word that is a hyphen or dash and stands without blanks between its neighbours.
[[nodiscard]] bool is_joining_hyphen(const Sentence& sentence, std::size_t word);

}  // namespace entente
