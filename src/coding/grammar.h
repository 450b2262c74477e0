// The little that reading a tree needs to know of a language's words. It stands in
// data/<language>/grammar.txt, whose directives docs/dictionaries.md describes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

using WordSet = std::set<std::string, std::less<>>;

struct Grammar {
  WordSet prepositions;     ///< what a dictionary may name as a slot; empty: any word
  WordSet agent;            ///< mark the doer of a passive ("by")
  WordSet origin;           ///< mark where an act comes from ("from"): its other phrases may follow
  WordSet phrase;           ///< their phrases belong to a noun's span and name its object ("of")
  WordSet predicative;      ///< mark what somebody is seen or known as ("as")
  WordSet transparent;      ///< nouns that stand for what follows ("dozens of", "a series of")
  WordSet plans;            ///< nouns whose infinitive says what their owner would do ("a plan to")
  WordSet handing_marks;    ///< their clause is the object's doing ("accused Iran *of* arming")
  WordSet reaching;         ///< prepositions that find their word from further down ("against")
  WordSet subject_control;  ///< verbs whose infinitive is the subject's doing despite an object
  std::map<std::string, std::string, std::less<>> oblique_control;  ///< "call" → "on"
  /// Endings of forms and what the lemma has instead ("ied" → "y"), longest first, for words whose
  /// lemma no dictionary knows. "=" is a letter that stands there twice,
  /// "^" begins a whole form.
  std::vector<std::pair<std::string, std::string>> endings;
};

}  // namespace entente
