// entente check: dictionaries read and their examples run.
#include "coding/check.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "coding/coder.h"
#include "coding/engine_impl.h"
#include "record/ontology.h"
#include "world/actor_check.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

struct Options : SharedOptions {
  bool quick = false;
};

/// What is to be checked, sorted by how it is read.
struct Targets {
  std::vector<std::string> data_dirs;  ///< the shipped folder, --data, and data folders to check
  std::vector<std::string> loose;      ///< dictionary files and folders outside all of these
  std::vector<fs::path> paths;         ///< everything to check, without links and dots
};

bool inside(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

bool is_data_folder(const fs::path& path, const std::string& language) {
  return fs::is_directory(path / language) || fs::is_directory(path / "actors") ||
         fs::is_directory(path / "places") || fs::is_directory(path / "ontology");
}

/// The data folder whose actors a file or folder belongs to; empty where it is about no actors.
fs::path folder_of_actors(fs::path path) {
  for (; path.has_relative_path(); path = path.parent_path()) {
    if (path.filename() == "actors") return path.parent_path();
  }
  return {};
}

Targets targets_of(const Options& options) {
  Targets targets;
  targets.data_dirs = data_dirs(options);
  for (const std::string& input : options.inputs) {
    const fs::path path = fs::weakly_canonical(input);
    targets.paths.push_back(path);
    const bool known = std::ranges::any_of(targets.data_dirs, [&](const std::string& dir) {
      return inside(path, fs::weakly_canonical(dir));
    });
    if (known) continue;
    if (is_data_folder(path, options.language)) {
      targets.data_dirs.push_back(input);
    } else if (const fs::path folder = folder_of_actors(path); !folder.empty()) {
      targets.data_dirs.push_back(folder.string());
    } else {
      targets.loose.push_back(input);
    }
  }
  return targets;
}

/// Collects what is wrong with the files that were asked about.
class Report {
 public:
  explicit Report(const std::vector<fs::path>& paths) : paths_(paths) {}

  [[nodiscard]] bool covers(const std::string& file) const {
    const fs::path canonical = fs::weakly_canonical(file);
    return std::ranges::any_of(paths_,
                               [&](const fs::path& path) { return inside(canonical, path); });
  }
  /// True where something of that folder was asked about.
  [[nodiscard]] bool touches(const std::string& folder) const {
    const fs::path canonical = fs::weakly_canonical(folder);
    return fs::is_directory(canonical) && std::ranges::any_of(paths_, [&](const fs::path& path) {
             return inside(canonical, path) || inside(path, canonical);
           });
  }
  void add(const Finding& finding) {
    if (!covers(finding.file)) return;
    mistakes_ += finding.warning ? 0 : 1;
    const std::string line = finding.line > 0 ? ":" + std::to_string(finding.line) : "";
    const fs::path file = fs::weakly_canonical(finding.file);
    write_output(file.lexically_proximate(fs::current_path()).string() + line + ": " +
                 (finding.warning ? "warning: " : "") + finding.message + "\n");
  }
  void add(const Error& error) {
    const Location& where = error.where();
    if (where.file.empty()) {
      ++mistakes_;
      write_output(std::string(error.what()) + "\n");
      return;
    }
    const std::string text = error.what();
    const std::size_t message = text.find(": ");
    add({where.file, static_cast<std::uint32_t>(where.line),
         message == std::string::npos ? text : text.substr(message + 2), false});
  }
  [[nodiscard]] std::size_t mistakes() const { return mistakes_; }

 private:
  const std::vector<fs::path>& paths_;
  std::size_t mistakes_ = 0;
};

/// The engine's parts over a dictionary that may lie anywhere.
class ExampleCoder {
 public:
  ExampleCoder(const Options& options, const Targets& targets, const Dictionary& dictionary)
      : model_(Archive::open(model_file(options))),
        segmenter_(model_),
        parser_(model_),
        scratch_(parser_.make_scratch()),
        world_(targets.data_dirs, options.language, options.places),
        lexicon_(targets.data_dirs, options.language),
        coder_(world_, dictionary, lexicon_) {}

  std::vector<Item> code(const std::string& sentence) {
    Analysis analysis;
    analysis.document = std::make_unique<Document>();
    analysis.document->id = "example";
    analysis.document->text = sentence;
    analysis.document->segments.push_back(
        {{0, static_cast<std::uint32_t>(sentence.size())}, SegmentKind::body, "", ""});
    segmenter_.split(analysis);
    parser_.parse(analysis.sentences, analysis.strings, *scratch_);
    return coder_.code(analysis, false);
  }

 private:
  Archive model_;
  Segmenter segmenter_;
  Parser parser_;
  Parser::ScratchPtr scratch_;
  World world_;
  Lexicon lexicon_;
  Coder coder_;
};

void run_examples(const Options& options, const Targets& targets, const Dictionary& dictionary,
                  Report& report) {
  ExampleCoder coder(options, targets, dictionary);
  const auto code = [&](const std::string& sentence) { return coder.code(sentence); };
  for (const Finding& finding : check_examples(dictionary, code)) report.add(finding);
}

/// Returns how many actors were read; false in `readable` where the world cannot be built of them.
std::size_t run_actors(const Options& options, const Targets& targets, Report& report,
                       bool& readable) {
  const bool asked = std::ranges::any_of(
      targets.data_dirs, [&](const std::string& dir) { return report.touches(dir + "/actors"); });
  if (!asked) return 0;
  const ActorCheck check = check_actors(targets.data_dirs, options.language);
  for (const DataFinding& finding : check.findings) {
    report.add(Finding{finding.file, finding.line, finding.message, false});
  }
  readable = check.readable;
  return check.actors;
}

int run(const Options& options) {
  const Targets targets = targets_of(options);
  Report report(targets.paths);
  std::size_t entries = 0, examples = 0, actors = 0;
  bool readable = true;
  try {
    actors = run_actors(options, targets, report, readable);
    const Ontology ontology(targets.data_dirs);
    const DictionaryReading reading =
        Dictionary::read_files(targets.loose, targets.data_dirs, options.language, &ontology);
    for (const Error& error : reading.errors) report.add(error);
    for (const Finding& finding : check_entries(reading.dictionary)) report.add(finding);
    for (const Entry& entry : reading.dictionary.entries()) {
      if (!report.covers(entry.file)) continue;
      ++entries;
      examples += options.quick || !readable ? 0 : entry.examples.size();
    }
    if (examples > 0) run_examples(options, targets, reading.dictionary, report);
  } catch (const Error& error) {
    report.add(error);
  }
  write_output(std::to_string(entries) + " entries and " + std::to_string(actors) +
               " actors read, " + std::to_string(examples) + " examples run, " +
               std::to_string(report.mistakes()) + " mistakes\n");
  return report.mistakes() > 0 ? status_unread : status_done;
}

}  // namespace

void add_check(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "check", "run the examples of dictionaries, name mistakes in them and in files of actors");
  command
      .add_option("DICTIONARY", options->inputs,
                  "dictionary files, folders of them, or a whole data folder")
      ->required()
      ->check(CLI::ExistingPath);
  command.add_flag("--quick", options->quick, "read only, run no examples; needs no model");
  add_model_option(command, *options);
  add_data_options(command, *options);
  add_places_option(command, *options);
  command.footer("Example:\n  entente check mydata/english/events/assault.txt");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
