// Buckets grow by a sixteenth: little is kept in reserve.
#include "text/copies/sample_index.h"

#include <algorithm>

namespace entente {

void SampleIndex::Bucket::grow() {
  constexpr std::uint32_t least = 4;
  Bucket larger;
  larger.size = size;
  larger.room = room + std::max(least, room / 16);
  larger.memory.reset(new std::uint16_t[3 * std::size_t{larger.room}]);
  if (size > 0) {
    std::copy_n(documents(), size, larger.documents());
    std::copy_n(tags(), size, larger.tags());
  }
  *this = std::move(larger);
}

void SampleIndex::add(std::uint32_t key, std::uint32_t document) {
  Bucket& bucket = buckets_[key >> 16];
  if (bucket.size == bucket.room) bucket.grow();
  bucket.documents()[bucket.size] = document;
  bucket.tags()[bucket.size] = static_cast<std::uint16_t>(key);
  ++bucket.size;
}

}  // namespace entente
