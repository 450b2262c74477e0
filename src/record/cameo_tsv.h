// Items as rows of event data in CAMEO codes, one per pair of source and target.
#pragma once

#include <string>
#include <string_view>

#include "entente/item.h"
#include "record/ontology.h"

namespace entente {

/// Appends the line that names the columns.
void append_cameo_header(std::string& out);

/// Appends a row for each pair of an actor and a recipient; of a mutual act without recipient, for
/// each ordered pair of different parties; of an act with only one side, for each party with the
/// other column empty. Relations, and events that did not happen (negated, hypothetical, future
/// other than AGREE, which is about the future), have no row. `published`, the document's date,
/// stands where the item has none.
void append_cameo_tsv(std::string& out, const Item& item, const Ontology& ontology,
                      std::string_view published);

}  // namespace entente
