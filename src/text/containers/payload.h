// What containers hand out: one thing that they hold at a time, with what they say about it. Every
// reader of a container (feed, WARC, mail, archive) has this one interface.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/files.h"
#include "entente/error.h"

namespace entente {

/// What a container says about a document; holds where the document itself says nothing.
struct Origin {
  std::string url, title, publisher, author;
  std::string published;  ///< ISO date
  std::string language;   ///< ISO 639-1
};

struct Payload {
  std::string entry;       ///< names it within its container, the same each time; may be empty
  std::string media_type;  ///< "text/html"; empty where nothing is said
  std::string charset;     ///< as declared by the container
  Origin origin;
  std::string bytes;
  /// Plain UTF-8 text that says the same, for when the bytes turn out to hold none.
  std::string alternative;
  std::uint32_t replaced_bytes = 0;  ///< already, by the container's own conversion
  Location where;                    ///< in the input
};

struct ContainerHandlers {
  std::function<void(Payload&&)> payload;
  std::function<void(const Error&)> error;  ///< something in it could not be read; the rest is
};

struct ContainerLimits {
  std::uint64_t entry_bytes = 64ULL << 20;  ///< of what is held in memory at once
};

}  // namespace entente
