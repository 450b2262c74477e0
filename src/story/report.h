// A report: an item with what is known of its document, made ready to be compared with others.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/item.h"
#include "story/period.h"
#include "story/words.h"

namespace entente {

/// What a report's document is known by.
struct ReportOrigin {
  std::int64_t document = 0;  ///< row
  std::int64_t story = 0;     ///< row of the first document that tells the same text, else its own
  std::string name;           ///< id of the document
  std::string publisher;
  std::string published;  ///< ISO date
};

struct Report {
  std::int64_t id = 0;  ///< row of the item
  std::int64_t document = 0, story = 0;
  std::uint32_t sentence = 0;  ///< its number in the document
  ItemKind kind = ItemKind::event;
  ItemType type = ItemType::agree;
  Status status = Status::actual;
  std::string mode, cameo;
  std::vector<std::string> actor, recipient, said_by, denied_by, names;
  Period when;         ///< when it happened, as stated; else the day of publication
  bool dated = false;  ///< it is stated
  Day published = no_day;
  std::vector<ResolvedPlace> places;
  std::vector<std::string> place_names;  ///< as they stand, of places without a point too
  std::vector<TellingWord> words;        ///< of the sentence
  std::shared_ptr<const std::vector<TellingWord>> context;  ///< names in the document, or null
  bool definite = false;                                    ///< "the raid": told of before
  bool further = false;              ///< "another raid": not the one told of before
  std::optional<Quantity> quantity;  ///< the number that the item has
  std::optional<Quantity> deaths;    ///< how many its sentence says have died
  int binding = 0;  ///< above 0: says that an agreement binds; below 0: that it does not
  std::vector<std::int64_t> rejections;  ///< items of the same document that reject what it claims
  std::uint64_t text = 0;                ///< hash of the sentence and the trigger's place in it
  std::string source;  ///< whom it goes back to: its speaker, else publisher, else document
  double confidence = 0;
};

/// Somebody rejects what was said before: "Eritrea denied that", "rejected the accusation".
struct Rejection {
  std::int64_t item = 0;
  std::uint32_t sentence = 0;
  std::vector<std::string> actor;
};

/// What a document tells beside a report.
struct DocumentNotes {
  std::shared_ptr<const std::vector<TellingWord>> names;  ///< by stem; may be null
  std::vector<std::uint64_t> parties;  ///< stems of words that name parties anywhere in it, sorted
  std::vector<Rejection> rejections;   ///< in order
};

/// Words that name parties of the document count for a quarter: who is named all over the news
/// tells acts apart less than where and what.
void weigh_parties(std::vector<TellingWord>& words, const std::vector<std::uint64_t>& parties);

/// Takes in what the document is about, and weighs the words by its parties. What one side claims
/// of another, and that other rejects in the same or the next sentence, is denied by it.
void use_document(Report& report, const DocumentNotes& notes);

/// Whether a report says that it was so, rather than that somebody denies it, plans it or fears it.
[[nodiscard]] bool asserts(const Report& report);

/// The report that `item` is.
[[nodiscard]] Report report_of(const Item& item, std::int64_t row, const ReportOrigin& origin,
                               const StoryWords& words);

}  // namespace entente
