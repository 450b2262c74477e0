// What a block of text looks like: running text or a label, the same words as another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

/// Bytes that stand for how much a reader sees: characters of scripts without spaces count more.
[[nodiscard]] std::size_t length_of(std::string_view text);
/// True where the text ends like a sentence, quotation marks and brackets behind it left aside.
[[nodiscard]] bool ends_like_sentence(std::string_view text);
/// Letters and digits alone, in lower case, words parted by one space.
[[nodiscard]] std::string words_of(std::string_view text);

/// Texts known by what stands in them four words at a time.
class KnownText {
 public:
  void add(std::string_view text);
  [[nodiscard]] bool empty() const { return shingles_.empty(); }
  /// The share of the text's shingles that are known; a text of fewer than four words counts as
  /// one shingle of its own.
  [[nodiscard]] double share(std::string_view text) const;

 private:
  std::unordered_set<std::uint64_t> shingles_;
};

}  // namespace entente
