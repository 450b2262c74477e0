// The tree read as clauses: for each word that can be an act, its logical arguments, whatever the
// voice, control, coordination or relative clause they stand behind.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "coding/grammar.h"
#include "entente/sentence.h"

namespace entente {

enum class Slot : std::uint8_t { subj, obj, iobj, prep, poss, mod, to, that, ing, adv, pred, aux };

/// One logical argument: a phrase head (or embedded verb) and how it relates to the act word.
struct Argument {
  Slot slot;
  std::string_view prep;   ///< lower-case lemma, of Slot::prep only ("on", "ahead_of")
  std::uint16_t word;      ///< head of the phrase; the first conjunct
  bool inherited = false;  ///< through control, coordination, relative or participle
  bool passive = false;    ///< stood as passive subject or by-agent
};

/// Built once per sentence; the sentence must outlive it, the grammar need not. Words past the
/// first 65,535 have no arguments.
class Clauses {
 public:
  /// Without a grammar only what labels and features tell is used.
  explicit Clauses(const Sentence& sentence, const Grammar* grammar = nullptr);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  /// Own arguments first, inherited ones after. A phrase with several prepositions ("from behind
  /// the lines") stands under their join and under each of them.
  [[nodiscard]] std::span<const Argument> arguments(std::size_t word) const;
  [[nodiscard]] std::span<const std::uint16_t> children(std::size_t word) const;
  /// The word and its conjuncts, in order ("Russia, Iran and Iraq" from "Russia").
  [[nodiscard]] std::vector<std::uint16_t> conjuncts(std::size_t word) const;
  /// The verb particle of a word ("carry out"), or empty.
  [[nodiscard]] std::string_view particle(std::size_t word) const;
  [[nodiscard]] bool passive(std::size_t word) const;
  /// Words of the phrase under a head, clauses and appositions left out: what a span covers.
  [[nodiscard]] Span phrase(std::size_t head) const;
  /// The nearest word above that heads a clause (a verb, or a predicate noun or adjective), or the
  /// word itself.
  [[nodiscard]] std::size_t clause_head(std::size_t word) const;
  /// What a transparent noun stands for: "rockets" of "dozens of rockets"; else the word itself.
  [[nodiscard]] std::size_t core(std::size_t word) const { return core_.at(word); }
  /// The governor; -1 for a root. Unlike Word::head it is sound whatever the parser said.
  [[nodiscard]] std::int32_t head(std::size_t word) const { return head_.at(word); }

 private:
  friend class ClauseBuilder;
  const Sentence* sentence_;
  std::vector<std::int32_t> head_;
  std::vector<std::uint32_t> child_begin_, argument_begin_;
  std::vector<std::uint16_t> children_, core_;
  std::vector<Argument> arguments_;
  std::vector<std::uint8_t> flags_;  ///< of words: passive; its phrase belongs to the noun above
  StringArena names_;                ///< joined prepositions
};

}  // namespace entente
