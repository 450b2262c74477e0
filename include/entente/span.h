// A stretch of bytes in a document's UTF-8 text. Offsets are bytes, never characters.
#pragma once

#include <cstdint>

namespace entente {

/// Half-open byte range [begin, end) of a document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace entente
