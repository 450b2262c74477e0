// entente train: the language model out of treebanks.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/archive.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/terminal.h"
#include "language/trainer.h"
#include "text/segmenter.h"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> treebanks, extra;
  std::string output, dev;
  std::string parser;  ///< a model whose parser is taken over instead of training one
  TrainOptions training;
  SharedOptions shared;  ///< where the language's data are
};

/// One treebank out of several files; each is read on its own first, so that a mistake is named by
/// its file.
Conllu read_treebanks(const std::vector<std::string>& files) {
  if (files.size() == 1) return read_conllu(*open_source(files.front()));
  std::string all;
  for (const std::string& file : files) {
    (void)read_conllu(*open_source(file));
    all += read_file(file) + "\n\n";
  }
  return read_conllu(*source_of(all, "treebanks"));
}

void append_tokens(SegmentedText& text, const Sentence& sentence, std::uint32_t base) {
  const std::vector<Word>& words = sentence.words;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t count = std::max<std::size_t>(words[i].token_words, 1);
    const std::size_t end = std::min(i + count, words.size());
    SegmentedText::Token token;
    token.span = {words[i].span.begin - base, words[i].span.end - base};
    for (; i < end; ++i) {
      token.span.end = std::max(token.span.end, words[i].span.end - base);
      token.words.emplace_back(words[i].form);
    }
    text.tokens.push_back(std::move(token));
  }
}

/// The documents of a treebank as the segmenter learns from them.
std::vector<SegmentedText> texts_of(const Conllu& treebank) {
  const std::string& all = treebank.analysis.document->text;
  std::vector<SegmentedText> texts;
  std::uint32_t base = 0;
  for (std::size_t i = 0; i < treebank.sentences.size(); ++i) {
    const Sentence& sentence = treebank.analysis.sentences[i];
    if (texts.empty() || treebank.sentences[i].new_document) {
      texts.emplace_back();
      base = sentence.span.begin;
    }
    SegmentedText& text = texts.back();
    text.text = all.substr(base, sentence.span.end - base);
    text.sentences.push_back({sentence.span.begin - base, sentence.span.end - base});
    append_tokens(text, sentence, base);
  }
  return texts;
}

