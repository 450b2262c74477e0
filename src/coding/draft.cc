// Fills a draft from a match: type, parties, status, voices, circumstances.
#include "coding/draft.h"

#include <algorithm>

#include "coding/circumstances.h"
#include "coding/offices.h"
#include "coding/sides.h"

namespace entente {

namespace {

class Maker {
 public:
  /// With `contrast`, only the recipients that the sentence excludes.
  Maker(const DraftContext& context, std::size_t sentence, bool contrast = false)
      : c_(context), at_(sentence), s_(context.reading->sentences[sentence]), contrast_(contrast) {}

  /// Whether some recipient is named as the one to whom it was not done.
  bool contrasts(const Match& match) const {
    return std::any_of(match.fillers.begin(), match.fillers.end(), [&](const Filler& filler) {
      if (filler.role != Role::recipient) return false;
      const auto parties = c_.parties->of(at_, filler.word);
      return std::any_of(parties.begin(), parties.end(),
                         [&](const Party* party) { return contrasted(party->word); });
    });
  }

  Draft of_match(const Match& match) const {
    Draft draft;
    draft.match = &match;
    draft.sentence = at_;
    const auto& coding = match.entry->coding;
    start(draft.item, coding.type, trigger_span(match));
    draft.item.mode = coding.mode;
    draft.item.cameo = coding.cameo;
    draft.item.pattern = match.entry->file + ":" + std::to_string(match.entry->line);
    draft.evidence.pattern_weight = match.entry->weight;
    draft.evidence.noun = is_nominal(s_.word(match.head).upos);
    for (const auto& filler : match.fillers) {
      if (!before_attack(filler, draft.item.type)) add_filler(match, filler, draft);
    }
    for (auto filler : match.fillers) {
      if (!before_attack(filler, draft.item.type)) continue;
      if (is_struck(filler.word, draft.item)) filler.role = Role::recipient;
      const bool needless = filler.role == Role::recipient && !draft.item.recipient.empty();
      if (!needless) add_filler(match, filler, draft);
    }
    if (kind_of(coding.type) == ItemKind::relation) add_bearer(match, draft);
    if (draft.item.actor.empty()) add_author(match, draft);
    if (draft.item.actor.empty()) add_possessor(match, draft);
    if (draft.item.recipient.empty()) add_target(match, draft);
    if (!known(draft.item.actor) && !known(draft.item.recipient)) add_of_trigger(match, draft);
    add_companions(match, draft);
    if (draft.item.type == ItemType::assault && draft.item.mode.empty()) set_arms(match, draft);
    if (coding.mutual) add_joined(match, draft);
    if (coding.mutual) join_sides(draft.item);
    draft.certainty = certainty(s_, *c_.lexicon, match.head, match.clause);
    draft.item.status = match.status.value_or(draft.certainty.status);
    finish(draft);
    add_circumstances(*c_.reading, *c_.lexicon, *c_.parties, at_, match, draft.item);
    return draft;
  }

  Draft of_office(const OfficeMention& office) const {
    Draft draft;
    draft.sentence = at_;
    start(draft.item, ItemType::office, office.title_span);
    const auto& party = c_.parties->at(at_, office.person);
    draft.item.actor = draft.item.recipient = party.codes;
    draft.item.names = {party.name};
    draft.item.spans.actor = {c_.parties->name_span(at_, office.person)};
    draft.item.spans.recipient = {office.title_span};
    draft.evidence.actor = draft.evidence.recipient = party.how;
    draft.evidence.has_actor = draft.evidence.has_recipient = true;
    draft.evidence.pattern_weight = 2;
    finish(draft);
    if (!in_quotes(office.title_span)) {
      // The title that a report gives somebody is the report's own word.
      draft.item.said_by.clear();
      draft.item.spans.said_by.clear();
    }
    return draft;
  }

