// The rules, each on its own.
#include "coding/rules.h"

#include <algorithm>

#include "coding/sides.h"

namespace entente {

namespace {

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

bool same_act(const SentenceReading& s, const Draft& a, const Draft& b) {
  if (a.item.type != b.item.type || a.item.type == ItemType::office) return false;
  if (a.item.status != b.item.status) return false;
  const auto head_a = a.match->head, head_b = b.match->head;
  const bool overlap = a.item.span.overlaps(b.item.span);
  const bool joined = s.word(head_a).rel != Rel::conj && s.word(head_a).head == head_b;
  // "Took off on raids, destroying depots": what the raids brought about.
  const auto below = s.clauses.children(head_a);
  const bool marked = std::any_of(below.begin(), below.end(), [&](std::size_t child) {
    return s.word(child).rel == Rel::mark || s.word(child).rel == Rel::nsubj;
  });
  const bool outcome = s.word(head_a).rel == Rel::advcl && !marked && head_a > head_b &&
                       s.word(head_a).head == b.match->clause;
  const bool close = overlap || joined || outcome || a.match->clause == b.match->clause;
  return close && subset(a.item.actor, b.item.actor) && subset(a.item.recipient, b.item.recipient);
}

/// "Threatened to attack Turkey": whom the act in the complement is done to is threatened.
void adopt_recipient(const Draft& inner, Draft& outer) {
  if (known(outer.item.recipient)) return;
  bool own = known(inner.item.recipient) &&
             primary(inner.item.recipient.front()) != first_primary(outer.item.actor);
  const bool other =
      known(inner.item.actor) && first_primary(inner.item.actor) != first_primary(outer.item.actor);
  if (!own && !other) return;
  // "Lobbied for Russian intervention": the one who is to act is asked.
  const bool asks = outer.item.type == ItemType::request && known(inner.item.actor) &&
                    primary(inner.item.actor.front()) != first_primary(outer.item.actor);
  own = own && !asks;
  outer.item.recipient = own ? inner.item.recipient : inner.item.actor;
  outer.item.spans.recipient = own ? inner.item.spans.recipient : inner.item.spans.actor;
  outer.evidence.has_recipient = true;
  outer.evidence.recipient = own ? inner.evidence.recipient : inner.evidence.actor;
  outer.evidence.parties_inherited = true;
}

void take_actor(const DraftContext& context, std::size_t at, std::size_t word, Draft& draft) {
  std::vector<std::string> codes;
  for (const auto* party : context.parties->of(at, word)) {
    if (party->how == How::owner || party->how == How::place) continue;
    for (const auto& code : party->codes) add_code(codes, code);
    draft.evidence.actor = party->how;
  }
  if (codes.empty() || share_primary(codes, draft.item.recipient)) return;
  if (known(draft.item.actor) && share_primary(codes, draft.item.actor)) return;
  std::erase(draft.item.actor, "?");
  codes.insert(codes.end(), draft.item.actor.begin(), draft.item.actor.end());
  draft.item.actor = std::move(codes);
  draft.item.spans.actor.push_back(context.parties->at(at, word).span);
  draft.evidence.has_actor = draft.evidence.parties_inherited = true;
  draft.notes.push_back("actor: the subject above");
}

/// "Arrested in the kidnapping of": the act is not of those who arrest.
bool punishes(const std::vector<Draft>& drafts, std::size_t word) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    const auto type = other.item.type;
    return other.match != nullptr && other.match->head == word &&
           (type == ItemType::coerce || type == ItemType::sanction || type == ItemType::accuse);
  });
}

/// The clause that a word governs: "agreed to ...", "ready to ...", "refused ...ing"; or that its
/// object does: "sent help to ...".
std::optional<std::size_t> complement_of(const SentenceReading& s, std::size_t head,
                                         bool object = true) {
  for (const auto child : s.clauses.children(head)) {
    const auto& word = s.word(child);
    const bool clause = word.rel == Rel::xcomp || word.rel == Rel::ccomp ||
                        (word.rel == Rel::acl && word.subrel != SubRel::relcl) ||
                        (word.rel == Rel::advcl && has_feature(word, "VerbForm=Inf"));
    if (clause && child > head) return child;
  }
  for (const auto child : s.clauses.children(head)) {
    if (object && s.word(child).rel == Rel::obj) return complement_of(s, child, false);
  }
  return std::nullopt;
}

