// Event data coded elsewhere, read as items: GDELT 2 event exports, ICEWS and POLECAT tables, the
// JSON Lines of Entente.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "entente/error.h"
#include "record/ontology.h"
#include "store/foreign_codes.h"
#include "store/store.h"

namespace entente {

enum class ForeignFormat : std::uint8_t { gdelt2, icews, polecat, jsonl };

[[nodiscard]] std::optional<ForeignFormat> foreign_format(std::string_view name);

/// What foreign records are understood with. All must outlive the reading.
struct ForeignContext {
  const Ontology* ontology = nullptr;
  const ForeignCodes* codes = nullptr;
  /// alpha-3 code of a state's name, or "".
  std::function<std::string(std::string_view name)> state_of;
  std::string source;  ///< whose coding it is
};

struct ForeignHandlers {
  std::function<void(ImportedItem&&)> item;
  std::function<void(const Error&)> error;  ///< a line that could not be read; the others are
};

struct ForeignCounts {
  std::uint64_t items = 0;
  std::uint64_t untyped = 0;  ///< records that are no PLOVER type (bare statements)
};

/// Reads all records of a source. Errors of lines name file and line. Throws Error malformed where
/// the head of a table lacks a column that must be there.
ForeignCounts read_foreign(ByteSource& source, ForeignFormat format, const ForeignContext& context,
                           const ForeignHandlers& handlers);

}  // namespace entente
