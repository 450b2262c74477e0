// One layer of a document's reading as JSON Lines: who, where and when is named, and who says what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coding/coder.h"
#include "record/analysis.h"

namespace entente {

enum class Layer : std::uint8_t { actors, places, times, attributions };

[[nodiscard]] std::optional<Layer> layer_of(std::string_view name);

/// Appends a line per span of the layer, in order of the text. docs/formats.md has the fields.
void append_layer(std::string& out, Layer layer, const Analysis& analysis, const Coder& coder);

}  // namespace entente
