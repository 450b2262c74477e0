// The rooms that the golden sentences are coded with: a world and dictionaries of their own, with
// the repository's English function words (grammar, status, attribution, calendar, naming).
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "coding/coder.h"

namespace entente {

/// A folder laid out like data/ that holds links to the function words only, so that no event,
/// actor or place of data/ can change a golden item. It goes with the object.
class FunctionWords {
 public:
  FunctionWords() {
    namespace fs = std::filesystem;
    std::string name = (fs::temp_directory_path() / "entente-words-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    const fs::path shipped = fs::path(ENTENTE_SOURCE_DIR) / "data" / "english";
    const fs::path linked = fs::path(root_) / "english";
    fs::create_directories(linked / "agents");
    for (const char* folder : {"status", "attribution", "coding", "calendar"}) {
      fs::create_directory_symlink(shipped / folder, linked / folder);
    }
    fs::create_symlink(shipped / "grammar.txt", linked / "grammar.txt");
    fs::create_symlink(shipped / "agents" / "naming.txt", linked / "agents" / "naming.txt");
  }
  ~FunctionWords() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  FunctionWords(const FunctionWords&) = delete;
  FunctionWords& operator=(const FunctionWords&) = delete;

  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  std::string root_;
};

/// Made once per test program.
struct FeatureRooms {
  FunctionWords words;
  std::vector<std::string> dirs = {words.root(),
                                   std::string(ENTENTE_SOURCE_DIR) + "/tests/golden/features/data"};
  World world{dirs, "english", ""};
  Dictionary dictionary{dirs, "english"};
  Lexicon lexicon{dirs, "english"};
  Coder coder{world, dictionary, lexicon};
};

inline const FeatureRooms& feature_rooms() {
  static const FeatureRooms made;
  return made;
}

}  // namespace entente
