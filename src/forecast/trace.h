// The memory of a kind of act: how often it happened, when last, and its counts that fade with
// time.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "forecast/act.h"

namespace entente::forecast {

/// Steps after which a count has faded to a half.
inline constexpr std::array<float, 6> half_lives = {0.7F, 2.0F, 6.0F, 18.0F, 54.0F, 160.0F};
inline constexpr std::size_t decays = half_lives.size();
using Faded = std::array<float, decays>;

/// Powers of the half-lives by the distance in steps, so that fading costs a look-up.
class Fading {
 public:
  explicit Fading(std::size_t steps = 2048) : table_(steps) {
    for (std::size_t delay = 0; delay < steps; ++delay) {
      for (std::size_t k = 0; k < decays; ++k) {
        table_[delay][k] = std::exp2(-static_cast<float>(delay) / half_lives[k]);
      }
    }
  }
  [[nodiscard]] const Faded& after(Day delay) const {
    return table_[std::min(static_cast<std::size_t>(delay), table_.size() - 1)];
  }

 private:
  std::vector<Faded> table_;
};

/// A count per half-life, as of the last day it was added to.
struct Trace {
  Day first = -1;  ///< -1: it never happened
  Day last = -1;
  std::uint32_t count = 0;
  Faded faded{};

  [[nodiscard]] bool happened() const { return count > 0; }
  /// An act of an earlier day than the last one counts with what is left of it by then.
  void add(Day day, const Fading& fading, float weight = 1.0F) {
    if (count == 0) first = last = day;
    first = std::min(first, day);
    if (day < last) {
      const Faded& left = fading.after(last - day);
      for (std::size_t k = 0; k < decays; ++k) faded[k] += weight * left[k];
      ++count;
      return;
    }
    if (day != last) {
      const Faded& factor = fading.after(day - last);
      for (std::size_t k = 0; k < decays; ++k) faded[k] *= factor[k];
      last = day;
    }
    for (float& value : faded) value += weight;
    ++count;
  }
  /// The counts as of `day`, which is not before the last one.
  [[nodiscard]] Faded at(Day day, const Fading& fading) const {
    Faded now = faded;
    if (count == 0 || day == last) return now;
    const Faded& factor = fading.after(day - last);
    for (std::size_t k = 0; k < decays; ++k) now[k] *= factor[k];
    return now;
  }
};

}  // namespace entente::forecast
