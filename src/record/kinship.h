// Which actor is part of which, and who commands whom, as far as it stands for years: members of
// alliances and coalitions, proxies and their principals. Read from data/ontology/kinship.txt.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.h"

namespace entente {

enum class KinshipKind : std::uint8_t { member, controls };

/// One line: `lower` is a member of, or is commanded by, `upper`.
struct Kin {
  KinshipKind kind = KinshipKind::member;
  std::string lower, upper;  ///< codes
  Date from, until;          ///< unknown: no end on that side
  std::string entry;         ///< "file:line"
};

/// Immutable once loaded; shared by threads.
class Kinship {
 public:
  /// Without any lines.
  Kinship() = default;
  /// Reads <dir>/ontology/kinship.txt of each folder that has one, in order. Throws Error malformed
  /// with file and line.
  explicit Kinship(const std::vector<std::string>& data_dirs);
  /// From the text of a file; for tests.
  static Kinship of_text(std::string_view text);

  /// Whether one code is the other, a sector of it ("RUS:MIL" of "RUS"), or a member of it or of
  /// something that is ("FRA" of "nato"); on any day where `day` is unknown.
  [[nodiscard]] bool part_of(std::string_view part, std::string_view whole, Date day = {}) const;
  /// Lines with that code below, above.
  [[nodiscard]] std::vector<const Kin*> above(std::string_view code, Date day = {}) const;
  [[nodiscard]] std::vector<const Kin*> below(std::string_view code, Date day = {}) const;

  /// All lines, in the order of the files.
  [[nodiscard]] const std::vector<Kin>& lines() const { return lines_; }

 private:
  void read(std::string_view text, const std::string& file);
  void index();

  std::vector<Kin> lines_;
  std::multimap<std::string, std::size_t, std::less<>> by_lower_, by_upper_;
  std::set<std::string, std::less<>> wholes_;  ///< codes that something is part of
};

}  // namespace entente
