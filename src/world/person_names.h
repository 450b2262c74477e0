// The forms in which a person's full name also appears: without initials, middle names or article,
// and the surname alone.
#pragma once

#include <string_view>
#include <vector>

#include "world/name_tokens.h"

namespace entente {

struct NameForm {
  std::vector<NameToken> tokens;
  bool surname = false;
};

/// The forms beside the name itself; none for a name of one piece or one that holds a title or
/// number ("King Salman", "Elizabeth II"). `family_first`: as Chinese and Korean names are written.
[[nodiscard]] std::vector<NameForm> person_forms(std::string_view name, bool family_first,
                                                 const Naming& naming);

}  // namespace entente
