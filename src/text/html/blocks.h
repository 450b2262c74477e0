// What a page shows, as blocks: stretches of text between which a reader sees a break, each with
// the element that holds it and what the elements around it are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/html/page_lexicon.h"
#include "text/html/tree.h"

namespace entente {

/// What encloses a block, as bits of a mask.
enum class Around : std::uint16_t {
  heading = 1,   ///< h1 .. h6; PageBlock::level says which
  item = 2,      ///< of a list
  row = 4,       ///< of a table: cells parted by tabs
  figure = 8,    ///< <figure>, <figcaption> or <picture>
  caption = 16,  ///< <figcaption>, <caption>
  quote = 32,    ///< <blockquote>
  nav = 64,
  aside = 128,
  footer = 256,
  header = 512,
  form = 1024,
  time = 2048,       ///< all of it inside <time>
  paragraph = 4096,  ///< <p>
  preformatted = 8192,
  link = 16384  ///< all of it inside <a>
};

struct PageBlock {
  std::uint32_t node = 0;    ///< the element that holds the text
  std::uint32_t at = 0;      ///< the first node of the text: inside `node`, and in order
  std::string text;          ///< white space put in order, line breaks of <br> kept
  std::uint32_t linked = 0;  ///< bytes of the text in links
  std::uint16_t around = 0;  ///< mask of Around
  PartNames parts = 0;       ///< what the elements around it are called
  std::uint32_t named = 0;   ///< the outermost element whose name makes it furniture; 0 for none
  std::uint8_t level = 0;    ///< of a heading

  [[nodiscard]] bool is(Around what) const {
    return (around & static_cast<std::uint16_t>(what)) != 0;
  }
  [[nodiscard]] bool is_called(PartName name) const { return has(parts, name); }
  [[nodiscard]] double link_share() const {
    return text.empty() ? 0 : static_cast<double>(linked) / static_cast<double>(text.size());
  }
};

/// The page's elements by name, and its blocks in order.
struct PageBlocks {
  std::vector<PartNames> parts;  ///< of each node, by its own attributes
  std::vector<PageBlock> blocks;
};

[[nodiscard]] PageBlocks page_blocks_of(const Tree& tree, const PageLexicon& lexicon);

}  // namespace entente
