// Numbering of a treebank's strings, and the examples that training draws from it.
#include "language/examples.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

constexpr std::size_t longest_sentence = 300;  ///< that is learnt from
constexpr float upper_rate = 0.03F, lower_rate = 0.02F, title_rate = 0.02F;
constexpr double lexicon_share = 0.9;  ///< of a form's occurrences for a lemma learnt by heart

/// Of extra sentences these are written as headlines are, without articles and forms of "be".
constexpr float headline_rate = 0.04F;
constexpr std::size_t least_lemma_count = 2;  ///< in extra sentences, of a lemma that is a form too
constexpr float least_lemma_confidence = 0.8F;

/// Every word has a relation, and one of them is the root.
bool has_tree(const Sentence& sentence) {
  const auto& words = sentence.words;
  const auto root = [](const Word& word) { return word.head < 0; };
  return std::none_of(words.begin(), words.end(),
                      [](const Word& word) { return word.deprel.empty(); }) &&
         std::count_if(words.begin(), words.end(), root) == 1;
}

using Counts = std::map<std::string, std::size_t, std::less<>>;

void count(Counts& counts, std::string_view text) {
  const auto found = counts.find(text);
  if (found != counts.end()) {
    ++found->second;
  } else {
    counts.emplace(text, 1);
  }
}

/// Strings seen at least `least` times, the frequent first.
std::vector<std::string> by_frequency(const Counts& counts, std::size_t least) {
  std::vector<std::pair<std::string, std::size_t>> all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> out;
  for (auto& [text, times] : all) {
    if (times >= least || out.empty()) out.push_back(std::move(text));
  }
  if (out.empty()) out.emplace_back();
  return out;
}

std::string upper(std::string_view text, bool first_only) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const bool change = !first_only || at == 0;
    append(out, change ? static_cast<char32_t>(
                             utf8proc_toupper(static_cast<utf8proc_int32_t>(decoded.code)))
                       : decoded.code);
    at += decoded.size;
  }
  return out;
}

/// Articles, copulas and auxiliaries of the passive. Universal Dependencies names them alike in
/// every language.
bool left_out_of_headlines(const Word& word) {
  return (word.deprel == "det" && word.feats.find("PronType=Art") != std::string_view::npos) ||
         word.deprel == "cop" || word.deprel == "aux:pass";
}

/// For each word its place in the sentence as it is learnt, -1 where it is left out: in headlines
/// words that nothing hangs on.
std::vector<std::int32_t> places_in(const Sentence& sentence, bool headline) {
  std::vector<std::int32_t> places(sentence.words.size(), 0);
  if (headline) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (left_out_of_headlines(sentence.words[i])) places[i] = -1;
    }
    for (const Word& word : sentence.words) {
      if (word.head >= 0) places[static_cast<std::size_t>(word.head)] = 0;
    }
  }
  std::int32_t next = 0;
  for (std::int32_t& place : places) {
    if (place == 0) place = next++;
  }
  return places;
}

std::string recased(std::string_view form, Recasing recasing) {
  switch (recasing) {
    case Recasing::upper:
      return upper(form, false);
    case Recasing::lower:
      return lower(form);
    case Recasing::title:
      return upper(form, true);
    case Recasing::none:
      break;
  }
  return std::string(form);
}

template <typename Numbers>
std::int32_t number_of(const Numbers& numbers, std::string_view text) {
  const auto found = numbers.find(text);
  return found == numbers.end() ? -1 : found->second;
}

template <typename Numbers>
void number(const std::vector<std::string>& list, Numbers& numbers) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    numbers.emplace(list[i], static_cast<std::int32_t>(i));
  }
}

}  // namespace

Examples::Examples(const Conllu& gold, std::span<const Conllu> extra, const TrainOptions& options,
                   ParserModel& model)
    : extra_weight_(options.extra_weight) {
  number_all(gold, model);
  number_forms(gold, extra, options, model);
  learn_lexicon(gold, model);
  learn_lemmas(gold, extra, model);
  forms_ = HashIndex(model.forms);
  feature_sizes_ = {model.sizes.affix_rows, model.sizes.ngram_rows};
  take_sentences(gold);
  gold_size_ = examples_.size();
  for (const Conllu& treebank : extra) take_sentences(treebank);
  if (gold_size_ == 0) {
    throw Error(ErrorKind::malformed, "the treebank has no trees to learn from",
                {gold.analysis.document->id, 0, 0});
  }
}

