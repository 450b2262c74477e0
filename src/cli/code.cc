// entente code: the items that documents state.
#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/common.h"
#include "entente/engine.h"
#include "record/cameo_tsv.h"
#include "record/csv.h"
#include "record/item_json.h"
#include "record/json_text.h"
#include "record/ontology.h"
#include "record/table.h"
#include "text/copies/ledger.h"

namespace entente::cli {
namespace {

struct Options : SharedOptions {
  bool unresolved = false;
  std::string copies = "keep";
  std::string appearances;  ///< a file
};

/// How the items of a document are written, and what stands before the first.
struct Writer {
  std::string header;
  std::function<void(std::string&, const Document&, const std::vector<Item>&)> append;
};

/// Writes each item with a function of its own.
template <typename Append>
Writer item_writer(std::string header, Append append) {
  return {std::move(header),
          [append](std::string& out, const Document& document, const std::vector<Item>& items) {
            for (const Item& item : items) append(out, document, item);
          }};
}

Writer cameo_writer(const SharedOptions& options) {
  const auto ontology = std::make_shared<const Ontology>(data_dirs(options));
  std::string header;
  append_cameo_header(header);
  return item_writer(header,
                     [ontology](std::string& out, const Document& document, const Item& item) {
                       append_cameo_tsv(out, item, *ontology, document.published);
                     });
}

Writer table_writer() {
  const Table table(output_width(), output_has_colour());
  std::string header;
  table.append_header(header);
  return {header, [table](std::string& out, const Document&, const std::vector<Item>& items) {
            table.append(out, items);
          }};
}

Writer csv_writer() {
  std::string header;
  append_csv_header(header);
  return item_writer(
      header, [](std::string& out, const Document&, const Item& item) { append_csv(out, item); });
}

Writer writer_for(const SharedOptions& options) {
  const std::string format =
      !options.format.empty() ? options.format : (output_is_terminal() ? "table" : "jsonl");
  if (format == "table") return table_writer();
  if (format == "csv") return csv_writer();
  if (format == "cameo") return cameo_writer(options);
  return item_writer(
      "", [](std::string& out, const Document&, const Item& item) { append_item_json(out, item); });
}

/// Lets each story through once, and lists its later appearances.
class CopyGate {
 public:
  explicit CopyGate(const std::string& path) : path_(path) {
    if (path.empty()) return;
    file_.open(path, std::ios::binary);
    if (!file_) fail();
  }

  bool passes(const Document& document) {
    const Appearance found = ledger_.add(document.id, shingles_of(document));
    if (found.kind == CopyKind::first) return true;
    const bool is_update = found.kind == CopyKind::update;
    if (!is_update) ++passed_over_;
    list(document.id, found);
    return is_update;
  }

  void finish() {
    if (file_.is_open() && !file_.flush()) fail();
    if (passed_over_ == 0) return;
    Console().note(std::to_string(passed_over_) +
                   (passed_over_ == 1 ? " document was a copy" : " documents were copies") +
                   " of earlier ones and not coded again");
  }

 private:
  void list(const std::string& id, const Appearance& found) {
    if (!file_.is_open()) return;
    std::string line;
    JsonObject object(line);
    object.member("doc", id);
    object.member("first", ledger_.first_of(found.group));
    object.member("kind", name_of(found.kind));
    object.member("share", std::round(found.share * 100) / 100);
    object.close();
    file_ << line << '\n';
  }
  [[noreturn]] void fail() const {
    throw Error(ErrorKind::unreadable, "cannot be written", {path_});
  }

  std::string path_;
  std::ofstream file_;
  CopyLedger ledger_;
  std::uint64_t passed_over_ = 0;
};

int run(const Options& options) {
  std::optional<CopyGate> copies;
  if (options.copies == "once") copies.emplace(options.appearances);
  const Writer writer = writer_for(options);
  EngineOptions wanted = engine_options(options);
  wanted.unresolved = options.unresolved;
  const Engine engine(wanted);
  const auto make_worker = [&]() -> Worker {
    const std::shared_ptr<Engine::Scratch> scratch = engine.make_scratch();
    return [&, scratch](const Document& document) {
      require_language(options, document);
      std::string out;
      writer.append(out, document, engine.code(document, *scratch));
      return out;
    };
  };
  Gate gate;
  if (copies) gate = [&](const Document& document) { return copies->passes(document); };
  const int status = process_documents(options, writer.header, make_worker, gate);
  if (copies) copies->finish();
  return status;
}

}  // namespace

void add_code(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command =
      *app.add_subcommand("code", "print the events and relations that documents state");
  add_input_options(command, *options);
  add_format_option(command, *options, {"jsonl", "table", "csv", "cameo"},
                    "jsonl, table, csv or cameo (rows of CAMEO event data); table on a terminal, "
                    "else jsonl");
  command.add_flag("--unresolved", options->unresolved,
                   "keep items whose parties are phrases without a code, written as ?");
  command
      .add_option("--copies", options->copies,
                  "keep, the default: code every document; once: code copies of earlier documents "
                  "not again")
      ->type_name("HOW")
      ->check(CLI::IsMember({"keep", "once"}));
  command
      .add_option("--appearances", options->appearances,
                  "with --copies once: list the copies and updates there, as JSON Lines")
      ->type_name("FILE");
  add_model_option(command, *options);
  add_data_options(command, *options);
  add_places_option(command, *options);
  command.footer("Example:\n  entente code news/ --published 2016-08-16 --format csv > items.csv");
  command.callback([options, &status] {
    if (!options->appearances.empty() && options->copies != "once") {
      throw CLI::ValidationError("--appearances", "goes with --copies once");
    }
    status = run(*options);
  });
}

}  // namespace entente::cli
