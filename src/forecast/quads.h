// Event data as quadruples: train, valid and test files of subject, relation, object, time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/error.h"
#include "forecast/act.h"

namespace entente::forecast {

struct Quads {
  Extent extent;
  std::int64_t origin = 0;                               ///< the first time
  std::int64_t step = 1;                                 ///< smallest distance of times: a day
  std::vector<Act> train, valid, test;                   ///< by day
  std::vector<std::string> actor_names, relation_names;  ///< empty where no names are given
  /// The time of a day as the files write it.
  [[nodiscard]] std::int64_t time_of(Day day) const { return origin + day * step; }
  [[nodiscard]] std::string actor_name(ActorId id) const;
  [[nodiscard]] std::string relation_name(RelationId id) const;
};

/// Reads train.txt, valid.txt and test.txt of a folder, and the names in entity2id.txt and
/// relation2id.txt where they are there. Throws Error with file and line where a line is no
/// quadruple, a time is before the one above it or before the end of the file before, an id is not
/// among the named ones, or a file holds no quadruple.
[[nodiscard]] Quads read_quads(const std::string& folder);

}  // namespace entente::forecast
