// Byte sources: plain, gzip and zstd, from files, standard input or memory; lines out of them.
#include "base/files.h"

#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/posix.h"

namespace entente {
namespace {

constexpr std::size_t chunk_bytes = 1 << 16;

// Where packed or plain bytes come from, in chunks that can be looked at before they are taken.
class Input {
 public:
  explicit Input(std::string name) : name_(std::move(name)) {}
  virtual ~Input() = default;

  // What was read and not yet taken, after an attempt to have some: empty only at the end.
  std::string_view peek() {
    if (begin_ == end_) refill();
    return {buffer_.data() + begin_, end_ - begin_};
  }
  // Like peek(), but tries for at least `size` bytes.
  std::string_view peek(std::size_t size) {
    while (end_ - begin_ < size && more()) {
    }
    return {buffer_.data() + begin_, end_ - begin_};
  }
  void take(std::size_t size) { begin_ += size; }
  [[nodiscard]] std::uint64_t position() const { return base_ + begin_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 protected:
  virtual std::size_t read_raw(char* data, std::size_t size) = 0;

 private:
  void refill() {
    base_ += begin_;
    begin_ = end_ = 0;
    more();
  }
  bool more() {
    buffer_.resize(end_ + chunk_bytes);
    const std::size_t got = read_raw(buffer_.data() + end_, chunk_bytes);
    end_ += got;
    return got > 0;
  }

  std::string name_;
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t base_ = 0;  // of buffer_, in the input
};

class FileInput : public Input {
 public:
  explicit FileInput(const std::string& path) : Input(path), file_(open_to_read(path)) {}

 protected:
  std::size_t read_raw(char* data, std::size_t size) override {
    while (true) {
      const ssize_t got = ::read(file_.number(), data, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw system_error(name());
    }
  }

 private:
  FileDescriptor file_;
};

class MemoryInput : public Input {
 public:
  MemoryInput(std::string bytes, std::string name)
      : Input(std::move(name)), bytes_(std::move(bytes)) {}

 protected:
  std::size_t read_raw(char* data, std::size_t size) override {
    const std::size_t got = bytes_.copy(data, size, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Another source's bytes.
class SourceInput : public Input {
 public:
  explicit SourceInput(std::unique_ptr<ByteSource> source)
      : Input(source->name()), source_(std::move(source)) {}

 protected:
  std::size_t read_raw(char* data, std::size_t size) override { return source_->read(data, size); }

 private:
  std::unique_ptr<ByteSource> source_;
};

class PlainSource : public ByteSource {
 public:
  explicit PlainSource(std::unique_ptr<Input> input) : input_(std::move(input)) {}
  std::size_t read(char* data, std::size_t size) override {
    const std::string_view ready = input_->peek();
    const std::size_t got = ready.copy(data, size);
    input_->take(got);
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return input_->name(); }

 private:
  std::unique_ptr<Input> input_;
};

// Unpacks step by step; a failure is thrown only when everything before it was handed out, and
// again at every later read.
class PackedSource : public ByteSource {
 public:
  explicit PackedSource(std::unique_ptr<Input> input) : input_(std::move(input)) {}
  std::size_t read(char* data, std::size_t size) override {
    std::size_t got = 0;
    try {
      while (!failure_ && got == 0 && size > 0 && step(data, size, got)) {
      }
    } catch (const Error& error) {
      failure_ = error;
    }
    if (got == 0 && failure_) throw Error(*failure_);
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return input_->name(); }

 protected:
  // Unpacks something into data and adds to `got`; false at the end. Throws Error corrupt; what was
  // unpacked before the damage is then in `got`.
  virtual bool step(char* data, std::size_t size, std::size_t& got) = 0;

  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorKind::corrupt, why + " at byte " + std::to_string(input_->position()),
                {name(), 0, input_->position()});
  }
  [[nodiscard]] Input& input() { return *input_; }

 private:
  std::unique_ptr<Input> input_;
  std::optional<Error> failure_;
};

constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";

class GzipSource : public PackedSource {
 public:
  explicit GzipSource(std::unique_ptr<Input> input) : PackedSource(std::move(input)) {
    const int gzip_only = 16;
    if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }

 protected:
  bool step(char* data, std::size_t size, std::size_t& got) override {
    if (!inside_ && !begin_member()) return false;
    const std::string_view packed = input().peek();
    if (packed.empty()) refuse("gzip data is truncated");
    // zlib's interface wants a pointer to non-constant bytes, which it does not write to.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(data);
    stream_.avail_out = static_cast<uInt>(std::min(size, chunk_bytes));
    const uInt room = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input().take(packed.size() - stream_.avail_in);
    got += room - stream_.avail_out;
    if (status == Z_STREAM_END) {
      inside_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      refuse("gzip data is damaged");
    }
    return true;
  }

 private:
  // A member may follow the last one; zeros that pad the file to a block's size may follow too.
  bool begin_member() {
    while (true) {
      const std::string_view packed = input().peek(gzip_magic.size());
      if (packed.empty()) return false;
      if (packed.starts_with(gzip_magic)) break;
      const std::size_t padding = std::min(packed.find_first_not_of('\0'), packed.size());
      if (first_ || padding == 0) refuse("gzip data is followed by something else");
      input().take(padding);
    }
    first_ = false;
    inside_ = true;
    inflateReset(&stream_);
    return true;
  }

