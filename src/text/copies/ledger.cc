// Ids beside what the finder says of their documents.
#include "text/copies/ledger.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace entente {

Appearance CopyLedger::add(const std::string& id, const Shingles& shingles) {
  const Appearance found = finder_.add(shingles);
  if (found.kind == CopyKind::first) firsts_.add(id);
  return found;
}

void AppearanceList::add(const std::string& id, const Appearance& appearance) {
  std::string entry;
  entry += static_cast<char>(appearance.kind);
  entry += static_cast<char>(std::lround(appearance.share * 100));
  entries_.add(entry + id);
  groups_.push_back(appearance.group);
}

void AppearanceList::visit(
    const std::function<void(const std::string& id, const Appearance&)>& visit) {
  std::vector<std::uint32_t> order(groups_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return groups_[a] != groups_[b] ? groups_[a] < groups_[b] : a < b;
  });
  for (const std::uint32_t i : order) {
    const std::string entry = entries_.at(i);
    visit(entry.substr(2), {static_cast<CopyKind>(entry[0]), groups_[i], entry[1] / 100.0});
  }
}

}  // namespace entente
