// Forward passes without a thought of going back.
#include "language/inference.h"

#include <cstring>

#include "language/distance.h"
#include "language/kernels.h"

namespace entente {
namespace {

/// Words remembered per thread; each costs about 6 KiB in a network of the usual size.
constexpr std::size_t slots = 4096;

/// The columns [begin, end) of a layer.
template <typename Packed>
Packed pack(const Linear& layer, const Weights& weights, std::size_t begin, std::size_t end) {
  const float* dense = weights.dense.data();
  return {layer.weight.in(dense) + begin, layer.bias.in(dense) + begin, layer.weight.rows,
          end - begin, layer.weight.cols};
}

template <typename Packed>
Packed pack(const Linear& layer, const Weights& weights) {
  return pack<Packed>(layer, weights, 0, layer.weight.cols);
}

template <typename Packed>
Packed pack(const Tensor& tensor, const Weights& weights) {
  return {tensor.in(weights.dense.data()), nullptr, tensor.rows, tensor.cols, tensor.cols};
}

void multiply(const PackedMatrix& weights, const Matrix& x, Matrix& y) {
  y.resize(x.rows(), weights.outputs());
  weights.multiply(x.data(), x.rows(), y.data());
}

void multiply(const QuantizedMatrix& weights, const QuantizedRows& x, Matrix& y) {
  y.resize(x.rows(), weights.outputs());
  weights.multiply(x, y.data());
}

void copy_row(const Matrix& from, std::size_t from_row, Matrix& to, std::size_t to_row) {
  std::memcpy(to.row(to_row), from.row(from_row), from.cols() * sizeof(float));
}

}  // namespace

Inference::Inference(const Network& network, const Weights& weights, const HashIndex& forms)
    : network_(network),
      weights_(weights),
      forms_(forms),
      input_(pack<PackedMatrix>(network.input_, weights)),
      first_unit_(pack<PackedMatrix>(network.units_[0].weight, weights)),
      scripts_(pack<PackedMatrix>(network.tags_, weights, network.tag_begin(tag_script),
                                  network.tag_begin(tag_kinds))),
      tag_embeddings_(pack<PackedMatrix>(network.tag_embeddings_, weights)),
      distances_(pack<PackedMatrix>(network.distances_, weights)),
      labels_(pack<PackedMatrix>(network.labels_, weights)),
      tags_(pack<QuantizedMatrix>(network.tags_, weights, 0, network.tag_begin(tag_script))),
      dependents_(pack<QuantizedMatrix>(network.dependents_, weights)),
      heads_(pack<QuantizedMatrix>(network.heads_, weights)),
      queries_(pack<QuantizedMatrix>(network.queries_, weights)),
      label_parts_(pack<QuantizedMatrix>(network.label_parts_, weights)) {
  for (std::size_t i = 1; i < network.units_.size(); ++i) {
    upper_units_.push_back(pack<QuantizedMatrix>(network.units_[i].weight, weights));
  }
}

void Inference::encode(std::span<const std::string_view> words, const Offsets& offsets,
                       Buffers& buffers) const {
  Activations& act = buffers.activations;
  QuantizedRows& quantized = buffers.quantized;
  const NetworkSizes& sizes = network_.sizes();
  act.outputs.resize(sizes.layers + 1);
  act.units.resize(sizes.layers);
  recall(words, buffers);
  compute_fresh(words, buffers);
  for (std::size_t i = 0; i < sizes.layers; ++i) {
    const Matrix& input = network_.input_of(i, act);
    if (i > 0) {
      quantized.assign(input);
      multiply(upper_units_[i - 1], quantized, act.units[i].products);
    }
    network_.units_[i].scan(weights_.dense.data(), offsets, input, act.units[i],
                            act.outputs[i + 1]);
    if (i + 1 == sizes.tag_layer) tag(buffers);
  }
  quantized.assign(network_.input_of(sizes.layers, act));
  multiply(dependents_, quantized, act.dependents);
  leaky_relu_in_place(act.dependents);
  multiply(heads_, quantized, act.heads);
  leaky_relu_in_place(act.heads);
  multiply(label_parts_, quantized, act.label_parts);
  quantized.assign(act.dependents);
  multiply(queries_, quantized, act.queries);
  multiply(distances_, act.dependents, act.distances);
}

/// Copies what is known of words met before, and notes the others.
void Inference::recall(std::span<const std::string_view> words, Buffers& buffers) const {
  const std::size_t wide = input_.outputs(), products = first_unit_.outputs();
  if (buffers.remembered.empty()) {
    buffers.remembered.assign(slots, 0);
    buffers.remembered_output.resize(slots, wide);
    buffers.remembered_products.resize(slots, products);
  }
  buffers.fresh.clear();
  buffers.fresh_rows.clear();
  Activations& act = buffers.activations;
  act.outputs[0].resize(words.size(), wide);
  act.units[0].products.resize(words.size(), products);
  const FeatureSizes sizes{network_.sizes().affix_rows, network_.sizes().ngram_rows};
  for (std::size_t row = 0; row < words.size(); ++row) {
    const std::uint64_t hash = hash_of(words[row]);
    if (buffers.remembered[hash % slots] == hash) {
      copy_row(buffers.remembered_output, hash % slots, act.outputs[0], row);
      copy_row(buffers.remembered_products, hash % slots, act.units[0].products, row);
    } else {
      add_features(words[row], forms_, sizes, buffers.fresh.features);
      buffers.fresh_rows.push_back(static_cast<std::uint32_t>(row));
    }
  }
}

void Inference::compute_fresh(std::span<const std::string_view> words, Buffers& buffers) const {
  if (buffers.fresh_rows.empty()) return;
  Activations& act = buffers.activations;
  network_.embed(weights_, buffers.fresh.features, act.embedded);
  multiply(input_, act.embedded, buffers.fresh_output);
  leaky_relu_in_place(buffers.fresh_output);
  multiply(first_unit_, buffers.fresh_output, buffers.fresh_products);
  for (std::size_t i = 0; i < buffers.fresh_rows.size(); ++i) {
    const std::size_t row = buffers.fresh_rows[i];
    const std::uint64_t hash = hash_of(words[row]);
    copy_row(buffers.fresh_output, i, act.outputs[0], row);
    copy_row(buffers.fresh_products, i, act.units[0].products, row);
    copy_row(buffers.fresh_output, i, buffers.remembered_output, hash % slots);
    copy_row(buffers.fresh_products, i, buffers.remembered_products, hash % slots);
    buffers.remembered[hash % slots] = hash;
  }
}

void Inference::tag(Buffers& buffers) const {
  Activations& act = buffers.activations;
  const Matrix& from = act.outputs[network_.sizes().tag_layer];
  buffers.quantized.assign(from);
  multiply(tags_, buffers.quantized, act.tag_logits);
  network_.tag_probabilities(act);
  multiply(tag_embeddings_, act.tag_probabilities, act.mixed);
  add_scaled(from.data(), 1.0F, act.mixed.data(), from.size());
}

void Inference::score_scripts(std::span<const std::uint32_t> rows, Buffers& buffers) const {
  const Matrix& from = buffers.activations.outputs[network_.sizes().tag_layer];
  buffers.script_inputs.resize(rows.size(), from.cols());
  for (std::size_t i = 0; i < rows.size(); ++i) copy_row(from, rows[i], buffers.script_inputs, i);
  multiply(scripts_, buffers.script_inputs, buffers.script_logits);
}

void Inference::score_labels(std::span<const std::int32_t> heads, Buffers& buffers) const {
  network_.label_hidden(weights_, heads, buffers.activations);
  multiply(labels_, buffers.activations.label_hidden, buffers.activations.label_logits);
}

}  // namespace entente
