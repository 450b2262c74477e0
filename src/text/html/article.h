// Which blocks of a page are its article, and what each of them is in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"
#include "text/html/blocks.h"
#include "text/html/tree.h"

namespace entente {

class FurnitureLexicon;

/// What the page says of itself elsewhere, which helps to find the article.
struct ArticleHints {
  std::vector<std::string> titles;  ///< headlines of its metadata
  std::vector<std::string> bodies;  ///< texts of the article in its metadata
};

/// The use of a block. Blocks of no article and no comment belong to document 0 as furniture.
struct BlockUse {
  SegmentKind kind = SegmentKind::furniture;
  std::uint32_t document = 0;  ///< 0: the first article, 1: the next of the page, ...
};

struct PageUse {
  std::vector<BlockUse> blocks;      ///< one for each block
  std::vector<std::uint32_t> roots;  ///< the element of each article
};

[[nodiscard]] PageUse use_of_blocks(const Tree& tree, const PageBlocks& page,
                                    const ArticleHints& hints, const FurnitureLexicon* furniture);

}  // namespace entente
