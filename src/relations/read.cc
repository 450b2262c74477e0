// Asks the store.
#include "relations/read.h"

#include "story/period.h"

namespace entente::relations {
namespace {

const char* condition_of(Known known) {
  switch (known) {
    case Known::established:
      return "standing = 'established'";
    case Known::claimed:
      return "standing IN ('claimed', 'disputed')";
    case Known::told:
      break;
  }
  return "standing <> 'denied'";
}

/// What sorts behind every time of that day.
std::string end_of(Day day) { return iso_day(day) + "~"; }

/// That an item was told by a day: all that tells its act was, or its own document. Binds the day's
/// number, then end_of it.
constexpr const char* told_by_then =
    "AND (act.last_seen <= ? OR (d.published <> '' AND d.published <= ?)) ";

/// Joins the document of an item as `d`.
std::string document_of(const std::string& item) {
  return "JOIN item ON item.id = " + item + " JOIN document d ON d.id = item.document ";
}

/// Acts as they were known by then are made anew one by one, so they are counted here.
std::vector<DayVolume> volumes_by_then(Store& store, Known known, Day as_of) {
  ActQuery query;
  query.as_of = as_of;
  query.kind = ItemKind::event;
  query.lean = true;
  const std::vector<Act> acts = read_acts(store, query);
  return day_volumes(acts, known);
}

}  // namespace

std::vector<DayVolume> read_day_volumes(Store& store, Known known, std::optional<Day> as_of) {
  if (as_of) return volumes_by_then(store, known, *as_of);
  Statement rows = store.database().prepare(
      std::string("SELECT first_day, last_day, count(*), sum(reports) FROM act WHERE kind = "
                  "'event' AND status = 'actual' AND first_day IS NOT NULL AND ") +
      condition_of(known) + " GROUP BY first_day, last_day ORDER BY first_day, last_day");
  std::vector<DayVolume> volumes;
  while (rows.step()) {
    volumes.push_back({{static_cast<Day>(rows.number(0)), static_cast<Day>(rows.number(1))},
                       rows.real(2),
                       rows.real(3)});
  }
  return volumes;
}

std::vector<NamedPerson> read_named_persons(Store& store, const std::string& name,
                                            std::optional<Day> as_of) {
  std::string sql =
      "SELECT DISTINCT act_item.act, word.value FROM item_word word "
      "JOIN act_item ON act_item.item = word.item ";
  if (as_of) sql += "JOIN act ON act.id = act_item.act ";
  if (as_of) sql += document_of("word.item");
  sql += "WHERE word.field = 'names' ";
  if (!name.empty()) sql += "AND word.value = ? ";
  if (as_of) sql += told_by_then;
  Statement rows = store.database().prepare(sql + "ORDER BY 1, 2");
  const std::string end = as_of ? end_of(*as_of) : "";
  if (!name.empty()) rows.bind(name);
  if (as_of) rows.bind(std::int64_t{*as_of}).bind(end);
  std::vector<NamedPerson> persons;
  while (rows.step()) persons.push_back({rows.number(0), rows.text(1)});
  return persons;
}

std::vector<Quoted> read_quoted(Store& store, const std::string& code, std::optional<Day> as_of,
                                std::size_t most) {
  const bool sector = code.find(':') != std::string::npos;
  std::string sql =
      "SELECT act.id, min(party.item), party.role = 'denied_by' FROM party "
      "JOIN actor ON actor.id = party.actor JOIN act_item ON act_item.item = party.item "
      "JOIN act ON act.id = act_item.act ";
  if (as_of) sql += document_of("party.item");
  sql += "WHERE party.role IN ('said_by', 'denied_by') AND actor.";
  sql += sector ? "code = ? " : "main = ? ";
  if (as_of) sql += told_by_then;
  Statement rows = store.database().prepare(
      sql + "GROUP BY act.id, party.role ORDER BY act.reports DESC, act.id, 3 LIMIT ?");
  const std::string end = as_of ? end_of(*as_of) : "";
  rows.bind(code);
  if (as_of) rows.bind(std::int64_t{*as_of}).bind(end);
  rows.bind(static_cast<std::int64_t>(most));
  std::vector<Quoted> quoted;
  while (rows.step()) quoted.push_back({rows.number(0), rows.number(1), rows.number(2) != 0});
  return quoted;
}

}  // namespace entente::relations
