// What is nobody's politics: deals, disputes and favours of companies and people among themselves.
#include <algorithm>

#include "coding/rules.h"
#include "coding/sides.h"

namespace entente {

namespace {

bool all_private(const std::vector<std::string>& codes) {
  return std::ranges::all_of(codes, private_code);
}

bool company(const std::vector<std::string>& codes) {
  return std::ranges::any_of(codes, [](const std::string& code) { return sector(code) == "BUS"; });
}

/// Nobody, or somebody whose state is a guess: "the government" without a state is still one;
/// "captains" and "users" need not be.
bool guessed(const std::vector<std::string>& codes, How how) {
  return codes.empty() || (how >= How::context && sector(codes.front()) != "GOV");
}

/// Acts that are news wherever they happen.
bool forceful(ItemType type) {
  return type == ItemType::assault || type == ItemType::protest || type == ItemType::coerce ||
         type == ItemType::mobilize || type == ItemType::retreat;
}

}  // namespace

bool private_business(const Draft& draft) {
  const auto& item = draft.item;
  if (item.kind != ItemKind::event) return false;
  const bool only_private = all_private(item.actor) && all_private(item.recipient);
  const bool commerce = only_private && (company(item.actor) || company(item.recipient));
  if (commerce && item.type != ItemType::assault && item.type != ItemType::protest) return true;
  if (forceful(item.type)) return false;
  const bool one_sided = item.actor.empty() || item.recipient.empty();
  const bool unsure = guessed(item.actor, draft.evidence.actor) &&
                      guessed(item.recipient, draft.evidence.recipient);
  if (one_sided && unsure) return true;
  // Fishermen of one country who save the people of another.
  const bool across = item.type == ItemType::aid && known(item.actor) && known(item.recipient) &&
                      !share_primary(item.actor, item.recipient);
  if (across) return false;
  return only_private && (friendly(item.type) || item.type == ItemType::request);
}

}  // namespace entente
