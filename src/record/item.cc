// Names of the kinds, types and statuses of items, both ways.
#include "entente/item.h"

#include <array>

namespace entente {
namespace {

constexpr std::array<const char*, 2> kind_names = {"event", "relation"};

constexpr std::array<const char*, 23> type_names = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT",
    "ally",   "backs",   "controls", "opposes", "member",    "office",   "presence"};

constexpr std::array<const char*, 4> status_names = {"actual", "future", "hypothetical", "negated"};

/// The enumerator at the place of `name` in a table of names.
template <typename Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<const char*, size>& names, const std::string& name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

const char* name_of(ItemKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }
const char* name_of(ItemType type) { return type_names.at(static_cast<std::size_t>(type)); }
const char* name_of(Status status) { return status_names.at(static_cast<std::size_t>(status)); }

ItemKind kind_of(ItemType type) {
  return type < ItemType::ally ? ItemKind::event : ItemKind::relation;
}

std::optional<ItemType> item_type(const std::string& name) {
  return find_name<ItemType>(type_names, name);
}

std::optional<Status> item_status(const std::string& name) {
  return find_name<Status>(status_names, name);
}

bool is_mutual(ItemType type) {
  switch (type) {
    case ItemType::consult:
    case ItemType::agree:
    case ItemType::cooperate:
    case ItemType::ally:
    case ItemType::opposes:
      return true;
    default:
      return false;
  }
}

}  // namespace entente
