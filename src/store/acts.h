// The acts of a store as the rooms above read them: each with its reports and their sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/item.h"
#include "store/store.h"
#include "story/act.h"
#include "story/dispute.h"

namespace entente {

/// Which acts are asked for; all that is left out does not matter.
struct ActQuery {
  /// Only what documents published on or before that day told. Documents without a day count as
  /// published on the day of their items, else not at all.
  std::optional<Day> as_of;
  std::optional<Day> from, until;    ///< the act's days overlap these
  std::vector<std::string> parties;  ///< codes, one of which is actor or recipient; one without a
                                     ///< sector stands for all sectors of it
  std::vector<std::string> others;   ///< the same, asked for beside `parties`
  std::optional<ItemKind> kind;
  std::optional<ItemType> type;
  std::vector<std::int64_t> ids;
  bool lean = false;  ///< without sources and places, which take most of the time
};

/// The acts, in the order of their ids.
[[nodiscard]] std::vector<Act> read_acts(Store& store, const ActQuery& query);

/// One report of an act.
struct ActReport {
  std::int64_t row = 0;  ///< of the item
  std::int64_t act = 0;
  ItemOrigin origin;   ///< of its document
  Item item;           ///< with its sentence, its spans, who says so
  std::string source;  ///< whom it goes back to: a code, a publisher, or "doc:" and the document
  bool copy = false;   ///< told in the same words by an earlier document
};

/// The reports of an act, by the day of their documents.
[[nodiscard]] std::vector<ActReport> read_reports(Store& store, std::int64_t act,
                                                  std::optional<Day> as_of = std::nullopt);

/// The report that an item is. Throws Error not_found.
[[nodiscard]] ActReport read_report(Store& store, std::int64_t item);

/// Disputes about acts that the query asks for, in the order of their acts.
[[nodiscard]] std::vector<Dispute> read_disputes(Store& store, const ActQuery& query);

/// How many documents wait for their items to be linked: 0 unless a run was interrupted.
[[nodiscard]] std::int64_t unlinked_documents(Store& store);

}  // namespace entente
