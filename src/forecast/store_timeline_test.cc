// Acts of a store as a timeline: pairs, both ways round where parties are alike, known from the day
// they were told.
#include "forecast/store_timeline.h"

#include <gtest/gtest.h>

#include "entente/date.h"
#include "store/linking.h"
#include "store/test_items.h"

namespace entente::forecast {
namespace {

struct Told {
  std::string published, when;
  ItemType type = ItemType::assault;
  std::vector<std::string> actor, recipient;
  Status status = Status::actual;
};

class StoreTimeline : public ::testing::Test {
 protected:
  void tell(const std::vector<Told>& all) {
    std::vector<ImportedItem> items;
    for (const Told& told : all) {
      const std::string number = std::to_string(++count_);
      ImportedItem one;
      one.item.doc = one.document.id = "d" + number;
      one.item.type = told.type;
      one.item.kind = kind_of(told.type);
      one.item.actor = told.actor;
      one.item.recipient = told.recipient;
      one.item.status = told.status;
      one.item.when = told.when;
      one.item.confidence = 0.9;
      one.item.sentence = "Report " + number + " of " + told.when + ".";
      one.item.span = {0, 6};
      one.item.sentence_span = {0, static_cast<std::uint32_t>(one.item.sentence.size())};
      one.document.published = told.published;
      one.source = "test";
      one.record = number;
      items.push_back(std::move(one));
    }
    store_.put(items, {"test", "1", "", "", ""});
    (void)link_documents(store_, StoryTables({ENTENTE_SOURCE_DIR "/data"}, "english"));
  }
  Timeline timeline(const std::string& as_of = "") {
    if (as_of.empty()) return read_timeline(store_);
    return read_timeline(store_, day_number(*parse_date(as_of)));
  }
  static std::string text(const Timeline& timeline, const ToldAct& told) {
    return timeline.iso(told.told) + " " + timeline.iso(told.act.day) + " " +
           timeline.actors[told.act.actor] + " " + timeline.relations[told.act.relation] + " " +
           timeline.actors[told.act.recipient];
  }
  static std::vector<std::string> texts(const Timeline& timeline) {
    std::vector<std::string> all;
    for (const ToldAct& told : timeline.acts) all.push_back(text(timeline, told));
    return all;
  }

 private:
  TestFolder folder_;
  Store store_{folder_ / "s", Access::write};
  int count_ = 0;
};

TEST_F(StoreTimeline, PairsAreKnownFromTheDayTheyWereTold) {
  tell({{"2031-03-05", "2031-03-04", ItemType::assault, {"SEV"}, {"LOR", "KAL"}}});
  EXPECT_EQ(texts(timeline()), (std::vector<std::string>{
                                   "2031-03-05 2031-03-04 SEV ASSAULT KAL",
                                   "2031-03-05 2031-03-04 SEV ASSAULT LOR",
                               }));
  EXPECT_TRUE(timeline("2031-03-04").empty());
  EXPECT_EQ(timeline("2031-03-05").acts.size(), 2U);
}

TEST_F(StoreTimeline, MutualActsGoBothWays) {
  tell({{"2031-03-05", "2031-03-04", ItemType::consult, {"SEV", "LOR"}, {}}});
  EXPECT_EQ(texts(timeline()), (std::vector<std::string>{
                                   "2031-03-05 2031-03-04 LOR CONSULT SEV",
                                   "2031-03-05 2031-03-04 SEV CONSULT LOR",
                               }));
}

TEST_F(StoreTimeline, WhatDidNotHappenIsLeftOut) {
  tell({{"2031-03-05", "2031-03-04", ItemType::assault, {"SEV"}, {"LOR"}, Status::negated},
        {"2031-03-05", "2031-03-06", ItemType::assault, {"SEV"}, {"KAL"}, Status::future},
        {"2031-03-05", "2031-03-04", ItemType::ally, {"SEV"}, {"KAL"}}});
  EXPECT_TRUE(timeline().empty());
}

TEST_F(StoreTimeline, WhatHasNoPlaceInTimeIsCounted) {
  tell({{"2031-03-05", "2029", ItemType::assault, {"SEV"}, {"LOR"}},
        {"2031-03-05", "2030-01-04", ItemType::threaten, {"SEV"}, {"KAL"}},
        {"2031-03-05", "2031-03-05", ItemType::accuse, {"SEV"}, {}}});
  const Timeline read = timeline();
  EXPECT_TRUE(read.empty());
  EXPECT_EQ(read.undated, 1U);
  EXPECT_EQ(read.long_past, 1U);
  EXPECT_EQ(read.one_sided, 1U);
}

TEST_F(StoreTimeline, AMonthIsPastWhenItIsTold) {
  tell({{"2031-03-15", "2031-03", ItemType::assault, {"SEV"}, {"LOR"}}});
  EXPECT_EQ(texts(timeline()), (std::vector<std::string>{"2031-03-15 2031-03-15 SEV ASSAULT LOR"}));
}

TEST_F(StoreTimeline, ADocumentWithoutDateTellsWhatHappensThatDay) {
  tell({{"", "2031-03-15", ItemType::assault, {"SEV"}, {"LOR"}}});
  EXPECT_EQ(texts(timeline()), (std::vector<std::string>{"2031-03-15 2031-03-15 SEV ASSAULT LOR"}));
}

}  // namespace
}  // namespace entente::forecast
