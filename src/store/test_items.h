// Documents, items and a file for the tests of this room.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "store/fingerprint.h"
#include "store/store.h"

namespace entente {

/// A folder that is gone with its owner.
class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "entente-store-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline Document test_document(const std::string& id, const std::string& first_sentence) {
  Document document;
  document.id = id;
  document.text = first_sentence + " The talks ended.";
  document.title = "A title";
  document.url = "https://example.org/" + id;
  document.canonical = "https://example.org/c/" + id;
  document.publisher = "Kalen Post";
  document.author = "A. Writer";
  document.published = "2031-03-04";
  document.updated = "2031-03-05";
  document.language = "en";
  document.replaced_bytes = 3;
  document.segments = {{{0, 5}, SegmentKind::title, "", "", 0},
                       {{5, 9}, SegmentKind::comment, "someone", "2031-03-06", 1}};
  document.paragraphs = {{{0, 9}, "html>body>p"}};
  return document;
}

/// An item with every field filled.
inline Item test_item(const Document& document, Span sentence) {
  Item item;
  item.doc = document.id;
  item.span = {8, 14};
  item.trigger = "bombed";
  item.type = ItemType::assault;
  item.mode = "aerial";
  item.actor = {"SEV:MIL", "LOR"};
  item.recipient = {"KAL:CVL"};
  item.status = Status::negated;
  item.when = "2031-03";
  item.where = {"Kalen", "Port Kalen"};
  item.places = {{"Kalen", 12.345678901234, -0.1, 77, "KAL"}, {"sea", -3, 4, 0, ""}};
  item.said_by = {"LOR:GOV", "nato"};
  item.denied_by = {"SEV"};
  item.names = {"Ann One", "Bo Two"};
  item.number = "twelve";
  item.weapon = "rockets";
  item.cameo = "195";
  item.confidence = 0.625;
  item.spans = {{{0, 7}, {1, 2}}, {{15, 20}}, {{3, 4}}, {{5, 6}}, {{6, 7}}, {{7, 8}}};
  item.sentence = document.text.substr(sentence.begin, sentence.size());
  item.sentence_span = sentence;
  item.pattern = "assault.txt:7";
  return item;
}

/// Two sentences, of which the first has an item.
inline CodedDocument test_coded(const std::string& id,
                                const std::string& first_sentence = "Severia bombed Kalen.") {
  CodedDocument coded;
  coded.document = test_document(id, first_sentence);
  coded.fingerprint = fingerprint_of(coded.document);
  const auto end = static_cast<std::uint32_t>(first_sentence.size());
  const auto size = static_cast<std::uint32_t>(coded.document.text.size());
  coded.sentences = {{0, {0, end}}, {1, {end + 1, size}}};
  coded.items = {test_item(coded.document, {0, end})};
  return coded;
}

inline Provenance test_provenance(const std::string& dictionaries = "d1") {
  return {"", "1.0", dictionaries, "entente add s in", ""};
}

/// Everything that a store holds, table by table, in the order of its rows.
inline std::string dump_of(Store& store) {
  std::string out;
  for (const char* table :
       {"coding", "document", "segment", "paragraph", "sentence", "item", "actor", "party", "place",
        "item_place", "item_word", "item_span", "appearance"}) {
    out += std::string("# ") + table + "\n";
    const std::int64_t columns = store.database().number(
        std::string("SELECT count(*) FROM pragma_table_info('") + table + "')");
    Statement rows =
        store.database().prepare(std::string("SELECT * FROM ") + table + " ORDER BY 1, 2, 3");
    while (rows.step()) {
      for (int i = 0; i < columns; ++i) out += rows.text(i) + "|";
      out += "\n";
    }
  }
  return out;
}

}  // namespace entente
