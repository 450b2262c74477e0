// The tree read as clauses: for each word that can be an act, its logical arguments, whatever the
// voice, control, coordination or relative clause they stand behind.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entente/sentence.h"

namespace entente {

enum class Slot : std::uint8_t { subj, obj, iobj, prep, poss, mod, to, that, ing, adv };

/// One logical argument: a phrase head (or embedded verb) and how it relates to the act word.
struct Argument {
  Slot slot;
  std::string_view prep;   ///< lower-case lemma, of Slot::prep only ("on", "ahead_of")
  std::uint16_t word;      ///< head of the phrase; the first conjunct
  bool inherited = false;  ///< through control, coordination, relative or participle
  bool passive = false;    ///< stood as passive subject or by-agent
};

/// Built once per sentence; the sentence must outlive it.
class Clauses {
 public:
  explicit Clauses(const Sentence& sentence);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] std::span<const Argument> arguments(std::size_t word) const;
  [[nodiscard]] std::span<const std::uint16_t> children(std::size_t word) const;
  /// The word and its conjuncts, in order ("Russia, Iran and Iraq" from "Russia").
  [[nodiscard]] std::vector<std::uint16_t> conjuncts(std::size_t word) const;
  /// The verb particle of a word ("carry out"), or empty.
  [[nodiscard]] std::string_view particle(std::size_t word) const;
  [[nodiscard]] bool passive(std::size_t word) const;
  /// Words of the phrase under a head, clauses and appositions left out: what a span covers.
  [[nodiscard]] Span phrase(std::size_t head) const;
  /// The nearest word above that heads a clause (a verb, or a predicate noun or adjective), or the word itself.
  [[nodiscard]] std::size_t clause_head(std::size_t word) const;

 private:
  const Sentence* sentence_;
  std::vector<std::vector<Argument>> arguments_;
  std::vector<std::vector<std::uint16_t>> children_;
};

}  // namespace entente