 private:
  bool in_quotes(Span span) const {
    return std::any_of(c_.quotes->begin(), c_.quotes->end(),
                       [&](const Quote& quote) { return quote.span.contains(span); });
  }

  void start(Item& item, ItemType type, Span trigger) const {
    item.doc = c_.reading->document->id;
    item.span = trigger;
    item.trigger = c_.reading->text(trigger);
    item.kind = kind_of(type);
    item.type = type;
    item.sentence = c_.reading->text(s_.sentence->span);
    item.sentence_span = s_.sentence->span;
    item.sentence_number = s_.sentence->number;
  }

  /// The words that name the act, when they stand close together; else the act word alone.
  Span trigger_span(const Match& match) const {
    constexpr std::size_t widest = 6;
    if (match.trigger.empty() ||
        static_cast<std::size_t>(match.trigger.back() - match.trigger.front()) > widest) {
      return s_.word(match.head).span;
    }
    return {s_.word(match.trigger.front()).span.begin, s_.word(match.trigger.back()).span.end};
  }

  void add_filler(const Match& match, const Filler& filler, Draft& draft) const {
    bool actor = filler.role == Role::actor || filler.role == Role::both;
    const bool faction = c_.parties->at(at_, filler.word).rule == Rule::faction;
    if (!faction && s_.prefixed(filler.word, WordClass::camp)) return;
    if (s_.prefixed(filler.word, WordClass::against)) actor = false;
    if (only_where(match, filler) || only_describes(filler) || is_time(filler.word)) return;
    if (is_venue(filler, draft.item.type)) return note(draft, "place", filler.word);
    const bool in_dateline =
        filler.word < s_.dateline && c_.parties->of(at_, filler.word).size() < 2;
    if (in_dateline) return;
    if (filler.role != Role::recipient && filler.role != Role::actor && filler.role != Role::both) {
      if (filler.role == Role::place) note(draft, "place", filler.word);
      return;
    }
    for (const auto* party : c_.parties->of(at_, filler.word)) {
      if (!actor && contrasted(party->word) != contrast_) continue;
      add_of_phrase(*party, filler.word, actor, draft);
    }
    draft.evidence.parties_inherited = draft.evidence.parties_inherited || filler.inherited;
  }

  /// "A Baghdad bombing", "Iraq attacks", "Gaza City airstrike": the name of a place, not of a
  /// people.
  bool before_attack(const Filler& filler, ItemType type) const {
    if (type != ItemType::assault || filler.slot != Slot::mod) return false;
    if (filler.role != Role::actor && filler.role != Role::both) return false;
    const auto* mention = s_.actor(filler.word);
    if (mention == nullptr) {
      const auto first = s_.extent(filler.word).first;
      const auto* before = s_.actor(first);
      const bool of_seat = before != nullptr && before->role == NameRole::seat;
      return s_.place(filler.word) != nullptr ||
             (of_seat && s_.word(filler.word).upos == Upos::propn);
    }
    // "US strikes": what has no adjective in use says nothing.
    const auto& form = s_.word(filler.word).form;
    const bool letters = form.size() > 1 && std::none_of(form.begin(), form.end(), [](char c) {
                           return c >= 'a' && c <= 'z';
                         });
    return mention->kind == ActorKind::state && !letters && mention->role != NameRole::adjective &&
           mention->role != NameRole::demonym;
  }

  /// Such a place is struck when nobody else is, unless a second state is named beside it.
  bool is_struck(std::size_t word, const Item& item) const {
    const auto* mention = s_.actor(word);
    if (mention == nullptr || mention->role != NameRole::name || mention->codes.empty())
      return true;
    if (!item.recipient.empty()) return false;
    const auto state = primary(mention->codes.front());
    return std::all_of(s_.states.begin(), s_.states.end(),
                       [&](const std::string& other) { return other == state; });
  }

