// An HTTP response as a crawl keeps it: status line, headers and a body that may still be packed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "entente/error.h"
#include "text/containers/header_fields.h"

namespace entente {

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string body;  ///< unpacked
};

/// Reads a response from its first byte. Transfer and content codings that the headers name are
/// undone as far as the body has them: crawls keep the headers of what they have unpacked already.
/// Throws Error malformed at `where` for what is no response, corrupt for a body that cannot be
/// unpacked and too_large for one of more than `limit` bytes.
[[nodiscard]] HttpResponse read_http_response(std::string_view bytes, std::uint64_t limit,
                                              const Location& where);

}  // namespace entente
