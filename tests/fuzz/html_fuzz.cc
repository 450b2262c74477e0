// Any bytes as a page: its documents are valid, their segments and paragraphs in order and within.
#include <cstdlib>

#include "base/utf8.h"
#include "text/encoding.h"
#include "text/html/page.h"

namespace {

template <typename Stretch>
void check(const std::vector<Stretch>& stretches, const std::string& text) {
  std::uint32_t last = 0;
  for (const Stretch& stretch : stretches) {
    if (stretch.span.begin < last || stretch.span.end > text.size()) std::abort();
    if (stretch.span.begin > stretch.span.end) std::abort();
    if (!entente::is_boundary(text, stretch.span.begin)) std::abort();
    if (!entente::is_boundary(text, stretch.span.end)) std::abort();
    last = stretch.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(entente::looks_like_html(bytes));
  entente::PageOptions options;
  options.id = "fuzz";
  try {
    for (const auto& document : entente::read_page(
             entente::to_utf8(bytes, entente::EncodingHints{"", true}).text, options)) {
      if (!entente::is_valid(document.text) || !entente::is_valid(document.title)) std::abort();
      check(document.segments, document.text);
      check(document.paragraphs, document.text);
    }
  } catch (const entente::Error&) {
  }
  return 0;
}
