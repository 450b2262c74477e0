// What `entente explain` shows of a sentence: its tree, the entries that matched or nearly did, and
// how the fields of each item were filled.
#pragma once

#include <string>
#include <vector>

#include "coding/clauses.h"
#include "coding/matcher.h"
#include "entente/item.h"

namespace entente {

/// An item and why its fields are what they are, one line each; the coder provides them.
struct ExplainedItem {
  Item item;
  std::vector<std::string> notes;
};

struct Explanation {
  const Clauses* clauses = nullptr;
  std::vector<Match> matches;
  std::vector<NearMiss> near_misses;
  std::vector<ExplainedItem> items;
  std::vector<std::string> dropped;  ///< matches that gave no item, and why
};

/// The words of a sentence, each with its part of speech, relation and governor, drawn as a tree.
[[nodiscard]] std::string draw_tree(const Clauses& clauses);
/// A match with its entry, file and line, and the phrases in its slots.
[[nodiscard]] std::string describe(const Match& match, const Clauses& clauses);
[[nodiscard]] std::string explain_sentence(const Explanation& explanation);

[[nodiscard]] const char* name_of(Role role);
[[nodiscard]] const char* name_of(Slot slot);

}  // namespace entente
