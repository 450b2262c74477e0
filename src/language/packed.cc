// One kernel over vectors of any width, compiled for three instruction sets.
#include "language/packed.h"

#include <algorithm>
#include <cstring>

namespace entente {
namespace {

constexpr std::size_t panel_columns = 32;

/// A panel of the weights and where its columns go.
struct Panel {
  const float* weights;  ///< (inputs, panel_columns)
  const float* bias;
  std::size_t inputs, outputs;  ///< of the whole matrix
  std::size_t columns;          ///< of this panel that exist
};

template <std::size_t bytes>
struct VectorOf {
  using Type [[gnu::vector_size(bytes)]] = float;
};

/// `rows` rows of `a` times `vectors` vectors of the panel's columns, held in registers.
template <std::size_t bytes, std::size_t rows, std::size_t vectors>
[[gnu::always_inline]] inline void block(const Panel& panel, const float* a, float* c,
                                         std::size_t column) {
  using Vector = typename VectorOf<bytes>::Type;
  constexpr std::size_t lanes = bytes / sizeof(float);
  Vector sums[rows][vectors];
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t v = 0; v < vectors; ++v) {
      std::memcpy(&sums[r][v], panel.bias + column + v * lanes, bytes);
    }
  }
  const float* weights = panel.weights + column;
  for (std::size_t k = 0; k < panel.inputs; ++k, weights += panel_columns) {
    Vector w[vectors];
    for (std::size_t v = 0; v < vectors; ++v) std::memcpy(&w[v], weights + v * lanes, bytes);
    for (std::size_t r = 0; r < rows; ++r) {
      const float x = a[r * panel.inputs + k];
      for (std::size_t v = 0; v < vectors; ++v) sums[r][v] += x * w[v];
    }
  }
  if (column >= panel.columns) return;
  const std::size_t left = std::min(panel.columns - column, vectors * lanes);
  for (std::size_t r = 0; r < rows; ++r) {
    std::memcpy(c + r * panel.outputs + column, &sums[r][0], left * sizeof(float));
  }
}

/// All rows of `a` times a panel: as many at a time as registers hold, then one by one.
template <std::size_t bytes, std::size_t rows, std::size_t vectors>
[[gnu::always_inline]] inline void all_rows(const Panel& panel, const float* a, std::size_t count,
                                            float* c) {
  constexpr std::size_t step = vectors * bytes / sizeof(float);
  std::size_t r = 0;
  for (; r + rows <= count; r += rows) {
    for (std::size_t column = 0; column < panel_columns; column += step) {
      block<bytes, rows, vectors>(panel, a + r * panel.inputs, c + r * panel.outputs, column);
    }
  }
  for (; r < count; ++r) {
    for (std::size_t column = 0; column < panel_columns; column += step) {
      block<bytes, 1, vectors>(panel, a + r * panel.inputs, c + r * panel.outputs, column);
    }
  }
}

using Kernel = void (*)(const Panel&, const float*, std::size_t, float*);

void kernel_128(const Panel& panel, const float* a, std::size_t count, float* c) {
  all_rows<16, 3, 4>(panel, a, count, c);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void kernel_256(const Panel& panel, const float* a, std::size_t count,
                                            float* c) {
  all_rows<32, 6, 2>(panel, a, count, c);
}
[[gnu::target("avx512f")]] void kernel_512(const Panel& panel, const float* a, std::size_t count,
                                           float* c) {
  all_rows<64, 12, 2>(panel, a, count, c);
}

Kernel best_kernel() {
  if (__builtin_cpu_supports("avx512f")) return kernel_512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kernel_256;
  return kernel_128;
}
#else
Kernel best_kernel() { return kernel_128; }
#endif

}  // namespace

PackedMatrix::PackedMatrix(const float* b, const float* bias, std::size_t inputs,
                           std::size_t outputs, std::size_t stride)
    : inputs_(inputs), outputs_(outputs) {
  const std::size_t panels = (outputs + panel_columns - 1) / panel_columns;
  panels_.assign(panels * inputs * panel_columns, 0.0F);
  bias_.assign(panels * panel_columns, 0.0F);
  if (bias != nullptr) std::copy_n(bias, outputs, bias_.begin());
  for (std::size_t column = 0; column < outputs; column += panel_columns) {
    const std::size_t width = std::min(panel_columns, outputs - column);
    float* to = &panels_[column * inputs];
    for (std::size_t k = 0; k < inputs; ++k) {
      std::copy_n(b + k * stride + column, width, to + k * panel_columns);
    }
  }
}

void PackedMatrix::multiply(const float* a, std::size_t rows, float* c) const {
  const Kernel kernel = best_kernel();
  for (std::size_t column = 0; column < outputs_; column += panel_columns) {
    const Panel panel{&panels_[column * inputs_], &bias_[column], inputs_, outputs_,
                      std::min(panel_columns, outputs_ - column)};
    kernel(panel, a, rows, c + column);
  }
}

}  // namespace entente
