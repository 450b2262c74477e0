// Forward and backward passes of the layers.
#include "language/layers.h"

#include <algorithm>
#include <cmath>

#include "language/kernels.h"
#include "language/scan.h"

namespace entente {

void Linear::forward(const float* parameters, const Matrix& x, Matrix& y) const {
  y.resize(x.rows(), weight.cols);
  multiply(x.data(), weight.in(parameters), y.data(), x.rows(), weight.rows, weight.cols, false);
  add_row_to_all(bias.in(parameters), y);
}

void Linear::backward(const float* parameters, const Matrix& x, const Matrix& dy, float* gradients,
                      Matrix* dx, bool add) const {
  add_outer(x.data(), dy.data(), weight.in(gradients), x.rows(), weight.rows, weight.cols);
  add_sum_of_rows(dy, bias.in(gradients));
  if (dx == nullptr) return;
  dx->resize(x.rows(), weight.rows);
  multiply_transposed(dy.data(), weight.in(parameters), dx->data(), x.rows(), weight.cols,
                      weight.rows, add);
}

void RecurrentUnit::forward(const float* parameters, const Offsets& offsets, const Matrix& x,
                            State& state, Matrix& y) const {
  state.products.resize(x.rows(), weight.cols);
  multiply(x.data(), weight.in(parameters), state.products.data(), x.rows(), weight.rows,
           weight.cols, false);
  scan(parameters, offsets, x, state, y);
}

namespace {

/// The pointers of one step of one direction.
ScanStep step_at(const Matrix& x, RecurrentUnit::State& state, Matrix* y, std::size_t row,
                 std::size_t size, std::size_t direction, const float* before) {
  float* products = state.products.row(row) + direction * 3 * size;
  const std::size_t column = direction * size;
  return {x.row(row) + column,
          before,
          products,
          products + size,
          products + 2 * size,
          state.states.row(row) + column,
          y == nullptr ? nullptr : y->row(row) + column};
}

ScanWeights scan_weights(const RecurrentUnit& unit, const float* parameters,
                         std::size_t direction) {
  const float* gates = unit.gates.in(parameters) + direction * unit.size;
  const std::size_t stride = 2 * unit.size;
  return {gates, gates + stride, gates + 2 * stride, gates + 3 * stride};
}

/// Calls visit(row, row before it in that direction or -1) over a sentence.
template <typename Visit>
void walk(std::size_t begin, std::size_t end, bool backwards, Visit visit) {
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t row = backwards ? end - 1 - (i - begin) : i;
    const bool first = i == begin;
    visit(row, first ? -1 : static_cast<std::ptrdiff_t>(backwards ? row + 1 : row - 1));
  }
}

}  // namespace

void RecurrentUnit::scan(const float* parameters, const Offsets& offsets, const Matrix& x,
                         State& state, Matrix& y) const {
  state.states.resize(x.rows(), 2 * size);
  y.resize(x.rows(), 2 * size);
  const std::vector<float> zero(size, 0.0F);
  for (std::size_t direction = 0; direction < 2; ++direction) {
    const ScanWeights weights = scan_weights(*this, parameters, direction);
    for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
      walk(offsets[s], offsets[s + 1], direction == 1, [&](std::size_t row, std::ptrdiff_t last) {
        const float* before =
            last < 0 ? zero.data()
                     : state.states.row(static_cast<std::size_t>(last)) + direction * size;
        scan_step(step_at(x, state, &y, row, size, direction, before), weights, size);
      });
    }
  }
}

void RecurrentUnit::backward(const float* parameters, const Offsets& offsets, const Matrix& x,
                             State& state, const Matrix& dy, float* gradients, Matrix& dx,
                             Matrix& products_gradient) const {
  dx.resize(x.rows(), x.cols());
  dx.zero();
  products_gradient.resize(x.rows(), weight.cols);
  const std::vector<float> zero(size, 0.0F);
  std::vector<float> carry(size);
  for (std::size_t direction = 0; direction < 2; ++direction) {
    const ScanWeights weights = scan_weights(*this, parameters, direction);
    float* gate = gates.in(gradients) + direction * size;
    const std::size_t stride = 2 * size;
    for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
      std::fill(carry.begin(), carry.end(), 0.0F);
      const std::size_t begin = offsets[s], end = offsets[s + 1];
      // Against the direction of the recurrence: the row `last` of the reverse walk came after.
      walk(begin, end, direction == 0, [&](std::size_t row, std::ptrdiff_t) {
        const bool first = row == (direction == 0 ? begin : end - 1);
        const float* before =
            first ? zero.data()
                  : state.states.row(direction == 0 ? row - 1 : row + 1) + direction * size;
        float* products = products_gradient.row(row) + direction * 3 * size;
        scan_step_backward(step_at(x, state, nullptr, row, size, direction, before), weights,
                           {dy.row(row) + direction * size, dx.row(row) + direction * size,
                            products, products + size, products + 2 * size, carry.data(), gate,
                            gate + stride, gate + 2 * stride, gate + 3 * stride},
                           size);
      });
    }
  }
  add_outer(x.data(), products_gradient.data(), weight.in(gradients), x.rows(), weight.rows,
            weight.cols);
  multiply_transposed(products_gradient.data(), weight.in(parameters), dx.data(), x.rows(),
                      weight.cols, weight.rows, true);
}

double cross_entropy(Matrix& logits, std::size_t begin, std::size_t size,
                     std::span<const std::int32_t> targets, std::span<const float> counts,
                     float scale) {
  double loss = 0.0;
  for (std::size_t row = 0; row < logits.rows(); ++row) {
    float* values = logits.row(row) + begin;
    if (targets[row] < 0) {
      std::fill_n(values, size, 0.0F);
      continue;
    }
    const auto target = static_cast<std::size_t>(targets[row]);
    softmax(values, size);
    loss -= static_cast<double>(counts[row]) *
            std::log(std::max(static_cast<double>(values[target]), 1e-12));
    values[target] -= 1.0F;
    const float factor = scale * counts[row];
    for (std::size_t i = 0; i < size; ++i) values[i] *= factor;
  }
  return loss;
}

}  // namespace entente
