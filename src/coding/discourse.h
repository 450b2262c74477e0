// The memory of a document: who was mentioned, in order, and whom a pronoun or a definite phrase
// means because of it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/sentence.h"

namespace entente {

enum class EntityKind : std::uint8_t { state, person, group, agents, other };

/// A mention of somebody, kept in the order of the text. Coordinations are kept as one plural
/// mention after their parts.
struct Entity {
  std::vector<std::string> codes;
  std::string name;    ///< a person's or organisation's name, empty for generic phrases
  std::string lemma;   ///< of the phrase's head word
  std::string office;  ///< a person's title in lower case
  EntityKind kind = EntityKind::other;
  bool plural = false;
  bool subject = false;
  bool coordination = false;
  bool armed_group = false;  ///< a group of the data, by name
  bool of_state = false;     ///< a state's own body: its army, its ministry
  bool uprooted = false;     ///< refugees, migrants: one group under changing names
  std::uint32_t sentence = 0;
  std::uint32_t word = 0;
  std::int32_t governor = -1;  ///< the word it hangs on, to tell co-arguments apart
};

/// What a referring phrase asks for.
struct Reference {
  std::uint32_t sentence = 0;
  std::uint32_t word = 0;
  std::int32_t governor = -1;  ///< of a non-possessive pronoun; -1: anyone of the sentence will do
  std::vector<std::string> not_these;  ///< codes of the act's other party, whom it cannot mean
};

class Discourse {
 public:
  void mention(Entity entity) { entities_.push_back(std::move(entity)); }

  /// "he", "she", "they", "it" and their possessives, by the features of the pronoun.
  [[nodiscard]] const Entity* pronoun(const Reference& at, bool plural, bool person) const;
  /// The last mention whose head had that lemma ("the rebels" after "Syrian rebels").
  [[nodiscard]] const Entity* same_noun(const Reference& at, std::string_view lemma,
                                        bool plural) const;
  /// The last person whose title contains that word ("the president").
  [[nodiscard]] const Entity* holder(const Reference& at, std::string_view title) const;
  /// The last uprooted people whose states were told ("the migrants" after "Arlandic refugees").
  [[nodiscard]] const Entity* uprooted(const Reference& at) const;
  /// The last group named, one that is no state's body before others ("the group").
  [[nodiscard]] const Entity* group(const Reference& at) const;
  /// The last armed group named ("the militants"), who is no party to the same act.
  [[nodiscard]] const Entity* armed_group(const Reference& at) const;
  /// The last mention of a kind ("the country").
  [[nodiscard]] const Entity* last(const Reference& at, EntityKind kind) const;
  /// The last `count` different parties, as "both countries" or "the two leaders" means them.
  [[nodiscard]] std::vector<std::string> several(const Reference& at, std::size_t count,
                                                 bool states) const;
  /// A person met before by that name or its last part; nullptr when two share it.
  [[nodiscard]] const Entity* person(std::string_view name) const;
  /// Somebody of that full name was met, of whom no more is known.
  void stranger(std::string_view name);
  [[nodiscard]] bool is_stranger(std::string_view surname) const;

 private:
  [[nodiscard]] std::vector<std::string> named_together(const Reference& at,
                                                        std::size_t count) const;
  template <class Wanted>
  [[nodiscard]] const Entity* nearest(const Reference& at, std::uint32_t reach,
                                      Wanted wanted) const;
  [[nodiscard]] bool before(const Entity& entity, const Reference& at) const;
  std::vector<Entity> entities_;
  std::set<std::string, std::less<>> strangers_;  ///< by surname
};

}  // namespace entente
