// Numbers drawn by chance, with the whole numbers that this room has been measured with.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/random.h"

namespace entente::forecast {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}
  std::uint64_t next() { return random_.next(); }
  float share() { return random_.uniform(); }

  /// A whole number below `end`, from the upper bits.
  std::size_t below(std::size_t end) {
    return static_cast<std::size_t>((next() >> 32) * static_cast<std::uint64_t>(end) >> 32);
  }

 private:
  Random random_;
};

}  // namespace entente::forecast
