// What the data says about how names are written: articles, particles, titles, ordinary words.
#pragma once

#include <array>
#include <cstdint>
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

/// A set of words that says no quickly: most words asked about differ from all of them in the first
/// letter or the length.
class TextSet {
 public:
  void emplace(std::string_view word) {
    marks_[first(word)] |= mark(word);
    words_.emplace(word);
  }
  [[nodiscard]] bool contains(std::string_view word) const {
    return (marks_[first(word)] & mark(word)) != 0 && words_.contains(word);
  }
  [[nodiscard]] bool empty() const { return words_.empty(); }

 private:
  static std::size_t first(std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word.front());
  }
  static std::uint64_t mark(std::string_view word) {
    return std::uint64_t{1} << (word.size() % 64);
  }

  std::array<std::uint64_t, 256> marks_{};  ///< by first byte: the lengths that occur
  std::unordered_set<std::string, TextHash, std::equal_to<>> words_;
};

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
  TextSet owners;           ///< "of": the state behind it owns the body before it
  TextSet transliterated;   ///< codes of states that write in other letters
  TextSet family_first;     ///< codes of states that write the family name first
  TextSet family_either;    ///< codes of states where only some do
  TextSet family_names;     ///< "lee": a family name that stands first there

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
