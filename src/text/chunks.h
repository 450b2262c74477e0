// Chunks: what stands between white space. The segmenter looks at text through them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/span.h"

namespace entente {

/// What the segmenter tells characters apart by. Every punctuation mark is its own kind by its key.
enum class CharClass : std::uint8_t { lower, upper, letter, digit, punct, other };

struct Char {
  char32_t key = 0;      ///< lower case, with typographic quotes and dashes as one kind each
  std::uint32_t at = 0;  ///< byte in the text
  CharClass kind = CharClass::other;

  [[nodiscard]] bool is_alphabetic() const { return kind <= CharClass::letter; }
  [[nodiscard]] bool is_alphanumeric() const { return kind <= CharClass::digit; }
};

struct Chunk {
  std::vector<Char> chars;
  std::uint32_t end = 0;     ///< byte behind the last character
  std::uint32_t spaces = 0;  ///< characters of white space before it in its block
  std::uint64_t hash = 0;    ///< of the keys
  std::uint64_t shape = 0;   ///< of the classes, runs taken as one

  [[nodiscard]] bool empty() const { return chars.empty(); }
  [[nodiscard]] std::size_t size() const { return chars.size(); }
  [[nodiscard]] std::uint32_t begin() const { return chars.empty() ? end : chars.front().at; }
  /// The byte at which character i begins; the chunk's end for i == size().
  [[nodiscard]] std::uint32_t byte(std::size_t i) const {
    return i < chars.size() ? chars[i].at : end;
  }
};

/// A sum of what was put in, in its order. The same on every machine.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t sum, std::uint64_t value) {
  sum = (sum ^ value) * 0x9E3779B97F4A7C15ULL;
  return sum ^ (sum >> 29);
}

/// The hash of a word's keys as Chunk::hash has it.
[[nodiscard]] std::uint64_t key_hash(std::string_view word);

/// Reads the chunks of a block one after the other. A chunk that never ends is cut, so that memory
/// and time stay bounded.
class ChunkReader {
 public:
  static constexpr std::size_t longest = 500;
  ChunkReader(std::string_view text, Span block) : text_(text), at_(block.begin), end_(block.end) {}
  /// Fills `chunk`; an empty one at the end.
  void next(Chunk& chunk);

 private:
  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace entente
