// Names of actors in a sentence: longest match over the index, then what the words around allow.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "world/actor_table.h"
#include "world/agents.h"
#include "world/gazetteer.h"
#include "world/name_index.h"
#include "world/sound_index.h"

namespace entente {

class ActorFinder {
 public:
  /// All of them must outlive the finder.
  ActorFinder(const ActorTable& table, const NameIndex& names, const SoundIndex& sounds,
              const Agents& agents, const Naming& naming, const Gazetteer& gazetteer,
              const DataFiles& files)
      : table_(table),
        names_(names),
        sounds_(sounds),
        agents_(agents),
        naming_(naming),
        gazetteer_(gazetteer),
        files_(files) {}

  [[nodiscard]] std::vector<ActorMention> find(const Sentence& sentence,
                                               const WorldContext& context) const;
  /// Decides between actors that share a name by what else the document names; `states` counts how
  /// often it names each. Persons are left as they are.
  void settle_shared(std::span<ActorMention* const> document,
                     const std::map<std::string, int, std::less<>>& states, Date day) const;
  [[nodiscard]] ActorReason why(const Sentence& sentence, const ActorMention& mention,
                                Date day) const;
  /// A mention of the actor alone, without words, as it stands on a day.
  [[nodiscard]] ActorMention mention_of(std::uint32_t actor, Date day) const;

 private:
  static constexpr int kTold = 100;  ///< for a candidate that the text names otherwise too

  struct Reading;  // one sentence under work
  struct Match {
    std::size_t begin = 0, end = 0;  // tokens
    std::vector<NameEntry> entries;  // of the best role
  };
  [[nodiscard]] bool in_a_town(const Reading& reading, const Match& match) const;

  [[nodiscard]] Match longest_match(const Reading& reading, std::size_t at) const;
  [[nodiscard]] Match match_by_sound(const Reading& reading, std::size_t at) const;
  [[nodiscard]] bool yields(const Reading& reading, const Match& match) const;
  void settle_states(Reading& reading) const;
  [[nodiscard]] const ActorMention* owner_of(const Reading& reading, std::size_t mention) const;
  void settle_owned(Reading& reading) const;
  [[nodiscard]] bool is_common(const Reading& reading, const ActorMention& body) const;
  void choose(ActorMention& mention, std::size_t candidate, int reward, Date day) const;
  void find_form(const Sentence& sentence, const ActorMention& mention, ActorReason& reason) const;
  void prefer_seats(std::vector<NameEntry>& entries) const;
  [[nodiscard]] bool admits(const Reading& reading, const NameEntry& entry, std::size_t begin,
                            std::size_t end) const;
  [[nodiscard]] bool stands_alone(const Reading& reading, const NameEntry& entry, std::size_t begin,
                                  std::size_t end) const;
  [[nodiscard]] bool is_other_name(const Reading& reading, std::size_t word) const;
  [[nodiscard]] ActorMention mention(const Reading& reading, const Match& match) const;
  [[nodiscard]] int title_fit(const Reading& reading, std::size_t word, std::uint32_t actor) const;
  [[nodiscard]] int fitness(const Reading& reading, std::size_t word, std::uint32_t actor) const;

  const ActorTable& table_;
  const NameIndex& names_;
  const SoundIndex& sounds_;
  const Agents& agents_;
  const Naming& naming_;
  const Gazetteer& gazetteer_;
  const DataFiles& files_;
};

}  // namespace entente
