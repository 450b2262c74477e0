// Which actor or person a word of the command line means.
#pragma once

#include <optional>
#include <string>

#include "store/store.h"
#include "world/code_names.h"

namespace entente::cli {

struct Subject {
  std::string code;                  ///< of an actor; of a person the name that items have
  std::string name;                  ///< as it is shown
  std::optional<NamedActor> person;  ///< where it is one that the data knows
  bool is_person = false;
  std::string unit;  ///< slug of a body that is coded as part of another ("quds-force"), else empty
};

/// A code, else a name of an actor, else of a person that items name. Throws Error invalid_value
/// with what is like it where there is none.
[[nodiscard]] Subject subject_of(Store& store, const CodeNames& names, const std::string& text);

/// "Iran  (IRN)"; "Quds Force, coded as Iran: armed forces (IRN:MIL)".
[[nodiscard]] std::string shown_name(const Subject& subject, const CodeNames& names);

}  // namespace entente::cli
