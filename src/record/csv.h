// Items as comma-separated values (RFC 4180). docs/formats.md describes the columns.
#pragma once

#include <string>

#include "entente/item.h"

namespace entente {

/// Appends the line that names the columns.
void append_csv_header(std::string& out);
/// Appends the item as one record; the values of lists are joined by ";".
void append_csv(std::string& out, const Item& item);

}  // namespace entente
