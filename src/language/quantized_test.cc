// Eight-bit products against plain ones.
#include "language/quantized.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"

namespace entente {
namespace {

std::vector<float> random_values(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  std::vector<float> values(size);
  for (float& value : values) value = 2.0F * random.uniform() - 1.0F;
  return values;
}

Matrix matrix_of(std::size_t rows, std::size_t cols, const float* values) {
  Matrix matrix;
  matrix.resize(rows, cols);
  std::copy_n(values, rows * cols, matrix.data());
  return matrix;
}

TEST(QuantizedMatrix, ComesCloseToTheProduct) {
  for (const std::size_t outputs : {1U, 31U, 32U, 70U}) {
    const std::size_t rows = 19, inputs = 103;
    const auto a = random_values(rows * inputs, 1);
    const auto b = random_values(inputs * outputs, 2);
    const auto bias = random_values(outputs, 3);
    const QuantizedMatrix weights(b.data(), bias.data(), inputs, outputs, outputs);
    QuantizedRows x;
    x.assign(matrix_of(rows, inputs, a.data()));
    std::vector<float> c(rows * outputs + 1, 77.0F);
    weights.multiply(x, c.data());
    EXPECT_EQ(c.back(), 77.0F);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < outputs; ++j) {
        float sum = bias[j];
        for (std::size_t k = 0; k < inputs; ++k) sum += a[i * inputs + k] * b[k * outputs + j];
        ASSERT_NEAR(c[i * outputs + j], sum, 0.15F) << i << ' ' << j;
      }
    }
  }
}

TEST(QuantizedMatrix, IsExactForIntegers) {
  // Numbers that are integers of -127..127 already must come out to the last bit.
  const std::size_t rows = 11, inputs = 40, outputs = 37;
  auto a = random_values(rows * inputs, 4), b = random_values(inputs * outputs, 5);
  for (float& value : a) value = std::round(100.0F * value);
  for (float& value : b) value = std::round(100.0F * value);
  for (std::size_t i = 0; i < rows; ++i) a[i * inputs] = -127.0F;
  for (std::size_t j = 0; j < outputs; ++j) b[j] = j % 2 == 0 ? 127.0F : -127.0F;
  const QuantizedMatrix weights(b.data(), nullptr, inputs, outputs, outputs);
  QuantizedRows x;
  x.assign(matrix_of(rows, inputs, a.data()));
  for (const IntegerKernel kernel :
       {IntegerKernel::vnni, IntegerKernel::avx2, IntegerKernel::plain}) {
    std::vector<float> c(rows * outputs);
    weights.multiply(x, c.data(), kernel);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < outputs; ++j) {
        float sum = 0.0F;
        for (std::size_t k = 0; k < inputs; ++k) sum += a[i * inputs + k] * b[k * outputs + j];
        ASSERT_EQ(c[i * outputs + j], sum) << i << ' ' << j;
      }
    }
  }
}

TEST(QuantizedMatrix, ZerosStayZeros) {
  const std::vector<float> zeros(64, 0.0F);
  const QuantizedMatrix weights(zeros.data(), nullptr, 8, 8, 8);
  QuantizedRows x;
  x.assign(matrix_of(8, 8, zeros.data()));
  std::vector<float> c(64, 1.0F);
  weights.multiply(x, c.data());
  EXPECT_EQ(c, zeros);
}

}  // namespace
}  // namespace entente
