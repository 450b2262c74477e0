// Finds cues sentence by sentence, then lets quotations carry a speaker on over sentences.
#include "coding/attribution.h"

#include <algorithm>

#include "coding/attribution_chain.h"
#include "coding/attribution_content.h"
#include "coding/attribution_denials.h"
#include "coding/attribution_marks.h"
#include "coding/quotes.h"

namespace entente {

bool Attribution::covers(Span span) const {
  if (span.begin >= cue.begin && span.end <= cue.end) return false;
  if (!source.empty() && source.contains(span)) return false;
  const auto aside = [&](Span s) { return s.contains(span); };
  if (std::any_of(asides.begin(), asides.end(), aside)) return false;
  const auto holds = [&](Span c) { return c.contains(span); };
  return std::any_of(content.begin(), content.end(), holds) ||
         std::any_of(referred.begin(), referred.end(), holds);
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
  Finder(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
         const std::vector<Quote>& quoted)
      : reading_(reading),
        lexicon_(lexicon),
        parties_(parties),
        quotes_(quoted),
        content_(reading, lexicon, quotes_) {}

  std::vector<Attribution> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      for (std::size_t w = 0; w < reading_.sentences[s].words().size(); ++w) word(s, w);
      marked(s, speaker_before_colon(sentence(s), parties_, s));
      marked(s, speaker_behind_mark(sentence(s), parties_, s));
    }
    for (auto& a : found_) add_chain(reading_, lexicon_, parties_, a);
    extend_quotes();
    refer_denials(reading_, lexicon_, parties_, found_);
    for (auto& a : found_) {
      note_asides(a);
      for (const auto& quote : quotes_) {
        const auto overlaps = [&](Span span) { return span.overlaps(quote.span); };
        if (std::ranges::any_of(a.content, overlaps)) a.quoted.push_back(quote.span);
      }
    }
    return std::move(found_);
  }

 private:
  const SentenceReading& sentence(std::uint32_t s) const { return reading_.sentences[s]; }

  void word(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    const auto upos = r.word(w).upos;
    if (upos == Upos::verb || upos == Upos::aux || upos == Upos::adj) verb(s, w);
    if (upos == Upos::noun && !(r.is(w, WordClass::message) && message(s, w))) {
      if (!content_.is_quoted(r.word(w).span)) joined(s, w);
    }
    if (is_nominal(upos)) according_to(s, w);
  }

  void verb(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    const auto kind = cue_kind(r, w);
    // What somebody thinks aloud within a quotation is theirs already.
    const bool quoted = content_.is_quoted(r.word(w).span);
    if (kind.any() && !(quoted && (!kind.says || speaks_of_self(s, w)))) {
      Attribution a = start(s, w);
      a.denies = kind.denies || counters(r, lexicon_, w);
      a.reports = kind.reports() || a.denies;
      // "Did not deny" leaves it open.
      if (a.denies && is_negated(r, w)) a.denies = a.reports = false;
      content_.fill(kind, a);
      if (a.content.empty() && a.denies) {
        if (const auto noun = denied_antecedent(r, w); noun != w) content_.add(noun, a);
      }
      if (!a.content.empty()) {
        source(s, w, a);
        // "A film called ...", "to support ...": nobody who says so.
        if (kind.reports() || kind.asks || kind.appraises || has_subject(r, w))
          found_.push_back(std::move(a));
        return;
      }
    }
    if (!quoted) joined(s, w);
  }

  /// A doer of its own, or one that a participle or a coordinated or relative clause takes over.
  static bool has_subject(const SentenceReading& r, std::size_t w) {
    const auto rel = r.word(w).rel;
    const bool shares =
        rel == Rel::conj || rel == Rel::acl || (rel == Rel::advcl && r.link(w).empty());
    const bool infinitive = has_feature(r.word(w), "VerbForm=Inf");
    for (const auto& argument : r.clauses.arguments(w)) {
      if (argument.slot == Slot::subj && (!argument.inherited || (shares && !infinitive)))
        return true;
    }
    return false;
  }

  /// "Talked about ...", "views on ...": the content stands behind a preposition of the cue.
  void joined(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    for (const auto child : r.clauses.children(w)) {
      const auto rel = r.word(child).rel;
      if (child < w ||
          (rel != Rel::obl && rel != Rel::nmod && rel != Rel::advcl && rel != Rel::acl))
        continue;
      if (!has(joined_classes(r, r.word(w).lemma, r.link(child)), WordClass::about)) continue;
      Attribution a = start(s, w);
      a.reports = false;
      content_.add(child, a);
      if (r.word(w).upos == Upos::noun) {
        holder(s, w, child, a);
      } else {
        source(s, w, a);
      }
      if (r.word(w).upos == Upos::verb ? has_subject(r, w) : !a.source.empty())
        found_.push_back(std::move(a));
      return;
    }
  }

  [[nodiscard]] WordClasses joined_classes(const SentenceReading&, std::string_view first,
                                           std::string_view second) const {
    if (second.empty()) return 0;
    std::string both(first);
    both += '_';
    both += second;
    return lexicon_.classes(both);
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
    subject(s, w, a);
    if (a.source.empty() && !sentence(s).clauses.passive(w)) neighbour(s, w, a);
    cut_out(a);
  }

  void subject(std::uint32_t s, std::size_t w, Attribution& a) const {
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

  /// "Shells, she said, fell": the source within what is said is no part of it.
  static void cut_out(Attribution& a) {
    if (a.source.empty()) return;
    std::vector<Span> kept;
    for (const auto span : a.content) {
      if (!span.contains(a.source)) {
        kept.push_back(span);
        continue;
      }
      if (span.begin < a.source.begin) kept.push_back({span.begin, a.source.begin});
      if (a.source.end < span.end) kept.push_back({a.source.end, span.end});
    }
    if (!kept.empty()) a.content = std::move(kept);
  }

  /// Where the tree names no subject: the phrase right before the cue, or right after it where the
  /// content stands before.
  void neighbour(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& words = sentence(s).words();
    std::size_t at = w;
    while (at > 0 && (words[at - 1].upos == Upos::adv || words[at - 1].upos == Upos::aux)) --at;
    at = before_aside(words, at);
    if (at > 0 && names(words[at - 1])) {
      set_neighbour(s, at - 1, a);
      return;
    }
    if (a.content.front().begin > a.cue.begin || words[w].subrel == SubRel::relcl) return;
    at = w + 1;
    while (at < words.size() && (words[at].upos == Upos::det || words[at].upos == Upos::adj)) ++at;
    while (at + 1 < words.size() && names(words[at]) && names(words[at + 1])) ++at;
    if (at < words.size() && names(words[at])) set_neighbour(s, at, a);
  }

  /// "Tolin, a minister, ": back over what stands between two commas.
  static std::size_t before_aside(const std::vector<Word>& words, std::size_t at) {
    const std::size_t longest = 14;
    if (at == 0 || words[at - 1].form != ",") return at;
    for (std::size_t w = at - 1; w > 0 && at - w < longest; --w) {
      if (words[w - 1].form == ",") return w - 1;
    }
    return at;
  }

  static bool names(const Word& word) {
    return word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::pron;
  }

  /// The name or noun at `w` with the names before it, whatever the tree makes of them.
  void set_neighbour(std::uint32_t s, std::size_t w, Attribution& a) const {
    set_source(s, w, a);
    const auto& words = sentence(s).words();
    std::size_t first = w;
    while (first > 0 && first - 1 != a.cue_word && names(words[first - 1])) --first;
    a.source = {words[first].span.begin, words[w].span.end};
  }

  static std::size_t antecedent(const SentenceReading& r, std::size_t relative) {
    for (std::size_t at = relative; r.word(at).head >= 0;) {
      const bool clause = r.word(at).subrel == SubRel::relcl;
      at = static_cast<std::size_t>(r.word(at).head);
      if (clause) return at;
    }
    return relative;
  }

  static bool is_time(const SentenceReading& r, std::size_t w) {
    return std::any_of(r.times.begin(), r.times.end(),
                       [&](const TimeMention& t) { return t.first <= w && w < t.last; });
  }

  static std::size_t apposition(const SentenceReading& r, std::size_t w) {
    for (const auto child : r.clauses.children(w)) {
      if (r.word(child).rel == Rel::appos) return child;
    }
    return w;
  }

  void set_source(std::uint32_t s, std::size_t w, Attribution& a) const {
    const auto& r = sentence(s);
    if (has_feature(r.word(w), "PronType=Rel")) w = antecedent(r, w);
    if (is_time(r, w)) w = apposition(r, w);
    a.source_word = static_cast<std::int32_t>(w);
    a.source = r.clauses.phrase(w);
    // "The minister, who said ...": both stand for the source.
    for (const auto child : r.clauses.children(a.cue_word)) {
      if (r.word(child).rel == Rel::nsubj && has_feature(r.word(child), "PronType=Rel") &&
          child > w && r.word(a.cue_word).subrel == SubRel::relcl) {
        a.source.end = std::max(a.source.end, r.word(child).span.end);
      }
    }
    for (const auto* party : parties_.of(s, w)) {
      for (const auto& code : party->codes) add_code(a.codes, code);
    }
  }

  /// "According to X": the rest of the sentence is what X says.
  void according_to(std::uint32_t s, std::size_t w) {
    const auto& r = sentence(s);
    if (r.word(w).head < 0 || !links_source(r, w)) return;
    Attribution a = start(s, w);
    for (const auto child : r.clauses.children(w)) {
      if (r.word(child).rel != Rel::case_ || child > w) continue;
      a.cue = r.word(child).span;
      for (const auto part : r.clauses.children(child))
        a.cue.end = std::max(a.cue.end, r.word(part).span.end);
      break;
    }
    set_source(s, voice_of(r, w), a);
    content_.host_content(w, a);
    a.outer = true;
    if (!a.content.empty()) found_.push_back(std::move(a));
  }

  /// "In the words of Arland", "in Arland's view": not the words, but whose they are.
  std::size_t voice_of(const SentenceReading& r, std::size_t w) const {
    if (!has(joined_classes(r, r.link(w), r.word(w).lemma), WordClass::source_link)) return w;
    for (const auto child : r.clauses.children(w)) {
      const auto& word = r.word(child);
      const bool owner =
          word.rel == Rel::nmod && (word.subrel == SubRel::poss ||
                                    has(r.link_classes(child, lexicon_), WordClass::holder_link));
      if (owner && (is_nominal(word.upos))) return child;
    }
    return w;
  }

  /// "According to", and "in a poll" where the verb does not report by itself.
  bool links_source(const SentenceReading& r, std::size_t w) const {
    const auto link = r.link(w);
    if (link.empty()) return false;
    if (has(lexicon_.classes(link), WordClass::source_link)) return true;
    if (!has(joined_classes(r, link, r.word(w).lemma), WordClass::source_link)) return false;
    return !cue_kind(r, static_cast<std::size_t>(r.word(w).head)).any();
  }

  /// "The claim that ...", "a report by X that ...".
  bool message(std::uint32_t s, std::size_t w) {
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
      content_.add(child, a);
      holder(s, w, child, a);
      // "There is no evidence that ...": nobody says so.
      if (!a.source.empty()) found_.push_back(std::move(a));
      return true;
    }
    return false;
  }

  /// Whose claim or view a noun names.
  void holder(std::uint32_t s, std::size_t w, std::size_t content, Attribution& a) const {
    for (const auto& argument : sentence(s).clauses.arguments(w)) {
      if (argument.word == content) continue;
      const bool possessor = argument.slot == Slot::poss;
      if (!possessor && argument.slot != Slot::mod && argument.slot != Slot::prep) continue;
      if (!possessor && parties_.at(s, argument.word).codes.empty()) continue;
      set_source(s, argument.word, a);
      return;
    }
  }

  void marked(std::uint32_t s, const std::optional<MarkedSpeech>& speech) {
    if (!speech) return;
    const auto& words = sentence(s).words();
    Attribution a = start(s, speech->speaker);
    a.cue = words[speech->cue].span;
    a.cue_word = static_cast<std::uint16_t>(speech->cue);
    set_source(s, speech->speaker, a);
    a.source = {words[speech->speaker_first].span.begin, words[speech->speaker_last].span.end};
    a.content.push_back(content_.trimmed(s, speech->first, speech->last));
    found_.push_back(std::move(a));
  }

  /// "Arland said Bergia, which holds Corvane, would attack": the relative clause is told by
  /// whoever reports Arland, be it another within the text or, in the midst of the content, the
  /// text.
  void note_asides(Attribution& a) const {
    if (!a.reports) return;
    const auto& r = sentence(a.sentence);
    const bool reported = std::ranges::any_of(found_, [&](const Attribution& other) {
      return &other != &a && other.reports && other.covers(a.cue);
    });
    for (std::size_t w = 0; w < r.words().size(); ++w) {
      if (r.word(w).subrel != SubRel::relcl) continue;
      const auto [first, last] = r.extent(w);
      const Span clause{r.word(first).span.begin, r.word(last).span.end};
      // Its commas may hang on it.
      const auto comma = [&](std::size_t at) {
        return at < r.words().size() && r.word(at).form == ",";
      };
      const bool opened = comma(first) || (first > 0 && comma(first - 1));
      const bool apart = opened && (reported || comma(last) || comma(last + 1));
      if (!apart || clause.contains(a.cue) || !a.cover().contains(clause)) continue;
      if (!content_.is_quoted(clause)) a.asides.push_back(clause);
    }
  }

  /// A quotation belongs to one speaker: content that touches it takes it whole; one without a cue
  /// of its own goes on with the speaker before it in its paragraph or the one before.
  void extend_quotes() {
    // From the last to the first, so that one left open finds the speaker of the next.
    for (std::size_t at = quotes_.size(); at > 0; --at) {
      const auto& quote = quotes_[at - 1];
      if (quote.span.size() < 12) continue;
      auto* owner = owner_of(quote);
      if (owner == nullptr && at < quotes_.size() && quote.open) owner = owner_of(quotes_[at]);
      if (owner == nullptr) {
        if (!before_quote(quote)) orphan(quote);
      } else if (quote.first_sentence != quote.last_sentence || quote.open) {
        owner->content = {merged(owner->cover(), quote.span)};
      }
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
      return a.cue.begin < b.cue.begin;
    });
    for (auto& a : found_) {
      a.nested = std::any_of(found_.begin(), found_.end(), [&](const Attribution& other) {
        return &other != &a && other.reports && !other.outer && other.covers(a.cue);
      });
    }
  }

  Attribution* owner_of(const Quote& quote) {
    Attribution* owner = nullptr;
    for (auto& a : found_) {
      if (!a.reports || quote.span.contains(a.cue)) continue;
      const bool touches = std::any_of(a.content.begin(), a.content.end(),
                                       [&](Span c) { return c.overlaps(quote.span); });
      if (touches && (owner == nullptr || a.size() < owner->size())) owner = &a;
    }
    return owner;
  }

  static Span merged(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }

  /// "He addressed the army: "..."": a verb for anything that introduces a quotation.
  bool before_quote(const Quote& quote) {
    const auto s = quote.first_sentence;
    const auto verb = verb_before_quote(sentence(s), quote);
    if (!verb) return false;
    Attribution a = start(s, *verb);
    a.content.push_back(quote.span);
    source(s, *verb, a);
    if (a.source.empty()) return false;
    found_.push_back(std::move(a));
    return true;
  }

  /// A quotation of whole sentences; a few words in quotation marks are no speech of their own.
  bool is_whole(const Quote& quote) const {
    constexpr std::uint32_t slack = 2, long_enough = 40;
    const auto& first = *sentence(quote.first_sentence).sentence;
    const auto& last = *sentence(quote.last_sentence).sentence;
    return quote.span.begin <= first.span.begin + slack &&
           (quote.span.size() > long_enough || quote.span.end + slack >= last.span.end);
  }

  void orphan(const Quote& quote) {
    if (!is_whole(quote)) return;
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
    if (nearest == nullptr) return;
    nearest->content.push_back(quote.span);
    std::ranges::sort(nearest->content, {}, &Span::begin);
  }

  const Reading& reading_;
  const Lexicon& lexicon_;
  const Parties& parties_;
  const std::vector<Quote>& quotes_;
  ContentFinder content_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> attributions(const Reading& reading, const Lexicon& lexicon,
                                      Parties& parties) {
  return attributions(reading, lexicon, parties, quotes(reading));
}

std::vector<Attribution> attributions(const Reading& reading, const Lexicon& lexicon,
                                      Parties& parties, const std::vector<Quote>& quoted) {
  auto out = Finder(reading, lexicon, parties, quoted).run();
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
  out.heard = over;
  for (const auto* a : over) {
    auto& codes = a->denies ? out.denied_by : out.said_by;
    auto& spans = a->denies ? out.denied_spans : out.said_spans;
    const auto add = [](const Voice& voice, std::vector<std::string>& to, std::vector<Span>& in) {
      for (const auto& code : voice.codes) add_code(to, code);
      if (!voice.span.empty()) in.push_back(voice.span);
    };
    for (const auto& voice : a->cited) add(voice, out.said_by, out.said_spans);
    add({a->codes, a->source}, codes, spans);
    for (const auto& voice : a->outlets) add(voice, out.said_by, out.said_spans);
  }
  return out;
}

}  // namespace entente
