// How a text is laid out: the stretches that a sentence never leaves, told from blank lines, line
// breaks and the marks of segments alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entente/document.h"

namespace entente {

/// A stretch without white space at its ends; sentences lie inside one.
struct Block {
  Span span;
  std::uint32_t paragraph = 0;  ///< counts up at blank lines and after lines that end like prose
  bool heading = false;
};

/// The blocks of a text in order. Between them stands nothing but white space. Lines that were
/// wrapped to a width are put together; a line that stopped short of it was ended on purpose.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view text,
                                           std::span<const Segment> segments);

}  // namespace entente
