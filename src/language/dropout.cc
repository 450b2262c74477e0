// Dropout masks.
#include "language/dropout.h"

namespace entente {
namespace {

void fill_mask(float rate, Random& random, Matrix& mask) {
  const float scale = 1.0F / (1.0F - rate);
  // Four decisions of 16 bits from each random number.
  const auto bound = static_cast<std::uint64_t>(rate * 65536.0F);
  float* values = mask.data();
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    bits = i % 4 == 0 ? random.next() : bits >> 16;
    values[i] = (bits & 0xFFFF) < bound ? 0.0F : scale;
  }
}

void multiply_elements(const float* mask, float* values, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) values[i] *= mask[i];
}

}  // namespace

void drop(Matrix& matrix, float rate, Random& random, Matrix& mask) {
  mask.resize(matrix.rows(), matrix.cols());
  fill_mask(rate, random, mask);
  apply_mask(mask, matrix);
}

void apply_mask(const Matrix& mask, Matrix& matrix) {
  multiply_elements(mask.data(), matrix.data(), matrix.size());
}

void make_sentence_mask(std::size_t sentences, std::size_t cols, float rate, Random& random,
                        Matrix& mask) {
  mask.resize(sentences, cols);
  fill_mask(rate, random, mask);
}

void apply_sentence_mask(const Matrix& mask, const Offsets& offsets, Matrix& matrix) {
  for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
    for (std::size_t row = offsets[s]; row < offsets[s + 1]; ++row) {
      multiply_elements(mask.row(s), matrix.row(row), matrix.cols());
    }
  }
}

}  // namespace entente
