// Any bytes as a plain text: its segments cover all of it but white space, in order and on whole
// characters; and it is compared with the texts before it.
#include <cstdlib>

#include "base/utf8.h"
#include "text/copies/ledger.h"
#include "text/segments.h"

namespace {

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const entente::Decoded next = entente::decode(text, at);
    if (!entente::is_space(next.code)) return false;
    at += next.size;
  }
  return true;
}

void check(const entente::Document& document) {
  const std::string_view text = document.text;
  std::uint32_t at = 0;
  std::uint32_t article = 0;
  for (const entente::Segment& segment : document.segments) {
    const entente::Span span = segment.span;
    if (span.begin < at || span.end <= span.begin || span.end > text.size()) std::abort();
    if (!entente::is_boundary(text, span.begin) || !entente::is_boundary(text, span.end)) {
      std::abort();
    }
    if (!is_blank(text.substr(at, span.begin - at)) || segment.article < article) std::abort();
    at = span.end;
    article = segment.article;
  }
  if (!is_blank(text.substr(at))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto lexicon = entente::FurnitureLexicon::load(
      std::vector<std::string>{std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english");
  static entente::CopyFinder finder;
  entente::Document document;
  document.text.assign(reinterpret_cast<const char*>(data), size);
  entente::repair(document.text);
  document.segments = entente::mark_segments(document.text, "", &lexicon);
  check(document);
  (void)finder.add(entente::shingles_of(document));
  return 0;
}
