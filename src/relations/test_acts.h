// Acts made by hand, for the tests of this room.
#pragma once

#include <string>
#include <vector>

#include "record/ontology.h"
#include "story/act.h"

namespace entente::relations {

inline std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) found.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

/// "USA RUS:GOV" is two parties; `when` a day, month or year.
inline Act act(std::int64_t id, ItemType type, const std::string& actor,
               const std::string& recipient, const std::string& when,
               const std::string& cameo = "") {
  Act made;
  made.id = id;
  made.type = type;
  made.kind = kind_of(type);
  made.cameo = cameo;
  made.actor = words(actor);
  made.recipient = words(recipient);
  made.when = period_of(when);
  made.dated = true;
  made.first_seen = made.last_seen = made.when.last;
  made.reports = made.documents = 1;
  made.confidence = 0.5;
  return made;
}

inline const Ontology& ontology() {
  static const Ontology shipped({std::string(ENTENTE_SOURCE_DIR) + "/data"});
  return shipped;
}

}  // namespace entente::relations
