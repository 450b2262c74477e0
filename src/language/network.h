// The network: embeddings of hashed word features, bidirectional recurrent units, a tagger on one
// of the lower ones, and on the top a biaffine scorer of arcs (Dozat and Manning 2017) and a scorer
// of labels. Shared by the parser, which runs it forward, and the trainer.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"
#include "language/features.h"
#include "language/layers.h"

namespace entente {

/// The kinds of tags a word gets, in the order of the tagger's columns.
enum TagKind : std::size_t { tag_upos, tag_xpos, tag_feats, tag_script, tag_kinds };

/// All that fixes the shape of a network. Written into the model as it stands.
struct NetworkSizes {
  std::uint32_t forms = 1;  ///< with the unknown one
  std::uint32_t affix_rows = 1U << 14;
  std::uint32_t ngram_rows = 1U << 15;
  std::uint32_t form_dim = 128;
  std::uint32_t affix_dim = 32;
  std::uint32_t ngram_dim = 64;
  std::uint32_t units = 192;  ///< of a recurrent unit in each direction
  std::uint32_t layers = 3;
  std::uint32_t tag_layer =
      2;  ///< after which recurrent unit tags are read; its tags feed the next
  std::uint32_t arc_dim = 192;
  std::uint32_t label_dim = 128;
  std::array<std::uint32_t, tag_kinds> tags{};
  std::uint32_t labels = 1;
  [[nodiscard]] std::uint32_t embedded_dim() const {
    return form_dim + static_cast<std::uint32_t>(affix_count) * affix_dim + ngram_dim;
  }
  [[nodiscard]] std::uint32_t tag_columns() const;
};

/// The parameters: dense ones as the network lays them out, and three tables of embeddings.
struct Weights {
  std::vector<float> dense, forms, affixes, ngrams;
};

/// The gradient of an embedding table, of which a batch touches few rows.
struct TableGradient {
  std::vector<float> values;
  std::vector<std::uint32_t> rows;  ///< touched, in the order of first touch
  std::vector<std::uint8_t> touched;
  std::size_t dim = 0;
  void prepare(std::size_t row_count, std::size_t columns);
  float* row(std::uint32_t index);  ///< marks it touched
  void clear();                     ///< forgets the touched rows
};

struct Gradients {
  std::vector<float> dense;
  TableGradient forms, affixes, ngrams;
};

/// Words of several sentences, one after the other.
struct Batch {
  FeatureBatch features;
  Offsets offsets{0};
  void clear();
};

/// What training compares with; -1 leaves a word out. heads: 0 the root, else 1 + index in the
/// sentence.
struct Targets {
  std::array<std::vector<std::int32_t>, tag_kinds> tags;
  std::vector<std::int32_t> heads, labels;
  std::vector<float> tag_weights, tree_weights;  ///< how much a word counts; 1 for one of gold
  void clear();
};

/// What a forward pass computes, kept for a backward pass.
struct Activations {
  Matrix embedded;
  std::vector<Matrix> outputs;  ///< of the input layer, then of each unit
  std::vector<RecurrentUnit::State> units;
  Matrix tag_logits, tag_probabilities, mixed;
  Matrix dependents, heads, queries, distances;
  Matrix label_parts, label_hidden, label_logits;
  std::vector<float> scores;  ///< of arcs, sentence after sentence
  std::vector<std::size_t> score_begin;
  // Training only.
  Matrix embedded_mask, dependents_mask, heads_mask, hidden_mask;
  std::vector<Matrix> output_masks;  ///< a row per sentence
  std::array<Matrix, 8> temporary;
  Matrix head_rows, head_rows_gradient;
};

struct Dropout {
  float embedded = 0.3F, between = 0.33F, heads = 0.33F;
  Random random{0};
};

struct Losses {
  std::array<double, tag_kinds> tags{};
  double arcs = 0, labels = 0;
};

class Network {
 public:
  explicit Network(const NetworkSizes& sizes);
  [[nodiscard]] const NetworkSizes& sizes() const { return sizes_; }
  [[nodiscard]] std::size_t dense_size() const { return layout_.size(); }
  [[nodiscard]] Weights initial(std::uint64_t seed) const;
  void prepare(Gradients& gradients) const;

  /// Everything up to the ingredients of arc and label scores. Without `dropout` as in use.
  void encode(const Weights& weights, const Batch& batch, Activations& act, Dropout* dropout) const;
  /// The first column of a tag kind in tag_logits.
  [[nodiscard]] std::size_t tag_begin(std::size_t kind) const { return tag_begin_[kind]; }
  /// Scores of arcs among the words [begin, end) and from the root, as TreeDecoder takes them.
  void score_arcs(const Weights& weights, Activations& act, std::size_t begin, std::size_t end,
                  float* scores) const;
  /// Logits of labels for given heads: indices of words in the batch, -1 for the root.
  void score_labels(const Weights& weights, std::span<const std::int32_t> heads, Activations& act,
                    Dropout* dropout) const;
  /// A forward and a backward pass; adds to the gradients of the mean loss over `words`.
  Losses train(const Weights& weights, const Batch& batch, const Targets& targets,
               std::size_t words, Activations& act, Gradients& gradients, Dropout* dropout) const;

 private:
  friend class Inference;  // runs the same parts with packed weights
  void tag_probabilities(Activations& act) const;
  /// The hidden layer under the labels' logits.
  void label_hidden(const Weights& weights, std::span<const std::int32_t> heads,
                    Activations& act) const;
  void embed(const Weights& weights, const FeatureBatch& features, Matrix& out) const;
  void embed_backward(const FeatureBatch& features, const Matrix& gradient,
                      Gradients& gradients) const;
  void tag(const Weights& weights, Activations& act) const;
  [[nodiscard]] const Matrix& input_of(std::size_t unit, const Activations& act) const;
  double sentence_arcs_backward(const Weights& weights, std::size_t begin,
                                std::span<const std::int32_t> targets,
                                std::span<const float> counts, float scale, Activations& act,
                                Gradients& gradients) const;
  double arcs_backward(const Weights& weights, const Batch& batch, const Targets& targets,
                       float scale, Activations& act, Gradients& gradients, Matrix& top,
                       bool dropped) const;
  double labels_backward(const Weights& weights, const Targets& targets, float scale,
                         std::span<const std::int32_t> heads, Activations& act,
                         Gradients& gradients, Matrix& top, bool dropped) const;
  void tags_backward(const Weights& weights, Activations& act, Gradients& gradients,
                     Matrix& gradient) const;
  void encoder_backward(const Weights& weights, const Batch& batch, Activations& act,
                        Gradients& gradients, bool dropped) const;

  NetworkSizes sizes_;
  Layout layout_;
  Linear input_;
  std::vector<RecurrentUnit> units_;
  Linear tags_;
  Tensor tag_embeddings_;
  Linear dependents_, heads_, queries_;
  Tensor root_head_, distances_;
  Linear label_parts_;
  Tensor root_label_;
  Linear labels_;
  std::array<std::size_t, tag_kinds + 1> tag_begin_{};
};

}  // namespace entente
