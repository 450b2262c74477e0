// Items as comma-separated values.
#include "record/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <vector>

namespace entente {
namespace {

constexpr std::string_view header =
    "doc,sent,begin,end,trigger,kind,type,mode,actor,recipient,status,when,where,latitude,"
    "longitude,geonames,country,said_by,denied_by,names,number,weapon,cameo,confidence,pattern,"
    "sentence";

/// Writes one record, field after field.
class Record {
 public:
  explicit Record(std::string& out) : out_(out) {}

  void text(std::string_view value) {
    separate();
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += value;
      return;
    }
    out_ += '"';
    for (const char c : value) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void number(std::uint32_t value) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }

  void list(const std::vector<std::string>& values) {
    text(fmt::format("{}", fmt::join(values, ";")));
  }

  /// A column of what the item's places were resolved to, one value per place.
  template <typename Value>
  void places(const std::vector<ResolvedPlace>& places, Value value) {
    std::string joined;
    for (const ResolvedPlace& place : places) {
      if (!joined.empty() || &place != &places.front()) joined += ';';
      joined += value(place);
    }
    text(joined);
  }

  void close() { out_ += "\r\n"; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

std::string degrees(double value) { return fmt::format("{}", std::isfinite(value) ? value : 0.0); }

void append_places(Record& record, const std::vector<ResolvedPlace>& places) {
  record.places(places, [](const ResolvedPlace& place) { return degrees(place.latitude); });
  record.places(places, [](const ResolvedPlace& place) { return degrees(place.longitude); });
  record.places(places, [](const ResolvedPlace& place) {
    return place.geonames > 0 ? std::to_string(place.geonames) : std::string();
  });
  record.places(places, [](const ResolvedPlace& place) { return place.country; });
}

}  // namespace

void append_csv_header(std::string& out) {
  out += header;
  out += "\r\n";
}

void append_csv(std::string& out, const Item& item) {
  Record record(out);
  record.text(item.doc);
  record.number(item.sentence_number);
  record.number(item.span.begin);
  record.number(item.span.end);
  record.text(item.trigger);
  record.text(name_of(item.kind));
  record.text(name_of(item.type));
  record.text(item.mode);
  record.list(item.actor);
  record.list(item.recipient);
  record.text(name_of(item.status));
  record.text(item.when);
  record.list(item.where);
  append_places(record, item.places);
  record.list(item.said_by);
  record.list(item.denied_by);
  record.list(item.names);
  record.text(item.number);
  record.text(item.weapon);
  record.text(item.cameo);
  record.text(fmt::format("{:.3f}", item.confidence > 0 ? std::min(item.confidence, 1.0) : 0.0));
  record.text(item.pattern);
  record.text(item.sentence);
  record.close();
}

}  // namespace entente