  z_stream stream_{};
  bool inside_ = false;
  bool first_ = true;
};

class ZstdSource : public PackedSource {
 public:
  explicit ZstdSource(std::unique_ptr<Input> input) : PackedSource(std::move(input)) {
    if (!stream_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, window_log_max);
  }

 protected:
  bool step(char* data, std::size_t size, std::size_t& got) override {
    const std::string_view packed = input().peek();
    if (packed.empty() && !inside_) return false;
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{data, size, 0};
    const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
    input().take(in.pos);
    got += out.pos;
    if (ZSTD_isError(status) != 0) {
      refuse(std::string("zstd data is damaged (") + ZSTD_getErrorName(status) + ")");
    }
    inside_ = status != 0;
    // At the end of the input the stream may still hold what did not fit into the last buffer.
    if (packed.empty() && inside_ && out.pos == 0) refuse("zstd data is truncated");
    return true;
  }

 private:
  static constexpr int window_log_max = 27;  // 128 MiB, what zstd itself allows by default
  struct Free {
    void operator()(ZSTD_DCtx* stream) const { ZSTD_freeDCtx(stream); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> stream_{ZSTD_createDCtx()};
  bool inside_ = false;
};

std::unique_ptr<ByteSource> unpack(std::unique_ptr<Input> input) {
  const std::string_view head = input->peek(zstd_magic.size());
  if (head.starts_with(gzip_magic)) return std::make_unique<GzipSource>(std::move(input));
  if (head.starts_with(zstd_magic)) return std::make_unique<ZstdSource>(std::move(input));
  return std::make_unique<PlainSource>(std::move(input));
}

namespace fs = std::filesystem;

void walk_folder(const fs::path& folder, std::vector<std::string>& files,
                 std::vector<Error>& errors) {
  std::error_code failure;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    std::string name = at->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  if (failure) {
    errors.emplace_back(ErrorKind::unreadable, failure.message(), Location{folder.string()});
    return;
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    const fs::path path = folder / name;
    // Links to folders are not followed: they could lead round in a circle.
    if (fs::symlink_status(path, failure).type() == fs::file_type::directory) {
      walk_folder(path, files, errors);
    } else if (fs::is_regular_file(path, failure)) {
      files.push_back(path.string());
    }
  }
}

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  return unpack(std::make_unique<FileInput>(path));
}

std::unique_ptr<ByteSource> open_raw(const std::string& path) {
  return std::make_unique<PlainSource>(std::make_unique<FileInput>(path));
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source) {
  return unpack(std::make_unique<SourceInput>(std::move(source)));
}

std::unique_ptr<ByteSource> source_of(std::string bytes, std::string name) {
  return unpack(std::make_unique<MemoryInput>(std::move(bytes), std::move(name)));
}

std::string read_file(const std::string& path, std::uint64_t limit) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  std::string text;
  std::string chunk(chunk_bytes, '\0');
  while (const std::size_t got = source->read(chunk.data(), chunk.size())) {
    if (text.size() + got > limit) {
      throw Error(ErrorKind::too_large, "is larger than " + std::to_string(limit) + " bytes",
                  {path});
    }
    text.append(chunk, 0, got);
  }
  return text;
}

std::vector<std::string> walk(const std::string& path, std::vector<Error>& errors) {
  if (path == "-") return {path};
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found) {
    errors.emplace_back(ErrorKind::not_found, "there is no such file or folder", Location{path});
    return {};
  }
  if (status.type() != fs::file_type::directory) return {path};
  std::vector<std::string> files;
  walk_folder(path, files, errors);
  return files;
}

LineReader::LineReader(ByteSource& source, std::uint64_t limit) : source_(source), limit_(limit) {}

bool LineReader::fill() {
  consumed_ += buffer_.size();
  buffer_.resize(chunk_bytes);
  used_ = 0;
  std::size_t got = 0;
  try {
    got = source_.read(buffer_.data(), buffer_.size());
  } catch (...) {
    buffer_.clear();
    throw;
  }
  buffer_.resize(got);
  return got > 0;
}

bool LineReader::next(std::string& line) {
  line.clear();
  if (used_ == buffer_.size() && !fill()) return false;
  begin_ = consumed_ + used_;
  ++line_;
  bool ended = false;
  bool too_long = false;
  while (!ended && (used_ < buffer_.size() || fill())) {
    const std::size_t end = std::min(buffer_.find('\n', used_), buffer_.size());
    // One byte more than the limit, for the carriage return that does not count.
    too_long = too_long || line.size() + (end - used_) > limit_ + 1;
    if (!too_long) line.append(buffer_, used_, end - used_);
    ended = end < buffer_.size();
    used_ = ended ? end + 1 : end;
  }
  if (ended && !too_long && line.ends_with('\r')) line.pop_back();
  if (too_long || line.size() > limit_) {
    line = std::string();  // gives its memory back
    throw Error(ErrorKind::too_large, "line is longer than " + std::to_string(limit_) + " bytes",
                {source_.name(), line_, begin_});
  }
  return true;
}

}  // namespace entente
