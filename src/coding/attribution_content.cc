// Content by what stands under the cue, beside it, or in quotation marks around it.
#include "coding/attribution_content.h"

#include <algorithm>

namespace entente {

namespace {

bool has_auxiliary(const SentenceReading& r, std::size_t verb) {
  const auto children = r.clauses.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
    return r.word(child).rel == Rel::aux || r.word(child).rel == Rel::nsubj;
  });
}

}  // namespace

bool CueKind::any() const { return reports() || asks || appraises || holds || stands || labels; }

CueKind cue_kind(const SentenceReading& sentence, std::size_t word) {
  const auto classes = sentence.classes[word];
  CueKind kind;
  if (classes == 0) return kind;
  kind.tells = has(classes, WordClass::tell);
  kind.says = kind.tells || has(classes, WordClass::say);
  kind.denies = has(classes, WordClass::deny);
  kind.thinks = has(classes, WordClass::think);
  kind.asks = has(classes, WordClass::ask);
  kind.appraises = has(classes, WordClass::appraise);
  kind.accuses = has(classes, WordClass::accuse);
  kind.utters = has(classes, WordClass::utter);
  kind.holds = has(classes, WordClass::hold);
  kind.stands = has(classes, WordClass::stance);
  kind.labels = has(classes, WordClass::label);
  return kind;
}

void ContentFinder::fill(const CueKind& kind, Attribution& a) const {
  const bool utters_only = kind.utters && !kind.says;
  if (!utters_only && clause(kind, a)) return;
  if ((kind.says || kind.thinks || kind.denies || kind.utters) && aside(a)) return;
  if (kind.accuses) prepositional(a);
  if (a.content.empty() && (kind.says || kind.utters)) quotation(kind, a);
  const bool takes_object = kind.appraises || kind.denies || kind.asks || kind.accuses ||
                            kind.stands || kind.labels || (kind.says && !kind.tells);
  if (a.content.empty() && takes_object) object(kind, a);
  if (a.content.empty() && kind.says) before_final_cue(a);
}

/// "Said that ...", "said ...", "promised to ...": the clause under the cue; the longest, where
/// the parser finds several.
bool ContentFinder::clause(const CueKind& kind, Attribution& a) const {
  const auto& r = reading_.sentences[a.sentence];
  const std::size_t w = a.cue_word;
  std::size_t best = w, longest = 0;
  for (const auto child : r.clauses.children(w)) {
    if (!may_be_clause(r, kind, w, child)) continue;
    const auto [first, last] = r.extent(child);
    if (last - first + 1 <= longest) continue;
    longest = last - first + 1;
    best = child;
  }
  if (best == w) return false;
  add(best, a);
  return true;
}

bool ContentFinder::may_be_clause(const SentenceReading& r, const CueKind& kind, std::size_t cue,
                                  std::size_t child) const {
  const auto& word = r.word(child);
  if (word.rel == Rel::xcomp) {
    // "Asked to leave", "wants to leave", "denied having left".
    const bool takes_verb = kind.asks || kind.thinks || kind.holds || kind.denies;
    return takes_verb && (word.upos == Upos::verb || word.upos == Upos::adj);
  }
  // "said, marking ...": a participle goes with the cue and is not what is said.
  const bool participle = word.upos == Upos::verb && !has_feature(word, "VerbForm=Fin") &&
                          !has_feature(word, "VerbForm=Inf") && !has_auxiliary(r, child);
  if (word.rel == Rel::ccomp) return !(participle && child > cue && r.link(child).empty());
  if (word.rel == Rel::csubj) return word.subrel == SubRel::pass;
  return word.rel == Rel::parataxis && is_quoted(word.span);
}

