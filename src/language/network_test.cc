// The gradients worked out by hand against finite differences.
#include "language/network.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

double sum_of(const Matrix& y, const std::vector<float>& with) {
  double sum = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    sum += static_cast<double>(y.data()[i]) * static_cast<double>(with[i]);
  }
  return sum;
}

std::vector<float> random_values(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  std::vector<float> values(size);
  for (float& value : values) value = 2.0F * random.uniform() - 1.0F;
  return values;
}

Matrix matrix_of(std::size_t rows, std::size_t cols, const std::vector<float>& values) {
  Matrix matrix;
  matrix.resize(rows, cols);
  std::copy(values.begin(), values.end(), matrix.data());
  return matrix;
}

/// The slope of `loss` as `value` changes.
template <typename Loss>
double slope(float& value, Loss loss) {
  const float kept = value;
  constexpr float step = 1e-2F;
  value = kept + step;
  const double above = loss();
  value = kept - step;
  const double below = loss();
  value = kept;
  return (above - below) / (2.0 * static_cast<double>(step));
}

TEST(Gradients, OfALinearLayer) {
  Layout layout;
  const Linear layer(layout, 3, 2);
  std::vector<float> parameters = random_values(layout.size(), 1);
  Matrix x = matrix_of(4, 3, random_values(12, 2));
  const std::vector<float> with = random_values(8, 3);
  Matrix y, dx;
  const auto loss = [&] {
    layer.forward(parameters.data(), x, y);
    return sum_of(y, with);
  };
  std::vector<float> gradients(layout.size(), 0.0F);
  layer.backward(parameters.data(), x, matrix_of(4, 2, with), gradients.data(), &dx, false);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    EXPECT_NEAR(slope(parameters[i], loss), static_cast<double>(gradients[i]), 1e-3);
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(slope(x.data()[i], loss), static_cast<double>(dx.data()[i]), 1e-3);
  }
}

TEST(Gradients, OfARecurrentUnit) {
  Layout layout;
  const RecurrentUnit unit(layout, 3);
  std::vector<float> parameters = random_values(layout.size(), 4);
  const Offsets offsets = {0, 4, 5, 7};
  Matrix x = matrix_of(7, 6, random_values(42, 5));
  const std::vector<float> with = random_values(42, 6);
  Matrix y, dx, products;
  RecurrentUnit::State state;
  const auto loss = [&] {
    unit.forward(parameters.data(), offsets, x, state, y);
    return sum_of(y, with);
  };
  static_cast<void>(loss());
  std::vector<float> gradients(layout.size(), 0.0F);
  unit.backward(parameters.data(), offsets, x, state, matrix_of(7, 6, with), gradients.data(), dx,
                products);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    EXPECT_NEAR(slope(parameters[i], loss), static_cast<double>(gradients[i]), 2e-3) << i;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(slope(x.data()[i], loss), static_cast<double>(dx.data()[i]), 2e-3) << i;
  }
}

TEST(Gradients, OfCrossEntropy) {
  const std::vector<float> values = random_values(15, 7);
  const std::vector<std::int32_t> targets = {1, -1, 2};
  const std::vector<float> counts = {1.0F, 1.0F, 0.25F};
  Matrix logits = matrix_of(3, 5, values), changed;
  EXPECT_GT(cross_entropy(logits, 1, 4, targets, counts, 1.0F), 0.0);
  std::vector<float> moving = values;
  const auto loss = [&] {
    changed = matrix_of(3, 5, moving);
    return cross_entropy(changed, 1, 4, targets, counts, 1.0F);
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i % 5 == 0) continue;  // a column of something else
    EXPECT_NEAR(slope(moving[i], loss), static_cast<double>(logits.data()[i]), 1e-3) << i;
  }
}

/// A network of a few units over two sentences, with dropout whose masks repeat.
class WholeNetwork : public testing::Test {
 protected:
  WholeNetwork() : network(small()), weights(network.initial(3)) {
    const HashIndex vocabulary(std::vector<std::uint64_t>{hash_of("the"), hash_of("envoy")});
    for (const char* form : {"The", "envoy", "left", "Envoys", "stay", "here", "."}) {
      add_features(form, vocabulary, {network.sizes().affix_rows, network.sizes().ngram_rows},
                   batch.features);
    }
    batch.offsets = {0, 3, 7};
    targets.tags = {{{0, 1, 2, 1, 2, 0, 1},
                     {1, 0, 0, 1, 1, 0, 0},
                     {0, 0, 1, 2, 2, 0, -1},
                     {0, 1, 1, 0, 1, 0, 0}}};
    targets.heads = {2, 3, 0, 2, 0, 2, 2};
    targets.labels = {0, 1, 2, 1, 2, 0, 0};
    targets.tag_weights = {1.0F, 0.5F, 1.0F, 0.0F, 1.0F, 0.25F, 1.0F};
    targets.tree_weights = {0.5F, 1.0F, 1.0F, 1.0F, 0.0F, 1.0F, 0.25F};
  }
  static NetworkSizes small() {
    NetworkSizes sizes;
    sizes.forms = 3;
    sizes.affix_rows = sizes.ngram_rows = 16;
    sizes.form_dim = sizes.affix_dim = sizes.ngram_dim = 3;
    sizes.units = 4;
    sizes.arc_dim = 5;
    sizes.label_dim = 4;
    sizes.tags = {3, 2, 3, 2};
    sizes.labels = 3;
    return sizes;
  }
  double loss() {
    Dropout dropout;
    dropout.random = Random(11);
    network.prepare(gradients);
    const Losses losses = network.train(weights, batch, targets, 1, act, gradients, &dropout);
    double sum = losses.arcs + losses.labels;
    for (const double tag : losses.tags) sum += 0.5 * tag;
    return sum;
  }
  void check(std::vector<float>& values, const std::vector<float>& all, std::size_t stride) {
    static_cast<void>(loss());
    const std::vector<float> expected = all;
    int checked = 0;
    for (std::size_t i = 0; i < values.size(); i += stride) {
      const double found = slope(values[i], [&] { return loss(); });
      const double given = static_cast<double>(expected[i]);
      EXPECT_NEAR(found, given, 0.02 + 0.05 * std::abs(given)) << i;
      checked += given != 0.0 ? 1 : 0;
    }
    EXPECT_GT(checked, 3);
  }
  Network network;
  Weights weights;
  Batch batch;
  Targets targets;
  Activations act;
  Gradients gradients;
};

TEST_F(WholeNetwork, GradientsOfDenseParameters) { check(weights.dense, gradients.dense, 7); }
TEST_F(WholeNetwork, GradientsOfEmbeddings) {
  check(weights.forms, gradients.forms.values, 1);
  check(weights.affixes, gradients.affixes.values, 1);
  check(weights.ngrams, gradients.ngrams.values, 1);
}

}  // namespace
}  // namespace entente
