// Dated acts in the order in which they became known: what forecasts from a store learn from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forecast/act.h"

namespace entente::forecast {

/// An act with the day on which it was first told of.
struct ToldAct {
  Day told = 0;         ///< not before it happened
  Act act;              ///< `act.day` is the day it happened
  std::int64_t id = 0;  ///< of the act in the store; several pairs may share it
  friend constexpr auto operator<=>(const ToldAct&, const ToldAct&) = default;
};

/// Days count from `origin`.
struct Timeline {
  std::int32_t origin = 0;                     ///< day 0, as days since 1970-01-01
  std::vector<std::string> actors, relations;  ///< codes, by id, ascending; types
  std::vector<ToldAct> acts;                   ///< in order
  std::uint64_t undated = 0;                   ///< acts left out: no day, or not within a month
  std::uint64_t long_past = 0;                 ///< acts left out: told of long after they happened
  std::uint64_t one_sided = 0;                 ///< acts left out: without actor or recipient

  [[nodiscard]] Extent extent() const {
    return {static_cast<std::uint32_t>(actors.size()),
            static_cast<std::uint32_t>(relations.size())};
  }
  [[nodiscard]] bool empty() const { return acts.empty(); }
  /// The last day on which anything was told.
  [[nodiscard]] Day last_told() const { return acts.empty() ? 0 : acts.back().told; }
  [[nodiscard]] Day first_told() const { return acts.empty() ? 0 : acts.front().told; }
  [[nodiscard]] std::string iso(Day day) const;

  /// Actors of that code; one without a sector stands for all its sectors. Ascending.
  [[nodiscard]] std::vector<ActorId> find_actors(std::string_view code) const;
  /// Codes that are spelt most like an unknown one, the nearest first.
  [[nodiscard]] std::vector<std::string> nearest_codes(std::string_view code,
                                                       std::size_t most) const;
  /// The type of that name, in upper or lower case. Throws Error invalid_value naming all types.
  [[nodiscard]] RelationId relation(std::string_view name) const;
  /// The same as find_actors; throws Error invalid_value with the nearest codes where there is
  /// none.
  [[nodiscard]] std::vector<ActorId> actors_called(std::string_view code) const;
};

/// PLOVER's quad class of an event type: "verbal cooperation", "material cooperation", "verbal
/// conflict", "material conflict"; "" for other names.
[[nodiscard]] const char* quad_of(std::string_view type);
/// 0 to 3 in that order, -1 for other names.
[[nodiscard]] int quad_number(std::string_view type);

}  // namespace entente::forecast
