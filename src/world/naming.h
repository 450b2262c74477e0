// What the data says about how names are written: articles, particles, titles, ordinary words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "world/data_lines.h"

namespace entente {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

/// Lists of folded words; each begins in the data with a directive of its name.
struct Naming {
  TextSet articles;         ///< "al": may be left out of a name
  TextSet joined_articles;  ///< "ash", "ez": articles only before a hyphen
  TextSet particles;        ///< "bin", "von": part of the surname that follows
  TextSet suffixes;         ///< "jr": no surname
  TextSet titles;           ///< "king", "gen": before a name, never part of it
  TextSet ordinary;         ///< "may", "bush": names that are everyday words too
  TextSet given;            ///< "jordan", "georgia": names of states that people bear
  TextSet calendar;         ///< names of days and months, which may follow a name
  TextSet place_nouns;      ///< "province": joins the place name before it
  TextSet family_first;     ///< codes of states that write the family name first

  /// The list that a directive names ("articles"), or null.
  [[nodiscard]] TextSet* list(std::string_view directive);
};

}  // namespace entente
