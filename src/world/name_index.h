// All names of all actors, built once and looked up by the words of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "world/actor_table.h"
#include "world/name_tokens.h"
#include "world/sequence_index.h"

namespace entente {

/// A name of an actor, and how it must be written to count.
struct NameEntry {
  std::uint32_t actor = 0;
  DataSource source;
  std::uint16_t capitals = 0;  ///< bit i: piece i begins with a capital
  std::uint16_t acronyms = 0;  ///< bit i: piece i is all capitals ("UN", "WHO")
  NameRole role = NameRole::name;
  bool variant = false;   ///< made by a rule, not written in the data
  bool lenient = false;   ///< may stand in lower case, as in "russian"
  bool ordinary = false;  ///< an everyday word at the start of a sentence
};

class NameIndex {
 public:
  /// Reads every name of the table; the table must not change after.
  void build(const ActorTable& table, const Naming& naming);

  [[nodiscard]] std::size_t longest(std::uint64_t token) const { return index_.longest(token); }
  [[nodiscard]] std::span<const NameEntry> find(const SequenceKey& key) const {
    return index_.find(key.value());
  }
  [[nodiscard]] std::size_t size() const { return index_.size(); }

 private:
  void add(std::span<const NameToken> tokens, NameEntry entry, ActorKind kind);
  SequenceIndex<NameEntry> index_;
};

/// True for a name in which the family name stands first, as in China and Korea.
[[nodiscard]] bool writes_family_first(const Actor& actor, std::string_view name,
                                       const Naming& naming);
/// True when the pieces of the text are written as the entry asks.
[[nodiscard]] bool written_as(const NameEntry& entry, std::span<const NameToken> text);

}  // namespace entente