void Examples::take_sentences(const Conllu& treebank) {
  for (std::size_t i = 0; i < treebank.sentences.size(); ++i) {
    const Sentence& sentence = treebank.analysis.sentences[i];
    if (sentence.words.size() > longest_sentence || !has_tree(sentence)) continue;
    examples_.push_back({&sentence, &treebank.sentences[i].confidence});
  }
}

void Examples::number_all(const Conllu& gold, ParserModel& model) {
  Counts xpos, feats, scripts, labels;
  for (const Sentence& sentence : gold.analysis.sentences) {
    for (const Word& word : sentence.words) {
      count(xpos, word.xpos);
      count(feats, word.feats);
      count(scripts, EditScript::between(word.form, word.lemma).describe());
      count(labels, word.deprel);
    }
  }
  model.xpos = by_frequency(xpos, 1);
  model.feats = by_frequency(feats, 1);
  // All scripts serve the lexicon; the network is asked for those that occur more than once.
  model.scripts = by_frequency(scripts, 1);
  model.labels = by_frequency(labels, 1);
  number(model.xpos, xpos_);
  number(model.feats, feats_);
  number(model.scripts, scripts_);
  number(model.labels, labels_);
  const auto size_of = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  constexpr std::uint32_t upos_tags = 17;
  model.sizes.tags = {upos_tags, size_of(model.xpos), size_of(model.feats),
                      size_of(by_frequency(scripts, 2))};
  script_classes_ = static_cast<std::int32_t>(model.sizes.tags[tag_script]);
  model.sizes.labels = size_of(model.labels);
}

/// A form gets an embedding of its own when it is frequent enough in either kind of treebank.
void Examples::number_forms(const Conllu& gold, std::span<const Conllu> extra,
                            const TrainOptions& options, ParserModel& model) {
  Counts in_gold, in_extra, in_both;
  for (const Sentence& sentence : gold.analysis.sentences) {
    for (const Word& word : sentence.words) count(in_gold, lower(word.form));
  }
  for (const Conllu& treebank : extra) {
    for (const Sentence& sentence : treebank.analysis.sentences) {
      for (const Word& word : sentence.words) count(in_extra, lower(word.form));
    }
  }
  for (const auto& [form, times] : in_gold) {
    if (times >= options.least_count) in_both.emplace(form, times);
  }
  for (const auto& [form, times] : in_extra) {
    const auto known = in_gold.find(form);
    const std::size_t all = times + (known == in_gold.end() ? 0 : known->second);
    if (times >= options.least_extra_count || in_both.contains(form)) in_both[form] = all;
  }
  form_counts_.assign(1, 0);
  for (const std::string& form : by_frequency(in_both, 1)) {
    model.forms.push_back(hash_of(form));
    const auto found = in_both.find(form);
    form_counts_.push_back(found == in_both.end() ? 0 : found->second);
  }
  model.sizes.forms = static_cast<std::uint32_t>(model.forms.size()) + 1;
}

void Examples::learn_lexicon(const Conllu& gold, ParserModel& model) const {
  std::map<std::uint64_t, std::map<std::int32_t, std::size_t>> seen;
  for (const Sentence& sentence : gold.analysis.sentences) {
    for (const Word& word : sentence.words) {
      const auto key = Lexicon::key(word.form, static_cast<std::size_t>(word.upos));
      ++seen[key][script_number(word.form, word.lemma)];
    }
  }
  for (const auto& [key, scripts] : seen) {
    std::size_t total = 0, most = 0;
    std::int32_t best = -1;
    for (const auto& [script, times] : scripts) {
      total += times;
      if (times > most) {
        most = times;
        best = script;
      }
    }
    if (best < 0 || static_cast<double>(most) < lexicon_share * static_cast<double>(total)) {
      continue;
    }
    model.lexicon.keys.push_back(key);
    model.lexicon.scripts.push_back(static_cast<std::uint32_t>(best));
  }
}

