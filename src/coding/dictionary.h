// The event and relation dictionaries in memory: entries as written, ready to be matched.
// docs/dictionaries.md is the language they are written in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/clauses.h"
#include "coding/grammar.h"
#include "entente/error.h"
#include "entente/item.h"

namespace entente {

class Ontology;

enum class Role : std::uint8_t { none, actor, recipient, both, event, place, weapon, number };

using SlotSet = std::uint16_t;
[[nodiscard]] constexpr SlotSet bit(Slot slot) {
  return static_cast<SlotSet>(1u << static_cast<unsigned>(slot));
}

/// `slot:filler` of a pattern.
struct Constraint {
  Slot slot = Slot::subj;          ///< the first one written
  SlotSet slots = 0;               ///< all that will do
  std::vector<std::string> preps;  ///< alternatives, for Slot::prep
  SlotSet outer = 0;               ///< of `to.obj`: where the word stands whose slots are meant
  std::vector<std::string> outer_preps;
  Role role = Role::none;
  std::vector<std::string> lemmas;   ///< sorted; classes are expanded
  std::vector<std::string> special;  ///< of those, the ones written "shell/n" or "cease_fire"
  bool required = false;
  bool forbidden = false;
  bool implied = false;  ///< from a frame, not written in the pattern
  std::string text;      ///< as written
  /// True where the words themselves are asked for: they become part of the trigger.
  [[nodiscard]] bool lexical() const { return role == Role::none && !any_word() && !forbidden; }
  [[nodiscard]] bool any_word() const { return lemmas.empty() && special.empty(); }
};

/// One head of a pattern: "carry/v+out", "air_strike/n".
struct Head {
  std::string lemma;
  char pos = 'v';  ///< v, n or a
  std::string particle;
  std::vector<std::string> before;  ///< lemmas of the words before it in its phrase
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

/// A line whose heads are of several parts of speech is one Entry for each of them; the first has
/// the examples.
struct Entry {
  std::vector<Head> heads;
  std::vector<Constraint> constraints;  ///< default frames filled in; lexical ones first
  Coding coding;
  std::string text;  ///< the line as written
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t order = 0;   ///< of reading; later wins between equals
  std::uint32_t folder = 0;  ///< which of the data folders
  int weight = 0;            ///< required constraints; those that ask for words count twice
  std::vector<Example> examples;
  [[nodiscard]] std::string place() const { return file + ":" + std::to_string(line); }
};

/// How much an entry asks for through one of its heads, the words of the head included: what
/// decides between entries.
[[nodiscard]] int specificity(const Entry& entry, const Head& head);

struct DictionaryReading;

/// Immutable; shared by threads.
class Dictionary {
 public:
  /// Reads <dir>/<language>/grammar.txt and <dir>/<language>/{events,relations}/*.txt of each
  /// folder in order. Throws the first Error malformed.
  Dictionary(const std::vector<std::string>& data_dirs, const std::string& language);
  /// Reads dictionary text; for tests. It knows the frames that need no word of a language (verbs
  /// subj:A obj:R, nouns poss:A mod:A, adjectives subj:A); others are given by @frame in the text.
  static Dictionary of_text(std::string_view text, const std::string& name);

  /// The same, with all errors collected; lines with a mistake are left out. With an ontology modes
  /// and CAMEO codes are checked against it.
  static DictionaryReading read(const std::vector<std::string>& data_dirs,
                                const std::string& language, const Ontology* ontology = nullptr);
  /// Of single files or folders of them, after those of `data_dirs`.
  static DictionaryReading read_files(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& data_dirs,
                                      const std::string& language,
                                      const Ontology* ontology = nullptr);
  static DictionaryReading read_text(std::string_view text, const std::string& name,
                                     const Ontology* ontology = nullptr);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const Grammar& grammar() const { return grammar_; }
  /// Entries with a head of that lemma, as (entry, head) indices.
  struct Candidate {
    std::uint32_t entry, head;
  };
  [[nodiscard]] const std::vector<Candidate>* candidates(std::string_view lemma) const;
  /// True for lemmas that stand anywhere in a pattern.
  [[nodiscard]] bool knows(std::string_view lemma) const { return by_lemma_.contains(lemma); }

 private:
  friend class DictionaryReader;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  Dictionary() = default;
  void index();
  std::vector<Entry> entries_;
  Grammar grammar_;
  std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>> by_lemma_;
};

struct DictionaryReading {
  Dictionary dictionary;
  std::vector<Error> errors;  ///< in order of reading
};

}  // namespace entente
