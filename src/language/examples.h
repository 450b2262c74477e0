// A treebank as the trainer needs it: features and numbered targets of every sentence.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/conllu.h"
#include "language/model.h"
#include "language/random.h"
#include "language/trainer.h"

namespace entente {

/// How a sentence is rewritten for the sake of headlines and careless writers.
enum class Recasing { none, upper, lower, title };

class Examples {
 public:
  /// Numbers tags, labels, scripts and forms of the treebank into `model` and its sizes.
  Examples(const Conllu& treebank, const TrainOptions& options, ParserModel& model);
  [[nodiscard]] std::size_t size() const { return examples_.size(); }
  [[nodiscard]] std::size_t words(std::size_t example) const {
    return examples_[example].forms.size();
  }
  /// Appends an example to a batch, some of its forms made unknown, its capitals sometimes changed.
  void add(std::size_t example, Random& random, Batch& batch, Targets& targets) const;

 private:
  struct Example {
    std::vector<std::string_view> forms, lemmas;
    FeatureBatch features;
    Targets targets;
  };
  using Numbers = std::map<std::string, std::int32_t, std::less<>>;
  void number_all(const Conllu& treebank, std::size_t least_count, ParserModel& model);
  void learn_lexicon(const Conllu& treebank, ParserModel& model) const;
  void add_example(const Sentence& sentence);
  void add_recased(const Example& example, Recasing recasing, Batch& batch, Targets& targets) const;
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
};

}  // namespace entente
