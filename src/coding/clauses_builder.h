// Builds Clauses from a tree, governors before what hangs on them, so that a subject can be handed
// down through any depth of control, coordination and relative clauses in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/clauses.h"

namespace entente {

class ClauseBuilder {
 public:
  static constexpr std::uint8_t passive_flag = 1;
  static constexpr std::uint8_t loose_flag = 2;  ///< a prepositional phrase outside the noun's span

  static constexpr std::uint8_t pronoun_flag = 4;  ///< a relative clause with its pronoun

  ClauseBuilder(Clauses& out, const Grammar* grammar);
  void build();

 private:
  /// What a word is as the head of a clause, auxiliaries considered.
  enum class Form : std::uint8_t { nominal, finite, infinitive, gerund, participle };

  // clauses_tree.cc: heads, order, forms, voice, antecedents.
  void find_heads();
  void find_children();
  void find_order();
  void find_antecedents();
  void find_cores();
  [[nodiscard]] Form own_form(std::size_t word) const;
  [[nodiscard]] Form form(std::size_t word) const;
  [[nodiscard]] bool find_voice(std::size_t word) const;
  [[nodiscard]] std::optional<std::uint16_t> antecedent(std::size_t word) const;

  // clauses_own.cc: arguments that hang on the word itself.
  void own_arguments(std::size_t word);
  void own_clause(std::size_t word, std::size_t child);
  void own_phrase(std::size_t word, std::size_t child);
  [[nodiscard]] std::optional<std::uint16_t> joined_adjective(std::size_t word) const;
  void predicate_phrases(std::size_t word);
  void own_modifier(std::size_t word, std::size_t child);
  void reported_speech(std::size_t word, std::size_t child);
  void add_prepositions(std::size_t word, std::size_t child, bool marks);
  void add_nested_preposition(std::size_t word, std::size_t child, std::string_view prep);
  [[nodiscard]] std::string_view link_name(std::size_t link);
  [[nodiscard]] std::optional<std::uint16_t> stray_case(std::size_t word) const;
  [[nodiscard]] std::optional<std::uint16_t> speaker_behind(std::size_t word,
                                                            std::size_t child) const;
  [[nodiscard]] bool is_agent(std::size_t word, std::size_t child) const;

  // clauses_inherited.cc: arguments handed down or shared.
  bool hyphenated(std::size_t word);
  bool verb_before_root(std::size_t word);
  [[nodiscard]] std::optional<std::size_t> noun_behind(std::size_t word) const;
  void inherit(std::size_t word);
  void inherit_as_conjunct(std::size_t word, std::size_t first);
  void inherit_from_the_right(std::size_t word, std::size_t first);
  void inherit_as_relative(std::size_t word, std::size_t noun);
  void inherit_as_modifier(std::size_t word, std::size_t noun);
  void inherit_as_complement(std::size_t word, std::size_t governor);
  void share_between_conjuncts(std::size_t first);
  void share_object(std::size_t first, std::size_t later);
  void share_phrases(std::size_t first, std::size_t later);
  [[nodiscard]] std::int32_t controller(std::size_t governor, std::size_t word) const;
  [[nodiscard]] std::int32_t object_of(std::size_t word, std::size_t except) const;
  [[nodiscard]] std::int32_t noun_controller(std::size_t noun) const;
  [[nodiscard]] bool open_to_the_right(std::size_t word, std::size_t until) const;

  void place_subject(std::size_t word, std::size_t subject, bool inherited);
  void add(std::size_t word, Slot slot, std::size_t argument, bool inherited = false,
           bool passive = false, std::string_view prep = {});
  void flatten();

  struct Node {
    Argument argument;
    std::int32_t next;
  };
  template <class Visit>
  void each(std::size_t word, Visit visit) const {
    for (auto at = first_[word]; at >= 0; at = nodes_[static_cast<std::size_t>(at)].next) {
      visit(nodes_[static_cast<std::size_t>(at)].argument);
    }
  }
  [[nodiscard]] bool has_argument(std::size_t word, Slot slot) const;
  [[nodiscard]] bool has_child(std::size_t word, Rel rel) const;
  [[nodiscard]] const Word& at(std::size_t word) const { return out_.sentence_->words[word]; }
  [[nodiscard]] bool verbal(std::size_t word) const;
  [[nodiscard]] bool passive(std::size_t word) const {
    return (out_.flags_[word] & passive_flag) != 0;
  }
  [[nodiscard]] bool known(const WordSet Grammar::*set, std::string_view lemma) const {
    return grammar_ != nullptr && (grammar_->*set).contains(lemma);
  }

  Clauses& out_;
  const Grammar* grammar_;
  std::size_t size_;
  std::vector<std::uint16_t> order_;        ///< governors before their dependents
  std::vector<std::int32_t> antecedent_;    ///< of relative pronouns, else -1
  std::vector<std::int32_t> subject_;       ///< the grammatical subject, own or inherited, else -1
  std::vector<std::int32_t> first_, last_;  ///< per word, its arguments in nodes_
  std::vector<std::uint8_t> count_;         ///< per word, how many they are
  std::vector<Node> nodes_;
};

}  // namespace entente
