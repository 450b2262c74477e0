// Options of the commands that use a store.
#include "cli/store_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "entente/date.h"

namespace entente::cli {
namespace {

constexpr std::uint32_t most_seconds = 86400;

std::string check_time(const std::string& text) {
  return parse_date(text) ? "" : "'" + text + "' is no time; write 2016-08-16T10:00Z";
}

std::string quoted(const std::string& word) {
  constexpr const char* plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

void add_store_argument(CLI::App& command, StoreOptions& options) {
  command.add_option("STORE", options.store, "the store, a file")->required();
}

void add_writing_options(CLI::App& command, StoreOptions& options) {
  command
      .add_option(
          "--wait", options.wait,
          "how long to wait for another program that is writing to the store; 60 by default")
      ->type_name("SECONDS")
      ->check(CLI::Range(std::uint32_t{0}, most_seconds));
  command
      .add_option("--time", options.time,
                  "kept as the time of this run; left out by default, so that the same input gives "
                  "the same store")
      ->type_name("TIME")
      ->check(CLI::Validator(check_time, "", "time"));
}

std::string command_line_of(const CLI::App& command) {
  constexpr std::array<std::string_view, 3> left_out = {"--threads", "--wait", "--time"};
  std::string line = "entente " + command.get_name();
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || std::ranges::find(left_out, name) != left_out.end()) continue;
    const bool named = name.starts_with('-');
    if (named && option->get_expected_max() == 0) line += " " + name;
    if (option->get_expected_max() == 0) continue;
    for (const std::string& value : option->results()) {
      line += (named ? " " + name + " " : " ") + quoted(value);
    }
  }
  return line;
}

std::chrono::milliseconds patience(const StoreOptions& options) {
  return std::chrono::seconds(options.wait);
}

}  // namespace entente::cli
