// Any bytes as a WARC, packed or not, and as the HTTP response in a record of one.
#include "containers.h"
#include "text/containers/http.h"
#include "text/containers/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  entente::fuzzing::run(entente::read_warc, data, size);
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto response = entente::read_http_response(bytes, entente::fuzzing::most_bytes, {});
    if (response.body.size() > entente::fuzzing::most_bytes) {
      if (response.body.size() > size) std::abort();
    }
  } catch (const entente::Error&) {
  }
  return 0;
}
