// Items as JSON Lines.
#include "record/item_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "record/json_fields.h"
#include "record/json_text.h"

namespace entente {
namespace {

constexpr std::uint64_t line_limit = 64ULL << 20;

void append_confidence(JsonObject& object, std::string& out, double confidence) {
  object.key("confidence");
  const double bounded = confidence > 0 ? std::min(confidence, 1.0) : 0.0;  // NaN becomes 0
  fmt::format_to(std::back_inserter(out), "{:.3f}", bounded);
}

void append_spans(JsonObject& object, std::string& out, const ItemSpans& spans) {
  object.key("spans");
  JsonObject fields(out);
  fields.optional("actor", spans.actor);
  fields.optional("recipient", spans.recipient);
  fields.optional("when", spans.when);
  fields.optional("where", spans.where);
  fields.optional("said_by", spans.said_by);
  fields.optional("denied_by", spans.denied_by);
  fields.close();
}

/// What happened, to whom and when: the fields that make the item an item.
void append_content(JsonObject& object, std::string& out, const Item& item) {
  object.member("kind", name_of(item.kind));
  object.member("type", name_of(item.type));
  object.optional("mode", item.mode);
  object.member("actor", item.actor);
  object.member("recipient", item.recipient);
  object.member("status", name_of(item.status));
  object.optional("when", item.when);
  object.optional("where", item.where);
  append_places_json(object, out, item.places);
  object.optional("said_by", item.said_by);
  object.optional("denied_by", item.denied_by);
  if (!item.names.empty()) {
    object.member("name", item.names.front());
    object.member("names", item.names);
  }
  object.optional("number", item.number);
  object.optional("weapon", item.weapon);
  object.optional("cameo", item.cameo);
}

ItemType type_in(const JsonFields& fields) {
  const std::string name = fields.required_string("type");
  const std::optional<ItemType> type = item_type(name);
  if (!type) fields.fail("type", "names no type of item: \"" + name + "\"");
  if (fields.has("kind") && fields.string("kind") != name_of(kind_of(*type))) {
    fields.fail("kind", "does not fit type \"" + name + "\"");
  }
  return *type;
}

Status status_in(const JsonFields& fields) {
  if (!fields.has("status")) return Status::actual;
  const std::string name = fields.string("status");
  const std::optional<Status> status = item_status(name);
  if (!status) fields.fail("status", "names no status: \"" + name + "\"");
  return *status;
}

std::vector<std::string> names_in(const JsonFields& fields) {
  if (fields.has("names")) return fields.strings("names");
  if (fields.has("name")) return {fields.string("name")};
  return {};
}

std::vector<ResolvedPlace> places_in(const JsonFields& fields) {
  std::vector<ResolvedPlace> places;
  for (const JsonFields& entry : fields.objects("places")) {
    ResolvedPlace place;
    place.name = entry.required_string("name");
    place.latitude = entry.number("lat");
    place.longitude = entry.number("lon");
    place.geonames = entry.integer("geonames");
    place.country = entry.string("country");
    places.push_back(std::move(place));
  }
  return places;
}

ItemSpans spans_in(const JsonFields& fields) {
  ItemSpans spans;
  const std::optional<JsonFields> entry = fields.object("spans");
  if (!entry) return spans;
  spans.actor = entry->spans("actor");
  spans.recipient = entry->spans("recipient");
  spans.when = entry->spans("when");
  spans.where = entry->spans("where");
  spans.said_by = entry->spans("said_by");
  spans.denied_by = entry->spans("denied_by");
  return spans;
}

double confidence_in(const JsonFields& fields) {
  const double confidence = fields.number("confidence");
  if (confidence < 0 || confidence > 1) fields.fail("confidence", "lies outside 0 to 1");
  return confidence;
}

}  // namespace

void append_places_json(JsonObject& object, std::string& out,
                        const std::vector<ResolvedPlace>& places) {
  if (places.empty()) return;
  object.key("places");
  out += '[';
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) out += ',';
    JsonObject place(out);
    place.member("name", places[i].name);
    place.member("lat", places[i].latitude);
    place.member("lon", places[i].longitude);
    if (places[i].geonames > 0) place.member("geonames", std::uint64_t{places[i].geonames});
    place.optional("country", places[i].country);
    place.close();
  }
  out += ']';
}

void append_item_json(std::string& out, const Item& item) {
  JsonObject object(out);
  object.member("doc", item.doc);
  object.member("begin", std::uint64_t{item.span.begin});
  object.member("end", std::uint64_t{item.span.end});
  object.member("trigger", item.trigger);
  append_content(object, out, item);
  append_confidence(object, out, item.confidence);
  append_spans(object, out, item.spans);
  object.member("sentence", item.sentence);
  object.member("sentence_begin", std::uint64_t{item.sentence_span.begin});
  object.member("sentence_end", std::uint64_t{item.sentence_span.end});
  object.member("sent", std::uint64_t{item.sentence_number});
  object.optional("pattern", item.pattern);
  object.close();
  out += '\n';
}

Item read_item(std::string_view line, const Location& place) {
  const nlohmann::json value = parse_json(line, place);
  const JsonFields fields(value, place);
  Item item;
  item.doc = fields.required_string("doc");
  item.span = fields.required_span("begin", "end");
  item.trigger = fields.string("trigger");
  item.type = type_in(fields);
  item.kind = kind_of(item.type);
  item.mode = fields.string("mode");
  item.actor = fields.strings("actor");
  item.recipient = fields.strings("recipient");
  item.status = status_in(fields);
  item.when = fields.string("when");
  item.where = fields.strings("where");
  item.places = places_in(fields);
  item.said_by = fields.strings("said_by");
  item.denied_by = fields.strings("denied_by");
  item.names = names_in(fields);
  item.number = fields.string("number");
  item.weapon = fields.string("weapon");
  item.cameo = fields.string("cameo");
  item.confidence = confidence_in(fields);
  item.spans = spans_in(fields);
  item.sentence = fields.string("sentence");
  if (fields.has("sentence_begin") || fields.has("sentence_end")) {
    item.sentence_span = fields.required_span("sentence_begin", "sentence_end");
  }
  item.sentence_number = fields.integer("sent");
  item.pattern = fields.string("pattern");
  return item;
}

void read_items(ByteSource& source, const std::function<void(Item&&)>& handle) {
  LineReader lines(source, line_limit);
  std::string line;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    handle(read_item(line, {source.name(), lines.line_number(), lines.byte()}));
  }
}

}  // namespace entente