  /// "The opposition, and not the rebels": named only to say that it was not they.
  bool contrasted(std::size_t word) const {
    if (s_.word(word).rel != Rel::conj && s_.word(word).rel != Rel::appos) return false;
    const auto children = s_.clauses.children(word);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      if (child > word) return false;
      const auto rel = s_.word(child).rel;
      return (rel == Rel::advmod && s_.is(child, WordClass::negator)) ||
             ((rel == Rel::cc || rel == Rel::case_) && s_.is(child, WordClass::negative_link));
    });
  }

  bool is_time(std::size_t word) const {
    return std::any_of(s_.times.begin(), s_.times.end(), [&](const TimeMention& time) {
      return time.first <= word && word < time.last;
    });
  }

  /// "Military rivalry", "fresh talks": an adjective that names nobody is no party.
  bool only_describes(const Filler& filler) const {
    if (filler.slot != Slot::mod || s_.actor(filler.word) != nullptr) return false;
    const auto upos = s_.word(filler.word).upos;
    return upos == Upos::adj || upos == Upos::verb || upos == Upos::num || upos == Upos::adv ||
           (upos != Upos::propn && c_.parties->at(at_, filler.word).codes.empty());
  }

  /// "Agreed to hold talks in Geneva": where words are spoken, not to whom.
  bool is_venue(const Filler& filler, ItemType type) const {
    if (filler.role != Role::recipient || filler.slot != Slot::prep) return false;
    if (!has(c_.lexicon->classes(filler.prep), WordClass::inside_link)) return false;
    const auto* mention = s_.actor(filler.word);
    if (mention == nullptr || mention->role != NameRole::capital) return false;
    return type == ItemType::agree || type == ItemType::request || type == ItemType::accuse ||
           type == ItemType::reject || type == ItemType::threaten || type == ItemType::support ||
           type == ItemType::concede || type == ItemType::cooperate;
  }

  /// "Airstrikes against rebels in Arland": the rebels are struck; Arland is where.
  bool only_where(const Match& match, const Filler& filler) const {
    if (filler.role != Role::recipient || filler.slot != Slot::prep) return false;
    if (match.entry->coding.type == ItemType::presence) return false;
    if (!has(c_.lexicon->classes(filler.prep), WordClass::inside_link)) return false;
    return std::any_of(match.fillers.begin(), match.fillers.end(), [&](const Filler& other) {
      return other.role == Role::recipient && other.word != filler.word;
    });
  }

  void add_party(const Party& party, std::size_t word, bool actor, Draft& draft) const {
    auto codes = party.codes;
    auto how = party.how;
    // A place is attacked, seized or helped as part of its state; it does nothing itself.
    if (codes.empty() && !actor) {
      if (const auto* place = s_.place(word); place != nullptr && !place->country.empty()) {
        codes = {place->country};
        how = How::place;
      }
    }
    if (codes.empty() && s_.actor(word) == nullptr) {
      codes = behind(word, actor);
      if (!codes.empty()) how = How::owner;
    }
    const bool harms = draft.item.type == ItemType::assault || draft.item.type == ItemType::coerce;
    if (codes.empty() && !actor && harms && s_.actor(word) == nullptr) {
      codes = beside(word);
      how = How::place;
    }
    if (codes.empty()) codes = {"?"};
    auto& side = actor ? draft.item.actor : draft.item.recipient;
    auto& spans = actor ? draft.item.spans.actor : draft.item.spans.recipient;
    for (const auto& code : codes) add_code(side, code);
    const auto span = party.span.empty() ? s_.clauses.phrase(word) : party.span;
    if (std::find(spans.begin(), spans.end(), span) == spans.end()) spans.push_back(span);
    if (!party.name.empty()) add_code(draft.item.names, party.name);
    auto& worst = actor ? draft.evidence.actor : draft.evidence.recipient;
    auto& present = actor ? draft.evidence.has_actor : draft.evidence.has_recipient;
    worst = present ? std::max(worst, how) : how;
    present = true;
    note(draft, actor ? "actor" : "recipient", word);
  }

