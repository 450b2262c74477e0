// Documents as JSON Lines, out and in, with their segments. docs/formats.md describes the fields.
#pragma once

#include <string>
#include <string_view>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

/// Appends the document as one line, its end included; empty optional fields are left out.
void append_document_json(std::string& out, const Document& document);

/// Reads one line with "text". Segments must lie in the text, in order, on whole characters. Throws
/// Error malformed that names the field and `place`.
[[nodiscard]] Document read_document(std::string_view line, const Location& place);

}  // namespace entente
