// A store's items in other forms.
#include "store/export.h"

#include <fmt/format.h>

#include <iterator>

#include "record/item_json.h"
#include "record/json_text.h"

namespace entente {
namespace {

constexpr std::size_t piece = 1 << 16;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // XML has no way to write other control characters.
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

void append_feature(std::string& out, const ItemOrigin& origin, const Item& item,
                    const ResolvedPlace& place) {
  JsonObject feature(out);
  feature.member("type", "Feature");
  feature.key("geometry");
  JsonObject geometry(out);
  geometry.member("type", "Point");
  geometry.key("coordinates");
  fmt::format_to(std::back_inserter(out), "[{},{}]", place.longitude, place.latitude);
  geometry.close();
  feature.key("properties");
  JsonObject properties(out);
  properties.member("place", place.name);
  properties.optional("country", place.country);
  properties.member("type", name_of(item.type));
  properties.optional("mode", item.mode);
  properties.member("actor", item.actor);
  properties.member("recipient", item.recipient);
  properties.member("status", name_of(item.status));
  properties.optional("when", item.when);
  properties.optional("said_by", item.said_by);
  properties.optional("denied_by", item.denied_by);
  properties.optional("cameo", item.cameo);
  properties.member("doc", item.doc);
  properties.optional("source", origin.source);
  properties.optional("published", origin.published);
  properties.member("begin", std::uint64_t{item.span.begin});
  properties.member("end", std::uint64_t{item.span.end});
  properties.optional("sentence", item.sentence);
  properties.close();
  feature.close();
}

constexpr const char* graphml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "<key id=\"sector\" for=\"node\" attr.name=\"sector\" attr.type=\"string\"/>\n"
    "<key id=\"type\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\n"
    "<key id=\"status\" for=\"edge\" attr.name=\"status\" attr.type=\"string\"/>\n"
    "<key id=\"count\" for=\"edge\" attr.name=\"count\" attr.type=\"int\"/>\n"
    "<key id=\"first\" for=\"edge\" attr.name=\"first\" attr.type=\"string\"/>\n"
    "<key id=\"last\" for=\"edge\" attr.name=\"last\" attr.type=\"string\"/>\n"
    "<graph edgedefault=\"directed\">\n";

// Where an item has recipients, from each actor to each; else between all its actors, each pair
// once, in the order of their codes.
constexpr const char* edges_sql =
    "SELECT a, b, type, status, mutual, count(*), min(nullif(day, '')), max(day) FROM ("
    "  SELECT x.code AS a, y.code AS b, type, status, 0 AS mutual,"
    "    iif(day = '', published, day) AS day"
    "  FROM item JOIN document ON document.id = item.document"
    "  JOIN party p ON p.item = item.id AND p.role = 'actor' JOIN actor x ON x.id = p.actor"
    "  JOIN party q ON q.item = item.id AND q.role = 'recipient' JOIN actor y ON y.id = q.actor"
    "  UNION ALL"
    "  SELECT x.code, y.code, type, status, 1, iif(day = '', published, day)"
    "  FROM item JOIN document ON document.id = item.document"
    "  JOIN party p ON p.item = item.id AND p.role = 'actor' JOIN actor x ON x.id = p.actor"
    "  JOIN party q ON q.item = item.id AND q.role = 'actor' JOIN actor y ON y.id = q.actor"
    "  WHERE x.code < y.code AND"
    "    NOT EXISTS (SELECT 1 FROM party r WHERE r.item = item.id AND r.role = 'recipient')"
    ") GROUP BY a, b, type, status, mutual ORDER BY a, b, type, status, mutual";

void append_data(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  fmt::format_to(std::back_inserter(out), "<data key=\"{}\">{}</data>", key, escaped(value));
}

void append_edge(std::string& out, const Statement& row) {
  const bool mutual = row.number(4) != 0;
  fmt::format_to(std::back_inserter(out), "<edge source=\"{}\" target=\"{}\"{}>",
                 escaped(row.view(0)), escaped(row.view(1)), mutual ? " directed=\"false\"" : "");
  append_data(out, "type", row.view(2));
  append_data(out, "status", row.view(3));
  append_data(out, "count", std::to_string(row.number(5)));
  append_data(out, "first", row.view(6));
  append_data(out, "last", row.view(7));
  out += "</edge>\n";
}

}  // namespace

void append_exported_item(std::string& out, const ItemOrigin& origin, const Item& item) {
  append_item_json(out, item);
  out.resize(out.size() - 2);  // "}\n": more members follow
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    out += ",\"";
    out += name;
    out += "\":";
    append_json_string(out, value);
  };
  add("source", origin.source);
  add("published", origin.published);
  add("publisher", origin.publisher);
  add("url", origin.url);
  out += "}\n";
}

void write_geojson(Store& store, const Output& write) {
  std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
  bool first = true;
  store.each_item([&](const ItemOrigin& origin, const Item& item) {
    for (const ResolvedPlace& place : item.places) {
      out += first ? "\n" : ",\n";
      first = false;
      append_feature(out, origin, item, place);
    }
    if (out.size() < piece) return;
    write(out);
    out.clear();
  });
  write(out + "\n]}\n");
}

void write_graphml(Store& store, const Output& write) {
  std::string out = graphml_head;
  const auto flush = [&] {
    if (out.size() < piece) return;
    write(out);
    out.clear();
  };
  Statement actors = store.database().prepare(
      "SELECT code, sector FROM actor WHERE id IN "
      "(SELECT actor FROM party WHERE role IN ('actor', 'recipient')) ORDER BY code");
  while (actors.step()) {
    fmt::format_to(std::back_inserter(out), "<node id=\"{}\">", escaped(actors.view(0)));
    append_data(out, "sector", actors.view(1));
    out += "</node>\n";
    flush();
  }
  Statement edges = store.database().prepare(edges_sql);
  while (edges.step()) {
    append_edge(out, edges);
    flush();
  }
  write(out + "</graph>\n</graphml>\n");
}

}  // namespace entente