  /// "A loudspeaker in Arland", "the area near the Arlandic posts": whose place was hit.
  std::vector<std::string> beside(std::size_t word) const {
    for (const auto child : s_.clauses.children(word)) {
      if (s_.word(child).rel != Rel::nmod) continue;
      if (!has(s_.link_classes(child, *c_.lexicon), WordClass::place_link)) continue;
      const auto& party = c_.parties->at(at_, child);
      if (!party.codes.empty() && party.how < How::context) return party.codes;
      const auto* place = s_.place(child);
      if (place != nullptr && !place->country.empty()) return {place->country};
    }
    // "Hit a depot in Arland", where the place hangs on the verb.
    const auto& thing = s_.word(word);
    if (thing.rel != Rel::obj || thing.head < 0) return {};
    for (const auto child : s_.clauses.children(static_cast<std::size_t>(thing.head))) {
      if (child < word || s_.word(child).rel != Rel::obl) continue;
      if (!has(s_.link_classes(child, *c_.lexicon), WordClass::inside_link)) continue;
      const auto* mention = s_.actor(child);
      if (mention != nullptr && mention->kind == ActorKind::state && !mention->codes.empty())
        return {mention->codes.front()};
      const auto* place = s_.place(child);
      if (place != nullptr && !place->country.empty()) return {place->country};
    }
    return {};
  }

  void note(Draft& draft, const char* field, std::size_t word) const {
    draft.notes.push_back(std::string(field) + ": \"" +
                          std::string(c_.reading->text(s_.clauses.phrase(word))) + "\"");
  }

  /// "Assad's opponents": the noun that names the relation is the party that bears it.
  void add_bearer(const Match& match, Draft& draft) const {
    if (!draft.item.actor.empty() || !is_nominal(s_.word(match.head).upos)) return;
    const auto& party = c_.parties->at(at_, match.head);
    if (party.how != How::described || party.codes == draft.item.recipient) return;
    add_party(party, match.head, true, draft);
  }

  /// "Arland was behind the attack": the subject of which the act is the predicate.
  void add_author(const Match& match, Draft& draft) const {
    if (kind_of(draft.item.type) != ItemKind::event) return;
    if (!has(s_.link_classes(match.head, *c_.lexicon), WordClass::author_link)) return;
    auto clause = static_cast<std::size_t>(match.head);
    if (s_.word(clause).rel == Rel::obl && s_.word(clause).head >= 0)
      clause = static_cast<std::size_t>(s_.word(clause).head);
    for (const auto child : s_.clauses.children(clause)) {
      if (s_.word(child).rel != Rel::nsubj) continue;
      add_each(child, true, draft);
    }
  }

  /// "Arland's declared support": whose the noun is that completes the participle.
  void add_possessor(const Match& match, Draft& draft) const {
    const auto& word = s_.word(match.head);
    if (word.rel != Rel::amod || word.head < 0 || !s_.clauses.passive(match.head)) return;
    const auto noun = static_cast<std::size_t>(word.head);
    if (std::find(match.trigger.begin(), match.trigger.end(), noun) == match.trigger.end()) return;
    for (const auto& argument : s_.clauses.arguments(noun)) {
      if (argument.slot != Slot::poss) continue;
      add_each(argument.word, true, draft);
    }
  }

  /// "Arlandic bombers attacked", "retaliated by firing artillery": what the attack was made with.
  void set_arms(const Match& match, Draft& draft) const {
    const auto look = [&](std::size_t word) {
      if (!draft.item.mode.empty()) return;
      if (s_.is(word, WordClass::unmanned)) {
        draft.item.mode = "drone";
      } else if (s_.is(word, WordClass::aircraft)) {
        draft.item.mode = "aerial";
      } else if (s_.is(word, WordClass::gun)) {
        draft.item.mode = "heavy-weapons";
      }
    };
    for (const auto& filler : match.fillers) {
      if (filler.role == Role::actor || filler.role == Role::weapon) look(filler.word);
    }
    for (const auto word : match.trigger) look(word);
    for (const auto child : s_.clauses.children(match.head)) {
      if (s_.word(child).rel == Rel::obj) continue;  // "attacked the tanks"
      if (s_.word(child).rel == Rel::advcl && child > match.head) {
        const auto [first, last] = s_.extent(child);
        for (auto word = first; word <= last; ++word) look(word);
      }
      if (has(s_.link_classes(child, *c_.lexicon), WordClass::means_link)) look(child);
    }
  }