/// From every data folder that has some for the language; a language without any is learnt without.
std::vector<Abbreviation> abbreviations_of(const SharedOptions& options) {
  std::vector<Abbreviation> all;
  for (const std::string& dir : data_dirs(options)) {
    const std::string path = dir + "/" + options.language + "/segmentation/abbreviations.txt";
    if (!std::filesystem::exists(path)) continue;
    const std::vector<Abbreviation> some = read_abbreviations(path);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

void show(const TrainProgress& progress, Console& console) {
  std::string line =
      fmt::format("epoch {}/{}: loss {:.4f}", progress.epoch, progress.epochs, progress.loss);
  if (progress.dev.words > 0) {
    line +=
        fmt::format(", dev UPOS {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}", 100 * progress.dev.upos,
                    100 * progress.dev.lemma, 100 * progress.dev.uas, 100 * progress.dev.las);
  }
  console.note(line);
}

TrainOptions train_options(const Options& options, Console& console) {
  TrainOptions training = options.training;
  if (options.shared.threads > 0) {
    training.threads = options.shared.threads;
  } else {
    training.threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 2);
  }
  training.progress = [&console](const TrainProgress& progress) { show(progress, console); };
  return training;
}

std::vector<std::byte> bytes_of(const std::string& text) {
  const auto* data = reinterpret_cast<const std::byte*>(text.data());
  return {data, data + text.size()};
}

/// What the model was made of; the same for the same command.
std::string about(const Options& options) {
  std::string text = "entente " ENTENTE_VERSION "\n";
  for (const std::string& file : options.treebanks) {
    text += "treebank " + std::filesystem::path(file).filename().string() + "\n";
  }
  const TrainOptions& training = options.training;
  text += fmt::format("epochs {}\nseed {}\ndropout {}\nbatch-words {}\nunits {}\nlayers {}\n",
                      training.epochs, training.seed, training.dropout, training.batch_words,
                      training.sizes.units, training.sizes.layers);
  for (const std::string& file : options.extra) {
    text += "extra " + std::filesystem::path(file).filename().string() + "\n";
  }
  if (options.extra.empty()) return text;
  return text + fmt::format("extra-weight {}\nextra-passes {}\ngold-epochs {}\n",
                            training.extra_weight, training.extra_passes, training.gold_epochs);
}

/// Everything of another model but its segmenter; its "about" says what the parser was made of.
void take_parser(const std::string& path, ArchiveWriter& model) {
  const Archive other = Archive::open(path);
  for (const std::string& name : other.names()) {
    if (name == "segmenter") continue;
    const std::span<const std::byte> section = other.section(name);
    model.add(name, {section.begin(), section.end()});
  }
}

void train(const Options& options, Console& console) {
  const Conllu treebank = read_treebanks(options.treebanks);
  const Conllu dev = options.dev.empty() ? read_conllu(*source_of("", "no dev set"))
                                         : read_conllu(*open_source(options.dev));
  std::vector<Conllu> extra;
  for (const std::string& file : options.extra) extra.push_back(read_conllu(*open_source(file)));
  const std::vector<Abbreviation> abbreviations = abbreviations_of(options.shared);
  ArchiveWriter model;
  if (options.parser.empty()) model.add("about", bytes_of(about(options)));
  console.note(fmt::format("{} sentences and {} abbreviations; training the segmenter",
                           treebank.sentences.size(), abbreviations.size()));
  model.add("segmenter", train_segmenter(texts_of(treebank), options.training.seed, abbreviations));
  if (!options.parser.empty()) {
    take_parser(options.parser, model);
    model.write(options.output);
    return;
  }
  console.note("training the parser");
  const TrainOptions training = train_options(options, console);
  for (auto& [name, bytes] : train_parser(treebank, dev, training, extra)) {
    model.add(name, std::move(bytes));
  }
  model.write(options.output);
}

int run(const Options& options) {
  Console console;
  try {
    train(options, console);
  } catch (const Error& error) {
    console.error(error);
    return status_unread;
  }
  return status_done;
}

void add_extra_options(CLI::App& command, Options& options) {
  TrainOptions& training = options.training;
  command
      .add_option("--extra", options.extra,
                  "sentences labelled by a machine, in CoNLL-U, to learn from beside the "
                  "treebanks; MISC Conf= and TagConf= say how sure it was of each word")
      ->type_name("FILE");
  command
      .add_option("--extra-weight", training.extra_weight, "what a word of these counts beside 1")
      ->type_name("SHARE")
      ->check(CLI::Range(0.0, 10.0))
      ->capture_default_str();
  command
      .add_option("--extra-passes", training.extra_passes,
                  "times through these, spread over the epochs")
      ->type_name("N")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  command
      .add_option("--gold-epochs", training.gold_epochs,
                  "of the epochs the last ones, without these")
      ->type_name("N")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
}

void add_training_options(CLI::App& command, Options& options) {
  command
      .add_option("--parser", options.parser,
                  "train the segmenter alone and take the parser from this model")
      ->type_name("MODEL")
      ->check(CLI::ExistingFile);
  command.add_option("--dev", options.dev, "a treebank to report progress on")->type_name("FILE");
  command.add_option("--epochs", options.training.epochs, "times through the treebanks")
      ->type_name("N")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  command.add_option("--seed", options.training.seed, "of the random numbers")
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--threads", options.shared.threads,
                  "threads; 0, the default, is up to two. The model does not depend on it")
      ->type_name("N")
      ->check(CLI::Range(0, 1024));
}

void add_rate_options(CLI::App& command, TrainOptions& training) {
  command
      .add_option("--dropout", training.dropout,
                  "share of values left out in training; less where there is much to learn from")
      ->type_name("SHARE")
      ->check(CLI::Range(0.0, 0.9))
      ->capture_default_str();
  command.add_option("--batch-words", training.batch_words, "words of a step")
      ->type_name("N")
      ->check(CLI::Range(50, 100000))
      ->capture_default_str();
}

/// The network's size; all else about its shape follows from it or from the treebank.
void add_size_options(CLI::App& command, NetworkSizes& sizes) {
  command
      .add_option("--units", sizes.units,
                  "of a layer in each direction; time and the model's size grow with their square")
      ->type_name("N")
      ->check(CLI::Range(8, 4096))
      ->capture_default_str();
  command.add_option("--layers", sizes.layers, "recurrent layers")
      ->type_name("N")
      ->check(CLI::Range(2, 16))
      ->capture_default_str();
}

}  // namespace

void add_train(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("train", "train the language model on treebanks");
  command.add_option("TREEBANK", options->treebanks, "treebanks in CoNLL-U")->required();
  command.add_option("-o,--output", options->output, "the model file to write")
      ->type_name("MODEL")
      ->required();
  add_training_options(command, *options);
  add_extra_options(command, *options);
  add_rate_options(command, options->training);
  add_size_options(command, options->training.sizes);
  add_data_options(command, options->shared);
  command.footer(
      "The abbreviations in segmentation/abbreviations.txt of the language's folder go into the\n"
      "model; a language without such a folder is learnt from its treebanks alone.\n\n"
      "Example:\n"
      "  entente train en_ewt-ud-train.conllu --dev en_ewt-ud-dev.conllu -o english.entente\n"
      "  entente train de_gsd-ud-train.conllu --language german -o german.entente");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
