// BLAS calls and element-wise loops. The loops are compiled for several instruction sets and the
// best one for the machine is bound when the program starts.
#include "language/kernels.h"

#include <cblas.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define ENTENTE_CLONES
#endif
#endif
#if !defined(ENTENTE_CLONES) && defined(__x86_64__) && defined(__ELF__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ENTENTE_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#elif !defined(ENTENTE_CLONES)
#define ENTENTE_CLONES
#endif

namespace entente {
namespace {

int as_int(std::size_t value) { return static_cast<int>(value); }

/// e^x to about seven digits by 2^n times a polynomial; x is held to where floats reach.
inline float exponential(float x) {
  x = std::min(std::max(x, -87.0F), 87.0F);
  const float scaled = x * 1.44269504F;
  const float shifted = scaled + 12582912.0F;  // rounds to an integer in the low bits
  const float whole = shifted - 12582912.0F;
  const float rest = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
  float poly = 1.9875691500e-4F;
  poly = poly * rest + 1.3981999507e-3F;
  poly = poly * rest + 8.3334519073e-3F;
  poly = poly * rest + 4.1665795894e-2F;
  poly = poly * rest + 1.6666665459e-1F;
  poly = poly * rest + 5.0000001201e-1F;
  poly = poly * rest * rest + rest + 1.0F;
  const auto exponent = (std::bit_cast<std::int32_t>(shifted) - 0x4B400000) << 23;
  return std::bit_cast<float>(std::bit_cast<std::int32_t>(poly) + exponent);
}

constexpr float leak = 0.1F;

}  // namespace

void Matrix::zero() { std::fill_n(data_.data(), size(), 0.0F); }

void use_one_blas_thread() { openblas_set_num_threads(1); }

void multiply(const float* a, const float* b, float* c, std::size_t m, std::size_t k, std::size_t n,
              bool add) {
  if (m == 0 || n == 0) return;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, as_int(m), as_int(n), as_int(k), 1.0F, a,
              as_int(k), b, as_int(n), add ? 1.0F : 0.0F, c, as_int(n));
}

void multiply_transposed(const float* a, const float* b, float* c, std::size_t m, std::size_t n,
                         std::size_t k, bool add) {
  if (m == 0 || k == 0) return;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, as_int(m), as_int(k), as_int(n), 1.0F, a,
              as_int(n), b, as_int(n), add ? 1.0F : 0.0F, c, as_int(k));
}

void add_outer(const float* a, const float* b, float* c, std::size_t m, std::size_t k,
               std::size_t n) {
  if (m == 0) return;
  cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, as_int(k), as_int(n), as_int(m), 1.0F, a,
              as_int(k), b, as_int(n), 1.0F, c, as_int(n));
}

ENTENTE_CLONES void add_scaled(const float* a, float scale, float* to, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to[i] += scale * a[i];
}

void add_row_to_all(const float* row, Matrix& matrix) {
  for (std::size_t r = 0; r < matrix.rows(); ++r) {
    add_scaled(row, 1.0F, matrix.row(r), matrix.cols());
  }
}

void add_sum_of_rows(const Matrix& matrix, float* row) {
  for (std::size_t r = 0; r < matrix.rows(); ++r) {
    add_scaled(matrix.row(r), 1.0F, row, matrix.cols());
  }
}

ENTENTE_CLONES static void leaky_all(float* values, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) values[i] = std::max(values[i], leak * values[i]);
}
void leaky_relu_in_place(Matrix& matrix) { leaky_all(matrix.data(), matrix.size()); }

void leaky_relu_backward(const Matrix& output, Matrix& gradient) {
  const float* y = output.data();
  float* g = gradient.data();
  for (std::size_t i = 0; i < gradient.size(); ++i) g[i] *= y[i] > 0.0F ? 1.0F : leak;
}

ENTENTE_CLONES void softmax(float* values, std::size_t size) {
  float largest = values[0];
  for (std::size_t i = 1; i < size; ++i) largest = std::max(largest, values[i]);
  for (std::size_t i = 0; i < size; ++i) values[i] = exponential(values[i] - largest);
  float sum = 0.0F;
  for (std::size_t i = 0; i < size; ++i) sum += values[i];
  const float scale = 1.0F / sum;
  for (std::size_t i = 0; i < size; ++i) values[i] *= scale;
}

std::size_t argmax(const float* values, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(values, values + size) - values);
}

float dot(const float* a, const float* b, std::size_t size) {
  float sum = 0.0F;
  for (std::size_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace entente
