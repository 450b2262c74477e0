// Goes back from a denial to the report that it answers.
#include "coding/attribution_denials.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::uint32_t near = 1;  // sentences back to any report
constexpr std::uint32_t far = 4;   // sentences back to a report about whoever denies it

bool is_object(const Word& word) {
  return word.rel == Rel::obj || (word.rel == Rel::nsubj && word.subrel == SubRel::pass);
}

bool pair_counters(const SentenceReading& s, const Lexicon& lexicon, std::size_t verb,
                   std::size_t below) {
  std::string both(s.word(verb).lemma);
  both += '_';
  both += s.word(below).lemma;
  return has(lexicon.classes(both), WordClass::counter);
}

bool says_its_content(const SentenceReading& s, std::size_t noun) {
  return std::ranges::any_of(s.clauses.children(noun), [&](std::uint16_t child) {
    const auto rel = s.word(child).rel;
    return rel == Rel::acl || rel == Rel::nmod || rel == Rel::ccomp;
  });
}

class Denials {
 public:
  Denials(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
          std::vector<Attribution>& all)
      : reading_(reading), lexicon_(lexicon), parties_(parties), all_(all) {}

  void run() {
    for (auto& denial : all_) {
      if (!denial.denies || !refers_back(denial)) continue;
      if (const auto* report = answered(denial)) denial.referred = report->content;
    }
  }

 private:
  bool refers_back(const Attribution& denial) const {
    const auto& s = reading_.sentences[denial.sentence];
    if (denied_antecedent(s, denial.cue_word) != denial.cue_word) return true;
    if (counters(s, lexicon_, denial.cue_word)) return true;
    return std::ranges::any_of(s.clauses.children(denial.cue_word), [&](std::uint16_t child) {
      if (!is_object(s.word(child))) return false;
      if (s.word(child).upos == Upos::pron) return true;
      return s.is(child, WordClass::message) && !says_its_content(s, child);
    });
  }

  /// The last report by another about whoever denies; else the last one right before.
  const Attribution* answered(const Attribution& denial) const {
    const Attribution* about = nullptr;
    const Attribution* last = nullptr;
    for (const auto& a : all_) {
      if (a.cue.begin >= denial.cue.begin) break;
      if (!a.reports || a.denies || a.sentence + far < denial.sentence) continue;
      if (!a.codes.empty() && a.codes == denial.codes) continue;
      if (a.sentence + near >= denial.sentence) last = &a;
      if (is_about(a, denial.codes)) about = &a;
    }
    return about != nullptr ? about : last;
  }

  bool is_about(const Attribution& a, const std::vector<std::string>& codes) const {
    const auto same = [&](const std::string& code) {
      return std::ranges::any_of(codes, [&](const std::string& other) {
        return !other.empty() && primary(other) == primary(code);
      });
    };
    const auto& s = reading_.sentences[a.sentence];
    for (std::size_t w = 0; w < s.words().size(); ++w) {
      const auto& party = parties_.at(a.sentence, w);
      if (a.covers(s.word(w).span) && std::ranges::any_of(party.codes, same)) return true;
    }
    return false;
  }

  const Reading& reading_;
  const Lexicon& lexicon_;
  const Parties& parties_;
  std::vector<Attribution>& all_;
};

}  // namespace

bool counters(const SentenceReading& s, const Lexicon& lexicon, std::size_t verb) {
  bool object_names_claim = false, complement_counters = false;
  for (const auto child : s.clauses.children(verb)) {
    const auto& word = s.word(child);
    if (is_object(word)) {
      // "Denied involvement in the attack" says itself what it is about.
      const bool content = says_its_content(s, child);
      if (!content && pair_counters(s, lexicon, verb, child)) return true;
      object_names_claim |=
          word.upos == Upos::pron || (s.is(child, WordClass::message) && !content);
      for (const auto below : s.clauses.children(child)) {
        complement_counters |= pair_counters(s, lexicon, verb, below);
      }
    } else if (word.rel == Rel::xcomp || word.rel == Rel::obl || word.rel == Rel::advcl ||
               word.rel == Rel::iobj || word.rel == Rel::ccomp) {
      complement_counters |= pair_counters(s, lexicon, verb, child);
      // The parser may take "the claim false" for a small clause.
      for (const auto below : s.clauses.children(child)) {
        object_names_claim |= s.word(below).rel == Rel::nsubj && s.is(below, WordClass::message);
      }
    }
  }
  return object_names_claim && complement_counters;
}

bool is_negated(const SentenceReading& s, std::size_t cue) {
  bool negated = false;
  for (const auto child : s.clauses.children(cue)) {
    const auto rel = s.word(child).rel;
    const bool reaches = rel == Rel::advmod || rel == Rel::aux || rel == Rel::cc;
    if (reaches && s.is(child, WordClass::negator)) negated = !negated;
  }
  return negated;
}

std::size_t denied_antecedent(const SentenceReading& s, std::size_t verb) {
  if (s.word(verb).subrel != SubRel::relcl || s.word(verb).head < 0) return verb;
  for (const auto child : s.clauses.children(verb)) {
    const bool own = s.word(child).rel == Rel::obj && !has_feature(s.word(child), "PronType=Rel");
    if (own || s.word(child).rel == Rel::ccomp) return verb;
    // "Arland, which denies the charge": the pronoun is who denies.
    if (s.word(child).rel == Rel::nsubj && has_feature(s.word(child), "PronType=Rel")) return verb;
  }
  return static_cast<std::size_t>(s.word(verb).head);
}

void refer_denials(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
                   std::vector<Attribution>& all) {
  Denials(reading, lexicon, parties, all).run();
}

}  // namespace entente
