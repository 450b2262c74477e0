// Looks under the cue, under the source and above the cue for others who passed the report on.
#include "coding/attribution_chain.h"

#include <algorithm>

namespace entente {

namespace {

class Chain {
 public:
  Chain(const Reading& reading, const Lexicon& lexicon, const Parties& parties, Attribution& a)
      : lexicon_(lexicon), parties_(parties), a_(a), s_(reading.sentences[a.sentence]) {}

  void run() {
    citing();
    hearers(a_.cue_word);
    if (a_.source_word >= 0) quoted_by(static_cast<std::size_t>(a_.source_word));
    quoting_verb();
  }

 private:
  /// "The Wire said, citing officials", "according to the Wire, quoting officials": a participle
  /// that hangs on the cue or its source, or stands right behind either.
  void citing() {
    for (std::size_t w = 0; w < s_.words().size(); ++w) {
      const auto& word = s_.word(w);
      const bool clause = word.rel == Rel::advcl || word.rel == Rel::acl || word.rel == Rel::xcomp;
      const bool active = has_feature(word, "VerbForm=Ger") || has_feature(word, "Tense=Pres");
      if (!clause || !active || !s_.is(w, WordClass::cites) || w == a_.cue_word) continue;
      if (!belongs(w)) continue;
      for (const auto below : s_.clauses.children(w)) {
        if (s_.word(below).rel == Rel::obj) add(below, a_.cited);
      }
    }
  }

  bool belongs(std::size_t participle) const {
    const auto head = s_.word(participle).head;
    if (head == a_.cue_word || (a_.source_word >= 0 && head == a_.source_word)) return true;
    auto before = participle;
    while (before > 0 && s_.word(before - 1).upos == Upos::punct) --before;
    return before > 0 &&
           (before - 1 == a_.cue_word || a_.source.contains(s_.word(before - 1).span));
  }

  /// "Officials quoted by the Wire said".
  void quoted_by(std::size_t source) {
    for (const auto child : s_.clauses.children(source)) {
      if (s_.word(child).rel == Rel::acl && s_.is(child, WordClass::cites)) doer(child, true);
    }
  }

  /// "The Wire quoted officials as saying", "officials were quoted by the Wire as saying".
  void quoting_verb() {
    std::size_t at = a_.cue_word;
    for (int steps = 0; steps < 2 && s_.word(at).head >= 0; ++steps) {
      const auto rel = s_.word(at).rel;
      if (rel == Rel::ccomp || s_.word(at).subrel == SubRel::relcl) return;
      at = static_cast<std::size_t>(s_.word(at).head);
      if (s_.is(at, WordClass::cites)) return doer(at, s_.clauses.passive(at));
    }
  }

  /// Whoever does the quoting.
  void doer(std::size_t verb, bool passive) {
    for (const auto child : s_.clauses.children(verb)) {
      const auto& word = s_.word(child);
      const bool agent = word.rel == Rel::obl && (word.subrel == SubRel::agent || passive);
      const bool subject = word.rel == Rel::nsubj && !passive;
      if ((agent && is_outlet(child)) || subject) add(child, a_.outlets);
    }
  }

  /// "Told the Wire", "said in an interview with the Wire", "speaking to the Wire".
  void hearers(std::size_t cue) {
    for (const auto child : s_.clauses.children(cue)) {
      const auto rel = s_.word(child).rel;
      const bool hearer = rel == Rel::obj || rel == Rel::iobj;
      if (hearer && s_.is(cue, WordClass::tell) && is_outlet(child)) add(child, a_.outlets);
      if (rel != Rel::obl && rel != Rel::advcl) continue;
      if (told_in(cue, child) && is_outlet(child)) add(child, a_.outlets);
      for (const auto below : s_.clauses.children(child)) {
        if (told_in(child, below) && is_outlet(below)) add(below, a_.outlets);
      }
    }
  }

  bool told_in(std::size_t word, std::size_t below) const {
    const auto link = s_.link(below);
    if (link.empty()) return false;
    std::string both(s_.word(word).lemma);
    return has(lexicon_.classes(both + "_" + link), WordClass::told_in);
  }

  /// A newspaper, agency or station by name; "reporters" are none.
  bool is_outlet(std::size_t word) const {
    const auto& party = parties_.at(a_.sentence, word);
    if (party.codes.empty() || sector(party.codes.front()) != "MED") return false;
    if (party.how == How::name) return true;
    const auto children = s_.clauses.children(word);
    return !party.plural && party.how == How::described &&
           std::any_of(children.begin(), children.end(),
                       [&](std::size_t c) { return s_.word(c).rel == Rel::appos; });
  }

  void add(std::size_t word, std::vector<Voice>& voices) const {
    Voice voice;
    voice.span = s_.clauses.phrase(word);
    for (const auto* party : parties_.of(a_.sentence, word)) {
      for (const auto& code : party->codes) add_code(voice.codes, code);
    }
    if (!voice.codes.empty() && voice.codes != a_.codes) voices.push_back(std::move(voice));
  }

  const Lexicon& lexicon_;
  const Parties& parties_;
  Attribution& a_;
  const SentenceReading& s_;
};

}  // namespace

void add_chain(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
               Attribution& a) {
  Chain(reading, lexicon, parties, a).run();
}

}  // namespace entente
