// Where to draw the actors of a network.
#pragma once

#include <vector>

#include "relations/blocs.h"

namespace entente::relations {

/// 0 to 1 in both directions, rounded to 3 decimals; y grows downwards.
struct Place {
  double x = 0.5, y = 0.5;
};

/// Friends near each other, blocs apart (Fruchterman, Reingold 1991, from a circle in the order of
/// the blocs). The same network gives the same places. Meant for up to a few hundred actors.
[[nodiscard]] std::vector<Place> places_of(const Network& network, const Blocs& blocs);

}  // namespace entente::relations
