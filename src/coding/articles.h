// The discourses of a document: its articles and comments. What one names the others do not take
// up.
#pragma once

#include <span>
#include <vector>

#include "entente/date.h"
#include "record/analysis.h"

namespace entente {

struct Article {
  std::span<const Sentence> sentences;
  Date published;  ///< its own day; unknown where only the document has one
  bool first = true;
};

/// All sentences of a document, article by article, as its segments number them. At least one.
[[nodiscard]] std::vector<Article> articles_of(const Analysis& analysis);

/// The segment that a span of the text lies in; nullptr between them.
[[nodiscard]] const Segment* segment_at(const Document& document, Span span);

}  // namespace entente
