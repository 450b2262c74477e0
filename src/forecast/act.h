// What the forecasts are made of: acts between numbered actors on numbered days.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::forecast {

using ActorId = std::uint32_t;
/// A relation as seen from one of its ends: below `relations` the asker acts, above it is acted
/// upon.
using RelationId = std::uint32_t;
/// Steps since the first one of the data; a step is the smallest distance in time that occurs.
using Day = std::int32_t;

/// One act as it was told: who did what to whom, when.
struct Act {
  ActorId actor = 0;
  RelationId relation = 0;
  ActorId recipient = 0;
  Day day = 0;
  friend constexpr auto operator<=>(const Act&, const Act&) = default;
};

/// How many actors and relations there are; ids lie below.
struct Extent {
  std::uint32_t actors = 0;
  std::uint32_t relations = 0;
  /// The same relation seen from its other end.
  [[nodiscard]] constexpr RelationId inverse(RelationId relation) const {
    return relation < relations ? relation + relations : relation - relations;
  }
  [[nodiscard]] constexpr std::uint32_t ends() const { return 2 * relations; }
};

}  // namespace entente::forecast
