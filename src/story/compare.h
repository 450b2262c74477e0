// Whether two reports tell of one act: what speaks for it and against it, added up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/kinship.h"
#include "story/nearness.h"
#include "story/report.h"

namespace entente {

/// What linking is done with. Immutable once loaded; shared by threads.
struct StoryTables {
  StoryWords words;
  Nearness nearness;
  Kinship kinship;
  StoryTables(const std::vector<std::string>& data_dirs, std::string_view language)
      : words(data_dirs, language), nearness(data_dirs), kinship(data_dirs) {}
  StoryTables(StoryWords story_words, Nearness near_types, Kinship kin)
      : words(std::move(story_words)), nearness(std::move(near_types)), kinship(std::move(kin)) {}
};

/// How two lists of parties stand to each other.
enum class Agreement : std::uint8_t {
  unknown,  ///< one of them is empty
  same,     ///< a code in common
  related,  ///< a sector of the other, or a member of it
  different
};
[[nodiscard]] Agreement agreement(const std::vector<std::string>& a,
                                  const std::vector<std::string>& b, const Kinship& kinship,
                                  Day day = no_day);

/// One thing that speaks for (above 0) or against two reports' telling of one act.
struct LinkReason {
  std::string_view about;  ///< actor, recipient, date, place, words ...
  double weight = 0;       ///< logarithm of odds
};

struct Comparison {
  double score = 0;  ///< above 0: more likely one act than two
  std::vector<LinkReason> reasons;
  bool comparable = false;  ///< false: never one act, whatever else they share
};

/// Compares two reports after Fellegi and Sunter (1969): each field adds the logarithm of how much
/// more often it comes out so for two reports of one act than for those of two.
[[nodiscard]] Comparison compare(const Report& a, const Report& b, const StoryTables& tables);

}  // namespace entente
