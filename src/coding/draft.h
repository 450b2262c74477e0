// An item in the making: a match with its parties, before rules about whole sentences are applied.
#pragma once

#include <string>
#include <vector>

#include "coding/attribution.h"
#include "coding/confidence.h"
#include "coding/matcher.h"
#include "coding/parties.h"
#include "coding/quotes.h"
#include "coding/status.h"
#include "entente/item.h"

namespace entente {

struct Draft {
  Item item;
  const Match* match = nullptr;  ///< nullptr for offices found by title
  Certainty certainty;
  Evidence evidence;
  std::vector<std::string> notes;  ///< for explain
  std::string dropped;             ///< why it gives no item; empty while it does
  bool unknown_parties = false;    ///< dropped for want of a party that is known
  std::size_t sentence = 0;        ///< index into the reading
};

/// What drafts are made from; all must outlive the drafts.
struct DraftContext {
  const Reading* reading;
  const Lexicon* lexicon;
  const Parties* parties;
  const std::vector<Attribution>* attributions;
  const std::vector<Quote>* quotes;
};

/// Drafts of one match, usually one; office relations give one for each person.
[[nodiscard]] std::vector<Draft> drafts_of(const DraftContext& context, std::size_t sentence,
                                           const Match& match);
/// The office relations that titles state.
[[nodiscard]] std::vector<Draft> office_drafts(const DraftContext& context, std::size_t sentence);

}  // namespace entente
