// Persons as parties: acts that an item says a person had part in, under the person's name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/act.h"

namespace entente::relations {

/// A person that an item names among its parties.
struct NamedPerson {
  std::int64_t act = 0;
  std::string name;
};

/// The codes that a person may stand for on a day, from the offices held.
using CodesOn = std::function<std::vector<std::string>(std::string_view name, Day day)>;

/// The acts that `persons` (by act) are named in, each party whose code a named person stands for
/// replaced by the person's name; sides with no named person stay as they are. A code that fits
/// both sides is the actor's. Persons whose codes are no party of the act are passed over.
[[nodiscard]] std::vector<Act> person_acts(std::span<const Act> acts,
                                           std::span<const NamedPerson> persons,
                                           const CodesOn& codes_on);

}  // namespace entente::relations
