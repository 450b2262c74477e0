// What is asked of clauses once they are built: arguments, conjuncts, spans of phrases.
#include "coding/clauses.h"

#include <algorithm>

#include "coding/clauses_builder.h"

namespace entente {
namespace {

/// True for what a verb or predicate heads: where status and attribution look.
bool heads_clause(const Clauses& clauses, std::size_t word) {
  const Word& w = clauses.sentence().words[word];
  switch (w.rel) {
    case Rel::root:
    case Rel::ccomp:
    case Rel::xcomp:
    case Rel::advcl:
    case Rel::acl:
    case Rel::csubj:
    case Rel::parataxis:
      return true;
    case Rel::aux:
    case Rel::cop:
      return false;
    default:
      break;
  }
  if (w.upos == Upos::verb) return true;
  return std::ranges::any_of(clauses.children(word), [&](std::uint16_t child) {
    const Rel rel = clauses.sentence().words[child].rel;
    return rel == Rel::nsubj || rel == Rel::cop || rel == Rel::csubj;
  });
}

/// What never belongs to a noun phrase's span: clauses, appositions, what makes it a predicate.
bool outside_phrase(Rel rel) {
  switch (rel) {
    case Rel::acl:
    case Rel::advcl:
    case Rel::appos:
    case Rel::parataxis:
    case Rel::cop:
    case Rel::aux:
    case Rel::mark:
    case Rel::nsubj:
    case Rel::csubj:
    case Rel::ccomp:
    case Rel::obl:
    case Rel::expl:
    case Rel::vocative:
    case Rel::discourse:
    case Rel::dislocated:
    case Rel::list:
    case Rel::orphan:
      return true;
    default:
      return false;
  }
}

/// What is left out only directly under the head of the phrase.
bool outside_at_top(Rel rel) {
  return rel == Rel::case_ || rel == Rel::conj || rel == Rel::cc || rel == Rel::punct ||
         rel == Rel::advmod || rel == Rel::xcomp || rel == Rel::obj || rel == Rel::iobj ||
         rel == Rel::dep;
}

}  // namespace

Clauses::Clauses(const Sentence& sentence, const Grammar* grammar) : sentence_(&sentence) {
  ClauseBuilder(*this, grammar).build();
}

std::span<const Argument> Clauses::arguments(std::size_t word) const {
  if (word + 1 >= argument_begin_.size()) return {};
  return {arguments_.data() + argument_begin_[word], arguments_.data() + argument_begin_[word + 1]};
}

std::span<const std::uint16_t> Clauses::children(std::size_t word) const {
  if (word + 1 >= child_begin_.size()) return {};
  return {children_.data() + child_begin_[word], children_.data() + child_begin_[word + 1]};
}

std::vector<std::uint16_t> Clauses::conjuncts(std::size_t word) const {
  std::vector<std::uint16_t> found{static_cast<std::uint16_t>(word)};
  for (std::size_t at = 0; at < found.size(); ++at) {
    for (const auto child : children(found[at])) {
      if (sentence_->words[child].rel == Rel::conj) found.push_back(child);
    }
  }
  std::ranges::sort(found);
  return found;
}

std::string_view Clauses::particle(std::size_t word) const {
  for (const auto child : children(word)) {
    const Word& w = sentence_->words[child];
    if (w.rel == Rel::compound && w.subrel == SubRel::prt) return w.lemma;
  }
  return {};
}

bool Clauses::passive(std::size_t word) const {
  return word < flags_.size() && (flags_[word] & ClauseBuilder::passive_flag) != 0;
}

Span Clauses::phrase(std::size_t head) const {
  const auto& words = sentence_->words;
  if (head >= head_.size()) return head < words.size() ? words[head].span : Span{};
  Span span = words[head].span;
  std::vector<std::uint16_t> open{static_cast<std::uint16_t>(head)};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const auto child : children(at)) {
      const Rel rel = words[child].rel;
      if (outside_phrase(rel) || (at == head && outside_at_top(rel))) continue;
      // A prepositional phrase stays only where the grammar says that it belongs to the noun.
      if (rel == Rel::nmod && words[child].subrel != SubRel::poss &&
          (flags_[child] & ClauseBuilder::loose_flag) != 0) {
        continue;
      }
      if (rel != Rel::punct) {
        span.begin = std::min(span.begin, words[child].span.begin);
        span.end = std::max(span.end, words[child].span.end);
      }
      open.push_back(child);
    }
  }
  return span;
}

std::size_t Clauses::clause_head(std::size_t word) const {
  std::size_t at = word;
  while (at < head_.size() && !heads_clause(*this, at) && head_[at] >= 0) {
    at = static_cast<std::size_t>(head_[at]);
  }
  return at;
}

}  // namespace entente
