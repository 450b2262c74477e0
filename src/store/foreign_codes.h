// What the codes of other event data are here. Read from data/ontology/foreign.txt, whose head says
// how it is laid out.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Immutable once loaded.
class ForeignCodes {
 public:
  /// Reads <dir>/ontology/foreign.txt of each folder that has it; a later line for the same code
  /// replaces the earlier. Throws Error malformed with file and line.
  explicit ForeignCodes(const std::vector<std::string>& data_dirs);
  static ForeignCodes of_text(std::string_view text);

  /// "" for a code that the list does not have.
  [[nodiscard]] std::string find(std::string_view list, std::string_view code) const;
  /// Of a list of codes separated by commas: what the first line of the list that fits says.
  [[nodiscard]] std::string find_among(std::string_view list, std::string_view codes) const;

 private:
  ForeignCodes() = default;
  void read(std::string_view text, const std::string& file);
  std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> lists_;
};

}  // namespace entente
