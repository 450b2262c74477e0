// Sentences are divided where the number of their segment changes.
#include "coding/articles.h"

#include <algorithm>

namespace entente {

const Segment* segment_at(const Document& document, Span span) {
  const auto found =
      std::partition_point(document.segments.begin(), document.segments.end(),
                           [&](const Segment& segment) { return segment.span.end <= span.begin; });
  if (found == document.segments.end() || !found->span.overlaps(span)) return nullptr;
  return &*found;
}

std::vector<Article> articles_of(const Analysis& analysis) {
  const std::span<const Sentence> all = analysis.sentences;
  std::vector<Article> articles;
  std::uint32_t current = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Segment* segment = segment_at(*analysis.document, all[i].span);
    if (segment == nullptr) continue;
    if (articles.empty() || segment->article != current) {
      if (!articles.empty()) articles.back().sentences = all.subspan(begin, i - begin);
      begin = articles.empty() ? 0 : i;
      current = segment->article;
      articles.push_back({{}, {}, current == 0});
    }
    if (!segment->published.empty()) {
      articles.back().published = parse_date(segment->published).value_or(Date{});
    }
  }
  if (articles.empty()) articles.emplace_back();
  articles.back().sentences = all.subspan(begin);
  return articles;
}

}  // namespace entente
