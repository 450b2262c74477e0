// Where the shipped dictionaries and the model lie.
#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

/// Each is looked for in the folder that the environment's ENTENTE_DATA names (one that holds data/
/// and models/), then where an installation puts it beside the program (../share/entente), then
/// where the sources have it above a build folder (../..). Throw Error not_found naming what was
/// tried.
[[nodiscard]] std::string shipped_data();
[[nodiscard]] std::string shipped_model(std::string_view language);

}  // namespace entente::cli
