// Words per second and core of every stage from clean text to items, start-up time and peak memory.
// Each stage runs over all documents in one thread; `code` is everything, so coding alone is what
// is left of it after segmentation and parse.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <vector>

#include "base/archive.h"
#include "clock.h"
#include "coding/engine_impl.h"
#include "entente/engine.h"
#include "language/parser.h"
#include "record/analysis.h"
#include "text/reader.h"
#include "text/segmenter.h"

namespace {

using bench::Clock, bench::peak_megabytes, bench::seconds_since;

std::vector<entente::Document> load(const std::vector<std::string>& inputs, std::size_t limit) {
  std::vector<entente::Document> documents;
  entente::ReadHandlers handlers;
  handlers.document = [&](entente::Document&& document) {
    if (documents.size() < limit) documents.push_back(std::move(document));
  };
  handlers.error = [](const entente::Error& error) { std::fprintf(stderr, "%s\n", error.what()); };
  entente::read_documents(inputs, {}, handlers);
  return documents;
}

entente::Analysis analysis_of(const entente::Document& document) {
  entente::Analysis analysis;
  analysis.document = std::make_unique<entente::Document>(document);
  return analysis;
}

std::size_t count_words(const entente::Analysis& analysis) {
  std::size_t words = 0;
  for (const auto& sentence : analysis.sentences) words += sentence.words.size();
  return words;
}

void report(const char* stage, std::size_t words, double seconds) {
  std::printf("%-10s %10.0f words/s   (%zu words in %.2f s)\n", stage,
              static_cast<double>(words) / seconds, words, seconds);
}

void measure(const std::vector<entente::Document>& documents,
             const entente::EngineOptions& options) {
  const auto start = Clock::now();
  const entente::Engine engine(options);
  std::printf("start-up   %10.3f s, %.0f MB\n", seconds_since(start), peak_megabytes());
  const auto counts = engine.impl().world.counts();
  std::printf("data       %10zu actors, %zu names, %zu places, %zu agents, %zu constructions\n",
              counts.actors, counts.names, counts.places, counts.agents,
              engine.impl().dictionary.entries().size());

  const auto archive = entente::Archive::open(options.model);
  const entente::Segmenter segmenter(archive);
  const entente::Parser parser(archive);
  const auto parser_scratch = parser.make_scratch();
  double segment = 0, parse = 0, code = 0;
  std::size_t words = 0, items = 0;
  const auto engine_scratch = engine.make_scratch();
  for (const auto& document : documents) {
    auto analysis = analysis_of(document);
    const auto before_segment = Clock::now();
    segmenter.split(analysis);
    segment += seconds_since(before_segment);
    words += count_words(analysis);
    const auto before_parse = Clock::now();
    parser.parse(analysis.sentences, analysis.strings, *parser_scratch);
    parse += seconds_since(before_parse);
    const auto before_code = Clock::now();
    items += engine.code(document, *engine_scratch).size();
    code += seconds_since(before_code);
  }
  report("segment", words, segment);
  report("parse", words, parse);
  report("coding", words, std::max(code - segment - parse, 1e-9));
  report("code", words, code);
  std::printf("items      %10zu in %zu documents\n", items, documents.size());
  std::printf("memory     %10.0f MB at its peak\n", peak_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures every stage on one core");
  std::vector<std::string> inputs;
  entente::EngineOptions options;
  std::size_t limit = 5000;
  app.add_option("INPUT", inputs, "documents")->required();
  app.add_option("--data", options.data_dirs, "data folder")->required()->expected(1);
  app.add_option("--model", options.model, "language model")->required();
  app.add_option("--limit", limit, "documents at most")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  measure(load(inputs, limit), options);
  return 0;
}
