// Brings the acts of a store up to date: what was added since is compared with what is near it,
// and the acts that this touches are made anew.
#pragma once

#include <cstdint>

#include "store/store.h"
#include "story/compare.h"

namespace entente {

/// Links the items of all documents that wait for it, and acts that lost reports or were decided
/// on. Works in transactions of some hundred documents: what is interrupted goes on at the next
/// call, and ends with the same rows. Returns how many documents were linked. The cost is that of
/// what is new and of the acts it touches. Throws Error.
std::int64_t link_documents(Store& store, const StoryTables& tables);

}  // namespace entente
