// Finds the shipped dictionaries and the model.
#include "cli/locate.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "entente/error.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

/// The folders that may hold data/ and models/, best first.
std::vector<fs::path> roots() {
  const char* given = std::getenv("ENTENTE_DATA");
  if (given != nullptr && *given != '\0') return {given};
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path folder = program.parent_path();
  return {folder / "../share/entente", folder / "../.."};
}

/// The path as seen from the current folder where it lies below that: items name the dictionary
/// entries behind them by it.
std::string short_path(const fs::path& path) {
  std::error_code ignored;
  const fs::path below = path.lexically_relative(fs::current_path(ignored));
  return below.empty() || *below.begin() == ".." ? path.string() : below.string();
}

std::string find(const fs::path& name, const char* option) {
  std::string tried;
  for (const fs::path& root : roots()) {
    const fs::path path = (root / name).lexically_normal();
    std::error_code ignored;
    if (fs::exists(path, ignored)) return short_path(path);
    tried += (tried.empty() ? "" : ", ") + path.string();
  }
  throw Error(ErrorKind::not_found, "cannot find " + name.string() + " (tried " + tried +
                                        "); give " + option + " or set ENTENTE_DATA");
}

}  // namespace

std::string shipped_data() { return find("data", "a complete installation"); }

std::string shipped_model(std::string_view language) {
  return find(fs::path("models") / (std::string(language) + ".entente"), "--model FILE");
}

}  // namespace entente::cli
