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
  if (item.span.begin < item.sentence_span.begin || item.span.end > item.sentence_span.end)
    return {};
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

std::string_view primary_of(std::string_view code) { return code.substr(0, code.find(':')); }

bool share_primary(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& left) {
    return std::ranges::any_of(
        b, [&](const std::string& right) { return primary_of(left) == primary_of(right); });
  });
}

/// What is claimed as a fact, rather than asked for or said of somebody.
bool claims_a_fact(const Report& report) {
  switch (report.type) {
    case ItemType::accuse:
    case ItemType::reject:
    case ItemType::request:
    case ItemType::support:
    case ItemType::threaten:
    case ItemType::office:
      return false;
    default:
      return report.status == Status::actual && !report.said_by.empty();
  }
}

bool rejects(const Rejection& rejection, const Report& report) {
  const bool next =
      rejection.sentence == report.sentence || rejection.sentence == report.sentence + 1;
  if (!next || !claims_a_fact(report)) return false;
  // That an agreement was made is not what is rejected, but what it binds to.
  if (report.type == ItemType::agree && report.binding <= 0) return false;
  const bool concerned = share_primary(rejection.actor, report.actor);
  return concerned && !share_primary(rejection.actor, report.said_by);
}

void add_rejection(const Rejection& rejection, Report& report) {
  report.rejections.push_back(rejection.item);
  if (!share_primary(rejection.actor, report.denied_by)) {
    report.denied_by.push_back(rejection.actor.front());
  }
}

}  // namespace

bool asserts(const Report& report) {
  const bool only_denied = !report.denied_by.empty() && report.said_by.empty();
  return report.status == Status::actual && !only_denied;
}

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
  report.binding = binding_in(item.sentence, words);
  report.deaths = deaths_in(item.sentence, trigger, words);
  report.text = item.sentence.empty() ? 0 : text_hash(item);
  report.source = source_of(item, origin);
  report.confidence = item.confidence;
  return report;
}

void weigh_parties(std::vector<TellingWord>& words, const std::vector<std::uint64_t>& parties) {
  constexpr float weight_of_party = 0.25F;
  for (TellingWord& word : words) {
    if (std::ranges::binary_search(parties, word.stem)) word.weight *= weight_of_party;
  }
}

void use_document(Report& report, const DocumentNotes& notes) {
  report.context = notes.names;
  weigh_parties(report.words, notes.parties);
  for (const Rejection& rejection : notes.rejections) {
    if (rejects(rejection, report)) add_rejection(rejection, report);
  }
}

}  // namespace entente
