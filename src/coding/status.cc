// Walks from an act up through the words that govern it, each of which may shift its status.
// docs/status.md gives the classes with their evidence.
#include "coding/status.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {

namespace {

class Walk {
 public:
  Walk(const SentenceReading& sentence, const Lexicon& lexicon) : s_(sentence), lexicon_(lexicon) {}

  Certainty run(std::size_t act, std::size_t clause) {
    act_ = act;
    if (is_nominal(s_.word(act).upos) || act != clause) noun_modifiers(act);
    std::size_t at = act;
    if (act != clause && s_.under(act, clause)) {
      while (at != clause) at = static_cast<std::size_t>(s_.word(at).head);
    } else if (act != clause) {
      at = clause;
    }
    own_clause(at);
    for (std::size_t steps = 0; steps < s_.words().size() && s_.word(at).head >= 0; ++steps) {
      const auto head = static_cast<std::size_t>(s_.word(at).head);
      if (!step(at, head)) {
        at = head;
        break;
      }
      at = head;
    }
    if (s_.word(at).head < 0) question(at);
    return out_;
  }

 private:
  void why(std::size_t w) {
    if (!out_.why.empty()) out_.why += ", then ";
    out_.why += std::string(name_of(out_.status)) + " by \"" + lower(s_.word(w).form) + "\"";
  }

  void set(Status status, std::size_t w) {
    if (out_.status == status) return;
    // What did not happen stays so under plans and fears; what may be is no plan.
    if (out_.status == Status::negated && status != Status::actual) return;
    if (out_.status == Status::hypothetical && status == Status::future) return;
    out_.status = status;
    why(w);
  }

  void negate(std::size_t w) {
    if (out_.status == Status::negated) {
      out_.status = Status::actual;
    } else {
      out_.status = Status::negated;
    }
    why(w);
  }

  /// Classes of two words that stand together: "no_longer", "prevent_from".
  WordClasses together(std::string_view first, std::string_view second) const {
    std::string both(first);
    both += '_';
    both += second;
    return lexicon_.classes(both);
  }

  /// "No longer": an adverb that its own adverb turns into a negation.
  bool negates(std::size_t child) const {
    if (s_.is(child, WordClass::negator)) return true;
    if (s_.word(child).rel != Rel::advmod) return false;
    return std::ranges::any_of(s_.clauses.children(child), [&](std::size_t below) {
      return has(together(lower(s_.word(below).form), lower(s_.word(child).form)),
                 WordClass::negator);
    });
  }

  /// "Planned talks", "a possible attack", "no attack".
  void noun_modifiers(std::size_t noun) {
    for (const auto child : s_.clauses.children(noun)) {
      const auto rel = s_.word(child).rel;
      if (rel == Rel::amod || rel == Rel::compound || rel == Rel::det) modifier(child);
    }
  }

  void modifier(std::size_t child) {
    if (s_.is(child, WordClass::negator)) negate(child);
    if (s_.is(child, WordClass::future_modifier)) set(Status::future, child);
    if (s_.is(child, WordClass::possible_modifier)) set(Status::hypothetical, child);
    if (s_.is(child, WordClass::negative_modifier)) negate(child);
  }

  /// Negation, modals and adverbs of the clause that `at` heads.
  void own_clause(std::size_t at) {
    bool negated = false;
    std::size_t negator = at;
    for (const auto child : s_.clauses.children(at)) {
      const auto& word = s_.word(child);
      if (word.rel == Rel::aux) modal(at, child);
      if (word.rel == Rel::advmod || word.rel == Rel::aux || word.rel == Rel::cc) {
        if (negates(child)) negated = !negated, negator = child;
        if (s_.is(child, WordClass::possible_modifier)) set(Status::hypothetical, child);
      }
      if ((word.rel == Rel::nsubj || word.rel == Rel::obj) && negative_phrase(child)) {
        negated = !negated;
        negator = child;
      }
      // "Instead of" is one mark of two words, and counted among the links.
      const bool single = word.rel == Rel::mark && s_.clauses.children(child).empty();
      if (single && s_.is(child, WordClass::negative_link)) negate(child);
    }
    if (negated) negate(negator);
  }

  void modal(std::size_t at, std::size_t child) {
    if (s_.is(child, WordClass::future_modal)) set(Status::future, child);
    if (!s_.is(child, WordClass::possible_modal)) return;
    if (has_feature(s_.word(child), "VerbForm=Fin") && reported_future(at, child)) {
      set(Status::future, child);
      return;
    }
    set(Status::hypothetical, child);
    out_.modal = true;
  }

  /// The future in the past: "said it would attack".
  bool reported_future(std::size_t at, std::size_t child) const {
    if (!s_.is(child, WordClass::reporting_modal)) return false;
    const auto head = s_.word(at).head;
    if (head < 0) return false;
    const auto rel = s_.word(at).rel;
    const auto& classes = s_.classes[static_cast<std::size_t>(head)];
    const bool reports = has(classes, WordClass::say) || has(classes, WordClass::tell) ||
                         has(classes, WordClass::message) || has(classes, WordClass::intend);
    return reports && (rel == Rel::ccomp || rel == Rel::acl || rel == Rel::parataxis);
  }

