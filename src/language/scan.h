// The element-wise recurrence of the recurrent unit, one step at a time.
#pragma once

#include <cstddef>

namespace entente {

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
