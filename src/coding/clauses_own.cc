// The arguments that hang on a word itself: subjects and objects, phrases with their prepositions,
// modifiers, complement clauses.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "coding/clauses_builder.h"

namespace entente {
namespace {

bool has_upper(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

bool clausal(Rel rel) {
  return rel == Rel::ccomp || rel == Rel::xcomp || rel == Rel::advcl || rel == Rel::acl ||
         rel == Rel::csubj || rel == Rel::parataxis;
}

}  // namespace

/// "Is seen as a sponsor", "sees Avaria as its rival": of whom the noun is said.
void ClauseBuilder::predicate_phrases(std::size_t word) {
  if (grammar_ == nullptr || grammar_->predicative.empty() || !verbal(word)) return;
  for (const auto child : out_.children(word)) {
    if (at(child).rel != Rel::obl || at(child).upos != Upos::noun) continue;
    const auto links = out_.children(child);
    const bool says = std::ranges::any_of(links, [&](std::uint16_t link) {
      return at(link).rel == Rel::case_ && known(&Grammar::predicative, at(link).lemma);
    });
    if (!says) continue;
    const auto of = object_of(word, child);
    if (of >= 0) place_subject(child, static_cast<std::size_t>(of), true);
  }
}

void ClauseBuilder::own_arguments(std::size_t word) {
  for (const auto child : out_.children(word)) {
    const Rel rel = at(child).rel;
    if (rel == Rel::parataxis) {
      reported_speech(word, child);
    } else if (clausal(rel)) {
      own_clause(word, child);
    } else if (rel == Rel::nsubj || rel == Rel::obj || rel == Rel::iobj || rel == Rel::obl ||
               rel == Rel::nmod) {
      own_phrase(word, child);
    } else {
      own_modifier(word, child);
    }
  }
  predicate_phrases(word);
}

/// Subjects, objects, prepositional phrases, possessors.
void ClauseBuilder::own_phrase(std::size_t word, std::size_t child) {
  const Word& c = at(child);
  const auto relative = antecedent(child);
  const std::size_t target = relative.value_or(static_cast<std::uint16_t>(child));
  const bool inherited = relative.has_value();
  if (target == word) return;
  if (c.rel == Rel::nsubj) {
    // "outer" is the subject of what has another subject inside; without one it is the subject.
    const bool outer = c.subrel == SubRel::outer;
    const bool inner = outer && std::ranges::any_of(out_.children(word), [&](std::uint16_t other) {
                         return at(other).rel == Rel::nsubj && other != child;
                       });
    const auto speaker = inherited ? std::nullopt : speaker_behind(word, child);
    // "Its only ally is Avaria": the name says of the noun who it is.
    if (c.upos == Upos::noun && at(word).upos == Upos::propn && has_child(word, Rel::cop)) {
      add(child, Slot::subj, word, true);
    }
    if (speaker) {
      place_subject(word, *speaker, true);
    } else if (!inner) {
      place_subject(word, target, inherited);
    }
  } else if (c.rel == Rel::obj) {
    add(word, Slot::obj, target, inherited);
  } else if (c.rel == Rel::iobj) {
    add(word, Slot::iobj, target, inherited);
  } else if (c.subrel == SubRel::poss) {
    add(word, Slot::poss, target, inherited);
  } else if (c.rel == Rel::obl && is_agent(word, child)) {
    add(word, Slot::subj, target, inherited, true);
  } else if (has_child(child, Rel::case_) || stray_case(child)) {
    add_prepositions(word, child, false);
  } else if (c.rel == Rel::nmod && !verbal(child)) {
    add(word, Slot::mod, target, inherited);
    if (at(word).upos == Upos::propn && c.upos == Upos::noun && child < word) {
      place_subject(child, word, true);  // "President Karo": he is the president
    }
  }
}

/// "Avaria said it would attack": a pronoun that stands for the subject of the clause above, which
/// it has to agree with in number.
std::optional<std::uint16_t> ClauseBuilder::speaker_behind(std::size_t word,
                                                           std::size_t child) const {
  const Word& pronoun = at(child);
  const auto head = out_.head_[word];
  if (at(word).rel != Rel::ccomp || head < 0 || pronoun.upos != Upos::pron) return std::nullopt;
  if (!has_feature(pronoun, "Person=3") || !has_feature(pronoun, "PronType=Prs")) {
    return std::nullopt;
  }
  // "The agency said that when Karo spoke, he ...": somebody nearer is named.
  for (const auto clause : out_.children(word)) {
    if (at(clause).rel == Rel::advcl && clause < child && has_child(clause, Rel::nsubj))
      return std::nullopt;
  }
  const auto speaker = subject_[static_cast<std::size_t>(head)];
  if (speaker < 0 || passive(static_cast<std::size_t>(head))) return std::nullopt;
  const Word& s = at(static_cast<std::size_t>(speaker));
  if (s.upos != Upos::noun && s.upos != Upos::propn) return std::nullopt;
  const bool plural =
      has_feature(s, "Number=Plur") || has_child(static_cast<std::size_t>(speaker), Rel::conj);
  if (plural != has_feature(pronoun, "Number=Plur")) return std::nullopt;
  return static_cast<std::uint16_t>(speaker);
}

/// A preposition that the parser hung on a title or modifier before the head of its phrase: "with
/// Prime Minister Karo".
std::optional<std::uint16_t> ClauseBuilder::stray_case(std::size_t word) const {
  for (const auto child : out_.children(word)) {
    if (child > word) break;
    const Rel rel = at(child).rel;
    if (rel != Rel::nmod && rel != Rel::compound && rel != Rel::amod && rel != Rel::flat) continue;
    for (const auto link : out_.children(child)) {
      const Word& l = at(link);
      if (l.rel == Rel::case_ && link < child && l.upos == Upos::adp) return link;
    }
  }
  return std::nullopt;
}

bool ClauseBuilder::is_agent(std::size_t word, std::size_t child) const {
  if (at(child).subrel == SubRel::agent) return true;
  if (!passive(word)) return false;
  bool cased = false;
  for (const auto link : out_.children(child)) {
    if (at(link).rel != Rel::case_) continue;
    if (known(&Grammar::agent, at(link).lemma)) return true;
    cased = true;
  }
  // "Iran-backed": a noun right before its participle, without a preposition, is the doer.
  return !cased && at(word).rel == Rel::amod && child < word;
}

/// Complement clauses and what infinitives and gerunds say of a verb or noun.
void ClauseBuilder::own_clause(std::size_t word, std::size_t child) {
  const Word& c = at(child);
  const Form kind = form(child);
  if (c.rel == Rel::csubj) {
    add(word, passive(word) ? Slot::that : Slot::subj, child);
    return;
  }
  if (c.rel == Rel::acl && c.subrel == SubRel::relcl) return;
  if (kind == Form::infinitive) {
    add(word, Slot::to, child);
  } else if (kind == Form::gerund) {
    if (c.rel == Rel::xcomp || c.rel == Rel::ccomp) add(word, Slot::ing, child);
    add_prepositions(word, child, true);
  } else if (c.rel == Rel::ccomp || (c.rel == Rel::acl && kind == Form::finite && verbal(child) &&
                                     !passive(child) && has_child(child, Rel::mark))) {
    add(word, Slot::that, child);
  } else if (c.rel == Rel::xcomp) {
    add(word, Slot::pred, child);
    if (has_child(child, Rel::case_)) add_prepositions(word, child, false);
  } else if (kind == Form::nominal && has_child(child, Rel::case_)) {
    add_prepositions(word, child, false);
  }
}

/// "Russia, he said, attacked": the speech is the complement of the verb set into it.
void ClauseBuilder::reported_speech(std::size_t word, std::size_t child) {
  if (!verbal(child) || !has_child(child, Rel::nsubj)) return;
  if (has_child(child, Rel::ccomp) || has_child(child, Rel::obj)) return;
  add(child, Slot::that, word, true);
}

/// "Avarian-Bellandic talks", where one adjective hangs on the other across a hyphen.
std::optional<std::uint16_t> ClauseBuilder::joined_adjective(std::size_t word) const {
  if (word < 2 || at(word).upos != Upos::adj) return std::nullopt;
  const Word& joint = at(word - 1);
  const Word& other = at(word - 2);
  const bool tight = joint.upos == Upos::punct && joint.span.begin == other.span.end &&
                     joint.span.end == at(word).span.begin;
  const bool below = out_.head_[word - 2] == static_cast<std::int32_t>(word);
  const bool name = other.upos == Upos::adj || other.upos == Upos::propn;
  if (!tight || !below || !name) return std::nullopt;
  return static_cast<std::uint16_t>(word - 2);
}

void ClauseBuilder::own_modifier(std::size_t word, std::size_t child) {
  const Word& c = at(child);
  switch (c.rel) {
    case Rel::advmod:
      add(word, Slot::adv, child);
      break;
    case Rel::amod:
    case Rel::compound:
      if (c.subrel == SubRel::prt) break;
      if (passive(word) && child < word &&
          (at(word).rel == Rel::amod || at(word).rel == Rel::compound)) {
        add(word, Slot::subj, child, false, true);
      } else {
        if (const auto partner = joined_adjective(child)) add(word, Slot::mod, *partner);
        add(word, Slot::mod, child);
      }
      if (c.rel == Rel::compound && c.upos == Upos::noun && at(word).upos == Upos::propn) {
        place_subject(child, word, true);  // "rebel leader Karo" with a flat parse
      }
      break;
    case Rel::appos:
      // "Belland's ally, Avaria": the name is what the noun says of it.
      if (at(word).upos == Upos::noun && c.upos == Upos::propn) add(word, Slot::subj, child, true);
      break;
    case Rel::conj:
      // "Russian and Iranian airstrikes": modifiers joined stand under the first of them.
    default:
      break;
  }
}

/// The lower-case name of a case word or mark, its fixed parts joined: "because_of".
std::string_view ClauseBuilder::link_name(std::size_t link) {
  const auto plain = [&](std::size_t part) {
    const std::string_view lemma = at(part).lemma;
    return has_upper(lemma) ? out_.names_.keep(lower(lemma)) : lemma;
  };
  std::string_view name = plain(link);
  for (const auto part : out_.children(link)) {
    if (at(part).rel != Rel::fixed) continue;
    name = out_.names_.keep(std::string(name) + "_" + std::string(plain(part)));
  }
  return name;
}

/// The phrase under the join of its prepositions and under each of them; for clauses (`marks`) the
/// words that introduce them count as prepositions.
void ClauseBuilder::add_prepositions(std::size_t word, std::size_t child, bool marks) {
  const auto relative = antecedent(child);
  const std::size_t target = relative.value_or(static_cast<std::uint16_t>(child));
  std::string_view joined;
  std::string_view last;
  std::size_t count = 0;
  for (const auto link : out_.children(child)) {
    const Word& l = at(link);
    const bool counts =
        l.rel == Rel::case_ || (marks && l.rel == Rel::mark && l.upos != Upos::part);
    if (!counts) continue;
    last = link_name(link);
    joined = ++count == 1 ? last : out_.names_.keep(std::string(joined) + "_" + std::string(last));
    add(word, Slot::prep, target, relative.has_value(), false, last);
  }
  if (const auto stray = count == 0 && !marks ? stray_case(child) : std::nullopt) {
    joined = link_name(*stray);
    add(word, Slot::prep, target, relative.has_value(), false, joined);
    ++count;
  }
  if (count == 0) return;
  if (count > 1) add(word, Slot::prep, target, relative.has_value(), false, joined);
  if (!known(&Grammar::phrase, joined)) out_.flags_[child] |= loose_flag;
  if (!marks) add_nested_preposition(word, child, joined);
}

/// "in support of the army": also under in_support_of.
void ClauseBuilder::add_nested_preposition(std::size_t word, std::size_t child,
                                           std::string_view prep) {
  if (at(child).upos != Upos::noun) return;
  for (const auto inner : out_.children(child)) {
    const Word& i = at(inner);
    if (i.rel == Rel::det || i.rel == Rel::amod || i.subrel == SubRel::poss) return;
  }
  for (const auto inner : out_.children(child)) {
    if (at(inner).rel != Rel::nmod || !has_child(inner, Rel::case_)) continue;
    const auto links = out_.children(inner);
    const auto link = *std::ranges::find_if(
        links, [&](std::uint16_t candidate) { return at(candidate).rel == Rel::case_; });
    const auto relative = antecedent(inner);
    const std::string name =
        std::string(prep) + "_" + std::string(at(child).lemma) + "_" + std::string(link_name(link));
    add(word, Slot::prep, relative.value_or(inner), true, false, out_.names_.keep(name));
    return;
  }
}

}  // namespace entente
