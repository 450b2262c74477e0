// Strings by number, kept in a temporary file instead of memory.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The file has no name and is gone with its owner. Memory grows by eight bytes for 64 strings.
class StringFile {
 public:
  /// Throws Error unreadable where no temporary file can be made.
  StringFile();

  void add(std::string_view text);
  /// The string that was added as number i, from 0. Throws Error unreadable.
  [[nodiscard]] std::string at(std::size_t i);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void flush();
  [[nodiscard]] std::string read(std::uint64_t begin, std::size_t size) const;

  std::unique_ptr<std::FILE, Close> file_;
  std::string pending_;  // what is not in the file yet
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> begins_;  // of every 64th string
  std::size_t size_ = 0;
};

}  // namespace entente
