// Finds cues sentence by sentence, then lets quotations carry a speaker on over sentences.
#include "coding/attribution.h"

#include <algorithm>

#include "coding/quotes.h"

namespace entente {

bool Attribution::covers(Span span) const {
  if (span.begin >= cue.begin && span.end <= cue.end) return false;
  if (!source.empty() && source.contains(span)) return false;
  return std::any_of(content.begin(), content.end(), [&](Span c) { return c.contains(span); });
}

std::uint32_t Attribution::size() const {
  std::uint32_t out = 0;
  for (const auto span : content) out += span.size();
  return out;
}

Span Attribution::cover() const {
  return content.empty() ? Span{} : Span{content.front().begin, content.back().end};
}

namespace {

class Finder {
 public:
  Finder(const Reading& reading, const Lexicon& lexicon, const Parties& parties)
      : reading_(reading), lexicon_(lexicon), parties_(parties), quotes_(quotes(reading)) {}

  std::vector<Attribution> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      for (std::size_t w = 0; w < reading_.sentences[s].words().size(); ++w) word(s, w);
      before_colon(s);
    }
    extend_quotes();
    return std::move(found_);
  }

 private:
  const SentenceReading& sentence(std::uint32_t s) const { return reading_.sentences[s]; }

  void word(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    const auto upos = r.word(w).upos;
    if (upos == Upos::verb || upos == Upos::aux || upos == Upos::adj) verb(s, w);
    if (upos == Upos::noun && r.is(w, WordClass::message)) message(s, w);
    if (is_nominal(upos)) according_to(s, w);
  }

  void verb(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    const bool tells = r.is(w, WordClass::tell);
    const bool says = r.is(w, WordClass::say) || tells;
    const bool denies = r.is(w, WordClass::deny);
    const bool thinks = r.is(w, WordClass::think);
    const bool asks =
        r.is(w, WordClass::ask) || (r.is(w, WordClass::intend) && r.word(w).upos == Upos::verb);
    const bool appraises = r.is(w, WordClass::appraise);
    const bool accuses = r.is(w, WordClass::accuse);
    if (!says && !denies && !thinks && !asks && !appraises && !accuses) return;
    // What somebody thinks aloud within a quotation is theirs already.
    if (!says && is_quoted(r.word(w).span)) return;
    if (is_quoted(r.word(w).span) && speaks_of_self(s, w)) return;
    Attribution a = start(s, w);
    a.denies = denies;
    a.reports = says || denies || thinks || accuses;
    if (!clause_content(s, w, a) && !aside_content(s, w, a)) {
      if (accuses) prep_content(s, w, a);
      if (a.content.empty() && says) quoted_content(s, a);
      const bool takes_object = appraises || denies || asks || accuses || (says && !tells);
      if (a.content.empty() && takes_object) object_content(s, w, a);
    }
    if (a.content.empty()) return;
    source(s, w, a);
    found_.push_back(std::move(a));
  }

  bool speaks_of_self(std::uint32_t s, std::size_t w) const {
    for (const auto& argument : sentence(s).clauses.arguments(w)) {
      if (argument.slot != Slot::subj) continue;
      return !has_feature(sentence(s).word(argument.word), "Person=3") &&
             sentence(s).word(argument.word).upos == Upos::pron;
    }
    return true;
  }

  Attribution start(std::uint32_t s, std::size_t w) const {
    Attribution a;
    a.sentence = s;
    a.cue_word = static_cast<std::uint16_t>(w);
    a.cue = sentence(s).word(w).span;
    return a;
  }

  void source(std::uint32_t s, std::size_t w, Attribution& a) const {
    for (const auto& argument : sentence(s).clauses.arguments(w)) {
      if (argument.slot != Slot::subj) continue;
      set_source(s, argument.word, a);
      return;
    }
    // "..., said the minister": a subject after its verb that the parser took for an object.
    for (const auto& argument : sentence(s).clauses.arguments(w)) {
      const bool inside = a.covers(sentence(s).word(argument.word).span);
      if (argument.slot == Slot::obj && argument.word > w && !inside) {
        set_source(s, argument.word, a);
        return;
      }
    }
  }

