// entente add: codes documents and keeps them in a store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>

#include "cli/commands.h"
#include "cli/store_options.h"
#include "coding/engine_impl.h"
#include "store/fingerprint.h"
#include "store/linking.h"
#include "store/store.h"
#include "text/copies/ledger.h"
#include "text/language_id.h"

namespace entente::cli {
namespace {

struct Options : StoreOptions {
  bool unresolved = false;
  bool all = false;
  bool no_copies = false;
};

/// Over all that items depend on beside the document.
std::string fingerprint_of_coding(const Options& options, const Engine& engine) {
  const EngineOptions& used = engine.impl().options;
  Fingerprint sum;
  for (const std::string& folder : used.data_dirs) sum.add_files(folder);
  sum.add_files(used.model);
  if (!used.geonames.empty()) sum.add_files(used.geonames);
  sum.add(options.language).add(options.unresolved ? "unresolved" : "");
  return sum.hex();
}

/// What became of the documents.
struct Tally {
  std::uint64_t added = 0, changed = 0, outdated = 0, current = 0, items = 0;
  [[nodiscard]] std::string text() const {
    return fmt::format(
        "{} documents added, {} coded again for their text, {} for dictionaries or version, {} as "
        "they were; {} items",
        added, changed, outdated, current, items);
  }
};

/// A document on its way into the store.
struct Job {
  CodedDocument coded;
  Freshness freshness = Freshness::absent;
  Shingles shingles;
  std::string failure;
};

/// Gathers coded documents and writes them in batches. May be used from several threads.
class Keeper {
 public:
  Keeper(Store& store, Provenance provenance, const Options& options)
      : store_(store), provenance_(std::move(provenance)), options_(options) {}

  Freshness freshness_of(const std::string& id, const std::string& fingerprint) {
    const std::lock_guard lock(mutex_);
    const Freshness freshness = store_.freshness_of(id, fingerprint, provenance_);
    if (freshness == Freshness::current && !options_.all) ++tally_.current;
    return freshness;
  }

  void keep(Job&& job) {
    const std::lock_guard lock(mutex_);
    count(job);
    if (!options_.no_copies && job.freshness != Freshness::outdated) find_copy(job);
    bytes_ += job.coded.document.text.size();
    batch_.push_back(std::move(job.coded));
    if (batch_.size() >= most_documents || bytes_ >= most_bytes) flush();
  }

  Tally finish() {
    const std::lock_guard lock(mutex_);
    flush();
    return tally_;
  }

 private:
  static constexpr std::size_t most_documents = 100;
  static constexpr std::size_t most_bytes = 8 << 20;

  void count(const Job& job) {
    tally_.items += job.coded.items.size();
    if (job.freshness == Freshness::absent) ++tally_.added;
    if (job.freshness == Freshness::changed) ++tally_.changed;
    if (job.freshness == Freshness::outdated || job.freshness == Freshness::current)
      ++tally_.outdated;
  }

  /// Copies are looked for among all documents of the store.
  void find_copy(Job& job) {
    if (!ledger_) {
      ledger_.emplace();
      store_.each_document([&](const Document& document) {
        static_cast<void>(ledger_->add(document.id, shingles_of(document)));
      });
    }
    const std::string& id = job.coded.document.id;
    const Appearance found = ledger_->add(id, job.shingles);
    if (found.kind == CopyKind::first) return;
    const std::string first = ledger_->first_of(found.group);
    if (first != id) job.coded.appearance = {first, name_of(found.kind), found.share};
  }

  void flush() {
    if (batch_.empty()) return;
    store_.put(batch_, provenance_);
    batch_.clear();
    bytes_ = 0;
  }

  std::mutex mutex_;
  Store& store_;
  const Provenance provenance_;
  const Options& options_;
  std::optional<CopyLedger> ledger_;
  std::vector<CodedDocument> batch_;
  std::size_t bytes_ = 0;
  Tally tally_;
};

void code(Job& job, const Options& options, const Engine& engine, Engine::Scratch& scratch) {
  Document& document = job.coded.document;
  try {
    if (document.language.empty()) document.language = identify_language(document);
    require_language(options, document);
    const Engine::Impl& impl = engine.impl();
    const Analysis analysis = impl.analyse(document, scratch);
    for (const Sentence& sentence : analysis.sentences) {
      job.coded.sentences.push_back({sentence.number, sentence.span});
    }
    job.coded.items = impl.coder.code(analysis, options.unresolved);
    if (document.published.empty()) {
      document.published =
          to_string(impl.coder.world().dateline(analysis.sentences).value_or(Date{}));
    }
    if (!options.no_copies) job.shingles = shingles_of(document);
  } catch (const std::bad_alloc&) {
    job.failure = document.id + ": out of memory";
  } catch (const std::exception& error) {
    job.failure = document.id + ": " + error.what();
  }
}

int add_documents(const Options& options, const Engine& engine, Keeper& keeper) {
  std::vector<Engine::ScratchPtr> scratches;
  const std::size_t threads = OrderedPool(options.threads).threads();
  for (std::size_t i = 0; i < threads; ++i) scratches.push_back(engine.make_scratch());
  return read_in_parallel(options, [&](Document&& document, OrderedPool& pool, Console& console) {
    auto job = std::make_shared<Job>();
    job->coded.fingerprint = fingerprint_of(document);
    job->freshness = keeper.freshness_of(document.id, job->coded.fingerprint);
    if (job->freshness == Freshness::current && !options.all) return console.add_document();
    job->coded.document = std::move(document);
    pool.submit([job, &options, &engine, &scratches](
                    std::size_t worker) { code(*job, options, engine, *scratches[worker]); },
                [job, &keeper, &console] {
                  if (job->failure.empty()) {
                    keeper.keep(std::move(*job));
                  } else {
                    console.message(job->failure);
                  }
                  console.add_document();
                });
  });
}

int run(const Options& options) {
  Store store(options.store, Access::write, patience(options));
  EngineOptions wanted = engine_options(options);
  wanted.unresolved = options.unresolved;
  const Engine engine(wanted);
  Keeper keeper(
      store,
      {"", ENTENTE_VERSION, fingerprint_of_coding(options, engine), options.command, options.time},
      options);
  try {
    const int status = add_documents(options, engine, keeper);
    const Tally tally = keeper.finish();
    link_documents(store, StoryTables(engine.impl().options.data_dirs, options.language));
    Console().note(tally.text());
    return status;
  } catch (const Error& error) {  // a full disk, another writer
    Console().error(error);
    return status_unread;
  }
}

}  // namespace

void add_add(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command =
      *app.add_subcommand("add", "code documents and keep them with their items in a store");
  add_store_argument(command, *options);
  add_input_options(command, *options);
  add_writing_options(command, *options);
  command.add_flag("--unresolved", options->unresolved,
                   "keep items whose parties are phrases without a code, written as ?");
  command.add_flag("--all", options->all,
                   "code documents again though neither they nor the dictionaries have changed");
  command.add_flag("--no-copies", options->no_copies,
                   "do not look for earlier appearances of the same story");
  add_model_option(command, *options);
  add_data_options(command, *options);
  add_places_option(command, *options);
  command.footer("Example:\n  entente add news.store news/ --published 2016-08-16");
  command.callback([&command, options, &status] {
    options->command = command_line_of(command);
    status = run(*options);
  });
}

}  // namespace entente::cli
