// entente annotate: one layer of the reading as byte spans.
#include "coding/annotate.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "coding/engine_impl.h"

namespace entente::cli {
namespace {

struct Options : SharedOptions {
  std::string layer;
};

int run(const Options& options) {
  const Layer layer = layer_of(options.layer).value();
  const Engine engine(engine_options(options));
  return process_documents(options, "", [&]() -> Worker {
    const std::shared_ptr<Engine::Scratch> scratch = engine.make_scratch();
    return [&, scratch](const Document& document) {
      require_language(options, document);
      std::string out;
      const Analysis analysis = engine.impl().analyse(document, *scratch);
      append_layer(out, layer, analysis, engine.impl().coder);
      return out;
    };
  });
}

}  // namespace

void add_annotate(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "annotate", "print one layer as byte spans with what each was resolved to, and why");
  command.add_option("--layer", options->layer, "actors, places, times or attributions")
      ->type_name("LAYER")
      ->required()
      ->check(CLI::IsMember({"actors", "places", "times", "attributions"}));
  add_input_options(command, *options);
  add_format_option(command, *options, {"jsonl"}, "jsonl, the only one");
  add_model_option(command, *options);
  add_data_options(command, *options);
  add_places_option(command, *options);
  command.footer("Example:\n  entente annotate --layer places report.txt");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
