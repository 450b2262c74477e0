// What `entente check` finds in files of actors: lines that cannot be read, codes that nobody has,
// spans of one actor that contradict each other, names that mean two actors or never any.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct DataFinding {
  std::string file;
  std::uint32_t line = 0;
  std::string message;
};

struct ActorCheck {
  std::vector<DataFinding> findings;  ///< in order of files and lines
  std::size_t actors = 0;             ///< read
  bool readable = true;               ///< false where a line breaks the format
};

/// Reads <dir>/actors of each data folder, and the codes of <dir>/<language>/agents, and names
/// every mistake. Throws Error only where the agents' files themselves cannot be read.
[[nodiscard]] ActorCheck check_actors(const std::vector<std::string>& data_dirs,
                                      const std::string& language);

}  // namespace entente
