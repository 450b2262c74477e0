// What the segmenter looks at when it decides about a place between characters or tokens. Training
// and use share this file, so that they always see the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "text/address.h"
#include "text/chunks.h"
#include "text/segmenter_model.h"

namespace entente {

/// Hashes of the features at one place.
class FeatureList {
 public:
  void clear() { size_ = 0; }
  /// Adds the feature of kind `kind` with these contents.
  template <typename... Values>
  void add(std::uint64_t kind, Values... values) {
    std::uint64_t sum = kind + 1;
    ((sum = mix(sum, static_cast<std::uint64_t>(values))), ...);
    hashes_[size_++] = sum * 0xD6E8FEB86659FD93ULL;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The feature's row in a table of 2^bits rows.
  [[nodiscard]] std::uint32_t row(std::size_t i, unsigned bits) const {
    return bits == 0 ? 0 : static_cast<std::uint32_t>(hashes_[i] >> (64 - bits));
  }

 private:
  std::array<std::uint64_t, 64> hashes_{};
  std::size_t size_ = 0;
};

/// Decides where tokens and words may begin inside a chunk and describes those places.
class ChunkFeatures {
 public:
  explicit ChunkFeatures(const SegmenterModel& model) : model_(model) {}

  /// Sets the chunk and its neighbours (empty ones at the ends of a block), which must stay.
  void look_at(const Chunk& before, const Chunk& chunk, const Chunk& after);
  /// Byte of character i in the text.
  [[nodiscard]] std::uint32_t byte(std::size_t i) const { return chunk_->byte(i); }
  /// Hash of character i and the letters behind it.
  [[nodiscard]] std::uint64_t tail_hash(std::size_t i) const;
  /// Places 1 .. size-1 where a boundary may stand, in order.
  [[nodiscard]] std::span<const std::uint32_t> candidates() const { return candidates_; }
  /// Features of the place before character i, when the last boundary was `last` before `begin`.
  void describe(std::size_t i, std::size_t begin, Boundary last, FeatureList& features) const;

 private:
  void add_splits(std::size_t begin, std::size_t end);
  [[nodiscard]] std::uint64_t key(std::size_t i) const;  // i may lie one or more before 0
  [[nodiscard]] std::uint64_t kind(std::size_t i) const;
  [[nodiscard]] std::uint64_t hash(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t run_begin(std::size_t end) const;
  [[nodiscard]] std::size_t run_end(std::size_t begin) const;
  void add_characters(std::size_t i, FeatureList& features) const;
  void add_runs(std::size_t i, std::size_t begin, Boundary last, FeatureList& features) const;
  void add_neighbours(std::size_t i, std::size_t begin, FeatureList& features) const;
  [[nodiscard]] bool before_apostrophe(std::size_t i) const;
  [[nodiscard]] std::uint64_t mask_at(std::size_t i, std::size_t begin) const;

  const SegmenterModel& model_;
  const Chunk* before_ = nullptr;
  const Chunk* chunk_ = nullptr;
  const Chunk* after_ = nullptr;
  std::uint64_t marks_ = 0;  // which tell-tale marks the chunk holds: "@", "://", ...
  AddressPlace address_;
  std::vector<std::uint32_t> candidates_;
};

/// A token as the sentence splitter sees it.
struct TokenLook {
  std::uint64_t hash = 0;          ///< of its keys
  std::uint64_t shape = 0;         ///< of its classes
  std::uint64_t word = 0;          ///< its bits in SegmenterModel::words
  std::uint64_t abbreviation = 0;  ///< kind of it, 0 for none; `hash` is then of the kind alone
  char32_t first = 0, last = 0;    ///< keys
  CharClass first_kind = CharClass::other, last_kind = CharClass::other;
  std::uint8_t spaces = 0;  ///< before it: 0, 1 or 2 for more
  std::uint8_t size = 0;    ///< characters, at most 255
  bool initials = false;    ///< as "C.V." are
};

/// Builds a token's look from the characters begin .. end-1 of a chunk with `after` behind it.
[[nodiscard]] TokenLook look_of(const SegmenterModel& model, const Chunk& chunk, std::size_t begin,
                                std::size_t end, const Chunk& after);

/// What was seen since the sentence began.
struct SentenceState {
  std::uint32_t tokens = 0;
  std::uint32_t open_brackets = 0;
  bool open_quote = false;

  void pass(const TokenLook& token);
};

/// True when tokens[i] ends a sentence by its looks: a full stop, exclamation or question mark,
/// with quotes and brackets closed behind it.
[[nodiscard]] bool closes_sentence(std::span<const TokenLook> tokens, std::size_t i);
/// True when a sentence may end between two tokens.
[[nodiscard]] bool may_end(const TokenLook& token, const TokenLook& next);
/// Describes the place behind tokens[i]; i + 1 < tokens.size(). `state` has seen tokens[i].
void describe_end(std::span<const TokenLook> tokens, std::size_t i, const SentenceState& state,
                  FeatureList& features);

}  // namespace entente
