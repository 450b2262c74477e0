// Numbers of 16 bits.
#include "language/half.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

TEST(Half, EveryNumberComesBack) {
  for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
    const auto half = static_cast<std::uint16_t>(bits);
    if ((half & 0x7C00) == 0x7C00) continue;  // infinities
    ASSERT_EQ(to_half(from_half(half)), half);
  }
}

TEST(Half, RoundsToTheNearest) {
  EXPECT_EQ(from_half(to_half(1.0F)), 1.0F);
  EXPECT_EQ(from_half(to_half(-0.25F)), -0.25F);
  EXPECT_NEAR(from_half(to_half(0.1F)), 0.1F, 0.1F / 2048.0F);
  EXPECT_NEAR(from_half(to_half(1e-6F)), 1e-6F, 6e-8F);
}

}  // namespace
}  // namespace entente
