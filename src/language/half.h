// Numbers of 16 bits (IEEE 754 binary16), in which models are stored.
#pragma once

#include <cstdint>

namespace entente {

/// Rounds to the nearest; what is too large becomes infinite, what is too small zero.
[[nodiscard]] std::uint16_t to_half(float value);
[[nodiscard]] float from_half(std::uint16_t half);

}  // namespace entente
