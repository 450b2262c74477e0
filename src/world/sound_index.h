// Persons' names by how they sound, for spellings that the data does not list: Shoygu for Shoigu.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "world/actor_table.h"
#include "world/name_index.h"
#include "world/naming.h"

namespace entente {

/// A name brought to one spelling by the rules of the data; without blanks, hyphens and articles.
[[nodiscard]] std::string sound_of(std::string_view name, const Naming& naming);

class SoundIndex {
 public:
  /// Reads full names and surnames of persons. A surname that sounds like that of somebody else who
  /// is never written the same way is left out.
  void build(const ActorTable& table, const Naming& naming);

  [[nodiscard]] std::span<const NameEntry> find(std::string_view sound) const;
  [[nodiscard]] std::size_t size() const { return index_.size(); }
  [[nodiscard]] std::size_t confused() const { return confused_; }  ///< surnames left out

 private:
  struct Spelling {
    std::uint64_t sound = 0, spelling = 0;
    NameEntry entry;
  };
  static bool is_clear(std::span<const Spelling> group);
  void add_group(std::span<const Spelling> group);

  SequenceIndex<NameEntry> index_;
  std::size_t confused_ = 0;
};

}  // namespace entente
