// Coded items against gold records: precision, recall and F1 at three levels, and how often each
// further field is right. docs/formats.md describes the gold records.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"

namespace entente {

/// What is compared of an item. Types and statuses are kept as they were written, so that records
/// of other programs can be scored too.
struct ScoredItem {
  std::string doc;
  std::uint32_t begin = 0;  ///< of the trigger; of coded items only
  std::string kind, type, mode, trigger, status, when;
  std::vector<std::string> actor, recipient, said_by, denied_by, where;
};

/// A sentence of a gold document and the items that a careful annotator found in it.
struct GoldSentence {
  std::string doc;
  std::uint32_t number = 0, begin = 0, end = 0;
  std::vector<ScoredItem> items;
};

/// Read JSON Lines. Throw Error malformed with file, line and field.
[[nodiscard]] std::vector<GoldSentence> read_gold(ByteSource& source);
[[nodiscard]] std::vector<ScoredItem> read_scored_items(ByteSource& source);

/// type: the same kind and type. dyad: also a primary actor and a primary recipient in common.
/// exact: also the same primaries on both sides and the same status.
enum class ScoreLevel : std::uint8_t { type, dyad, exact };

struct ScoreCount {
  std::size_t hits = 0, coded = 0, gold = 0;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

/// A gold item that was not found (missed), or a coded one that is not in the gold record.
struct ScoreError {
  bool missed = false;
  std::string doc;
  std::uint32_t sentence = 0;
  ScoredItem item;
};

struct Score {
  struct Field {
    std::size_t right = 0, all = 0;
  };
  std::array<ScoreCount, 3> events, relations;  ///< by ScoreLevel
  /// By kind and field, over the items that match at level dyad.
  std::map<std::pair<std::string, std::string>, Field> fields;
  std::vector<ScoreError> errors;  ///< at level dyad
};

/// A coded item belongs to the gold sentence that its begin falls into; one outside every sentence
/// of a gold document counts against precision; documents without gold are passed over. Items are
/// matched one to one within a sentence, as many as can be.
[[nodiscard]] Score score_items(const std::vector<GoldSentence>& gold,
                                const std::vector<ScoredItem>& coded);

/// Lines for people: three for events, three for relations, one per field.
[[nodiscard]] std::string report_of(const Score& score);
/// A line per document with the F1 of its events at each level.
[[nodiscard]] std::string report_by_document(const std::vector<GoldSentence>& gold,
                                             const std::vector<ScoredItem>& coded);
/// A line per error, at most `limit`.
[[nodiscard]] std::string report_errors(const Score& score, std::size_t limit);

}  // namespace entente
