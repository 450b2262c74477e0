// Any bytes as JSON Lines of documents, and of items.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "record/item_json.h"
#include "text/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto path = std::filesystem::temp_directory_path() / "entente-fuzz.jsonl";
  std::ofstream(path, std::ios::binary) << bytes;
  entente::read_documents({path.string()}, {.max_document_bytes = 1 << 16},
                          {.document =
                               [](entente::Document&& document) {
                                 if (!entente::is_valid(document.text)) std::abort();
                               },
                           .error = [](const entente::Error&) {},
                           .progress = {}});
  return 0;
}
