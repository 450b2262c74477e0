// The container of model files: named sections of bytes, versioned, checksummed, memory-mapped.
// docs/formats.md describes the layout.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// A read-only archive. Sections stay mapped as long as the archive lives; each begins at a
/// 64-byte boundary, so it may be read in place as an array of numbers (little-endian).
class Archive {
 public:
  /// Maps a file. Throws Error: not_found, unreadable, version, corrupt (bad magic, checksum,
  /// a section outside the file).
  static Archive open(const std::string& path);
  /// Takes a copy of bytes in memory; `name` stands for the file in messages.
  static Archive from_bytes(std::span<const std::byte> bytes, const std::string& name);

  [[nodiscard]] bool has(std::string_view section) const;
  [[nodiscard]] std::vector<std::string> names() const;  ///< of all sections, sorted
  /// Bytes of a section. Throws Error malformed when there is none of that name.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;
  [[nodiscard]] const std::string& path() const;

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

 private:
  struct Impl;
  explicit Archive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Collects sections and writes them as one archive, the same bytes for the same sections.
class ArchiveWriter {
 public:
  void add(std::string name, std::vector<std::byte> bytes);
  [[nodiscard]] std::vector<std::byte> bytes() const;
  /// Writes to a temporary file beside `path`, then renames it over. Throws Error unreadable.
  void write(const std::string& path) const;

 private:
  std::vector<std::pair<std::string, std::vector<std::byte>>> sections_;
};

}  // namespace entente
