// One file that holds documents, their sentences and items, and where these came from.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"
#include "entente/item.h"
#include "store/database.h"

namespace entente {

/// Who coded items, with what and when.
struct Provenance {
  std::string source;        ///< "" of Entente itself, else whose coding was imported
  std::string version;       ///< of the program
  std::string dictionaries;  ///< fingerprint of all that coding depends on
  std::string command;
  std::string
      time;  ///< ISO; empty where it is left out, so that the same input gives the same file
};

struct StoredSentence {
  std::uint32_t number = 0;
  Span span;
};

/// A document that was told of before by another.
struct StoredAppearance {
  std::string first;  ///< id of the first that told it
  std::string kind;
  double share = 0;
};

/// A document with all that was found in it.
struct CodedDocument {
  Document document;
  std::string fingerprint;  ///< of the document as it was read
  std::vector<StoredSentence> sentences;
  std::vector<Item> items;
  std::optional<StoredAppearance> appearance;
};

/// An item coded elsewhere, and the document that it was coded from.
struct ImportedItem {
  Item item;
  Document document;   ///< without text
  std::string source;  ///< whose coding it is
  std::string record;  ///< fingerprint of its line: the same line is kept once
};

/// What is known of an item's document.
struct ItemOrigin {
  std::string source, title, published, publisher, url;
};

struct FoundSentence {
  std::string doc, source, title, published, publisher, url;
  std::uint32_t number = 0;
  Span span;
  std::string text;
  std::vector<Span> hits;  ///< bytes of `text` that the words were found at
  double score = 0;        ///< larger is better
};

/// What becomes of a document that is added.
/// Outdated: the same text, coded with other dictionaries or another version.
enum class Freshness : std::uint8_t { absent, changed, outdated, current };

/// Not to be used from two threads at once; several programs may use one file, each waiting for the
/// others' writing.
class Store {
 public:
  /// Opens a store, for writing makes one where there is none, and brings an older one to this
  /// version. Throws Error not_found, corrupt (no store), version (a newer one), unreadable.
  Store(const std::string& file, Access access,
        std::chrono::milliseconds patience = std::chrono::seconds(60));

  /// Whether a document must be coded: its text or what it is coded with is another.
  [[nodiscard]] Freshness freshness_of(const std::string& id, const std::string& fingerprint,
                                       const Provenance& provenance);
  /// Keeps documents with their items, all or none; those of the same id are replaced, those that
  /// are current left as they are. Throws Error, and the store is as it was.
  void put(std::span<const CodedDocument> documents, const Provenance& provenance);
  /// Keeps items coded elsewhere, all or none. Returns how many were not there yet.
  std::size_t put(std::span<const ImportedItem> items, const Provenance& provenance);

  /// All items in the order that their documents were first kept.
  void each_item(const std::function<void(const ItemOrigin&, const Item&)>& handle);
  /// All documents that Entente read, in that order.
  void each_document(const std::function<void(const Document&)>& handle);
  /// The sentences that a query matches, best first. Throws Error invalid_value for a query that
  /// FTS5 does not understand.
  [[nodiscard]] std::vector<FoundSentence> search(const std::string& query, std::size_t limit);

  /// For the rooms above, which ask in SQL.
  [[nodiscard]] Database& database() { return database_; }

 private:
  Database database_;
};

/// A query that finds sentences with all of `words`; one that holds spaces is a phrase, one that
/// ends in * the beginning of a word.
[[nodiscard]] std::string query_of(std::span<const std::string> words);

}  // namespace entente
