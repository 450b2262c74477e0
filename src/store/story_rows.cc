// Acts, reports and disputes as rows.
#include "store/story_rows.h"

#include <algorithm>
#include <string>

#include "store/item_rows.h"
#include "story/summary.h"

namespace entente {
namespace {

// A dispute's row tells its act and what it is about, so that it is the same in whatever order
// documents came.
constexpr std::int64_t kinds_of_dispute = 16;
constexpr std::int64_t among_acts = 8;

/// Where a text holds several articles, a report has the day and the author of its own.
void use_segment(Database& database, const StoredItem& stored, ReportOrigin& origin) {
  Statement find = database.prepare(
      "SELECT published, author, kind FROM segment WHERE document = ? AND \"begin\" <= ? AND "
      "\"end\" > ? AND (published <> '' OR author <> '')");
  find.bind(stored.document)
      .bind(std::int64_t{stored.item.span.begin})
      .bind(std::int64_t{stored.item.span.begin});
  if (!find.step()) return;
  if (!find.view(0).empty()) origin.published = find.text(0);
  if (!find.view(1).empty() && find.view(2) == "comment") origin.publisher = find.text(1);
}

std::int64_t first_telling(Database& database, std::int64_t document) {
  Statement find = database.prepare("SELECT first FROM appearance WHERE document = ?");
  find.bind(document);
  return find.step() ? find.number(0) : document;
}

bool same_stem(const TellingWord& a, const TellingWord& b) { return a.stem == b.stem; }

/// Names in the first sentences of a document.
std::vector<TellingWord> names_in(Database& database, std::int64_t document,
                                  const StoryWords& words) {
  constexpr std::size_t most_names = 40;
  std::vector<TellingWord> names;
  Statement rows = database.prepare(
      "SELECT text FROM sentence WHERE document = ? ORDER BY n, \"begin\" LIMIT 12");
  rows.bind(document);
  while (names.size() < most_names && rows.step()) {
    for (const TellingWord& word : telling_words(rows.view(0), {}, {}, words)) {
      if (word.name) names.push_back(word);
    }
  }
  std::ranges::sort(names, {}, &TellingWord::stem);
  names.erase(std::unique(names.begin(), names.end(), same_stem), names.end());
  return names;
}

std::vector<std::uint64_t> party_words_in(Database& database, std::int64_t document,
                                          const StoryWords& words) {
  std::vector<std::uint64_t> stems;
  Statement rows = database.prepare(
      "SELECT s.text, p.\"begin\" - s.\"begin\", p.\"end\" - p.\"begin\" FROM item "
      "JOIN item_span p ON p.item = item.id JOIN sentence s ON s.id = item.sentence "
      "WHERE item.document = ? AND p.field IN ('actor', 'recipient', 'said_by') AND "
      "p.\"begin\" >= s.\"begin\" AND p.\"end\" <= s.\"end\"");
  rows.bind(document);
  while (rows.step()) {
    const auto begin = static_cast<std::size_t>(rows.number(1));
    const auto length = static_cast<std::size_t>(rows.number(2));
    const std::string_view name = rows.view(0).substr(begin, length);
    for (const TellingWord& word : telling_words(name, {}, {}, words)) stems.push_back(word.stem);
  }
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

/// Denials of what was said, as against refusals of what was asked for, which have a mode. Where
/// the sentence itself tells what is denied, nothing else is.
std::vector<Rejection> rejections_in(Database& database, std::int64_t document) {
  std::vector<Rejection> rejections;
  Statement rows = database.prepare(
      "SELECT item.id, sentence_n, code FROM item JOIN party ON party.item = item.id AND "
      "party.role = 'actor' JOIN actor ON actor.id = party.actor WHERE document = ? AND "
      "type = 'REJECT' AND status = 'actual' AND mode = '' AND NOT EXISTS (SELECT 1 FROM item told "
      "JOIN party d ON d.item = told.id AND d.role = 'denied_by' WHERE told.document = "
      "item.document AND told.sentence_n = item.sentence_n) ORDER BY item.n, party.n");
  rows.bind(document);
  while (rows.step()) {
    if (rejections.empty() || rejections.back().item != rows.number(0)) {
      rejections.push_back({rows.number(0), static_cast<std::uint32_t>(rows.number(1)), {}});
    }
    rejections.back().actor.push_back(rows.text(2));
  }
  return rejections;
}

Report read_report(Database& database, std::int64_t row, const StoryWords& words) {
  const StoredItem stored = read_item(database, row);
  ReportOrigin origin{stored.document, first_telling(database, stored.document), stored.item.doc,
                      stored.origin.publisher, stored.origin.published};
  use_segment(database, stored, origin);
  return report_of(stored.item, row, origin, words);
}

void bind_day(Statement& statement, Day day) {
  day == no_day ? statement.bind_null() : statement.bind(std::int64_t{day});
}

void insert_parties(Database& database, std::int64_t act, std::string_view role,
                    const std::vector<std::string>& codes, std::span<const Report* const> reports,
                    std::vector<std::string> Report::*list) {
  std::int64_t n = 0;
  for (const std::string& code : codes) {
    const auto telling = std::ranges::count_if(reports, [&](const Report* report) {
      return std::ranges::find(report->*list, code) != (report->*list).end();
    });
    database
        .prepare(
            "INSERT INTO act_party (act, role, n, actor, reports) "
            "SELECT ?, ?, ?, id, ? FROM actor WHERE code = ?")
        .bind(act)
        .bind(role)
        .bind(n++)
        .bind(std::int64_t{telling})
        .bind(code)
        .run();
  }
}

void insert_places(Database& database, const Act& act) {
  std::int64_t n = 0;
  for (const ResolvedPlace& place : act.places) {
    database
        .prepare(
            "INSERT INTO act_place (act, n, place) SELECT ?, ?, min(id) FROM place WHERE "
            "name = ? AND latitude = ? AND longitude = ? AND geonames = ?")
        .bind(act.id)
        .bind(n++)
        .bind(place.name)
        .bind(place.latitude)
        .bind(place.longitude)
        .bind(std::int64_t{place.geonames})
        .run();
  }
}

void insert_reports(Database& database, const Act& act, std::span<const Report* const> reports) {
  const std::vector<bool> copies = copies_among(reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    database.prepare("INSERT INTO act_item (item, act, source, copy) VALUES (?, ?, ?, ?)")
        .bind(reports[i]->id)
        .bind(act.id)
        .bind(reports[i]->source)
        .bind(std::int64_t{copies[i] ? 1 : 0})
        .run();
  }
}

void insert_sources(Database& database, const Act& act) {
  std::int64_t n = 0;
  for (const std::string& source : act.sources) {
    database.prepare("INSERT INTO act_source (act, n, source) VALUES (?, ?, ?)")
        .bind(act.id)
        .bind(n++)
        .bind(source)
        .run();
  }
}

void insert_side(Database& database, std::int64_t dispute, std::int64_t n,
                 const DisputeSide& side) {
  Statement add = database.prepare(
      "INSERT INTO dispute_side (dispute, n, claim, first_said, last_said) VALUES (?, ?, ?, ?, ?)");
  add.bind(dispute).bind(n).bind(side.claim);
  bind_day(add, side.first_said);
  bind_day(add, side.last_said);
  add.run();
  std::int64_t place = 0;
  for (const std::string& speaker : side.speakers) {
    database.prepare("INSERT INTO dispute_speaker (dispute, side, n, speaker) VALUES (?, ?, ?, ?)")
        .bind(dispute)
        .bind(n)
        .bind(place++)
        .bind(speaker)
        .run();
  }
  for (const std::int64_t item : side.items) {
    database.prepare("INSERT INTO dispute_item (dispute, side, item) VALUES (?, ?, ?)")
        .bind(dispute)
        .bind(n)
        .bind(item)
        .run();
  }
}

void remove_dispute(Database& database, std::int64_t dispute) {
  for (const char* table : {"dispute_act", "dispute_side", "dispute_speaker", "dispute_item"}) {
    database.prepare(std::string("DELETE FROM ") + table + " WHERE dispute = ?")
        .bind(dispute)
        .run();
  }
  database.prepare("DELETE FROM dispute WHERE id = ?").bind(dispute).run();
}

/// `sql` selects them for an act.
void remove_disputes_where(Database& database, std::string_view sql, std::int64_t act) {
  std::vector<std::int64_t> disputes;
  {
    Statement find = database.prepare(sql);
    find.bind(act);
    while (find.step()) disputes.push_back(find.number(0));
  }
  for (const std::int64_t dispute : disputes) remove_dispute(database, dispute);
}

}  // namespace

const Report& ReportShelf::of(std::int64_t item) {
  const auto found = reports_.find(item);
  if (found != reports_.end()) return found->second;
  Report report = read_report(database_, item, words_);
  use_document(report, notes_of(report.document));
  return reports_.emplace(item, std::move(report)).first->second;
}

const DocumentNotes& ReportShelf::notes_of(std::int64_t document) {
  if (document == document_) return notes_;
  document_ = document;
  notes_.parties = party_words_in(database_, document, words_);
  std::vector<TellingWord> names = names_in(database_, document, words_);
  weigh_parties(names, notes_.parties);
  notes_.names = std::make_shared<const std::vector<TellingWord>>(std::move(names));
  notes_.rejections = rejections_in(database_, document);
  return notes_;
}

void ReportShelf::tidy() {
  if (reports_.size() > most) reports_.clear();
}

void insert_act(Database& database, const Act& act, std::span<const Report* const> reports) {
  Statement add = database.prepare(
      "INSERT INTO act (id, kind, type, mode, cameo, status, standing, first_day, last_day, dated, "
      "first_seen, last_seen, reports, documents, confidence) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  add.bind(act.id)
      .bind(name_of(act.kind))
      .bind(name_of(act.type))
      .bind(act.mode)
      .bind(act.cameo)
      .bind(name_of(act.status))
      .bind(name_of(act.standing));
  bind_day(add, act.when.first);
  bind_day(add, act.when.last);
  add.bind(std::int64_t{act.dated ? 1 : 0});
  bind_day(add, act.first_seen);
  bind_day(add, act.last_seen);
  add.bind(std::int64_t{act.reports}).bind(std::int64_t{act.documents}).bind(act.confidence);
  add.run();
  insert_parties(database, act.id, "actor", act.actor, reports, &Report::actor);
  insert_parties(database, act.id, "recipient", act.recipient, reports, &Report::recipient);
  insert_parties(database, act.id, "denied_by", act.denied_by, reports, &Report::denied_by);
  insert_sources(database, act);
  insert_places(database, act);
  insert_reports(database, act, reports);
}

void remove_act(Database& database, std::int64_t act) {
  remove_disputes_where(database, "SELECT dispute FROM dispute_act WHERE act = ?", act);
  for (const char* table : {"act_party", "act_source", "act_place", "act_item"}) {
    database.prepare(std::string("DELETE FROM ") + table + " WHERE act = ?").bind(act).run();
  }
  database.prepare("DELETE FROM act WHERE id = ?").bind(act).run();
}

void forget_items(Database& database, std::int64_t document) {
  std::vector<std::int64_t> acts;
  {
    Statement find = database.prepare(
        "SELECT DISTINCT act FROM act_item JOIN item ON item.id = act_item.item "
        "WHERE item.document = ?");
    find.bind(document);
    while (find.step()) acts.push_back(find.number(0));
  }
  for (const std::int64_t act : acts) {
    database.prepare("INSERT OR IGNORE INTO stale (item) SELECT item FROM act_item WHERE act = ?")
        .bind(act)
        .run();
    remove_act(database, act);
  }
  for (const char* sql :
       {"DELETE FROM stale WHERE item IN (SELECT id FROM item WHERE document = ?)",
        "DELETE FROM link WHERE a IN (SELECT id FROM item WHERE document = ?)",
        "DELETE FROM link WHERE b IN (SELECT id FROM item WHERE document = ?)",
        "DELETE FROM story_key WHERE item IN "
        "(SELECT id FROM item WHERE document = ?)"}) {
    database.prepare(sql).bind(document).run();
  }
}

void insert_dispute(Database& database, const Dispute& dispute) {
  const std::int64_t among = dispute.acts.size() > 1 ? among_acts : 0;
  const std::int64_t row =
      dispute.act * kinds_of_dispute + among + static_cast<std::int64_t>(dispute.about);
  database.prepare("INSERT INTO dispute (id, act, about) VALUES (?, ?, ?)")
      .bind(row)
      .bind(dispute.act)
      .bind(name_of(dispute.about))
      .run();
  for (const std::int64_t act : dispute.acts) {
    database.prepare("INSERT INTO dispute_act (dispute, act) VALUES (?, ?)")
        .bind(row)
        .bind(act)
        .run();
  }
  std::int64_t n = 0;
  for (const DisputeSide& side : dispute.sides) insert_side(database, row, n++, side);
}

void remove_disputes(Database& database, std::int64_t act) {
  remove_disputes_where(database, "SELECT id FROM dispute WHERE act = ?", act);
}

}  // namespace entente
