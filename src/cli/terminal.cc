// Standard output and standard error.
#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace entente::cli {
namespace {

constexpr std::size_t usual_width = 120;
constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds redraw_after{200};

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::size_t width_of_environment() {
  const char* columns = std::getenv("COLUMNS");
  if (columns == nullptr) return usual_width;
  std::size_t width = 0;
  const std::string_view text = columns;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  return error == std::errc() && width > 0 ? width : usual_width;
}

/// One line whatever the text: control characters become spaces, so that the name of a file cannot
/// steer the terminal.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return line;
}

}  // namespace

bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

std::size_t output_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return width_of_environment();
}

bool output_has_colour() {
  const char* off = std::getenv("NO_COLOR");
  return output_is_terminal() && (off == nullptr || *off == '\0');
}

void write_output(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return;
  if (errno == EPIPE) throw ClosedOutput();
  throw FailedOutput(std::string("cannot write to standard output: ") + std::strerror(errno));
}

Console::Console(bool progress, std::uint64_t total)
    : draws_(progress && isatty(STDERR_FILENO) == 1 && !output_is_terminal()), total_(total) {}

Console::~Console() { wipe(); }

void Console::message(std::string_view text) {
  const std::lock_guard lock(mutex_);
  ++failures_;
  print_line(text);
}

void Console::note(std::string_view text) {
  const std::lock_guard lock(mutex_);
  print_line(text);
}

void Console::add_bytes(std::uint64_t bytes_so_far) {
  const std::lock_guard lock(mutex_);
  bytes_ = bytes_so_far;
  draw(false);
}

void Console::add_document() {
  const std::lock_guard lock(mutex_);
  ++documents_;
  draw(false);
}

bool Console::failed() const {
  const std::lock_guard lock(mutex_);
  return failures_ > 0;
}

void Console::print_line(std::string_view text) {
  wipe();
  write_all(STDERR_FILENO, "entente: " + one_line(text) + "\n");
  draw(true);
}

void Console::draw(bool now) {
  if (!draws_) return;
  const auto time = std::chrono::steady_clock::now();
  if (!now && time - last_ < redraw_after) return;
  last_ = time;
  std::string line = "\r\x1b[K";
  if (total_ > 0) {
    const std::uint64_t read = std::min(bytes_, total_);
    const std::size_t full = static_cast<std::size_t>(read * bar_width / total_);
    line += '[' + std::string(full, '#') + std::string(bar_width - full, '.') + "] ";
    line += std::to_string(read * 100 / total_) + "%  ";
  }
  line += fmt::format("{} documents, {:.1f} MB", documents_, static_cast<double>(bytes_) / 1e6);
  drawn_ = write_all(STDERR_FILENO, line);
}

void Console::wipe() {
  if (!drawn_) return;
  write_all(STDERR_FILENO, "\r\x1b[K");
  drawn_ = false;
}

}  // namespace entente::cli