/// Looks for the other party in what a promise, refusal, request or threat is about: the first
/// one named there that is not the actor. A phrase without a code stands for it where none has one.
void adopt_from_complement(const DraftContext& context, std::size_t at, Draft& draft) {
  const auto& s = context.reading->sentences[at];
  const auto clause = complement_of(s, draft.match->head);
  if (!clause) return;
  const auto [first, last] = s.extent(*clause);
  const auto take = [&](std::vector<std::string> codes, Span span, How how) {
    draft.item.recipient = std::move(codes);
    draft.item.spans.recipient = {span};
    draft.evidence.has_recipient = draft.evidence.parties_inherited = true;
    draft.evidence.recipient = how;
    draft.notes.push_back("recipient: from the complement");
  };
  for (auto w = std::max(first, static_cast<std::size_t>(draft.match->head) + 1); w <= last; ++w) {
    const auto& party = context.parties->at(at, w);
    if (party.codes.empty() || party.how >= How::context) continue;
    if (share_primary(party.codes, draft.item.actor)) continue;
    if (const auto* mention = s.actor(w); mention != nullptr) {
      if (mention->head != w) continue;
      const bool venue = mention->role == NameRole::capital &&
                         has(s.link_classes(w, *context.lexicon), WordClass::inside_link);
      if (venue) continue;
    }
    take(party.codes, party.span, std::max(party.how, How::owner));
    return;
  }
  std::optional<std::size_t> phrase;
  for (const auto& argument : s.clauses.arguments(*clause)) {
    if (argument.slot == Slot::iobj || argument.slot == Slot::prep ||
        (argument.slot == Slot::obj && !phrase)) {
      phrase = argument.word;
      if (argument.slot != Slot::obj) break;
    }
  }
  if (phrase) take({"?"}, s.clauses.phrase(*phrase), How::none);
}

/// "The airstrikes hit the rebels": one act, named by its subject and its verb.
void merge_subject(const SentenceReading& s, std::vector<Draft>& drafts) {
  for (auto& noun : drafts) {
    if (noun.match == nullptr || !is_nominal(s.word(noun.match->head).upos)) continue;
    for (auto& verb : drafts) {
      if (verb.match == nullptr || &verb == &noun || verb.item.type != noun.item.type) continue;
      if (s.word(noun.match->head).rel != Rel::nsubj ||
          s.word(noun.match->head).head != verb.match->head) {
        continue;
      }
      if (!known(noun.item.recipient)) {
        noun.item.recipient = verb.item.recipient;
        noun.item.spans.recipient = verb.item.spans.recipient;
      }
      verb.dropped = "the same act as \"" + noun.item.trigger + "\"";
    }
  }
}

/// Where one word is read as an act and as a standing relation, a past tense tells of the act.
void choose_kind(const SentenceReading& s, std::vector<Draft>& drafts) {
  for (auto& event : drafts) {
    if (event.match == nullptr || event.item.type != ItemType::support) continue;
    for (auto& relation : drafts) {
      if (relation.match == nullptr || relation.item.kind != ItemKind::relation) continue;
      if (relation.match->head != event.match->head) continue;
      const auto& word = s.word(event.match->head);
      const bool past = has_feature(word, "Tense=Past") && has_feature(word, "VerbForm=Fin");
      (past ? relation : event).dropped = "read as the other kind";
    }
  }
}

/// "Condemned the killing of a hostage", "opposed the war in Arland": not whoever suffers the act.
void clear_sufferers(std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    const bool judges = draft.item.type == ItemType::accuse ||
                        draft.item.type == ItemType::support || draft.item.type == ItemType::reject;
    if (draft.match == nullptr || !judges || draft.evidence.recipient != How::owner) continue;
    const auto& fillers = draft.match->fillers;
    const bool of_act = std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
      return filler.role == Role::recipient &&
             std::any_of(drafts.begin(), drafts.end(), [&](const Draft& act) {
               return &act != &draft && act.match != nullptr && act.match->head == filler.word &&
                      act.item.kind == ItemKind::event;
             });
    });
    if (!of_act) continue;
    draft.item.recipient = {"?"};
    draft.evidence.has_recipient = false;
  }
}

/// "Condemned such strikes": whose strikes they are is known from the act that they are.
void recipients_of_acts(std::vector<Draft>& drafts) {
  clear_sufferers(drafts);
  for (auto& draft : drafts) {
    if (draft.match == nullptr || known(draft.item.recipient)) continue;
    for (const auto& filler : draft.match->fillers) {
      if (filler.role != Role::recipient) continue;
      for (const auto& act : drafts) {
        if (act.match == nullptr || act.match->head != filler.word || &act == &draft) continue;
        if (!known(act.item.actor) || share_primary(act.item.actor, draft.item.actor)) continue;
        draft.item.recipient = act.item.actor;
        draft.evidence.has_recipient = true;
        draft.evidence.recipient = How::owner;
      }
    }
  }
}

