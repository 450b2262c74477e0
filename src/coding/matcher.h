// Dictionary entries found in a sentence, with the phrase heads that fill their roles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coding/clauses.h"
#include "coding/dictionary.h"

namespace entente {

/// A phrase that fills a role: its head word (first conjunct) and the slot it stood in. Of a slot
/// that occurs several times, as `mod` does, each phrase is a filler, whether it names a party or
/// not.
struct Filler {
  std::uint16_t word;
  Role role;
  Slot slot;
  std::string_view prep;
  bool inherited = false;
};

struct Match {
  const Entry* entry = nullptr;  ///< what codes the act
  std::uint16_t head = 0;        ///< the act word: bomb, airstrike
  std::uint16_t clause = 0;      ///< the word whose clause decides status: a light verb, or head
  std::vector<std::uint16_t> trigger;  ///< words that name the act, ascending
  std::vector<Filler> fillers;
  const Entry* light = nullptr;  ///< the light verb's entry where there is one
  std::optional<Status> status;  ///< where entry or light decide it
};

/// An entry that failed by one constraint; only for explain.
struct NearMiss {
  const Entry* entry = nullptr;
  std::uint16_t head = 0;
  std::string why;
};

/// The winning match of each act word, in order of words. A word may win an event and a relation.
/// `misses` may be null.
[[nodiscard]] std::vector<Match> match(const Dictionary& dictionary, const Clauses& clauses,
                                       std::vector<NearMiss>* misses = nullptr);

}  // namespace entente
