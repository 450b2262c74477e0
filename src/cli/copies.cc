// entente copies: the documents that appear more than once.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "record/json_text.h"
#include "text/copies/ledger.h"

namespace entente::cli {
namespace {

void append_appearance(std::string& out, const std::string& id, const Appearance& appearance) {
  JsonObject object(out);
  object.member("doc", id);
  object.member("kind", name_of(appearance.kind));
  object.member("share", appearance.share);
  object.close();
}

/// One line for each group, written piece by piece: a group may be of any size.
void list_groups(CopyLedger& ledger, AppearanceList& appearances) {
  constexpr std::size_t piece = 1 << 16;
  std::string out;
  bool any = false;
  std::uint32_t group = 0;
  appearances.visit([&](const std::string& id, const Appearance& appearance) {
    if (!any || appearance.group != group) {
      out += any ? "]}\n" : "";
      out += "{\"first\":";
      append_json_string(out, ledger.first_of(appearance.group));
      out += ",\"appearances\":[";
    } else {
      out += ',';
    }
    any = true;
    group = appearance.group;
    append_appearance(out, id, appearance);
    if (out.size() >= piece) write_output(std::exchange(out, ""));
  });
  write_output(out + (any ? "]}\n" : ""));
}

struct Job {
  std::string id;
  Document document;
  Shingles shingles;
};

int run(const SharedOptions& options) {
  CopyLedger ledger;
  AppearanceList appearances;
  const int status =
      read_in_parallel(options, [&](Document&& document, OrderedPool& pool, Console& console) {
        auto job = std::make_shared<Job>(Job{document.id, std::move(document), {}});
        pool.submit(
            [job](std::size_t) {
              job->shingles = shingles_of(job->document);
              job->document = Document();
            },
            [job, &ledger, &appearances, &console] {
              const Appearance found = ledger.add(job->id, job->shingles);
              if (found.kind != CopyKind::first) appearances.add(job->id, found);
              console.add_document();
            });
      });
  list_groups(ledger, appearances);
  return status;
}

}  // namespace

void add_copies(CLI::App& app, int& status) {
  auto options = std::make_shared<SharedOptions>();
  CLI::App& command = *app.add_subcommand(
      "copies", "list the documents that appear more than once, the same or nearly");
  add_input_options(command, *options);
  add_data_options(command, *options);
  command.footer("Example:\n  entente copies wires/ > copies.jsonl");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
