// entente link: a user's word on whether two reports tell of one act.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/store_options.h"
#include "store/linking.h"
#include "store/rulings.h"

namespace entente::cli {
namespace {

struct Options : StoreOptions {
  std::string first, second;
  bool different = false, forget = false;
};

int run(const Options& options) {
  Store store(options.store, Access::write, patience(options));
  std::optional<bool> same = !options.different;
  if (options.forget) same.reset();
  rule(store, report_name(options.first), report_name(options.second), same);
  link_documents(store, StoryTables(data_dirs(options), options.language));
  Console().note(options.forget      ? "decided by the evidence again"
                 : options.different ? "kept as two acts"
                                     : "kept as one act");
  return status_done;
}

}  // namespace

void add_link(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "link", "decide that two reports tell of one act, or of two; it stays so");
  add_store_argument(command, *options);
  command
      .add_option("REPORT", options->first,
                  "DOCUMENT:BYTE as `entente acts STORE ACT` shows it; with :TYPE where several "
                  "reports begin there")
      ->required();
  command.add_option("OTHER", options->second, "another report")->required();
  CLI::Option* different =
      command.add_flag("--different", options->different, "they tell of two acts");
  command.add_flag("--forget", options->forget, "take back what was decided")->excludes(different);
  add_writing_options(command, *options);
  add_data_options(command, *options);
  command.footer("Example:\n  entente link news.store wire-7:120 wire-9:44 --different");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
