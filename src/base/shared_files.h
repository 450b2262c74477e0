// Where the shipped dictionaries and models lie.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Path of a shipped file or folder ("data", "models/english.entente"). Looked for below the folder
/// that the environment's ENTENTE_DATA names; without it in ../share/entente beside the running
/// program, in the installation's share/entente, and two folders above the program, where the
/// sources are during development. Below the current folder it is given relative to it.
/// Throws Error not_found, naming what was tried.
[[nodiscard]] std::string find_shared(std::string_view name);

}  // namespace entente
