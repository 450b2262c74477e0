// Any bytes as a ZIP or tar file: names stay inside it, what entries unpack to is counted.
#include <cstdlib>

#include "base/utf8.h"
#include "text/containers/budget.h"
#include "text/containers/bundle.h"
#include "text/containers/kind.h"

namespace {

void read_entry(const std::string& entry, entente::ByteSource& content,
                entente::ExpansionBudget& budget) {
  if (!entente::is_valid(entry) || entry.starts_with('/')) std::abort();
  if (("/" + entry + "/").find("/../") != std::string::npos) std::abort();
  std::string chunk(4096, '\0');
  while (const std::size_t got = content.read(chunk.data(), chunk.size())) {
    budget.spend(got, content.name());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(entente::kind_of(bytes.substr(0, entente::kind_bytes), "fuzz.txt", ""));
  entente::ExpansionBudget budget(1 << 20, 200);
  budget.earn(size);
  try {
    const auto source = entente::source_of(bytes, "fuzz");
    entente::Window window(*source);
    entente::read_bundle(window, [&](const std::string& entry, entente::ByteSource& content) {
      try {
        read_entry(entry, content, budget);
      } catch (const entente::Error&) {  // of one entry; the next is read
      }
    });
  } catch (const entente::Error&) {
  }
  return 0;
}
