// The network's losses and its backward pass: the forward pass read from its end.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "language/distance.h"
#include "language/dropout.h"
#include "language/kernels.h"
#include "language/network.h"

namespace entente {
namespace {

/// How much each kind of tag weighs beside arcs and labels.
constexpr std::array<float, tag_kinds> tag_weights = {0.5F, 0.5F, 0.5F, 0.5F};

}  // namespace

void TableGradient::prepare(std::size_t row_count, std::size_t columns) {
  dim = columns;
  values.assign(row_count * columns, 0.0F);
  touched.assign(row_count, 0);
  rows.clear();
}

float* TableGradient::row(std::uint32_t index) {
  if (touched[index] == 0) {
    touched[index] = 1;
    rows.push_back(index);
  }
  return &values[index * dim];
}

void TableGradient::clear() {
  for (const std::uint32_t index : rows) {
    std::fill_n(&values[index * dim], dim, 0.0F);
    touched[index] = 0;
  }
  rows.clear();
}

void Network::prepare(Gradients& gradients) const {
  gradients.dense.assign(dense_size(), 0.0F);
  gradients.forms.prepare(sizes_.forms, sizes_.form_dim);
  gradients.affixes.prepare(sizes_.affix_rows, sizes_.affix_dim);
  gradients.ngrams.prepare(sizes_.ngram_rows, sizes_.ngram_dim);
}

Losses Network::train(const Weights& weights, const Batch& batch, const Targets& targets,
                      std::size_t words, Activations& act, Gradients& gradients,
                      Dropout* dropout) const {
  const float scale = 1.0F / static_cast<float>(words);
  encode(weights, batch, act, dropout);
  std::vector<std::int32_t> heads(targets.heads.size(), -1);
  for (std::size_t s = 0; s + 1 < batch.offsets.size(); ++s) {
    for (std::size_t i = batch.offsets[s]; i < batch.offsets[s + 1]; ++i) {
      const std::int32_t head = targets.heads[i];
      if (head > 0) heads[i] = static_cast<std::int32_t>(batch.offsets[s]) + head - 1;
    }
  }
  Matrix& top = act.temporary[0];
  Losses losses;
  losses.arcs =
      arcs_backward(weights, batch, targets, scale, act, gradients, top, dropout != nullptr);
  score_labels(weights, heads, act, dropout);
  losses.labels =
      labels_backward(weights, targets, scale, heads, act, gradients, top, dropout != nullptr);
  for (std::size_t kind = 0; kind < tag_kinds; ++kind) {
    losses.tags[kind] =
        cross_entropy(act.tag_logits, tag_begin_[kind], sizes_.tags[kind], targets.tags[kind],
                      targets.tag_weights, scale * tag_weights[kind]);
  }
  encoder_backward(weights, batch, act, gradients, dropout != nullptr);
  return losses;
}

/// Leaves the gradients of the sentence's queries, heads and distances in act.temporary[1..3].
double Network::sentence_arcs_backward(const Weights& weights, std::size_t begin,
                                       std::span<const std::int32_t> targets,
                                       std::span<const float> counts, float scale, Activations& act,
                                       Gradients& gradients) const {
  const std::size_t count = targets.size(), dim = sizes_.arc_dim;
  Matrix& distances = act.temporary[3];
  Matrix& scores = act.temporary[4];
  scores.resize(count, count + 1);
  score_arcs(weights, act, begin, begin + count, scores.data());
  for (std::size_t i = 0; i < count; ++i) scores.row(i)[i + 1] = -1e9F;  // itself
  const double loss = cross_entropy(scores, 0, count + 1, targets, counts, scale);
  multiply(scores.data(), act.head_rows.data(), act.temporary[1].row(begin), count, count + 1, dim,
           false);
  Matrix& heads = act.head_rows_gradient;
  heads.resize(count + 1, dim);
  heads.zero();
  add_outer(scores.data(), act.queries.row(begin), heads.data(), count, count + 1, dim);
  add_scaled(heads.row(0), 1.0F, root_head_.in(gradients.dense.data()), dim);
  std::memcpy(act.temporary[2].row(begin), heads.row(1), count * dim * sizeof(float));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j <= count; ++j) {
      distances.row(begin + i)[distance_bucket(i, j)] += scores.row(i)[j];
    }
  }
  return loss;
}

double Network::arcs_backward(const Weights& weights, const Batch& batch, const Targets& targets,
                              float scale, Activations& act, Gradients& gradients, Matrix& top,
                              bool dropped) const {
  const float* dense = weights.dense.data();
  float* grad = gradients.dense.data();
  const std::size_t words = batch.features.size(), dim = sizes_.arc_dim;
  Matrix& queries = act.temporary[1];
  Matrix& heads = act.temporary[2];
  Matrix& distances = act.temporary[3];
  queries.resize(words, dim);
  heads.resize(words, dim);
  distances.resize(words, distance_buckets);
  distances.zero();
  double loss = 0.0;
  for (std::size_t s = 0; s + 1 < batch.offsets.size(); ++s) {
    const std::size_t begin = batch.offsets[s], count = batch.offsets[s + 1] - begin;
    loss += sentence_arcs_backward(weights, begin, std::span(targets.heads).subspan(begin, count),
                                   std::span(targets.tree_weights).subspan(begin, count), scale,
                                   act, gradients);
  }
  Matrix& dependents = act.temporary[5];
  queries_.backward(dense, act.dependents, queries, grad, &dependents, false);
  add_outer(act.dependents.data(), distances.data(), distances_.in(grad), words, dim,
            distance_buckets);
  multiply_transposed(distances.data(), distances_.in(dense), dependents.data(), words,
                      distance_buckets, dim, true);
  if (dropped) {
    apply_mask(act.dependents_mask, dependents);
    apply_mask(act.heads_mask, heads);
  }
  leaky_relu_backward(act.dependents, dependents);
  leaky_relu_backward(act.heads, heads);
  const Matrix& input = input_of(units_.size(), act);
  dependents_.backward(dense, input, dependents, grad, &top, false);
  heads_.backward(dense, input, heads, grad, &top, true);
  return loss;
}

