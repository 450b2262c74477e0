// The network's forward pass.
#include "language/network.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "language/distance.h"
#include "language/dropout.h"
#include "language/kernels.h"

namespace entente {

std::uint32_t NetworkSizes::tag_columns() const {
  std::uint32_t sum = 0;
  for (const std::uint32_t count : tags) sum += count;
  return sum;
}

void Batch::clear() {
  features.clear();
  offsets.assign(1, 0);
}

void Targets::clear() {
  for (auto& column : tags) column.clear();
  heads.clear();
  labels.clear();
  tag_weights.clear();
  tree_weights.clear();
}

Network::Network(const NetworkSizes& sizes) : sizes_(sizes) {
  const std::size_t wide = 2 * static_cast<std::size_t>(sizes.units);
  input_ = Linear(layout_, sizes.embedded_dim(), wide);
  for (std::uint32_t i = 0; i < sizes.layers; ++i) units_.emplace_back(layout_, sizes.units);
  tags_ = Linear(layout_, wide, sizes.tag_columns());
  tag_embeddings_ = layout_.add(sizes.tags[tag_upos] + sizes.tags[tag_xpos], wide);
  dependents_ = Linear(layout_, wide, sizes.arc_dim);
  heads_ = Linear(layout_, wide, sizes.arc_dim);
  queries_ = Linear(layout_, sizes.arc_dim, sizes.arc_dim);
  root_head_ = layout_.add(1, sizes.arc_dim);
  distances_ = layout_.add(sizes.arc_dim, distance_buckets);
  label_parts_ = Linear(layout_, wide, 2 * static_cast<std::size_t>(sizes.label_dim));
  root_label_ = layout_.add(1, sizes.label_dim);
  labels_ = Linear(layout_, sizes.label_dim, sizes.labels);
  for (std::size_t kind = 0; kind < tag_kinds; ++kind) {
    tag_begin_[kind + 1] = tag_begin_[kind] + sizes.tags[kind];
  }
}

namespace {

void fill_uniform(float* values, std::size_t size, float bound, Random& random) {
  for (std::size_t i = 0; i < size; ++i) values[i] = bound * (2.0F * random.uniform() - 1.0F);
}

void fill_xavier(const Tensor& tensor, std::size_t outputs, float* all, Random& random) {
  const float bound = std::sqrt(6.0F / static_cast<float>(tensor.rows + outputs));
  fill_uniform(tensor.in(all), tensor.size(), bound, random);
}

}  // namespace

Weights Network::initial(std::uint64_t seed) const {
  Random random(seed);
  Weights weights;
  weights.dense.assign(dense_size(), 0.0F);
  float* dense = weights.dense.data();
  for (const Linear* layer :
       {&input_, &tags_, &dependents_, &heads_, &queries_, &label_parts_, &labels_}) {
    fill_xavier(layer->weight, layer->weight.cols, dense, random);
  }
  for (const RecurrentUnit& unit : units_) {
    fill_xavier(unit.weight, 2 * unit.size, dense, random);
    fill_uniform(unit.gates.in(dense), 2 * unit.gates.cols, 0.5F, random);
  }
  fill_uniform(root_head_.in(dense), root_head_.size(), 0.3F, random);
  fill_uniform(root_label_.in(dense), root_label_.size(), 0.3F, random);
  const auto table = [&](std::size_t rows, std::size_t dim) {
    std::vector<float> values(rows * dim);
    fill_uniform(values.data(), values.size(), 0.2F, random);
    return values;
  };
  weights.forms = table(sizes_.forms, sizes_.form_dim);
  weights.affixes = table(sizes_.affix_rows, sizes_.affix_dim);
  weights.ngrams = table(sizes_.ngram_rows, sizes_.ngram_dim);
  return weights;
}

void Network::embed(const Weights& weights, const FeatureBatch& features, Matrix& out) const {
  out.resize(features.size(), sizes_.embedded_dim());
  for (std::size_t word = 0; word < features.size(); ++word) {
    float* row = out.row(word);
    const std::size_t form_dim = sizes_.form_dim, affix_dim = sizes_.affix_dim;
    std::memcpy(row, &weights.forms[features.forms[word] * form_dim], form_dim * sizeof(float));
    row += form_dim;
    for (const std::uint32_t affix : features.affixes[word]) {
      std::memcpy(row, &weights.affixes[affix * affix_dim], affix_dim * sizeof(float));
      row += affix_dim;
    }
    std::fill_n(row, sizes_.ngram_dim, 0.0F);
    const std::size_t begin = features.ngram_begin[word], end = features.ngram_begin[word + 1];
    const float scale = ngram_scale(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t ngram = features.ngrams[i];
      add_scaled(&weights.ngrams[ngram * sizes_.ngram_dim], scale, row, sizes_.ngram_dim);
    }
  }
}

const Matrix& Network::input_of(std::size_t unit, const Activations& act) const {
  return unit == sizes_.tag_layer ? act.mixed : act.outputs[unit];
}

/// Tag logits of the tag layer's output, and what goes on upwards: that output plus the embeddings
/// of the tags weighted by their probabilities.
void Network::tag(const Weights& weights, Activations& act) const {
  const Matrix& from = act.outputs[sizes_.tag_layer];
  tags_.forward(weights.dense.data(), from, act.tag_logits);
  tag_probabilities(act);
  act.mixed.resize(from.rows(), from.cols());
  std::memcpy(act.mixed.data(), from.data(), from.size() * sizeof(float));
  multiply(act.tag_probabilities.data(), tag_embeddings_.in(weights.dense.data()), act.mixed.data(),
           from.rows(), act.tag_probabilities.cols(), from.cols(), true);
}

void Network::tag_probabilities(Activations& act) const {
  const std::size_t upos = sizes_.tags[tag_upos], xpos = sizes_.tags[tag_xpos];
  Matrix& probabilities = act.tag_probabilities;
  probabilities.resize(act.tag_logits.rows(), upos + xpos);
  for (std::size_t row = 0; row < probabilities.rows(); ++row) {
    float* values = probabilities.row(row);
    std::memcpy(values, act.tag_logits.row(row), (upos + xpos) * sizeof(float));
    softmax(values, upos);
    softmax(values + upos, xpos);
  }
}

void Network::encode(const Weights& weights, const Batch& batch, Activations& act,
                     Dropout* dropout) const {
  const float* dense = weights.dense.data();
  act.outputs.resize(sizes_.layers + 1);
  act.output_masks.resize(sizes_.layers + 1);
  act.units.resize(sizes_.layers);
  embed(weights, batch.features, act.embedded);
  if (dropout != nullptr) drop(act.embedded, dropout->embedded, dropout->random, act.embedded_mask);
  input_.forward(dense, act.embedded, act.outputs[0]);
  leaky_relu_in_place(act.outputs[0]);
  const auto drop_output = [&](std::size_t layer) {
    if (dropout == nullptr) return;
    make_sentence_mask(batch.offsets.size() - 1, act.outputs[layer].cols(), dropout->between,
                       dropout->random, act.output_masks[layer]);
    apply_sentence_mask(act.output_masks[layer], batch.offsets, act.outputs[layer]);
  };
  drop_output(0);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    units_[i].forward(dense, batch.offsets, input_of(i, act), act.units[i], act.outputs[i + 1]);
    drop_output(i + 1);
    if (i + 1 == sizes_.tag_layer) tag(weights, act);
  }
  const Matrix& top = input_of(units_.size(), act);
  dependents_.forward(dense, top, act.dependents);
  leaky_relu_in_place(act.dependents);
  heads_.forward(dense, top, act.heads);
  leaky_relu_in_place(act.heads);
  if (dropout != nullptr) {
    drop(act.dependents, dropout->heads, dropout->random, act.dependents_mask);
    drop(act.heads, dropout->heads, dropout->random, act.heads_mask);
  }
  queries_.forward(dense, act.dependents, act.queries);
  act.distances.resize(top.rows(), distance_buckets);
  multiply(act.dependents.data(), distances_.in(dense), act.distances.data(), top.rows(),
           sizes_.arc_dim, distance_buckets, false);
  label_parts_.forward(dense, top, act.label_parts);
}

