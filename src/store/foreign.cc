// Event data coded elsewhere, read as items.
#include "store/foreign.h"

#include <array>

#include "base/utf8.h"
#include "entente/date.h"
#include "record/item_json.h"
#include "record/json_fields.h"
#include "store/fingerprint.h"
#include "store/foreign_fields.h"

namespace entente {
namespace {

constexpr std::uint64_t line_limit = 64ULL << 20;

/// Columns of a GDELT 2 event export, which has no line that names them.
constexpr std::array<std::string_view, 61> gdelt_columns = {"GlobalEventID",
                                                            "Day",
                                                            "MonthYear",
                                                            "Year",
                                                            "FractionDate",
                                                            "Actor1Code",
                                                            "Actor1Name",
                                                            "Actor1CountryCode",
                                                            "Actor1KnownGroupCode",
                                                            "Actor1EthnicCode",
                                                            "Actor1Religion1Code",
                                                            "Actor1Religion2Code",
                                                            "Actor1Type1Code",
                                                            "Actor1Type2Code",
                                                            "Actor1Type3Code",
                                                            "Actor2Code",
                                                            "Actor2Name",
                                                            "Actor2CountryCode",
                                                            "Actor2KnownGroupCode",
                                                            "Actor2EthnicCode",
                                                            "Actor2Religion1Code",
                                                            "Actor2Religion2Code",
                                                            "Actor2Type1Code",
                                                            "Actor2Type2Code",
                                                            "Actor2Type3Code",
                                                            "IsRootEvent",
                                                            "EventCode",
                                                            "EventBaseCode",
                                                            "EventRootCode",
                                                            "QuadClass",
                                                            "GoldsteinScale",
                                                            "NumMentions",
                                                            "NumSources",
                                                            "NumArticles",
                                                            "AvgTone",
                                                            "Actor1Geo_Type",
                                                            "Actor1Geo_FullName",
                                                            "Actor1Geo_CountryCode",
                                                            "Actor1Geo_ADM1Code",
                                                            "Actor1Geo_ADM2Code",
                                                            "Actor1Geo_Lat",
                                                            "Actor1Geo_Long",
                                                            "Actor1Geo_FeatureID",
                                                            "Actor2Geo_Type",
                                                            "Actor2Geo_FullName",
                                                            "Actor2Geo_CountryCode",
                                                            "Actor2Geo_ADM1Code",
                                                            "Actor2Geo_ADM2Code",
                                                            "Actor2Geo_Lat",
                                                            "Actor2Geo_Long",
                                                            "Actor2Geo_FeatureID",
                                                            "ActionGeo_Type",
                                                            "ActionGeo_FullName",
                                                            "ActionGeo_CountryCode",
                                                            "ActionGeo_ADM1Code",
                                                            "ActionGeo_ADM2Code",
                                                            "ActionGeo_Lat",
                                                            "ActionGeo_Long",
                                                            "ActionGeo_FeatureID",
                                                            "DATEADDED",
                                                            "SOURCEURL"};

/// A party without a state goes by its name, in lower case with hyphens.
std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : fold(name)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (kept) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string joined(std::string main, const std::string& sector) {
  return sector.empty() ? std::move(main) : std::move(main) + ":" + sector;
}

bool is_state_code(std::string_view text) {
  return text.size() == 3 &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

/// Type, mode and CAMEO code by a code of CAMEO. False where it is no PLOVER type.
bool set_type(Item& item, const Record& record, std::string_view column, const Ontology& ontology) {
  std::string code(record.text(column));
  const CameoCode* entry = ontology.nearest(code);
  // Programs that take codes for numbers lose the first zero.
  if (entry == nullptr) entry = ontology.nearest(code = "0" + code);
  if (entry == nullptr) {
    record.fail(column, "is no CAMEO code: \"" + std::string(record.text(column)) + "\"");
  }
  if (!entry->type) return false;
  item.type = *entry->type;
  item.kind = kind_of(item.type);
  item.mode = entry->mode;
  item.cameo = code;
  return true;
}

/// The place in the columns of these names, where it is given.
void add_place(Item& item, const Record& record, std::string_view name, std::string_view latitude,
               std::string_view longitude, const std::string& country, std::uint32_t geonames) {
  if (name.empty()) return;
  item.where.emplace_back(name);
  if (record.text(latitude).empty() || record.text(longitude).empty()) return;
  const double north = record.real(latitude);
  const double east = record.real(longitude);
  if (north < -90 || north > 90) record.fail(latitude, "lies outside -90 to 90");
  if (east < -180 || east > 180) record.fail(longitude, "lies outside -180 to 180");
  item.places.push_back({std::string(name), north, east, geonames, country});
}

/// Fills item and document from a record. False for a record that is no item.
using Fill = bool (*)(const Record&, const ForeignContext&, ImportedItem&);

std::vector<std::string> gdelt_party(const Record& record, const ForeignContext& context,
                                     const std::string& actor) {
  if (record.text(actor + "Code").empty()) return {};
  const std::string sector = context.codes->find("sector-cameo", record.text(actor + "Type1Code"));
  const std::string group =
      context.codes->find("group-cameo", record.text(actor + "KnownGroupCode"));
  if (!group.empty()) return {group};
  const std::string country(record.text(actor + "CountryCode"));
  if (!country.empty() && context.codes->find("region-cameo", country).empty()) {
    const std::string iso = context.codes->find("state-cameo", country);
    return {joined(iso.empty() ? country : iso, sector)};
  }
  // Names of mere kinds ("GOVERNMENT", "POLICE") say nobody in particular.
  const bool kind_only = country.empty() && record.text(actor + "KnownGroupCode").empty() &&
                         !record.text(actor + "Type1Code").empty();
  const std::string slug = slug_of(record.text(actor + "Name"));
  return {kind_only || slug.empty() ? "?" : joined(slug, sector)};
}

bool fill_gdelt(const Record& record, const ForeignContext& context, ImportedItem& imported) {
  Item& item = imported.item;
  if (!set_type(item, record, "EventCode", *context.ontology)) return false;
  item.when = record.date("Day");
  item.actor = gdelt_party(record, context, "Actor1");
  item.recipient = gdelt_party(record, context, "Actor2");
  add_place(item, record, record.text("ActionGeo_FullName"), "ActionGeo_Lat", "ActionGeo_Long", "",
            0);
  Document& document = imported.document;
  document.url = record.text("SOURCEURL");
  document.published = record.date("DATEADDED");
  document.id =
      document.url.empty() ? "gdelt-" + std::string(record.text("GlobalEventID")) : document.url;
  return true;
}

std::vector<std::string> icews_party(const Record& record, const ForeignContext& context,
                                     const std::string& side) {
  const std::string_view name = record.text(side + " Name");
  if (name.empty()) return {};
  const std::string state = context.state_of(record.text(side + " Country"));
  // The state as such has no sector.
  if (!state.empty() && context.state_of(name) == state) return {state};
  const std::string sector =
      context.codes->find_among("sector-icews", record.text(side + " Sectors"));
  const std::string main = state.empty() ? slug_of(name) : state;
  return {main.empty() ? "?" : joined(main, sector)};
}

bool fill_icews(const Record& record, const ForeignContext& context, ImportedItem& imported) {
  Item& item = imported.item;
  if (!set_type(item, record, "CAMEO Code", *context.ontology)) return false;
  item.when = record.date("Event Date");
  item.actor = icews_party(record, context, "Source");
  item.recipient = icews_party(record, context, "Target");
  for (const char* column : {"Source Name", "Target Name"}) {
    if (!record.text(column).empty()) item.names.emplace_back(record.text(column));
  }
  item.sentence_number = record.integer("Sentence Number");
  const std::string_view country = record.text("Country");
  const std::string_view place = record.text("City").empty() ? country : record.text("City");
  add_place(item, record, place, "Latitude", "Longitude", context.state_of(country), 0);
  Document& document = imported.document;
  document.publisher = record.text("Publisher");
  document.published = item.when;
  const std::string story(record.text("Story ID"));
  document.id = story.empty() ? "icews-event-" + std::string(record.text("Event ID"))
                              : "icews-story-" + story;
  return true;
}

std::vector<std::string> polecat_party(const Record& record, const ForeignContext& context,
                                       const std::string& side) {
  const std::string_view name = record.text(side + " Name");
  const std::string_view country = record.text(side + " Country");
  if (name.empty() && country.empty()) return {};
  const std::string sector =
      context.codes->find("sector-polecat", record.text("Primary " + side + " Sector"));
  std::string main = is_state_code(country) ? std::string(country) : context.state_of(country);
  if (main.empty()) main = slug_of(name);
  return {main.empty() ? "?" : joined(main, sector)};
}

bool fill_polecat(const Record& record, const ForeignContext& context, ImportedItem& imported) {
  Item& item = imported.item;
  const std::string name(record.text("Event Type"));
  const auto type = item_type(name);
  if (!type || kind_of(*type) != ItemKind::event) {
    record.fail("Event Type", "is no PLOVER type: \"" + name + "\"");
  }
  item.type = *type;
  item.mode = record.text("Event Mode");
  if (!context.ontology->has_mode(item.type, item.mode)) item.mode.clear();
  item.cameo = context.ontology->default_cameo(item.type, item.mode);
  item.when = record.date("Event Date");
  item.actor = polecat_party(record, context, "Actor");
  item.recipient = polecat_party(record, context, "Recipient");
  std::string_view place = record.text("Placename");
  for (const char* column : {"City", "Country"}) {
    if (place.empty()) place = record.text(column);
  }
  const std::string_view country = record.text("Country");
  add_place(item, record, place, "Latitude", "Longitude",
            is_state_code(country) ? std::string(country) : context.state_of(country),
            record.integer("GeoNames ID"));
  Document& document = imported.document;
  document.id = "polecat-" + std::string(record.text("Event ID"));
  document.publisher = record.text("Source");
  document.published = record.date("Publication Date");
  return true;
}

/// Reads the lines of a table. `columns` are those of its first line where they are not given.
class TableReader {
 public:
  TableReader(ByteSource& source, const ForeignContext& context, const ForeignHandlers& handlers)
      : lines_(source, line_limit), source_(source), context_(context), handlers_(handlers) {}

  ForeignCounts read(const Columns& columns, Fill fill) {
    std::string line;
    while (next(line)) {
      if (trimmed(line).empty()) continue;
      const Location place = here();
      try {
        take(line, columns, fill, place);
      } catch (const Error& error) {
        handlers_.error(error);
      }
    }
    return counts_;
  }

  Columns head(const std::vector<std::string_view>& wanted) {
    if (!next(head_)) head_.clear();
    // A byte order mark, as spreadsheets write it.
    std::string_view names = head_;
    if (names.starts_with("\xef\xbb\xbf")) names.remove_prefix(3);
    Columns columns(split_tabs(names));
    for (const std::string_view name : wanted) columns.require(name, {source_.name(), 1});
    return columns;
  }

 private:
  [[nodiscard]] Location here() const {
    return {source_.name(), lines_.line_number(), lines_.byte()};
  }

  /// Lines that are too long are reported and passed over.
  bool next(std::string& line) {
    while (true) {
      try {
        return lines_.next(line);
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::too_large) throw;
        handlers_.error(error);
      }
    }
  }

  void take(std::string& line, const Columns& columns, Fill fill, const Location& place) {
    repair(line);
    const Record record(line, columns, place);
    ImportedItem imported;
    imported.source = context_.source;
    imported.record = Fingerprint().add(line).hex();
    if (!fill(record, context_, imported)) {
      ++counts_.untyped;
      return;
    }
    imported.item.doc = imported.document.id;
    ++counts_.items;
    handlers_.item(std::move(imported));
  }

  LineReader lines_;
  ByteSource& source_;
  const ForeignContext& context_;
  const ForeignHandlers& handlers_;
  std::string head_;
  ForeignCounts counts_;
};

/// An item of our own; what export adds of its document is read too.
ImportedItem own_item(const std::string& line, const ForeignContext& context,
                      const Location& place) {
  ImportedItem imported;
  imported.item = read_item(line, place);
  const nlohmann::json value = parse_json(line, place);
  const JsonFields fields(value, place);
  imported.source = fields.has("source") ? fields.string("source") : context.source;
  imported.document.id = imported.item.doc;
  imported.document.published = fields.string("published");
  imported.document.publisher = fields.string("publisher");
  imported.document.url = fields.string("url");
  imported.record = Fingerprint().add(line).hex();
  return imported;
}

ForeignCounts read_own(ByteSource& source, const ForeignContext& context,
                       const ForeignHandlers& handlers) {
  ForeignCounts counts;
  LineReader lines(source, line_limit);
  std::string line;
  while (true) {
    try {
      if (!lines.next(line)) return counts;
      if (trimmed(line).empty()) continue;
      handlers.item(own_item(line, context, {source.name(), lines.line_number(), lines.byte()}));
      ++counts.items;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::malformed && error.kind() != ErrorKind::too_large) throw;
      handlers.error(error);
    }
  }
}

}  // namespace

std::optional<ForeignFormat> foreign_format(std::string_view name) {
  if (name == "gdelt2") return ForeignFormat::gdelt2;
  if (name == "icews") return ForeignFormat::icews;
  if (name == "polecat") return ForeignFormat::polecat;
  if (name == "jsonl") return ForeignFormat::jsonl;
  return std::nullopt;
}

ForeignCounts read_foreign(ByteSource& source, ForeignFormat format, const ForeignContext& context,
                           const ForeignHandlers& handlers) {
  if (format == ForeignFormat::jsonl) return read_own(source, context, handlers);
  TableReader reader(source, context, handlers);
  if (format == ForeignFormat::gdelt2) {
    return reader.read(Columns({gdelt_columns.begin(), gdelt_columns.end()}), fill_gdelt);
  }
  if (format == ForeignFormat::icews) {
    return reader.read(reader.head({"Event Date", "Source Name", "CAMEO Code", "Target Name"}),
                       fill_icews);
  }
  return reader.read(reader.head({"Event ID", "Event Date", "Event Type"}), fill_polecat);
}

}  // namespace entente
