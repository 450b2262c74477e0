// Who stands between others that are not tied to each other.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/network.h"

namespace entente::relations {

struct Broker {
  std::uint32_t actor = 0;  ///< index into Network::actors
  /// Share of shortest friendly paths between others that lead through it, 0 to 1 (Freeman 1977);
  /// a tie is as long as 1 / weight.
  double betweenness = 0;
  /// Burt's constraint (1992) over friendly ties: low where its contacts do not know each other;
  /// above 1 for few contacts. 0 where it has no friendly tie.
  double constraint = 0;
};

/// Actors with friendly ties, by betweenness, then the less constrained, then by code.
[[nodiscard]] std::vector<Broker> brokers_of(const Network& network);

}  // namespace entente::relations
