// Names that overlap, and bodies whose name is that of several states'.
#include <gtest/gtest.h>

#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::DataFolder;
using testing::TestSentence;

class ActorsOwnedTest : public ::testing::Test {
 protected:
  ActorsOwnedTest() {
    folder_.write("english/agents/naming.txt", "@owners\nof\n@ordinary-words\nwest\n")
        .write("english/agents/agents.txt",
               "@agents\nsecurity council; high court | GOV\n@joiners\nof the and\n")
        .write("actors/states.txt",
               "@kind state\nGondor | GON | Gondorian | | Minas Tirith | |\n"
               "Rohan | ROH | Rohirric | | Edoras | |\nArnor | ARN | Arnorian | | Fornost | |\n"
               "West Lune | LUN | Lunish | | | |\n")
        .write("actors/bodies.txt",
               "@kind bloc\nthe West; The West | west | |\n@kind organisation\n"
               "Security Council; Gondorian Security Council | GON:GOV | |\n"
               "High Court | GON:JUD | |\nRohirric High Court; High Court | ROH:JUD | |\n"
               "Citadel Guard | GON:MIL | |\n")
        .write("places/regions.txt", "@kind region\nWest Marish Fields | 10 | 10 | GON | |\n");
    world_ = std::make_unique<World>(std::vector<std::string>{folder_.path()}, "english", "");
  }

  std::string codes(std::string_view text) const {
    const TestSentence sentence(text);
    std::string out;
    for (const ActorMention& mention : world_->actors(sentence.get(), {{2006, 6, 1}, ""})) {
      out += (out.empty() ? "" : " ") + mention.codes.front();
    }
    return out;
  }

  DataFolder folder_;
  std::unique_ptr<World> world_;
};

TEST_F(ActorsOwnedTest, OfNamesThatOverlapTheLongerOne) {
  EXPECT_EQ(codes("the West agreed"), "west");
  EXPECT_EQ(codes("The West agreed"), "west");
  EXPECT_EQ(codes("in the West Lune"), "LUN");
  EXPECT_EQ(codes("The West Lune agreed"), "LUN");
  EXPECT_EQ(codes("in the West Marish Fields"), "");  // a place
}

TEST_F(ActorsOwnedTest, ABodyBelongsToTheStateBesideIt) {
  EXPECT_EQ(codes("the Security Council met"), "GON:GOV");
  EXPECT_EQ(codes("Gondor _'s Security Council met"), "GON GON:GOV");
  // Arnor's is not in the data: coding reads the words as a body of that state.
  EXPECT_EQ(codes("Arnor _'s Security Council met"), "ARN");
  EXPECT_EQ(codes("the Arnorian Security Council met"), "ARN");
  EXPECT_EQ(codes("the Security Council of Arnor met"), "ARN");
  EXPECT_EQ(codes("the Security Council and Arnor met"), "GON:GOV ARN");
  // Two states have it in the data.
  EXPECT_EQ(codes("Rohan _'s High Court met"), "ROH ROH:JUD");
  EXPECT_EQ(codes("the High Court of Rohan met"), "ROH:JUD ROH");
  EXPECT_EQ(codes("the High Court of the Rohan met"), "ROH:JUD ROH");
  EXPECT_EQ(codes("Gondor _'s High Court met"), "GON GON:JUD");
  // No common noun: a name that only one state's body has.
  EXPECT_EQ(codes("Rohan _'s Citadel Guard"), "ROH GON:MIL");
}

}  // namespace
}  // namespace entente
