// The rules, each on its own.
#include "coding/rules.h"

#include <algorithm>

namespace entente {

namespace {

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

/// The child of `top` on the way up from `at`; nothing when `at` is not below.
std::optional<std::size_t> branch(const SentenceReading& s, std::size_t at, std::size_t top) {
  for (std::size_t steps = 0; steps <= s.words().size(); ++steps) {
    const auto head = s.word(at).head;
    if (head < 0) return std::nullopt;
    if (static_cast<std::size_t>(head) == top) return at;
    at = static_cast<std::size_t>(head);
  }
  return std::nullopt;
}

bool pattern_takes(const Match& match, const std::string& link) {
  const auto& all = match.entry->constraints;
  return std::any_of(all.begin(), all.end(), [&](const Constraint& c) {
    return c.slot == Slot::prep && std::find(c.preps.begin(), c.preps.end(), link) != c.preps.end();
  });
}

/// Whether `at` belongs to what the match's word governs: its infinitive, clause, object or the
/// phrase with its preposition.
bool in_complement(const SentenceReading& s, const Match& match, std::size_t at) {
  const auto child = branch(s, at, match.head);
  if (!child) return false;
  const auto& word = s.word(*child);
  switch (word.rel) {
    case Rel::xcomp:
    case Rel::ccomp:
    case Rel::obj:
      return true;
    case Rel::acl:
      return word.subrel != SubRel::relcl;
    case Rel::obl:
    case Rel::nmod:
      return pattern_takes(match, s.link(*child));
    case Rel::nsubj:
      return word.subrel == SubRel::pass && s.is(*child, WordClass::message);
    default:
      return false;
  }
}

bool takes_in(const Draft& outer, const Draft& inner) {
  switch (outer.item.type) {
    case ItemType::request:
    case ItemType::threaten:
      return inner.item.type != ItemType::accuse;
    case ItemType::reject:
    case ItemType::agree:
      return friendly(inner.item.type);
    default:
      return false;
  }
}

bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::all_of(a.begin(), a.end(), [&](const std::string& code) {
    return code == "?" || std::any_of(b.begin(), b.end(), [&](const std::string& other) {
             return primary(other) == primary(code);
           });
  });
}

bool same_act(const SentenceReading& s, const Draft& a, const Draft& b) {
  if (a.item.type != b.item.type || a.item.type == ItemType::office) return false;
  if (a.item.status != b.item.status) return false;
  const auto head_a = a.match->head, head_b = b.match->head;
  const bool overlap = a.item.span.overlaps(b.item.span);
  const bool joined = s.word(head_a).rel != Rel::conj && s.word(head_a).head == head_b;
  const bool close = overlap || joined || a.match->clause == b.match->clause;
  return close && subset(a.item.actor, b.item.actor) && subset(a.item.recipient, b.item.recipient);
}

bool references_back(const SentenceReading& s, std::size_t noun) {
  for (const auto child : s.clauses.children(noun)) {
    const auto& word = s.word(child);
    if (has_feature(word, "Definite=Def") || has_feature(word, "PronType=Dem")) return true;
  }
  return false;
}

std::string_view first_primary(const std::vector<std::string>& codes) {
  return codes.empty() ? std::string_view() : primary(codes.front());
}

bool known(const std::vector<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(), [](const std::string& c) { return c != "?"; });
}

/// "Threatened to attack Turkey": whom the act in the complement is done to is threatened.
void adopt_recipient(const Draft& inner, Draft& outer) {
  if (known(outer.item.recipient)) return;
  const bool own = known(inner.item.recipient) &&
                   primary(inner.item.recipient.front()) != first_primary(outer.item.actor);
  const bool other = !own && known(inner.item.actor) &&
                     first_primary(inner.item.actor) != first_primary(outer.item.actor);
  if (!own && !other) return;
  outer.item.recipient = own ? inner.item.recipient : inner.item.actor;
  outer.item.spans.recipient = own ? inner.item.spans.recipient : inner.item.spans.actor;
  outer.evidence.has_recipient = true;
  outer.evidence.recipient = own ? inner.evidence.recipient : inner.evidence.actor;
  outer.evidence.parties_inherited = true;
}

}  // namespace

