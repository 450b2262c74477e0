// Which documents a sampled run of words stands in: six bytes an entry.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace entente {

/// Entries are never removed. A bucket of 32-bit keys is told by the upper half, so that an entry
/// holds the lower one and the number of its document.
class SampleIndex {
 public:
  SampleIndex() : buckets_(bucket_count) {}

  void add(std::uint32_t key, std::uint32_t document);

  template <typename Visit>
  void find(std::uint32_t key, const Visit& visit) const {
    const Bucket& bucket = buckets_[key >> 16];
    const auto tag = static_cast<std::uint16_t>(key);
    const std::uint16_t* tags = bucket.tags();
    for (std::uint32_t i = 0; i < bucket.size; ++i) {
      if (tags[i] == tag) visit(bucket.documents()[i]);
    }
  }
  [[nodiscard]] std::size_t count(std::uint32_t key) const {
    std::size_t found = 0;
    find(key, [&](std::uint32_t) { ++found; });
    return found;
  }

 private:
  static constexpr std::size_t bucket_count = 1U << 16;
  // Documents, then tags, of `room` entries each.
  struct Bucket {
    std::unique_ptr<std::uint16_t[]> memory;
    std::uint32_t size = 0;
    std::uint32_t room = 0;

    [[nodiscard]] std::uint32_t* documents() const {
      return reinterpret_cast<std::uint32_t*>(memory.get());
    }
    [[nodiscard]] std::uint16_t* tags() const { return memory.get() + 2 * std::size_t{room}; }
    void grow();
  };
  std::vector<Bucket> buckets_;
};

}  // namespace entente
