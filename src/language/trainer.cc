// The training loop.
#include "language/trainer.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>

#include "entente/error.h"
#include "language/examples.h"
#include "language/kernels.h"
#include "language/optimiser.h"
#include "language/parser.h"

namespace entente {
namespace {

/// A batch is always cut into this many parts, whatever the number of threads, so that sums of
/// gradients are the same.
constexpr std::size_t shard_count = 2;
constexpr float largest_norm = 2.0F;
constexpr double warm_up = 0.02;  ///< share of training over which the rate rises

struct Shard {
  Batch batch;
  Targets targets;
  Activations activations;
  Gradients gradients;
  Losses losses;
};

double total(const Losses& losses) {
  double sum = losses.arcs + losses.labels;
  for (const double tag : losses.tags) sum += 0.5 * tag;
  return sum;
}

class Trainer {
 public:
  Trainer(const Conllu& treebank, const Conllu& dev, const TrainOptions& options,
          std::span<const Conllu> extra)
      : options_(options),
        dev_(dev),
        examples_(treebank, extra, options, with_sizes(options)),
        network_(model_.sizes),
        random_(options.seed) {
    model_.weights = network_.initial(random_.next());
    for (Shard& shard : shards_) network_.prepare(shard.gradients);
    gold_.resize(examples_.gold_size());
    std::iota(gold_.begin(), gold_.end(), std::size_t{0});
    extra_.resize(examples_.size() - gold_.size());
    std::iota(extra_.begin(), extra_.end(), gold_.size());
    all_words_ = words_of(gold_) * options.epochs + words_of(extra_) * options.extra_passes;
  }

  Sections run() {
    Optimiser optimiser(model_.weights);
    for (std::size_t epoch = 1; epoch <= options_.epochs; ++epoch) {
      deal_epoch(epoch);
      const double loss = run_epoch(optimiser);
      report(epoch, loss);
    }
    return to_sections(model_);
  }

 private:
  ParserModel& with_sizes(const TrainOptions& options) {
    model_.sizes = options.sizes;
    return model_;
  }

  [[nodiscard]] std::size_t words_of(const std::vector<std::size_t>& examples) const {
    return std::accumulate(
        examples.begin(), examples.end(), std::size_t{0},
        [this](std::size_t sum, std::size_t i) { return sum + examples_.words(i); });
  }

