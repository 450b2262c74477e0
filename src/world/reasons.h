// Why names, places and dates were resolved as they were. Gathered only for those who ask: nothing
// of it is worked out on the way to items.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/date.h"

namespace entente {

/// How the words of a text came to be a name of the data.
enum class NameMatch : std::uint8_t {
  listed,   ///< the name is written so in the data, but for hyphens, dots, diacritics ...
  variant,  ///< a form of a listed name: without initials, middle names or article
  surname,  ///< the surname of a listed name
  sound     ///< it only sounds like a listed name
};
[[nodiscard]] const char* name_of(NameMatch match);

/// Why a mention is that actor and has that code.
struct ActorReason {
  NameMatch match = NameMatch::listed;
  std::string form;        ///< the name as the data write it
  std::string form_entry;  ///< "file:line" where it stands
  std::string entry;       ///< "file:line" of the line that gives the code
  Date from, to;           ///< of that line; unknown: open
  bool in_office = true;   ///< the line covers the day; else it is the nearest one
  struct Candidate {
    std::string name, entry;
    std::vector<std::string> codes;
    int score = 0;
  };
  std::vector<Candidate> candidates;  ///< best first; empty where there was one only
};

/// What speaks for a place; the score is the sum.
struct PlaceEvidence {
  double inhabitants = 0;  ///< the more, the likelier
  double kind = 0;         ///< countries and regions before towns, seats before others
  double spelling = 0;     ///< another language's name for it counts less
  double country = 0;      ///< its country is named in the document
  double region = 0;  ///< the region or country around it is named, right behind it or elsewhere
  double near = 0;    ///< other places of the document lie close
  [[nodiscard]] double sum() const {
    return inhabitants + kind + spelling + country + region + near;
  }
};

/// Why a name is that place.
struct PlaceReason {
  struct Candidate {
    std::string name, kind, region, country;
    double latitude = 0, longitude = 0;
    std::uint32_t geonames = 0;
    PlaceEvidence evidence;
  };
  std::vector<Candidate> candidates;  ///< best first, the first ones only
  std::size_t others = 0;             ///< candidates left out
};

}  // namespace entente
