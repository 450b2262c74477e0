// Where reports of one act, or of one relation, contradict each other: each side with who says so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/act.h"

namespace entente {

/// What is contradicted.
/// happened: whether it happened at all; relation: whether the relation holds; actor: who did it;
/// recipient: whom it hit; bound: whom an agreement binds; number: how many.
enum class DisputeAbout : std::uint8_t { happened, relation, actor, recipient, bound, number };
[[nodiscard]] const char* name_of(DisputeAbout about);

/// One of the things that are claimed.
struct DisputeSide {
  std::string claim;                  ///< "yes", "no"; codes "RUS:MIL, SYR"; a count with its noun
  std::vector<std::string> speakers;  ///< who says so, in order of first saying it
  std::vector<std::int64_t> items;    ///< reports that say so, by day of their documents
  Day first_said = no_day, last_said = no_day;
};

struct Dispute {
  std::int64_t act = 0;  ///< the first of `acts`
  std::vector<std::int64_t>
      acts;  ///< that it is about; more than one where a denial speaks of many
  DisputeAbout about = DisputeAbout::happened;
  std::vector<DisputeSide> sides;  ///< two or more, the first told first
};

}  // namespace entente
