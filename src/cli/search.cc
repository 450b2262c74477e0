// entente search: the sentences of a store that hold words.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/store_options.h"
#include "record/json_text.h"
#include "store/store.h"

namespace entente::cli {
namespace {

struct Options : StoreOptions {
  std::vector<std::string> words;
  std::size_t limit = 20;
  bool query = false;
};

std::string json_of(const FoundSentence& found) {
  std::string out;
  JsonObject object(out);
  object.member("doc", found.doc);
  object.optional("source", found.source);
  object.optional("title", found.title);
  object.optional("published", found.published);
  object.optional("publisher", found.publisher);
  object.optional("url", found.url);
  object.member("sent", std::uint64_t{found.number});
  object.member("begin", std::uint64_t{found.span.begin});
  object.member("end", std::uint64_t{found.span.end});
  object.member("sentence", found.text);
  object.member("hits", found.hits);
  object.close();
  return out + '\n';
}

/// The sentence on one line, what was found in bold on a terminal.
std::string marked(const FoundSentence& found, bool colour) {
  std::string out;
  std::size_t hit = 0;
  for (std::size_t i = 0; i <= found.text.size(); ++i) {
    if (colour && hit < found.hits.size() && found.hits[hit].end == i) {
      out += "\x1b[0m";
      ++hit;
    }
    if (i == found.text.size()) break;
    if (colour && hit < found.hits.size() && found.hits[hit].begin == i) out += "\x1b[1m";
    const auto byte = static_cast<unsigned char>(found.text[i]);
    out += byte < 0x20 || byte == 0x7f ? ' ' : found.text[i];
  }
  return out;
}

std::string table_row(const FoundSentence& found, bool colour) {
  std::string out = fmt::format("{}:{}", found.doc, found.number);
  if (!found.published.empty()) out += "  " + found.published;
  if (!found.publisher.empty()) out += "  " + found.publisher;
  return out + "\n  " + marked(found, colour) + "\n\n";
}

int run(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  std::string query = query_of(options.words);
  if (options.query) query = fmt::format("{}", fmt::join(options.words, " "));
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  std::string out;
  for (const FoundSentence& found : store.search(query, options.limit)) {
    out += table ? table_row(found, output_has_colour()) : json_of(found);
  }
  write_output(out);
  return status_done;
}

}  // namespace

void add_search(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("search", "find sentences of a store by their words");
  add_store_argument(command, *options);
  command
      .add_option("WORDS", options->words,
                  "words that all must be in the sentence; several in quotes are a phrase, word* "
                  "is the beginning of one")
      ->required();
  command.add_flag("--query", options->query,
                   "take the words as a query of SQLite's FTS5 (AND, OR, NOT, NEAR)");
  command.add_option("--limit", options->limit, "how many sentences at most; 20 by default")
      ->type_name("N");
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente search news.store \"prisoner exchange\" Geneva");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
