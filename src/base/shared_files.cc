#include "base/shared_files.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "entente/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// The folders that may hold data/ and models/, best first.
std::vector<fs::path> roots() {
  const char* given = std::getenv("ENTENTE_DATA");
  if (given != nullptr && *given != '\0') return {given};
  std::error_code ignored;
  const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  return {folder / "../share/entente", ENTENTE_INSTALLED_DIR, folder / "../.."};
}

std::string seen_from_here(const fs::path& path) {
  std::error_code ignored;
  const fs::path below = path.lexically_relative(fs::current_path(ignored));
  return below.empty() || *below.begin() == ".." ? path.string() : below.string();
}

}  // namespace

std::string find_shared(std::string_view name) {
  std::string tried;
  for (const fs::path& root : roots()) {
    const fs::path path = (root / name).lexically_normal();
    std::error_code ignored;
    if (fs::exists(path, ignored)) return seen_from_here(path);
    tried += (tried.empty() ? "" : ", ") + path.string();
  }
  throw Error(ErrorKind::not_found,
              "cannot find " + std::string(name) + " (tried " + tried +
                  "); set ENTENTE_DATA to the folder that holds data/ and models/");
}

}  // namespace entente
