// From a parsed document to its items. Engine wraps it with segmenter and parser; tests feed it
// hand-built trees.
#pragma once

#include <string>
#include <vector>

#include "coding/dictionary.h"
#include "coding/lexicon.h"
#include "coding/matcher.h"
#include "coding/reading.h"
#include "entente/item.h"

namespace entente {

/// Why an item's fields are what they are; only for explain. Parallel to the items.
struct ItemNotes {
  std::vector<std::string> lines;  ///< "actor: RUS, name \"Russia\" (states.txt:12)" and so on
};

/// What explain asks for beside the items.
struct CodingTrace {
  std::vector<ItemNotes> notes;                    ///< parallel to the items returned
  std::vector<std::vector<Match>> matches;         ///< per sentence, in order of words
  std::vector<std::vector<NearMiss>> near_misses;  ///< per sentence
  std::vector<std::vector<std::string>> dropped;   ///< per sentence: matches without an item, why
};

/// Immutable; the world, dictionary and lexicon must outlive it.
class Coder {
 public:
  Coder(const World& world, const Dictionary& dictionary, const Lexicon& lexicon);
  /// `trace` may be null.
  [[nodiscard]] std::vector<Item> code(const Analysis& analysis, bool unresolved,
                                       CodingTrace* trace = nullptr) const;
  [[nodiscard]] const World& world() const { return *world_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const Grammar& grammar() const { return dictionary_->grammar(); }

 private:
  [[nodiscard]] std::vector<Item> code(const Document& document, const Article& article,
                                       bool unresolved, CodingTrace* trace) const;
  const World* world_;
  const Dictionary* dictionary_;
  const Lexicon* lexicon_;
};

}  // namespace entente
