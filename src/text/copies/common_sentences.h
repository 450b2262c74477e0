// Sentences that stand in many texts which otherwise differ: signatures, standing notices, the
// paragraph about the company. They make no two texts copies of each other.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

/// A table of fixed size. What is met often stays in it, what is not gives way.
class CommonSentences {
 public:
  CommonSentences() : entries_(entry_count) {}

  /// Takes note of the sentences of a text.
  void add(const std::vector<std::uint64_t>& sentences);
  [[nodiscard]] bool contains(std::uint64_t sentence) const {
    const Entry& entry = entries_[sentence % entry_count];
    return entry.texts >= enough && entry.tag == tag_of(sentence);
  }

 private:
  static constexpr std::size_t entry_count = 1U << 20;
  static constexpr std::uint8_t enough = 8;
  struct Entry {
    std::uint16_t tag = 0;
    std::uint8_t companion = 0;  // of the last text
    std::uint8_t texts = 0;      // that it stood in, told apart by their companions
  };
  static std::uint16_t tag_of(std::uint64_t sentence) {
    return static_cast<std::uint16_t>(sentence >> 48);
  }
  void note(std::uint64_t sentence, std::uint8_t companion);
  std::vector<Entry> entries_;
};

}  // namespace entente
