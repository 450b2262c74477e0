// Cooperation and conflict, kept apart so that love and hate show as both, and how they fade.
#pragma once

#include <span>

#include "relations/deeds.h"

namespace entente::relations {

/// Sums of intensities, each at least 0, in points of Goldstein's scale.
struct Intensity {
  double cooperation = 0, conflict = 0;
  [[nodiscard]] double net() const { return cooperation - conflict; }
  /// Adds `weight` times a value of -10 to +10 to the side that its sign says.
  void add(double value, double weight = 1) {
    (value < 0 ? conflict : cooperation) += (value < 0 ? -value : value) * weight;
  }
};

/// What is left after `days` with that half-life: 2^(-days / half_life). 1 where it is 0: nothing
/// fades.
[[nodiscard]] double left_after(double days, double half_life);

/// How much of an act of these days is still felt at the end of day `at`: each day of its period
/// has an equal share, days after `at` have none. 0 where its days are not known.
[[nodiscard]] double felt(Period when, Day at, double half_life);

/// How much is reported: all events and all reports of them, as felt on `at`.
struct Volume {
  double acts = 0, reports = 0;
};

/// The same by the days of the acts: what pairs are normalised with.
struct DayVolume {
  Period when;
  double acts = 0, reports = 0;
};

}  // namespace entente::relations
