// Storage for the short strings of one document: many views, one lifetime, no allocation per word.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace entente {

/// Keeps copies of strings at stable addresses until it is destroyed. Not thread-safe.
class StringArena {
 public:
  [[nodiscard]] std::string_view keep(std::string_view text);
  void clear();  ///< forgets all strings, keeps one block for reuse

 private:
  static constexpr std::size_t block_size = 1 << 14;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<std::size_t> sizes_;
  std::size_t used_ = 0;
};

}  // namespace entente
