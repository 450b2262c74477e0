// An item as rows of several tables.
#include "store/item_rows.h"

#include <string>
#include <vector>

#include "store/story_rows.h"

namespace entente {
namespace {

std::int64_t actor_row(Database& database, const std::string& code) {
  {
    Statement find = database.prepare("SELECT id FROM actor WHERE code = ?");
    find.bind(code);
    if (find.step()) return find.number(0);
  }
  const std::size_t colon = code.find(':');
  const std::string main = code.substr(0, colon);
  const std::string sector = colon == std::string::npos ? "" : code.substr(colon + 1);
  database.prepare("INSERT INTO actor (code, main, sector) VALUES (?, ?, ?)")
      .bind(code)
      .bind(main)
      .bind(sector)
      .run();
  return database.last_id();
}

std::int64_t place_row(Database& database, const ResolvedPlace& place) {
  const auto bind_all = [&](Statement& statement) {
    statement.bind(place.name)
        .bind(place.latitude)
        .bind(place.longitude)
        .bind(std::int64_t{place.geonames})
        .bind(place.country);
  };
  return row_of(
      database,
      "SELECT id FROM place WHERE name = ? AND latitude = ? AND longitude = ? AND geonames = ? "
      "AND country = ?",
      "INSERT INTO place (name, latitude, longitude, geonames, country) VALUES (?, ?, ?, ?, ?)",
      bind_all);
}

void insert_parties(Database& database, std::int64_t item, std::string_view role,
                    const std::vector<std::string>& codes) {
  std::int64_t n = 0;
  for (const std::string& code : codes) {
    const std::int64_t actor = actor_row(database, code);
    database.prepare("INSERT INTO party (item, role, n, actor) VALUES (?, ?, ?, ?)")
        .bind(item)
        .bind(role)
        .bind(n++)
        .bind(actor)
        .run();
  }
}

void insert_words(Database& database, std::int64_t item, std::string_view field,
                  const std::vector<std::string>& values) {
  std::int64_t n = 0;
  for (const std::string& value : values) {
    database.prepare("INSERT INTO item_word (item, field, n, value) VALUES (?, ?, ?, ?)")
        .bind(item)
        .bind(field)
        .bind(n++)
        .bind(value)
        .run();
  }
}

void insert_spans(Database& database, std::int64_t item, std::string_view field,
                  const std::vector<Span>& spans) {
  std::int64_t n = 0;
  for (const Span span : spans) {
    database
        .prepare(
            "INSERT INTO item_span (item, field, n, \"begin\", \"end\") VALUES (?, ?, ?, ?, ?)")
        .bind(item)
        .bind(field)
        .bind(n++)
        .bind(std::int64_t{span.begin})
        .bind(std::int64_t{span.end})
        .run();
  }
}

void insert_places(Database& database, std::int64_t item,
                   const std::vector<ResolvedPlace>& places) {
  std::int64_t n = 0;
  for (const ResolvedPlace& place : places) {
    const std::int64_t row = place_row(database, place);
    database.prepare("INSERT INTO item_place (item, n, place) VALUES (?, ?, ?)")
        .bind(item)
        .bind(n++)
        .bind(row)
        .run();
  }
}

std::int64_t insert_row(Database& database, const Item& item, const ItemSlot& slot) {
  Statement add = database.prepare(
      "INSERT INTO item (document, n, sentence, sentence_n, \"begin\", \"end\", trigger, kind, "
      "type, mode, status, day, number, weapon, cameo, confidence, pattern, record) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  add.bind(slot.document).bind(slot.number);
  slot.sentence ? add.bind(*slot.sentence) : add.bind_null();
  add.bind(std::int64_t{item.sentence_number})
      .bind(std::int64_t{item.span.begin})
      .bind(std::int64_t{item.span.end})
      .bind(item.trigger)
      .bind(name_of(item.kind))
      .bind(name_of(item.type))
      .bind(item.mode)
      .bind(name_of(item.status))
      .bind(item.when)
      .bind(item.number)
      .bind(item.weapon)
      .bind(item.cameo)
      .bind(item.confidence)
      .bind(item.pattern);
  slot.record ? add.bind(*slot.record) : add.bind_null();
  add.run();
  return database.last_id();
}

/// The values of a list that a row is one of, by the name of the list.
std::vector<std::string>* list_of(Item& item, std::string_view role) {
  if (role == "actor") return &item.actor;
  if (role == "recipient") return &item.recipient;
  if (role == "said_by") return &item.said_by;
  if (role == "denied_by") return &item.denied_by;
  if (role == "where") return &item.where;
  return role == "names" ? &item.names : nullptr;
}

std::vector<Span>* spans_of(ItemSpans& spans, std::string_view field) {
  if (field == "actor") return &spans.actor;
  if (field == "recipient") return &spans.recipient;
  if (field == "when") return &spans.when;
  if (field == "where") return &spans.where;
  if (field == "said_by") return &spans.said_by;
  return field == "denied_by" ? &spans.denied_by : nullptr;
}

void read_lists(Statement& rows, Item& item) {
  while (rows.step()) {
    if (std::vector<std::string>* list = list_of(item, rows.view(0))) list->push_back(rows.text(1));
  }
}

}  // namespace

void insert_item(Database& database, const Item& item, const ItemSlot& slot) {
  const std::int64_t row = insert_row(database, item, slot);
  insert_parties(database, row, "actor", item.actor);
  insert_parties(database, row, "recipient", item.recipient);
  insert_parties(database, row, "said_by", item.said_by);
  insert_parties(database, row, "denied_by", item.denied_by);
  insert_words(database, row, "where", item.where);
  insert_words(database, row, "names", item.names);
  insert_places(database, row, item.places);
  insert_spans(database, row, "actor", item.spans.actor);
  insert_spans(database, row, "recipient", item.spans.recipient);
  insert_spans(database, row, "when", item.spans.when);
  insert_spans(database, row, "where", item.spans.where);
  insert_spans(database, row, "said_by", item.spans.said_by);
  insert_spans(database, row, "denied_by", item.spans.denied_by);
}

void remove_items(Database& database, std::int64_t document) {
  forget_items(database, document);
  for (const char* table : {"party", "item_word", "item_span", "item_place"}) {
    const std::string sql = std::string("DELETE FROM ") + table +
                            " WHERE item IN (SELECT id FROM item WHERE document = ?)";
    database.prepare(sql).bind(document).run();
  }
  database.prepare("DELETE FROM item WHERE document = ?").bind(document).run();
}

namespace {

/// Adds what tables other than `item` hold.
void read_item_parts(Database& database, std::int64_t row, Item& item) {
  Statement parties = database.prepare(
      "SELECT role, code FROM party JOIN actor ON actor.id = party.actor "
      "WHERE item = ? ORDER BY role, n");
  read_lists(parties.bind(row), item);
  Statement words =
      database.prepare("SELECT field, value FROM item_word WHERE item = ? ORDER BY field, n");
  read_lists(words.bind(row), item);
  Statement spans = database.prepare(
      "SELECT field, \"begin\", \"end\" FROM item_span WHERE item = ? ORDER BY field, n");
  spans.bind(row);
  while (spans.step()) {
    if (std::vector<Span>* list = spans_of(item.spans, spans.view(0))) {
      list->push_back({static_cast<std::uint32_t>(spans.number(1)),
                       static_cast<std::uint32_t>(spans.number(2))});
    }
  }
  Statement places = database.prepare(
      "SELECT name, latitude, longitude, geonames, country FROM item_place "
      "JOIN place ON place.id = item_place.place WHERE item = ? ORDER BY n");
  places.bind(row);
  while (places.step()) {
    item.places.push_back({places.text(0), places.real(1), places.real(2),
                           static_cast<std::uint32_t>(places.number(3)), places.text(4)});
  }
}

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.number(column)),
          static_cast<std::uint32_t>(row.number(column + 1))};
}

