// The tree made sound, and what each word is in it: form, voice, antecedent.
#include <algorithm>
#include <limits>

#include "coding/clauses_builder.h"

namespace entente {
namespace {

constexpr std::size_t most_words = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint8_t most_arguments = 60;  ///< of one word; only a list gone wrong has more
constexpr int deepest_pronoun = 12;          ///< words between a relative pronoun and its clause
constexpr int deepest_transparent = 4;

}  // namespace

ClauseBuilder::ClauseBuilder(Clauses& out, const Grammar* grammar)
    : out_(out), grammar_(grammar), size_(std::min(out.sentence_->words.size(), most_words)) {}

void ClauseBuilder::build() {
  find_heads();
  find_children();
  find_order();
  out_.flags_.assign(size_, 0);
  find_antecedents();
  subject_.assign(size_, -1);
  first_.assign(size_, -1);
  last_.assign(size_, -1);
  count_.assign(size_, 0);
  nodes_.reserve(size_ * 2);
  for (const auto word : order_) {
    if (hyphenated(word) || verb_before_root(word)) continue;
    if (find_voice(word)) out_.flags_[word] |= passive_flag;
    own_arguments(word);
    inherit(word);
  }
  for (const auto word : order_) share_between_conjuncts(word);
  find_cores();
  flatten();
}

void ClauseBuilder::find_heads() {
  out_.head_.assign(size_, -1);
  for (std::size_t word = 0; word < size_; ++word) {
    const auto head = at(word).head;
    const bool sound = head >= 0 && static_cast<std::size_t>(head) < size_ &&
                       static_cast<std::size_t>(head) != word;
    if (sound) out_.head_[word] = head;
  }
}

void ClauseBuilder::find_children() {
  auto& begin = out_.child_begin_;
  begin.assign(size_ + 1, 0);
  for (const auto head : out_.head_) {
    if (head >= 0) ++begin[static_cast<std::size_t>(head) + 1];
  }
  for (std::size_t word = 0; word < size_; ++word) begin[word + 1] += begin[word];
  out_.children_.resize(begin[size_]);
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::size_t word = 0; word < size_; ++word) {
    if (out_.head_[word] < 0) continue;
    const auto head = static_cast<std::size_t>(out_.head_[word]);
    out_.children_[next[head]++] = static_cast<std::uint16_t>(word);
  }
}

/// Breadth first from the roots. What is left after them hangs in a cycle, which is cut at its
/// first word.
void ClauseBuilder::find_order() {
  std::vector<bool> seen(size_, false);
  order_.reserve(size_);
  std::size_t done = 0;
  const auto walk_from = [&](std::size_t root) {
    seen[root] = true;
    order_.push_back(static_cast<std::uint16_t>(root));
    for (; done < order_.size(); ++done) {
      for (const auto child : out_.children(order_[done])) {
        if (seen[child]) continue;
        seen[child] = true;
        order_.push_back(child);
      }
    }
  };
  for (std::size_t word = 0; word < size_; ++word) {
    if (out_.head_[word] < 0) walk_from(word);
  }
  if (order_.size() == size_) return;
  for (std::size_t word = 0; word < size_; ++word) {
    if (seen[word]) continue;
    out_.head_[word] = -1;
    walk_from(word);
  }
  find_children();
}

void ClauseBuilder::find_antecedents() {
  antecedent_.assign(size_, -1);
  for (std::size_t word = 0; word < size_; ++word) {
    const Word& w = at(word);
    if (w.upos != Upos::pron && w.upos != Upos::det) continue;
    const bool relative = has_feature(w, "PronType=Rel");
    if (!relative && !has_feature(w, "PronType=Int")) continue;
    auto up = static_cast<std::int32_t>(word);
    for (int depth = 0; up >= 0 && depth < deepest_pronoun; ++depth) {
      const auto here = static_cast<std::size_t>(up);
      if (at(here).rel == Rel::acl && at(here).subrel == SubRel::relcl) {
        antecedent_[word] = out_.head_[here];
        out_.flags_[here] |= pronoun_flag;
        break;
      }
      // A question word may be a relative that was tagged wrong, but not inside a question.
      if (!relative && at(here).rel == Rel::ccomp) break;
      up = out_.head_[here];
    }
  }
}

void ClauseBuilder::find_cores() {
  out_.core_.resize(size_);
  for (std::size_t word = 0; word < size_; ++word) {
    std::size_t core = word;
    for (int depth = 0; depth < deepest_transparent; ++depth) {
      const Word& w = at(core);
      if (w.upos != Upos::num && !known(&Grammar::transparent, w.lemma)) break;
      const auto children = out_.children(core);
      const auto inner = std::ranges::find_if(children, [&](std::uint16_t child) {
        return at(child).rel == Rel::nmod && at(child).subrel != SubRel::poss && child > core &&
               (out_.flags_[child] & loose_flag) == 0;
      });
      if (inner == children.end()) break;
      core = *inner;
    }
    out_.core_[word] = static_cast<std::uint16_t>(core);
  }
}

