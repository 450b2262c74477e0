// Bytes from files, folders and standard input, gzip and zstd unpacked on the way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "entente/error.h"

namespace entente {

/// A forward stream of bytes. Errors are thrown as Error with file and byte.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills up to `size` bytes of `data`; returns how many, 0 at the end.
  virtual std::size_t read(char* data, std::size_t size) = 0;
  [[nodiscard]] virtual const std::string& name() const = 0;
};

/// Opens a file, or standard input for "-". gzip (also several members) and zstd are told by their
/// first bytes and unpacked; truncated or damaged ones throw Error corrupt when that place is
/// reached.
[[nodiscard]] std::unique_ptr<ByteSource> open_source(const std::string& path);
/// The file as it is, packed or not; standard input for "-".
[[nodiscard]] std::unique_ptr<ByteSource> open_raw(const std::string& path);
/// What `source` holds, unpacked as open_source() does.
[[nodiscard]] std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source);
/// A source over bytes in memory, unpacked likewise.
[[nodiscard]] std::unique_ptr<ByteSource> source_of(std::string bytes, std::string name);

/// The whole of a file as bytes, unpacked; throws too_large past `limit` bytes.
[[nodiscard]] std::string read_file(const std::string& path, std::uint64_t limit = 1ULL << 32);

/// Paths of the regular files below `path` in byte order of their names, hidden ones left out;
/// the path itself when it is a file or "-". What cannot be entered is added to `errors`.
[[nodiscard]] std::vector<std::string> walk(const std::string& path, std::vector<Error>& errors);

/// Reads lines of any length up to `limit` bytes without their ends ("\n" or "\r\n").
class LineReader {
 public:
  LineReader(ByteSource& source, std::uint64_t limit);
  /// False at the end. A longer line is skipped to its end and throws too_large with its number;
  /// the next call goes on after it.
  bool next(std::string& line);
  [[nodiscard]] std::uint64_t line_number() const { return line_; }  ///< of the last line, from 1
  [[nodiscard]] std::uint64_t byte() const { return begin_; }        ///< where it began

 private:
  bool fill();
  ByteSource& source_;
  std::uint64_t limit_;
  std::string buffer_;
  std::size_t used_ = 0;
  std::uint64_t line_ = 0, begin_ = 0, consumed_ = 0;
};

}  // namespace entente
