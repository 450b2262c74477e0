// Any bytes as an event dictionary.
#include "coding/dictionary.h"
#include "entente/error.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    const auto dictionary = entente::Dictionary::of_text(
        std::string_view(reinterpret_cast<const char*>(data), size), "fuzz");
    static_cast<void>(dictionary.entries().size());
  } catch (const entente::Error&) {
  }
  return 0;
}
