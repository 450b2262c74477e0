// The shipped data: that it loads, how much there is, and a few facts that must come out right.
#include <gtest/gtest.h>

#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::TestSentence;

class DataTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new World({std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english", "");
  }
  static void TearDownTestSuite() { delete world_; }

  static std::vector<ActorMention> find(std::string_view text, const char* day) {
    const TestSentence sentence(text);
    return world_->actors(sentence.get(), {*parse_date(day), ""});
  }
  static std::string code(std::string_view text, const char* day = "2016-08-16") {
    const std::vector<ActorMention> found = find(text, day);
    return found.empty() ? "none" : found.front().codes.front();
  }

  static World* world_;
};

World* DataTest::world_ = nullptr;

TEST_F(DataTest, Counts) {
  const World::Counts counts = world_->counts();
  EXPECT_GT(counts.actors, 250U);
  EXPECT_GT(counts.names, 2000U);
  EXPECT_GT(counts.places, 1200U);
  EXPECT_GT(counts.agents, 1500U);
}

TEST_F(DataTest, StatesInTheirForms) {
  const std::pair<const char*, const char*> names[] = {{"Syria", "SYR"},
                                                       {"Syrians", "SYR"},
                                                       {"Britons", "GBR"},
                                                       {"British", "GBR"},
                                                       {"U.S.", "USA"},
                                                       {"USA", "USA"},
                                                       {"Burma", "MMR"},
                                                       {"Zaire", "COD"},
                                                       {"Soviet Union", "SUN"},
                                                       {"Dutch", "NLD"},
                                                       {"Holland", "NLD"},
                                                       {"Swiss", "CHE"},
                                                       {"Ivorian", "CIV"},
                                                       {"South Korean", "KOR"},
                                                       {"Kosovars", "XKX"},
                                                       {"Palestinian", "PSE"},
                                                       {"Hong Kong", "HKG"},
                                                       {"Greenlanders", "GRL"},
                                                       {"Côte d'Ivoire", "CIV"},
                                                       {"Niger", "NER"},
                                                       {"Nigerian", "NGA"},
                                                       {"Guinea-Bissau", "GNB"},
                                                       {"Papua New Guinea", "PNG"}};
  for (const auto& [name, state] : names) EXPECT_EQ(world_->state(name), state) << name;
}

TEST_F(DataTest, CapitalsAndSeats) {
  const std::pair<const char*, const char*> seats[] = {
      {"Moscow", "RUS"},         {"the Kremlin", "RUS"},    {"the White House", "USA"},
      {"Foggy Bottom", "USA"},   {"the Blue House", "KOR"}, {"the Élysée", "FRA"},
      {"Downing Street", "GBR"}, {"Zhongnanhai", "CHN"},    {"Mexico City", "MEX"},
      {"Kuwait City", "KWT"},    {"Damascus", "SYR"},       {"Washington , D.C.", "USA"}};
  for (const auto& [seat, state] : seats) {
    const std::vector<ActorMention> found = find(std::string("from ") + seat, "2016-01-01");
    ASSERT_EQ(found.size(), 1U) << seat;
    EXPECT_EQ(found[0].codes.front(), state) << seat;
    EXPECT_TRUE(found[0].role == NameRole::capital || found[0].role == NameRole::seat) << seat;
  }
}

TEST_F(DataTest, OtherNamesAreNotTheStateWithin) {
  EXPECT_EQ(code("in New Mexico"), "none");
  EXPECT_EQ(code("in the Gulf of Oman"), "none");
  EXPECT_EQ(code("then Michael Jordan"), "none");
  EXPECT_EQ(code("the Latin American press"), "none");
  EXPECT_EQ(code("South Sudan"), "SSD");
  EXPECT_EQ(code("we ate turkey"), "none");
}

TEST_F(DataTest, GenericActors) {
  const std::pair<const char*, const char*> nouns[] = {{"rebel", "REB"},
                                                       {"gunman", "UAF"},
                                                       {"protester", "CVL"},
                                                       {"police", "COP"},
                                                       {"army", "MIL"},
                                                       {"foreign ministry", "GOV"},
                                                       {"parliament", "LEG"},
                                                       {"supreme court", "JUD"},
                                                       {"opposition", "OPP"},
                                                       {"newspaper", "MED"},
                                                       {"central bank", "GOV"},
                                                       {"charity", "NGO"},
                                                       {"defence ministry", "MIL"},
                                                       {"intelligence agency", "SPY"},
                                                       {"country", ""}};
  for (const auto& [noun, sector] : nouns) {
    const std::optional<Agent> agent = world_->agent(noun);
    ASSERT_TRUE(agent.has_value()) << noun;
    EXPECT_EQ(agent->sector, sector) << noun;
  }
}

TEST_F(DataTest, Offices) {
  const std::pair<const char*, const char*> titles[] = {{"president", "GOV"},
                                                        {"foreign minister", "GOV"},
                                                        {"defence minister", "MIL"},
                                                        {"secretary of defense", "MIL"},
                                                        {"minister of agriculture", "GOV"},
                                                        {"senator", "LEG"},
                                                        {"deputy foreign minister", "GOV"},
                                                        {"chief of staff", "MIL"},
                                                        {"former interior minister", "GOV"},
                                                        {"spy chief", "SPY"},
                                                        {"chief justice", "JUD"},
                                                        {"police chief", "COP"},
                                                        {"opposition leader", "OPP"},
                                                        {"rebel commander", "REB"},
                                                        {"mayor of the city", "GOV"}};
  for (const auto& [title, sector] : titles) {
    const std::optional<Agent> office = world_->office(title);
    ASSERT_TRUE(office.has_value()) << title;
    EXPECT_EQ(office->sector, sector) << title;
    EXPECT_TRUE(office->person) << title;
  }
}

TEST_F(DataTest, PlacesOfTheNews) {
  const TestSentence sentence("jets from Hamadan air base bombed Idlib near the Golan Heights");
  std::vector<std::uint32_t> sentence_of;
  const std::vector<PlaceMention> found =
      world_->places(std::span(&sentence.get(), 1), {*parse_date("2016-08-16"), ""}, sentence_of);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].country, "IRN");
  EXPECT_EQ(found[0].kind, "base");
  EXPECT_EQ(found[1].country, "SYR");
  EXPECT_NEAR(found[2].latitude, 33, 0.5);
}

}  // namespace
}  // namespace entente