ClauseBuilder::Form ClauseBuilder::own_form(std::size_t word) const {
  const Word& w = at(word);
  if (w.upos != Upos::verb && w.upos != Upos::aux) return Form::nominal;
  if (has_feature(w, "VerbForm=Inf")) return Form::infinitive;
  if (has_feature(w, "VerbForm=Ger")) return Form::gerund;
  if (has_feature(w, "VerbForm=Part")) {
    return has_feature(w, "Tense=Past") ? Form::participle : Form::gerund;
  }
  return Form::finite;
}

/// The first auxiliary decides: "is attacking" is finite, "having attacked" a gerund.
ClauseBuilder::Form ClauseBuilder::form(std::size_t word) const {
  for (const auto child : out_.children(word)) {
    const Word& w = at(child);
    if (w.rel == Rel::mark && w.upos == Upos::part) return Form::infinitive;
    if (w.rel == Rel::aux || w.rel == Rel::cop) return own_form(child);
  }
  return own_form(word);
}

bool ClauseBuilder::verbal(std::size_t word) const {
  const Word& w = at(word);
  return (w.upos == Upos::verb || w.upos == Upos::aux) && w.rel != Rel::aux && w.rel != Rel::cop;
}

bool ClauseBuilder::find_voice(std::size_t word) const {
  if (!verbal(word)) return false;
  const Word& w = at(word);
  bool auxiliary = false;
  bool subject = false;
  bool object = false;
  for (const auto child : out_.children(word)) {
    const Word& c = at(child);
    if (c.subrel == SubRel::pass) return true;  // nsubj:pass, csubj:pass, aux:pass
    auxiliary = auxiliary || c.rel == Rel::aux;
    subject = subject || c.rel == Rel::nsubj;
    object = object || c.rel == Rel::obj;
  }
  const bool past_participle = own_form(word) == Form::participle;
  const auto head = out_.head_[word];
  switch (w.rel) {
    case Rel::conj: {
      if (!past_participle || auxiliary || subject || object || head < 0) return false;
      // "Armed and funded by", where the first was read as an adjective.
      const auto first = static_cast<std::size_t>(head);
      return passive(first) || (at(first).upos == Upos::adj && has_child(first, Rel::cop));
    }
    case Rel::acl:
      if (w.subrel == SubRel::relcl || auxiliary || subject || object) return false;
      // A past tense without a subject under a noun is a participle that was tagged wrong.
      return past_participle || own_form(word) == Form::finite;
    case Rel::amod:
    case Rel::compound:
      return past_participle || own_form(word) == Form::finite;
    case Rel::advcl:
    case Rel::xcomp:
      return past_participle && !auxiliary && !subject && !object;
    default:
      return past_participle && !auxiliary && !subject && !object && has_feature(w, "Voice=Pass");
  }
}

std::optional<std::uint16_t> ClauseBuilder::antecedent(std::size_t word) const {
  if (antecedent_[word] < 0) return std::nullopt;
  return static_cast<std::uint16_t>(antecedent_[word]);
}

bool ClauseBuilder::has_argument(std::size_t word, Slot slot) const {
  bool found = false;
  each(word, [&](const Argument& argument) { found = found || argument.slot == slot; });
  return found;
}

bool ClauseBuilder::has_child(std::size_t word, Rel rel) const {
  return std::ranges::any_of(out_.children(word),
                             [&](std::uint16_t child) { return at(child).rel == rel; });
}

void ClauseBuilder::add(std::size_t word, Slot slot, std::size_t argument, bool inherited,
                        bool passive, std::string_view prep) {
  if (count_[word] >= most_arguments) return;
  ++count_[word];
  const auto node = static_cast<std::int32_t>(nodes_.size());
  nodes_.push_back({{slot, prep, static_cast<std::uint16_t>(argument), inherited, passive}, -1});
  if (first_[word] < 0) {
    first_[word] = node;
  } else {
    nodes_[static_cast<std::size_t>(last_[word])].next = node;
  }
  last_[word] = node;
}

/// Logical slot of a grammatical subject.
void ClauseBuilder::place_subject(std::size_t word, std::size_t subject, bool inherited) {
  if (subject_[word] >= 0 || subject == word) return;
  subject_[word] = static_cast<std::int32_t>(subject);
  if (!passive(word)) {
    add(word, Slot::subj, subject, inherited);
  } else {
    // "Iran was given arms": the subject is the one given to.
    const Slot slot = has_child(word, Rel::obj) ? Slot::iobj : Slot::obj;
    add(word, slot, subject, inherited, true);
  }
}

void ClauseBuilder::flatten() {
  out_.argument_begin_.resize(size_ + 1);
  out_.arguments_.reserve(nodes_.size());
  for (std::size_t word = 0; word < size_; ++word) {
    out_.argument_begin_[word] = static_cast<std::uint32_t>(out_.arguments_.size());
    each(word, [&](const Argument& a) {
      if (!a.inherited) out_.arguments_.push_back(a);
    });
    each(word, [&](const Argument& a) {
      if (a.inherited) out_.arguments_.push_back(a);
    });
  }
  out_.argument_begin_[size_] = static_cast<std::uint32_t>(out_.arguments_.size());
}

}  // namespace entente
