// Ordered pairs of parties: what one does to the other, in sums over a period.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "relations/intensity.h"

namespace entente::relations {

inline constexpr std::size_t event_types = 16;

/// How many acts of which kind.
struct Counts {
  std::uint32_t acts = 0;
  std::array<std::uint32_t, event_types> types{};  ///< by ItemType
  std::array<std::uint32_t, 4> quads{};            ///< by quad class - 1
  std::uint32_t established = 0, claimed = 0, disputed = 0;
  std::uint32_t reports = 0;
};

struct Dyad {
  Party actor = 0, recipient = 0;
  Counts counts;
  Intensity goldstein, plover;  ///< sums over the period, nothing faded
  Intensity felt;               ///< of Goldstein, as felt on DyadOptions::at
  /// acts of the pair / all acts reported; as felt on `at`. 0 to 1.
  double share = 0;
  /// felt / all reports as felt on `at` * 100: Goldstein points per hundred reports.
  Intensity per_report;
  Day first = no_day, last = no_day;  ///< days of its first and last act
};

struct DyadOptions {
  double half_life = 30;  ///< days; 0: nothing fades
  Day at = no_day;        ///< the day it is felt on; no_day: the last day of any deed
  /// Of all that is reported, as felt on `at`, where the deeds are only some of it.
  std::optional<Volume> volume = {};
};

/// The last day of any deed; no_day where none is dated.
[[nodiscard]] Day last_day(const Deeds& deeds);
[[nodiscard]] Volume volume_at(const Deeds& deeds, Day at, double half_life);
[[nodiscard]] Volume volume_at(std::span<const DayVolume> volumes, Day at, double half_life);
/// All pairs, those with most acts first, then by codes.
[[nodiscard]] std::vector<Dyad> dyads_of(const Deeds& deeds, const DyadOptions& options);

}  // namespace entente::relations
