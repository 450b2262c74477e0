// Blocs: parties that are friendlier with one another than with others, and how they move.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relations/network.h"

namespace entente::relations {

struct Blocs {
  /// Bloc of each actor of the network: 0 is the largest; blocs of one size in the order of their
  /// first actors. Actors without ties are blocs of their own.
  std::vector<std::uint32_t> of;
  std::uint32_t count = 0;
  /// What was maximised: the sum over pairs in one bloc of weight - expected; docs/relations.md.
  double quality = 0;
  /// Weight of hostile ties inside blocs and of friendly ties between them / weight of all ties: 0
  /// where the network splits without remainder.
  double frustration = 0;
};

struct BlocOptions {
  double resolution = 1;   ///< higher: more and smaller blocs
  std::uint32_t seed = 1;  ///< the same seed gives the same blocs
};

[[nodiscard]] Blocs blocs_of(const Network& network, const BlocOptions& options);

/// Codes of each bloc's actors, the best tied to it first.
[[nodiscard]] std::vector<std::vector<std::string>> members_of(const Network& network,
                                                               const Blocs& blocs);

/// What became of a bloc.
struct BlocMove {
  int before = -1, after = -1;                    ///< blocs that were matched; -1: none
  double overlap = 0;                             ///< actors in both / actors in either (Jaccard)
  std::vector<std::string> stayed, joined, left;  ///< codes; joined and left only of actors that
                                                  ///< are in both networks
  std::vector<std::string> appeared, vanished;    ///< codes that are in one network only
};

/// Blocs of two periods matched by overlap, the greatest first; by `after`, then by `before`.
[[nodiscard]] std::vector<BlocMove> moves_between(const Network& before, const Blocs& blocs_before,
                                                  const Network& after, const Blocs& blocs_after);

}  // namespace entente::relations
