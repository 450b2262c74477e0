// Any bytes as event data coded elsewhere; the first byte chooses the format. What comes out can be
// written and read back, on lines of its own.
#include <cstdlib>

#include "base/utf8.h"
#include "record/item_json.h"
#include "store/foreign.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace entente;
  static const Ontology ontology({ENTENTE_SOURCE_DIR "/data"});
  static const ForeignCodes codes({ENTENTE_SOURCE_DIR "/data"});
  if (size == 0) return 0;
  const ForeignContext context = {&ontology, &codes, [](std::string_view) { return ""; }, "fuzz"};
  ForeignHandlers handlers;
  handlers.error = [](const Error& error) {
    if (error.where().line == 0) std::abort();
  };
  handlers.item = [](ImportedItem&& imported) {
    std::string line, again;
    append_item_json(line, imported.item);
    append_item_json(again, read_item(line, {}));
    if (line != again || !is_valid(line)) std::abort();
    if (imported.item.doc != imported.document.id) std::abort();
  };
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    read_foreign(*source_of(bytes, "fuzz"), static_cast<ForeignFormat>(data[0] % 4), context,
                 handlers);
  } catch (const Error&) {  // damaged packing, a table without its columns
  }
  return 0;
}
