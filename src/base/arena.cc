// A bump allocator for short strings.
#include "base/arena.h"

#include <algorithm>
#include <cstring>

namespace entente {

std::string_view StringArena::keep(std::string_view text) {
  if (text.empty()) return "";
  if (blocks_.empty() || used_ + text.size() > sizes_.back()) {
    const std::size_t size = std::max(block_size, text.size());
    blocks_.push_back(std::make_unique<char[]>(size));
    sizes_.push_back(size);
    used_ = 0;
  }
  char* place = blocks_.back().get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

void StringArena::clear() {
  // An outsized first block is let go, so that one huge document does not hold memory for ever.
  const std::size_t kept = !sizes_.empty() && sizes_.front() == block_size ? 1 : 0;
  blocks_.resize(kept);
  sizes_.resize(kept);
  used_ = 0;
}

}  // namespace entente
