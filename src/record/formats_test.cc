// The formats byte by byte: what tests/golden/formats/ holds is read and written again in each.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "base/files.h"
#include "record/cameo_tsv.h"
#include "record/csv.h"
#include "record/document_json.h"
#include "record/item_json.h"
#include "record/ontology.h"
#include "record/table.h"

namespace entente {
namespace {

std::string golden(const std::string& name) {
  return read_file(std::string(ENTENTE_SOURCE_DIR) + "/tests/golden/formats/" + name);
}

std::vector<Item> golden_items() {
  const auto source =
      open_source(std::string(ENTENTE_SOURCE_DIR) + "/tests/golden/formats/items.jsonl");
  std::vector<Item> items;
  read_items(*source, [&](Item&& item) { items.push_back(std::move(item)); });
  return items;
}

TEST(Formats, ItemsAsJsonLines) {
  std::string out;
  for (const Item& item : golden_items()) append_item_json(out, item);
  EXPECT_EQ(out, golden("items.jsonl"));
}

TEST(Formats, ItemsAsCsv) {
  std::string out;
  append_csv_header(out);
  for (const Item& item : golden_items()) append_csv(out, item);
  EXPECT_EQ(out, golden("items.csv"));
}

TEST(Formats, ItemsAsCameoRows) {
  const Ontology ontology({std::string(ENTENTE_SOURCE_DIR) + "/data"});
  std::string out;
  append_cameo_header(out);
  for (const Item& item : golden_items()) append_cameo_tsv(out, item, ontology, "2031-03-04");
  EXPECT_EQ(out, golden("items.tsv"));
}

TEST(Formats, ItemsAsTable) {
  const std::vector<Item> items = golden_items();
  for (const std::size_t width : {80U, 120U}) {
    const Table table(width, false);
    std::string out;
    table.append_header(out);
    table.append(out, items);
    EXPECT_EQ(out, golden("table-" + std::to_string(width) + ".txt"));
  }
}

TEST(Formats, DocumentsAsJsonLines) {
  const std::string text = golden("documents.jsonl");
  std::string out;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    append_document_json(out, read_document(text.substr(begin, end - begin), {"documents", 1, 0}));
    begin = end + 1;
  }
  EXPECT_EQ(out, text);
}

}  // namespace
}  // namespace entente
