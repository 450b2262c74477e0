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

/// What a party is quoted with: the first item of an act that it says, or denies.
struct Quoted {
  std::int64_t act = 0, item = 0;
  bool denies = false;
};
/// By how often the act is reported, then by act. A code without a sector stands for all of them.
[[nodiscard]] std::vector<Quoted> read_quoted(Store& store, const std::string& code,
                                              std::optional<Day> as_of, std::size_t most);

}  // namespace entente::relations
