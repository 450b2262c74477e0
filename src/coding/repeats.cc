// Finds the other mention of an act and takes its parties over.
#include "coding/repeats.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "coding/rules.h"
#include "coding/sides.h"

namespace entente {

namespace {

constexpr std::uint32_t near = 4;      // sentences within which one type is enough
constexpr std::uint32_t far = 12;      // sentences within which the word must be the same
constexpr std::uint32_t meeting = 2;   // sentences within which a meeting is of those who came
constexpr std::uint32_t headline = 4;  // sentences after a headline that tell its story

bool refers_back(const SentenceReading& s, std::size_t noun) {
  return std::ranges::any_of(s.clauses.children(noun), [&](std::uint16_t child) {
    const auto& word = s.word(child);
    return has_feature(word, "Definite=Def") || has_feature(word, "PronType=Dem");
  });
}

/// One word in two forms: strike and airstrike, meet and meeting, rule and ruling.
bool akin(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 4;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.ends_with(a) && a.size() >= shortest) return true;
  const auto stem =
      static_cast<std::size_t>(std::distance(a.begin(), std::ranges::mismatch(a, b).in1));
  return stem + 1 >= a.size() && (stem >= shortest || a == b);
}

std::string_view lemma_of(const DraftContext& context, const Draft& draft) {
  return context.reading->sentences[draft.sentence].word(draft.match->head).lemma;
}

bool tells_an_act(const Draft& draft) {
  return draft.match != nullptr && draft.item.kind == ItemKind::event;
}

/// Whether what is known of one side may be the other's.
bool agrees(const std::vector<std::string>& mine, const std::vector<std::string>& theirs) {
  return !known(mine) || share_primary(mine, theirs);
}

bool lacks_party(const Item& item) {
  return !known(item.actor) || (!known(item.recipient) && item.actor.size() < 2);
}

void take_parties(const Draft& from, Draft& draft) {
  auto& item = draft.item;
  if (!known(item.actor)) {
    item.actor = from.item.actor;
    item.names = from.item.names;
    draft.evidence.has_actor = known(item.actor);
    draft.evidence.actor = from.evidence.actor;
  }
  if (!known(item.recipient)) item.recipient = from.item.recipient;
  if (draft.match->entry->coding.mutual) {
    for (const auto& code : item.recipient) add_code(item.actor, code);
    item.recipient.clear();
  }
  if (item.mode.empty() && item.type == from.item.type) item.mode = from.item.mode;
  draft.evidence.parties_recalled = true;
  draft.notes.push_back("parties: as in \"" + from.item.trigger + "\"");
}

/// "The strikes": an act told a little before, or further back in the same word.
bool same_by_noun(const DraftContext& context, const Draft& other, const Draft& draft) {
  const auto& item = draft.item;
  if (other.item.type != item.type || !known(other.item.actor)) return false;
  if (known(item.actor) && !known(other.item.recipient)) return false;
  if (!agrees(item.actor, other.item.actor) || !agrees(item.recipient, other.item.recipient))
    return false;
  // "The killing of a hostage" says itself whom it is about: only the same word is the same act.
  const bool bare = (!known(item.actor) || item.actor == other.item.actor) &&
                    (!known(item.recipient) || item.recipient == other.item.recipient);
  return (bare && draft.sentence - other.sentence <= near) ||
         akin(lemma_of(context, other), lemma_of(context, draft));
}

/// "Rebels were bombed" after "Arland has bombed rebels".
bool same_by_passive(const DraftContext& context, const Draft& other, const Draft& draft) {
  return other.item.type == draft.item.type && known(other.item.actor) &&
         draft.sentence - other.sentence <= near &&
         share_primary(other.item.recipient, draft.item.recipient) &&
         akin(lemma_of(context, other), lemma_of(context, draft));
}

bool hostile(ItemType type) {
  switch (type) {
    case ItemType::assault:
    case ItemType::coerce:
    case ItemType::sanction:
    case ItemType::mobilize:
    case ItemType::threaten:
    case ItemType::accuse:
    case ItemType::reject:
      return true;
    default:
      return false;
  }
}

/// "Retaliated by shelling", "returned fire": the answer goes to whoever acted against the actor.
bool answers(const DraftContext& context, std::size_t sentence, const Match& match) {
  const auto& s = context.reading->sentences[sentence];
  if (s.is(match.head, WordClass::answer) || s.is(match.clause, WordClass::answer)) return true;
  const auto head = s.word(match.head).head;
  return head >= 0 && s.word(match.head).rel == Rel::advcl &&
         s.is(static_cast<std::size_t>(head), WordClass::answer);
}

bool answered_by(const Draft& other, const Draft& draft) {
  return hostile(other.item.type) && known(other.item.actor) &&
         draft.sentence - other.sentence <= near && other.item.status != Status::negated &&
         share_primary(other.item.recipient, draft.item.actor) &&
         !share_primary(other.item.actor, draft.item.actor);
}

void answer(const Draft& other, Draft& draft) {
  draft.item.recipient = other.item.actor;
  draft.evidence.has_recipient = draft.evidence.parties_recalled = true;
  draft.evidence.recipient = other.evidence.actor;
  draft.notes.push_back("recipient: whoever did \"" + other.item.trigger + "\"");
}

/// "His visit to Arland includes a meeting with its president": the other party of the meeting is
/// whoever came together with that state a little before.
bool completes_mutual(const Draft& other, const Draft& draft) {
  const auto& item = draft.item;
  if (other.item.type != item.type || draft.sentence - other.sentence > meeting) return false;
  if (other.item.status != item.status) return false;
  const auto parties = parties_of(other.item);
  return parties.size() == 2 && known(parties) && share_primary(parties, item.actor);
}

void complete_mutual(const Draft& other, Draft& draft) {
  auto& item = draft.item;
  for (const auto& code : parties_of(other.item)) {
    if (code != "?" && !share_primary({code}, item.actor)) add_code(item.actor, code);
  }
  draft.evidence.parties_recalled = true;
  draft.notes.push_back("parties: as in \"" + other.item.trigger + "\"");
}

/// What a headline tells and a sentence after it tells in full.
bool same_story(const DraftContext& context, const Draft& title, const Draft& body) {
  const auto& item = title.item;
  if (body.item.type != item.type || body.item.status != item.status) return false;
  if (!agrees(item.actor, body.item.actor) || !agrees(item.recipient, body.item.recipient))
    return false;
  if (!known(item.actor) && !known(body.item.actor)) return false;
  const bool mutual = title.match->entry->coding.mutual;
  if (mutual && body.item.actor.size() + body.item.recipient.size() < 2) return false;
  return akin(lemma_of(context, title), lemma_of(context, body));
}

}  // namespace

