// The lines that tell who wrote an article and when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/date.h"
#include "text/html/article.h"
#include "text/html/blocks.h"
#include "text/html/metadata.h"
#include "text/html/page_lexicon.h"
#include "text/html/tree.h"

namespace entente {

/// What readers see about an article beside its text.
struct Byline {
  std::vector<std::string> authors;
  Date published, updated;
  bool labelled = false;  ///< the day of publication is called so, or is the only one
};

/// Looks through the blocks of article number `article` that are none of its text. `reference` is
/// what the metadata give as its day.
[[nodiscard]] Byline byline_of(const Tree& tree, const PageBlocks& page, const PageUse& use,
                               std::uint32_t article, const PageLexicon& lexicon,
                               Date reference = {});

/// The name in a line like "By Jane Doe" or "Jane Doe, Staff Writer"; "" where it holds none.
[[nodiscard]] std::string name_in_byline(std::string_view line, const PageLexicon& lexicon);
/// The same in the head of a comment, where names may hold figures: "reader77 says:".
[[nodiscard]] std::string name_of_commenter(std::string_view line, const PageLexicon& lexicon);

}  // namespace entente
