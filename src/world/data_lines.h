// The lines of a data file: comments and blanks dropped, directives told apart, fields split.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Where a line stood. `file` indexes the list of files read.
struct DataSource {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
};

/// One line of data. The views point into the reader's buffer and die with the call.
struct DataLine {
  std::string_view text;                 ///< trimmed, without comment
  bool directive = false;                ///< it began with '@', which `text` leaves out
  std::vector<std::string_view> fields;  ///< of an ordinary line, split at '|', trimmed
  DataSource source;
};

/// Names the files read, so that an entry can say "people.txt:12".
class DataFiles {
 public:
  /// Reads the *.txt files below `folder` in order of their names and hands on each line; a folder
  /// that is not there has no lines. `handle` may throw Error malformed through fail().
  void read_folder(const std::string& folder, const std::function<void(const DataLine&)>& handle);
  void read_file(const std::string& path, const std::function<void(const DataLine&)>& handle);
  /// The lines of a text in memory; `name` stands for the file.
  void read_text(std::string_view text, const std::string& name,
                 const std::function<void(const DataLine&)>& handle);

  [[noreturn]] void fail(const DataLine& line, const std::string& message) const;
  [[nodiscard]] std::string entry(DataSource source) const;  ///< "people.txt:12"
  [[nodiscard]] const std::string& path(DataSource source) const { return paths_[source.file]; }

 private:
  std::vector<std::string> paths_;
  std::vector<std::string> names_;
};

[[nodiscard]] std::string_view trim(std::string_view text);
/// Splits at a character and trims; empty parts are left out.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text, char separator);

}  // namespace entente
