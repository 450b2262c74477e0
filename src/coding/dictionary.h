// The event and relation dictionaries in memory: entries as written, ready to be matched.
// docs/dictionaries.md is the language they are written in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/clauses.h"
#include "entente/item.h"

namespace entente {

enum class Role : std::uint8_t { none, actor, recipient, both, event, place, weapon, number };

/// `slot:filler` of a pattern.
struct Constraint {
  Slot slot = Slot::subj;
  std::vector<std::string> preps;   ///< alternatives, for Slot::prep
  Role role = Role::none;
  std::vector<std::string> lemmas;  ///< sorted; classes are expanded; empty: any
  bool required = false;
  bool forbidden = false;
};

/// One head of a pattern: "carry/v+out", "air_strike/n".
struct Head {
  std::string lemma;
  char pos = 'v';                    ///< v, n or a
  std::string particle;
  std::vector<std::string> before;   ///< lemmas of the words before it in its phrase
};

struct Coding {
  enum class Effect : std::uint8_t { code, none, event } effect = Effect::code;
  ItemType type = ItemType::agree;
  std::string mode, cameo;
  std::optional<Status> status;
  bool mutual = false;
};

struct Example {
  bool positive = true;
  std::string sentence;
  std::vector<std::string> actor, recipient;
  std::optional<ItemType> type;
  std::string mode;
  Status status = Status::actual;
  std::string file;
  std::uint32_t line = 0;
};

struct Entry {
  std::vector<Head> heads;
  std::vector<Constraint> constraints;  ///< default frames already filled in
  Coding coding;
  std::string text;  ///< the line as written
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t order = 0;  ///< of reading; later wins between equals
  int weight = 0;           ///< number of required constraints
  std::vector<Example> examples;
};

class Dictionary {
 public:
  /// Reads <dir>/<language>/{events,relations}/*.txt of each folder in order. Throws Error malformed.
  Dictionary(const std::vector<std::string>& data_dirs, const std::string& language);
  /// Reads dictionary text; for tests.
  static Dictionary of_text(std::string_view text, const std::string& name);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Entries with a head of that lemma, as (entry, head) indices.
  struct Candidate { std::uint32_t entry, head; };
  [[nodiscard]] const std::vector<Candidate>* candidates(std::string_view lemma) const;

 private:
  Dictionary() = default;
  std::vector<Entry> entries_;
  std::map<std::string, std::vector<Candidate>, std::less<>> by_lemma_;
};

}  // namespace entente