/// "..., officials said": the cue stands beside what it reports.
bool ContentFinder::aside(Attribution& a) const {
  const auto& r = reading_.sentences[a.sentence];
  const auto& word = r.word(a.cue_word);
  const bool beside =
      (word.rel == Rel::parataxis || word.rel == Rel::advcl || word.rel == Rel::discourse) &&
      word.head >= 0;
  if (!beside) return false;
  if (word.rel == Rel::advcl && !has_object_gap(a.sentence, a.cue_word)) return false;
  around(a.sentence, a.cue_word, static_cast<std::size_t>(word.head), a);
  return !a.content.empty();
}

/// What stands under `host` before and after all that stands under `inner`.
void ContentFinder::around(std::uint32_t s, std::size_t inner, std::size_t host,
                           Attribution& a) const {
  const auto& r = reading_.sentences[s];
  const auto [first, last] = r.extent(inner);
  const auto [from, to] = r.extent(host);
  if (first > from) a.content.push_back(trimmed(s, from, first - 1));
  if (last < to) a.content.push_back(trimmed(s, last + 1, to));
  std::erase_if(a.content, [](Span span) { return span.empty(); });
}

/// "As officials said": a link, and nothing that the cue reports within its own clause.
bool ContentFinder::has_object_gap(std::uint32_t s, std::size_t w) const {
  const auto& r = reading_.sentences[s];
  for (const auto child : r.clauses.children(w)) {
    const auto rel = r.word(child).rel;
    if (rel == Rel::obj || rel == Rel::ccomp || rel == Rel::xcomp) return false;
  }
  return has(r.link_classes(w, lexicon_), WordClass::report_link);
}

void ContentFinder::prepositional(Attribution& a) const {
  const auto& r = reading_.sentences[a.sentence];
  const std::size_t w = a.cue_word;
  const auto charge = [&](std::size_t child) {
    const auto& word = r.word(child);
    return child > w && word.subrel != SubRel::agent && word.subrel != SubRel::relcl &&
           !r.link(child).empty();
  };
  // The parser may hang "of arming rebels" on the accused.
  for (const auto governor : {w, object_of(r, w)}) {
    for (const auto child : r.clauses.children(governor)) {
      const auto rel = r.word(child).rel;
      if ((rel == Rel::advcl || rel == Rel::acl) && charge(child)) return add(child, a);
    }
  }
  // "Of treason", and not "on Monday".
  for (const auto child : r.clauses.children(w)) {
    const bool time = std::any_of(r.times.begin(), r.times.end(), [&](const TimeMention& mention) {
      return mention.first <= child && child < mention.last;
    });
    if (r.word(child).rel == Rel::obl && !time && charge(child)) return add(child, a);
  }
}

std::size_t ContentFinder::object_of(const SentenceReading& r, std::size_t w) {
  for (const auto child : r.clauses.children(w)) {
    if (r.word(child).rel == Rel::obj) return child;
  }
  return w;
}

/// The cue's object, with what it is called where the verb says so: "called [him a liar]".
void ContentFinder::object(const CueKind& kind, Attribution& a) const {
  const auto& r = reading_.sentences[a.sentence];
  std::size_t named = a.cue_word, second = a.cue_word;
  for (const auto child : r.clauses.children(a.cue_word)) {
    const auto& word = r.word(child);
    const bool is_object = word.rel == Rel::obj ||
                           (word.rel == Rel::nsubj && word.subrel == SubRel::pass) ||
                           (word.rel == Rel::obl && kind.asks && !kind.labels);
    if (is_object && named == a.cue_word) named = child;
    const bool complement =
        word.rel == Rel::xcomp || word.rel == Rel::iobj ||
        (word.rel == Rel::obl && has(r.link_classes(child, lexicon_), WordClass::report_link));
    if (complement && child > a.cue_word) second = child;
  }
  const bool must_name = kind.labels && !kind.stands && !kind.appraises;
  if (named == a.cue_word || (must_name && second == a.cue_word)) return;
  add(named, a);
  if (kind.labels && second != a.cue_word) add(second, a);
  std::sort(a.content.begin(), a.content.end(), [](Span x, Span y) { return x.begin < y.begin; });
}

