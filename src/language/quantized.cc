// Eight-bit products: the same sums by VNNI, by AVX2, and by plain loops.
#include "language/quantized.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente {
namespace {

constexpr std::size_t panel_columns = 32;
constexpr std::size_t group = 4;  ///< inputs that one instruction sums up
constexpr std::size_t panel_row = panel_columns * group;
constexpr std::int32_t offset = 128;  ///< makes weights unsigned, as VNNI wants one factor
constexpr std::size_t row_block = 8;

/// Some rows of the left side and one panel of the right.
struct Task {
  const std::int8_t* rows;
  std::size_t stride;  ///< between rows
  const std::uint8_t* panel;
  std::size_t groups;
};
using Sums = std::int32_t[row_block][panel_columns];
/// Sums of `count` rows (at most row_block) with every column of a panel.
using Kernel = void (*)(const Task& task, std::size_t count, Sums& sums);

void plain_kernel(const Task& task, std::size_t count, Sums& sums) {
  for (std::size_t r = 0; r < count; ++r) {
    std::int32_t* row_sums = sums[r];
    std::fill_n(row_sums, panel_columns, 0);
    for (std::size_t g = 0; g < task.groups; ++g) {
      const std::uint8_t* weights = task.panel + g * panel_row;
      const std::int8_t* x = task.rows + r * task.stride + g * group;
      for (std::size_t c = 0; c < panel_columns; ++c) {
        for (std::size_t k = 0; k < group; ++k) row_sums[c] += x[k] * weights[c * group + k];
      }
    }
  }
}

#if defined(__x86_64__)

[[gnu::always_inline]] inline std::int32_t four(const std::int8_t* x) {
  std::int32_t bits;
  std::memcpy(&bits, x, sizeof(bits));
  return bits;
}

template <std::size_t count>
[[gnu::target("avx512f,avx512vnni")]] void vnni_rows(const Task& task, Sums& sums) {
  __m512i low[count], high[count];
  for (std::size_t r = 0; r < count; ++r) low[r] = high[r] = _mm512_setzero_si512();
  for (std::size_t g = 0; g < task.groups; ++g) {
    const __m512i first = _mm512_loadu_si512(task.panel + g * panel_row);
    const __m512i second = _mm512_loadu_si512(task.panel + g * panel_row + 64);
    for (std::size_t r = 0; r < count; ++r) {
      const __m512i x = _mm512_set1_epi32(four(task.rows + r * task.stride + g * group));
      low[r] = _mm512_dpbusd_epi32(low[r], first, x);
      high[r] = _mm512_dpbusd_epi32(high[r], second, x);
    }
  }
  for (std::size_t r = 0; r < count; ++r) {
    _mm512_storeu_si512(sums[r], low[r]);
    _mm512_storeu_si512(sums[r] + 16, high[r]);
  }
}

void vnni_kernel(const Task& task, std::size_t count, Sums& sums) {
  static constexpr std::array<void (*)(const Task&, Sums&), row_block> by_count = {
      vnni_rows<1>, vnni_rows<2>, vnni_rows<3>, vnni_rows<4>,
      vnni_rows<5>, vnni_rows<6>, vnni_rows<7>, vnni_rows<8>};
  by_count[count - 1](task, sums);
}

/// Eight columns at a time; a column's pairs of inputs are summed apart and joined at the end.
[[gnu::target("avx2")]] void avx2_kernel(const Task& task, std::size_t count, Sums& sums) {
  for (std::size_t r = 0; r < count; ++r) {
    for (std::size_t column = 0; column < panel_columns; column += 8) {
      __m256i low = _mm256_setzero_si256(), high = _mm256_setzero_si256();
      const std::uint8_t* weights = task.panel + column * group;
      for (std::size_t g = 0; g < task.groups; ++g, weights += panel_row) {
        const auto* at = reinterpret_cast<const __m128i*>(weights);
        const __m256i first = _mm256_cvtepu8_epi16(_mm_loadu_si128(at));
        const __m256i second = _mm256_cvtepu8_epi16(_mm_loadu_si128(at + 1));
        const __m128i bytes = _mm_set1_epi32(four(task.rows + r * task.stride + g * group));
        const __m256i x = _mm256_cvtepi8_epi16(bytes);
        low = _mm256_add_epi32(low, _mm256_madd_epi16(first, x));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(second, x));
      }
      const __m256i joined =
          _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), _MM_SHUFFLE(3, 1, 2, 0));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums[r] + column), joined);
    }
  }
}

