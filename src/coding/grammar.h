// The little that reading a tree needs to know of a language's words. It stands in
// data/<language>/grammar.txt, whose directives docs/dictionaries.md describes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace entente {

using WordSet = std::set<std::string, std::less<>>;

struct Grammar {
  WordSet prepositions;     ///< what a dictionary may name as a slot; empty: any word
  WordSet agent;            ///< mark the doer of a passive ("by")
  WordSet phrase;           ///< their phrases belong to a noun's span and name its object ("of")
  WordSet transparent;      ///< nouns that stand for what follows ("dozens of", "a series of")
  WordSet handing_marks;    ///< their clause is the object's doing ("accused Iran *of* arming")
  WordSet subject_control;  ///< verbs whose infinitive is the subject's doing despite an object
  std::map<std::string, std::string, std::less<>> oblique_control;  ///< "call" → "on"
};

}  // namespace entente
