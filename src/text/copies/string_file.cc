// Each string stands behind its length, four bytes.
#include "text/copies/string_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "entente/error.h"

namespace entente {
namespace {

constexpr std::size_t strings_between_marks = 64;
constexpr std::size_t most_pending = 1 << 16;
constexpr std::size_t length_bytes = sizeof(std::uint32_t);

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorKind::unreadable, std::string(what) + ": " + std::strerror(errno));
}

}  // namespace

StringFile::StringFile() : file_(std::tmpfile()) {
  if (!file_) fail("no temporary file can be made");
}

void StringFile::add(std::string_view text) {
  if (size_ % strings_between_marks == 0) begins_.push_back(written_ + pending_.size());
  const auto length = static_cast<std::uint32_t>(text.size());
  char bytes[length_bytes];
  std::memcpy(bytes, &length, length_bytes);
  pending_.append(bytes, length_bytes).append(text);
  ++size_;
  if (pending_.size() >= most_pending) flush();
}

void StringFile::flush() {
  const int file = fileno(file_.get());
  for (std::size_t done = 0; done < pending_.size();) {
    const auto wrote = ::pwrite(file, pending_.data() + done, pending_.size() - done,
                                static_cast<off_t>(written_));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) fail("the temporary file cannot be written");
    done += static_cast<std::size_t>(wrote);
    written_ += static_cast<std::uint64_t>(wrote);
  }
  pending_.clear();
}

std::string StringFile::read(std::uint64_t begin, std::size_t size) const {
  std::string bytes(size, '\0');
  const int file = fileno(file_.get());
  for (std::size_t done = 0; done < size;) {
    const auto got =
        ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail("the temporary file cannot be read");
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string StringFile::at(std::size_t i) {
  if (i >= size_) throw Error(ErrorKind::invalid_value, "there is no such string");
  if (!pending_.empty()) flush();
  const std::size_t mark = i / strings_between_marks;
  const std::uint64_t begin = begins_[mark];
  const std::uint64_t end = mark + 1 < begins_.size() ? begins_[mark + 1] : written_;
  const std::string block = read(begin, static_cast<std::size_t>(end - begin));
  std::size_t at = 0;
  for (std::size_t left = i % strings_between_marks;; --left) {
    std::uint32_t length = 0;
    std::memcpy(&length, block.data() + at, length_bytes);
    if (left == 0) return block.substr(at + length_bytes, length);
    at += length_bytes + length;
  }
}

}  // namespace entente
