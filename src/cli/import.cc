// entente import: event data coded elsewhere into a store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/files.h"
#include "cli/commands.h"
#include "cli/store_options.h"
#include "record/ontology.h"
#include "store/foreign.h"
#include "store/linking.h"
#include "store/store.h"
#include "world/world.h"

namespace entente::cli {
namespace {

struct Options : StoreOptions {
  std::string source;
};

/// Writes items in batches.
class Importer {
 public:
  Importer(Store& store, Provenance provenance)
      : store_(store), provenance_(std::move(provenance)) {}

  void add(ImportedItem&& item) {
    batch_.push_back(std::move(item));
    if (batch_.size() >= most_items) flush();
  }
  void flush() {
    if (batch_.empty()) return;
    added_ += store_.put(batch_, provenance_);
    batch_.clear();
  }
  [[nodiscard]] std::uint64_t added() const { return added_; }

 private:
  static constexpr std::size_t most_items = 5000;
  Store& store_;
  const Provenance provenance_;
  std::vector<ImportedItem> batch_;
  std::uint64_t added_ = 0;
};

ForeignCounts import_files(const Options& options, Importer& importer, Console& console) {
  const Ontology ontology(data_dirs(options));
  const ForeignCodes codes(data_dirs(options));
  const World world(data_dirs(options), options.language, "");
  const ForeignFormat format = *foreign_format(options.format);
  ForeignContext context{&ontology, &codes, {}, options.source};
  if (context.source.empty()) context.source = options.format;
  context.state_of = [&](std::string_view name) { return world.state(name).value_or(""); };
  ForeignHandlers handlers;
  handlers.item = [&](ImportedItem&& item) { importer.add(std::move(item)); };
  handlers.error = [&](const Error& error) { console.error(error); };
  ForeignCounts total;
  for (const std::string& file : options.inputs) {
    try {
      const ForeignCounts counts = read_foreign(*open_source(file), format, context, handlers);
      total.items += counts.items;
      total.untyped += counts.untyped;
    } catch (const Error& error) {
      if (error.where().file == options.store) throw;
      console.error(error);
    }
  }
  return total;
}

int run(const Options& options) {
  Store store(options.store, Access::write, patience(options));
  Importer importer(store, {"", ENTENTE_VERSION, "", options.command, options.time});
  Console console;
  ForeignCounts counts;
  try {
    counts = import_files(options, importer, console);
    importer.flush();
    link_documents(store, StoryTables(data_dirs(options), options.language));
  } catch (const Error& error) {  // a full disk, another writer
    console.error(error);
    return status_unread;
  }
  std::string note = fmt::format("{} items read, {} of them new", counts.items, importer.added());
  if (counts.untyped > 0) {
    note +=
        fmt::format("; {} bare statements, which are no PLOVER type, passed over", counts.untyped);
  }
  console.note(note);
  return console.failed() ? status_unread : status_done;
}

}  // namespace

void add_import(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("import", "keep event data coded elsewhere in a store");
  add_store_argument(command, *options);
  command.add_option("FILE", options->inputs, "files, or - for standard input")->required();
  command
      .add_option("--from", options->format,
                  "gdelt2 (event exports), icews, polecat (tables) or jsonl (items of Entente)")
      ->required()
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"gdelt2", "icews", "polecat", "jsonl"}));
  command
      .add_option("--source", options->source,
                  "whose coding it is; by default the name of the format")
      ->type_name("NAME");
  add_writing_options(command, *options);
  add_data_options(command, *options);
  command.footer("Example:\n  entente import news.store --from gdelt2 20160816.export.CSV");
  command.callback([&command, options, &status] {
    options->command = command_line_of(command);
    status = run(*options);
  });
}

}  // namespace entente::cli
