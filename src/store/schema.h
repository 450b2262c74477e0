// How a store is laid out, version by version. docs/formats.md describes the tables.
#pragma once

#include <cstdint>
#include <span>

#include "store/database.h"

namespace entente {

/// In the header of every store: "Entn".
inline constexpr std::int32_t store_application_id = 0x456e746e;

/// SQL that brings a store from one version to the next.
using Migration = const char*;

/// The first makes version 1 of an empty file, and so on. A step that was released never changes.
[[nodiscard]] std::span<const Migration> store_migrations();

/// Brings the store to the version after the last of `steps`, in one transaction. Throws Error
/// version for a newer one, corrupt for a database that is no store.
void migrate(Database& database, std::span<const Migration> steps);

}  // namespace entente
