// What a store holds, read back.
#include "store/document_rows.h"
#include "store/item_rows.h"
#include "store/store.h"

namespace entente {
namespace {

constexpr char hit_begin = '\x02', hit_end = '\x03';

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.number(column)),
          static_cast<std::uint32_t>(row.number(column + 1))};
}

/// Takes the marks out of `marked` and gives where they were; nothing where the text has such
/// characters of its own.
std::vector<Span> hits_in(std::string_view marked, std::string_view text) {
  std::vector<Span> hits;
  std::string plain;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(plain.size());
    if (c == hit_begin) {
      hits.push_back({at, at});
    } else if (c == hit_end && !hits.empty()) {
      hits.back().end = at;
    } else {
      plain += c;
    }
  }
  if (plain != text) hits.clear();
  return hits;
}

std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

void Store::each_item(const std::function<void(const ItemOrigin&, const Item&)>& handle) {
  Statement rows = database_.prepare(std::string(items_sql) + " ORDER BY d.id, item.n");
  while (rows.step()) {
    const StoredItem stored = read_item_of(database_, rows);
    handle(stored.origin, stored.item);
  }
}

void Store::each_document(const std::function<void(const Document&)>& handle) {
  Statement rows = database_.prepare("SELECT id FROM document WHERE source = '' ORDER BY id");
  while (rows.step()) handle(read_document_row(database_, rows.number(0)));
}

std::vector<FoundSentence> Store::search(const std::string& query, std::size_t limit) {
  std::vector<FoundSentence> found;
  Statement rows = database_.prepare(
      "SELECT d.name, d.source, d.title, d.published, d.publisher, d.url, s.n, s.\"begin\", "
      "s.\"end\", s.text, highlight(sentence_words, 0, char(2), char(3)), -sentence_words.rank "
      "FROM sentence_words JOIN sentence s ON s.id = sentence_words.rowid "
      "JOIN document d ON d.id = s.document WHERE sentence_words MATCH ? "
      "ORDER BY sentence_words.rank, s.id LIMIT ?");
  rows.bind(query).bind(static_cast<std::int64_t>(limit));
  while (rows.step()) {
    FoundSentence& hit = found.emplace_back();
    hit.doc = rows.text(0);
    hit.source = rows.text(1);
    hit.title = rows.text(2);
    hit.published = rows.text(3);
    hit.publisher = rows.text(4);
    hit.url = rows.text(5);
    hit.number = static_cast<std::uint32_t>(rows.number(6));
    hit.span = span_at(rows, 7);
    hit.text = rows.text(9);
    hit.hits = hits_in(rows.view(10), hit.text);
    hit.score = rows.real(11);
  }
  return found;
}

std::string query_of(std::span<const std::string> words) {
  std::string query;
  for (std::string_view word : words) {
    const bool prefix = word.size() > 1 && word.ends_with('*');
    if (prefix) word.remove_suffix(1);
    if (!query.empty()) query += ' ';
    query += quoted(word) + (prefix ? "*" : "");
  }
  return query;
}

}  // namespace entente
