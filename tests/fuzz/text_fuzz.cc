// Any bytes as a plain or packed text: reading and repair must end, and leave valid UTF-8.
#include <cstdlib>

#include "base/files.h"
#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    const auto source =
        entente::source_of(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    entente::LineReader lines(*source, 1 << 16);
    std::string line;
    while (lines.next(line)) {
      entente::repair(line);
      if (!entente::is_valid(line)) std::abort();
    }
  } catch (const entente::Error&) {  // a message is the right answer to damage
  }
  return 0;
}