void recall_parties(const DraftContext& context, std::size_t sentence,
                    const std::vector<Draft>& earlier, Draft& draft) {
  if (!tells_an_act(draft) || !lacks_party(draft.item)) return;
  const auto& s = context.reading->sentences[sentence];
  const auto head = draft.match->head;
  const bool noun = is_nominal(s.word(head).upos);
  const bool definite = noun && refers_back(s, head);
  const bool agentless =
      !noun && !known(draft.item.actor) && known(draft.item.recipient) && s.clauses.passive(head);
  const bool answering = known(draft.item.actor) && !known(draft.item.recipient) &&
                         hostile(draft.item.type) && answers(context, sentence, *draft.match);
  const bool alone = noun && draft.match->entry->coding.mutual && draft.item.actor.size() == 1 &&
                     draft.item.recipient.empty();
  if (!definite && !agentless && !answering && !alone) return;
  for (auto other = earlier.rbegin(); other != earlier.rend(); ++other) {
    if (draft.sentence - other->sentence > far) return;
    if (!tells_an_act(*other) || !other->dropped.empty()) continue;
    if (answering && answered_by(*other, draft)) return answer(*other, draft);
    const bool same = (definite && same_by_noun(context, *other, draft)) ||
                      (agentless && same_by_passive(context, *other, draft));
    if (same) return take_parties(*other, draft);
    if (alone && completes_mutual(*other, draft)) return complete_mutual(*other, draft);
  }
}

void complete_headline(const DraftContext& context, std::vector<Draft>& drafts) {
  for (auto& title : drafts) {
    if (context.reading->sentences[title.sentence].segment != SegmentKind::title) continue;
    if (!tells_an_act(title) || !lacks_party(title.item)) continue;
    if (!title.dropped.empty() && !title.unknown_parties) continue;
    const auto told = std::ranges::find_if(drafts, [&](const Draft& body) {
      return body.sentence > title.sentence && body.sentence - title.sentence <= headline &&
             tells_an_act(body) && body.dropped.empty() && same_story(context, title, body);
    });
    if (told == drafts.end()) continue;
    take_parties(*told, title);
    title.dropped.clear();
    title.unknown_parties = false;
  }
}

