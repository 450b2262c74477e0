// What happened, or how parties stand, once: one thing with all that reports say of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/item.h"
#include "story/period.h"

namespace entente {

/// How well an act is known.
/// established: a document tells it in its own voice, or two independent sources do, or one who
///   took part owns up to it, and nobody denies it;
/// claimed: only by what one side or one speaker is quoted with;
/// disputed: reports contradict each other whether it happened;
/// denied: it is only told as something that did not happen.
enum class Standing : std::uint8_t { established, claimed, disputed, denied };
[[nodiscard]] const char* name_of(Standing standing);

/// An act or a relation, told of by one item or many.
struct Act {
  std::int64_t id = 0;  ///< the row of its first item
  ItemKind kind = ItemKind::event;
  ItemType type = ItemType::agree;
  std::string mode, cameo;
  Status status = Status::actual;  ///< actual where any report has it so
  Standing standing = Standing::established;
  Period when;         ///< when it happened
  bool dated = false;  ///< reports say when; else it is the day of the first document
  Day first_seen = no_day, last_seen = no_day;  ///< days that documents telling it were published
  std::vector<std::string> actor, recipient;    ///< codes, the most often told first
  std::vector<ResolvedPlace> places;            ///< the most often told first
  std::vector<std::string> sources;             ///< independent ones, in order of their codes
  std::vector<std::string> denied_by;
  std::uint32_t reports = 0;    ///< items
  std::uint32_t documents = 0;  ///< documents that tell it, copies of one another counted once
  double confidence = 0;        ///< that at least one of the reports was read right
};

}  // namespace entente
