// entente export: the items of a store in the forms that other programs read.
#include "store/export.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/store_options.h"
#include "record/cameo_tsv.h"
#include "record/csv.h"
#include "record/ontology.h"
#include "store/store.h"

namespace entente::cli {
namespace {

using Append = std::function<void(std::string&, const ItemOrigin&, const Item&)>;

void write_items(Store& store, const std::string& header, const Append& append) {
  constexpr std::size_t piece = 1 << 16;
  std::string out = header;
  store.each_item([&](const ItemOrigin& origin, const Item& item) {
    append(out, origin, item);
    if (out.size() >= piece) write_output(std::exchange(out, ""));
  });
  write_output(out);
}

void write_csv(Store& store) {
  std::string header;
  append_csv_header(header);
  write_items(store, header,
              [](std::string& out, const ItemOrigin&, const Item& item) { append_csv(out, item); });
}

void write_cameo(Store& store, const SharedOptions& options) {
  const Ontology ontology(data_dirs(options));
  std::string header;
  append_cameo_header(header);
  write_items(store, header, [&](std::string& out, const ItemOrigin& origin, const Item& item) {
    append_cameo_tsv(out, item, ontology, origin.published);
  });
}

int run(const StoreOptions& options) {
  Store store(options.store, Access::read, patience(options));
  if (options.format == "csv") {
    write_csv(store);
  } else if (options.format == "cameo") {
    write_cameo(store, options);
  } else if (options.format == "graphml") {
    write_graphml(store, write_output);
  } else if (options.format == "geojson") {
    write_geojson(store, write_output);
  } else {
    write_items(store, "", append_exported_item);
  }
  return status_done;
}

}  // namespace

void add_export(CLI::App& app, int& status) {
  auto options = std::make_shared<StoreOptions>();
  CLI::App& command = *app.add_subcommand("export", "print the items of a store");
  add_store_argument(command, *options);
  add_format_option(command, *options, {"jsonl", "csv", "cameo", "graphml", "geojson"},
                    "jsonl (the default), csv, cameo, graphml (actors as a network) or geojson "
                    "(items on a map)");
  add_data_options(command, *options);
  command.footer("Example:\n  entente export news.store --format csv > items.csv");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