  /// "The Arlandic-Bergian agreement was renewed": whose talks or agreement the noun names.
  void add_joined(const Match& match, Draft& draft) const {
    const auto type = draft.item.type;
    const bool talks = type == ItemType::agree || type == ItemType::consult ||
                       type == ItemType::cooperate || type == ItemType::support;
    if (!talks || draft.item.actor.size() + draft.item.recipient.size() > 1) return;
    for (const auto word : match.trigger) {
      if (word == match.head || !is_nominal(s_.word(word).upos)) continue;
      for (const auto& argument : s_.clauses.arguments(word)) {
        if (argument.slot != Slot::poss && argument.slot != Slot::mod) continue;
        if (s_.actor(argument.word) == nullptr || s_.turned(argument.word)) continue;
        add_known(argument.word, true, draft);
      }
    }
  }

  /// "Ending the war between Arland and Bergia": those of the noun, where the verb has none.
  void add_of_trigger(const Match& match, Draft& draft) const {
    for (const auto word : match.trigger) {
      if (word == match.head || !is_nominal(s_.word(word).upos)) continue;
      for (const auto& argument : s_.clauses.arguments(word)) {
        const bool between = argument.slot == Slot::prep &&
                             has(c_.lexicon->classes(argument.prep), WordClass::between_link);
        if (between) add_known(argument.word, true, draft);
      }
    }
  }

  /// "Arland, together with Bergia, bombed": they did it as well.
  void add_companions(const Match& match, Draft& draft) const {
    if (!known(draft.item.actor)) return;
    const auto add_below = [&](std::size_t head) {
      for (const auto child : s_.clauses.children(head)) {
        const auto rel = s_.word(child).rel;
        if (rel == Rel::advmod && s_.is(child, WordClass::jointly)) {
          for (const auto inner : s_.clauses.children(child)) {
            if (s_.word(inner).rel == Rel::obl) add_known(inner, true, draft);
          }
        } else if ((rel == Rel::obl || rel == Rel::nmod) && !fills(match, child) &&
                   has(s_.link_classes(child, *c_.lexicon), WordClass::jointly)) {
          add_known(child, true, draft);
        }
      }
    };
    add_below(match.head);
    for (const auto& filler : match.fillers) {
      if (filler.role == Role::actor && filler.slot == Slot::subj) add_below(filler.word);
    }
  }

  static bool fills(const Match& match, std::size_t word) {
    return std::any_of(match.fillers.begin(), match.fillers.end(),
                       [&](const Filler& filler) { return filler.word == word; });
  }

  /// A phrase and what is coordinated with it; parties without a code as "?".
  void add_each(std::size_t word, bool actor, Draft& draft) const {
    for (const auto* party : c_.parties->of(at_, word)) add_of_phrase(*party, word, actor, draft);
  }

  /// Only those that have a code.
  void add_known(std::size_t word, bool actor, Draft& draft) const {
    for (const auto* party : c_.parties->of(at_, word)) {
      if (!party->codes.empty()) add_of_phrase(*party, word, actor, draft);
    }
  }

  /// Words that can name nobody ("100 of them") were not looked at, and know no place.
  void add_of_phrase(const Party& party, std::size_t word, bool actor, Draft& draft) const {
    add_party(party, party.span.empty() ? word : party.word, actor, draft);
  }

