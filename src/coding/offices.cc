// Looks for titles before, after and beside the names of persons.
#include "coding/offices.h"

#include <algorithm>
#include <optional>

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
  // "On Wednesday, Minister Hald said": the day only stands beside the title.
  const bool time = std::any_of(s.times.begin(), s.times.end(), [&](const TimeMention& mention) {
    return mention.first <= w && w < mention.last;
  });
  if (time) return false;
  const auto& party = parties.at(at, w);
  if (party.kind != EntityKind::person || party.name.empty() || party.codes.empty()) return false;
  // Offices are those of politics, forces, organisations: not what somebody does for a living.
  const auto held = sector(party.codes.front());
  return held != "CVL" && held != "BUS";
}

/// "His counterpart Jon Hald", "Jon Hald, her counterpart": an office that another one names.
std::optional<std::size_t> counterpart(const SentenceReading& s, std::size_t w) {
  for (const auto child : s.clauses.children(w)) {
    if (s.is(child, WordClass::counterpart)) return child;
  }
  const auto& word = s.word(w);
  const bool beside = word.rel == Rel::appos || word.rel == Rel::flat || word.deprel == "nmod:desc";
  if (!beside || word.head < 0) return std::nullopt;
  const auto head = static_cast<std::size_t>(word.head);
  return s.is(head, WordClass::counterpart) ? std::optional(head) : std::nullopt;
}

/// "Jon Hald, who heads the commission", "the commission, led by Jon Hald".
std::optional<std::size_t> leading_verb(const SentenceReading& s, std::size_t w) {
  for (const auto child : s.clauses.children(w)) {
    if (s.word(child).subrel == SubRel::relcl && s.is(child, WordClass::heads)) return child;
  }
  const auto& word = s.word(w);
  if (word.rel != Rel::obl || word.head < 0) return std::nullopt;
  const auto head = static_cast<std::size_t>(word.head);
  const bool led = s.is(head, WordClass::heads) && s.word(head).rel == Rel::acl && head < w;
  return led ? std::optional(head) : std::nullopt;
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
    for (const auto title : parties.titles(at, w)) add(w, title);
    if (const auto other = counterpart(s, w)) add(w, *other);
    if (const auto verb = leading_verb(s, w)) add(w, *verb);
  }
  return out;
}

}  // namespace entente
