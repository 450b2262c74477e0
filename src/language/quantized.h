// Products in eight-bit integers, for inference: several times as fast as floats where the
// processor has instructions for them, and the same to the last bit on every machine, since sums of
// integers don't depend on their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/matrix.h"

namespace entente {

/// Ways to the same sums; what a machine lacks is passed over for the next.
enum class IntegerKernel : std::uint8_t { vnni, avx2, plain };

/// A matrix whose rows are integers of -127..127 times a scale of each row.
class QuantizedRows {
 public:
  /// Rounds the rows of `x`.
  void assign(const Matrix& x);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t cols() const { return cols_; }

 private:
  friend class QuantizedMatrix;
  std::size_t rows_ = 0, cols_ = 0, stride_ = 0;  ///< stride_: cols_ rounded up to groups
  std::vector<std::int8_t> values_;
  std::vector<float> scales_;
  std::vector<std::int32_t> sums_;  ///< of the integers of a row
};

/// Weights as integers with a scale of each column.
class QuantizedMatrix {
 public:
  QuantizedMatrix() = default;
  /// b(inputs, outputs), row-major with rows `stride` apart; bias of `outputs` numbers or null.
  QuantizedMatrix(const float* b, const float* bias, std::size_t inputs, std::size_t outputs,
                  std::size_t stride);
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  /// c(rows, outputs) = a b + bias. A row of the result depends on that row of `a` alone.
  void multiply(const QuantizedRows& a, float* c, IntegerKernel kernel = IntegerKernel::vnni) const;

 private:
  std::size_t inputs_ = 0, outputs_ = 0, groups_ = 0;
  std::vector<std::uint8_t> panels_;  ///< weight + 128: panel, group of 4 inputs, column, input
  std::vector<float> scales_, bias_;  ///< for whole panels
};

}  // namespace entente
