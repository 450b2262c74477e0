// Treebanks as the trainer needs them: what is numbered, and features and targets of every
// sentence. These are worked out anew whenever a sentence is drawn: beside a step of training that
// costs nothing, and millions of words need not be held twice.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "language/conllu.h"
#include "language/model.h"
#include "language/trainer.h"

namespace entente {

/// How a sentence is rewritten for the sake of headlines and careless writers.
enum class Recasing { none, upper, lower, title };

class Examples {
 public:
  /// Numbers tags, labels, scripts and forms of the treebanks into `model` and its sizes: only
  /// frequent forms are taken from `extra`, all else from `gold`. Both must outlive the examples.
  Examples(const Conllu& gold, std::span<const Conllu> extra, const TrainOptions& options,
           ParserModel& model);
  [[nodiscard]] std::size_t gold_size() const { return gold_size_; }
  [[nodiscard]] std::size_t size() const { return examples_.size(); }  ///< those of gold first
  [[nodiscard]] std::size_t words(std::size_t example) const {
    return examples_[example].sentence->words.size();
  }
  /// Appends an example to a batch, some of its forms made unknown, its capitals sometimes changed,
  /// an extra one now and then cut to a headline.
  void add(std::size_t example, Random& random, Batch& batch, Targets& targets) const;

 private:
  struct Example {
    const Sentence* sentence;
    const std::vector<Confidence>* confidence;
  };
  using Numbers = std::map<std::string, std::int32_t, std::less<>>;
  void number_all(const Conllu& gold, ParserModel& model);
  void number_forms(const Conllu& gold, std::span<const Conllu> extra, const TrainOptions& options,
                    ParserModel& model);
  void learn_lexicon(const Conllu& gold, ParserModel& model) const;
  static void learn_lemmas(const Conllu& gold, std::span<const Conllu> extra, ParserModel& model);
  void take_sentences(const Conllu& treebank);
  void add_word(const Word& word, Recasing recasing, Batch& batch, Targets& targets) const;
  [[nodiscard]] std::int32_t script_number(std::string_view form, std::string_view lemma) const;
  /// The same as a class of the network's; -1 for those it does not tell apart.
  [[nodiscard]] std::int32_t script_class(std::string_view form, std::string_view lemma) const;
  void hide_forms(std::size_t begin, Random& random, FeatureBatch& features) const;

  Numbers xpos_, feats_, scripts_, labels_;
  std::int32_t script_classes_ = 0;
  std::vector<std::size_t> form_counts_;  ///< per number of a form
  HashIndex forms_;
  FeatureSizes feature_sizes_;
  std::vector<Example> examples_;
  std::size_t gold_size_ = 0;
  float extra_weight_;
};

}  // namespace entente