  /// What a thing without a code stands for: "a drone launched from Arland" is Arland's, "a boat
  /// carrying Bergian migrants" is they.
  std::vector<std::string> behind(std::size_t word, bool actor) const {
    for (const auto child : s_.clauses.children(word)) {
      if (s_.word(child).rel != Rel::acl || child < word) continue;
      if (!s_.is(child, actor ? WordClass::launch : WordClass::carry)) continue;
      for (const auto& argument : s_.clauses.arguments(child)) {
        const bool by = actor && argument.slot == Slot::subj && argument.passive;
        const bool from = actor && argument.slot == Slot::prep &&
                          has(c_.lexicon->classes(argument.prep), WordClass::holder_link);
        const bool cargo = !actor && argument.slot == Slot::obj && argument.word > child;
        if (!by && !from && !cargo) continue;
        const auto& party = c_.parties->at(at_, argument.word);
        if (!party.codes.empty() && party.how < How::context) return party.codes;
      }
    }
    return {};
  }

  /// "Raids targeting the rebels": whom the clause on the noun says they hit.
  void add_target(const Match& match, Draft& draft) const {
    if (draft.item.type != ItemType::assault || !is_nominal(s_.word(match.head).upos)) return;
    for (const auto child : s_.clauses.children(match.head)) {
      const auto& clause = s_.word(child);
      if (clause.rel != Rel::acl || child < match.head || !s_.is(child, WordClass::aim)) continue;
      for (const auto& argument : s_.clauses.arguments(child)) {
        if (argument.slot != Slot::obj || argument.word < child) continue;
        add_each(argument.word, false, draft);
      }
    }
  }

  static void join_sides(Item& item) {
    for (const auto& code : item.recipient) add_code(item.actor, code);
    for (const auto span : item.spans.recipient) item.spans.actor.push_back(span);
    item.recipient.clear();
    item.spans.recipient.clear();
  }

  void finish(Draft& draft) const {
    auto found = voices(*c_.attributions, draft.item.span);
    for (const auto* a : found.heard) note_voice(*a, draft);
    draft.item.said_by = std::move(found.said_by);
    draft.item.denied_by = std::move(found.denied_by);
    draft.item.spans.said_by = std::move(found.said_spans);
    draft.item.spans.denied_by = std::move(found.denied_spans);
    draft.evidence.kind = draft.item.kind;
    draft.evidence.sentence_words = static_cast<std::uint32_t>(s_.words().size());
    draft.evidence.sure_status =
        draft.item.status == Status::actual || draft.item.status == Status::negated;
  }

  /// Which cue gave a speaker, and who that is; one without a code is noted all the same.
  void note_voice(const Attribution& a, Draft& draft) const {
    std::string line = a.denies ? "denied_by: " : "said_by: ";
    for (const auto& code : a.codes) line += code + " ";
    if (a.codes.empty()) line += "nobody with a code, ";
    if (!a.source.empty()) line += "\"" + std::string(c_.reading->text(a.source)) + "\", ";
    line += "cue \"" + std::string(c_.reading->text(a.cue)) + "\"";
    const auto add = [&](const Voice& voice, const char* how) {
      line += std::string("; ") + how + " \"" + std::string(c_.reading->text(voice.span)) + "\"";
    };
    for (const auto& voice : a.cited) add(voice, "citing");
    for (const auto& voice : a.outlets) add(voice, "through");
    draft.notes.push_back(std::move(line));
  }

  const DraftContext& c_;
  std::size_t at_;
  const SentenceReading& s_;
  bool contrast_ = false;
};

/// Acts that hit the one and spare the other.
bool acts_upon(ItemType type) {
  return type == ItemType::assault || type == ItemType::coerce || type == ItemType::sanction ||
         type == ItemType::aid || type == ItemType::support || type == ItemType::accuse;
}

