// The lists of Naming by the name of their directive.
#include "world/naming.h"

namespace entente {

TextSet* Naming::list(std::string_view directive) {
  if (directive == "articles") return &articles;
  if (directive == "joined-articles") return &joined_articles;
  if (directive == "particles") return &particles;
  if (directive == "name-suffixes") return &suffixes;
  if (directive == "titles") return &titles;
  if (directive == "ordinary-words") return &ordinary;
  if (directive == "given-names") return &given;
  if (directive == "place-nouns") return &place_nouns;
  if (directive == "street-nouns") return &street_nouns;
  if (directive == "counties") return &counties;
  if (directive == "institutions") return &institutions;
  if (directive == "directions") return &directions;
  if (directive == "locatives") return &locatives;
  if (directive == "owners") return &owners;
  if (directive == "transliterated") return &transliterated;
  if (directive == "family-name-first") return &family_first;
  if (directive == "family-name-either") return &family_either;
  if (directive == "family-names") return &family_names;
  return nullptr;
}

}  // namespace entente
