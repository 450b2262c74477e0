// Runs the steps of coding over a document, sentence by sentence.
#include "coding/coder.h"

#include <algorithm>

#include "coding/attribution.h"
#include "coding/draft.h"
#include "coding/repeats.h"
#include "coding/rules.h"

namespace entente {

Coder::Coder(const World& world, const Dictionary& dictionary, const Lexicon& lexicon)
    : world_(&world), dictionary_(&dictionary), lexicon_(&lexicon) {}

namespace {

/// One office for one person of a sentence: "Senator Hald was elected" gives one.
bool told_already(const Draft& office, const std::vector<Draft>& drafts) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    return other.item.type == ItemType::office && other.dropped.empty() &&
           !other.item.actor.empty() &&
           (other.item.spans.actor == office.item.spans.actor ||
            other.item.names == office.item.names);
  });
}

std::vector<Draft> sentence_drafts(const DraftContext& context, std::size_t at,
                                   const std::vector<Match>& matches,
                                   const std::vector<Draft>& earlier, bool unresolved) {
  const auto& sentence = context.reading->sentences[at];
  std::vector<Draft> drafts;
  for (const auto& match : matches) {
    // The words of a name tell of no act: "United States".
    if (sentence.actor(match.head) != nullptr) continue;
    for (auto& draft : drafts_of(context, at, match)) drafts.push_back(std::move(draft));
  }
  share_actor(context, at, drafts);
  for (auto& draft : drafts) recall_parties(context, at, earlier, draft);
  drop_parts(context, at, drafts);
  for (auto& draft : office_drafts(context, at)) {
    if (!told_already(draft, drafts)) drafts.push_back(std::move(draft));
  }
  for (auto& draft : drafts) {
    add_host(context, at, draft);
    if (!unresolved) settle_visit(context, draft);
    retype(context, at, draft);
    if (unresolved) fill_loosely(context, at, draft);
    check_parties(draft, unresolved);
    drop_sport(context, draft);
  }
  return drafts;
}

std::string why_status(const Draft& draft) {
  std::string text = name_of(draft.item.status);
  if (draft.match != nullptr && draft.match->status) return text + ", by the entry";
  if (draft.certainty.why.empty()) return text + ", no word above the act says otherwise";
  return text + ": " + draft.certainty.why;
}

/// `first` is where the sentences of this discourse begin in the trace.
void note_draft(const Draft& draft, const Lexicon& lexicon, std::size_t first, CodingTrace& trace) {
  if (!draft.dropped.empty()) {
    trace.dropped[first + draft.sentence].push_back("\"" + draft.item.trigger + "\" (" +
                                                    draft.item.pattern + "): " + draft.dropped);
    return;
  }
  ItemNotes notes{draft.notes};
  notes.lines.push_back("status: " + why_status(draft));
  notes.lines.push_back("confidence: " + explain_confidence(draft.evidence, lexicon));
  trace.notes.push_back(std::move(notes));
}

}  // namespace

std::vector<Item> Coder::code(const Analysis& analysis, bool unresolved, CodingTrace* trace) const {
  std::vector<Item> items;
  for (const Article& article : articles_of(analysis)) {
    auto more = code(*analysis.document, article, unresolved, trace);
    std::move(more.begin(), more.end(), std::back_inserter(items));
  }
  return items;
}

std::vector<Item> Coder::code(const Document& document, const Article& article, bool unresolved,
                              CodingTrace* trace) const {
  const Reading reading = read(document, article, *world_, *lexicon_, &dictionary_->grammar());
  Parties parties(reading, *world_, *lexicon_);
  const auto quoted = quotes(reading);
  const auto reports = attributions(reading, *lexicon_, parties, quoted);
  const DraftContext context{&reading, lexicon_, &parties, &reports, &quoted};
  std::vector<std::vector<Match>> matches(reading.sentences.size());
  const std::size_t before = trace != nullptr ? trace->near_misses.size() : 0;
  if (trace != nullptr) {
    trace->near_misses.resize(before + reading.sentences.size());
    trace->dropped.resize(before + reading.sentences.size());
  }
  std::vector<Draft> all;
  for (std::size_t at = 0; at < reading.sentences.size(); ++at) {
    const auto& sentence = reading.sentences[at];
    if (sentence.segment == SegmentKind::furniture) continue;
    matches[at] = match(*dictionary_, sentence.clauses,
                        trace != nullptr ? &trace->near_misses[before + at] : nullptr);
    auto drafts = sentence_drafts(context, at, matches[at], all, unresolved);
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
      return a.item.span.begin < b.item.span.begin;
    });
    std::move(drafts.begin(), drafts.end(), std::back_inserter(all));
  }
  complete_headline(context, all);
  complete_rivals(all);
  complete_partners(all);
  recall_days(all);
  std::vector<Item> items;
  for (auto& draft : all) {
    if (trace != nullptr) note_draft(draft, *lexicon_, before, *trace);
    if (!draft.dropped.empty()) continue;
    draft.item.confidence = confidence(draft.evidence, *lexicon_);
    items.push_back(std::move(draft.item));
  }
  if (trace != nullptr)
    std::move(matches.begin(), matches.end(), std::back_inserter(trace->matches));
  return items;
}

}  // namespace entente
