// The arguments that a word gets from elsewhere: handed down by control, relative clauses and
// participles, or shared between conjuncts.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "coding/clauses_builder.h"

namespace entente {

/// The noun that the words right behind a participle lead to: "backed Shiite militias".
std::optional<std::size_t> ClauseBuilder::noun_behind(std::size_t word) const {
  const auto head = out_.head_[word];
  if (at(word).rel == Rel::amod && head > static_cast<std::int32_t>(word)) {
    return static_cast<std::size_t>(head);
  }
  std::optional<std::size_t> noun;
  for (std::size_t next = word + 1; next < size_; ++next) {
    const Upos upos = at(next).upos;
    if (upos == Upos::noun || upos == Upos::propn) {
      noun = next;
    } else if (upos != Upos::adj && upos != Upos::num) {
      break;
    }
  }
  return noun;
}

/// "Avaria-backed militias", written without blanks: whatever the parser made of it, the words
/// before and behind tell who backs whom.
bool ClauseBuilder::hyphenated(std::size_t word) {
  if (word < 2 || own_form(word) != Form::participle) return false;
  const Word& joint = at(word - 1);
  const Word& doer = at(word - 2);
  const bool tight = joint.upos == Upos::punct && joint.span.begin == doer.span.end &&
                     joint.span.end == at(word).span.begin;
  const bool nominal =
      doer.upos == Upos::propn || doer.upos == Upos::noun || doer.upos == Upos::adj;
  if (!tight || !nominal) return false;
  const auto noun = noun_behind(word);
  if (!noun) return false;
  out_.flags_[word] |= passive_flag;
  add(word, Slot::subj, word - 2, false, true);
  add(word, Slot::obj, *noun, true, true);
  subject_[word] = static_cast<std::int32_t>(*noun);
  return true;
}

/// "The government imposed blockades", read as a noun with two modifiers: where nothing else is
/// said, a past tense between two nouns is the verb, the noun before it its subject.
bool ClauseBuilder::verb_before_root(std::size_t word) {
  const Word& w = at(word);
  const auto head = out_.head_[word];
  const bool modifier = w.rel == Rel::amod || w.rel == Rel::compound;
  if (!modifier || w.upos != Upos::verb || word == 0 || head <= static_cast<std::int32_t>(word)) {
    return false;
  }
  const auto noun = static_cast<std::size_t>(head);
  if (out_.head_[noun] >= 0 || !has_feature(w, "Tense=Past") || has_child(noun, Rel::cop)) {
    return false;
  }
  const Word& before = at(word - 1);
  const bool nominal = before.upos == Upos::noun || before.upos == Upos::propn;
  const bool sibling = out_.head_[word - 1] == head && before.subrel != SubRel::poss;
  if (!nominal || !sibling || (at(noun).upos != Upos::noun && at(noun).upos != Upos::propn)) {
    return false;
  }
  place_subject(word, word - 1, true);
  add(word, Slot::obj, noun, true);
  for (auto node = first_[noun]; node >= 0; node = nodes_[static_cast<std::size_t>(node)].next) {
    const Argument a = nodes_[static_cast<std::size_t>(node)].argument;
    if (a.slot == Slot::prep && a.word > noun) add(word, Slot::prep, a.word, true, false, a.prep);
  }
  return true;
}

void ClauseBuilder::inherit(std::size_t word) {
  if (out_.head_[word] < 0) return;
  const auto head = static_cast<std::size_t>(out_.head_[word]);
  switch (at(word).rel) {
    case Rel::conj:
      inherit_as_conjunct(word, head);
      break;
    case Rel::acl:
      inherit_as_relative(word, head);
      break;
    case Rel::amod:
    case Rel::compound:
    case Rel::appos:
      inherit_as_modifier(word, head);
      break;
    case Rel::xcomp:
    case Rel::ccomp:
    case Rel::advcl:
      inherit_as_complement(word, head);
      break;
    default:
      break;
  }
}

/// A conjunct without a subject of its own shares the first one's; a noun its possessor and
/// modifiers ("Russian airstrikes and shelling").
void ClauseBuilder::inherit_as_conjunct(std::size_t word, std::size_t first) {
  if (subject_[word] < 0 && subject_[first] >= 0) {
    place_subject(word, static_cast<std::size_t>(subject_[first]), true);
  }
  if (passive(word) && passive(first) && !has_argument(word, Slot::subj)) {
    each(first, [&](const Argument& a) {
      if (a.slot == Slot::subj && a.word < word) add(word, Slot::subj, a.word, true, true);
    });
  }
  if (passive(word) && at(first).upos == Upos::adj && !has_argument(word, Slot::subj)) {
    for (const auto child : out_.children(first)) {
      if (child > word && at(child).rel == Rel::obl && is_agent(word, child))
        add(word, Slot::subj, child, true, true);
    }
  }
  if (verbal(word) && verbal(first)) inherit_from_the_right(word, first);
  if (at(word).upos != Upos::noun || at(first).upos != Upos::noun) return;
  if (has_child(word, Rel::det) || has_argument(word, Slot::poss) || has_child(word, Rel::amod)) {
    return;
  }
  for (auto node = first_[first]; node >= 0; node = nodes_[static_cast<std::size_t>(node)].next) {
    const Argument a = nodes_[static_cast<std::size_t>(node)].argument;
    if ((a.slot == Slot::poss || a.slot == Slot::mod) && a.word < first) {
      add(word, a.slot, a.word, true);
    }
  }
}

/// What hangs on the first conjunct but stands behind a later one belongs to both: "chanted and
/// marched against Avaria".
void ClauseBuilder::inherit_from_the_right(std::size_t word, std::size_t first) {
  const bool closed = has_argument(word, Slot::obj) || passive(word) != passive(first);
  for (auto node = first_[first]; node >= 0; node = nodes_[static_cast<std::size_t>(node)].next) {
    const Argument a = nodes_[static_cast<std::size_t>(node)].argument;
    if (a.inherited || a.word < word) continue;
    if (a.slot == Slot::prep || (a.slot == Slot::obj && !closed)) {
      add(word, a.slot, a.word, true, a.passive, a.prep);
    }
  }
}

/// Clauses on a noun: relative clauses, participles ("rebels fighting", "troops killed"),
/// infinitives
/// ("a plan to attack").
void ClauseBuilder::inherit_as_relative(std::size_t word, std::size_t noun) {
  if (at(word).subrel == SubRel::relcl) {
    if (subject_[word] < 0) {
      place_subject(word, noun, true);
      return;
    }
    // "the town rebels seized": no pronoun stands for the noun, and the object is missing.
    const bool gap = (out_.flags_[word] & pronoun_flag) == 0 && verbal(word) && !passive(word) &&
                     !has_argument(word, Slot::obj) && !has_argument(word, Slot::that) &&
                     !has_argument(word, Slot::to);
    if (gap) add(word, Slot::obj, noun, true);
    return;
  }
  if (subject_[word] >= 0) return;
  const Form kind = form(word);
  if (kind == Form::infinitive || (kind == Form::gerund && has_child(word, Rel::mark))) {
    const auto subject = noun_controller(noun);
    if (subject >= 0) place_subject(word, static_cast<std::size_t>(subject), true);
  } else if (verbal(word) || at(word).upos == Upos::adj) {
    // ", killing twelve" behind the object is the subject's doing.
    const auto head = out_.head_[noun];
    const auto subject = head < 0 ? -1 : subject_[static_cast<std::size_t>(head)];
    const bool apart =
        kind == Form::gerund && word > 0 && at(word - 1).upos == Upos::punct && subject >= 0;
    place_subject(word, apart ? static_cast<std::size_t>(subject) : noun, true);
  }
}

/// An adjective, participle or apposition is said of its noun.
void ClauseBuilder::inherit_as_modifier(std::size_t word, std::size_t noun) {
  const Word& w = at(word);
  if (w.rel == Rel::compound && !(w.upos == Upos::verb && passive(word))) return;
  if (w.rel == Rel::appos && w.upos != Upos::noun) return;
  place_subject(word, noun, true);
}

void ClauseBuilder::inherit_as_complement(std::size_t word, std::size_t governor) {
  if (subject_[word] >= 0) return;
  const Form kind = form(word);
  const bool own_finite = kind == Form::finite && verbal(word);
  if (at(word).rel == Rel::ccomp && own_finite) return;
  if (own_finite && has_feature(at(word), "Mood=Imp")) return;
  const auto subject = controller(governor, word);
  if (subject >= 0 && static_cast<std::size_t>(subject) != word) {
    place_subject(word, static_cast<std::size_t>(subject), true);
  }
}

/// Who does what a complement or adverbial clause says: the governor's object or its subject.
std::int32_t ClauseBuilder::controller(std::size_t governor, std::size_t word) const {
  const Word& g = at(governor);
  if (at(word).rel == Rel::advcl) {
    bool handed = false;
    for (const auto child : out_.children(word)) {
      handed =
          handed || (at(child).rel == Rel::mark && known(&Grammar::handing_marks, at(child).lemma));
    }
    const auto object = handed && !passive(governor) ? object_of(governor, word) : -1;
    return object >= 0 ? object : subject_[governor];
  }
  if (passive(governor)) return subject_[governor];
  if (grammar_ != nullptr) {
    const auto oblique = grammar_->oblique_control.find(g.lemma);
    if (oblique != grammar_->oblique_control.end()) {
      std::int32_t found = -1;
      each(governor, [&](const Argument& a) {
        if (a.slot == Slot::prep && a.prep == oblique->second) found = a.word;
      });
      if (found >= 0) return found;
    }
    if (grammar_->subject_control.contains(g.lemma)) return subject_[governor];
  }
  const auto object = object_of(governor, word);
  return object >= 0 ? object : subject_[governor];
}

/// The indirect object where there is one ("told Iran to stop"), else the object.
std::int32_t ClauseBuilder::object_of(std::size_t word, std::size_t except) const {
  std::int32_t object = -1;
  std::int32_t indirect = -1;
  each(word, [&](const Argument& a) {
    if (a.word == except) return;
    if (a.slot == Slot::obj && object < 0) object = a.word;
    if (a.slot == Slot::iobj && indirect < 0) indirect = a.word;
  });
  return indirect >= 0 ? indirect : object;
}

/// Who would do what a noun speaks of ("Russia's plan to attack", "approved a plan to attack"): its
/// possessor, its agent ("an attempt by"), a name that modifies it, or the subject of the clause
/// that it stands in, which comes before a name where the noun is no plan ("use the Hamadan base
/// to").
std::int32_t ClauseBuilder::noun_controller(std::size_t noun) const {
  std::int32_t possessor = -1;
  std::int32_t agent = -1;
  std::int32_t name = -1;
  each(noun, [&](const Argument& a) {
    const auto word = static_cast<std::int32_t>(a.word);
    if (a.slot == Slot::poss && possessor < 0) possessor = word;
    if (a.slot == Slot::prep && agent < 0 && known(&Grammar::agent, a.prep)) agent = word;
    const std::string_view form = at(a.word).form;
    const bool named = !form.empty() && is_upper(decode(form, 0).code);
    if (a.slot == Slot::mod && name < 0 && named) name = word;
  });
  const auto head = out_.head_[noun];
  auto subject = head < 0 ? -1 : subject_[static_cast<std::size_t>(head)];
  if (subject == static_cast<std::int32_t>(noun)) subject = -1;
  const bool plan = known(&Grammar::plans, at(noun).lemma);
  for (const auto found : {possessor, agent, plan ? name : subject, plan ? subject : name}) {
    if (found >= 0) return found;
  }
  return -1;
}

/// From the last conjunct back: "attacked and occupied the town", "attacks and raids on the town".
void ClauseBuilder::share_between_conjuncts(std::size_t first) {
  const auto children = out_.children(first);
  std::optional<std::size_t> later;
  for (auto child = children.rbegin(); child != children.rend(); ++child) {
    if (at(*child).rel != Rel::conj || *child < first) continue;
    if (later) {
      share_object(*child, *later);
      share_phrases(*child, *later);
    }
    later = *child;
  }
  if (later) {
    share_object(first, *later);
    share_phrases(first, *later);
  }
}

/// True when nothing that could be an argument stands between the word and the next conjunct.
bool ClauseBuilder::open_to_the_right(std::size_t word, std::size_t until) const {
  return std::ranges::none_of(out_.children(word), [&](std::uint16_t child) {
    const Word& c = at(child);
    if (child < word || child >= until) return false;
    return c.rel != Rel::conj && c.rel != Rel::cc && c.rel != Rel::punct && c.rel != Rel::advmod &&
           c.subrel != SubRel::prt;
  });
}

void ClauseBuilder::share_object(std::size_t first, std::size_t later) {
  if (!verbal(first) || !verbal(later) || passive(first) || passive(later)) return;
  if (has_argument(first, Slot::obj) || has_child(later, Rel::nsubj)) return;
  if (!open_to_the_right(first, later)) return;
  const auto object = object_of(later, first);
  if (object > static_cast<std::int32_t>(later)) {
    add(first, Slot::obj, static_cast<std::size_t>(object), true);
  }
}

void ClauseBuilder::share_phrases(std::size_t first, std::size_t later) {
  if (at(first).upos != Upos::noun || at(later).upos != Upos::noun) return;
  if (!open_to_the_right(first, later)) return;
  // "Airstrikes and an increase in numbers": a phrase of its own keeps what follows it.
  if (has_child(later, Rel::det) && !has_child(first, Rel::det)) return;
  for (auto node = first_[later]; node >= 0; node = nodes_[static_cast<std::size_t>(node)].next) {
    const Argument a = nodes_[static_cast<std::size_t>(node)].argument;
    if (a.slot == Slot::prep && a.word > later) add(first, Slot::prep, a.word, true, false, a.prep);
  }
}

}  // namespace entente
