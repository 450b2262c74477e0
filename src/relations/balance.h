// Structural balance: a friend's enemy is an enemy. How far triads keep to it, and which pairs
// strain them.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/network.h"

namespace entente::relations {

struct Strain {
  std::uint32_t tie = 0;                       ///< index into Network::ties
  std::uint32_t balanced = 0, unbalanced = 0;  ///< triads it is part of
  double weight = 0;  ///< of its unbalanced triads minus its balanced ones; above 0: it strains
};

struct Balance {
  std::uint64_t triads = 0;     ///< of three ties, none of weight 0
  std::uint64_t balanced = 0;   ///< product of signs above 0 (Cartwright, Harary 1956)
  double share = 0;             ///< balanced / triads; 0 where there is none
  double weighted = 0;          ///< the same, a triad weighing the cube root of |w1 w2 w3|
  std::vector<Strain> strains;  ///< ties with weight above 0, the heaviest first
};

[[nodiscard]] Balance balance_of(const Network& network);

}  // namespace entente::relations
