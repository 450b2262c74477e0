// Opening a store, asking what it holds, and writing to it.
#include "store/store.h"

#include <thread>

#include "store/document_rows.h"
#include "store/item_rows.h"
#include "store/schema.h"

namespace entente {
namespace {

/// Readers and one writer at a time do not disturb each other in this mode. Changing to it does not
/// wait for others by itself.
void use_write_ahead_log(Database& database) {
  constexpr int tries = 100;
  for (int i = 0; i < tries; ++i) {
    try {
      Statement mode = database.prepare("PRAGMA journal_mode = WAL");
      mode.run();
      return;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::unreadable || i + 1 == tries) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
}

std::int64_t coding_row(Database& database, const Provenance& provenance) {
  const auto bind_all = [&](Statement& statement) {
    statement.bind(provenance.source)
        .bind(provenance.version)
        .bind(provenance.dictionaries)
        .bind(provenance.command)
        .bind(provenance.time);
  };
  return row_of(
      database,
      "SELECT id FROM coding WHERE source = ? AND version = ? AND dictionaries = ? AND "
      "command = ? AND time = ?",
      "INSERT INTO coding (source, version, dictionaries, command, time) VALUES (?, ?, ?, ?, ?)",
      bind_all);
}

/// Finds the sentence of an item among those of its document, adds it where it is missing.
std::optional<std::int64_t> sentence_row(Database& database, std::int64_t document,
                                         const Item& item) {
  if (item.sentence.empty() && item.sentence_span.empty()) return std::nullopt;
  {
    Statement find = database.prepare(
        "SELECT id FROM sentence WHERE document = ? AND n = ? AND \"begin\" = ? AND \"end\" = ? "
        "AND text = ?");
    find.bind(document)
        .bind(std::int64_t{item.sentence_number})
        .bind(std::int64_t{item.sentence_span.begin})
        .bind(std::int64_t{item.sentence_span.end})
        .bind(item.sentence);
    if (find.step()) return find.number(0);
  }
  return insert_sentence(database, document, item.sentence_number, item.sentence_span,
                         item.sentence);
}

/// Its items are yet to be linked to acts.
void mark_unlinked(Database& database, std::int64_t document) {
  database.prepare("INSERT OR IGNORE INTO unlinked (document) VALUES (?)").bind(document).run();
}

void write_appearance(Database& database, std::int64_t row, const CodedDocument& coded) {
  if (!coded.appearance) return;
  const auto first = document_row(database, coded.appearance->first, "");
  if (!first || *first == row) return;
  database.prepare("INSERT INTO appearance (document, first, kind, share) VALUES (?, ?, ?, ?)")
      .bind(row)
      .bind(*first)
      .bind(coded.appearance->kind)
      .bind(coded.appearance->share)
      .run();
}

/// What a document of that id was read as before.
std::string fingerprint_in(Database& database, std::int64_t row) {
  Statement find = database.prepare("SELECT fingerprint FROM document WHERE id = ?");
  find.bind(row);
  return find.step() ? find.text(0) : "";
}

void write_coded(Database& database, const CodedDocument& coded, std::int64_t coding) {
  const auto old = document_row(database, coded.document.id, "");
  if (old) {
    remove_items(database, *old);
    remove_sentences(database, *old);
    if (fingerprint_in(database, *old) != coded.fingerprint) {
      database.prepare("DELETE FROM appearance WHERE document = ?").bind(*old).run();
    }
  }
  const std::int64_t row =
      write_document(database, coded.document, {"", coded.fingerprint, coding}, old);
  for (const StoredSentence& sentence : coded.sentences) {
    insert_sentence(
        database, row, sentence.number, sentence.span,
        std::string_view(coded.document.text).substr(sentence.span.begin, sentence.span.size()));
  }
  std::int64_t number = 0;
  for (const Item& item : coded.items) {
    insert_item(database, item, {row, number++, sentence_row(database, row, item), std::nullopt});
  }
  write_appearance(database, row, coded);
  mark_unlinked(database, row);
}

std::int64_t next_number(Database& database, std::int64_t document) {
  Statement next = database.prepare("SELECT ifnull(max(n) + 1, 0) FROM item WHERE document = ?");
  next.bind(document);
  return next.step() ? next.number(0) : 0;
}

bool has_record(Database& database, std::int64_t document, const std::string& record) {
  Statement find = database.prepare("SELECT 1 FROM item WHERE document = ? AND record = ?");
  return find.bind(document).bind(record).step();
}

bool write_imported(Database& database, const ImportedItem& imported, std::int64_t coding) {
  auto row = document_row(database, imported.document.id, imported.source);
  if (row && has_record(database, *row, imported.record)) return false;
  if (!row) {
    row = write_document(database, imported.document, {imported.source, "", coding}, std::nullopt);
  }
  insert_item(database, imported.item,
              {*row, next_number(database, *row), sentence_row(database, *row, imported.item),
               imported.record});
  mark_unlinked(database, *row);
  return true;
}

Database open(const std::string& file, Access access, std::chrono::milliseconds patience) {
  Database database(file, access, patience);
  if (access == Access::read && database.number("PRAGMA application_id") == 0) {
    throw Error(ErrorKind::corrupt, "is no store", {file});
  }
  migrate(database, store_migrations());
  if (access == Access::write) {
    use_write_ahead_log(database);
    database.run("PRAGMA synchronous = NORMAL");
    database.run("PRAGMA cache_size = -65536");  // KiB; linking reads all over the file
  }
  return database;
}

}  // namespace

Store::Store(const std::string& file, Access access, std::chrono::milliseconds patience)
    : database_(open(file, access, patience)) {}

Freshness Store::freshness_of(const std::string& id, const std::string& fingerprint,
                              const Provenance& provenance) {
  Statement find = database_.prepare(
      "SELECT fingerprint, version, dictionaries FROM document JOIN coding "
      "ON coding.id = document.coding WHERE name = ? AND document.source = ''");
  find.bind(id);
  if (!find.step()) return Freshness::absent;
  if (find.view(0) != fingerprint) return Freshness::changed;
  const bool same = find.view(1) == provenance.version && find.view(2) == provenance.dictionaries;
  return same ? Freshness::current : Freshness::outdated;
}

void Store::put(std::span<const CodedDocument> documents, const Provenance& provenance) {
  Transaction transaction(database_);
  const std::int64_t coding = coding_row(database_, provenance);
  for (const CodedDocument& coded : documents) {
    const Freshness freshness = freshness_of(coded.document.id, coded.fingerprint, provenance);
    if (freshness != Freshness::current) write_coded(database_, coded, coding);
  }
  transaction.commit();
}

std::size_t Store::put(std::span<const ImportedItem> items, const Provenance& provenance) {
  Transaction transaction(database_);
  std::size_t added = 0;
  for (const ImportedItem& imported : items) {
    Provenance own = provenance;
    own.source = imported.source;
    added += write_imported(database_, imported, coding_row(database_, own)) ? 1 : 0;
  }
  transaction.commit();
  return added;
}

}  // namespace entente
