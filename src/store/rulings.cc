// Decisions as rows.
#include "store/rulings.h"

#include <charconv>

namespace entente {
namespace {

struct FoundReport {
  std::int64_t item = 0;
  std::string document, source, type;
  std::int64_t begin = 0;
};

FoundReport find_report(Database& database, const ReportName& name) {
  Statement find = database.prepare(
      "SELECT item.id, d.name, d.source, item.type, item.\"begin\" FROM document d JOIN item ON "
      "item.document = d.id WHERE d.name = ? AND d.source = ? AND item.\"begin\" = ? AND "
      "(? = '' OR item.type = ?) ORDER BY item.id");
  find.bind(name.document)
      .bind(name.source)
      .bind(std::int64_t{name.begin})
      .bind(name.type)
      .bind(name.type);
  const std::string written = name.document + ":" + std::to_string(name.begin);
  if (!find.step()) {
    throw Error(ErrorKind::not_found, "there is no report " + written, {database.file()});
  }
  FoundReport found{find.number(0), find.text(1), find.text(2), find.text(3), find.number(4)};
  if (find.step()) {
    throw Error(
        ErrorKind::invalid_value,
        "several reports begin at " + written + "; add the type: " + written + ":" + found.type,
        {database.file()});
  }
  return found;
}

void bind_both(Statement& statement, const FoundReport& a, const FoundReport& b) {
  for (const FoundReport* report : {&a, &b}) {
    statement.bind(report->document).bind(report->source).bind(report->begin).bind(report->type);
  }
}

}  // namespace

ReportName report_name(const std::string& text) {
  ReportName name;
  std::string rest = text;
  std::size_t colon = rest.rfind(':');
  if (colon != std::string::npos && item_type(rest.substr(colon + 1))) {
    name.type = rest.substr(colon + 1);
    rest.resize(colon);
    colon = rest.rfind(':');
  }
  const char* begin = rest.data() + (colon == std::string::npos ? 0 : colon + 1);
  const char* end = rest.data() + rest.size();
  const auto [at, error] = std::from_chars(begin, end, name.begin);
  if (colon == std::string::npos || colon == 0 || error != std::errc() || at != end) {
    throw Error(ErrorKind::invalid_value,
                "'" + text + "' names no report; write DOCUMENT:BYTE or DOCUMENT:BYTE:TYPE");
  }
  name.document = rest.substr(0, colon);
  return name;
}

void rule(Store& store, const ReportName& left, const ReportName& right, std::optional<bool> same) {
  Database& database = store.database();
  Transaction transaction(database);
  FoundReport a = find_report(database, left);
  FoundReport b = find_report(database, right);
  if (a.item == b.item) {
    throw Error(ErrorKind::invalid_value, "both are the same report", {database.file()});
  }
  if (b.item < a.item) std::swap(a, b);
  for (const auto& [first, second] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    Statement remove = database.prepare(
        "DELETE FROM ruling WHERE document_a = ? AND source_a = ? AND begin_a = ? AND type_a = ? "
        "AND document_b = ? AND source_b = ? AND begin_b = ? AND type_b = ?");
    bind_both(remove, *first, *second);
    remove.run();
  }
  if (same) {
    Statement add = database.prepare("INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_both(add, a, b);
    add.bind(std::int64_t{*same ? 1 : 0}).run();
  }
  for (const std::int64_t item : {a.item, b.item}) {
    database.prepare("INSERT OR IGNORE INTO stale (item) VALUES (?)").bind(item).run();
  }
  transaction.commit();
}

std::multimap<std::int64_t, Ruling> read_rulings(Database& database) {
  std::multimap<std::int64_t, Ruling> rulings;
  Statement rows = database.prepare(
      "SELECT a.id, b.id, same FROM ruling r "
      "JOIN document da ON da.name = r.document_a AND da.source = r.source_a "
      "JOIN item a ON a.document = da.id AND a.\"begin\" = r.begin_a AND a.type = r.type_a "
      "JOIN document db ON db.name = r.document_b AND db.source = r.source_b "
      "JOIN item b ON b.document = db.id AND b.\"begin\" = r.begin_b AND b.type = r.type_b "
      "ORDER BY a.id, b.id");
  while (rows.step()) {
    const std::int64_t a = rows.number(0), b = rows.number(1);
    const bool same = rows.number(2) != 0;
    rulings.emplace(a, Ruling{b, same});
    rulings.emplace(b, Ruling{a, same});
  }
  return rulings;
}

}  // namespace entente
