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
    std::vector<std::string> words;
  };  ///< one word, or the parts of a contraction
  std::string text;
  std::vector<Span> sentences;
  std::vector<Token> tokens;
};
/// Learns from texts; returns the bytes of section "segmenter". Deterministic for a seed.
[[nodiscard]] std::vector<std::byte> train_segmenter(std::span<const SegmentedText> texts,
                                                     std::uint64_t seed);

}  // namespace entente