/// Participles in "X-backed" name a relation, and a noun within a light verb no relation of its
/// own.
void drop_shadows(const SentenceReading& s, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (draft.match == nullptr) continue;
    const auto head = draft.match->head;
    const bool compounded = s.word(head).rel == Rel::amod && s.is(head, WordClass::sponsor) &&
                            head > 0 && s.word(head - 1U).upos == Upos::punct;
    if (compounded && draft.item.kind == ItemKind::event) draft.dropped = "a standing relation";
    if (draft.item.kind != ItemKind::relation || draft.item.type == ItemType::office) continue;
    for (const auto& event : drafts) {
      if (event.match == nullptr || event.item.kind != ItemKind::event) continue;
      const auto& words = event.match->trigger;
      const bool within =
          event.match->head != head && std::find(words.begin(), words.end(), head) != words.end();
      if (within) draft.dropped = "part of \"" + event.item.trigger + "\"";
    }
  }
}

/// Who goes or receives by office: not a team, tourists, or troops under way.
bool official(const std::string& code, const Item& item) {
  if (!is_state(code)) return item.actor.front() == code;
  if (sector(code) == "MIL") return !item.names.empty();
  return !sector(code).empty() && !private_code(code);
}

/// "Visited slums in the Kenyan capital": the state named in what was visited.
void adopt_place_visited(const SentenceReading& s, Draft& draft) {
  auto& item = draft.item;
  for (auto w = static_cast<std::size_t>(draft.match->head) + 1; w < s.words().size(); ++w) {
    const auto* mention = s.actor(w);
    if (mention == nullptr || mention->kind != ActorKind::state || mention->codes.empty()) continue;
    const auto phrase = branch(s, w, draft.match->head);
    if (!phrase || s.word(*phrase).rel != Rel::obj) continue;
    if (share_primary(mention->codes, item.actor)) continue;
    item.recipient = {mention->codes.front()};
    item.spans.recipient = {s.word(w).span};
    draft.evidence.has_recipient = true;
    draft.evidence.recipient = How::place;
    return;
  }
}

/// "Lengthy talks in Arland": a meeting, or work together, of one party that no pattern asked for.
bool meets_alone(const Draft& draft) {
  const auto& item = draft.item;
  if (draft.match == nullptr || !draft.match->entry->coding.mutual) return false;
  const auto type = draft.match->entry->coding.type;
  const bool together = type == ItemType::consult || type == ItemType::cooperate;
  const auto& fillers = draft.match->fillers;
  const bool named = std::any_of(fillers.begin(), fillers.end(), [](const Filler& filler) {
    return filler.slot == Slot::prep;  // "a meeting with officials" names whom
  });
  const bool bare = draft.evidence.noun && draft.match->trigger.size() < 2 &&
                    draft.match->light == nullptr && !named;
  return together && bare && item.actor.size() + item.recipient.size() < 2;
}

}  // namespace

/// "Kerry flew to Cairo" is a visit; tourists who travel and ministers who go to a hospital make
/// none.
void settle_visit(const DraftContext& context, Draft& draft) {
  auto& item = draft.item;
  if (!draft.dropped.empty() || draft.match == nullptr) return;
  if (draft.match->entry->coding.mode != "visit") return;
  const auto& s = context.reading->sentences[draft.sentence];
  if (item.type != ItemType::consult || s.word(draft.match->head).upos != Upos::verb) return;
  if (draft.match->trigger.size() > 1) return;  // words that were asked for say that it is one
  if (known(item.actor) && !known(item.recipient)) adopt_place_visited(s, draft);
  const auto by_office = [&](const std::string& code) { return official(code, item); };
  if (!known(item.actor) || !known(item.recipient) || share_primary(item.actor, item.recipient) ||
      (std::none_of(item.actor.begin(), item.actor.end(), by_office) &&
       std::none_of(item.recipient.begin(), item.recipient.end(), by_office))) {
    draft.dropped = "no visit of one party to another";
  }
}

