// Packed products against plain ones, and their independence of the rows beside them.
#include "language/packed.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace entente {
namespace {

std::vector<float> random_values(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  std::vector<float> values(size);
  for (float& value : values) value = 2.0F * random.uniform() - 1.0F;
  return values;
}

TEST(PackedMatrix, Multiplies) {
  for (const std::size_t outputs : {1U, 17U, 32U, 33U, 100U}) {
    const std::size_t rows = 29, inputs = 13;
    const auto a = random_values(rows * inputs, 1);
    const auto b = random_values(inputs * outputs, 2);
    const auto bias = random_values(outputs, 3);
    const PackedMatrix packed(b.data(), bias.data(), inputs, outputs, outputs);
    std::vector<float> c(rows * outputs + 1, 77.0F);
    packed.multiply(a.data(), rows, c.data());
    EXPECT_EQ(c.back(), 77.0F);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < outputs; ++j) {
        float sum = bias[j];
        for (std::size_t k = 0; k < inputs; ++k) sum += a[i * inputs + k] * b[k * outputs + j];
        ASSERT_NEAR(c[i * outputs + j], sum, 1e-5F) << i << ' ' << j;
      }
    }
  }
}

TEST(PackedMatrix, ARowIsTheSameInAnyCompany) {
  const std::size_t rows = 40, inputs = 70, outputs = 45;
  const auto a = random_values(rows * inputs, 4);
  const auto b = random_values(inputs * outputs, 5);
  const PackedMatrix packed(b.data(), nullptr, inputs, outputs, outputs);
  std::vector<float> together(rows * outputs), apart(rows * outputs);
  packed.multiply(a.data(), rows, together.data());
  for (std::size_t begin = 0; begin < rows; begin += 3) {
    const std::size_t count = std::min<std::size_t>(3, rows - begin);
    packed.multiply(&a[begin * inputs], count, &apart[begin * outputs]);
  }
  EXPECT_TRUE(together == apart);
}

}  // namespace
}  // namespace entente
