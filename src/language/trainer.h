// Training of the parser on a treebank. Nothing here knows a language: tags, features, labels and
// lemma scripts are those of the treebank.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "language/conllu.h"
#include "language/model.h"

namespace entente {

/// Shares of words right, 0 to 1. uas and las as usual, las without subtypes of labels.
struct ParserScores {
  std::size_t words = 0;
  double upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0;
};

struct TrainProgress {
  std::size_t epoch = 0, epochs = 0;  ///< epochs done, of how many
  double loss = 0;                    ///< per word in this epoch
  ParserScores dev;                   ///< words = 0 when there is no development set
};

struct TrainOptions {
  std::size_t epochs = 20;
  std::uint64_t seed = 1;
  std::size_t threads = 1;  ///< up to two are of use; the model is the same for any number
  std::size_t batch_words = 600;
  float learning_rate = 2e-3F;
  float dropout = 0.33F;  ///< share of values left out; less where there is much to learn from
  std::size_t least_count = 2;  ///< of a form with an embedding of its own
  // Of extra sentences, labelled by a machine:
  float extra_weight = 0.5F;  ///< of their words, beside 1 for those of gold; 0: no extra at all
  std::size_t extra_passes =
      4;                        ///< times through them, spread over the epochs before the last ones
  std::size_t gold_epochs = 4;  ///< the last ones, where there are extra sentences: gold alone
  std::size_t least_extra_count = 8;  ///< in them, of a form with an embedding of its own
  NetworkSizes sizes;  ///< what the treebank decides (forms, tags, labels) is filled in
  std::function<void(const TrainProgress&)> progress;  ///< after every epoch; may be empty
  std::function<void(const Sections&)> checkpoint;     ///< likewise
};

/// Sections of a model file. `dev` may hold no sentences; it only serves `progress`. Words count as
/// much as their confidence says, those of `extra` extra_weight times as much; tags, labels and
/// lemmas are those of `treebank`. Throws Error malformed when the treebank has no trees. The same
/// treebanks, options and machine type give the same bytes.
[[nodiscard]] Sections train_parser(const Conllu& treebank, const Conllu& dev,
                                    const TrainOptions& options,
                                    std::span<const Conllu> extra = {});

class Parser;
/// Parses the words of `gold` and compares.
[[nodiscard]] ParserScores evaluate_parser(const Parser& parser, const Conllu& gold);

}  // namespace entente