  void set_source(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    if (has_feature(r.word(w), "PronType=Rel") && r.word(w).head >= 0) {
      const auto relative = static_cast<std::size_t>(r.word(w).head);
      if (r.word(relative).head >= 0) w = static_cast<std::size_t>(r.word(relative).head);
    }
    a.source_word = static_cast<std::int32_t>(w);
    a.source = r.clauses.phrase(w);
    for (const auto* party : parties_.of(s, w)) {
      for (const auto& code : party->codes) add_code(a.codes, code);
    }
  }

  /// "said that ...", "said ...", "promised to ...": the clause under the cue; the longest, where
  /// the parser finds several.
  bool clause_content(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    std::size_t best = w, longest = 0;
    for (const auto child : r.clauses.children(w)) {
      if (!may_be_content(r, w, child)) continue;
      const auto [first, last] = r.extent(child);
      if (last - first + 1 <= longest) continue;
      longest = last - first + 1;
      best = child;
    }
    if (best == w) return false;
    add_content(s, best, a);
    return true;
  }

  bool may_be_content(const SentenceReading& r, std::size_t cue, std::size_t child) const {
    const auto& word = r.word(child);
    if (word.rel == Rel::xcomp) {
      return takes_infinitive(r, cue) && (word.upos == Upos::verb || word.upos == Upos::adj);
    }
    // "said, marking ...": a participle goes with the cue and is not what is said.
    const bool participle = word.upos == Upos::verb && !has_feature(word, "VerbForm=Fin") &&
                            !has_feature(word, "VerbForm=Inf") && !has_auxiliary(r, child);
    if (word.rel == Rel::ccomp) return !(participle && child > cue && r.link(child).empty());
    if (word.rel == Rel::csubj) return word.subrel == SubRel::pass;
    return word.rel == Rel::parataxis && is_quoted(word.span);
  }

