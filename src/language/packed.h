// Products with weights that stay as they are: packed once into panels that the processor's vector
// units stream through. Every element of a product is summed in the same order whatever else is in
// the batch, which general libraries don't promise: a word's result never depends on its
// neighbours.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

class PackedMatrix {
 public:
  PackedMatrix() = default;
  /// b(inputs, outputs), row-major with rows `stride` apart; bias of `outputs` numbers or null.
  PackedMatrix(const float* b, const float* bias, std::size_t inputs, std::size_t outputs,
               std::size_t stride);
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  /// c(rows, outputs) = a(rows, inputs) b + bias.
  void multiply(const float* a, std::size_t rows, float* c) const;

 private:
  std::size_t inputs_ = 0, outputs_ = 0;
  std::vector<float> panels_;  ///< panel after panel, inputs rows of 32 columns each
  std::vector<float> bias_;    ///< for whole panels
};

}  // namespace entente
