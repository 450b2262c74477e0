// How sure an item is, as a number between 0 and 1.
#pragma once

#include <cstdint>

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

[[nodiscard]] double confidence(const Evidence& evidence);

}  // namespace entente
