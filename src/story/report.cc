// What is taken from an item for comparing it.
#include "story/report.h"

#include <xxhash.h>

#include <algorithm>

namespace entente {
namespace {

/// The parties' own names tell nothing more about the act.
std::vector<Span> names_in(const Item& item) {
  std::vector<Span> spans;
  for (const auto* list : {&item.spans.actor, &item.spans.recipient, &item.spans.said_by,
                           &item.spans.denied_by, &item.spans.when}) {
    for (const Span span : *list) {
      if (span.begin < item.sentence_span.begin || span.end > item.sentence_span.end) continue;
      spans.push_back({span.begin - item.sentence_span.begin, span.end - item.sentence_span.begin});
    }
  }
  return spans;
}

/// Bytes of the trigger in its sentence.
Span trigger_in(const Item& item) {
  if (item.span.begin < item.sentence_span.begin || item.span.end > item.sentence_span.end) return {};
  return {item.span.begin - item.sentence_span.begin, item.span.end - item.sentence_span.begin};
}

/// Of a quoted ministry in an agency's report in a paper it is the ministry.
std::string source_of(const Item& item, const ReportOrigin& origin) {
  if (!item.said_by.empty()) return item.said_by.front();
  if (!origin.publisher.empty()) return origin.publisher;
  return "doc:" + origin.name;
}

std::uint64_t text_hash(const Item& item) {
  const std::uint64_t place = item.span.begin - item.sentence_span.begin;
  return XXH3_64bits_withSeed(item.sentence.data(), item.sentence.size(), place);
}

}  // namespace

Report report_of(const Item& item, std::int64_t row, const ReportOrigin& origin,
                 const StoryWords& words) {
  Report report;
  report.id = row;
  report.document = origin.document;
  report.story = origin.story;
  report.sentence = item.sentence_number;
  report.kind = item.kind;
  report.type = item.type;
  report.status = item.status;
  report.mode = item.mode;
  report.cameo = item.cameo;
  report.actor = item.actor;
  report.recipient = item.recipient;
  report.said_by = item.said_by;
  report.denied_by = item.denied_by;
  report.names = item.names;
  report.published = day_of(origin.published);
  report.when = period_of(item.when);
  report.dated = report.when.known();
  if (!report.dated && report.published != no_day) {
    report.when = {report.published, report.published};
  }
  report.places = item.places;
  report.place_names = item.where;
  const Span trigger = trigger_in(item);
  report.words = telling_words(item.sentence, trigger, names_in(item), words);
  const std::string before = word_before(item.sentence, trigger.begin);
  report.definite = words.definite(before);
  report.further = words.further(before);
  if (!item.number.empty()) report.quantity = quantity_of(item.number, item.trigger, words);
  report.text = item.sentence.empty() ? 0 : text_hash(item);
  report.source = source_of(item, origin);
  report.confidence = item.confidence;
  return report;
}

void use_document(Report& report, const DocumentWords& words) {
  constexpr float weight_of_party = 0.25F;
  const auto weigh = [&](std::vector<TellingWord>& list) {
    for (TellingWord& word : list) {
      if (std::ranges::binary_search(words.parties, word.stem)) word.weight *= weight_of_party;
    }
  };
  report.context = words.names;
  weigh(report.context);
  weigh(report.words);
}

}  // namespace entente
