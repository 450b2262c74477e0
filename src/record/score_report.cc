// Gold records and coded items read for scoring, and the score written out.
#include <fmt/format.h>

#include <iterator>
#include <set>

#include "record/json_fields.h"
#include "record/json_text.h"
#include "record/score.h"

namespace entente {
namespace {

constexpr std::uint64_t line_limit = 64ULL << 20;
constexpr std::array<const char*, 3> level_names = {"type", "dyad", "exact"};

/// The document's name without folders and ".txt".
std::string bare_name(const std::string& doc) {
  std::string name = doc.substr(doc.find_last_of('/') + 1);
  if (name.ends_with(".txt")) name.resize(name.size() - 4);
  return name;
}

ScoredItem item_in(const JsonFields& fields) {
  ScoredItem item;
  item.kind = fields.required_string("kind");
  item.type = fields.required_string("type");
  item.mode = fields.string("mode");
  item.trigger = fields.string("trigger");
  item.status = fields.has("status") ? fields.string("status") : "actual";
  item.when = fields.string("when");
  item.actor = fields.strings("actor");
  item.recipient = fields.strings("recipient");
  item.said_by = fields.strings("said_by");
  item.denied_by = fields.strings("denied_by");
  item.where = fields.strings("where");
  return item;
}

/// Calls `row` with each line's object.
template <typename Row>
void each_line(ByteSource& source, Row row) {
  LineReader lines(source, line_limit);
  std::string line;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Location place{source.name(), lines.line_number(), lines.byte()};
    const nlohmann::json value = parse_json(line, place);
    row(JsonFields(value, place));
  }
}

void append_count(std::string& out, const char* kind, const char* level, const ScoreCount& count) {
  fmt::format_to(std::back_inserter(out),
                 "{:9} {:6} P {:.3f}  R {:.3f}  F1 {:.3f}   ({} of {} coded, {} gold)\n", kind,
                 level, count.precision(), count.recall(), count.f1(), count.hits, count.coded,
                 count.gold);
}

}  // namespace

std::vector<GoldSentence> read_gold(ByteSource& source) {
  std::vector<GoldSentence> sentences;
  each_line(source, [&](const JsonFields& fields) {
    GoldSentence sentence;
    sentence.doc = fields.required_string("doc");
    sentence.number = fields.integer("sent");
    const Span span = fields.required_span("begin", "end");
    sentence.begin = span.begin;
    sentence.end = span.end;
    for (const JsonFields& item : fields.objects("items")) sentence.items.push_back(item_in(item));
    sentences.push_back(std::move(sentence));
  });
  return sentences;
}

std::vector<ScoredItem> read_scored_items(ByteSource& source) {
  std::vector<ScoredItem> items;
  each_line(source, [&](const JsonFields& fields) {
    ScoredItem item = item_in(fields);
    item.doc = bare_name(fields.required_string("doc"));
    if (!fields.has("begin")) fields.fail("begin", "is missing");
    item.begin = fields.integer("begin");
    items.push_back(std::move(item));
  });
  return items;
}

std::string report_of(const Score& score) {
  std::string out;
  for (std::size_t i = 0; i < level_names.size(); ++i) {
    append_count(out, "event", level_names[i], score.events[i]);
  }
  for (std::size_t i = 0; i < level_names.size(); ++i) {
    append_count(out, "relation", level_names[i], score.relations[i]);
  }
  for (const auto& [key, field] : score.fields) {
    fmt::format_to(std::back_inserter(out), "{:9} {}: {}/{} = {:.3f}\n", key.first, key.second,
                   field.right, field.all,
                   static_cast<double>(field.right) / static_cast<double>(field.all));
  }
  return out;
}

std::string report_by_document(const std::vector<GoldSentence>& gold,
                               const std::vector<ScoredItem>& coded) {
  std::map<std::string, std::vector<GoldSentence>> documents;
  for (const GoldSentence& sentence : gold) documents[sentence.doc].push_back(sentence);
  std::string out;
  for (const auto& [doc, sentences] : documents) {
    const Score score = score_items(sentences, coded);
    fmt::format_to(std::back_inserter(out), "{:16} type {:.3f}  dyad {:.3f}  exact {:.3f}\n", doc,
                   score.events[0].f1(), score.events[1].f1(), score.events[2].f1());
  }
  return out;
}

std::string report_errors(const Score& score, std::size_t limit) {
  std::string out;
  for (std::size_t i = 0; i < std::min(limit, score.errors.size()); ++i) {
    const ScoreError& error = score.errors[i];
    fmt::format_to(std::back_inserter(out), "{}: {} {}: ", error.missed ? "missed" : "wrong",
                   error.doc, error.sentence);
    JsonObject object(out);
    object.member("kind", error.item.kind);
    object.member("type", error.item.type);
    object.optional("trigger", error.item.trigger);
    object.member("actor", error.item.actor);
    object.member("recipient", error.item.recipient);
    object.member("status", error.item.status);
    object.close();
    out += '\n';
  }
  return out;
}

}  // namespace entente
