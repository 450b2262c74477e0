// Items as JSON Lines, out and in. docs/formats.md describes the fields.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "entente/item.h"
#include "record/json_text.h"

namespace entente {

/// Appends the item as one line, its end included. Fields come in a fixed order, empty optional
/// ones are left out, confidence has three decimals; read_item gives back the same item.
void append_item_json(std::string& out, const Item& item);

/// Appends the member "places", left out where there are none.
void append_places_json(JsonObject& object, std::string& out,
                        const std::vector<ResolvedPlace>& places);

/// Reads one line. Members it does not know are passed over. Throws Error malformed that names the
/// field and `place`.
[[nodiscard]] Item read_item(std::string_view line, const Location& place);

/// Hands on every item of a source; blank lines are passed over. Throws at the first bad line.
void read_items(ByteSource& source, const std::function<void(Item&&)>& handle);

}  // namespace entente
