// A document as rows: what is known of it, its text, segments, paragraphs and sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "entente/document.h"
#include "store/database.h"

namespace entente {

/// The row of a document.
[[nodiscard]] std::optional<std::int64_t> document_row(Database& database, const std::string& id,
                                                       const std::string& source);

/// What a row holds beside the document itself.
struct DocumentKeys {
  std::string source, fingerprint;
  std::int64_t coding = 0;
};

/// Writes a document into `row`, or into a new one; returns it. Segments and paragraphs are put
/// into the place of what was there.
std::int64_t write_document(Database& database, const Document& document, const DocumentKeys& keys,
                            std::optional<std::int64_t> row);
[[nodiscard]] Document read_document_row(Database& database, std::int64_t row);

/// Adds a sentence; returns its row.
std::int64_t insert_sentence(Database& database, std::int64_t document, std::uint32_t number,
                             Span span, std::string_view text);
void remove_sentences(Database& database, std::int64_t document);

}  // namespace entente
