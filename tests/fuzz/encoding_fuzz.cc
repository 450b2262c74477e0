// Any bytes in any encoding: whole or as a stream, valid UTF-8 comes out. The first byte picks what
// was declared.
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "text/encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr std::array labels = {"",        "utf-8",     "latin1",   "utf-16",      "utf-16be",
                                 "utf-32",  "shift_jis", "gb18030",  "iso-2022-jp", "big5",
                                 "euc-kr",  "euc-tw",    "utf-32be", "koi8-r",      "windows-1255",
                                 "tis-620", "johab",     "euc-jp",   "viscii",      "bogus"};
  if (size == 0) return 0;
  const entente::EncodingHints hints{labels.at(data[0] % labels.size()), data[0] > 127};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const entente::Utf8Text text = entente::to_utf8(bytes, hints);
  if (!entente::is_valid(text.text) || text.text.find('\0') != std::string::npos) std::abort();
  if (text.text.size() > 8 * bytes.size()) std::abort();
  const auto declared = entente::encoding_of_label(hints.declared);
  if (!declared.empty() && !entente::is_valid(entente::to_utf8(bytes, {declared, 0, false}).text)) {
    std::abort();
  }
  try {
    const auto source = entente::source_of(bytes, "fuzz");
    entente::Utf8Source stream(*source, hints);
    std::string chunk(1000, '\0');
    std::string whole;
    while (const std::size_t got = stream.read(chunk.data(), chunk.size())) {
      whole.append(chunk, 0, got);
    }
    if (!entente::is_valid(whole)) std::abort();
  } catch (const entente::Error&) {  // packed bytes that are damaged
  }
  return 0;
}
