// Numbers drawn by chance that are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::forecast {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  float share() { return static_cast<float>(next() >> 40) * 0x1.0p-24F; }

  /// A whole number below `end`.
  std::size_t below(std::size_t end) {
    return static_cast<std::size_t>((next() >> 32) * static_cast<std::uint64_t>(end) >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace entente::forecast
