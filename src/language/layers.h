// Layers of the network, each with its forward pass and the gradients worked out by hand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/matrix.h"

namespace entente {

/// Where sentences begin in a batch of words; one more entry than sentences.
using Offsets = std::vector<std::uint32_t>;

/// y = x W + b.
struct Linear {
  Tensor weight, bias;
  Linear() = default;
  Linear(Layout& layout, std::size_t inputs, std::size_t outputs)
      : weight(layout.add(inputs, outputs)), bias(layout.add(1, outputs)) {}
  void forward(const float* parameters, const Matrix& x, Matrix& y) const;
  /// Adds to `gradients`; dx = dy W^T, added to what is there when `add`. dx may be null.
  void backward(const float* parameters, const Matrix& x, const Matrix& dy, float* gradients,
                Matrix* dx, bool add) const;
};

/// A bidirectional simple recurrent unit (Lei et al. 2018): one product for all words of a batch,
/// then an element-wise recurrence over each sentence in both directions. Input and output have
/// 2 * size columns, the forward direction's first.
struct RecurrentUnit {
  /// What forward leaves for backward.
  struct State {
    Matrix products;  ///< per direction candidate, forget gate, output gate
    Matrix states;
  };
  std::size_t size = 0;
  Tensor weight;  ///< (2 size, 6 size)
  Tensor gates;   ///< rows: forget_state, output_state, forget_bias, output_bias; 2 size columns
  RecurrentUnit() = default;
  RecurrentUnit(Layout& layout, std::size_t units)
      : size(units), weight(layout.add(2 * units, 6 * units)), gates(layout.add(4, 2 * units)) {}

  void forward(const float* parameters, const Offsets& offsets, const Matrix& x, State& state,
               Matrix& y) const;
  /// The recurrence alone, for inputs whose products are already in state.products.
  void scan(const float* parameters, const Offsets& offsets, const Matrix& x, State& state,
            Matrix& y) const;
  void backward(const float* parameters, const Offsets& offsets, const Matrix& x, State& state,
                const Matrix& dy, float* gradients, Matrix& dx, Matrix& products_gradient) const;
};

/// Softmax cross-entropy of logits columns [begin, begin+size) against class `targets[row]`, rows
/// with a negative target left out, each row counted `counts[row]` times. The columns become
/// scale * dL/dlogits; returns the summed loss.
double cross_entropy(Matrix& logits, std::size_t begin, std::size_t size,
                     std::span<const std::int32_t> targets, std::span<const float> counts,
                     float scale);

}  // namespace entente
