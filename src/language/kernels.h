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

}  // namespace entente