Kernel find_kernel(IntegerKernel wanted) {
  if (wanted == IntegerKernel::vnni && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512vnni")) {
    return vnni_kernel;
  }
  if (wanted != IntegerKernel::plain && __builtin_cpu_supports("avx2")) return avx2_kernel;
  return plain_kernel;
}
#else
Kernel find_kernel(IntegerKernel) { return plain_kernel; }
#endif

/// The scale that brings the largest of some numbers to 127; 1 for nothing but zeros.
float scale_of(float largest) { return largest > 0.0F ? 127.0F / largest : 1.0F; }

float largest_of(const float* values, std::size_t size) {
  std::int32_t largest = 0;  // numbers without sign order as their bits do
  for (std::size_t i = 0; i < size; ++i) {
    largest = std::max(largest, std::bit_cast<std::int32_t>(values[i]) & 0x7FFFFFFF);
  }
  return std::bit_cast<float>(largest);
}

/// To the nearest integer, by the bits of a sum with a number large enough to have no fraction.
std::int32_t rounded(float value) {
  return std::bit_cast<std::int32_t>(value + 12582912.0F) - 0x4B400000;
}

}  // namespace

void QuantizedRows::assign(const Matrix& x) {
  rows_ = x.rows();
  cols_ = x.cols();
  stride_ = (cols_ + group - 1) / group * group;
  if (values_.size() < rows_ * stride_) values_.resize(rows_ * stride_);
  if (scales_.size() < rows_) scales_.resize(rows_);
  if (sums_.size() < rows_) sums_.resize(rows_);
  for (std::size_t r = 0; r < rows_; ++r) {
    const float* from = x.row(r);
    std::int8_t* to = &values_[r * stride_];
    const float scale = scale_of(largest_of(from, cols_));
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < cols_; ++i) {
      const std::int32_t value = rounded(from[i] * scale);
      to[i] = static_cast<std::int8_t>(value);
      sum += value;
    }
    std::fill(to + cols_, to + stride_, std::int8_t{0});
    scales_[r] = 1.0F / scale;
    sums_[r] = sum;
  }
}

QuantizedMatrix::QuantizedMatrix(const float* b, const float* bias, std::size_t inputs,
                                 std::size_t outputs, std::size_t stride)
    : inputs_(inputs), outputs_(outputs), groups_((inputs + group - 1) / group) {
  const std::size_t panels = (outputs + panel_columns - 1) / panel_columns;
  panels_.assign(panels * groups_ * panel_row, static_cast<std::uint8_t>(offset));
  scales_.assign(panels * panel_columns, 0.0F);
  bias_.assign(panels * panel_columns, 0.0F);
  if (bias != nullptr) std::copy_n(bias, outputs, bias_.begin());
  for (std::size_t column = 0; column < outputs; ++column) {
    float largest = 0.0F;
    for (std::size_t k = 0; k < inputs; ++k) {
      largest = std::max(largest, std::abs(b[k * stride + column]));
    }
    const float scale = scale_of(largest);
    scales_[column] = 1.0F / scale;
    std::uint8_t* panel = &panels_[column / panel_columns * groups_ * panel_row];
    for (std::size_t k = 0; k < inputs; ++k) {
      const std::size_t at = k / group * panel_row + column % panel_columns * group + k % group;
      panel[at] = static_cast<std::uint8_t>(rounded(b[k * stride + column] * scale) + offset);
    }
  }
}

void QuantizedMatrix::multiply(const QuantizedRows& a, float* c, IntegerKernel wanted) const {
  const Kernel kernel = find_kernel(wanted);
  Sums sums;
  for (std::size_t column = 0; column < outputs_; column += panel_columns) {
    const std::size_t columns = std::min(panel_columns, outputs_ - column);
    const std::uint8_t* panel = &panels_[column * groups_ * group];
    const float* scales = &scales_[column];
    const float* bias = &bias_[column];
    for (std::size_t r = 0; r < a.rows_; r += row_block) {
      const std::size_t count = std::min(row_block, a.rows_ - r);
      kernel({&a.values_[r * a.stride_], a.stride_, panel, groups_}, count, sums);
      for (std::size_t i = 0; i < count; ++i) {
        float* to = c + (r + i) * outputs_ + column;
        const std::int32_t shift = offset * a.sums_[r + i];
        const float scale = a.scales_[r + i];
        for (std::size_t j = 0; j < columns; ++j) {
          to[j] = static_cast<float>(sums[i][j] - shift) * (scale * scales[j]) + bias[j];
        }
      }
    }
  }
}

}  // namespace entente
