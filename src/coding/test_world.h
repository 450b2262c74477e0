// A world of invented states for tests, with the repository's English words.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "coding/coder.h"
#include "coding/parties.h"
#include "coding/test_trees.h"

namespace entente {

/// A folder that is laid out like data/ and goes with the object.
class TestData {
 public:
  TestData() {
    namespace fs = std::filesystem;
    std::string name = (fs::temp_directory_path() / "entente-XXXXXX").string();
    root_ = ::mkdtemp(name.data());
    fs::create_directories(fs::path(root_) / "actors");
    fs::create_directory_symlink(fs::path(ENTENTE_SOURCE_DIR) / "data" / "english",
                                 fs::path(root_) / "english");
    std::ofstream(fs::path(root_) / "actors" / "all.txt") << R"(
@kind state
Arland | ARL | Arlandic | Arlander; Arlanders | Arlopolis
Bergia | BRG | Bergian | Bergian; Bergians | Bergstad
Corland | COR | Corish | Corishman; Corishmen | Corbury
North Dorland | NDO | North Dorlandic | North Dorlander; North Dorlanders | Dorby
South Dorland | SDO | South Dorlandic | South Dorlander; South Dorlanders | Dorham
@kind person
Jon Vardal | BRG:GOV | 2001-01-01 | | president
Ewa Tolin | ARL:MIL | 2001-01-01 | | defence minister
@kind group
Red Banner | red-banner
@kind media
Bergian Wire | BRG:MED
)";
  }
  ~TestData() { std::filesystem::remove_all(root_); }
  TestData(const TestData&) = delete;
  TestData& operator=(const TestData&) = delete;

  [[nodiscard]] std::vector<std::string> dirs() const { return {root_}; }

 private:
  std::string root_;
};

/// Made once per test program: reading the words takes a moment.
struct TestRooms {
  TestData data;
  World world{data.dirs(), "english", ""};
  Lexicon lexicon{data.dirs(), "english"};
};
inline const TestRooms& rooms() {
  static const TestRooms made;
  return made;
}

/// A document whose sentences are the trees, one paragraph each unless told otherwise.
class TestText {
 public:
  explicit TestText(const std::vector<std::string>& trees,
                    const std::string& published = "2020-05-14") {
    analysis_.document = std::make_unique<Document>();
    auto& document = *analysis_.document;
    document.id = "test";
    document.published = published;
    for (const auto& lines : trees) {
      auto tree = tree_of(lines);
      const auto offset = static_cast<std::uint32_t>(document.text.size());
      document.text += tree->text + " ";
      auto sentence = tree->sentence;
      const auto shift = [&](Span& span) { span = {span.begin + offset, span.end + offset}; };
      shift(sentence.span);
      for (auto& word : sentence.words) shift(word.span);
      sentence.number = static_cast<std::uint32_t>(analysis_.sentences.size());
      analysis_.sentences.push_back(std::move(sentence));
      trees_.push_back(std::move(tree));
    }
  }
  [[nodiscard]] Analysis& analysis() { return analysis_; }
  [[nodiscard]] Reading reading() const {
    return read(analysis_, rooms().world, rooms().lexicon, &english_for_tests());
  }
  [[nodiscard]] std::size_t find(std::string_view form, std::size_t sentence = 0) const {
    return trees_[sentence]->find(form);
  }
  [[nodiscard]] std::vector<Item> code(std::string_view dictionary, bool unresolved = false) const {
    const auto entries = test_dictionary(dictionary);
    return Coder(rooms().world, entries, rooms().lexicon).code(analysis_, unresolved);
  }

 private:
  std::vector<std::unique_ptr<TestTree>> trees_;
  Analysis analysis_;
};

}  // namespace entente
