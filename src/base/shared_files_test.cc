#include "base/shared_files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "entente/error.h"

namespace entente {
namespace {

TEST(SharedFiles, AreLookedForBelowTheFolderThatTheEnvironmentNames) {
  const auto root = std::filesystem::temp_directory_path() / "entente-shared-files";
  std::filesystem::create_directories(root / "data");
  ::setenv("ENTENTE_DATA", root.c_str(), 1);
  EXPECT_EQ(find_shared("data"), (root / "data").string());
  try {
    static_cast<void>(find_shared("models/none.entente"));
    FAIL() << "a missing file was found";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_NE(std::string(error.what()).find(root.string()), std::string::npos);
  }
  ::unsetenv("ENTENTE_DATA");
  std::filesystem::remove_all(root);
}

}  // namespace
}  // namespace entente
