// Generic nouns and titles of office.
#include <gtest/gtest.h>

#include "entente/error.h"
#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::DataFolder;

constexpr char kAgents[] = R"(
@joiners
of for the
@qualifiers
deputy former
@domain-heads
minister; secretary | person
ministry | body
@domains
defence; war | MIL
foreign; foreign affairs | GOV
@agents
rebel; insurgent | REB | | modifier
country | |
air force | MIL
red coalition | MIL | red-coalition
@offices
foreign minister; secretary of state | GOV
minister | GOV
defence minister | MIL
commander | MIL
)";

class AgentsTest : public ::testing::Test {
 protected:
  AgentsTest() {
    folder_.write("english/agents/agents.txt", kAgents);
    world_ = std::make_unique<World>(std::vector<std::string>{folder_.path()}, "english", "");
  }
  std::string sector(std::string_view title) const {
    const std::optional<Agent> office = world_->office(title);
    return office ? office->sector : "none";
  }
  DataFolder folder_;
  std::unique_ptr<World> world_;
};

TEST_F(AgentsTest, Nouns) {
  EXPECT_EQ(world_->agent("insurgent")->sector, "REB");
  EXPECT_TRUE(world_->agent("insurgent")->modifier);
  EXPECT_EQ(world_->agent("air_force")->sector, "MIL");
  EXPECT_EQ(world_->agent("country")->sector, "");
  EXPECT_EQ(world_->agent("red coalition")->slug, "red-coalition");
  EXPECT_EQ(world_->agent("rebel")->entry, "agents.txt:13");
  EXPECT_FALSE(world_->agent("teapot").has_value());
}

TEST_F(AgentsTest, InstitutionsByTheirField) {
  EXPECT_EQ(world_->agent("war ministry")->sector, "MIL");
  EXPECT_FALSE(world_->agent("war ministry")->person);
  EXPECT_EQ(world_->agent("ministry of foreign affairs")->sector, "GOV");
  EXPECT_TRUE(world_->agent("war minister")->person);
}

TEST_F(AgentsTest, Titles) {
  EXPECT_EQ(sector("foreign minister"), "GOV");
  EXPECT_EQ(sector("minister of defence"), "MIL");
  EXPECT_EQ(sector("minister for the defence"), "MIL");
  EXPECT_EQ(sector("former deputy war minister"), "MIL");
  EXPECT_EQ(sector("tourism minister"), "GOV");
  EXPECT_EQ(sector("commander of the northern fleet"), "MIL");
  EXPECT_EQ(sector("fleet"), "none");
}

TEST_F(AgentsTest, MistakesAreNamed) {
  DataFolder folder;
  folder.write("english/agents/bad.txt", "@agents\nrebel | REBEL\n");
  EXPECT_THROW(World({folder.path()}, "english", ""), Error);
  folder.write("english/agents/bad.txt", "@agents\nrebel | REB | | loud\n");
  EXPECT_THROW(World({folder.path()}, "english", ""), Error);
  folder.write("english/agents/bad.txt", "rebel | REB\n");
  EXPECT_THROW(World({folder.path()}, "english", ""), Error);
}

}  // namespace
}  // namespace entente
