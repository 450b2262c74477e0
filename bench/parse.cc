// The language engine in one table: accuracy on a treebank with its words given, names, speed on
// one core from tokens to trees, start-up time, size of the model, peak memory.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "base/archive.h"
#include "clock.h"
#include "language/conllu.h"
#include "language/names.h"
#include "language/parser.h"
#include "language/trainer.h"
#include "record/analysis.h"
#include "text/reader.h"
#include "text/segmenter.h"

namespace {

using bench::Clock, bench::peak_megabytes, bench::seconds_since;

struct NameCounts {
  std::size_t wanted = 0, found = 0, right = 0, heads_right = 0;
};

/// Names of the parse against those that the treebank's own tags and trees make.
NameCounts compare_names(const entente::Parser& parser, const entente::Conllu& gold) {
  std::vector<entente::Sentence> parsed = gold.analysis.sentences;
  entente::StringArena strings;
  const auto scratch = parser.make_scratch();
  parser.parse(parsed, strings, *scratch);
  NameCounts counts;
  for (std::size_t s = 0; s < parsed.size(); ++s) {
    const auto wanted = entente::find_names(gold.analysis.sentences[s]);
    const auto found = entente::find_names(parsed[s]);
    counts.wanted += wanted.size();
    counts.found += found.size();
    for (const entente::NamePhrase& name : found) {
      const auto same = std::find_if(wanted.begin(), wanted.end(), [&](const auto& other) {
        return other.first == name.first && other.last == name.last;
      });
      if (same == wanted.end()) continue;
      ++counts.right;
      counts.heads_right += same->head == name.head ? 1 : 0;
    }
  }
  return counts;
}

void print_accuracy(const entente::Parser& parser, const std::string& file) {
  const entente::Conllu gold = entente::read_conllu(*entente::open_source(file));
  const entente::ParserScores scores = entente::evaluate_parser(parser, gold);
  std::printf("%s\n  words %zu  UPOS %.2f  XPOS %.2f  feats %.2f  lemma %.2f  UAS %.2f  LAS %.2f\n",
              std::filesystem::path(file).filename().c_str(), scores.words, 100 * scores.upos,
              100 * scores.xpos, 100 * scores.feats, 100 * scores.lemma, 100 * scores.uas,
              100 * scores.las);
  const NameCounts names = compare_names(parser, gold);
  const auto share = [](std::size_t part, std::size_t whole) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
  };
  std::printf("  names %zu  precision %.2f  recall %.2f  F1 %.2f  of those right, heads %.2f\n",
              names.wanted, share(names.right, names.found), share(names.right, names.wanted),
              share(2 * names.right, names.found + names.wanted),
              share(names.heads_right, names.right));
}

void print_speed(const entente::Archive& archive, const entente::Parser& parser,
                 const std::vector<std::string>& inputs, std::size_t limit) {
  const entente::Segmenter segmenter(archive);
  const auto scratch = parser.make_scratch();
  std::size_t words = 0, documents = 0;
  double seconds = 0;
  entente::ReadHandlers handlers;
  handlers.document = [&](entente::Document&& document) {
    if (documents++ >= limit) return;
    entente::Analysis analysis;
    analysis.document = std::make_unique<entente::Document>(std::move(document));
    segmenter.split(analysis);
    for (const auto& sentence : analysis.sentences) words += sentence.words.size();
    const auto start = Clock::now();
    parser.parse(analysis.sentences, analysis.strings, *scratch);
    seconds += seconds_since(start);
  };
  handlers.error = [](const entente::Error& error) { std::fprintf(stderr, "%s\n", error.what()); };
  entente::read_documents(inputs, {}, handlers);
  std::printf("tokens to trees  %.0f words/s on one core  (%zu words in %.2f s)\n",
              static_cast<double>(words) / std::max(seconds, 1e-9), words, seconds);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures the language engine");
  std::string model;
  std::vector<std::string> treebanks, inputs;
  std::size_t limit = 3000;
  app.add_option("TREEBANK", treebanks, "treebanks in CoNLL-U")->required();
  app.add_option("--model", model, "language model")->required();
  app.add_option("--input", inputs, "documents to measure the speed on");
  app.add_option("--limit", limit, "documents at most")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const auto start = Clock::now();
  const entente::Archive archive = entente::Archive::open(model);
  const entente::Parser parser(archive);
  std::printf("model  %.1f MB  loaded in %.3f s\n",
              static_cast<double>(std::filesystem::file_size(model)) / 1e6, seconds_since(start));
  for (const std::string& treebank : treebanks) print_accuracy(parser, treebank);
  if (!inputs.empty()) print_speed(archive, parser, inputs, limit);
  std::printf("memory at its peak  %.0f MB\n", peak_megabytes());
  return 0;
}
