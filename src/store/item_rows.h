// An item as rows of several tables, in and out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "entente/item.h"
#include "store/database.h"
#include "store/store.h"

namespace entente {

/// Where an item is put.
struct ItemSlot {
  std::int64_t document = 0;
  std::int64_t number = 0;                 ///< in the document
  std::optional<std::int64_t> sentence;    ///< its row, where the sentence is kept
  std::optional<std::string_view> record;  ///< fingerprint of the line it was imported from
};

void insert_item(Database& database, const Item& item, const ItemSlot& slot);
/// Takes out the items of a document.
void remove_items(Database& database, std::int64_t document);

/// An item with its row and what is known of its document.
struct StoredItem {
  std::int64_t row = 0, document = 0;
  ItemOrigin origin;
  Item item;
};

/// Selects what read_item_of reads: `d` is its document, `s` its sentence. To be followed by WHERE
/// or ORDER.
inline constexpr std::string_view items_sql =
    "SELECT item.id, d.name, d.source, d.title, d.published, d.publisher, d.url, sentence_n, "
    "item.\"begin\", item.\"end\", trigger, type, mode, status, day, number, weapon, cameo, "
    "confidence, pattern, s.text, s.\"begin\", s.\"end\", d.id FROM document d "
    "JOIN item ON item.document = d.id LEFT JOIN sentence s ON s.id = item.sentence";
/// The item in the row that a statement stands at.
[[nodiscard]] StoredItem read_item_of(Database& database, const Statement& row);
/// The item of that row of `item`. Throws Error not_found.
[[nodiscard]] StoredItem read_item(Database& database, std::int64_t row);

}  // namespace entente
