// Acts, their reports and disputes read back.
#include "store/acts.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "store/item_rows.h"
#include "store/story_rows.h"
#include "story/gather.h"
#include "story/summary.h"

namespace entente {
namespace {

/// The condition that a query is, over the table `act`, and the values for its parameters.
struct Condition {
  std::string sql = "1";
  std::vector<std::int64_t> numbers;  // bound first
  std::vector<std::string> texts;     // bound after them
};

/// That one of the codes is a party. The codes are looked up first, so that the index by actor
/// finds their acts.
void add_parties(Condition& where, const std::vector<std::string>& codes) {
  if (codes.empty()) return;
  where.sql +=
      " AND act.id IN (SELECT act FROM act_party WHERE actor IN (SELECT id FROM actor WHERE 0";
  for (const std::string& code : codes) {
    where.sql += code.find(':') == std::string::npos ? " OR main = ?" : " OR code = ?";
    where.texts.push_back(code);
  }
  where.sql += ") AND role IN ('actor', 'recipient'))";
}

Condition condition_of(const ActQuery& query) {
  Condition where;
  const auto add_number = [&](const char* sql, std::int64_t value) {
    where.sql += sql;
    where.numbers.push_back(value);
  };
  if (query.as_of) add_number(" AND act.first_seen <= ?", *query.as_of);
  if (query.from) add_number(" AND act.last_day >= ?", *query.from);
  if (query.until) add_number(" AND act.first_day <= ?", *query.until);
  if (!query.ids.empty()) {
    where.sql += " AND act.id IN (";
    for (std::size_t i = 0; i < query.ids.size(); ++i) {
      add_number(i == 0 ? "?" : ", ?", query.ids[i]);
    }
    where.sql += ")";
  }
  if (query.kind) {
    where.sql += " AND act.kind = ?";
    where.texts.emplace_back(name_of(*query.kind));
  }
  if (query.type) {
    where.sql += " AND act.type = ?";
    where.texts.emplace_back(name_of(*query.type));
  }
  add_parties(where, query.parties);
  add_parties(where, query.others);
  return where;
}

void bind_all(Statement& statement, const Condition& where) {
  for (const std::int64_t number : where.numbers) statement.bind(number);
  for (const std::string& text : where.texts) statement.bind(text);
}

Day day_at(const Statement& row, int column) {
  return row.is_null(column) ? no_day : static_cast<Day>(row.number(column));
}

Standing standing_named(std::string_view name) {
  for (const Standing standing : {Standing::claimed, Standing::disputed, Standing::denied}) {
    if (name == name_of(standing)) return standing;
  }
  return Standing::established;
}

Act act_in(const Statement& row) {
  Act act;
  act.id = row.number(0);
  act.type = item_type(row.text(1)).value_or(ItemType::agree);
  act.kind = kind_of(act.type);
  act.mode = row.text(2);
  act.cameo = row.text(3);
  act.status = item_status(row.text(4)).value_or(Status::actual);
  act.standing = standing_named(row.view(5));
  act.when = {day_at(row, 6), day_at(row, 7)};
  act.dated = row.number(8) != 0;
  act.first_seen = day_at(row, 9);
  act.last_seen = day_at(row, 10);
  act.reports = static_cast<std::uint32_t>(row.number(11));
  act.documents = static_cast<std::uint32_t>(row.number(12));
  act.confidence = row.real(13);
  return act;
}

/// Calls `handle` with the act and the row for all rows of a table of parts. Both are in the order
/// of acts.
template <class Handle>
void each_part(Database& database, std::vector<Act>& acts, const Condition& where,
               const std::string& select, const std::string& order, const Handle& handle) {
  Statement rows = database.prepare(select + " JOIN act ON act.id = part.act WHERE " + where.sql +
                                    " ORDER BY part.act, " + order);
  bind_all(rows, where);
  auto at = acts.begin();
  while (rows.step()) {
    while (at != acts.end() && at->id < rows.number(0)) ++at;
    if (at != acts.end() && at->id == rows.number(0)) handle(*at, rows);
  }
}

std::vector<Act> acts_where(Database& database, const Condition& where, bool lean) {
  std::vector<Act> acts;
  {
    Statement rows = database.prepare(
        "SELECT id, type, mode, cameo, status, standing, first_day, last_day, dated, first_seen, "
        "last_seen, reports, documents, confidence FROM act WHERE " +
        where.sql + " ORDER BY id");
    bind_all(rows, where);
    while (rows.step()) acts.push_back(act_in(rows));
  }
  each_part(database, acts, where,
            "SELECT part.act, role, code FROM act_party part JOIN actor ON actor.id = part.actor",
            "role, n", [](Act& act, const Statement& row) {
              const std::string_view role = row.view(1);
              (role == "actor"       ? act.actor
               : role == "recipient" ? act.recipient
                                     : act.denied_by)
                  .push_back(row.text(2));
            });
  if (lean) return acts;
  each_part(database, acts, where, "SELECT part.act, source FROM act_source part", "n",
            [](Act& act, const Statement& row) { act.sources.push_back(row.text(1)); });
  each_part(database, acts, where,
            "SELECT part.act, name, latitude, longitude, geonames, country FROM act_place part "
            "JOIN place ON place.id = part.place",
            "n", [](Act& act, const Statement& row) {
              act.places.push_back({row.text(1), row.real(2), row.real(3),
                                    static_cast<std::uint32_t>(row.number(4)), row.text(5)});
            });
  return acts;
}

// ---- as of a day: acts that documents of later days tell too, made anew from what was known

struct Visible {
  std::vector<std::int64_t> items;
  std::vector<LinkedPair> links;
};

/// The items of an act that were published by then, and the links among them.
Visible visible_of(Database& database, std::int64_t act, Day as_of) {
  Visible visible;
  const std::string day = iso_day(as_of) + "~";  // after every time of that day
  {
    Statement rows = database.prepare(
        "SELECT item.id FROM act_item JOIN item ON item.id = act_item.item "
        "JOIN document d ON d.id = item.document WHERE act = ? AND d.published <> '' AND "
        "d.published <= ? ORDER BY item.id");
    rows.bind(act).bind(day);
    while (rows.step()) visible.items.push_back(rows.number(0));
  }
  for (const std::int64_t item : visible.items) {
    Statement rows = database.prepare("SELECT b, score FROM link WHERE a = ? ORDER BY b");
    rows.bind(item);
    while (rows.step()) {
      if (!std::ranges::binary_search(visible.items, rows.number(0))) continue;
      visible.links.push_back({item, rows.number(0), rows.real(1)});
    }
  }
  return visible;
}

std::vector<std::vector<std::int64_t>> groups_by_then(Database& database, std::int64_t act,
                                                      Day as_of) {
  const Visible visible = visible_of(database, act, as_of);
  return connected(visible.items, visible.links, visible.items.size());
}

/// Acts as they were known by then, in the place of those that were told of afterwards too.
void roll_back(Database& database, std::vector<Act>& acts, Day as_of) {
  const StoryWords no_words = StoryWords::of_text("");
  ReportShelf shelf(database, no_words);
  std::vector<Act> known;
  for (Act& act : acts) {
    if (act.last_seen <= as_of) {
      known.push_back(std::move(act));
      continue;
    }
    for (const auto& group : groups_by_then(database, act.id, as_of)) {
      std::vector<const Report*> reports;
      for (const std::int64_t item : group) reports.push_back(&shelf.of(item));
      known.push_back(act_of(reports, Kinship()));
    }
    shelf.tidy();
  }
  std::ranges::sort(known, {}, &Act::id);
  acts = std::move(known);
}

/// Which items tell an act: the whole of it, or what was known of it by then.
std::vector<std::int64_t> items_of(Database& database, std::int64_t act, std::optional<Day> as_of) {
  std::int64_t whole = act;
  {
    Statement find = database.prepare("SELECT act FROM act_item WHERE item = ?");
    find.bind(act);
    if (find.step()) whole = find.number(0);
  }
  if (as_of) {
    for (auto& group : groups_by_then(database, whole, *as_of)) {
      if (std::ranges::binary_search(group, act)) return std::move(group);
    }
    return {};
  }
  Statement rows = database.prepare("SELECT item FROM act_item WHERE act = ? ORDER BY item");
  rows.bind(whole);
  std::vector<std::int64_t> items;
  while (rows.step()) items.push_back(rows.number(0));
  return items;
}

bool published_by(Database& database, std::int64_t item, Day as_of) {
  Statement find = database.prepare(
      "SELECT published FROM document d JOIN item ON item.document = d.id WHERE item.id = ?");
  find.bind(item);
  const Day day = find.step() ? day_of(find.view(0)) : no_day;
  return day != no_day && day <= as_of;
}

DisputeAbout about_named(std::string_view name) {
  for (const DisputeAbout about :
       {DisputeAbout::relation, DisputeAbout::actor, DisputeAbout::recipient, DisputeAbout::bound,
        DisputeAbout::number}) {
    if (name == name_of(about)) return about;
  }
  return DisputeAbout::happened;
}

std::vector<DisputeSide> sides_of(Database& database, std::int64_t dispute,
                                  std::optional<Day> as_of) {
  std::vector<DisputeSide> sides;
  {
    Statement rows = database.prepare(
        "SELECT claim, first_said, last_said FROM dispute_side WHERE dispute = ? ORDER BY n");
    rows.bind(dispute);
    while (rows.step()) {
      sides.push_back({rows.text(0), {}, {}, day_at(rows, 1), day_at(rows, 2)});
    }
  }
  {
    Statement rows = database.prepare(
        "SELECT side, speaker FROM dispute_speaker WHERE dispute = ? ORDER BY side, n");
    rows.bind(dispute);
    while (rows.step()) {
      sides.at(static_cast<std::size_t>(rows.number(0))).speakers.push_back(rows.text(1));
    }
  }
  Statement rows = database.prepare(
      "SELECT side, item FROM dispute_item JOIN item ON item.id = dispute_item.item "
      "JOIN document d ON d.id = item.document WHERE dispute = ? "
      "ORDER BY side, d.published = '', d.published, item");
  rows.bind(dispute);
  std::vector<std::pair<std::int64_t, std::int64_t>> items;
  while (rows.step()) items.emplace_back(rows.number(0), rows.number(1));
  for (const auto& [side, item] : items) {
    if (as_of && !published_by(database, item, *as_of)) continue;
    sides.at(static_cast<std::size_t>(side)).items.push_back(item);
  }
  std::erase_if(sides, [](const DisputeSide& side) { return side.items.empty(); });
  return sides;
}

std::vector<std::int64_t> acts_of_dispute(Database& database, std::int64_t dispute,
                                          std::int64_t first) {
  std::vector<std::int64_t> acts = {first};
  Statement rows =
      database.prepare("SELECT act FROM dispute_act WHERE dispute = ? AND act <> ? ORDER BY act");
  rows.bind(dispute).bind(first);
  while (rows.step()) acts.push_back(rows.number(0));
  return acts;
}

}  // namespace

std::vector<Act> read_acts(Store& store, const ActQuery& query) {
  std::vector<Act> acts = acts_where(store.database(), condition_of(query), query.lean);
  if (query.as_of) roll_back(store.database(), acts, *query.as_of);
  return acts;
}

ActReport read_report(Store& store, std::int64_t item) {
  Database& database = store.database();
  StoredItem stored = read_item(database, item);
  ActReport report;
  report.row = item;
  report.origin = std::move(stored.origin);
  report.item = std::move(stored.item);
  Statement find = database.prepare("SELECT act, source, copy FROM act_item WHERE item = ?");
  find.bind(item);
  if (!find.step()) return report;
  report.act = find.number(0);
  report.source = find.text(1);
  report.copy = find.number(2) != 0;
  return report;
}

std::vector<ActReport> read_reports(Store& store, std::int64_t act, std::optional<Day> as_of) {
  std::vector<ActReport> reports;
  for (const std::int64_t item : items_of(store.database(), act, as_of)) {
    reports.push_back(read_report(store, item));
    reports.back().act = act;
  }
  std::ranges::stable_sort(reports, [](const ActReport& a, const ActReport& b) {
    const auto key = [](const ActReport& report) {
      return std::pair(report.origin.published.empty(), std::string_view(report.origin.published));
    };
    return key(a) < key(b);
  });
  return reports;
}

std::vector<Dispute> read_disputes(Store& store, const ActQuery& query) {
  Database& database = store.database();
  const Condition where = condition_of(query);
  std::vector<std::pair<std::int64_t, Dispute>> found;
  {
    Statement rows = database.prepare(
        "SELECT dispute.id, dispute.act, about FROM dispute WHERE id IN (SELECT dispute FROM "
        "dispute_act JOIN act ON act.id = dispute_act.act WHERE " +
        where.sql + ") ORDER BY dispute.act, dispute.id");
    bind_all(rows, where);
    while (rows.step()) {
      found.push_back({rows.number(0), {rows.number(1), {}, about_named(rows.view(2)), {}}});
    }
  }
  std::vector<Dispute> disputes;
  for (auto& [row, dispute] : found) {
    dispute.sides = sides_of(database, row, query.as_of);
    if (dispute.sides.size() < 2) continue;
    dispute.acts = acts_of_dispute(database, row, dispute.act);
    disputes.push_back(std::move(dispute));
  }
  return disputes;
}

std::int64_t unlinked_documents(Store& store) {
  return store.database().number("SELECT count(*) FROM unlinked");
}

}  // namespace entente
