// The network in use: its forward pass with packed weights, most of them integers, and what depends
// on a word's form alone remembered from one batch to the next.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/network.h"
#include "language/packed.h"
#include "language/quantized.h"

namespace entente {

class Inference {
 public:
  /// What a thread works with. Holds the words it met last.
  struct Buffers {
    Activations activations;
    Batch fresh;                            ///< words that were not remembered
    std::vector<std::uint32_t> fresh_rows;  ///< where they stand in the batch
    Matrix fresh_output, fresh_products;
    QuantizedRows quantized;  ///< what goes into the layer at hand
    Matrix script_inputs, script_logits;
    std::vector<std::uint64_t> remembered;  ///< per slot the hash of its form; 0: none
    Matrix remembered_output, remembered_products;
  };

  /// `forms` and `weights` must outlive it.
  Inference(const Network& network, const Weights& weights, const HashIndex& forms);

  /// Fills what Network::encode fills (but for embeddings and logits of lemma scripts), from the
  /// forms of the words of several sentences. A word's results depend on its sentence alone.
  void encode(std::span<const std::string_view> words, const Offsets& offsets,
              Buffers& buffers) const;
  void score_arcs(Buffers& buffers, std::size_t begin, std::size_t end, float* scores) const {
    network_.score_arcs(weights_, buffers.activations, begin, end, scores);
  }
  void score_labels(std::span<const std::int32_t> heads, Buffers& buffers) const;
  /// Logits of lemma scripts for some words of the batch, a row of script_logits each.
  void score_scripts(std::span<const std::uint32_t> rows, Buffers& buffers) const;

 private:
  void recall(std::span<const std::string_view> words, Buffers& buffers) const;
  void compute_fresh(std::span<const std::string_view> words, Buffers& buffers) const;
  void tag(Buffers& buffers) const;

  const Network& network_;
  const Weights& weights_;
  const HashIndex& forms_;
  /// What runs once per form stays in floats, as do small things; the rest is in integers.
  PackedMatrix input_, first_unit_, scripts_, tag_embeddings_, distances_, labels_;
  QuantizedMatrix tags_, dependents_, heads_, queries_, label_parts_;
  std::vector<QuantizedMatrix> upper_units_;
};

}  // namespace entente