  void shuffle(std::vector<std::size_t>& order) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random_.below(i)]);
    }
  }

  /// The sentences of an epoch: all of gold and, before the last epochs, a share of the extra ones,
  /// so that all of these are passed as often as they should be.
  void deal_epoch(std::size_t epoch) {
    shuffle(gold_);
    order_ = gold_;
    if (extra_.empty()) return;
    const std::size_t last = std::max<std::size_t>(options_.epochs, options_.gold_epochs + 1);
    const std::size_t mixed = std::min(options_.epochs, last - options_.gold_epochs);
    const std::size_t draws = extra_.size() * options_.extra_passes;
    const std::size_t until = draws * std::min(epoch, mixed) / mixed;
    for (; extra_drawn_ < until; ++extra_drawn_) {
      const std::size_t at = extra_drawn_ % extra_.size();
      if (at == 0) shuffle(extra_);
      order_.push_back(extra_[at]);
    }
    shuffle(order_);
  }

  double run_epoch(Optimiser& optimiser) {
    double loss = 0.0;
    for (std::size_t at = 0; at < order_.size();) {
      at = fill_shards(at);
      loss += run_shards();
      for (std::size_t i = 1; i < shard_count; ++i) {
        merge(shards_[i].gradients, shards_[0].gradients);
      }
      optimiser.step(shards_[0].gradients, rate(), largest_norm, model_.weights);
    }
    return loss / static_cast<double>(words_of(order_));
  }

  /// Rises over the first steps, then falls to nothing along a line.
  [[nodiscard]] float rate() const {
    const double done = static_cast<double>(words_done_) / static_cast<double>(all_words_);
    const double factor = std::min(done / warm_up, std::max(0.02, 1.0 - done));
    return options_.learning_rate * static_cast<float>(factor);
  }

  /// Deals the next sentences out to the shards; returns the first one left.
  std::size_t fill_shards(std::size_t at) {
    for (Shard& shard : shards_) {
      shard.batch.clear();
      shard.targets.clear();
    }
    batch_words_ = 0;
    while (at < order_.size() && batch_words_ < options_.batch_words) {
      Shard& shard =
          *std::min_element(shards_.begin(), shards_.end(), [](const Shard& a, const Shard& b) {
            return a.batch.features.size() < b.batch.features.size();
          });
      examples_.add(order_[at], random_, shard.batch, shard.targets);
      batch_words_ += examples_.words(order_[at++]);
    }
    words_done_ += batch_words_;
    return at;
  }

  double run_shards() {
    std::array<std::uint64_t, shard_count> seeds{};
    for (std::uint64_t& seed : seeds) seed = random_.next();
    const auto run = [&](std::size_t i) {
      Shard& shard = shards_[i];
      shard.losses = {};
      if (shard.batch.features.size() == 0) return;
      Dropout dropout;
      dropout.embedded = dropout.between = dropout.heads = options_.dropout;
      dropout.random = Random(seeds[i]);
      shard.losses = network_.train(model_.weights, shard.batch, shard.targets, batch_words_,
                                    shard.activations, shard.gradients, &dropout);
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < shard_count; ++i) {
      if (options_.threads > 1) {
        threads.emplace_back(run, i);
      } else {
        run(i);
      }
    }
    run(0);
    for (std::thread& thread : threads) thread.join();
    double loss = 0.0;
    for (const Shard& shard : shards_) loss += total(shard.losses);
    return loss;
  }

  void report(std::size_t epoch, double loss) {
    if (!options_.progress && !options_.checkpoint) return;
    const Sections sections = to_sections(model_);
    if (options_.checkpoint) options_.checkpoint(sections);
    if (!options_.progress) return;
    TrainProgress progress{epoch, options_.epochs, loss, {}};
    if (!dev_.analysis.sentences.empty()) {
      ArchiveWriter writer;
      for (const auto& [name, bytes] : sections) writer.add(name, bytes);
      const Archive archive = Archive::from_bytes(writer.bytes(), "training");
      progress.dev = evaluate_parser(Parser(archive), dev_);
    }
    options_.progress(progress);
  }

  TrainOptions options_;
  const Conllu& dev_;
  ParserModel model_;
  Examples examples_;
  Network network_;
  Random random_;
  std::array<Shard, shard_count> shards_;
  std::vector<std::size_t> gold_, extra_, order_;  ///< numbers of examples; order_ an epoch's
  std::size_t extra_drawn_ = 0;                    ///< in all epochs so far
  std::size_t all_words_ = 0, words_done_ = 0, batch_words_ = 0;
};

std::string_view without_subtype(std::string_view label) {
  return label.substr(0, label.find(':'));
}

}  // namespace

Sections train_parser(const Conllu& treebank, const Conllu& dev, const TrainOptions& options,
                      std::span<const Conllu> extra) {
  use_one_blas_thread();
  const bool wanted = options.extra_weight > 0.0F && options.extra_passes > 0;
  return Trainer(treebank, dev, options, wanted ? extra : std::span<const Conllu>()).run();
}

ParserScores evaluate_parser(const Parser& parser, const Conllu& gold) {
  std::vector<Sentence> parsed = gold.analysis.sentences;
  StringArena strings;
  const Parser::ScratchPtr scratch = parser.make_scratch();
  parser.parse(parsed, strings, *scratch);
  ParserScores scores;
  for (std::size_t s = 0; s < parsed.size(); ++s) {
    for (std::size_t i = 0; i < parsed[s].words.size(); ++i) {
      const Word& found = parsed[s].words[i];
      const Word& right = gold.analysis.sentences[s].words[i];
      const bool attached = found.head == right.head;
      ++scores.words;
      scores.upos += found.upos == right.upos ? 1 : 0;
      scores.xpos += found.xpos == right.xpos ? 1 : 0;
      scores.feats += found.feats == right.feats ? 1 : 0;
      scores.lemma += found.lemma == right.lemma ? 1 : 0;
      scores.uas += attached ? 1 : 0;
      scores.las +=
          attached && without_subtype(found.deprel) == without_subtype(right.deprel) ? 1 : 0;
    }
  }
  const auto words = static_cast<double>(std::max<std::size_t>(scores.words, 1));
  for (double* score :
       {&scores.upos, &scores.xpos, &scores.feats, &scores.lemma, &scores.uas, &scores.las}) {
    *score /= words;
  }
  return scores;
}

}  // namespace entente
