// A page without what no reader sees (scripts, styles, drawings, comments, most attributes), so
// that parsing costs what its text costs, and within bounds that no page of news reaches.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.h"

namespace entente {

/// The same tags in the same order, elements that were emptied included: parsing it gives the tree
/// of the page itself, less the text and attributes that were left out.
struct SlimPage {
  std::string html;
  std::vector<std::string_view> linked_data;  ///< contents of scripts of JSON-LD, in the page
};

/// What is kept of a page at most. Elements nested deeper are left out, their text stays.
struct SlimLimits {
  std::size_t depth = 256;
  std::size_t elements = 500'000;
  std::size_t bytes = 48U << 20;       ///< of what is kept
  std::size_t attribute = 4096;        ///< a longer value is left out
  std::size_t formatting = 32;         ///< elements like <b> that may be open at once
  std::size_t linked_data = 4U << 20;  ///< of all scripts of JSON-LD together
};

/// Reads the page as the tokenizer of the HTML standard does. Throws Error too_large at `where`.
[[nodiscard]] SlimPage slim(std::string_view html, const SlimLimits& limits, const Location& where);

}  // namespace entente
