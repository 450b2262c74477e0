// Documents out of the blocks of a page.
#include "text/html/page_documents.h"

namespace entente {

void DocumentText::add(std::string_view text, SegmentKind kind, std::uint32_t node) {
  if (text.empty()) return;
  std::string& all = document_.text;
  if (!all.empty()) all += "\n\n";
  const auto begin = static_cast<std::uint32_t>(all.size());
  all += text;
  const Span span{begin, static_cast<std::uint32_t>(all.size())};
  const bool again = !document_.paragraphs.empty() && node == last_node_;
  document_.paragraphs.push_back(
      {span, again ? document_.paragraphs.back().element : tree_.path(node)});
  last_node_ = node;
  std::vector<Segment>& segments = document_.segments;
  if (!segments.empty() && segments.back().kind == kind && kind != SegmentKind::title) {
    segments.back().span.end = span.end;
  } else {
    segments.push_back({span, kind, "", ""});
  }
}

void DocumentText::sign(const std::string& author, const std::string& published) {
  for (Segment& segment : document_.segments) {
    if (segment.kind != SegmentKind::comment) continue;
    segment.author = author;
    segment.published = published;
  }
}

}  // namespace entente
