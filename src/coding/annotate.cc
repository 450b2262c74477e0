// Writes the layers.
#include "coding/annotate.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "coding/attribution.h"
#include "coding/circumstances.h"
#include "coding/parties.h"
#include "coding/reading.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

void append(std::string& out, const Json& row) {
  out += row.dump(-1, ' ', false, Json::error_handler_t::replace);
  out += '\n';
}

Json pair(Span span) { return Json::array({span.begin, span.end}); }

Json row_of(const Reading& reading, Span span) {
  return {{"doc", reading.document->id},
          {"begin", span.begin},
          {"end", span.end},
          {"text", std::string(reading.text(span))}};
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

/// What the data say of a name: the form that matched, the line behind the code and its days, and
/// whom else it may mean.
void explain_name(Json& row, const ActorReason& reason) {
  row["form"] = reason.form;
  row["form_entry"] = reason.form_entry;
  row["entry"] = reason.entry;
  if (reason.from.known()) row["from"] = to_string(reason.from);
  if (reason.to.known()) row["to"] = to_string(reason.to);
  if (!reason.in_office) row["covers"] = false;
  for (const auto& other : reason.candidates) {
    row["candidates"].push_back({{"name", other.name},
                                 {"actor", other.codes},
                                 {"entry", other.entry},
                                 {"score", other.score}});
  }
}

const char* name_of(NameRole role) {
  switch (role) {
    case NameRole::adjective:
      return "adjective";
    case NameRole::demonym:
      return "demonym";
    case NameRole::capital:
      return "capital";
    case NameRole::seat:
      return "seat";
    default:
      return "";
  }
}

/// "listed", "surname", "demonym", "sound+title": how a name became its party.
std::string rule_of_name(const ActorMention& mention, const ActorReason& reason, Rule rule) {
  std::string text = name_of(mention.role);
  if (text.empty()) text = name_of(reason.match);
  if (rule == Rule::name_and_title) text += "+title";
  return text;
}

void append_actor(std::string& out, const Reading& reading, const Parties& parties,
                  const World& world, std::size_t s, std::size_t w) {
  const auto& sentence = reading.sentences[s];
  const auto& party = parties.at(s, w);
  const auto* mention = sentence.actor(w);
  auto span = party.span;
  if (mention != nullptr) {
    span = {sentence.word(mention->first).span.begin, sentence.word(mention->last - 1).span.end};
  }
  auto row = row_of(reading, span);
  row["actor"] = party.codes;
  if (!party.name.empty()) row["name"] = party.name;
  const bool named = party.rule == Rule::name || party.rule == Rule::name_and_title;
  if (named && mention != nullptr) {
    const auto reason = world.why(*sentence.sentence, *mention, reading.published);
    row["rule"] = rule_of_name(*mention, reason, party.rule);
    explain_name(row, reason);
  } else {
    row["rule"] = name_of(party.rule);
    if (!party.source.empty()) row["entry"] = party.source;
  }
  if (party.referent.word >= 0) {
    const auto at = static_cast<std::size_t>(party.referent.word);
    row["of"] = pair(parties.name_span(party.referent.sentence, at));
  }
  append(out, row);
}

void append_actors(std::string& out, const Reading& reading, const Parties& parties,
                   const World& world) {
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    const auto& sentence = reading.sentences[s];
    for (std::size_t w = 0; w < sentence.words().size(); ++w) {
      const auto& party = parties.at(s, w);
      if (party.codes.empty() || party.how == How::owner) continue;
      const auto* mention = sentence.actor(w);
      if (mention == nullptr || mention->head == w)
        append_actor(out, reading, parties, world, s, w);
    }
  }
}

Json json_of(const PlaceEvidence& evidence) {
  Json out = Json::object();
  const auto add = [&](const char* name, double value) {
    if (value != 0) out[name] = rounded(value);
  };
  add("inhabitants", evidence.inhabitants);
  add("kind", evidence.kind);
  add("spelling", evidence.spelling);
  add("country", evidence.country);
  add("region", evidence.region);
  add("near", evidence.near);
  return out;
}

Json json_of(const PlaceReason::Candidate& place) {
  Json out = {{"name", place.name}, {"kind", place.kind}};
  if (!place.region.empty() && place.region != place.name) out["region"] = place.region;
  if (!place.country.empty()) out["country"] = place.country;
  out["lat"] = place.latitude;
  out["lon"] = place.longitude;
  if (place.geonames != 0) out["geonames"] = place.geonames;
  out["score"] = rounded(place.evidence.sum());
  out["evidence"] = json_of(place.evidence);
  return out;
}

