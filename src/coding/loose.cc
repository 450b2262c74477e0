// Parties that a sentence does not put into a slot of their own, for those who ask for unknown ones
// too: "agreed to a truce in the east of Arland", "arrested in Bergia".
#include <algorithm>

#include "coding/rules.h"
#include "coding/sides.h"

namespace entente {

namespace {

class Loose {
 public:
  Loose(const DraftContext& context, std::size_t at, Draft& draft)
      : c_(context), at_(at), s_(context.reading->sentences[at]), draft_(draft) {}

  void recipient() {
    auto& item = draft_.item;
    if (item.spans.actor.size() > 1 && !known(item.recipient)) {
      share_sides();
      return;
    }
    const bool own = share_primary(item.recipient, item.actor);
    if (known(item.recipient) && !own) return;
    for (const bool named : {true, false}) {
      if (!named && !item.spans.recipient.empty()) break;
      const auto words = below();
      const auto found = std::ranges::find_if(
          words, [&](std::size_t word) { return fits(word) && is_named(word) == named; });
      if (found == words.end()) continue;
      take(*found, item.recipient, item.spans.recipient);
      draft_.evidence.recipient = How::none;
      draft_.evidence.has_recipient = true;
      break;
    }
  }

  void actor() {
    auto& item = draft_.item;
    if (!item.spans.actor.empty() || known(item.actor)) return;
    const auto head = static_cast<std::size_t>(draft_.match->head);
    std::optional<std::size_t> found;
    // "A car bomb killed": what did it is named by the act.
    if (is_nominal(s_.word(head).upos) && s_.word(head).rel == Rel::nsubj) found = head;
    for (const auto word : below()) {
      if (found) break;
      const auto link = s_.link_classes(word, *c_.lexicon);
      const bool place = has(link, WordClass::inside_link) || has(link, WordClass::holder_link);
      if (place && fits(word) && is_named(word)) found = word;
    }
    if (!found) return;
    take(*found, item.actor, item.spans.actor);
    draft_.evidence.actor = How::none;
    draft_.evidence.has_actor = true;
  }

  /// Unknown parties with all that their phrases say, and "his counterpart, Jon Hald" by the name.
  void widen() {
    auto& item = draft_.item;
    for (auto* spans : {&item.spans.actor, &item.spans.recipient}) {
      const auto before = *spans;
      for (const auto& span : before) add_names_beside(span, *spans);
    }
    if (known(item.recipient)) return;
    for (auto& span : item.spans.recipient) {
      if (const auto head = head_of(span)) span.end = std::max(span.end, end_of(*head));
    }
  }

 private:
  /// Where all parties act and none is acted upon, each does it to the others.
  void share_sides() {
    auto& item = draft_.item;
    if (is_mutual(item.type)) return;
    item.recipient = item.actor;
    auto& spans = item.spans.recipient;
    spans.insert(spans.end(), item.spans.actor.begin(), item.spans.actor.end());
    draft_.evidence.has_recipient = true;
    draft_.evidence.recipient = draft_.evidence.actor;
  }

  /// The words of the act's clause: those behind the act first.
  std::vector<std::size_t> below() const {
    const auto act = static_cast<std::size_t>(draft_.match->head);
    auto [first, last] = s_.extent(draft_.match->clause);
    const auto [own_first, own_last] = s_.extent(act);
    first = std::min(first, own_first);
    last = std::max(last, own_last);
    std::vector<std::size_t> words;
    for (auto w = act + 1; w <= last; ++w) words.push_back(w);
    for (auto w = act; w-- > first;) words.push_back(w);
    return words;
  }

  /// A phrase of the clause that is neither a time nor a party already, nor its subject.
  bool fits(std::size_t word) const {
    const auto& w = s_.word(word);
    if (!is_nominal(w.upos) || w.upos == Upos::pron || w.upos == Upos::num) return false;
    const bool part = w.rel == Rel::compound || w.rel == Rel::appos || w.rel == Rel::conj;
    const bool phrase =
        part || w.rel == Rel::obj || w.rel == Rel::obl || w.rel == Rel::nmod || w.rel == Rel::iobj;
    if (!phrase || is_time(word) || (part && !is_named(word))) return false;
    const auto& spans = draft_.item.spans;
    const auto inside = [&](const Span& span) { return span.overlaps(w.span); };
    return std::ranges::none_of(spans.actor, inside) &&
           std::ranges::none_of(spans.recipient, inside) &&
           std::ranges::find(draft_.match->trigger, word) == draft_.match->trigger.end();
  }

  bool is_named(std::size_t word) const {
    const bool inside = has(s_.link_classes(word, *c_.lexicon), WordClass::inside_link);
    const auto other = [&](const std::vector<std::string>& codes) {
      return inside || !share_primary(codes, draft_.item.actor);
    };
    if (const auto* mention = s_.actor(word); mention != nullptr && mention->head == word)
      return other(mention->codes);
    const auto& party = c_.parties->at(at_, word);
    if (!party.codes.empty() && party.how < How::pronoun) return other(party.codes);
    return s_.place(word) != nullptr;
  }

  bool is_time(std::size_t word) const {
    return std::ranges::any_of(
        s_.times, [&](const TimeMention& time) { return time.first <= word && word < time.last; });
  }

  void take(std::size_t word, std::vector<std::string>& side, std::vector<Span>& spans) {
    if (side.empty()) side = {"?"};
    spans.push_back(s_.clauses.phrase(word));
    draft_.evidence.parties_inherited = true;
    draft_.notes.push_back("loosely: \"" + std::string(c_.reading->text(spans.back())) + "\"");
  }

  /// The word of a span that governs the others.
  std::optional<std::size_t> head_of(const Span& span) const {
    const auto inside = [&](std::size_t w) { return span.overlaps(s_.word(w).span); };
    for (std::size_t w = 0; w < s_.words().size(); ++w) {
      const auto head = s_.word(w).head;
      if (inside(w) && (head < 0 || !inside(static_cast<std::size_t>(head)))) return w;
    }
    return std::nullopt;
  }

  /// Where everything under a word ends.
  std::uint32_t end_of(std::size_t head) const { return s_.word(s_.extent(head).second).span.end; }

  void add_names_beside(const Span& span, std::vector<Span>& spans) const {
    const auto head = head_of(span);
    if (!head) return;
    for (const auto child : s_.clauses.children(*head)) {
      const bool name = s_.word(child).rel == Rel::appos && s_.word(child).upos == Upos::propn;
      const auto more = s_.clauses.phrase(child);
      if (name && !span.overlaps(more) && std::ranges::find(spans, more) == spans.end())
        spans.push_back(more);
    }
  }

  const DraftContext& c_;
  std::size_t at_;
  const SentenceReading& s_;
  Draft& draft_;
};

}  // namespace

void fill_loosely(const DraftContext& context, std::size_t sentence, Draft& draft) {
  if (draft.match == nullptr || !draft.dropped.empty() || draft.item.kind != ItemKind::event)
    return;
  Loose loose(context, sentence, draft);
  loose.recipient();
  loose.actor();
  loose.widen();
}

}  // namespace entente
