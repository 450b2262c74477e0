// Names of what the stretches of a document are.
#include "entente/document.h"

#include <array>

namespace entente {
namespace {

constexpr std::array<const char*, 6> segment_names = {"body",    "title",     "caption",
                                                      "comment", "furniture", "quote"};

}  // namespace

const char* name_of(SegmentKind kind) { return segment_names.at(static_cast<std::size_t>(kind)); }

}  // namespace entente
