// An item as rows of several tables, in and out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "entente/item.h"
#include "store/database.h"

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
/// Adds what tables other than `item` hold of the item in that row.
void read_item_parts(Database& database, std::int64_t row, Item& item);

}  // namespace entente
