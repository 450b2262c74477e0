// What the network sees of a word: rows of embedding tables for its form, its edges and its
// character n-grams. Nothing here knows a language.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// 64 bits of a string, the same on every machine. Part of the model format.
[[nodiscard]] std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0);

/// Numbers known hashes from 1; 0 is any other. Finds the forms (lower-cased) that have an
/// embedding of their own.
class HashIndex {
 public:
  HashIndex() : HashIndex(std::span<const std::uint64_t>{}) {}
  /// hashes[i] belongs to number i + 1.
  explicit HashIndex(std::span<const std::uint64_t> hashes);
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;
  [[nodiscard]] std::size_t size() const { return size_ + 1; }  ///< with the unknown one

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  ///< 0: free
  };
  std::vector<Slot> slots_;
  std::size_t size_;
};

/// Prefixes of 1 to 3 characters, suffixes of 1 to 4, and the shape.
constexpr std::size_t affix_count = 8;

struct FeatureSizes {
  std::uint32_t affix_rows = 0;
  std::uint32_t ngram_rows = 0;
};

/// The features of a batch of words, one after the other.
struct FeatureBatch {
  std::vector<std::uint32_t> forms;
  std::vector<std::array<std::uint32_t, affix_count>> affixes;
  std::vector<std::uint32_t> ngrams;
  std::vector<std::uint32_t> ngram_begin{0};  ///< one more than words
  void clear();
  [[nodiscard]] std::size_t size() const { return forms.size(); }
};

void add_features(std::string_view form, const HashIndex& vocabulary, const FeatureSizes& sizes,
                  FeatureBatch& batch);
/// Adds word `index` of another batch.
void copy_features(const FeatureBatch& from, std::size_t index, FeatureBatch& batch);

}  // namespace entente
