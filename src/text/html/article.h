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

/// The use of a block. What is in no article belongs to article 0 as furniture.
struct BlockUse {
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;  ///< not shown to readers
  SegmentKind kind = SegmentKind::furniture;
  std::uint32_t article = 0;  ///< 0: the page's own, 1: the next on the page, ...
};

/// An article of the page: `unit` holds it with its headline, `root` its text.
struct ArticlePlace {
  std::uint32_t unit = 0, root = 0;
};

struct PageUse {
  std::vector<BlockUse> blocks;  ///< one for each block
  std::vector<ArticlePlace> articles;
};

[[nodiscard]] PageUse use_of_blocks(const Tree& tree, const PageBlocks& page,
                                    const ArticleHints& hints, const FurnitureLexicon* furniture);

}  // namespace entente
