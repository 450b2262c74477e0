// A document as rows.
#include "store/document_rows.h"

#include <array>

#include "store/packing.h"

namespace entente {
namespace {

constexpr std::array segment_kinds = {SegmentKind::body,      SegmentKind::title,
                                      SegmentKind::caption,   SegmentKind::comment,
                                      SegmentKind::furniture, SegmentKind::quote};

SegmentKind segment_kind(std::string_view name) {
  for (const SegmentKind kind : segment_kinds) {
    if (name == name_of(kind)) return kind;
  }
  return SegmentKind::body;
}

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.number(column)),
          static_cast<std::uint32_t>(row.number(column + 1))};
}

void write_segments(Database& database, std::int64_t row, const Document& document) {
  database.prepare("DELETE FROM segment WHERE document = ?").bind(row).run();
  std::int64_t n = 0;
  for (const Segment& segment : document.segments) {
    database.prepare("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row)
        .bind(n++)
        .bind(std::int64_t{segment.span.begin})
        .bind(std::int64_t{segment.span.end})
        .bind(name_of(segment.kind))
        .bind(segment.author)
        .bind(segment.published)
        .bind(std::int64_t{segment.article})
        .run();
  }
}

void write_paragraphs(Database& database, std::int64_t row, const Document& document) {
  database.prepare("DELETE FROM paragraph WHERE document = ?").bind(row).run();
  std::int64_t n = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    database.prepare("INSERT INTO paragraph VALUES (?, ?, ?, ?, ?)")
        .bind(row)
        .bind(n++)
        .bind(std::int64_t{paragraph.span.begin})
        .bind(std::int64_t{paragraph.span.end})
        .bind(paragraph.element)
        .run();
  }
}

constexpr const char* insert_sql =
    "INSERT INTO document (name, source, title, url, canonical, publisher, author, published, "
    "updated, language, replaced_bytes, text, text_bytes, fingerprint, coding) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
constexpr const char* update_sql =
    "UPDATE document SET name = ?1, source = ?2, title = ?3, url = ?4, canonical = ?5, "
    "publisher = ?6, author = ?7, published = ?8, updated = ?9, language = ?10, "
    "replaced_bytes = ?11, text = ?12, text_bytes = ?13, fingerprint = ?14, coding = ?15 "
    "WHERE id = ?16";

}  // namespace

std::optional<std::int64_t> document_row(Database& database, const std::string& id,
                                         const std::string& source) {
  Statement find = database.prepare("SELECT id FROM document WHERE name = ? AND source = ?");
  find.bind(id).bind(source);
  if (!find.step()) return std::nullopt;
  return find.number(0);
}

std::int64_t write_document(Database& database, const Document& document, const DocumentKeys& keys,
                            std::optional<std::int64_t> row) {
  const std::string packed = pack(document.text);
  {
    Statement write = database.prepare(row ? update_sql : insert_sql);
    write.bind(document.id)
        .bind(keys.source)
        .bind(document.title)
        .bind(document.url)
        .bind(document.canonical)
        .bind(document.publisher)
        .bind(document.author)
        .bind(document.published)
        .bind(document.updated)
        .bind(document.language)
        .bind(std::int64_t{document.replaced_bytes})
        .bind_blob(packed)
        .bind(static_cast<std::int64_t>(document.text.size()))
        .bind(keys.fingerprint)
        .bind(keys.coding);
    if (row) write.bind(*row);
    write.run();
  }
  const std::int64_t id = row ? *row : database.last_id();
  write_segments(database, id, document);
  write_paragraphs(database, id, document);
  return id;
}

Document read_document_row(Database& database, std::int64_t row) {
  Document document;
  Statement head = database.prepare(
      "SELECT name, title, url, canonical, publisher, author, published, updated, language, "
      "replaced_bytes, text_bytes, text FROM document WHERE id = ?");
  head.bind(row);
  if (!head.step()) throw Error(ErrorKind::not_found, "lacks a document", {database.file()});
  document.id = head.text(0);
  document.title = head.text(1);
  document.url = head.text(2);
  document.canonical = head.text(3);
  document.publisher = head.text(4);
  document.author = head.text(5);
  document.published = head.text(6);
  document.updated = head.text(7);
  document.language = head.text(8);
  document.replaced_bytes = static_cast<std::uint32_t>(head.number(9));
  const auto size = static_cast<std::uint64_t>(head.number(10));
  document.text = unpack(head.view(11), size, database.file());
  Statement segments = database.prepare(
      "SELECT \"begin\", \"end\", kind, author, published, article FROM segment "
      "WHERE document = ? ORDER BY n");
  segments.bind(row);
  while (segments.step()) {
    document.segments.push_back({span_at(segments, 0), segment_kind(segments.view(2)),
                                 segments.text(3), segments.text(4),
                                 static_cast<std::uint32_t>(segments.number(5))});
  }
  Statement paragraphs = database.prepare(
      "SELECT \"begin\", \"end\", element FROM paragraph WHERE document = ? ORDER BY n");
  paragraphs.bind(row);
  while (paragraphs.step()) {
    document.paragraphs.push_back({span_at(paragraphs, 0), paragraphs.text(2)});
  }
  return document;
}

std::int64_t insert_sentence(Database& database, std::int64_t document, std::uint32_t number,
                             Span span, std::string_view text) {
  database
      .prepare(
          "INSERT INTO sentence (document, n, \"begin\", \"end\", text) VALUES (?, ?, ?, ?, ?)")
      .bind(document)
      .bind(std::int64_t{number})
      .bind(std::int64_t{span.begin})
      .bind(std::int64_t{span.end})
      .bind(text)
      .run();
  // The trigger writes to other tables; SQLite gives back the id of the outer one after it.
  return database.last_id();
}

void remove_sentences(Database& database, std::int64_t document) {
  database.prepare("DELETE FROM sentence WHERE document = ?").bind(document).run();
}

}  // namespace entente
