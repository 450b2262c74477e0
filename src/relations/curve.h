// One ordered pair through time, by week or month.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relations/dyads.h"

namespace entente::relations {

enum class Step : std::uint8_t { week, month };

/// The ISO week (Monday first) or calendar month that a day is in; the one after it.
[[nodiscard]] Period step_of(Day day, Step step);
[[nodiscard]] Period step_after(Period at, Step step);

/// An act whose days reach over several steps counts in each by its share of days, so counts are
/// no whole numbers; over all steps it counts once.
struct CurvePoint {
  Period step;                    ///< its days
  double acts = 0;                ///< of the pair
  std::array<double, 4> quads{};  ///< of the pair, by quad class - 1
  Intensity goldstein, plover;    ///< of the pair in this step, nothing faded
  Intensity felt;                 ///< of Goldstein at the end of the step, faded with the half-life
  double all_acts = 0, all_reports = 0;  ///< of everybody in this step
  double share = 0;      ///< acts / all acts, both as felt at the end of the step; 0 to 1
  Intensity per_report;  ///< felt / all reports as felt, times 100
};

struct CurveOptions {
  Step step = Step::month;
  double half_life = 30;  ///< days; 0: nothing fades
  std::optional<Day> from = {},
                     until = {};  ///< the curve's first and last step; else of the pair's deeds
};

/// Volumes of all days that deeds have.
[[nodiscard]] std::vector<DayVolume> day_volumes(const Deeds& deeds);
/// The same of acts, of those that would become deeds.
[[nodiscard]] std::vector<DayVolume> day_volumes(std::span<const Act> acts, Known known);

/// The steps from the first deed of the pair to its last, none left out. Empty where no deed of the
/// pair is dated.
[[nodiscard]] std::vector<CurvePoint> curve_of(const Deeds& deeds, Pair pair,
                                               std::span<const DayVolume> volumes,
                                               const CurveOptions& options);

}  // namespace entente::relations
