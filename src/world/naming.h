// What the data says about how names are written: articles, particles, titles, ordinary words.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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
  TextSet street_nouns;     ///< "street": ends the name of a street
  TextSet counties;         ///< "county": ends the name of a district that no gazetteer may list
  TextSet institutions;     ///< "police": what a place can have, "Paris Police Department"
  TextSet directions;       ///< "north": may stand before a place name
  TextSet locatives;        ///< "near": what stands behind is a place
  TextSet transliterated;   ///< codes of states that write in other letters
  TextSet family_first;     ///< codes of states that write the family name first

  /// "kh" is "k": spellings of one sound; ^ and $ stand for the ends of the word.
  struct Sound {
    std::string from, to;
  };
  std::map<char, std::vector<Sound>> sounds;  ///< by the first letter
  /// Words that news of one country is full of, and its code: "sheriff" USA.
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> country_words;

  /// The list that a directive names ("articles"), or null.
  [[nodiscard]] TextSet* list(std::string_view directive);
};

}  // namespace entente
