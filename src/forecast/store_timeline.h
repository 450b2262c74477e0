// The acts of a store as a timeline: each pair of parties by the day that a document first told of
// it.
#pragma once

#include <optional>

#include "forecast/timeline.h"
#include "store/store.h"

namespace entente::forecast {

/// Acts that happened (status actual), each counted once however many documents tell it; a pair for
/// every actor and recipient, both ways round where all parties do the same. Only what documents
/// published up to and with `as_of` say where that is given. A document without a date counts as
/// published when what it tells happened. Nothing is told before it happened.
[[nodiscard]] Timeline read_timeline(Store& store, std::optional<std::int32_t> as_of = {});

}  // namespace entente::forecast