/// An election: who wins a seat holds an office of the body that the text is about.
void fill_elected(const DraftContext& context, std::size_t sentence, Draft& draft,
                  std::size_t word) {
  const auto& parties = *context.parties;
  const auto& s = context.reading->sentences[sentence];
  if (s.word(word).upos != Upos::propn || s.actor(word) != nullptr) return;
  const auto name = std::string(context.reading->text(parties.name_span(sentence, word)));
  draft.item.names = {name};
  const auto& body = draft.item.recipient;
  if (!body.empty() && body.front() != "?" && !sector(body.front()).empty()) {
    draft.item.actor = body;
    return;
  }
  const auto state = parties.context_state(sentence);
  if (state.empty()) return;
  bool legislature = false;
  for (std::size_t at = 0; at <= sentence && !legislature; ++at) {
    for (const auto classes : context.reading->sentences[at].classes) {
      legislature = legislature || has(classes, WordClass::legislature_context);
    }
  }
  draft.item.actor = {with_sector(state, legislature ? "LEG" : "GOV")};
  draft.item.recipient = draft.item.actor;
  draft.evidence.actor = How::context;
}

/// The names that a party stands for: "candidates Jon Hald and Per Lund", "lawmakers such as Jon
/// Hald"; else the party and what is coordinated with it.
std::vector<const Party*> bearers(const DraftContext& context, std::size_t sentence,
                                  std::size_t word) {
  const auto& s = context.reading->sentences[sentence];
  if (s.word(word).upos == Upos::propn && s.actor(word) == nullptr)
    return context.parties->of(sentence, word);
  for (const auto child : s.clauses.children(word)) {
    const auto& name = s.word(child);
    if (name.upos != Upos::propn || child < word) continue;
    const bool example = name.rel == Rel::nmod &&
                         has(s.link_classes(child, *context.lexicon), WordClass::example_link);
    if (name.rel == Rel::appos || name.rel == Rel::flat || example)
      return context.parties->of(sentence, child);
  }
  return context.parties->of(sentence, word);
}

}  // namespace

std::vector<Draft> drafts_of(const DraftContext& context, std::size_t sentence,
                             const Match& match) {
  const Maker maker(context, sentence);
  std::vector<Draft> out;
  if (match.entry->coding.effect != Coding::Effect::code) return out;
  if (match.entry->coding.type != ItemType::office) {
    out.push_back(maker.of_match(match));
    if (!acts_upon(match.entry->coding.type) || !maker.contrasts(match)) return out;
    auto denied = Maker(context, sentence, true).of_match(match);
    const bool was = denied.item.status == Status::actual && known(out.front().item.recipient);
    if (was && known(denied.item.recipient)) {
      denied.item.status = Status::negated;
      out.push_back(std::move(denied));
    }
    return out;
  }
  for (const auto& filler : match.fillers) {
    if (filler.role != Role::actor) continue;
    for (const auto* party : bearers(context, sentence, filler.word)) {
      auto one = match;
      std::erase_if(one.fillers, [](const Filler& f) { return f.role == Role::actor; });
      auto draft = maker.of_match(one);
      draft.match = &match;
      draft.item.actor = party->codes;
      draft.item.names.clear();
      if (!party->name.empty()) draft.item.names = {party->name};
      draft.item.spans.actor = {context.parties->name_span(sentence, party->word)};
      draft.evidence.has_actor = true;
      draft.evidence.actor = party->how;
      fill_elected(context, sentence, draft, party->word);
      if (draft.item.recipient.empty()) draft.item.recipient = draft.item.actor;
      if (draft.item.names.empty()) draft.dropped = "nobody is named";
      out.push_back(std::move(draft));
    }
  }
  return out;
}

std::vector<Draft> office_drafts(const DraftContext& context, std::size_t sentence) {
  const Maker maker(context, sentence);
  std::vector<Draft> out;
  for (const auto& office : offices(*context.reading, *context.parties, sentence)) {
    out.push_back(maker.of_office(office));
  }
  return out;
}

}  // namespace entente
