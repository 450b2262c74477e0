// What an act in the future is: a promise, a refusal or a threat.
#include <algorithm>

#include "coding/rules.h"
#include "coding/sides.h"

namespace entente {

namespace {

/// CAMEO's intent to do what the type says.
const char* intent(ItemType type) {
  switch (type) {
    case ItemType::consult:
      return "036";
    case ItemType::aid:
      return "033";
    case ItemType::concede:
    case ItemType::retreat:
      return "035";
    default:
      return "030";
  }
}

bool by_actor(const Item& item) {
  return !item.said_by.empty() && known(item.actor) &&
         primary(item.said_by.front()) == primary(item.actor.front());
}

/// What the actor's own words do is said by nobody else.
void own_words(Item& item) {
  if (!by_actor(item)) return;
  item.said_by.erase(item.said_by.begin());
  if (!item.spans.said_by.empty()) item.spans.said_by.erase(item.spans.said_by.begin());
}

/// "Will not release", "said it would never talk": its own will, in the future.
bool will_not(const DraftContext& context, std::size_t at, const Draft& draft) {
  if (draft.item.status != Status::negated || draft.match == nullptr) return false;
  const auto& s = context.reading->sentences[at];
  return std::ranges::any_of(s.clauses.children(draft.match->clause), [&](std::uint16_t child) {
    if (s.word(child).rel != Rel::aux) return false;
    return s.is(child, WordClass::future_modal) ||
           (s.is(child, WordClass::reporting_modal) && by_actor(draft.item));
  });
}

void refuse(Item& item) {
  const bool meets = item.type == ItemType::consult;
  const bool yields = item.type == ItemType::concede || item.type == ItemType::retreat;
  const bool helps = item.type == ItemType::aid || item.type == ItemType::cooperate;
  item.mode = meets ? "meet" : yields ? "yield" : helps ? "assist" : "";
  item.cameo = meets ? "125" : yields ? "124" : helps ? "121" : "120";
  item.type = ItemType::reject;
  item.status = Status::actual;
  own_words(item);
}

}  // namespace

void retype(const DraftContext& context, std::size_t at, Draft& draft) {
  auto& item = draft.item;
  if (item.kind != ItemKind::event) return;
  const bool yields = item.type == ItemType::concede || item.type == ItemType::retreat;
  if (friendly(item.type) && !item.actor.empty() && will_not(context, at, draft)) {
    refuse(item);
    return;
  }
  if (item.status == Status::future && friendly(item.type) && item.type != ItemType::agree &&
      (!yields || by_actor(item))) {
    item.cameo = intent(item.type);
    item.type = ItemType::agree;
    item.mode.clear();
    return;
  }
  const bool announced = item.status == Status::future ||
                         (item.status == Status::hypothetical && draft.certainty.conditional);
  if (item.type == ItemType::assault && announced && by_actor(item) && !item.recipient.empty()) {
    item.type = ItemType::threaten;
    item.mode = "violence";
    item.cameo = "138";
    item.status = Status::actual;
    own_words(item);
  }
}

}  // namespace entente
