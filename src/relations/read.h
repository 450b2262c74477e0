// What the store holds for this room beside acts: volumes, and persons. Acts are read with
// read_acts, for many at once with ActQuery::lean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relations/curve.h"
#include "relations/persons.h"
#include "store/acts.h"

namespace entente::relations {

/// Volumes of all events of the store, for pairs that are read alone; the same as day_volumes of
/// the deeds of all its acts.
[[nodiscard]] std::vector<DayVolume> read_day_volumes(Store& store, Known known,
                                                      std::optional<Day> as_of);

/// Persons that items name, all or those of one name; by act, then name. `as_of`: only items of
/// documents published by then.
[[nodiscard]] std::vector<NamedPerson> read_named_persons(Store& store, const std::string& name,
                                                          std::optional<Day> as_of);

}  // namespace entente::relations
