// Words of a sentence as numbers that can be compared, and the counts that it states.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/span.h"

namespace entente {

/// What a language's data/<language>/story/words.txt says of words.
class StoryWords {
 public:
  /// Reads <dir>/<language>/story/words.txt of each folder that has it. Throws Error malformed.
  StoryWords(const std::vector<std::string>& data_dirs, std::string_view language);
  static StoryWords of_text(std::string_view text);

  [[nodiscard]] bool common(std::string_view word) const { return common_.contains(word); }
  [[nodiscard]] bool approximate(std::string_view word) const { return rough_.contains(word); }
  [[nodiscard]] bool dead(std::string_view word) const { return dead_.contains(word); }
  [[nodiscard]] bool definite(std::string_view word) const { return definite_.contains(word); }
  [[nodiscard]] bool further(std::string_view word) const { return further_.contains(word); }
  [[nodiscard]] bool age(std::string_view word) const { return age_.contains(word); }
  [[nodiscard]] bool binds(std::string_view word) const { return bind_.contains(word); }
  [[nodiscard]] bool negates(std::string_view word) const { return negation_.contains(word); }
  [[nodiscard]] bool hurt(std::string_view word) const { return hurt_.contains(word); }
  [[nodiscard]] std::optional<std::int64_t> unit(std::string_view word) const;
  [[nodiscard]] std::optional<std::int64_t> times(std::string_view word) const;
  /// The word without the longest suffix that leaves three letters.
  [[nodiscard]] std::string_view stem(std::string_view word) const;

 private:
  StoryWords() = default;
  void read(std::string_view text, const std::string& file);
  using Words = std::set<std::string, std::less<>>;
  Words common_, rough_, dead_, hurt_, definite_, further_, age_, bind_, negation_;
  std::vector<std::string> suffixes_;  // longest first
  std::map<std::string, std::int64_t, std::less<>> units_, times_;
};

/// A word that may set one act apart from others.
struct TellingWord {
  std::uint64_t stem = 0;  ///< hash
  float weight = 1;        ///< less, the farther it stands from the trigger
  bool name = false;       ///< written with a capital, or a figure
  friend bool operator==(const TellingWord&, const TellingWord&) = default;
};

/// Telling words of `sentence`, but for those that lie in `without` (bytes of the sentence), each
/// once, by stem. `trigger` are the bytes of the word that names the act; all count alike where it
/// is empty.
[[nodiscard]] std::vector<TellingWord> telling_words(std::string_view sentence, Span trigger,
                                                     const std::vector<Span>& without,
                                                     const StoryWords& words);

/// What two lists of telling words have in common.
struct Overlap {
  double shared = 0;           ///< of each word in both the smaller weight
  double left = 0, right = 0;  ///< all weights of either
};
/// Of the names among them, or of the other words.
[[nodiscard]] Overlap overlap(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b,
                              bool names);

/// The last word before byte `at`, in lower case; empty where there is none.
[[nodiscard]] std::string word_before(std::string_view sentence, std::size_t at);

/// What a count is of.
enum class Counted : std::uint8_t { other, dead, hurt };

/// A number that a report states.
struct Quantity {
  std::int64_t value = 0;
  bool rough = false;  ///< "at least", "about", "dozens of"
  Counted counted = Counted::other;
  std::string noun;  ///< stem of the word behind it, or ""
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// The number of a phrase such as "at least 14 fishermen". `trigger` tells whether dead or hurt are
/// counted.
[[nodiscard]] std::optional<Quantity> quantity_of(std::string_view phrase, std::string_view trigger,
                                                  const StoryWords& words);

/// How many died by what a sentence says: the number that stands nearest to a word of death, and
/// of several such the one nearest to the trigger. Years and numbers of wounded do not count.
[[nodiscard]] std::optional<Quantity> deaths_in(std::string_view sentence, Span trigger,
                                                const StoryWords& words);

/// Whether a sentence says that something binds (above 0), that it does not (below 0), or neither.
[[nodiscard]] int binding_in(std::string_view sentence, const StoryWords& words);

/// The words of a text in lower case.
[[nodiscard]] std::vector<std::string> lower_words(std::string_view text);

}  // namespace entente