  bool negative_phrase(std::size_t phrase) const {
    if (s_.is(phrase, WordClass::negator)) return true;
    for (const auto child : s_.clauses.children(phrase)) {
      // "No talks", "neither Arland nor Bergia".
      const auto rel = s_.word(child).rel;
      const bool before = rel == Rel::det || (rel == Rel::cc && child < phrase);
      if (before && s_.is(child, WordClass::negator)) return true;
    }
    return false;
  }

  /// One step up the tree: from `at` to its head. False where what stands above no longer decides:
  /// relative and adverbial clauses and most phrases take their act for granted.
  bool step(std::size_t at, std::size_t head) {
    links(at);
    switch (s_.word(at).rel) {
      case Rel::conj:
        coordination(at, head);
        return true;
      case Rel::xcomp:
      case Rel::ccomp:
      case Rel::csubj:
      case Rel::acl:
        return s_.word(at).subrel != SubRel::relcl && clause(at, head);
      case Rel::advcl:
        return governed(at, head) || (is_purpose(at) && clause(at, head));
      case Rel::obj:
      case Rel::nmod:
      case Rel::obl:
      case Rel::compound:
      case Rel::nsubj:
        return phrase(at, head);
      default:
        return false;
    }
  }

  /// "Prevented it from attacking", "close to attacking": a clause that belongs to its verb or
  /// adjective by the preposition.
  bool governed(std::size_t at, std::size_t head) {
    const auto link = s_.link(at);
    if (link.empty()) return false;
    const auto classes = together(s_.word(head).lemma, link);
    if (!decides(classes)) return false;
    if (has(classes, WordClass::undo)) negate(head);
    if (has(classes, WordClass::intend)) set(Status::future, head);
    if (has(classes, WordClass::possible)) set(Status::hypothetical, head);
    own_clause(head);
    return true;
  }

  /// Prepositions and conjunctions in front of the phrase or clause.
  void links(std::size_t at) {
    const auto link = s_.link_classes(at, lexicon_);
    const auto show = at;
    const bool several = s_.link(at).find('_') != std::string::npos;
    if (has(link, WordClass::negative_link) && (is_nominal(s_.word(at).upos) || several))
      negate(show);
    if (has(link, WordClass::condition)) {
      set(Status::hypothetical, show);
      out_.conditional = true;
    }
    if (has(link, WordClass::future_link)) set(Status::future, show);
  }

  void coordination(std::size_t at, std::size_t first) {
    bool own_subject = false, or_negated = false;
    for (const auto child : s_.clauses.children(at)) {
      own_subject = own_subject || s_.word(child).rel == Rel::nsubj;
      if (s_.word(child).rel == Rel::cc && s_.is(child, WordClass::negator)) or_negated = true;
    }
    if (own_subject || or_negated) return;
    // "Would talk and attacked": a finite verb shares no modal with the one before it.
    const bool shares = !has_feature(s_.word(at), "VerbForm=Fin");
    for (const auto child : s_.clauses.children(first)) {
      if (shares && s_.word(child).rel == Rel::aux && child < at) modal(first, child);
    }
    if (is_nominal(s_.word(at).upos)) noun_modifiers(first);
  }

  /// An embedded clause: the class of its governor, then the governor's own negation and modals
  /// where these reach into the complement.
  bool clause(std::size_t at, std::size_t head) {
    const auto& classes = s_.classes[head];
    const bool infinitive = is_infinitive(at);
    if (has(classes, WordClass::undo) && (infinitive || !s_.link(at).empty())) negate(head);
    if (has(classes, WordClass::intend)) set(Status::future, head);
    if (has(classes, WordClass::possible) || has(classes, WordClass::ask)) {
      set(Status::hypothetical, head);
    }
    if (infinitive && has(classes, WordClass::future_aspect)) set(Status::future, head);
    if (has(classes, WordClass::deny)) {
      negate(head);
      own_clause(head);  // "did not deny"
      return true;
    }
    const auto not_yet = [&](std::size_t c) {
      return s_.word(c).rel == Rel::advmod &&
             has(together(s_.word(head).lemma, s_.word(c).lemma), WordClass::undo);
    };
    if (infinitive && std::ranges::any_of(s_.clauses.children(head), not_yet)) negate(head);
    if (is_nominal(s_.word(head).upos)) without_proof(head);
    if (reports(classes)) return true;
    if (is_nominal(s_.word(head).upos) && s_.word(at).rel == Rel::acl) {
      if (decides(classes)) noun_modifiers(head);
      return decides(classes);
    }
    const bool finite_complement = !infinitive && s_.word(at).rel != Rel::xcomp;
    const bool reaches = !finite_complement || decides(classes) || has(classes, WordClass::think);
    if (reaches) own_clause(head);
    return true;
  }

