// What the check of actor files must find, and what it must leave alone.
#include "world/actor_check.h"

#include <gtest/gtest.h>

#include "world/test_support.h"

namespace entente {
namespace {

using testing::DataFolder;

constexpr char kStates[] =
    "@kind state\n"
    "Gondor | GON | Gondorian | Gondorians | Minas Tirith; White Tower | |\n"
    "Rohan | ROH | Rohirric | Rohirrim | Edoras | |\n";

/// "line message" of every finding, for files that hold `people` after the states.
std::vector<std::string> findings(const std::string& people, bool* readable = nullptr) {
  DataFolder folder;
  folder.write("actors/a-states.txt", kStates)
      .write("actors/people.txt", people)
      .write("english/agents/agents.txt", "@agents\nranger | MIL | rangers\n");
  const ActorCheck check = check_actors({folder.path()}, "english");
  if (readable != nullptr) *readable = check.readable;
  std::vector<std::string> out;
  for (const DataFinding& finding : check.findings) {
    EXPECT_TRUE(finding.file.ends_with("people.txt") || finding.file.ends_with("states.txt"));
    out.push_back(std::to_string(finding.line) + " " + finding.message);
  }
  return out;
}

/// The one finding; empty text where there are none or several.
std::string only(const std::string& people) {
  const std::vector<std::string> found = findings(people);
  EXPECT_EQ(found.size(), 1U) << people;
  return found.size() == 1 ? found.front() : std::string();
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(ActorCheck, GoodLinesPass) {
  EXPECT_TRUE(findings("@kind person\n"
                       "Beregond | GON:MIL | 2001 | 2003 | captain\n"
                       "Beregond | GON:GOV | 2003 | | steward\n"
                       "@kind group\nUruk-hai; UH | uruk-hai | | |\n"
                       "Mercy | rangers | | |\n")
                  .empty());
}

TEST(ActorCheck, AllLinesThatCannotBeReadAreNamed) {
  bool readable = true;
  const std::vector<std::string> found = findings(
      "@kind person\nHama | ROH:GOV | 2003-13 | | guard\nGamling | ROH:GOV | 2005 | 2004 | guard\n"
      "Erkenbrand\n@kind wizard\n",
      &readable);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(holds(found[0], "2 '2003-13' is no date")) << found[0];
  EXPECT_TRUE(holds(found[1], "3 the span of time ends before it begins")) << found[1];
  EXPECT_TRUE(holds(found[2], "4 a code is missing")) << found[2];
  EXPECT_TRUE(holds(found[3], "5 unknown kind")) << found[3];
  EXPECT_FALSE(readable);
}

TEST(ActorCheck, CodesMustBeSomebodys) {
  EXPECT_TRUE(holds(only("@kind person\nHama | ROH:GUV | | | guard\n"), "2 'GUV' is no sector"));
  EXPECT_TRUE(
      holds(only("@kind person\nHama | ROX:GOV | | | guard\n"), "no state has the code ROX"));
  EXPECT_TRUE(holds(only("@kind person\nUgluk | uruk-hay | | | leader\n"), "the code 'uruk-hay'"));
  EXPECT_TRUE(holds(only("@kind person\nHama | ROH | | | guard\n"), "ROH alone is the state"));
}

TEST(ActorCheck, SpansThatContradictEachOther) {
  const std::string twice = only(
      "@kind person\nHama | ROH:GOV | 2001 | 2005 | guard\nHama | ROH:GOV | 2003 | 2008 | guard\n");
  EXPECT_TRUE(holds(twice, "3 Hama has the same code and office in people.txt:2")) << twice;
  EXPECT_TRUE(holds(only("@kind person\nHama | ROH:GOV | 2001 | 2005 | guard\n"
                         "Hama | ROH:MIL | 2003 | 2008 | guard\n"),
                    "end the one before"));
  EXPECT_TRUE(holds(only("@kind person\nHama | ROH:GOV | 2001 | 2005 |\n"
                         "Hama | ROH:MIL | 2003 | 2008 | guard\n"),
                    "only one of them names an office"));
}

TEST(ActorCheck, TwoOfficesAtOnceAndHandoversPass) {
  EXPECT_TRUE(findings("@kind person\nHama | ROH:GOV | 2001 | 2005 | steward\n"
                       "Hama | ROH:MIL | 2003 | 2008 | captain\n")
                  .empty());
  EXPECT_TRUE(findings("@kind person\nHama | ROH:GOV | 2001 | 2005 | king\n"
                       "Hama | GON:GOV | 2001 | 2005 | king\n")
                  .empty());
  for (const char* day : {"2005", "2005-03", "2005-03-02"}) {
    const std::string d = day;
    EXPECT_TRUE(findings("@kind person\nHama | ROH:GOV | 2001 | " + d +
                         " | guard\nHama | ROH:MIL | " + d + " | | guard\n")
                    .empty())
        << day;
  }
}

TEST(ActorCheck, OneNameForTwo) {
  const std::string found = only(
      "@kind group\nDunlendings | dunlendings | | |\n"
      "@kind organisation\nWild Men; Dunlendings | woses | | |\n");
  EXPECT_TRUE(holds(found, "4 'Dunlendings' is woses here and dunlendings in people.txt:2"))
      << found;
  // In one state under two first names.
  EXPECT_TRUE(holds(only("@kind person\nHama Doorward | ROH:GOV | | | guard\n"
                         "Hama the Doorward; Háma Doorward | ROH:MIL | | | guard\n"),
                    "'Háma Doorward' is ROH:MIL here"));
}

TEST(ActorCheck, NamesThatTheTextTellsApartPass) {
  // People and bodies of different states, times that do not meet, abbreviations, capitals.
  EXPECT_TRUE(findings("@kind person\nHama | ROH:GOV | | | guard\n"
                       "Old Hama; Hama | GON:GOV | | | guard\n"
                       "Hama the Third; Hama | rangers | | | chief\n")
                  .empty());
  EXPECT_TRUE(findings("@kind organisation\nWhite Council | ROH:GOV | | |\n"
                       "Council of Gondor; White Council | GON:GOV | | |\n")
                  .empty());
  EXPECT_TRUE(findings("@kind person\nHama | ROH:GOV | 2001 | 2002 | guard\n"
                       "Hama the Younger; Hama | ROH:MIL | 2010 | | guard\n")
                  .empty());
  EXPECT_TRUE(
      findings("@kind group\nWhite Hand Army; WHA | white-hand | | |\n"
               "Wild Hill Army; WHA | wild-hills | | |\nWHO | who | | |\nWho | hobbits | | |\n")
          .empty());
}

TEST(ActorCheck, NamesThatAreNeverRead) {
  EXPECT_TRUE(holds(only("@kind group\nUruk-hai; - | uruk-hai | | |\n"), "'-' has no word in it"));
  EXPECT_TRUE(
      holds(only("@kind group\nUruk-hai; Uruks [Isengard] | uruk-hai | | |\n"), "brackets"));
  const std::string seat = only("@kind group\nWhite Tower | white-tower | | |\n");
  EXPECT_TRUE(holds(seat, "2 'White Tower' of Gondor is never read: people.txt:2")) << seat;
  // A state's own body of that name leaves the seat as it is.
  EXPECT_TRUE(findings("@kind organisation\nWhite Tower | GON:GOV | | |\n").empty());
}

TEST(ActorCheck, AUsersFolderReplacesAndIsCheckedWithTheShippedOne) {
  DataFolder shipped, own;
  shipped.write("actors/states.txt", kStates)
      .write("actors/p.txt", "@kind person\nHama | ROH:GOV |||\n");
  own.write("actors/p.txt", "@kind person\nHama | ROH:MIL |||\nUgluk | mordor-orcs |||\n");
  const ActorCheck check = check_actors({shipped.path(), own.path()}, "english");
  ASSERT_EQ(check.findings.size(), 1U);
  EXPECT_EQ(check.findings[0].file, own.path() + "/actors/p.txt");
  EXPECT_EQ(check.findings[0].line, 3U);
}

TEST(ActorCheck, ShippedDataHaveNoMistakes) {
  const ActorCheck check = check_actors({std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english");
  EXPECT_GT(check.actors, 10000U);
  for (const DataFinding& finding : check.findings) {
    ADD_FAILURE() << finding.file << ":" << finding.line << ": " << finding.message;
  }
}

}  // namespace
}  // namespace entente
