// What the store holds for this room: lean acts of all pairs, volumes, persons.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relations/curve.h"
#include "relations/persons.h"
#include "store/acts.h"

namespace entente::relations {

/// Events and relations with what deeds and standing relations need; places, sources and who
/// denies are left empty. Quicker than read_acts for a whole store. Only kind, type, from, until,
/// parties and as_of of the query count.
[[nodiscard]] std::vector<Act> read_lean_acts(Store& store, const ActQuery& query);

/// Volumes of all events of the store, for pairs that are read alone.
[[nodiscard]] std::vector<DayVolume> read_day_volumes(Store& store, Known known,
                                                      std::optional<Day> as_of);

/// All, or those of one name; by act, then name.
[[nodiscard]] std::vector<NamedPerson> read_named_persons(Store& store,
                                                          const std::string& name = "");

}  // namespace entente::relations
