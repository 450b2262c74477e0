#include "record/kinship.h"

#include <gtest/gtest.h>

#include "entente/error.h"
#include "record/data_rows.h"

namespace entente {
namespace {

constexpr const char* lines = R"(
# a comment
nato | members | FRA; USA | 1949-04-04 |
nato | members | FIN | 2023-04-04 |
gone-pact | members | FRA | 1950 | 1960
coalition | members | nato | 2014 |
IRN | commands | hezbollah | 1982 |
ring-a | members | ring-b | |
ring-b | members | ring-a | |
)";

TEST(Kinship, SectorsAndMembersArePartsOfTheWhole) {
  const Kinship kinship = Kinship::of_text(lines);
  EXPECT_TRUE(kinship.part_of("RUS", "RUS"));
  EXPECT_TRUE(kinship.part_of("RUS:MIL", "RUS"));
  EXPECT_FALSE(kinship.part_of("RUS", "RUS:MIL"));
  EXPECT_TRUE(kinship.part_of("FRA", "nato"));
  EXPECT_TRUE(kinship.part_of("FRA:MIL", "nato"));
  EXPECT_TRUE(kinship.part_of("FRA:MIL", "coalition"));
  EXPECT_FALSE(kinship.part_of("nato", "FRA"));
}

TEST(Kinship, WhoTakesOrdersIsNoPart) {
  const Kinship kinship = Kinship::of_text(lines);
  EXPECT_FALSE(kinship.part_of("hezbollah", "IRN"));
  ASSERT_EQ(kinship.above("hezbollah").size(), 1U);
  EXPECT_EQ(kinship.above("hezbollah")[0]->upper, "IRN");
  EXPECT_EQ(kinship.above("hezbollah")[0]->kind, KinshipKind::controls);
  EXPECT_EQ(kinship.above("hezbollah")[0]->entry, "kinship.txt:7");
}

TEST(Kinship, HoldsWithinItsDatesEndsIncluded) {
  const Kinship kinship = Kinship::of_text(lines);
  EXPECT_FALSE(kinship.part_of("FIN", "nato", {2023, 4, 3}));
  EXPECT_TRUE(kinship.part_of("FIN", "nato", {2023, 4, 4}));
  EXPECT_TRUE(kinship.part_of("FIN", "nato", {2023, 0, 0}));
  EXPECT_TRUE(kinship.part_of("FRA", "gone-pact", {1960, 12, 31}));
  EXPECT_FALSE(kinship.part_of("FRA", "gone-pact", {1961, 1, 1}));
  EXPECT_EQ(kinship.below("nato", {1990, 0, 0}).size(), 2U);
  EXPECT_EQ(kinship.below("nato").size(), 3U);
}

TEST(Kinship, EndsOnARing) {
  const Kinship kinship = Kinship::of_text(lines);
  EXPECT_TRUE(kinship.part_of("ring-a", "ring-b"));
  EXPECT_FALSE(kinship.part_of("ring-a", "nato"));
}

TEST(Kinship, NamesThePlaceOfAMistake) {
  for (const char* bad : {"nato | members | FRA | 1949", "nato | likes | FRA | |",
                          "nato | members | | |", "nato | members | FRA | soon |",
                          "nato | members | nato | |", "nato | members | FRA | 2000 | 1999"}) {
    try {
      (void)Kinship::of_text(std::string("# one\n") + bad);
      ADD_FAILURE() << bad;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::malformed);
      EXPECT_EQ(error.where().line, 2U);
    }
  }
}

TEST(Kinship, ShippedLinesHold) {
  const Kinship kinship({std::string(ENTENTE_SOURCE_DIR) + "/data"});
  EXPECT_TRUE(kinship.part_of("GBR", "eu", {2016, 8, 16}));
  EXPECT_FALSE(kinship.part_of("GBR", "eu", {2021, 1, 1}));
  EXPECT_TRUE(kinship.part_of("SAU:MIL", "opec-plus", {2020, 1, 1}));
  EXPECT_FALSE(kinship.part_of("SYR", "arab-league", {2016, 1, 1}));
}

TEST(DataRows, ColumnsAndLists) {
  std::vector<DataRow> rows;
  each_data_row("a | b \n# no\n\nc |", "f", 2,
                [&](const DataRow& row, const Location&) { rows.push_back(row); });
  EXPECT_EQ(rows, (std::vector<DataRow>{{"a", "b"}, {"c", ""}}));
  EXPECT_EQ(split_column(" x ;; y", ';'), (std::vector<std::string>{"x", "y"}));
}

}  // namespace
}  // namespace entente
