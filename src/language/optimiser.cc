// Adam's steps.
#include "language/optimiser.h"

#include <algorithm>
#include <cmath>

#include "language/kernels.h"

namespace entente {
namespace {

constexpr float first_decay = 0.9F, second_decay = 0.98F, tiny = 1e-8F;

struct Step {
  float scale, rate, first_correction, second_correction;
};

void update(const float* gradient, const Step& step, float* first, float* second, float* values,
            std::size_t size) {
  const float rate = step.rate / step.first_correction;
  const float correction = 1.0F / std::sqrt(step.second_correction);
  for (std::size_t i = 0; i < size; ++i) {
    const float g = gradient[i] * step.scale;
    first[i] = first_decay * first[i] + (1.0F - first_decay) * g;
    second[i] = second_decay * second[i] + (1.0F - second_decay) * g * g;
    values[i] -= rate * first[i] / (std::sqrt(second[i]) * correction + tiny);
  }
}

double square_sum(const float* values, std::size_t size) {
  double sum = 0.0;
  constexpr std::size_t block = 1024;
  for (std::size_t at = 0; at < size; at += block) {
    const std::size_t count = std::min(block, size - at);
    sum += static_cast<double>(dot(values + at, values + at, count));
  }
  return sum;
}

double square_sum(const TableGradient& table) {
  double sum = 0.0;
  for (const std::uint32_t row : table.rows) {
    sum += square_sum(&table.values[row * table.dim], table.dim);
  }
  return sum;
}

void merge_table(TableGradient& from, TableGradient& to) {
  for (const std::uint32_t row : from.rows) {
    add_scaled(&from.values[row * from.dim], 1.0F, to.row(row), from.dim);
  }
  from.clear();
}

}  // namespace

Optimiser::Optimiser(const Weights& weights) {
  const auto prepare = [](const std::vector<float>& values, Moments& moments) {
    moments.first.assign(values.size(), 0.0F);
    moments.second.assign(values.size(), 0.0F);
  };
  prepare(weights.dense, dense_);
  prepare(weights.forms, forms_);
  prepare(weights.affixes, affixes_);
  prepare(weights.ngrams, ngrams_);
}

void Optimiser::step(Gradients& gradients, float rate, float largest_norm, Weights& weights) {
  ++steps_;
  const auto steps = static_cast<double>(steps_);
  first_correction_ = static_cast<float>(1.0 - std::pow(static_cast<double>(first_decay), steps));
  second_correction_ = static_cast<float>(1.0 - std::pow(static_cast<double>(second_decay), steps));
  const double norm = std::sqrt(square_sum(gradients.dense.data(), gradients.dense.size()) +
                                square_sum(gradients.forms) + square_sum(gradients.affixes) +
                                square_sum(gradients.ngrams));
  const float scale = static_cast<float>(
      norm > static_cast<double>(largest_norm) ? static_cast<double>(largest_norm) / norm : 1.0);
  update(gradients.dense.data(), {scale, rate, first_correction_, second_correction_},
         dense_.first.data(), dense_.second.data(), weights.dense.data(), weights.dense.size());
  std::fill(gradients.dense.begin(), gradients.dense.end(), 0.0F);
  update_rows(gradients.forms, scale, rate, forms_, weights.forms);
  update_rows(gradients.affixes, scale, rate, affixes_, weights.affixes);
  update_rows(gradients.ngrams, scale, rate, ngrams_, weights.ngrams);
}

/// Rows that the batch did not touch keep their moments as they are.
void Optimiser::update_rows(TableGradient& gradient, float scale, float rate, Moments& moments,
                            std::vector<float>& values) const {
  for (const std::uint32_t row : gradient.rows) {
    const std::size_t at = row * gradient.dim;
    update(&gradient.values[at], {scale, rate, first_correction_, second_correction_},
           &moments.first[at], &moments.second[at], &values[at], gradient.dim);
  }
  gradient.clear();
}

void merge(Gradients& from, Gradients& to) {
  add_scaled(from.dense.data(), 1.0F, to.dense.data(), to.dense.size());
  std::fill(from.dense.begin(), from.dense.end(), 0.0F);
  merge_table(from.forms, to.forms);
  merge_table(from.affixes, to.affixes);
  merge_table(from.ngrams, to.ngrams);
}

}  // namespace entente
