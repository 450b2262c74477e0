// The recurrence over vectors of any width, compiled for three instruction sets.
#include "language/scan.h"

#include <cstdint>
#include <cstring>

namespace entente {
namespace {

template <std::size_t bytes>
struct Vectors {
  using Float [[gnu::vector_size(bytes)]] = float;
  using Int [[gnu::vector_size(bytes)]] = std::int32_t;
  static constexpr std::size_t lanes = bytes / sizeof(float);
};

template <typename Vector>
[[gnu::always_inline]] inline void load(Vector& to, const float* from) {
  std::memcpy(&to, from, sizeof(Vector));
}
template <typename Vector>
[[gnu::always_inline]] inline void store(float* to, const Vector& from) {
  std::memcpy(to, &from, sizeof(Vector));
}

/// x becomes 1 + e^-x to about seven digits, by 2^n times a polynomial; x is held to +-40, so that
/// the product of two stays within floats.
template <std::size_t bytes>
[[gnu::always_inline]] inline void one_plus_exponential(typename Vectors<bytes>::Float& x) {
  using Float = typename Vectors<bytes>::Float;
  using Int = typename Vectors<bytes>::Int;
  const Float limit = Float{} + 40.0F;
  Float y = -x;
  y = y < limit ? y : limit;
  y = y > -limit ? y : -limit;
  const Float shifted = y * 1.44269504F + 12582912.0F;  // rounds to an integer in the low bits
  const Float whole = shifted - 12582912.0F;
  const Float rest = (y - whole * 0.693359375F) + whole * 2.12194440e-4F;
  Float poly = Float{} + 1.9875691500e-4F;
  poly = poly * rest + 1.3981999507e-3F;
  poly = poly * rest + 8.3334519073e-3F;
  poly = poly * rest + 4.1665795894e-2F;
  poly = poly * rest + 1.6666665459e-1F;
  poly = poly * rest + 5.0000001201e-1F;
  poly = poly * rest * rest + rest + 1.0F;
  Int power, bits;
  std::memcpy(&power, &shifted, bytes);
  std::memcpy(&bits, &poly, bytes);
  bits += (power - 0x4B400000) << 23;
  std::memcpy(&x, &bits, bytes);
  x += 1.0F;
}

template <std::size_t bytes>
[[gnu::always_inline]] inline void forward_lanes(const ScanStep& step, const ScanWeights& weights,
                                                 std::size_t i) {
  using Float = typename Vectors<bytes>::Float;
  Float before, forget, output_gate, candidate, x, weight, bias;
  load(before, step.before + i);
  load(forget, step.forget + i);
  load(weight, weights.forget_state + i);
  load(bias, weights.forget_bias + i);
  forget += weight * before + bias;
  load(output_gate, step.output_gate + i);
  load(weight, weights.output_state + i);
  load(bias, weights.output_bias + i);
  output_gate += weight * before + bias;
  one_plus_exponential<bytes>(forget);
  one_plus_exponential<bytes>(output_gate);
  const Float both = 1.0F / (forget * output_gate);  // two quotients with one division
  const Float f = both * output_gate;
  const Float r = both * forget;
  load(candidate, step.candidate + i);
  load(x, step.x + i);
  const Float state = f * before + (1.0F - f) * candidate;
  store(step.forget + i, f);
  store(step.output_gate + i, r);
  store(step.state + i, state);
  store(step.output + i, Float(r * state + (1.0F - r) * x));
}

template <typename Vector>
[[gnu::always_inline]] inline void add_to(float* to, const Vector& value) {
  Vector sum;
  load(sum, to);
  sum += value;
  store(to, sum);
}

template <std::size_t bytes>
[[gnu::always_inline]] inline void backward_lanes(const ScanStep& step, const ScanWeights& weights,
                                                  const ScanGradient& gradient, std::size_t i) {
  using Float = typename Vectors<bytes>::Float;
  Float f, r, before, state, x, candidate, dy, carry, forget_state, output_state;
  load(f, step.forget + i);
  load(r, step.output_gate + i);
  load(before, step.before + i);
  load(state, step.state + i);
  load(x, step.x + i);
  load(candidate, step.candidate + i);
  load(dy, gradient.output + i);
  load(carry, gradient.carry + i);
  load(forget_state, weights.forget_state + i);
  load(output_state, weights.output_state + i);
  const Float dr = dy * (state - x) * r * (1.0F - r);
  const Float dc = carry + dy * r;
  const Float df = dc * (before - candidate) * f * (1.0F - f);
  add_to(gradient.x + i, Float(dy * (1.0F - r)));
  store(gradient.candidate + i, Float(dc * (1.0F - f)));
  store(gradient.forget + i, df);
  store(gradient.output_gate + i, dr);
  store(gradient.carry + i, Float(dc * f + df * forget_state + dr * output_state));
  add_to(gradient.forget_state + i, Float(df * before));
  add_to(gradient.output_state + i, Float(dr * before));
  add_to(gradient.forget_bias + i, df);
  add_to(gradient.output_bias + i, dr);
}

template <std::size_t bytes>
[[gnu::always_inline]] inline void forward(const ScanStep& step, const ScanWeights& weights,
                                           std::size_t size) {
  std::size_t i = 0;
  constexpr std::size_t lanes = Vectors<bytes>::lanes;
  for (; i + lanes <= size; i += lanes) forward_lanes<bytes>(step, weights, i);
  for (; i < size; ++i) forward_lanes<sizeof(float)>(step, weights, i);
}

template <std::size_t bytes>
[[gnu::always_inline]] inline void backward(const ScanStep& step, const ScanWeights& weights,
                                            const ScanGradient& gradient, std::size_t size) {
  std::size_t i = 0;
  constexpr std::size_t lanes = Vectors<bytes>::lanes;
  for (; i + lanes <= size; i += lanes) backward_lanes<bytes>(step, weights, gradient, i);
  for (; i < size; ++i) backward_lanes<sizeof(float)>(step, weights, gradient, i);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void forward_256(const ScanStep& step, const ScanWeights& weights,
                                             std::size_t size) {
  forward<32>(step, weights, size);
}
[[gnu::target("avx512f")]] void forward_512(const ScanStep& step, const ScanWeights& weights,
                                            std::size_t size) {
  forward<64>(step, weights, size);
}
[[gnu::target("avx2,fma")]] void backward_256(const ScanStep& step, const ScanWeights& weights,
                                              const ScanGradient& gradient, std::size_t size) {
  backward<32>(step, weights, gradient, size);
}
#endif

}  // namespace

void scan_step(const ScanStep& step, const ScanWeights& weights, std::size_t size) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return forward_512(step, weights, size);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return forward_256(step, weights, size);
  }
#endif
  forward<16>(step, weights, size);
}

void scan_step_backward(const ScanStep& step, const ScanWeights& weights,
                        const ScanGradient& gradient, std::size_t size) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return backward_256(step, weights, gradient, size);
  }
#endif
  backward<16>(step, weights, gradient, size);
}

}  // namespace entente
