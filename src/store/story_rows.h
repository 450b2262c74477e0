// Reports out of the tables of items, acts and disputes into theirs.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "story/act.h"
#include "story/dispute.h"
#include "story/report.h"

namespace entente {

/// The reports of a store, kept once they were read. Forgets them where they grow too many.
class ReportShelf {
 public:
  ReportShelf(Database& database, const StoryWords& words) : database_(database), words_(words) {}
  /// The report of an item; the reference holds until tidy() is called.
  const Report& of(std::int64_t item);
  /// Makes room; to be called where no report is held.
  void tidy();

 private:
  static constexpr std::size_t most = 150'000;
  Database& database_;
  const StoryWords& words_;
  const DocumentNotes& notes_of(std::int64_t document);
  std::unordered_map<std::int64_t, Report> reports_;
  std::int64_t document_ = 0;  ///< whose notes were read last
  DocumentNotes notes_;
};

/// Writes an act, its parties, sources, places and which items tell it. None of these items may
/// belong to another act.
void insert_act(Database& database, const Act& act, std::span<const Report* const> reports);
/// Takes out an act with the disputes that are about it; its items are left without an act.
void remove_act(Database& database, std::int64_t act);

/// Takes the items of a document, which are about to go, out of links and acts; the other items of
/// these acts become stale.
void forget_items(Database& database, std::int64_t document);

void insert_dispute(Database& database, const Dispute& dispute);
/// Takes out the disputes that belong to an act.
void remove_disputes(Database& database, std::int64_t act);

}  // namespace entente
