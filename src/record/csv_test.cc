// Comma-separated values: a reader that keeps to RFC 4180 gets back what was written.
#include "record/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

/// The fields of the records of a CSV text, read by the letter of RFC 4180.
std::vector<std::vector<std::string>> parse(const std::string& text) {
  std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = records.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      records.back().emplace_back();
    } else if (!quoted && c == '\r') {
      ++i;
      records.emplace_back(1);
    } else {
      field += c;
    }
  }
  records.pop_back();
  return records;
}

TEST(Csv, HasAsManyFieldsAsItsHeader) {
  std::string out;
  append_csv_header(out);
  Item item;
  item.places.resize(2);
  append_csv(out, item);
  append_csv(out, Item());
  const auto records = parse(out);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1].size(), records[0].size());
  EXPECT_EQ(records[2].size(), records[0].size());
}

TEST(Csv, QuotesWhatNeedsIt) {
  Item item;
  item.doc = "a,b";
  item.trigger = "said \"no\"\r\nand left";
  item.sentence = "one\ntwo";
  item.actor = {"RUS", "IRN:MIL"};
  std::string out;
  append_csv_header(out);
  append_csv(out, item);
  const auto records = parse(out);
  ASSERT_EQ(records.size(), 2U);
  const auto field = [&](const std::string& name) {
    for (std::size_t i = 0; i < records[0].size(); ++i) {
      if (records[0][i] == name) return records[1][i];
    }
    return std::string("no such column");
  };
  EXPECT_EQ(field("doc"), item.doc);
  EXPECT_EQ(field("trigger"), item.trigger);
  EXPECT_EQ(field("sentence"), item.sentence);
  EXPECT_EQ(field("actor"), "RUS;IRN:MIL");
  EXPECT_EQ(field("recipient"), "");
}

}  // namespace
}  // namespace entente