  static bool has_auxiliary(const SentenceReading& r, std::size_t verb) {
    const auto children = r.clauses.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return r.word(child).rel == Rel::aux || r.word(child).rel == Rel::nsubj;
    });
  }

  static bool takes_infinitive(const SentenceReading& r, std::size_t cue) {
    return r.is(cue, WordClass::ask) || r.is(cue, WordClass::think) || r.is(cue, WordClass::intend);
  }

  /// "..., officials said": the cue stands beside what it reports.
  bool aside_content(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    const auto& word = r.word(w);
    const bool aside =
        (word.rel == Rel::parataxis || word.rel == Rel::advcl || word.rel == Rel::discourse) &&
        word.head >= 0;
    if (!aside) return false;
    if (word.rel == Rel::advcl && !has_object_gap(s, w)) return false;
    const auto [first, last] = r.extent(w);
    const auto host = static_cast<std::size_t>(word.head);
    const auto [from, to] = r.extent(host);
    if (first > from) a.content.push_back(trimmed(s, from, first - 1));
    if (last < to) a.content.push_back(trimmed(s, last + 1, to));
    std::erase_if(a.content, [](Span span) { return span.empty(); });
    return !a.content.empty();
  }

  /// "as officials said": a link, and nothing that the cue reports within its own clause.
  bool has_object_gap(std::uint32_t s, std::size_t w) const {
    const auto& r = sentence(s);
    for (const auto child : r.clauses.children(w)) {
      const auto rel = r.word(child).rel;
      if (rel == Rel::obj || rel == Rel::ccomp || rel == Rel::xcomp) return false;
    }
    return has(r.link_classes(w, lexicon_), WordClass::report_link);
  }

  void prep_content(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    for (const auto child : r.clauses.children(w)) {
      const auto& word = r.word(child);
      const bool clause = word.rel == Rel::advcl || word.rel == Rel::obl || word.rel == Rel::acl;
      if (clause && child > w && word.subrel != SubRel::agent && !r.link(child).empty()) {
        add_content(s, child, a);
        return;
      }
    }
  }

  void object_content(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    for (const auto child : r.clauses.children(w)) {
      const auto& word = r.word(child);
      const bool object = word.rel == Rel::obj ||
                          (word.rel == Rel::nsubj && word.subrel == SubRel::pass) ||
                          (word.rel == Rel::obl && r.is(w, WordClass::ask));
      if (object) {
        add_content(s, child, a);
        return;
      }
    }
  }

  /// The cue's sentence holds a quotation that hangs on nothing of it.
  void quoted_content(std::uint32_t s, Attribution& a) const {
    for (const auto& quote : quotes_) {
      if (quote.first_sentence > s || quote.last_sentence < s) continue;
      if (quote.span.contains(a.cue)) continue;
      a.content.push_back(quote.span);
      return;
    }
  }

  void add_content(std::uint32_t s, std::size_t head, Attribution& a) const {
    const auto [first, last] = sentence(s).extent(head);
    auto span = trimmed(s, first, last);
    // The cue may stand in the midst of what it reports; then its own clause is no part of it.
    if (span.contains(a.cue)) {
      const auto end = span.end;
      span = trimmed(s, first,
                     std::max<std::size_t>(first, a.cue_word) - (a.cue_word > first ? 1 : 0));
      a.content.push_back(span);
      const Span rest{a.cue.end, end};
      if (!rest.empty()) a.content.push_back(rest);
      return;
    }
    a.content.push_back(span);
  }

  /// Bytes of words first..last without punctuation and space at the ends, quotes kept.
  Span trimmed(std::uint32_t s, std::size_t first, std::size_t last) const {
    const auto& r = sentence(s);
    const auto loose = [&](std::size_t w) {
      const auto& form = r.word(w).form;
      return r.word(w).upos == Upos::punct && form.size() == 1 && form != "\"" && form != "'";
    };
    while (first < last && loose(first)) ++first;
    while (last > first && loose(last)) --last;
    return {r.word(first).span.begin, r.word(last).span.end};
  }

  bool is_quoted(Span span) const {
    return std::any_of(quotes_.begin(), quotes_.end(),
                       [&](const Quote& q) { return q.span.contains(span); });
  }

  /// "According to X": the rest of the sentence is what X says.
  void according_to(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    if (!has(r.link_classes(w, lexicon_), WordClass::source_link) || r.word(w).head < 0) return;
    Attribution a = start(s, w);
    for (const auto child : r.clauses.children(w)) {
      if (r.word(child).rel != Rel::case_ || child > w) continue;
      a.cue = r.word(child).span;
      for (const auto part : r.clauses.children(child))
        a.cue.end = std::max(a.cue.end, r.word(part).span.end);
      break;
    }
    set_source(s, w, a);
    const auto [first, last] = r.extent(w);
    auto host = static_cast<std::size_t>(r.word(w).head);
    while (r.word(host).head >= 0 && r.word(host).rel != Rel::ccomp &&
           r.word(host).rel != Rel::root && r.word(host).rel != Rel::conj) {
      host = static_cast<std::size_t>(r.word(host).head);
    }
    const auto [from, to] = r.extent(host);
    if (first > from) a.content.push_back(trimmed(s, from, first - 1));
    if (last < to) a.content.push_back(trimmed(s, last + 1, to));
    std::erase_if(a.content, [](Span span) { return span.empty(); });
    a.outer = true;
    if (!a.content.empty()) found_.push_back(std::move(a));
  }

  /// "The claim that ...", "a report by X that ...".
  void message(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    for (const auto child : r.clauses.children(w)) {
      const auto& word = r.word(child);
      const bool clause =
          (word.rel == Rel::acl && word.subrel != SubRel::relcl) || word.rel == Rel::ccomp;
      if (!clause || child < w) continue;
      const bool marked = std::any_of(
          r.clauses.children(child).begin(), r.clauses.children(child).end(), [&](std::size_t c) {
            return r.word(c).rel == Rel::mark && r.word(c).upos == Upos::sconj;
          });
      if (!marked && word.rel != Rel::ccomp) continue;
      Attribution a = start(s, w);
      a.denies = r.is(w, WordClass::deny);
      add_content(s, child, a);
      for (const auto& argument : r.clauses.arguments(w)) {
        if (argument.slot != Slot::poss && argument.slot != Slot::mod &&
            argument.slot != Slot::prep)
          continue;
        if (parties_.at(s, argument.word).codes.empty() || argument.word == child) continue;
        set_source(s, argument.word, a);
        break;
      }
      found_.push_back(std::move(a));
      return;
    }
  }

  /// "Russia: rebels broke truce", "Rebels broke truce - Russia".
  void before_colon(std::uint32_t s) {
    const auto& r = sentence(s);
    const auto& words = r.words();
    for (std::size_t w = 1; w + 1 < words.size() && w < 8; ++w) {
      if (words[w].form != ":") continue;
      const std::size_t head = w - 1;
      std::size_t top = head;
      while (words[top].head >= 0 && static_cast<std::size_t>(words[top].head) < w) {
        top = static_cast<std::size_t>(words[top].head);
      }
      const bool speaker =
          r.sentence->heading ? !parties_.at(s, top).codes.empty() : words[top].upos == Upos::propn;
      if (!speaker || words[0].upos == Upos::verb) return;
      for (std::size_t before = 0; before < w; ++before) {
        if (words[before].upos == Upos::verb || words[before].upos == Upos::aux) return;
      }
      Attribution a = start(s, top);
      a.cue = words[w].span;
      a.cue_word = static_cast<std::uint16_t>(w);
      set_source(s, top, a);
      a.source = {words[0].span.begin, words[head].span.end};
      a.content.push_back(trimmed(s, w + 1, words.size() - 1));
      found_.push_back(std::move(a));
      return;
    }
  }

  /// A quotation belongs to one speaker: content that touches it takes it whole; one without a cue
  /// of its own goes on with the speaker before it in its paragraph or the one before.
  void extend_quotes() {
    for (const auto& quote : quotes_) {
      if (quote.span.size() < 20) continue;
      const bool several = quote.first_sentence != quote.last_sentence;
      Attribution* owner = nullptr;
      for (auto& a : found_) {
        if (!a.reports || quote.span.contains(a.cue)) continue;
        const bool touches = std::any_of(a.content.begin(), a.content.end(),
                                         [&](Span c) { return c.overlaps(quote.span); });
        if (touches && (owner == nullptr || a.size() < owner->size())) owner = &a;
      }
      if (owner != nullptr) {
        if (several) owner->content = {merged(owner->cover(), quote.span)};
        continue;
      }
      orphan(quote);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
      return a.cue.begin < b.cue.begin;
    });
  }

  static Span merged(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }

  void orphan(const Quote& quote) {
    const auto paragraph = sentence(quote.first_sentence).sentence->paragraph;
    Attribution* nearest = nullptr;
    for (auto& a : found_) {
      if (!a.reports || a.source.empty()) continue;
      const auto home = sentence(a.sentence).sentence->paragraph;
      const bool near = home == paragraph || home + 1 == paragraph;
      if (!near || quote.span.contains(a.cue)) continue;
      const bool before = a.cue.begin < quote.span.begin;
      if (before || (nearest == nullptr && a.sentence == quote.last_sentence)) nearest = &a;
    }
    // A quotation of whole sentences; a few words in quotation marks are no speech of their own.
    const bool whole = quote.span.size() > 40 &&
                       quote.span.begin <= sentence(quote.first_sentence).sentence->span.begin + 2;
    if (nearest != nullptr && whole) nearest->content.push_back(quote.span);
  }

  const Reading& reading_;
  const Lexicon& lexicon_;
  const Parties& parties_;
  std::vector<Quote> quotes_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> attributions(const Reading& reading, const Lexicon& lexicon,
                                      Parties& parties) {
  auto out = Finder(reading, lexicon, parties).run();
  for (const auto& a : out) {
    if (a.codes.empty() || !a.reports) continue;
    for (std::size_t s = a.sentence; s < reading.sentences.size() && s < a.sentence + 8U; ++s) {
      for (const auto span : a.content) parties.set_speaker(s, span, a.codes);
    }
  }
  return out;
}

Voices voices(const std::vector<Attribution>& all, Span trigger) {
  std::vector<const Attribution*> over;
  for (const auto& a : all) {
    if (a.reports && a.covers(trigger)) over.push_back(&a);
  }
  std::stable_sort(over.begin(), over.end(), [](const Attribution* a, const Attribution* b) {
    return std::make_pair(a->outer, a->size()) < std::make_pair(b->outer, b->size());
  });
  Voices out;
  for (const auto* a : over) {
    auto& codes = a->denies ? out.denied_by : out.said_by;
    auto& spans = a->denies ? out.denied_spans : out.said_spans;
    for (const auto& code : a->codes) add_code(codes, code);
    if (!a->source.empty()) spans.push_back(a->source);
  }
  return out;
}

}  // namespace entente
