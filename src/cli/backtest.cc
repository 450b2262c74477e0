// entente backtest: forecasts of past days, scored by what happened.
#include "forecast/backtest.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iterator>
#include <memory>

#include "cli/backtest_store.h"
#include "cli/commands.h"
#include "cli/forecast_options.h"
#include "cli/story_options.h"
#include "cli/terminal.h"

namespace entente::cli {
namespace {

namespace fc = entente::forecast;

struct Options : StoreOptions {
  std::string quads, ranks, plot, span = "test";
  std::vector<std::string> without;
  std::vector<fc::Day> days = {7, 30, 90};
  bool no_calibration = false;
};

/// A file that is written as the forecasts come.
class RanksFile {
 public:
  explicit RanksFile(const std::string& path) : path_(path) {
    if (!path.empty() && !(file_ = std::fopen(path.c_str(), "wb"))) fail("cannot be written");
  }
  ~RanksFile() {
    if (file_) std::fclose(file_);
  }
  RanksFile(const RanksFile&) = delete;
  RanksFile& operator=(const RanksFile&) = delete;
  void add(const fc::Quads& quads, const fc::Answered& answered) {
    if (!file_) return;
    fc::append_rank(buffer_, quads, answered);
    if (buffer_.size() > most_buffered) flush();
  }
  void close() {
    if (!file_) return;
    flush();
    std::FILE* file = file_;
    file_ = nullptr;
    if (std::fclose(file) != 0) fail("could not be written to its end");
  }

 private:
  static constexpr std::size_t most_buffered = 1 << 20;
  void flush() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) {
      fail("could not be written to its end");
    }
    buffer_.clear();
  }
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorKind::unreadable, message, {path_, 0, 0});
  }
  std::string path_, buffer_;
  std::FILE* file_ = nullptr;
};

std::string ranks_table(const fc::Backtest& result) {
  std::string out = "asked       questions     MRR  Hits@1  Hits@3 Hits@10\n";
  const auto line = [&](const char* name, const fc::Ranks& ranks) {
    fmt::format_to(std::back_inserter(out), "{:10} {:10}  {:.4f}  {:.4f}  {:.4f}  {:.4f}\n", name,
                   ranks.questions, ranks.mean_reciprocal(), ranks.share(ranks.first),
                   ranks.share(ranks.among_3), ranks.share(ranks.among_10));
  };
  line("recipient", result.recipients);
  line("actor", result.actors);
  line("both", result.both());
  return out;
}

std::string reliability_table(const fc::Reliability& reliability) {
  std::string out = fmt::format(
      "\nhappens within {} day{}: {} forecasts of known acts, calibration error {:.4f} "
      "({:.4f} from 0.05 on)\nBrier score {:.5f}, of the base rate {:.5f}\n"
      "probability     forecasts  promised  happened\n",
      reliability.horizon(), reliability.horizon() == 1 ? "" : "s", reliability.forecasts(),
      reliability.calibration_error(), reliability.error_above(0.05), reliability.brier(),
      reliability.brier_of_base_rate());
  for (const fc::ReliabilityBin& bin : reliability.bins()) {
    if (bin.forecasts == 0) continue;
    const auto count = static_cast<double>(bin.forecasts);
    fmt::format_to(std::back_inserter(out), "{:.2f} to {:.2f} {:12}    {:.4f}    {:.4f}\n",
                   bin.from, bin.to, bin.forecasts, bin.promised / count,
                   static_cast<double>(bin.happened) / count);
  }
  return out;
}

int run_quads(const Options& options) {
  const fc::Quads quads = fc::read_quads(options.quads);
  RanksFile ranks(options.ranks);
  fc::BacktestOptions choices;
  choices.on_valid = options.span == "valid";
  choices.calibrate = !options.no_calibration;
  choices.threads = options.threads;
  choices.model.without = {options.without.begin(), options.without.end()};
  choices.each = [&](const fc::Answered& answered) { ranks.add(quads, answered); };
  const fc::Backtest result = fc::backtest(quads, choices);
  ranks.close();
  std::string out = ranks_table(result);
  for (const fc::Reliability& reliability : result.reliability) {
    if (reliability.forecasts() > 0) out += reliability_table(reliability);
  }
  write_output(out);
  return status_done;
}

void write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) throw Error(ErrorKind::unreadable, "cannot be written", {path, 0, 0});
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if ((std::fclose(file) != 0) || !whole) {
    throw Error(ErrorKind::unreadable, "could not be written to its end", {path, 0, 0});
  }
}

int run_store(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const fc::Timeline timeline = timeline_of(store, "");
  fc::RollingOptions choices;
  choices.horizons = options.days;
  choices.threads = options.threads;
  choices.without = {options.without.begin(), options.without.end()};
  const fc::RollingBacktest result = fc::rolling_backtest(timeline, choices);
  if (!options.plot.empty()) write_file(options.plot, fc::reliability_plot(result));
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  write_output(table ? scores_table(timeline, result) : scores_json(timeline, result));
  return status_done;
}

int run(const Options& options) {
  if (options.quads.empty() == options.store.empty()) {
    throw Error(ErrorKind::invalid_value, "give either a STORE or --quads DIR");
  }
  return options.quads.empty() ? run_store(options) : run_quads(options);
}

}  // namespace

void add_backtest(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "backtest", "forecast the acts of past days from those before, and score the forecasts");
  command.add_option("STORE", options->store, "a store, whose acts are forecast");
  command
      .add_option("--days", options->days,
                  "of a store: that an act happens within so many days; 7, 30 and 90 by default")
      ->type_name("DAYS")
      ->check(CLI::IsMember({7, 30, 90}));
  command
      .add_option("--plot", options->plot,
                  "of a store: write how reliable the probabilities were, as SVG")
      ->type_name("FILE");
  add_format_option(command, *options, {"jsonl", "table"},
                    "of a store: jsonl or table; table on a terminal, else jsonl");
  command
      .add_option("--quads", options->quads,
                  "folder of train.txt, valid.txt and test.txt: subject, relation, object, time")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  command.add_option("--ranks", options->ranks, "write the rank of every answer, as JSON Lines")
      ->type_name("FILE");
  command.add_option("--span", options->span, "what is forecast: test (default) or valid")
      ->check(CLI::IsMember({"test", "valid"}))
      ->type_name("SPAN");
  command.add_option("--without", options->without, "leave out a family of rules (repeatable)")
      ->check(CLI::IsMember(fc::family_names()))
      ->type_name("FAMILY");
  command.add_flag("--no-calibration", options->no_calibration, "rank only");
  command.add_option("--threads", options->threads, "as many as the machine has by default")
      ->type_name("N");
  command.footer(
      "Example:\n  entente backtest news.store --plot reliability.svg\n"
      "  entente backtest --quads icews14 --ranks ranks.jsonl");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
