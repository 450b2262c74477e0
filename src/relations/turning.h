// Where a pair's relation turns: change points of its curve by PELT (Killick, Fearnhead, Eckley
// 2012), each with the acts that made it. docs/relations.md has the formulas.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "relations/curve.h"

namespace entente::relations {

/// Starts of segments after the first that make the sum of cost(begin, end) over all segments plus
/// `penalty` for each change least. `cost` must not rise when a segment is cut in two. Segments
/// have at least `shortest` points.
[[nodiscard]] std::vector<std::size_t> pelt(
    std::size_t points, double penalty, std::size_t shortest,
    const std::function<double(std::size_t begin, std::size_t end)>& cost);

struct TurningPoint {
  std::size_t point = 0;  ///< index in the curve, of the first step that is different
  Period step;
  /// Acts a step by quad class - 1, in the segment that ends here and in the one that begins.
  std::array<double, 4> before{}, after{};
  std::uint8_t quad = 1;  ///< the class, 1 to 4, that changed most
  bool rises = false;     ///< whether there is more of it than before
  double gain = 0;        ///< by how much 2 log L is better with it than without, after the penalty
  /// Acts of that class: the weightiest of those that began it, or, where it falls, the last.
  std::vector<std::int64_t> acts;
};

struct TurningOptions {
  bool per_volume = true;    ///< rates per act of anybody, not per step: more news is no turn
  std::size_t shortest = 2;  ///< steps
  std::size_t most_acts = 5;
};

/// Whether the pair makes up so little of all that is reported that rates per volume say anything:
/// no more than half.
[[nodiscard]] bool volume_informs(std::span<const CurvePoint> curve);

[[nodiscard]] std::vector<TurningPoint> turning_points(const Deeds& deeds, Pair pair,
                                                       std::span<const CurvePoint> curve,
                                                       const TurningOptions& options);

}  // namespace entente::relations
