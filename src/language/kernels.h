// The arithmetic under the layers: matrix products through BLAS, and element-wise loops written so
// that compilers vectorise them.
#pragma once

#include <cstddef>

#include "language/matrix.h"

namespace entente {

/// Keeps BLAS to the calling thread; parallelism is over batches and shards.
void use_one_blas_thread();

/// c(m,n) = a(m,k) b(k,n), added to c when `add`.
void multiply(const float* a, const float* b, float* c, std::size_t m, std::size_t k, std::size_t n,
              bool add);
/// c(m,k) = a(m,n) b(k,n)^T, added to c when `add`.
void multiply_transposed(const float* a, const float* b, float* c, std::size_t m, std::size_t n,
                         std::size_t k, bool add);
/// c(k,n) += a(m,k)^T b(m,n): the gradient of a weight.
void add_outer(const float* a, const float* b, float* c, std::size_t m, std::size_t k,
               std::size_t n);

void add_row_to_all(const float* row, Matrix& matrix);   ///< a bias
void add_sum_of_rows(const Matrix& matrix, float* row);  ///< and its gradient
void leaky_relu_in_place(Matrix& matrix);
void leaky_relu_backward(const Matrix& output, Matrix& gradient);
/// Softmax over `size` numbers, in place.
void softmax(float* values, std::size_t size);
[[nodiscard]] std::size_t argmax(const float* values, std::size_t size);
[[nodiscard]] float dot(const float* a, const float* b, std::size_t size);
void add_scaled(const float* a, float scale, float* to, std::size_t size);  ///< to += scale a

/// What one step of a recurrent unit reads and leaves; each points to `size` numbers.
struct ScanStep {
  const float* x;       ///< the step's input, passed on by the highway
  const float* before;  ///< state before the step
  float* candidate;     ///< W x; kept
  float* forget;        ///< W_f x, becomes the gate
  float* output_gate;   ///< W_r x, becomes the gate
  float* state;         ///< state after the step
  float* output;
};
struct ScanWeights {
  const float *forget_state, *output_state, *forget_bias, *output_bias;
};
void scan_step(const ScanStep& step, const ScanWeights& weights, std::size_t size);

struct ScanGradient {
  const float* output;                      ///< dL/d output of the step
  float* x;                                 ///< dL/d x by the highway is added here
  float *candidate, *forget, *output_gate;  ///< dL/d of the three products
  float* carry;  ///< dL/d state from the following step, replaced by that to the one before
  float *forget_state, *output_state, *forget_bias, *output_bias;  ///< added to
};
void scan_step_backward(const ScanStep& step, const ScanWeights& weights,
                        const ScanGradient& gradient, std::size_t size);

}  // namespace entente
