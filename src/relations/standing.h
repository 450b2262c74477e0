// How parties stand for longer: who backs, controls, opposes, hosts, belongs to whom, from when to
// when, gathered from relation acts and from kinship.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "record/kinship.h"
#include "story/act.h"

namespace entente::relations {

struct StandingRelation {
  ItemType type = ItemType::backs;  ///< ally, backs, controls, opposes, member, office, presence
  std::string actor, recipient;     ///< codes; ally and opposes in the order of their codes
  Standing standing = Standing::established;  ///< the best of its acts
  Day from = no_day;       ///< the first day it is told to hold; no_day: not known
  Day until = no_day;      ///< the day it is told to have ended; no_day: not that anybody says
  Day last_told = no_day;  ///< the last day it is told to hold
  std::uint32_t reports = 0, documents = 0;
  double confidence = 0;               ///< the highest of its acts
  std::vector<std::int64_t> acts;      ///< that tell it, by day; empty where it comes from kinship
  std::vector<std::int64_t> ended_by;  ///< acts that tell that it holds no longer
  std::string entry;                   ///< "kinship.txt:12" where it comes from there, else empty
};

/// One for each relation and span of time, by actor, recipient, type, from. A relation that is
/// denied for later days ends there, and begins anew where it is told again.
[[nodiscard]] std::vector<StandingRelation> standing_relations(std::span<const Act> acts);
/// The lines of kinship that have one of `codes` on either side; all where it is empty. member:
/// actor is the member; controls: actor commands recipient.
[[nodiscard]] std::vector<StandingRelation> standing_relations(const Kinship& kinship,
                                                               std::span<const std::string> codes);

}  // namespace entente::relations
