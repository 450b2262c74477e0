// The trained part of the segmenter: weights of hashed features and what it remembers of words.
// Section "segmenter" of a model, all little-endian:
//   u64 version, u64 bits of the token table, u64 bits of the sentence table,
//   u64 counts of the four word tables and of the bytes of strings,
//   the tables' entries (hash u64, value u64, sorted by hash), the strings padded to 8 bytes,
//   the token weights (f32 x 3 x 2^bits), the sentence weights (f32 x 2^bits).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A sorted list of hashes with a value each.
class HashTable {
 public:
  struct Entry {
    std::uint64_t hash;
    std::uint64_t value;
    friend bool operator<(const Entry& a, const Entry& b) { return a.hash < b.hash; }
  };
  HashTable() = default;
  explicit HashTable(std::span<const Entry> entries) : entries_(entries) {}
  [[nodiscard]] std::uint64_t find(std::uint64_t hash) const;  ///< 0 where there is none
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

 private:
  std::span<const Entry> entries_;
};

/// What stands at a place between two characters.
enum class Boundary : std::uint8_t { none, token, word };
constexpr std::size_t boundary_kinds = 3;

/// Bits of a word's value in SegmenterModel::words.
constexpr std::uint64_t case_mask = 3;          ///< 1 mostly small, 2 both, 3 mostly capital
constexpr unsigned abbreviation_shift = 2;      ///< above: kind of abbreviation, 0 for none
constexpr std::uint64_t abbreviation_mask = 7;  ///< after the shift
constexpr std::uint64_t capital_bit = 1 << 5;   ///< an abbreviation only with a capital
constexpr std::uint64_t before_number = 2;      ///< kind that is one only before a digit

/// Views into the bytes of a section.
struct SegmenterModel {
  static constexpr std::uint64_t version = 1;

  HashTable words;     ///< by keys of a word (an abbreviation's with its full stop): bits as above
  HashTable splits;    ///< by keys of a run of letters: bit i set when it may be split before i
  HashTable suffixes;  ///< by keys of a part that begins inside a run of letters: its letters
  HashTable
      expansions;  ///< by bytes of a token whose words are not its parts: 1 + place in strings
  std::span<const char> strings;  ///< of expansions: u8 count, then for each u8 size and its bytes
  unsigned token_bits = 0;
  unsigned sentence_bits = 0;
  std::span<const float> token_weights;
  std::span<const float> sentence_weights;

  /// Throws Error corrupt or version; `file` stands in the message.
  static SegmenterModel view(std::span<const std::byte> section, const std::string& file);
  [[nodiscard]] std::vector<std::byte> bytes() const;

  /// The words of a token whose words are not its parts; none for every other token.
  [[nodiscard]] std::vector<std::string_view> expand(std::string_view token) const;
};

[[nodiscard]] std::uint64_t byte_hash(std::string_view bytes);

}  // namespace entente
