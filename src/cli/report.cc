// entente report: a store as one page that a browser shows without a network.
#include "serve/report.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "cli/commands.h"
#include "cli/story_options.h"
#include "world/code_names.h"

namespace entente::cli {
namespace {

struct Options : StoryOptions {
  std::string output, title;
};

/// A file that is there whole or not at all: written beside its place and moved there at the end.
class WholeFile {
 public:
  explicit WholeFile(const std::string& path) : path_(path), partial_(path + ".partial") {
    file_ = std::fopen(partial_.c_str(), "wbe");
    if (!file_) fail();
  }
  ~WholeFile() {
    if (file_) std::fclose(file_);
    if (!done_) std::remove(partial_.c_str());
  }
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
  }
  void finish() {
    std::FILE* file = std::exchange(file_, nullptr);
    if (std::fclose(file) != 0 || std::rename(partial_.c_str(), path_.c_str()) != 0) fail();
    done_ = true;
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(ErrorKind::unreadable, std::strerror(errno), {path_});
  }
  std::string path_, partial_;
  std::FILE* file_ = nullptr;
  bool done_ = false;
};

int run(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const std::vector<std::string> folders = data_dirs(options);
  const Ontology ontology(folders);
  const Kinship kinship(folders);
  const CodeNames names(folders, options.language);
  const ActQuery query = query_of(options);
  const ReportOptions wanted{options.title, query.as_of, query.from, query.until};
  const ReportWorld world{ontology, kinship,
                          [&](std::string_view code) { return names.name(code); },
                          std::string("entente ") + ENTENTE_VERSION};
  if (options.output == "-") {
    write_report(store, wanted, world, write_output);
    return status_done;
  }
  WholeFile file(options.output);
  write_report(store, wanted, world, [&](std::string_view piece) { file.write(piece); });
  file.finish();
  return status_done;
}

}  // namespace

void add_report(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "report", "write a page with disputes, timeline, pairs, blocs and map of a store");
  add_store_argument(command, *options);
  command.add_option("-o,--output", options->output, "the page; - is standard output")
      ->type_name("FILE")
      ->required();
  command.add_option("--title", options->title, "its title; else the parties told of most")
      ->type_name("TITLE");
  add_period_options(command, *options);
  add_data_options(command, *options);
  command.footer(
      "The page is one file and loads nothing; any browser of the last years shows it.\n\n"
      "Example:\n  entente report news.store -o report.html");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
