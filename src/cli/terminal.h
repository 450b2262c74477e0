// Standard output and standard error: results in order, messages and progress beside them.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "entente/error.h"

namespace entente::cli {

/// Whoever reads standard output has closed it. Not an error: thrown to end the work quietly.
struct ClosedOutput {};

/// Standard output cannot be written (a full disk).
class FailedOutput : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] bool output_is_terminal();
[[nodiscard]] std::size_t output_width();  ///< columns; of COLUMNS or 120 where it is no terminal
[[nodiscard]] bool output_has_colour();    ///< a terminal, and NO_COLOR is not set

/// Writes all of `text` to standard output. Throws ClosedOutput or FailedOutput.
void write_output(std::string_view text);

/// Standard error. Every message is one line; a progress bar stands below them on a terminal.
/// May be used from several threads.
class Console {
 public:
  /// `total` is how many bytes will be read, 0 where that is not known; the bar is only drawn when
  /// `progress` and both standard error is a terminal and standard output is none.
  explicit Console(bool progress = false, std::uint64_t total = 0);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void error(const Error& error) { message(error.what()); }
  void message(std::string_view text);  ///< counts as a failure
  void note(std::string_view text);     ///< does not
  void add_bytes(std::uint64_t bytes_so_far);
  void add_document();
  [[nodiscard]] bool failed() const;
  [[nodiscard]] bool draws() const { return draws_; }

 private:
  void print_line(std::string_view text);
  void draw(bool now);
  void wipe();

  mutable std::mutex mutex_;
  bool draws_;
  bool drawn_ = false;
  std::uint64_t total_, bytes_ = 0, documents_ = 0, failures_ = 0;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace entente::cli