void drop_parts(const DraftContext& context, std::size_t at, std::vector<Draft>& drafts) {
  const auto& s = context.reading->sentences[at];
  choose_kind(s, drafts);
  recipients_of_acts(drafts);
  drop_shadows(s, drafts);
  merge_subject(s, drafts);
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
  for (auto& draft : drafts) {
    const bool speech =
        draft.item.type == ItemType::agree || draft.item.type == ItemType::request ||
        draft.item.type == ItemType::reject || draft.item.type == ItemType::threaten ||
        draft.item.type == ItemType::concede || draft.item.type == ItemType::aid;
    if (draft.match == nullptr || !draft.dropped.empty() || !speech) continue;
    if (!known(draft.item.recipient) && draft.item.actor.size() < 2)
      adopt_from_complement(context, at, draft);
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

namespace {

/// "Passed a resolution condemning it": what a document does is done by whoever made it.
void speak_through(const DraftContext& context, std::size_t at, Draft& draft) {
  const auto& s = context.reading->sentences[at];
  const auto& act = s.word(draft.match->head);
  if (act.rel != Rel::acl || act.head < 0 || known(draft.item.actor)) return;
  const auto document = static_cast<std::size_t>(act.head);
  const auto& noun = s.word(document);
  if (!s.is(document, WordClass::message) || noun.rel != Rel::obj || noun.head < 0) return;
  for (const auto& argument : s.clauses.arguments(static_cast<std::size_t>(noun.head))) {
    if (argument.slot != Slot::subj || argument.passive) continue;
    take_actor(context, at, argument.word, draft);
    return;
  }
}

}  // namespace

void share_actor(const DraftContext& context, std::size_t at, std::vector<Draft>& drafts) {
  const auto& s = context.reading->sentences[at];
  for (auto& draft : drafts) {
    if (draft.match == nullptr || draft.item.kind != ItemKind::event) continue;
    speak_through(context, at, draft);
    // "Lobbied for it in a meeting with officials": the other party of the meeting.
    const bool alone = draft.match->entry->coding.mutual && draft.item.actor.size() == 1 &&
                       draft.item.recipient.empty();
    if (known(draft.item.actor) && !alone) continue;
    auto word = static_cast<std::size_t>(draft.match->head);
    if (!is_nominal(s.word(word).upos)) continue;
    // Up through nouns to the verb that the act is a means of or stands in the course of.
    bool means = false;
    while (s.word(word).head >= 0 && is_nominal(s.word(word).upos)) {
      const auto& here = s.word(word);
      if (here.rel != Rel::obl && here.rel != Rel::nmod && here.rel != Rel::conj) break;
      means = means || has(s.link_classes(word, *context.lexicon), WordClass::means_link);
      word = static_cast<std::size_t>(here.head);
    }
    const bool given = s.word(word).rel == Rel::obj && s.word(word).head >= 0 &&
                       (means || friendly(draft.item.type));
    if (given) {
      means = true;
      word = static_cast<std::size_t>(s.word(word).head);
    }
    const bool reports = s.is(word, WordClass::say) || s.is(word, WordClass::tell) ||
                         s.is(word, WordClass::think) || s.is(word, WordClass::appraise) ||
                         s.is(word, WordClass::accuse) || s.is(word, WordClass::deny);
    if (!means || reports || word == draft.match->head || punishes(drafts, word)) continue;
    for (const auto& argument : s.clauses.arguments(word)) {
      if (argument.slot != Slot::subj || argument.passive) continue;
      take_actor(context, at, argument.word, draft);
      break;
    }
  }
}

void add_host(const DraftContext& context, std::size_t at, Draft& draft) {
  auto& item = draft.item;
  if (draft.match == nullptr || item.type != ItemType::consult || known(item.recipient)) return;
  if (!known(item.actor)) return;
  const auto& s = context.reading->sentences[at];
  // "Minister in Moscow for talks": the place may hang on whoever came.
  std::vector<std::size_t> heads{draft.match->head, draft.match->clause};
  for (const auto& filler : draft.match->fillers) heads.push_back(filler.word);
  for (const auto head : heads) {
    for (const auto child : s.clauses.children(head)) {
      const auto* mention = s.actor(child);
      if (mention == nullptr || mention->kind != ActorKind::state || mention->codes.empty())
        continue;
      if (mention->role != NameRole::capital && mention->role != NameRole::seat) continue;
      const bool inside = has(s.link_classes(child, *context.lexicon), WordClass::inside_link);
      if (!inside) continue;
      if (item.actor.size() > 1) {
        // "Met the Arlandic minister in Arlopolis": one of them came.
        if (share_primary(mention->codes, item.actor) && item.mode.empty()) item.mode = "visit";
        return;
      }
      if (share_primary(mention->codes, item.actor)) continue;
      item.recipient.clear();
      add_code(item.actor, mention->codes.front());
      if (item.mode.empty()) item.mode = "visit";
      item.spans.actor.push_back(s.word(child).span);
      draft.evidence.actor = std::max(draft.evidence.actor, How::place);
      draft.notes.push_back("actor: at home in \"" + std::string(s.word(child).form) + "\"");
      return;
    }
  }
}

void drop_sport(const DraftContext& context, Draft& draft) {
  if (!context.reading->sport || draft.item.kind != ItemKind::event || !draft.dropped.empty())
    return;
  const auto team = [](const std::string& code) {
    return sector(code).empty() || sector(code) == "CVL";
  };
  const auto& item = draft.item;
  if (std::all_of(item.actor.begin(), item.actor.end(), team) &&
      std::all_of(item.recipient.begin(), item.recipient.end(), team)) {
    draft.dropped = "a game";
  } else if (item.actor.empty() || item.recipient.empty()) {
    draft.dropped = "of one party, among games";
  }
}

namespace {

/// Where both sides came out as one party, the side that was guessed is unknown.
void part_sides(Draft& draft) {
  auto& item = draft.item;
  auto& evidence = draft.evidence;
  const bool recipient_worse = evidence.recipient > evidence.actor;
  auto& side = recipient_worse ? item.recipient : item.actor;
  auto& spans = recipient_worse ? item.spans.recipient : item.spans.actor;
  // "Dissolved its parliament": what is its own is no second party.
  const bool own =
      recipient_worse && evidence.recipient == How::pronoun && item.kind == ItemKind::event;
  const auto worse = std::max(evidence.actor, evidence.recipient);
  const auto better = std::min(evidence.actor, evidence.recipient);
  if (!own && (worse < How::context || better > How::definite || item.kind != ItemKind::event)) {
    draft.dropped = "both sides were taken for the same party";
    return;
  }
  side.clear();
  spans.clear();
  (recipient_worse ? evidence.has_recipient : evidence.has_actor) = false;
}

}  // namespace

void check_parties(Draft& draft, bool unresolved) {
  auto& item = draft.item;
  if (!unresolved) {
    std::erase(item.actor, "?");
    std::erase(item.recipient, "?");
  }
  if (item.actor.empty() && item.recipient.empty()) {
    draft.dropped = "no party is known";
    draft.unknown_parties = true;
    return;
  }
  if (item.recipient.size() > 1 && item.type != ItemType::office) {
    std::erase_if(item.recipient, [&](const std::string& code) {
      return code != "?" &&
             std::find(item.actor.begin(), item.actor.end(), code) != item.actor.end();
    });
  }
  // "The jets took off from their own base" is no working together of two.
  const bool shares = item.type == ItemType::cooperate || item.type == ItemType::consult;
  if (shares && !item.recipient.empty() && subset(item.recipient, item.actor) &&
      known(item.recipient) && draft.evidence.recipient >= How::owner) {
    draft.dropped = "with itself";
    return;
  }
  // "Dispatched its officers": what is moved is nobody to whom it is done.
  if ((item.type == ItemType::mobilize || item.mode == "withdraw") &&
      share_primary(item.actor, item.recipient)) {
    std::erase_if(item.recipient, [&](const std::string& code) {
      const auto held = sector(code);
      return share_primary({code}, item.actor) && (held.empty() || held == "MIL" || held == "SPY");
    });
    if (item.recipient.empty()) item.spans.recipient.clear();
  }
  const bool joint = is_mutual(item.type) && item.actor.size() > 1;
  if (item.kind == ItemKind::relation && !joint && (item.actor.empty() || item.recipient.empty())) {
    draft.dropped = "a relation needs two parties";
    return;
  }
  if (item.type == ItemType::office) return;
  if (!unresolved && meets_alone(draft)) {
    draft.dropped = "nobody to meet is known";
    draft.unknown_parties = true;
    return;
  }
  if (!unresolved && private_business(draft)) {
    draft.dropped = "no political party";
    return;
  }
  if (item.actor == item.recipient && draft.evidence.recipient == How::owner) {
    if (unresolved) {
      item.recipient = {"?"};
      return;
    }
    item.recipient.clear();
    item.spans.recipient.clear();
    return;
  }
  if (item.actor.empty()) return;
  const bool guessed =
      draft.evidence.actor >= How::pronoun || draft.evidence.recipient >= How::pronoun;
  if (item.actor != item.recipient || !guessed || item.actor.front() == "?") return;
  if (unresolved) {
    item.recipient = {"?"};
  } else if (draft.evidence.recipient == How::place) {
    // "India imposed a curfew in Kashmir": on a part of itself.
    item.recipient.clear();
    item.spans.recipient.clear();
  } else {
    part_sides(draft);
  }
}

}  // namespace entente