Item item_in(const Statement& row, const std::string& file) {
  Item item;
  item.doc = row.text(1);
  item.sentence_number = static_cast<std::uint32_t>(row.number(7));
  item.span = span_at(row, 8);
  item.trigger = row.text(10);
  const std::optional<ItemType> type = item_type(row.text(11));
  const std::optional<Status> status = item_status(row.text(13));
  if (!type || !status) throw Error(ErrorKind::corrupt, "holds an item of unknown type", {file});
  item.type = *type;
  item.kind = kind_of(*type);
  item.mode = row.text(12);
  item.status = *status;
  item.when = row.text(14);
  item.number = row.text(15);
  item.weapon = row.text(16);
  item.cameo = row.text(17);
  item.confidence = row.real(18);
  item.pattern = row.text(19);
  item.sentence = row.text(20);
  item.sentence_span = span_at(row, 21);
  return item;
}

}  // namespace

StoredItem read_item_of(Database& database, const Statement& row) {
  StoredItem stored;
  stored.row = row.number(0);
  stored.document = row.number(23);
  stored.origin = {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
  stored.item = item_in(row, database.file());
  read_item_parts(database, stored.row, stored.item);
  return stored;
}

StoredItem read_item(Database& database, std::int64_t row) {
  static const std::string sql = std::string(items_sql) + " WHERE item.id = ?";
  Statement rows = database.prepare(sql);
  rows.bind(row);
  if (!rows.step()) {
    throw Error(ErrorKind::not_found, "there is no item " + std::to_string(row), {database.file()});
  }
  return read_item_of(database, rows);
}

}  // namespace entente