void drop_parts(const SentenceReading& s, std::vector<Draft>& drafts) {
  for (auto& inner : drafts) {
    if (inner.match == nullptr) continue;
    for (auto& outer : drafts) {
      if (&outer == &inner || outer.match == nullptr || !outer.dropped.empty()) continue;
      if (takes_in(outer, inner) && in_complement(s, *outer.match, inner.match->head)) {
        inner.dropped = "part of \"" + outer.item.trigger + "\"";
        adopt_recipient(inner, outer);
      }
    }
  }
  for (auto& lesser : drafts) {
    if (lesser.match == nullptr || !lesser.dropped.empty()) continue;
    for (const auto& other : drafts) {
      if (&other == &lesser || other.match == nullptr || !other.dropped.empty()) continue;
      if (!same_act(s, lesser, other)) continue;
      lesser.dropped = "the same act as \"" + other.item.trigger + "\"";
      break;
    }
  }
}

void retype(Draft& draft) {
  auto& item = draft.item;
  const bool coming = item.status == Status::future;
  const bool friendly_act = item.type == ItemType::consult || item.type == ItemType::support ||
                            item.type == ItemType::cooperate || item.type == ItemType::aid;
  if (coming && friendly_act) {
    item.cameo = item.type == ItemType::consult ? "036"
                 : item.type == ItemType::aid   ? "033"
                                                : "030";
    item.type = ItemType::agree;
    item.mode.clear();
    return;
  }
  const bool announced =
      coming || (item.status == Status::hypothetical && draft.certainty.conditional);
  const bool by_actor = !item.said_by.empty() && !item.actor.empty() &&
                        primary(item.said_by.front()) == primary(item.actor.front());
  if (item.type == ItemType::assault && announced && by_actor && known(item.recipient)) {
    item.type = ItemType::threaten;
    item.mode = "violence";
    item.cameo = "138";
    item.status = Status::actual;
    item.said_by.erase(item.said_by.begin());
    if (!item.spans.said_by.empty()) item.spans.said_by.erase(item.spans.said_by.begin());
  }
}

void recall_parties(const SentenceReading& s, const std::vector<Draft>& earlier, Draft& draft) {
  constexpr std::uint32_t reach = 4;  // sentences
  auto& item = draft.item;
  if (draft.match == nullptr || known(item.actor) || item.kind != ItemKind::event) return;
  if (!is_nominal(s.word(draft.match->head).upos) || !references_back(s, draft.match->head)) return;
  for (auto other = earlier.rbegin(); other != earlier.rend(); ++other) {
    if (item.sentence_number - other->item.sentence_number > reach) return;
    if (other->item.type != item.type || !known(other->item.actor) || !other->dropped.empty())
      continue;
    item.actor = other->item.actor;
    if (!known(item.recipient)) item.recipient = other->item.recipient;
    item.names = other->item.names;
    draft.evidence.has_actor = true;
    draft.evidence.actor = other->evidence.actor;
    draft.evidence.parties_recalled = true;
    draft.notes.push_back("parties: as in \"" + other->item.trigger + "\" before");
    return;
  }
}

void share_actor(const SentenceReading& s, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (draft.match == nullptr || known(draft.item.actor)) continue;
    const auto head = draft.match->head;
    if (!is_nominal(s.word(head).upos) || draft.item.kind != ItemKind::event) continue;
    for (const auto& outer : drafts) {
      if (outer.match == nullptr || &outer == &draft || !known(outer.item.actor)) continue;
      const auto child = branch(s, head, outer.match->head);
      if (!child || s.word(*child).rel != Rel::obl) continue;
      if (outer.item.kind != ItemKind::event || outer.item.type == ItemType::accuse ||
          outer.item.type == ItemType::reject || outer.item.type == ItemType::protest)
        continue;
      draft.item.actor = outer.item.actor;
      draft.item.spans.actor = outer.item.spans.actor;
      draft.item.names = outer.item.names;
      draft.evidence.has_actor = true;
      draft.evidence.actor = outer.evidence.actor;
      draft.evidence.parties_inherited = true;
      draft.notes.push_back("actor: that of \"" + outer.item.trigger + "\"");
      break;
    }
  }
}

void check_parties(Draft& draft, bool unresolved) {
  auto& item = draft.item;
  if (!unresolved) {
    std::erase(item.actor, "?");
    std::erase(item.recipient, "?");
  }
  if (item.actor.empty() && item.recipient.empty()) {
    draft.dropped = "no party is known";
    return;
  }
  const bool joint = is_mutual(item.type) && item.actor.size() > 1;
  if (item.kind == ItemKind::relation && !joint && (item.actor.empty() || item.recipient.empty())) {
    draft.dropped = "a relation needs two parties";
    return;
  }
  if (item.type == ItemType::office || item.actor.empty()) return;
  const bool guessed =
      draft.evidence.actor >= How::pronoun || draft.evidence.recipient >= How::pronoun;
  if (item.actor == item.recipient && guessed && item.actor.front() != "?") {
    draft.dropped = "both sides were taken for the same party";
  }
}

}  // namespace entente
