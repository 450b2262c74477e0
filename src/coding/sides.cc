// Comparisons of the sides of items.
#include "coding/sides.h"

#include <algorithm>

#include "coding/reading.h"

namespace entente {

bool known(const std::vector<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(), [](const std::string& c) { return c != "?"; });
}

bool share_primary(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& code) {
    return std::any_of(b.begin(), b.end(),
                       [&](const std::string& other) { return primary(other) == primary(code); });
  });
}

bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::all_of(a.begin(), a.end(), [&](const std::string& code) {
    return code == "?" || std::any_of(b.begin(), b.end(), [&](const std::string& other) {
             return primary(other) == primary(code);
           });
  });
}

std::string_view first_primary(const std::vector<std::string>& codes) {
  return codes.empty() ? std::string_view() : primary(codes.front());
}

bool private_code(const std::string& code) {
  const auto held = sector(code);
  return held == "CVL" || held == "BUS" || held == "MED";
}

bool friendly(ItemType type) {
  switch (type) {
    case ItemType::agree:
    case ItemType::consult:
    case ItemType::support:
    case ItemType::concede:
    case ItemType::cooperate:
    case ItemType::aid:
    case ItemType::retreat:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> parties_of(const Item& item) {
  auto parties = item.actor;
  parties.insert(parties.end(), item.recipient.begin(), item.recipient.end());
  return parties;
}

}  // namespace entente
