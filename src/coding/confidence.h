// How sure an item is, as a number between 0 and 1.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "coding/lexicon.h"
#include "coding/parties.h"
#include "entente/item.h"

namespace entente {

/// What speaks for and against an item; each feature adds its weight to a logistic score.
struct Evidence {
  How actor = How::none, recipient = How::none;  ///< the least sure party of each side
  bool has_actor = false, has_recipient = false;
  bool parties_inherited = false;  ///< through control, coordination, a participle
  bool parties_recalled = false;   ///< from an earlier mention of the act
  int pattern_weight = 0;          ///< required constraints of the dictionary entry
  bool noun = false;               ///< the act is named by a noun
  bool sure_status = true;         ///< actual or negated, decided by the clause itself
  std::uint32_t sentence_words = 0;
  ItemKind kind = ItemKind::event;
};

struct Feature {
  std::string_view name;  ///< as data/<language>/coding/confidence.txt weighs it
  double value = 0;
};
constexpr std::size_t feature_count = 12;
[[nodiscard]] std::array<Feature, feature_count> features(const Evidence& evidence);

/// The same in words: what each feature that speaks adds to the score.
[[nodiscard]] std::string explain_confidence(const Evidence& evidence, const Lexicon& lexicon);

/// The logistic of the weighted features; a feature without a weight counts for nothing.
[[nodiscard]] double confidence(const Evidence& evidence, const Lexicon& lexicon);

}  // namespace entente
