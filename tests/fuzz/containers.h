// What the fuzz targets of containers share: any bytes through a reader, and what must hold of all
// that it hands out.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "text/containers/payload.h"
#include "text/containers/window.h"
#include "text/encoding.h"

namespace entente::fuzzing {

constexpr std::uint64_t most_bytes = 1 << 16;

/// Runs `reader(window, limits, handlers)` over the bytes. Errors are right answers; a payload
/// beyond the limit, or metadata that is no text, is not.
template <typename Reader>
void run(const Reader& reader, const unsigned char* data, std::size_t size) {
  ContainerHandlers handlers;
  handlers.payload = [](Payload&& payload) {
    if (payload.bytes.size() > 8 * most_bytes + 4096) std::abort();
    if (!is_valid(payload.origin.published)) std::abort();
    const EncodingHints hints{payload.charset, payload.media_type == "text/html"};
    if (!is_valid(to_utf8(std::move(payload.bytes), hints).text)) std::abort();
  };
  handlers.error = [](const Error&) {};
  try {
    const auto source = source_of(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    Window window(*source);
    reader(window, ContainerLimits{most_bytes}, handlers);
  } catch (const Error&) {  // a message is the right answer to damage
  }
}

}  // namespace entente::fuzzing
