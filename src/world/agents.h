// Generic actors: nouns that stand for a kind of party ("rebels", "the ministry"), and offices.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "world/data_lines.h"
#include "world/naming.h"
#include "world/world.h"

namespace entente {

/// A title read: its sector, and the first spelling of the office it names.
struct Office {
  std::string sector;
  std::string title;  ///< "foreign minister" for "secretary of state"
  DataSource source;
  bool head = false;      ///< of state or government
  bool any_head = false;  ///< "leader": a word for whoever is that
};

/// GOV, MIL, REB ... : what may stand behind the colon of a code.
[[nodiscard]] bool is_known_sector(std::string_view sector);

class Agents {
 public:
  /// Reads <folder>/*.txt; later folders win. Fills the lists of `naming` on the way.
  void read(const std::string& folder, DataFiles& files, Naming& naming);

  /// By noun in lower case, several words joined by blanks or '_' ("air_force").
  [[nodiscard]] std::optional<Agent> agent(std::string_view lemma, const DataFiles& files) const;
  [[nodiscard]] std::optional<Office> office(std::string_view title) const;
  /// The first spelling of an office; the title itself where it is unknown.
  [[nodiscard]] std::string same_office(std::string_view title) const;
  /// True for a word that any head of state or government may be called by.
  [[nodiscard]] bool means_any_head(std::string_view title) const;
  /// True for a word of the office's title, in any spelling: "secretary" of "foreign minister".
  [[nodiscard]] bool has_word(std::string_view office, std::string_view word) const;
  /// A word that can stand before a person's name: an office, or a title.
  [[nodiscard]] bool is_title(std::string_view folded, const Naming& naming) const;
  /// "of", "the": a word that joins a title to what it is of.
  [[nodiscard]] bool is_joiner(std::string_view folded) const { return joiners_.contains(folded); }
  [[nodiscard]] std::size_t size() const { return agents_.size() + offices_.size(); }
  /// True for a code that some noun has of its own ("refugees").
  [[nodiscard]] bool has_slug(std::string_view slug) const;

 private:
  struct Noun {
    Agent agent;
    DataSource source;
  };
  enum class Section {
    none,
    agents,
    offices,
    domains,
    domain_heads,
    qualifiers,
    joiners,
    list,
    country_words,
    sounds
  };

  Section section_named(std::string_view directive, const DataLine& line,
                        const DataFiles& files) const;
  void read_line(Section section, const DataLine& line, const DataFiles& files, Naming& naming,
                 const std::string& list);
  void read_agent(const DataLine& line, const DataFiles& files);
  [[nodiscard]] std::optional<Office> exact(std::string_view title) const;
  [[nodiscard]] std::optional<Office> of_domain(std::string_view title) const;
  [[nodiscard]] std::optional<Office> by_head(std::string_view title) const;

  std::map<std::string, Noun, std::less<>> agents_;
  std::map<std::string, Office, std::less<>> offices_;
  std::map<std::string, Office, std::less<>> domains_;        ///< "defence": sector, first spelling
  std::map<std::string, bool, std::less<>> domain_heads_;     ///< "minister" (a person), "ministry"
  std::map<std::string, TextSet, std::less<>> office_words_;  ///< by its first spelling
  TextSet qualifiers_;                                        ///< "deputy", "acting"
  TextSet joiners_;  ///< "of", "for", "the": between a title and what it is of
};

}  // namespace entente
