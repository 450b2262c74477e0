#include "relations/read.h"

#include <gtest/gtest.h>

#include "relations/dyads.h"
#include "relations/test_acts.h"
#include "store/linking.h"
#include "store/test_items.h"

namespace entente::relations {
namespace {

struct Told {
  const char* published;
  ItemType type;
  const char *actor, *recipient, *when;
  std::vector<std::string> names = {}, said_by = {}, denied_by = {};
};

/// A document for each.
void fill(Store& store, const std::vector<Told>& all) {
  std::vector<ImportedItem> items;
  for (const Told& told : all) {
    ImportedItem& imported = items.emplace_back();
    const std::string number = std::to_string(items.size());
    imported.source = "test";
    imported.record = "record " + number;
    imported.document.id = "document " + number;
    imported.document.published = told.published;
    imported.document.publisher = "publisher " + number;
    Item& item = imported.item;
    item.doc = imported.document.id;
    item.type = told.type;
    item.kind = kind_of(told.type);
    item.actor = words(told.actor);
    item.recipient = words(told.recipient);
    item.when = told.when;
    item.names = told.names;
    item.said_by = told.said_by;
    item.denied_by = told.denied_by;
    item.confidence = 0.5;
    item.sentence = "they did a" + number + " b" + number;
    item.sentence_span = {0, static_cast<std::uint32_t>(item.sentence.size())};
    item.span = {0, 4};
  }
  store.put(items, {"test", "0", "none", "test", ""});
  const std::vector<std::string> data = {std::string(ENTENTE_SOURCE_DIR) + "/data"};
  link_documents(store, StoryTables(data, "english"));
}

class ReadStore : public testing::Test {
 protected:
  ReadStore() : store_(folder_ / "s.store", Access::write) {
    fill(store_,
         {{"2016-01-02", ItemType::assault, "RUS:MIL", "SYR:REB", "2016-01-01", {"Sergei Shoigu"}},
          {"2016-01-06", ItemType::consult, "RUS:GOV", "TUR:GOV", "2016-01-05", {"Vladimir Putin"}},
          {"2016-02-02", ItemType::assault, "SYR:MIL", "SYR:CVL", "2016-02-01", {}, {"TUR:GOV"}},
          {"2016-02-06", ItemType::accuse, "USA", "RUS", "2016-02", {}, {}, {"RUS:GOV"}},
          {"2016-03-06", ItemType::backs, "IRN", "SYR:GOV", ""}});
  }

  TestFolder folder_;
  Store store_;
};

TEST_F(ReadStore, VolumesAreThoseOfTheActsRead) {
  for (const Known known : {Known::told, Known::established, Known::claimed}) {
    const std::vector<DayVolume> read = read_day_volumes(store_, known, std::nullopt);
    const std::vector<DayVolume> counted = day_volumes(read_acts(store_, {}), known);
    ASSERT_EQ(read.size(), counted.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      EXPECT_EQ(read[i].when, counted[i].when);
      EXPECT_EQ(read[i].acts, counted[i].acts);
      EXPECT_EQ(read[i].reports, counted[i].reports);
    }
  }
}

TEST_F(ReadStore, AsOfADayNothingLaterCounts) {
  const std::vector<DayVolume> then = read_day_volumes(store_, Known::told, day_of("2016-01-31"));
  EXPECT_EQ(then.size(), 2U);
  EXPECT_EQ(read_named_persons(store_, "", day_of("2016-01-03")).size(), 1U);
  EXPECT_TRUE(read_quoted(store_, "TUR", day_of("2016-01-31"), 10).empty());
}

TEST_F(ReadStore, LeanActsAreTheSameActs) {
  ActQuery query;
  const std::vector<Act> whole = read_acts(store_, query);
  query.lean = true;
  const std::vector<Act> lean = read_acts(store_, query);
  ASSERT_EQ(whole.size(), 5U);
  ASSERT_EQ(lean.size(), whole.size());
  for (std::size_t i = 0; i < lean.size(); ++i) {
    EXPECT_EQ(lean[i].id, whole[i].id);
    EXPECT_EQ(lean[i].actor, whole[i].actor);
    EXPECT_EQ(lean[i].recipient, whole[i].recipient);
    EXPECT_FALSE(whole[i].sources.empty());
  }
}

TEST_F(ReadStore, PartiesOnBothSides) {
  ActQuery query;
  query.parties = {"RUS"};
  EXPECT_EQ(read_acts(store_, query).size(), 3U);
  query.others = {"TUR", "SYR:REB"};
  EXPECT_EQ(read_acts(store_, query).size(), 2U);
  query.others = {"SYR:GOV"};
  EXPECT_TRUE(read_acts(store_, query).empty());
}

TEST_F(ReadStore, PersonsAndWhatPartiesSay) {
  const std::vector<NamedPerson> persons = read_named_persons(store_, "", std::nullopt);
  ASSERT_EQ(persons.size(), 2U);
  EXPECT_EQ(persons[0].name, "Sergei Shoigu");
  EXPECT_EQ(read_named_persons(store_, "Vladimir Putin", std::nullopt).size(), 1U);
  const std::vector<Quoted> says = read_quoted(store_, "TUR", std::nullopt, 10);
  ASSERT_EQ(says.size(), 1U);
  EXPECT_FALSE(says[0].denies);
  const std::vector<Quoted> denies = read_quoted(store_, "RUS:GOV", std::nullopt, 10);
  ASSERT_EQ(denies.size(), 1U);
  EXPECT_TRUE(denies[0].denies);
}

}  // namespace
}  // namespace entente::relations
