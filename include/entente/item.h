// An item: one event or relation that a document states, tied to its bytes.
// docs/formats.md says how each field is written; field names here are those of the format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/span.h"

namespace entente {

enum class ItemKind : std::uint8_t { event, relation };

/// PLOVER's event types (manual draft 0.8, 2021), then the seven relations.
enum class ItemType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  ally,
  backs,
  controls,
  opposes,
  member,
  office,
  presence
};

enum class Status : std::uint8_t { actual, future, hypothetical, negated };

/// The phrases that filled each field, as byte spans of the document's text.
struct ItemSpans {
  std::vector<Span> actor, recipient, when, where, said_by, denied_by;
};

/// What a place name was resolved to. geonames is 0 where the place has no GeoNames id.
struct ResolvedPlace {
  std::string name;
  double latitude = 0;   ///< degrees north, WGS 84
  double longitude = 0;  ///< degrees east
  std::uint32_t geonames = 0;
  std::string country;  ///< ISO 3166-1 alpha-3, empty at sea
};

struct Item {
  std::string doc;
  Span span;  ///< of the trigger; written as begin, end
  std::string trigger;
  ItemKind kind = ItemKind::event;
  ItemType type = ItemType::agree;
  std::string mode;                ///< PLOVER mode, empty where none applies
  std::vector<std::string> actor;  ///< codes PRIMARY or PRIMARY:SECTOR; "?" with --unresolved
  std::vector<std::string> recipient;
  Status status = Status::actual;
  std::string when;                   ///< ISO date, month or year; empty where not fixed
  std::vector<std::string> where;     ///< names as they stand
  std::vector<ResolvedPlace> places;  ///< what they were resolved to
  std::vector<std::string> said_by;   ///< nearest speaker first
  std::vector<std::string> denied_by;
  std::vector<std::string> names;  ///< persons meant among actor and recipient
  std::string number;              ///< a stated magnitude, as it stands
  std::string weapon;
  std::string cameo;      ///< CAMEO code, empty for relations
  double confidence = 0;  ///< 0 to 1
  ItemSpans spans;
  std::string sentence;
  Span sentence_span;                 ///< written as sentence_begin, sentence_end
  std::uint32_t sentence_number = 0;  ///< in the document, from 0
  std::string pattern;                ///< "file:line" of the dictionary entry behind it
};

[[nodiscard]] const char* name_of(ItemKind kind);
[[nodiscard]] const char* name_of(ItemType type);  ///< "ASSAULT", "backs"
[[nodiscard]] const char* name_of(Status status);
[[nodiscard]] ItemKind kind_of(ItemType type);
/// The type of that name, exactly as name_of writes it; nothing for an unknown name.
[[nodiscard]] std::optional<ItemType> item_type(const std::string& name);
[[nodiscard]] std::optional<Status> item_status(const std::string& name);
/// Acts in which all parties are alike: CONSULT, AGREE, COOPERATE, ally, opposes.
[[nodiscard]] bool is_mutual(ItemType type);

}  // namespace entente
