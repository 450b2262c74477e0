// Hashing of words into rows of embedding tables.
#include "language/features.h"

#include <algorithm>
#include <bit>
#include <string>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t max_characters = 32;  ///< of a form that n-grams are taken from
constexpr std::size_t shortest_ngram = 3, longest_ngram = 5;

std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 30;
  value *= 0xBF58476D1CE4E5B9ULL;
  value ^= value >> 27;
  value *= 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

std::uint32_t row_of(std::string_view text, std::uint64_t seed, std::uint32_t rows) {
  return static_cast<std::uint32_t>(hash_of(text, seed) % rows);
}

char shape_of(char32_t code) {
  if (is_digit(code)) return 'd';
  if (is_upper(code)) return 'X';
  if (is_letter(code)) return 'x';
  return code < 128 ? static_cast<char>(code) : '*';
}

/// "McDonald's" is "XxXxxx'x": runs are cut to three.
std::string shape(std::string_view form) {
  std::string out;
  int run = 0;
  for (std::size_t at = 0; at < form.size();) {
    const Decoded decoded = decode(form, at);
    at += decoded.size;
    const char kind = shape_of(decoded.code);
    run = !out.empty() && out.back() == kind ? run + 1 : 1;
    if (run <= 3 && out.size() < max_characters) out += kind;
  }
  return out;
}

/// Byte offsets of the characters of a text and of its end.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) out.push_back(at);
  out.push_back(text.size());
  return out;
}

void add_ngrams(const std::string& lowered, std::uint32_t rows, std::vector<std::uint32_t>& out) {
  const std::string marked = "<" + lowered + ">";
  std::vector<std::size_t> at = boundaries(marked);
  if (at.size() > max_characters + 1) at.resize(max_characters + 1);
  for (std::size_t size = shortest_ngram; size <= longest_ngram; ++size) {
    for (std::size_t i = 0; i + size < at.size(); ++i) {
      out.push_back(
          row_of(std::string_view(marked).substr(at[i], at[i + size] - at[i]), 100, rows));
    }
  }
}

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ mix(seed + 1);
  for (const char byte : text) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3ULL;
  }
  return mix(hash);
}

HashIndex::HashIndex(std::span<const std::uint64_t> hashes) : size_(hashes.size()) {
  slots_.resize(std::bit_ceil(2 * hashes.size() + 2));
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    std::size_t at = hashes[i] & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hashes[i], static_cast<std::uint32_t>(i + 1)};
  }
}

std::uint32_t HashIndex::find(std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].number != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
  return slots_[at].number;
}

void FeatureBatch::clear() {
  forms.clear();
  affixes.clear();
  ngrams.clear();
  ngram_begin.assign(1, 0);
}

void add_features(std::string_view form, const HashIndex& vocabulary, const FeatureSizes& sizes,
                  FeatureBatch& batch) {
  const std::string lowered = lower(form);
  const std::string_view view = lowered;
  const std::vector<std::size_t> at = boundaries(lowered);
  const std::size_t characters = at.size() - 1;
  std::array<std::uint32_t, affix_count> affixes{};
  std::uint64_t kind = 0;
  for (std::size_t size = 1; size <= 3; ++size, ++kind) {
    affixes[kind] = row_of(view.substr(0, at[std::min(size, characters)]), kind, sizes.affix_rows);
  }
  for (std::size_t size = 1; size <= 4; ++size, ++kind) {
    affixes[kind] =
        row_of(view.substr(at[characters - std::min(size, characters)]), kind, sizes.affix_rows);
  }
  affixes[kind] = row_of(shape(form), kind, sizes.affix_rows);
  batch.forms.push_back(vocabulary.find(hash_of(lowered)));
  batch.affixes.push_back(affixes);
  add_ngrams(lowered, sizes.ngram_rows, batch.ngrams);
  batch.ngram_begin.push_back(static_cast<std::uint32_t>(batch.ngrams.size()));
}

void copy_features(const FeatureBatch& from, std::size_t index, FeatureBatch& batch) {
  batch.forms.push_back(from.forms[index]);
  batch.affixes.push_back(from.affixes[index]);
  batch.ngrams.insert(batch.ngrams.end(), from.ngrams.begin() + from.ngram_begin[index],
                      from.ngrams.begin() + from.ngram_begin[index + 1]);
  batch.ngram_begin.push_back(static_cast<std::uint32_t>(batch.ngrams.size()));
}

}  // namespace entente
