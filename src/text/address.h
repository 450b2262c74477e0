// Addresses of the web and of mail inside a chunk, told by their syntax.
#pragma once

#include <cstddef>

#include "text/chunks.h"

namespace entente {

/// Characters begin .. end-1 of a chunk; empty where there is no address.
struct AddressPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first address in a chunk: with "://", with "www." at its begin, or name@host.
[[nodiscard]] AddressPlace find_address(const Chunk& chunk);

}  // namespace entente