  /// "No evidence that ...".
  void without_proof(std::size_t noun) {
    for (const auto child : s_.clauses.children(noun)) {
      const auto classes = together(lower(s_.word(child).form), s_.word(noun).lemma);
      if (has(classes, WordClass::possible)) set(Status::hypothetical, noun);
    }
  }

  /// An act named by a noun: what its governor says of it. A verb that says it takes place, or that
  /// decides about it, hands on its own negation and modals; so does any verb to an act that is
  /// not taken for granted by an article.
  bool phrase(std::size_t at, std::size_t head) {
    const auto& classes = s_.classes[head];
    const auto& word = s_.word(at);
    if (word.rel == Rel::obl) {
      if ((indefinite(at) || indefinite(act_)) && !is_nominal(s_.word(head).upos)) {
        own_clause(head);
        return false;
      }
      if (!has(classes, WordClass::ask)) return false;
      set(Status::hypothetical, head);
      return true;
    }
    const bool subject = word.rel == Rel::nsubj && word.subrel != SubRel::pass;
    if (subject) {
      if (!has(classes, WordClass::occurrence)) return false;
      own_clause(head);
      return true;
    }
    if (has(classes, WordClass::undo) || has(classes, WordClass::deny)) negate(head);
    if (has(classes, WordClass::intend)) set(Status::future, head);
    if (has(classes, WordClass::possible) || has(classes, WordClass::ask)) {
      set(Status::hypothetical, head);
    }
    if (is_nominal(s_.word(head).upos)) {
      if (decides(classes)) noun_modifiers(head);
      return decides(classes);
    }
    const bool appraises = has(classes, WordClass::appraise) && !taken_for_granted(at);
    if (reports(classes) && !appraises) return false;
    if (!decides(classes) && !has(classes, WordClass::occurrence) && taken_for_granted(at))
      return false;
    const bool plain = out_.status == Status::actual;
    own_clause(head);
    // "Would welcome strikes": the welcome may be to come, the strikes are no plan.
    if (plain && appraises && out_.status == Status::future) out_.status = Status::hypothetical;
    return true;
  }

  static bool decides(WordClasses classes) {
    return has(classes, WordClass::undo) || has(classes, WordClass::intend) ||
           has(classes, WordClass::possible) || has(classes, WordClass::ask) ||
           has(classes, WordClass::future_aspect);
  }

  static bool reports(WordClasses classes) {
    return has(classes, WordClass::say) || has(classes, WordClass::tell) ||
           has(classes, WordClass::message) || has(classes, WordClass::accuse) ||
           has(classes, WordClass::appraise);
  }

  bool indefinite(std::size_t noun) const {
    for (const auto child : s_.clauses.children(noun)) {
      if (has_feature(s_.word(child), "Definite=Ind")) return true;
    }
    return false;
  }

  bool taken_for_granted(std::size_t noun) const {
    for (const auto child : s_.clauses.children(noun)) {
      const auto& word = s_.word(child);
      if (has_feature(word, "Definite=Def") || has_feature(word, "PronType=Dem") ||
          word.subrel == SubRel::poss) {
        return true;
      }
    }
    return false;
  }

  /// An infinitive, gerund or bare participle; "has managed" is a finite clause.
  bool is_infinitive(std::size_t at) const {
    const auto& word = s_.word(at);
    if (has_feature(word, "VerbForm=Inf")) return !has_modal(at);
    if (!has_feature(word, "VerbForm=Ger") && !has_feature(word, "VerbForm=Part")) return false;
    for (const auto child : s_.clauses.children(at)) {
      if (s_.word(child).rel == Rel::aux && has_feature(s_.word(child), "VerbForm=Fin"))
        return false;
    }
    return true;
  }

  bool is_purpose(std::size_t at) const {
    return has_feature(s_.word(at), "VerbForm=Inf") && is_infinitive(at);
  }

  bool has_modal(std::size_t at) const {
    for (const auto child : s_.clauses.children(at)) {
      if (s_.word(child).rel == Rel::aux) return true;
    }
    return false;
  }

  /// A question that can be answered by yes or no leaves open what it asks.
  void question(std::size_t root) {
    const auto& words = s_.words();
    if (words.empty() || words.back().form != "?") return;
    for (const auto child : s_.clauses.children(root)) {
      if (has_feature(s_.word(child), "PronType=Int")) return;
    }
    set(Status::hypothetical, root);
    out_.conditional = true;
  }

  const SentenceReading& s_;
  const Lexicon& lexicon_;
  Certainty out_;
  std::size_t act_ = 0;
};

}  // namespace

Certainty certainty(const SentenceReading& sentence, const Lexicon& lexicon, std::size_t act,
                    std::size_t clause) {
  return Walk(sentence, lexicon).run(act, clause);
}

}  // namespace entente
