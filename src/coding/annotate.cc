// Writes the layers.
#include "coding/annotate.h"

#include <nlohmann/json.hpp>

#include "coding/attribution.h"
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

void append_actors(std::string& out, const Reading& reading, const Parties& parties) {
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    const auto& sentence = reading.sentences[s];
    for (std::size_t w = 0; w < sentence.words().size(); ++w) {
      const auto& party = parties.at(s, w);
      if (party.codes.empty() || party.how == How::owner) continue;
      const auto* mention = sentence.actor(w);
      if (mention != nullptr && mention->head != w) continue;
      auto span = party.span;
      if (mention != nullptr) {
        span = {sentence.word(mention->first).span.begin,
                sentence.word(mention->last - 1).span.end};
      }
      auto row = row_of(reading, span);
      row["actor"] = party.codes;
      if (!party.name.empty()) row["name"] = party.name;
      append(out, row);
    }
  }
}

void append_places(std::string& out, const Reading& reading) {
  for (const auto& sentence : reading.sentences) {
    for (const auto& place : sentence.places) {
      auto row = row_of(reading, place.span);
      row["lat"] = place.latitude;
      row["lon"] = place.longitude;
      if (place.geonames != 0) row["geonames"] = place.geonames;
      if (!place.country.empty()) row["country"] = place.country;
      append(out, row);
    }
  }
}

void append_times(std::string& out, const Reading& reading) {
  for (const auto& sentence : reading.sentences) {
    for (const auto& time : sentence.times) {
      auto row = row_of(reading, time.span);
      row["value"] = time.value;
      append(out, row);
    }
  }
}

void append_attributions(std::string& out, const Reading& reading, const Lexicon& lexicon,
                         Parties& parties) {
  for (const auto& a : attributions(reading, lexicon, parties)) {
    // What is told within another's words is listed where it is a report by a party.
    if (a.nested && (!a.reports || a.codes.empty())) continue;
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

void append_layer(std::string& out, Layer layer, const Analysis& analysis, const Coder& coder) {
  const Reading reading = read(analysis, coder.world(), coder.lexicon(), &coder.grammar());
  if (layer == Layer::places) return append_places(out, reading);
  if (layer == Layer::times) return append_times(out, reading);
  Parties parties(reading, coder.world(), coder.lexicon());
  if (layer == Layer::actors) return append_actors(out, reading, parties);
  append_attributions(out, reading, coder.lexicon(), parties);
}

}  // namespace entente
