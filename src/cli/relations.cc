// entente relations: how parties stand to one another, through time.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/relations_views.h"

namespace entente::cli {
namespace {

int run(const RelationsOptions& options) {
  Desk desk(options);
  std::string out;
  if (options.blocs) {
    show_blocs(out, desk, options);
  } else if (options.a.empty()) {
    show_all_pairs(out, desk, options);
  } else {
    const Subject a = subject_of(desk.store(), desk.names(), options.a);
    if (options.b.empty()) {
      show_pairs_of(out, desk, options, a);
    } else {
      show_pair(out, desk, options, a, subject_of(desk.store(), desk.names(), options.b));
    }
  }
  write_output(out);
  return status_done;
}

std::string check_span(const std::string& text) {
  const std::size_t dots = text.find("..");
  const bool good = dots != std::string::npos && period_of(text.substr(0, dots)).known() &&
                    period_of(text.substr(dots + 2)).known();
  return good ? "" : "'" + text + "' is no span; write 2015-01..2015-12";
}

void add_bloc_options(CLI::App& command, RelationsOptions& options) {
  CLI::Option* blocs = command.add_flag(
      "--blocs", options.blocs, "the network: blocs, balance, the pairs that strain it, brokers");
  command.add_option("--compare", options.compare, "how the blocs moved since that span of time")
      ->type_name("FROM..UNTIL")
      ->check(CLI::Validator(check_span, "", "span"))
      ->needs(blocs);
  command
      .add_option("--actors", options.actors,
                  "how many actors the network has at most, those with most acts; 60 by default")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command
      .add_option("--resolution", options.resolution,
                  "higher: more and smaller blocs; 1 by default")
      ->type_name("NUMBER")
      ->check(CLI::NonNegativeNumber);
}

}  // namespace

void add_relations(CLI::App& app, int& status) {
  auto options = std::make_shared<RelationsOptions>();
  CLI::App& command =
      *app.add_subcommand("relations", "how parties stand to one another, through time");
  add_store_argument(command, *options);
  command.add_option("A", options->a, "only the pairs of this actor: a code or a name");
  command.add_option("B", options->b, "the pair of A and B: its curve, its turns, its acts");
  add_measure_options(command, *options);
  command
      .add_option("--level", options->level,
                  "what counts as one party: state (with all its sectors; the default), sector, "
                  "bloc (members count for their alliances, too), person")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"state", "sector", "bloc", "person"}));
  command.add_option("--by", options->by, "steps of a pair's curve: month (the default) or week")
      ->type_name("STEP")
      ->check(CLI::IsMember({"week", "month"}));
  command.add_flag("--within", options->within, "also acts between parts of one party");
  add_bloc_options(command, *options);
  command
      .add_option("--limit", options->limit,
                  "how many pairs at most; in a table 40 by default, else all")
      ->type_name("N");
  add_data_options(command, *options);
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer(
      "Examples:\n"
      "  entente relations news.store --from 2016 --until 2016-06\n"
      "  entente relations news.store Russia Turkey --by week\n"
      "  entente relations news.store --blocs --from 2016 --compare 2015..2015");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
