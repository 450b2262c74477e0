// Options of the commands that use a store.
#pragma once

#include <chrono>
#include <string>

#include "cli/common.h"

namespace entente::cli {

struct StoreOptions : SharedOptions {
  std::string store;
  std::string time;         ///< of the run, as it is kept; empty: left out
  std::uint32_t wait = 60;  ///< seconds for another writer
  std::string command;      ///< the command line as it is kept
};

/// The first word behind the command.
void add_store_argument(CLI::App& command, StoreOptions& options);
/// --wait and --time, of commands that write.
void add_writing_options(CLI::App& command, StoreOptions& options);
/// The command line without what does not change the result (threads, waiting).
[[nodiscard]] std::string command_line_of(const CLI::App& command);
[[nodiscard]] std::chrono::milliseconds patience(const StoreOptions& options);

}  // namespace entente::cli
