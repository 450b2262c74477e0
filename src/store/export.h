// A store's items in other forms: JSON Lines with what is known of the document, points on a map,
// a network of actors.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "entente/item.h"
#include "store/store.h"

namespace entente {

using Output = std::function<void(std::string_view)>;

/// Appends the item as append_item_json does, with `source` (of items coded elsewhere),
/// `published`, `publisher`, `url` of its document behind.
void append_exported_item(std::string& out, const ItemOrigin& origin, const Item& item);

/// A FeatureCollection (RFC 7946): a point for every place of every item.
void write_geojson(Store& store, const Output& write);

/// A node for each actor, an edge for each pair of actors, type and status, with how often and
/// when.
void write_graphml(Store& store, const Output& write);

}  // namespace entente
