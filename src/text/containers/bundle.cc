// libarchive over a stream of ours.
#include "text/containers/bundle.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <memory>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t chunk_bytes = 64 << 10;
constexpr std::size_t longest_name = 400;
constexpr std::size_t tar_block = 512;

using ArchiveHandle = std::unique_ptr<archive, decltype(&archive_read_free)>;

// What libarchive reads from; exceptions wait until it has returned.
struct Feeder {
  explicit Feeder(Window& window) : input(window) {}
  Window& input;
  std::string chunk = std::string(chunk_bytes, '\0');
  std::exception_ptr thrown;
  bool failed = false;

  static la_ssize_t on_read(archive* handle, void* data, const void** bytes) {
    Feeder& feeder = *static_cast<Feeder*>(data);
    try {
      const std::size_t got = feeder.input.read(feeder.chunk.data(), feeder.chunk.size());
      *bytes = feeder.chunk.data();
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      feeder.thrown = std::current_exception();
      feeder.failed = true;
      archive_set_error(handle, EIO, "the input could not be read");
      return ARCHIVE_FATAL;
    }
  }
  void rethrow() {
    if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
  }
};

class EntrySource : public ByteSource {
 public:
  EntrySource(archive* handle, Feeder& feeder, std::string name, std::uint64_t byte)
      : handle_(handle), feeder_(feeder), name_(std::move(name)), byte_(byte) {}

  // Holes of sparse files are no bytes of theirs.
  std::size_t read(char* data, std::size_t size) override {
    while (at_ == block_.size()) {
      if (ended_) return 0;
      const void* bytes = nullptr;
      std::size_t got = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle_, &bytes, &got, &offset);
      feeder_.rethrow();
      if (status == ARCHIVE_EOF) ended_ = true;
      if (status < ARCHIVE_WARN) refuse();
      block_ = {static_cast<const char*>(bytes), ended_ ? 0 : got};
      at_ = 0;
    }
    const std::size_t got = block_.substr(at_).copy(data, size);
    at_ += got;
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  [[noreturn]] void refuse() {
    ended_ = true;
    const char* why = archive_error_string(handle_);
    throw Error(ErrorKind::corrupt,
                std::string("entry cannot be unpacked: ") + (why == nullptr ? "damaged" : why),
                {name_, 0, byte_});
  }

  archive* handle_;
  Feeder& feeder_;
  std::string name_;
  std::uint64_t byte_;
  std::string_view block_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

bool is_hidden(std::string_view name) {
  const std::string_view last = name.substr(name.find_last_of('/') + 1);
  return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/");
}

ArchiveHandle opened(Feeder& feeder) {
  ArchiveHandle handle(archive_read_new(), &archive_read_free);
  if (!handle) throw std::bad_alloc();
  archive_read_support_format_tar(handle.get());
  archive_read_support_format_zip_streamable(handle.get());
  const int status = archive_read_open(handle.get(), &feeder, nullptr, &Feeder::on_read, nullptr);
  feeder.rethrow();
  if (status < ARCHIVE_WARN) {
    const char* why = archive_error_string(handle.get());
    throw Error(ErrorKind::corrupt,
                std::string("cannot be opened as ZIP or tar: ") + (why == nullptr ? "" : why),
                {feeder.input.name()});
  }
  return handle;
}

}  // namespace

void read_bundle(Window& input, const EntryHandler& handle_entry) {
  Feeder feeder(input);
  const ArchiveHandle handle = opened(feeder);
  while (true) {
    archive_entry* entry = nullptr;
    const std::uint64_t byte = input.position();
    const int status = archive_read_next_header(handle.get(), &entry);
    feeder.rethrow();
    if (status == ARCHIVE_EOF) return;
    if (status == ARCHIVE_RETRY) continue;
    if (status < ARCHIVE_WARN) {
      const char* why = archive_error_string(handle.get());
      throw Error(ErrorKind::corrupt,
                  std::string("is damaged: ") + (why == nullptr ? "no reason given" : why),
                  {input.name(), 0, byte});
    }
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
      continue;
    }
    const char* path = archive_entry_pathname(entry);
    const std::string name = clean_entry_name(path == nullptr ? "" : path);
    if (is_hidden(name)) continue;
    EntrySource content(handle.get(), feeder, input.name() + "/" + name, byte);
    handle_entry(name, content);
    if (feeder.failed) return;  // whoever read the entry was told
  }
}

std::string clean_entry_name(std::string_view name) {
  std::string clean;
  std::string slashed(name);
  std::replace(slashed.begin(), slashed.end(), '\\', '/');
  for (std::size_t at = 0; at <= slashed.size();) {
    const std::size_t end = std::min(slashed.find('/', at), slashed.size());
    const std::string_view part = std::string_view(slashed).substr(at, end - at);
    if (!part.empty() && part != "." && part != "..") {
      if (!clean.empty()) clean += '/';
      clean += part;
    }
    at = end + 1;
  }
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = '_';
  }
  if (clean.size() > longest_name) {
    // Names that only differ in what is cut are told apart by the count of ids, as others are.
    clean.resize(longest_name);
  }
  repair(clean);
  return clean;
}

bool looks_like_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") ||
         head.starts_with("PK\x07\x08");
}

bool looks_like_tar(std::string_view head) {
  if (head.size() < tar_block || head.front() == '\0') return false;
  // The sum of the header's bytes, with those of the sum itself taken as blanks.
  constexpr std::size_t sum_at = 148;
  unsigned sum = 8 * ' ';
  unsigned stated = 0;
  for (std::size_t i = 0; i < tar_block; ++i) {
    if (i < sum_at || i >= sum_at + 8) sum += static_cast<unsigned char>(head[i]);
  }
  for (const char c : head.substr(sum_at, 8)) {
    if (c >= '0' && c <= '7') stated = stated * 8 + static_cast<unsigned>(c - '0');
  }
  return stated == sum;
}

}  // namespace entente