double Network::labels_backward(const Weights& weights, const Targets& targets, float scale,
                                std::span<const std::int32_t> heads, Activations& act,
                                Gradients& gradients, Matrix& top, bool dropped) const {
  const float* dense = weights.dense.data();
  float* grad = gradients.dense.data();
  const std::size_t dim = sizes_.label_dim;
  const double loss = cross_entropy(act.label_logits, 0, sizes_.labels, targets.labels,
                                    targets.tree_weights, scale);
  Matrix& hidden = act.temporary[1];
  labels_.backward(dense, act.label_hidden, act.label_logits, grad, &hidden, false);
  if (dropped) apply_mask(act.hidden_mask, hidden);
  leaky_relu_backward(act.label_hidden, hidden);
  Matrix& parts = act.temporary[2];
  parts.resize(hidden.rows(), 2 * dim);
  parts.zero();
  for (std::size_t i = 0; i < hidden.rows(); ++i) {
    add_scaled(hidden.row(i), 1.0F, parts.row(i), dim);
    float* head =
        heads[i] < 0 ? root_label_.in(grad) : parts.row(static_cast<std::size_t>(heads[i])) + dim;
    add_scaled(hidden.row(i), 1.0F, head, dim);
  }
  label_parts_.backward(dense, input_of(units_.size(), act), parts, grad, &top, true);
  return loss;
}

/// `gradient` is of what goes upwards from the tag layer and becomes that of the layer's output.
/// tag_logits hold the gradient of the tagger's own loss already.
void Network::tags_backward(const Weights& weights, Activations& act, Gradients& gradients,
                            Matrix& gradient) const {
  const float* dense = weights.dense.data();
  float* grad = gradients.dense.data();
  const Matrix& probabilities = act.tag_probabilities;
  const std::size_t rows = probabilities.rows(), columns = probabilities.cols();
  Matrix& mixed = act.temporary[6];
  mixed.resize(rows, columns);
  multiply_transposed(gradient.data(), tag_embeddings_.in(dense), mixed.data(), rows,
                      gradient.cols(), columns, false);
  add_outer(probabilities.data(), gradient.data(), tag_embeddings_.in(grad), rows, columns,
            gradient.cols());
  const std::array<std::size_t, 3> begins = {0, sizes_.tags[tag_upos], columns};
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t group = 0; group < 2; ++group) {
      const std::size_t begin = begins[group], size = begins[group + 1] - begin;
      const float* p = probabilities.row(row) + begin;
      const float* d = mixed.row(row) + begin;
      float* logits = act.tag_logits.row(row) + begin;
      const float mean = dot(p, d, size);
      for (std::size_t i = 0; i < size; ++i) logits[i] += p[i] * (d[i] - mean);
    }
  }
  tags_.backward(dense, act.outputs[sizes_.tag_layer], act.tag_logits, grad, &gradient, true);
}

void Network::encoder_backward(const Weights& weights, const Batch& batch, Activations& act,
                               Gradients& gradients, bool dropped) const {
  const float* dense = weights.dense.data();
  float* grad = gradients.dense.data();
  Matrix* gradient = &act.temporary[0];
  Matrix* below = &act.temporary[1];
  for (std::size_t layer = units_.size(); layer > 0; --layer) {
    if (layer == sizes_.tag_layer) tags_backward(weights, act, gradients, *gradient);
    if (dropped) apply_sentence_mask(act.output_masks[layer], batch.offsets, *gradient);
    units_[layer - 1].backward(dense, batch.offsets, input_of(layer - 1, act), act.units[layer - 1],
                               *gradient, grad, *below, act.temporary[7]);
    std::swap(gradient, below);
  }
  if (dropped) apply_sentence_mask(act.output_masks[0], batch.offsets, *gradient);
  leaky_relu_backward(act.outputs[0], *gradient);
  Matrix& embedded = act.temporary[2];
  input_.backward(dense, act.embedded, *gradient, grad, &embedded, false);
  if (dropped) apply_mask(act.embedded_mask, embedded);
  embed_backward(batch.features, embedded, gradients);
}

void Network::embed_backward(const FeatureBatch& features, const Matrix& gradient,
                             Gradients& gradients) const {
  for (std::size_t word = 0; word < features.size(); ++word) {
    const float* row = gradient.row(word);
    add_scaled(row, 1.0F, gradients.forms.row(features.forms[word]), sizes_.form_dim);
    row += sizes_.form_dim;
    for (const std::uint32_t affix : features.affixes[word]) {
      add_scaled(row, 1.0F, gradients.affixes.row(affix), sizes_.affix_dim);
      row += sizes_.affix_dim;
    }
    const std::size_t begin = features.ngram_begin[word], end = features.ngram_begin[word + 1];
    const float scale = ngram_scale(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      add_scaled(row, scale, gradients.ngrams.row(features.ngrams[i]), sizes_.ngram_dim);
    }
  }
}

}  // namespace entente