/// A people or an institution named after a place, a point taken from other places, or the place
/// itself.
const char* rule_of(const PlaceMention& place) {
  return place.estimated ? "estimated" : place.aside ? "aside" : "listed";
}

void append_places(std::string& out, const Reading& reading, const World& world) {
  std::vector<std::uint32_t> sentence_of;
  std::vector<PlaceReason> reasons;
  const auto places = world.places(reading.source, {reading.published, {}}, sentence_of, &reasons);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& place = places[i];
    auto row = row_of(reading, place.span);
    row["lat"] = place.latitude;
    row["lon"] = place.longitude;
    if (place.geonames != 0) row["geonames"] = place.geonames;
    if (!place.country.empty()) row["country"] = place.country;
    row["kind"] = place.kind;
    row["rule"] = rule_of(place);
    row["score"] = rounded(place.score);
    for (const auto& candidate : reasons[i].candidates) {
      row["candidates"].push_back(json_of(candidate));
    }
    if (reasons[i].others > 0) row["others"] = reasons[i].others;
    append(out, row);
  }
}

/// Which way from the day of publication a date was looked for.
const char* direction_of(Date date, Date anchor) {
  const auto order = [](Date a, Date b) { return a < b ? "past" : b < a ? "future" : "present"; };
  // A month or year against the month or year of the anchor.
  if (date.month == 0) anchor.month = 0;
  if (date.day == 0) anchor.day = 0;
  return order(date, anchor);
}

void append_times(std::string& out, const Reading& reading) {
  for (const auto& sentence : reading.sentences) {
    for (const auto& time : sentence.times) {
      const bool two = !time.duration && time.future.known() && time.future != time.date;
      const bool ahead = two && lies_ahead(sentence, time);
      auto row = row_of(reading, time.span);
      row["value"] = ahead ? to_string(time.future) : time.value;
      row["rule"] = entente::name_of(time.rule);
      if (time.anchored && reading.published.known()) {
        const auto date = ahead ? time.future : time.date;
        row["anchor"] = to_string(reading.published);
        if (date.known()) row["direction"] = direction_of(date, reading.published);
      }
      if (two) row["other"] = to_string(ahead ? time.date : time.future);
      append(out, row);
    }
  }
}

/// What is told within another's words is listed where a party reports a clause of its own, by name
/// and outside of quotations: "the agency said Arland had confirmed that ...".
bool stands_by_itself(const Reading& reading, const std::vector<Attribution>& all,
                      const Attribution& a) {
  constexpr std::uint32_t clause = 60;  // bytes
  if (!a.reports || a.codes.empty() || a.source_word < 0 || a.cover().size() < clause) return false;
  const auto& s = reading.sentences[a.sentence];
  if (s.word(static_cast<std::size_t>(a.source_word)).upos == Upos::pron) return false;
  return std::ranges::none_of(all, [&](const Attribution& other) {
    return std::ranges::any_of(other.quoted, [&](Span quote) { return quote.contains(a.cue); });
  });
}

void append_attributions(std::string& out, const Reading& reading, const Lexicon& lexicon,
                         Parties& parties) {
  const auto all = attributions(reading, lexicon, parties);
  for (const auto& a : all) {
    if (a.nested && !stands_by_itself(reading, all, a)) continue;
    Json row = {{"doc", reading.document->id}, {"cue", pair(a.cue)}};
    row["source"] = a.source.empty() ? Json(nullptr) : pair(a.source);
    row["content"] = pair(a.cover());
    row["said_by"] = a.codes;
    append(out, row);
  }
}

}  // namespace

std::optional<Layer> layer_of(std::string_view name) {
  if (name == "actors") return Layer::actors;
  if (name == "places") return Layer::places;
  if (name == "times") return Layer::times;
  if (name == "attributions") return Layer::attributions;
  return std::nullopt;
}

namespace {

void append_article(std::string& out, Layer layer, const Reading& reading, const Coder& coder) {
  if (layer == Layer::places) return append_places(out, reading, coder.world());
  if (layer == Layer::times) return append_times(out, reading);
  Parties parties(reading, coder.world(), coder.lexicon());
  if (layer == Layer::actors) return append_actors(out, reading, parties, coder.world());
  append_attributions(out, reading, coder.lexicon(), parties);
}

}  // namespace

void append_layer(std::string& out, Layer layer, const Analysis& analysis, const Coder& coder) {
  for (const Article& article : articles_of(analysis)) {
    const Reading reading =
        read(*analysis.document, article, coder.world(), coder.lexicon(), &coder.grammar());
    append_article(out, layer, reading, coder);
  }
}

}  // namespace entente
