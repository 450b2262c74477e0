// Sentences and words with their byte spans: paragraphs and headings by layout, sentences and words
// by a trained model. Nothing is normalised: a word's span is what stood there.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.h"
#include "record/analysis.h"

namespace entente {

/// Immutable once loaded; shared by threads.
class Segmenter {
 public:
  /// Reads section "segmenter" of a model. The archive must outlive it.
  explicit Segmenter(const Archive& model);
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;

  /// Fills analysis.sentences (spans, forms, paragraph, heading, space_after, token_words) from
  /// analysis.document, title and furniture segments included as they are marked there.
  void split(Analysis& analysis) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What the segmenter learns from: a text with its sentences, tokens and words marked.
struct SegmentedText {
  struct Token {
    Span span;
    std::vector<std::string> words;  ///< one word, or the parts of a contraction
  };
  std::string text;
  std::vector<Span> sentences;
  std::vector<Token> tokens;
};

/// A word that ends in a full stop without ending a sentence.
struct Abbreviation {
  std::string form;       ///< with its full stop, "Gen."
  std::uint8_t kind = 1;  ///< what it stands before, 1..7: how each kind behaves is learnt
};
/// Reads data/<language>/segmentation/abbreviations.txt. What it says is kept in the trained
/// section: the segmenter itself reads no data. Throws Error.
[[nodiscard]] std::vector<Abbreviation> read_abbreviations(const std::string& path);

/// Learns from texts; returns the bytes of section "segmenter". Deterministic for a seed. Blank
/// lines part paragraphs, as in every text. Throws Error invalid_value for spans outside a text.
[[nodiscard]] std::vector<std::byte> train_segmenter(
    std::span<const SegmentedText> texts, std::uint64_t seed,
    std::span<const Abbreviation> abbreviations = {});

}  // namespace entente
