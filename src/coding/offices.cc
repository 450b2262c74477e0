// Looks for titles before, after and beside the names of persons.
#include "coding/offices.h"

namespace entente {

namespace {

/// "Russian President", "secretary": the title with the modifiers that stand before it.
Span title_span(const SentenceReading& s, std::size_t title, std::size_t person) {
  Span span = s.word(title).span;
  for (const auto child : s.clauses.children(title)) {
    const auto rel = s.word(child).rel;
    if (child < title && (rel == Rel::amod || rel == Rel::compound)) {
      span.begin = std::min(span.begin, s.word(s.extent(child).first).span.begin);
    }
  }
  // "Russian" may hang on the name instead.
  for (const auto child : s.clauses.children(person)) {
    if (child + 1U == title && s.word(child).rel == Rel::amod)
      span.begin = s.word(child).span.begin;
  }
  return span;
}

bool names_person(const SentenceReading& s, const Parties& parties, std::size_t at, std::size_t w) {
  if (s.word(w).upos != Upos::propn) return false;
  const auto& party = parties.at(at, w);
  if (party.kind != EntityKind::person || party.name.empty() || party.codes.empty()) return false;
  // Offices are those of politics, forces, organisations: not what somebody does for a living.
  const auto held = sector(party.codes.front());
  return held != "CVL" && held != "BUS";
}

}  // namespace

std::vector<OfficeMention> offices(const Reading& reading, const Parties& parties, std::size_t at) {
  const auto& s = reading.sentences[at];
  std::vector<OfficeMention> out;
  const auto add = [&](std::size_t person, std::size_t title) {
    for (const auto& known : out) {
      if (known.person == person) return;
    }
    out.push_back({static_cast<std::uint16_t>(person), static_cast<std::uint16_t>(title),
                   title_span(s, title, person)});
  };
  for (std::size_t w = 0; w < s.words().size(); ++w) {
    if (!names_person(s, parties, at, w)) continue;
    for (const auto child : s.clauses.children(w)) {
      const auto& word = s.word(child);
      const bool beside = word.rel == Rel::appos || word.rel == Rel::compound ||
                          word.rel == Rel::amod || word.rel == Rel::flat || word.rel == Rel::nmod;
      if (beside && (parties.office_word(at, child) || s.is(child, WordClass::counterpart)))
        add(w, child);
    }
    const auto& word = s.word(w);
    if (word.head < 0) continue;
    const auto head = static_cast<std::size_t>(word.head);
    const bool beside =
        word.rel == Rel::appos || word.rel == Rel::flat || word.deprel == "nmod:desc";
    if (beside && (parties.office_word(at, head) || s.is(head, WordClass::counterpart)))
      add(w, head);
    // "X is the secretary of ...": the title is the predicate.
    if (word.rel == Rel::nsubj && parties.office_word(at, head)) {
      for (const auto child : s.clauses.children(head)) {
        if (s.word(child).rel == Rel::cop) add(w, head);
      }
    }
  }
  return out;
}

}  // namespace entente
