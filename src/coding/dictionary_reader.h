// Reads dictionary text line by line into entries; a line with a mistake is left out and its error
// kept. Classes and frames are filled in at the end, when all of them are known.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/dictionary.h"

namespace entente {

class DictionaryReader {
 public:
  explicit DictionaryReader(const Ontology* ontology);
  void read_folder(const std::string& dir, const std::string& language);
  void read_path(const std::string& path);  ///< a file, or all *.txt below a folder
  void read_text(std::string_view text, const std::string& name);
  [[nodiscard]] DictionaryReading finish();

 private:
  struct ClassLine {
    std::vector<std::string> words;  ///< as written, "$other" among them
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t folder = 0;
  };
  struct Frame {
    std::vector<Constraint> whole;    ///< where a pattern names no party
    std::vector<Constraint> implied;  ///< where it names others
  };

  void read_line(std::string_view line);
  void read_directive(std::string_view line);
  void read_class(std::string_view line);
  void read_frame(std::string_view name, const std::vector<std::string_view>& words);
  void read_control(const std::vector<std::string_view>& words);
  void read_endings(const std::vector<std::string_view>& words);
  void read_entry(std::string_view line);
  void read_example(std::string_view line);
  void read_outcome(std::string_view text, Example& example) const;
  void add_entry(const Entry& entry, std::vector<Head> heads, bool first);

  [[nodiscard]] Coding parse_coding(const std::vector<std::string_view>& words) const;
  void check_coding(const Coding& coding, bool with_type) const;

  void fill_frames(Entry& entry) const;
  void open_objects(Entry& entry) const;
  void expand(Entry& entry);
  void expand_class(const std::string& name, std::vector<std::string>& into,
                    std::vector<std::string>& path);
  [[noreturn]] void fail(const std::string& message) const;
  [[nodiscard]] Frame& frame(char pos);
  [[nodiscard]] const Frame& frame(char pos) const;

  const Ontology* ontology_;
  Dictionary dictionary_;
  std::vector<Error> errors_;
  std::map<std::string, ClassLine, std::less<>> classes_;
  std::array<Frame, 3> frames_;  ///< of verbs, nouns, adjectives

  std::string file_;
  std::uint32_t line_ = 0;
  std::uint32_t folder_ = 0;
  std::optional<ItemType> type_;
  std::string mode_, cameo_;
  std::optional<std::size_t> example_entry_;  ///< whom examples belong to
  bool after_mistake_ = false;                ///< the entry above was left out
};

}  // namespace entente