/// The cue's sentence holds a quotation that hangs on nothing of it; the nearest counts.
void ContentFinder::quotation(const CueKind& kind, Attribution& a) const {
  const Quote* nearest = nullptr;
  const auto distance = [&](const Quote& quote) {
    return quote.span.end <= a.cue.begin ? a.cue.begin - quote.span.end
                                         : quote.span.begin - std::min(quote.span.begin, a.cue.end);
  };
  for (const auto& quote : quotes_) {
    if (quote.first_sentence > a.sentence || quote.last_sentence < a.sentence) continue;
    if (quote.span.contains(a.cue)) continue;
    if (nearest == nullptr || distance(quote) < distance(*nearest)) nearest = &quote;
  }
  // A verb that need not report does so only right beside a quotation.
  const std::uint32_t beside = 40, least = 20;
  if (nearest != nullptr && !kind.says &&
      (distance(*nearest) > beside || nearest->span.size() < least)) {
    return;
  }
  if (nearest != nullptr) a.content.push_back(nearest->span);
}

/// "Shells fell, BFM TV reported." with a tree in which the parts do not meet: a cue at the end of
/// its sentence reports what stands before the last comma.
void ContentFinder::before_final_cue(Attribution& a) const {
  const auto& words = reading_.sentences[a.sentence].words();
  const std::size_t longest_tail = 8;
  std::size_t end = words.size();
  while (end > 0 && words[end - 1].upos == Upos::punct) --end;
  if (end <= a.cue_word || end - a.cue_word > longest_tail) return;
  for (std::size_t w = a.cue_word; w > 2 && a.cue_word - w < longest_tail; --w) {
    if (words[w - 1].form != ",") continue;
    a.content.push_back(trimmed(a.sentence, 0, w - 2));
    return;
  }
}

void ContentFinder::host_content(std::size_t w, Attribution& a) const {
  const auto& r = reading_.sentences[a.sentence];
  auto host = static_cast<std::size_t>(r.word(w).head);
  // "Which, according to Arland, was bombed": no more than the relative clause.
  const auto within = [&](std::size_t at) { return r.word(at).subrel == SubRel::relcl && w < at; };
  while (r.word(host).head >= 0 && r.word(host).rel != Rel::ccomp &&
         r.word(host).rel != Rel::root && r.word(host).rel != Rel::conj && !within(host)) {
    host = static_cast<std::size_t>(r.word(host).head);
  }
  around(a.sentence, w, host, a);
}

void ContentFinder::add(std::size_t head, Attribution& a) const {
  const auto [first, last] = reading_.sentences[a.sentence].extent(head);
  auto span = trimmed(a.sentence, first, last);
  // The cue may stand in the midst of what it reports; then its own clause is no part of it.
  if (span.contains(a.cue)) {
    const auto end = span.end;
    span = trimmed(a.sentence, first,
                   std::max<std::size_t>(first, a.cue_word) - (a.cue_word > first ? 1 : 0));
    a.content.push_back(span);
    const Span rest{a.cue.end, end};
    if (!rest.empty()) a.content.push_back(rest);
    return;
  }
  a.content.push_back(span);
}

Span ContentFinder::trimmed(std::uint32_t s, std::size_t first, std::size_t last) const {
  const auto& r = reading_.sentences[s];
  const auto loose = [&](std::size_t w) {
    const auto& form = r.word(w).form;
    return r.word(w).upos == Upos::punct && form.size() == 1 && form != "\"" && form != "'";
  };
  while (first < last && loose(first)) ++first;
  while (last > first && loose(last)) --last;
  return {r.word(first).span.begin, r.word(last).span.end};
}

bool ContentFinder::is_quoted(Span span) const {
  return std::any_of(quotes_.begin(), quotes_.end(),
                     [&](const Quote& q) { return q.span.contains(span); });
}

}  // namespace entente
