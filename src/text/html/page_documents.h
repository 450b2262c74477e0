// Documents out of the blocks of a page: text with paragraphs, segments and the way back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"
#include "text/html/tree.h"

namespace entente {

/// Puts a document's text together piece by piece.
class DocumentText {
 public:
  DocumentText(Document& document, const Tree& tree) : document_(document), tree_(tree) {}
  /// A paragraph of its own, from an element of the page.
  void add(std::string_view text, SegmentKind kind, std::uint32_t node);
  /// Marks the segments of a comment as its author's.
  void sign(const std::string& author, const std::string& published);
  [[nodiscard]] bool empty() const { return document_.text.empty(); }

 private:
  Document& document_;
  const Tree& tree_;
  std::uint32_t last_node_ = 0;
};

}  // namespace entente
