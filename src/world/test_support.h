// For the tests of this room: folders of data written on the fly, and sentences cut at blanks.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/sentence.h"

namespace entente::testing {

/// A data folder in a temporary place, removed with the object.
class DataFolder {
 public:
  DataFolder() {
    std::string path = (std::filesystem::temp_directory_path() / "entente-world-XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = path;
  }
  ~DataFolder() { std::filesystem::remove_all(path_); }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  DataFolder& write(const std::string& name, std::string_view text) {
    const std::filesystem::path file = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
    return *this;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// A sentence without tags. Words stand apart by blanks; '_' before a word joins it to the last one
/// ("Iran _'s", "US _- _led").
class TestSentence {
 public:
  explicit TestSentence(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      std::string word(text.substr(begin, end - begin));
      const bool joined = word.size() > 1 && word.front() == '_';
      if (joined) word.erase(0, 1);
      if (!words_.empty() && !joined) text_ += ' ';
      spans_.push_back({static_cast<std::uint32_t>(text_.size()),
                        static_cast<std::uint32_t>(text_.size() + word.size())});
      text_ += word;
      words_.push_back(word);
      begin = end + 1;
    }
    make();
  }

  [[nodiscard]] const Sentence& get() const { return sentence_; }
  Sentence& edit() { return sentence_; }

 private:
  void make() {
    for (const Span span : spans_) {
      Word word;
      word.span = span;
      word.form = std::string_view(text_).substr(span.begin, span.size());
      word.space_after = span.end < text_.size() && text_[span.end] == ' ';
      sentence_.words.push_back(word);
    }
    sentence_.span = {0, static_cast<std::uint32_t>(text_.size())};
  }

  std::string text_;
  std::vector<std::string> words_;
  std::vector<Span> spans_;
  Sentence sentence_;
};

}  // namespace entente::testing
