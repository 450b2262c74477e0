// Texts of documents in chunks that a page unpacks one at a time.
#pragma once

#include <cstddef>
#include <string>

#include "entente/document.h"
#include "serve/picture.h"

namespace entente {

/// Packs texts, segments and the spans of items, in the order in which they are added; sets what
/// reports and documents of the picture know of it.
class TextChunks {
 public:
  explicit TextChunks(Picture& picture) : picture_(picture) {}
  /// `at` is the document's index in the picture; each is added once.
  void add(std::size_t at, const Document& document);
  void finish();

 private:
  /// Small enough to be unpacked in the blink of an eye, large enough to pack well.
  static constexpr std::size_t chunk_bytes = 96 << 10;

  Picture& picture_;
  std::string chunk_;
};

}  // namespace entente