void Network::score_arcs(const Weights& weights, Activations& act, std::size_t begin,
                         std::size_t end, float* scores) const {
  const std::size_t words = end - begin, dim = sizes_.arc_dim;
  act.head_rows.resize(words + 1, dim);
  std::memcpy(act.head_rows.data(), root_head_.in(weights.dense.data()), dim * sizeof(float));
  std::memcpy(act.head_rows.row(1), act.heads.row(begin), words * dim * sizeof(float));
  multiply_transposed(act.queries.row(begin), act.head_rows.data(), scores, words, dim, words + 1,
                      false);
  for (std::size_t i = 0; i < words; ++i) {
    const float* by_distance = act.distances.row(begin + i);
    for (std::size_t j = 0; j <= words; ++j) {
      scores[i * (words + 1) + j] += by_distance[distance_bucket(i, j)];
    }
  }
}

void Network::label_hidden(const Weights& weights, std::span<const std::int32_t> heads,
                           Activations& act) const {
  const std::size_t dim = sizes_.label_dim;
  const float* root = root_label_.in(weights.dense.data());
  act.label_hidden.resize(heads.size(), dim);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const float* dependent = act.label_parts.row(i);
    const float* head =
        heads[i] < 0 ? root : act.label_parts.row(static_cast<std::size_t>(heads[i])) + dim;
    float* hidden = act.label_hidden.row(i);
    for (std::size_t k = 0; k < dim; ++k) hidden[k] = dependent[k] + head[k];
  }
  leaky_relu_in_place(act.label_hidden);
}

void Network::score_labels(const Weights& weights, std::span<const std::int32_t> heads,
                           Activations& act, Dropout* dropout) const {
  label_hidden(weights, heads, act);
  if (dropout != nullptr) {
    drop(act.label_hidden, dropout->heads, dropout->random, act.hidden_mask);
  }
  labels_.forward(weights.dense.data(), act.label_hidden, act.label_logits);
}

}  // namespace entente
