// Past acts of a kind whose circumstances were most like those of another, with what came after
// them.
#pragma once

#include <vector>

#include "forecast/history.h"

namespace entente::forecast {

/// Quad class of each relation of an extent, 0 to 3 or -1.
using Quads4 = std::vector<int>;

struct Precedent {
  Act act;
  double distance = 0;        ///< 0: the same parties, and as much between them as now
  std::vector<Act> followed;  ///< what was done on the pair within the horizon, in order
};

struct PrecedentsAsked {
  Act act;        ///< circumstances as of `act.day`
  Day today = 0;  ///< only cases whose horizon was over by then
  Day horizon = 30;
  std::size_t most = 5;
};

/// How alike: the acts on the pair of the 30 days before, by quad class and direction; other
/// parties in the role count as far. Of acts of one pair that follow each other within a week only
/// the first is a case. Nearest first, the newer before the older.
[[nodiscard]] std::vector<Precedent> find_precedents(const History& history, const Quads4& quads,
                                                     const PrecedentsAsked& asked);

}  // namespace entente::forecast
