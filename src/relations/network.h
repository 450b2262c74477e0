// The signed network of a period: parties, and ties between them that are friendly or hostile.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relations/dyads.h"

namespace entente::relations {

/// An unordered pair; a < b.
struct Tie {
  std::uint32_t a = 0, b = 0;  ///< indexes into Network::actors
  Intensity goldstein;         ///< of both directions
  std::uint32_t acts = 0;      ///< of both directions; mutual acts once in each
  /// ln(1 + cooperation) - ln(1 + conflict): above 0 friendly, below 0 hostile.
  double weight = 0;
};

struct Network {
  std::vector<std::string> actors;  ///< codes, in order
  std::vector<Tie> ties;            ///< by a, then b
};

struct NetworkOptions {
  std::uint32_t least_acts = 1;  ///< ties with fewer are left out
  std::size_t most_actors = 0;   ///< only those with the most acts; 0: all
  bool felt = false;             ///< weigh what is felt at the end instead of the period's sums
};

[[nodiscard]] Network network_of(const Deeds& deeds, std::span<const Dyad> dyads,
                                 const NetworkOptions& options);

}  // namespace entente::relations