namespace {

/// Two parties between which most acts of a kind take place.
struct Pair {
  std::string one, other;
};

bool of_conflict(const Draft& draft) {
  const auto type = draft.item.type;
  return tells_an_act(draft) && draft.dropped.empty() && draft.item.status != Status::negated &&
         (type == ItemType::assault || type == ItemType::threaten || type == ItemType::accuse);
}

bool of_partners(const Draft& draft) {
  const auto type = draft.item.type;
  return draft.match != nullptr && draft.dropped.empty() && draft.item.status != Status::negated &&
         (type == ItemType::consult || type == ItemType::cooperate || type == ItemType::agree ||
          type == ItemType::ally);
}

/// The two primaries of an act that has just two.
std::optional<Pair> pair_of(const Item& item) {
  std::set<std::string> parties;
  for (const auto& code : parties_of(item)) {
    if (code != "?") parties.emplace(primary(code));
  }
  if (parties.size() != 2) return std::nullopt;
  return Pair{*parties.begin(), *parties.rbegin()};
}

/// The pair that has at least `percent` of the acts that `counts`, and three of them.
template <class Counts>
std::optional<Pair> leading_pair(const std::vector<Draft>& drafts, int percent, Counts counts) {
  constexpr int least = 3;
  std::map<std::pair<std::string, std::string>, int> found;
  int all = 0;
  for (const auto& draft : drafts) {
    if (!counts(draft)) continue;
    const auto pair = pair_of(draft.item);
    if (!pair) continue;
    ++found[{pair->one, pair->other}];
    ++all;
  }
  for (const auto& [pair, count] : found) {
    if (count >= least && 100 * count >= percent * all) return Pair{pair.first, pair.second};
  }
  return std::nullopt;
}

/// The other side of whoever is named; empty for somebody else.
std::string against(const Pair& rivals, const std::vector<std::string>& side) {
  if (side.size() != 1) return {};
  const auto who = primary(side.front());
  return who == rivals.one ? rivals.other : who == rivals.other ? rivals.one : std::string();
}

}  // namespace

void complete_rivals(std::vector<Draft>& drafts) {
  constexpr int nearly_all = 75;
  const auto rivals = leading_pair(drafts, nearly_all, of_conflict);
  if (!rivals) return;
  for (auto& draft : drafts) {
    auto& item = draft.item;
    if (!of_conflict(draft) || known(item.actor) == known(item.recipient)) continue;
    const bool wants_recipient = known(item.actor);
    const auto other = against(*rivals, wants_recipient ? item.actor : item.recipient);
    if (other.empty()) continue;
    if (draft.match->entry->coding.mutual) {
      add_code(item.actor, other);  // "exchanged fire" is of both
      draft.evidence.parties_recalled = true;
      continue;
    }
    (wants_recipient ? item.recipient : item.actor) = {other};
    (wants_recipient ? draft.evidence.has_recipient : draft.evidence.has_actor) = true;
    (wants_recipient ? draft.evidence.recipient : draft.evidence.actor) = How::context;
    draft.evidence.parties_recalled = true;
    draft.notes.push_back(std::string(wants_recipient ? "recipient" : "actor") +
                          ": the other of the two sides that the text is about");
  }
}

void complete_partners(std::vector<Draft>& drafts) {
  constexpr int most = 60;
  const auto partners = leading_pair(drafts, most, of_partners);
  if (!partners) return;
  for (auto& draft : drafts) {
    if (!tells_an_act(draft) || !draft.unknown_parties || !draft.evidence.noun) continue;
    if (draft.match->entry->coding.type != ItemType::cooperate) continue;
    auto& item = draft.item;
    if (known(item.actor) && !share_primary(item.actor, {partners->one, partners->other})) continue;
    item.actor = {partners->one, partners->other};
    item.recipient.clear();
    draft.dropped.clear();
    draft.unknown_parties = false;
    draft.evidence.has_actor = draft.evidence.parties_recalled = true;
    draft.evidence.actor = How::context;
    draft.notes.push_back("actor: the two whose working together the text is about");
  }
}

namespace {

/// Acts that take place on a day, not standing ones.
bool of_a_day(const Draft& draft) {
  const auto& item = draft.item;
  const bool bodily = item.type == ItemType::assault || item.type == ItemType::aid ||
                      item.type == ItemType::retreat || item.type == ItemType::coerce ||
                      item.type == ItemType::consult;
  return tells_an_act(draft) && draft.dropped.empty() && bodily && item.status == Status::actual;
}

/// The same act, as far as its type tells and who took part, on whatever side.
bool same_parties(const Item& a, const Item& b) {
  if (a.type != b.type) return false;
  const auto one = parties_of(a), other = parties_of(b);
  return known(one) && known(other) && (subset(one, other) || subset(other, one));
}

}  // namespace

void recall_days(std::vector<Draft>& drafts) {
  for (auto draft = drafts.begin(); draft != drafts.end(); ++draft) {
    if (!of_a_day(*draft) || !draft->item.when.empty()) continue;
    for (auto other = draft; other-- != drafts.begin();) {
      if (draft->sentence - other->sentence > near) break;
      if (other->sentence == draft->sentence) continue;  // one sentence tells of two acts
      const bool dated = of_a_day(*other) && other->item.when.size() == std::size("2001-01-01") - 1;
      if (!dated || !same_parties(draft->item, other->item)) continue;
      draft->item.when = other->item.when;
      draft->notes.push_back("when: as \"" + other->item.trigger + "\" before");
      break;
    }
  }
}

}  // namespace entente
