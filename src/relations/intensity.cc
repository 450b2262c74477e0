// How intensities fade.
#include "relations/intensity.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

double left_after(double days, double half_life) {
  return half_life > 0 ? std::exp2(-days / half_life) : 1;
}

double felt(Period when, Day at, double half_life) {
  if (!when.known() || when.first > at) return 0;
  const Day last = std::min(when.last, at);
  const double share = 1.0 / when.days();
  if (half_life <= 0) return share * (last - when.first + 1);
  if (when.first == last) return share * left_after(at - last, half_life);
  // A geometric series: the days from the last back to the first.
  const double daily = left_after(1, half_life);
  const double newest = left_after(at - last, half_life);
  const double beyond = left_after(at - when.first + 1, half_life);
  return share * (newest - beyond) / (1 - daily);
}

}  // namespace entente::relations
