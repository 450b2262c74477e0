// Which words of a sentence give a name its title or role, and of whom somebody is the head.
#include <algorithm>

#include "coding/parties.h"

namespace entente {

namespace {

bool plural(const Word& word) { return has_feature(word, "Number=Plur"); }

bool person_like(const SentenceReading& s, std::size_t w) {
  const auto* mention = s.actor(w);
  return s.word(w).upos == Upos::propn &&
         (mention == nullptr || mention->kind == ActorKind::person);
}

}  // namespace

std::vector<std::size_t> Parties::titles_beside(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  std::vector<std::size_t> out;
  for (const auto child : sentence.clauses.children(w)) {
    const auto& word = sentence.word(child);
    const bool beside = word.rel == Rel::amod || word.rel == Rel::compound ||
                        word.rel == Rel::flat || word.rel == Rel::appos ||
                        word.deprel == "nmod:desc" || word.deprel == "nmod:unmarked";
    if (beside && office_word(s, child)) out.push_back(child);
  }
  return out;
}

/// "The minister Jon Hald"; "the minister of Arland, Jon Hald", where the name hangs on the nearest
/// noun; "ministers Jon Hald and Per Lund"; "lawmakers such as Jon Hald".
std::optional<std::size_t> Parties::title_above(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  const auto& word = sentence.word(w);
  if (word.head < 0) return std::nullopt;
  auto head = static_cast<std::size_t>(word.head);
  const bool apposed =
      word.rel == Rel::appos || word.rel == Rel::flat || word.deprel == "nmod:desc";
  if (apposed && office_word(s, head)) return head;
  if (word.rel == Rel::appos && !sentence.is(head, WordClass::counterpart)) {
    for (int steps = 0; steps < 2 && sentence.word(head).head >= 0; ++steps) {
      const auto rel = sentence.word(head).rel;
      if (rel != Rel::nmod && rel != Rel::compound && rel != Rel::amod) break;
      head = static_cast<std::size_t>(sentence.word(head).head);
      if (office_word(s, head)) return head;
    }
    return std::nullopt;
  }
  if (word.rel == Rel::nmod && office_word(s, head) && plural(sentence.word(head)) &&
      has(sentence.link_classes(w, *lexicon_), WordClass::example_link)) {
    return head;
  }
  if (word.rel != Rel::conj || !person_like(sentence, head)) return std::nullopt;
  for (const auto title : titles(s, head)) {
    if (plural(sentence.word(title))) return title;
  }
  return std::nullopt;
}

/// "Jon Hald is the minister", "was elected president", "was named as minister".
std::optional<std::size_t> Parties::title_as_predicate(std::size_t s, std::size_t w) const {
  const auto& sentence = reading_->sentences[s];
  const auto& word = sentence.word(w);
  if (word.head < 0) return std::nullopt;
  const auto head = static_cast<std::size_t>(word.head);
  const auto children = sentence.clauses.children(head);
  if (word.rel == Rel::nsubj && office_word(s, head)) {
    const bool copula = std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return sentence.word(child).rel == Rel::cop;
    });
    if (copula) return head;
  }
  if (!sentence.is(head, WordClass::installs)) return std::nullopt;
  if (word.rel != Rel::nsubj && word.rel != Rel::obj) return std::nullopt;
  for (const auto child : children) {
    const auto rel = sentence.word(child).rel;
    const bool names = rel == Rel::xcomp || rel == Rel::obl || (rel == Rel::obj && child != w);
    if (names && child > head && !plural(sentence.word(child)) && office_word(s, child) &&
        sentence.word(child).upos != Upos::propn) {
      return child;
    }
  }
  return std::nullopt;
}

std::vector<std::size_t> Parties::titles(std::size_t s, std::size_t name) const {
  auto out = titles_beside(s, name);
  if (const auto above = title_above(s, name)) out.push_back(*above);
  if (const auto predicate = title_as_predicate(s, name)) out.push_back(*predicate);
  return out;
}

/// "Jon Hald, who heads the commission", "the commission, led by Jon Hald": what is led.
Parties::Owner Parties::led_by(std::size_t s, std::size_t w) {
  const auto& sentence = reading_->sentences[s];
  for (const auto child : sentence.clauses.children(w)) {
    if (sentence.word(child).subrel != SubRel::relcl || !sentence.is(child, WordClass::heads))
      continue;
    for (const auto& argument : sentence.clauses.arguments(child)) {
      if (argument.slot == Slot::obj) return of_dependent(s, argument.word);
    }
  }
  const auto& word = sentence.word(w);
  if (word.rel != Rel::obl || word.head < 0) return {};
  const auto verb = static_cast<std::size_t>(word.head);
  if (!sentence.is(verb, WordClass::heads) || sentence.word(verb).rel != Rel::acl) return {};
  for (const auto& argument : sentence.clauses.arguments(verb)) {
    if (argument.slot == Slot::obj && argument.word < w) return of_dependent(s, argument.word);
  }
  return {};
}

}  // namespace entente
