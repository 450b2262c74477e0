// Comments of readers on a page, each with its author and day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/date.h"
#include "text/html/blocks.h"
#include "text/html/tree.h"

namespace entente {

struct PageComment {
  std::string author;
  bool named = false;  ///< the page calls the author so
  Date published;
  std::vector<std::uint32_t> blocks;  ///< of its words
  std::uint32_t title = 0;            ///< one past the block of its title; 0 for none
};

/// In the order of the page. Empty where comments are only announced, or loaded later.
[[nodiscard]] std::vector<PageComment> comments_of(const Tree& tree, const PageBlocks& page,
                                                   const PageLexicon& lexicon);

}  // namespace entente
