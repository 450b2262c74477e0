// entente evaluate: coded items against gold records.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "record/score.h"

namespace entente::cli {
namespace {

struct Options {
  std::string gold, coded;
  bool by_document = false;
  std::size_t errors = 0;
};

int run(const Options& options) {
  std::vector<GoldSentence> gold;
  std::vector<ScoredItem> coded;
  try {
    gold = read_gold(*open_source(options.gold));
    coded = read_scored_items(*open_source(options.coded));
  } catch (const Error& error) {
    Console().error(error);
    return status_unread;
  }
  const Score score = score_items(gold, coded);
  write_output(report_of(score));
  if (options.by_document) write_output(report_by_document(gold, coded));
  write_output(report_errors(score, options.errors));
  return status_done;
}

}  // namespace

void add_evaluate(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "evaluate", "print precision, recall and F1 of coded items against gold records");
  command.add_option("--gold", options->gold, "gold records, a line of JSON per sentence")
      ->type_name("FILE")
      ->required();
  command.add_option("CODED", options->coded, "items as `entente code --format jsonl` prints them")
      ->required();
  command.add_flag("--by-doc", options->by_document, "add a line per document");
  command.add_option("--errors", options->errors, "show so many missed and wrong items")
      ->type_name("N");
  command.footer(
      "Example:\n"
      "  entente code documents.jsonl --format jsonl | entente evaluate --gold gold.jsonl -");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
