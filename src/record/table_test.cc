// The table keeps to the terminal's width, whatever stands in it.
#include "record/table.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace entente {
namespace {

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("Ωé→"), 3U);
  EXPECT_EQ(display_width("雪国"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width(""), 0U);
}

Item long_item() {
  Item item;
  item.doc =
      "an-identifier-of-a-document-that-is-much-longer-than-any-column-of-the-table-could-be";
  item.sentence =
      "雪国の軍は撤退しなかった。雪国の軍は撤退しなかった。雪国の軍は撤退しなかった。雪国の軍。";
  item.trigger = "disproportionately";
  item.mode = "heavy-weapons";
  item.type = ItemType::assault;
  item.actor = {"a-slug-without-any-space-that-goes-on-and-on-for-a-very-long-time", "RUS:MIL"};
  item.recipient = {"雪国雪国雪国雪国雪国雪国雪国雪国雪国雪国雪国雪国雪国", "SYR"};
  item.where = {"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"};
  item.said_by = {"RUS:GOV", "us-led-coalition"};
  item.denied_by = {"SYR:GOV"};
  item.status = Status::hypothetical;
  return item;
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
  const std::vector<Item> items = {long_item(), Item(), long_item()};
  for (std::size_t width = 79; width < 260; width += 7) {
    const Table table(width, false);
    std::string out;
    table.append_header(out);
    table.append(out, items);
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Table, NothingIsCutAway) {
  const std::vector<Item> items = {long_item()};
  std::string out;
  Table(300, false).append(out, items);
  for (const char* part : {"disproportionately", "heavy-weapons", "RUS:MIL", "denied: SYR:GOV",
                           "hypothetical", "us-led-coalition"}) {
    EXPECT_NE(out.find(part), std::string::npos) << part << '\n' << out;
  }
}

TEST(Table, TextCannotSteerTheTerminal) {
  Item item;
  item.trigger = "a\x1b[2Jb";
  item.sentence = "x\u009b2Jy\nz";
  std::string out;
  Table(100, false).append(out, std::vector<Item>{item});
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find("\u009b"), std::string::npos);
  EXPECT_NE(out.find("x 2Jy z"), std::string::npos) << out;
}

TEST(Table, ColourIsOnlyAddedWhenAskedFor) {
  std::string plain, coloured;
  const std::vector<Item> items = {long_item()};
  Table(100, false).append(plain, items);
  Table(100, true).append(coloured, items);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(coloured.find("\x1b[2m"), std::string::npos);
}

}  // namespace
}  // namespace entente
