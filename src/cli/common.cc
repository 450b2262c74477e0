// Shared options and the processing of documents.
#include "cli/common.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "base/files.h"
#include "base/pool.h"
#include "base/shared_files.h"
#include "cli/commands.h"
#include "entente/date.h"
#include "text/html/page_lexicon.h"
#include "text/language_id.h"
#include "text/segments.h"

namespace entente::cli {
namespace {

constexpr std::size_t most_threads = 1024;

std::string check_date(const std::string& text) {
  return parse_date(text) ? "" : "'" + text + "' is no date; write 2016-08-16";
}

/// Bytes in the inputs, for the progress bar; 0 where that cannot be told before reading.
std::uint64_t size_of_inputs(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  for (const std::string& input : inputs) {
    std::vector<Error> ignored;  // reported when they are read
    for (const std::string& path : walk(input, ignored)) {
      std::error_code failed;
      const std::uintmax_t size = std::filesystem::file_size(path, failed);
      if (failed) return 0;
      total += size;
    }
  }
  return total;
}

/// A document on its way: what is printed for it, or why there is nothing.
struct Job {
  Document document;
  std::string output;
  std::string failure;
};

void run_job(Job& job, const Worker& worker) {
  try {
    if (job.document.language.empty()) job.document.language = identify_language(job.document);
    job.output = worker(job.document);
  } catch (const std::bad_alloc&) {
    job.failure = job.document.id + ": out of memory";
  } catch (const std::exception& error) {
    job.failure = job.document.id + ": " + error.what();
  }
  job.document = Document();
}

}  // namespace

void add_input_options(CLI::App& command, SharedOptions& options) {
  command
      .add_option(
          "INPUT", options.inputs,
          "files, folders, or - for standard input: plain text, HTML pages, RSS and Atom "
          "feeds, news sitemaps, WARC, mail, JSON Lines of documents; ZIP and tar of these; "
          "packed with gzip or zstd or not")
      ->required();
  command.add_option("--published", options.published, "date of documents that carry none")
      ->type_name("DATE")
      ->check(CLI::Validator(check_date, "", "date"));
  command
      .add_option("--max-document-size", options.max_document_bytes,
                  "refuse larger documents; 64MiB by default")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false));
  add_threads_option(command, options);
}

void add_data_options(CLI::App& command, SharedOptions& options) {
  command
      .add_option(
          "--data", options.data,
          "a folder of dictionaries, read after the shipped ones and winning over them; may "
          "be given several times")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--language", options.language,
                  "the language's folder below the data folders, english by default; where given, "
                  "every document is taken to be in it")
      ->type_name("NAME")
      ->each([&options](const std::string&) { options.language_given = true; });
}

void add_model_option(CLI::App& command, SharedOptions& options) {
  command.add_option("--model", options.model, "the language model, instead of the shipped one")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
}

void add_places_option(CLI::App& command, SharedOptions& options) {
  command
      .add_option("--places", options.places,
                  "a GeoNames dump, instead of the cities of libtimezonemap-data")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
}

void add_threads_option(CLI::App& command, SharedOptions& options) {
  command
      .add_option("--threads", options.threads,
                  "worker threads; 0, the default, is as many as the machine has. The output does "
                  "not depend on it")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, most_threads));
}

void add_format_option(CLI::App& command, SharedOptions& options,
                       const std::vector<std::string>& formats, const std::string& help) {
  command.add_option("--format", options.format, help)
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats));
}

std::vector<std::string> data_dirs(const SharedOptions& options) {
  std::vector<std::string> dirs = {find_shared("data")};
  dirs.insert(dirs.end(), options.data.begin(), options.data.end());
  return dirs;
}

std::string model_file(const SharedOptions& options) {
  return options.model.empty() ? find_shared("models/" + options.language + ".entente")
                               : options.model;
}

EngineOptions engine_options(const SharedOptions& options) {
  EngineOptions engine;
  engine.data_dirs = data_dirs(options);
  engine.model = model_file(options);
  engine.geonames = options.places;
  engine.language = options.language;
  return engine;
}

void require_language(const SharedOptions& options, const Document& document) {
  if (options.language_given) return;
  std::string code = identify_language(document);  // a page may declare what its template is in
  if (code.empty()) code = language_code(document.language);
  if (code.empty() || code == language_code(options.language)) return;
  throw Error(ErrorKind::unsupported,
              "is in " + language_name(code) + " (" + code +
                  "), for which there is no model; passed over (--language reads all as one)");
}

ReadOptions read_options(const SharedOptions& options) {
  ReadOptions read;
  read.max_document_bytes = options.max_document_bytes;
  read.published = options.published;
  read.furniture = std::make_shared<const FurnitureLexicon>(
      FurnitureLexicon::load(data_dirs(options), options.language));
  read.pages =
      std::make_shared<const PageLexicon>(PageLexicon::load(data_dirs(options), options.language));
  return read;
}

int read_in_parallel(const SharedOptions& options, const DocumentHandler& handle) {
  const ReadOptions reading = read_options(options);
  Console console(true, output_is_terminal() ? 0 : size_of_inputs(options.inputs));
  OrderedPool pool(options.threads);
  ReadHandlers handlers;
  handlers.error = [&](const Error& error) { console.error(error); };
  handlers.progress = [&](std::uint64_t bytes) { console.add_bytes(bytes); };
  handlers.document = [&](Document&& document) { handle(std::move(document), pool, console); };
  read_documents(options.inputs, reading, handlers);
  pool.wait();
  return console.failed() ? status_unread : status_done;
}

int process_documents(const SharedOptions& options, const std::string& header,
                      const std::function<Worker()>& make_worker, const Gate& gate) {
  const std::size_t threads = OrderedPool(options.threads).threads();
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < threads; ++i) workers.push_back(make_worker());
  write_output(header);
  return read_in_parallel(options, [&](Document&& document, OrderedPool& pool, Console& console) {
    if (gate && !gate(document)) return;
    auto job = std::make_shared<Job>(Job{std::move(document), "", ""});
    pool.submit([job, &workers](std::size_t worker) { run_job(*job, workers[worker]); },
                [job, &console] {
                  if (!job->failure.empty()) console.message(job->failure);
                  write_output(job->output);
                  console.add_document();
                });
  });
}

}  // namespace entente::cli