/// Lemmas that a word may be given with confidence: those of gold and, since a machine's lemma may
/// be no word at all, those of the extra sentences that were also met as forms.
void Examples::learn_lemmas(const Conllu& gold, std::span<const Conllu> extra, ParserModel& model) {
  for (const Sentence& sentence : gold.analysis.sentences) {
    for (const Word& word : sentence.words) model.lemmas.push_back(hash_of(word.lemma));
  }
  Counts counts;
  for (const Conllu& treebank : extra) {
    for (std::size_t i = 0; i < treebank.sentences.size(); ++i) {
      const std::vector<Word>& words = treebank.analysis.sentences[i].words;
      const std::vector<Confidence>& sure = treebank.sentences[i].confidence;
      for (std::size_t w = 0; w < words.size(); ++w) {
        if (!sure.empty() && sure[w].tags < least_lemma_confidence) continue;
        if (words[w].lemma == words[w].form) count(counts, words[w].lemma);
      }
    }
  }
  for (const auto& [lemma, times] : counts) {
    if (times >= least_lemma_count) model.lemmas.push_back(hash_of(lemma));
  }
  std::sort(model.lemmas.begin(), model.lemmas.end());
  model.lemmas.erase(std::unique(model.lemmas.begin(), model.lemmas.end()), model.lemmas.end());
}

std::int32_t Examples::script_number(std::string_view form, std::string_view lemma) const {
  return number_of(scripts_, EditScript::between(form, lemma).describe());
}

std::int32_t Examples::script_class(std::string_view form, std::string_view lemma) const {
  const std::int32_t script = script_number(form, lemma);
  return script < script_classes_ ? script : -1;
}

void Examples::add(std::size_t index, Random& random, Batch& batch, Targets& targets) const {
  const Example& example = examples_[index];
  const float chance = random.uniform();
  Recasing recasing = Recasing::none;
  if (chance < upper_rate) {
    recasing = Recasing::upper;
  } else if (chance < upper_rate + lower_rate) {
    recasing = Recasing::lower;
  } else if (chance < upper_rate + lower_rate + title_rate) {
    recasing = Recasing::title;
  }
  const std::size_t begin = batch.features.size();
  const bool gold = index < gold_size_;
  const float weight = gold ? 1.0F : extra_weight_;
  const bool headline = !gold && random.uniform() < headline_rate;
  const std::vector<std::int32_t> places = places_in(*example.sentence, headline);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] < 0) continue;
    const Word& word = example.sentence->words[i];
    add_word(word, recasing, batch, targets);
    targets.heads.push_back(word.head < 0 ? 0 : places[static_cast<std::size_t>(word.head)] + 1);
    const Confidence sure = example.confidence->empty() ? Confidence{} : (*example.confidence)[i];
    targets.tag_weights.push_back(weight * sure.tags);
    targets.tree_weights.push_back(weight * sure.tree);
  }
  hide_forms(begin, random, batch.features);
  batch.offsets.push_back(static_cast<std::uint32_t>(batch.features.size()));
}

void Examples::add_word(const Word& word, Recasing recasing, Batch& batch, Targets& targets) const {
  std::string changed;
  std::string_view form = word.form;
  if (recasing != Recasing::none) form = changed = recased(form, recasing);
  add_features(form, forms_, feature_sizes_, batch.features);
  targets.tags[tag_upos].push_back(static_cast<std::int32_t>(word.upos));
  targets.tags[tag_xpos].push_back(number_of(xpos_, word.xpos));
  targets.tags[tag_feats].push_back(number_of(feats_, word.feats));
  targets.tags[tag_script].push_back(script_class(form, word.lemma));
  targets.labels.push_back(number_of(labels_, word.deprel));
}

/// Rare forms are made unknown more often, so that the network learns to do without.
void Examples::hide_forms(std::size_t begin, Random& random, FeatureBatch& features) const {
  for (std::size_t i = begin; i < features.size(); ++i) {
    const auto times = static_cast<float>(form_counts_[features.forms[i]]);
    if (random.uniform() < 1.0F / (1.0F + times)) features.forms[i] = 0;
  }
}

}  // namespace entente
