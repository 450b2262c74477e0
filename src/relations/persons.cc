// Parties replaced by the persons that stand for them.
#include "relations/persons.h"

#include <algorithm>

namespace entente::relations {
namespace {

/// Replaces the first party of a side that is one of `codes`; whether there was one.
bool replace(std::vector<std::string>& side, const std::vector<std::string>& codes,
             const std::string& name) {
  const auto at = std::ranges::find_if(
      side, [&](const std::string& code) { return std::ranges::find(codes, code) != codes.end(); });
  if (at == side.end()) return false;
  *at = name;
  return true;
}

}  // namespace

std::vector<Act> person_acts(std::span<const Act> acts, std::span<const NamedPerson> persons,
                             const CodesOn& codes_on) {
  std::vector<Act> found;
  for (const Act& act : acts) {
    auto named = std::ranges::lower_bound(persons, act.id, {}, &NamedPerson::act);
    Act replaced = act;
    bool any = false;
    for (; named != persons.end() && named->act == act.id; ++named) {
      const std::vector<std::string> codes = codes_on(named->name, act.when.first);
      any = replace(replaced.actor, codes, named->name) ||
            replace(replaced.recipient, codes, named->name) || any;
    }
    if (any) found.push_back(std::move(replaced));
  }
  return found;
}

}  // namespace entente::relations
