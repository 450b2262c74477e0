// entente explain: why a sentence codes to what it does.
#include "coding/explain.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "coding/engine_impl.h"

namespace entente::cli {
namespace {

struct Options : SharedOptions {
  std::string text;
  bool unresolved = false;
};

Document document_of(const Options& options) {
  Document document;
  document.id = "sentence";
  document.text = options.text;
  document.published = options.published;
  repair(document.text);
  document.segments.push_back(
      {{0, static_cast<std::uint32_t>(document.text.size())}, SegmentKind::body, "", ""});
  return document;
}

/// What the trace of a whole text says of one of its sentences.
Explanation explanation_of(const Clauses& clauses, std::size_t sentence, const CodingTrace& trace,
                           const std::vector<Item>& items) {
  Explanation explanation;
  explanation.clauses = &clauses;
  if (sentence < trace.matches.size()) explanation.matches = trace.matches[sentence];
  if (sentence < trace.near_misses.size()) explanation.near_misses = trace.near_misses[sentence];
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].sentence_number != clauses.sentence().number) continue;
    explanation.items.push_back(
        {items[i], i < trace.notes.size() ? trace.notes[i].lines : std::vector<std::string>()});
  }
  return explanation;
}

int run(const Options& options) {
  EngineOptions wanted = engine_options(options);
  wanted.unresolved = options.unresolved;
  const Engine engine(wanted);
  const Engine::ScratchPtr scratch = engine.make_scratch();
  const Analysis analysis = engine.impl().analyse(document_of(options), *scratch);
  CodingTrace trace;
  const std::vector<Item> items = engine.impl().coder.code(analysis, options.unresolved, &trace);
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Clauses clauses(analysis.sentences[i]);
    Explanation explanation = explanation_of(clauses, i, trace, items);
    if (i < trace.dropped.size()) explanation.dropped = trace.dropped[i];
    write_output((i > 0 ? "\n" : "") + explain_sentence(explanation));
  }
  return status_done;
}

}  // namespace

void add_explain(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "explain", "show a sentence's tree, the patterns that matched or nearly did, and why");
  command.add_option("SENTENCE", options->text, "the sentence, in quotes")->required();
  command.add_option("--published", options->published, "date to resolve its dates against")
      ->type_name("DATE");
  command.add_flag("--unresolved", options->unresolved, "show items without coded parties too");
  add_model_option(command, *options);
  add_data_options(command, *options);
  add_places_option(command, *options);
  command.footer("Example:\n  entente explain \"Russian jets bombed Aleppo, activists said.\"");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
