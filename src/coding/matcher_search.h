// The search for entries in one sentence: heads and words in matcher_words.cc, constraints and
// roles in matcher_slots.cc, winners and light verbs in matcher.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "coding/matcher.h"

namespace entente {

/// Events and relations compete apart.
enum MatchKind : std::uint8_t { event_kind, relation_kind, kinds };

[[nodiscard]] constexpr bool is_noun(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn;
}

[[nodiscard]] constexpr bool is_complement(Rel rel) {
  return rel == Rel::ccomp || rel == Rel::xcomp || rel == Rel::advcl || rel == Rel::acl ||
         rel == Rel::csubj;
}

/// One entry found at one word.
struct FoundEntry {
  const Entry* entry = nullptr;
  std::uint16_t word = 0;
  MatchKind kind = event_kind;  ///< as what it competes
  int weight = 0;
  int filled = 0;               ///< constraints written in the entry that were met
  std::vector<Filler> fillers;  ///< the act in slot E among them
  std::vector<std::uint16_t> trigger;
  std::vector<std::uint16_t> consumed;  ///< words that yield no item of their own
  std::vector<std::uint16_t> asked;  ///< words that the pattern names: their phrases are open to it
};

/// Why an entry failed, for explain.
struct MatchFailure {
  int count = 0;
  std::string why;
};

class EntryMatcher {
 public:
  EntryMatcher(const Dictionary& dictionary, const Clauses& clauses, std::vector<NearMiss>* misses);
  std::vector<Match> run();

 private:
  using Extra = std::span<const Argument>;
  [[nodiscard]] const std::vector<Dictionary::Candidate>* candidates(std::size_t word) const;
  [[nodiscard]] std::string_view reduced(const Word& word, std::string_view lemma);
  [[nodiscard]] bool fits_class(std::size_t word, char pos) const;
  [[nodiscard]] bool fits_head(std::size_t word, const Head& head, FoundEntry& found) const;
  [[nodiscard]] bool words_before(std::size_t word, const Head& head, FoundEntry& found) const;
  [[nodiscard]] bool has_particle(std::size_t word, const Head& head, FoundEntry& found) const;
  bool try_entry(const Entry& entry, Extra extra, int depth, FoundEntry& found,
                 MatchFailure* failure);
  bool is_act(std::size_t word, int depth, const FoundEntry& governor);
  [[nodiscard]] std::vector<Argument> lent(std::size_t verb, std::size_t act) const;
  bool satisfy(const Constraint& constraint, const Entry& entry, Extra extra, int depth,
               FoundEntry& found);
  bool accept(const Constraint& constraint, const Argument& argument, std::size_t owner, int depth,
              FoundEntry& found);
  void take(const Constraint& constraint, const Argument& argument, std::uint16_t asked,
            FoundEntry& found);
  void scan(const Constraint& constraint, std::span<const Argument> arguments, std::size_t owner,
            bool phrases_only, int depth, FoundEntry& found, bool& any);
  void scan_inner(const Constraint& constraint, Extra arguments, std::size_t owner, int depth,
                  FoundEntry& found, bool& any);
  void scan_doers(const Constraint& constraint, std::size_t owner, int depth, FoundEntry& found,
                  bool& any);
  void scan_low_agent(const Constraint& constraint, std::size_t owner, int depth, FoundEntry& found,
                      bool& any);
  [[nodiscard]] bool below(std::size_t word, std::size_t ancestor) const;
  void scan_behind(const Constraint& constraint, std::size_t owner, int depth, FoundEntry& found,
                   bool& any);
  void scan_object(const Constraint& constraint, std::size_t owner, int depth, FoundEntry& found,
                   bool& any);
  void scan_deeper(const Constraint& constraint, std::size_t owner, int depth, FoundEntry& found,
                   bool& any);
  [[nodiscard]] bool has_auxiliary(const Constraint& constraint, std::size_t word) const;
  [[nodiscard]] bool in_slot(const Constraint& constraint, const Argument& argument,
                             std::size_t word) const;
  [[nodiscard]] bool in_name(std::size_t word) const;
  [[nodiscard]] std::optional<std::uint16_t> asked_word(const Constraint& constraint,
                                                        std::size_t word) const;
  [[nodiscard]] bool has_lemma(const Constraint& constraint, std::size_t word) const;
  [[nodiscard]] bool is_special(std::string_view special, std::size_t word) const;

  std::optional<FoundEntry> best(std::size_t word, MatchKind kind, Extra extra, int depth,
                                 bool note);
  void resolve(const FoundEntry& found, int depth, std::vector<Match>& out,
               std::vector<FoundEntry>& sources);
  void resolve_light(const FoundEntry& light, std::uint16_t act, int depth, std::vector<Match>& out,
                     std::vector<FoundEntry>& sources);
  [[nodiscard]] std::vector<Match> unclaimed(std::vector<Match> matches,
                                             const std::vector<FoundEntry>& sources) const;

  const Dictionary& dictionary_;
  const Clauses& clauses_;
  std::vector<NearMiss>* misses_;
  StringArena strings_;
  std::vector<std::string_view> lemmas_;  ///< in lower case
  std::vector<std::string_view>
      singulars_;  ///< of nouns that were left in the plural, else the lemma
};

}  // namespace entente
