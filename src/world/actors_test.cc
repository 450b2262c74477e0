// Names of actors in sentences: how they may be written, whom they mean on which day.
#include <gtest/gtest.h>

#include <algorithm>

#include "entente/error.h"
#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::DataFolder;
using testing::TestSentence;

constexpr char kNaming[] = R"(
@articles
al el
@joined-articles
ash
@particles
bin van der
@titles
king general mr president
@ordinary-words
us may
@given-names
gondor
@family-name-first
ROH
)";

constexpr char kStates[] = R"(
@kind state
Gondor; Kingdom of Gondor; the South | GON | Gondorian | Gondorians | Minas Tirith; White Tower | |
United Shires; US; U.S. | USH | Shirish | Hobbit; Hobbits | Hobbiton | |
Rohan | ROH | Rohirric | Rohirrim | Edoras | |
Arnor | ARN | Arnorian | Arnorians | Fornost | 1000 | 1975
)";

constexpr char kPeople[] = R"(
@kind person
Éomer al-Marshal; Eomer Marshal | ROH:MIL | 2000-01-01 | 2004-12-31 | general
Éomer al-Marshal | ROH:GOV | 2005-01-01 | | president
Faramir J. Steward | GON:GOV | 2001 | 2010 | president
Denethor Steward | GON:GOV | 1990 | 2000 | president
Theresa May | GON:GOV | 2001 | 2010 | prime minister
Imrahil bin Adrahil | GON:MIL | 2001 | 2010 | defence minister
Kim Eorl-un | ROH:SPY | 2001 | 2010 | spy chief
King Elessar; Elessar II | GON:GOV | 2001 | | king
Lotho Baggins | USH:GOV | 2001-03 | 2003-02 | president
@kind group
Uruk-hai; Army of the White Hand; UH | uruk-hai | | |
)";

constexpr char kAgents[] = R"(
@agents
soldier | MIL
@offices
president | GOV | head
prime minister; premier | GOV | head
king | GOV | head
defence minister; defense secretary | MIL
general | MIL
spy chief | SPY
)";

class ActorsTest : public ::testing::Test {
 protected:
  ActorsTest() {
    folder_.write("english/agents/naming.txt", kNaming)
        .write("english/agents/agents.txt", kAgents)
        .write("actors/states.txt", kStates)
        .write("actors/people.txt", kPeople);
    world_ = std::make_unique<World>(std::vector<std::string>{folder_.path()}, "english", "");
  }

  std::vector<ActorMention> find(const TestSentence& sentence,
                                 const char* day = "2006-06-01") const {
    return world_->actors(sentence.get(), {*parse_date(day), ""});
  }

  // Names of the actors found, in order.
  std::vector<std::string> names(std::string_view text, const char* day = "2006-06-01") const {
    std::vector<std::string> out;
    const TestSentence sentence(text);
    for (const ActorMention& mention : find(sentence, day)) out.push_back(mention.name);
    return out;
  }

  std::vector<std::string> codes(std::string_view text, const char* day) const {
    const TestSentence sentence(text);
    const std::vector<ActorMention> mentions = find(sentence, day);
    return mentions.empty() ? std::vector<std::string>{} : mentions.front().codes;
  }

  DataFolder folder_;
  std::unique_ptr<World> world_;
};

using Names = std::vector<std::string>;

TEST_F(ActorsTest, StatesByNameAdjectiveDemonymCapitalAndSeat) {
  const TestSentence sentence(
      "Gondor and Gondorian and Gondorians and Minas Tirith and White Tower");
  const std::vector<ActorMention> mentions = find(sentence);
  ASSERT_EQ(mentions.size(), 5U);
  const NameRole roles[] = {NameRole::name, NameRole::adjective, NameRole::demonym,
                            NameRole::capital, NameRole::seat};
  for (std::size_t at = 0; at < mentions.size(); ++at) {
    EXPECT_EQ(mentions[at].role, roles[at]) << at;
    EXPECT_EQ(mentions[at].codes, Names{"GON"}) << at;
    EXPECT_EQ(mentions[at].entry, "states.txt:3") << at;
  }
  EXPECT_EQ(mentions[3].first, 6U);
  EXPECT_EQ(mentions[3].last, 8U);
}

TEST_F(ActorsTest, LongestNameWins) {
  const TestSentence sentence("the Kingdom of Gondor fell");
  const std::vector<ActorMention> mentions = find(sentence);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].first, 1U);
  EXPECT_EQ(mentions[0].last, 4U);
}

TEST_F(ActorsTest, SpellingsThatMakeNoDifference) {
  EXPECT_EQ(names("Eomer al-Marshal spoke"), Names{"Éomer al-Marshal"});
  EXPECT_EQ(names("Éomer al _- _Marshal spoke"), Names{"Éomer al-Marshal"});
  EXPECT_EQ(names("Eomer el-Marshal spoke"), Names{"Éomer al-Marshal"});
  EXPECT_EQ(names("ÉOMER AL-MARSHAL SPOKE"), Names{"Éomer al-Marshal"});
  EXPECT_EQ(names("the Uruk _- _hai , the Uruk-hai , the Uruk hai"),
            (Names{"Uruk-hai", "Uruk-hai", "Uruk-hai"}));
}

TEST_F(ActorsTest, AcronymsNeedTheirCapitals) {
  EXPECT_EQ(names("the US and the U.S. told us"), (Names{"United Shires", "United Shires"}));
  EXPECT_EQ(names("uh , said UH"), Names{"Uruk-hai"});
}

TEST_F(ActorsTest, PossessiveAndJoinedWords) {
  EXPECT_EQ(names("Gondor _'s Rohan _- _backed soldiers"), (Names{"Gondor", "Rohan"}));
}

TEST_F(ActorsTest, MiddleNamesAndInitialsMayBeMissing) {
  EXPECT_EQ(names("Faramir Steward left"), Names{"Faramir J. Steward"});
  EXPECT_EQ(names("Faramir J. Steward left"), Names{"Faramir J. Steward"});
}

TEST_F(ActorsTest, SurnameGivesAllWhoBearItTheHolderFirst) {
  const TestSentence sentence("then Steward spoke");
  const std::vector<ActorMention> mentions = find(sentence, "2006-06-01");
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].role, NameRole::surname);
  EXPECT_EQ(mentions[0].name, "Faramir J. Steward");
  EXPECT_EQ(mentions[0].candidates.size(), 2U);
  EXPECT_EQ(mentions[0].codes, (Names{"GON:GOV", "GON:CVL"}));
  EXPECT_TRUE(mentions[0].certain);
  EXPECT_EQ(names("then Steward spoke", "1995-01-01"), Names{"Denethor Steward"});
}

TEST_F(ActorsTest, SurnameKeepsItsParticle) {
  EXPECT_EQ(names("then bin Adrahil rode"), Names{"Imrahil bin Adrahil"});
  EXPECT_EQ(names("then Adrahil rode"), Names{});
}

TEST_F(ActorsTest, FamilyNameFirst) {
  EXPECT_EQ(names("then Kim met"), Names{"Kim Eorl-un"});
  EXPECT_EQ(names("Kim Eorl _- _un met"), Names{"Kim Eorl-un"});
}

TEST_F(ActorsTest, SurnameOfAnotherFullNameIsNobody) {
  EXPECT_EQ(names("then Frodo Baggins spoke", "2002-01-01"), Names{});
  EXPECT_EQ(names("then President Baggins spoke", "2002-01-01"), Names{"Lotho Baggins"});
  EXPECT_EQ(names("the Baggins Museum", "2002-01-01"), Names{});
}

TEST_F(ActorsTest, EverydayWordsAreNamesOnlyWhereTagged) {
  TestSentence sentence("May spoke");
  sentence.edit().words[0].upos = Upos::aux;
  EXPECT_TRUE(find(sentence).empty());
  sentence.edit().words[0].upos = Upos::propn;
  ASSERT_EQ(find(sentence).size(), 1U);
  EXPECT_FALSE(find(sentence)[0].certain);
  EXPECT_EQ(names("they may speak"), Names{});
}

TEST_F(ActorsTest, GivenNamesOfPersonsAreNoState) {
  EXPECT_EQ(names("then Michael Gondor ran"), Names{});
  EXPECT_EQ(names("In Gondor they ran"), Names{"Gondor"});
  EXPECT_EQ(names("then Gondor Smith ran"), Names{});
}

TEST_F(ActorsTest, CodesFollowTheDay) {
  EXPECT_EQ(codes("Eomer Marshal", "2003-05-05"), Names{"ROH:MIL"});
  EXPECT_EQ(codes("Eomer Marshal", "2005-01-01"), Names{"ROH:GOV"});
  EXPECT_EQ(codes("Lotho Baggins", "2001-03-01"), Names{"USH:GOV"});
  EXPECT_EQ(codes("Lotho Baggins", "2003-02-28"), Names{"USH:GOV"});  // a month counts to its end
  EXPECT_EQ(codes("Lotho Baggins", "2003-03-01"), Names{"USH:CVL"});
  EXPECT_EQ(codes("Lotho Baggins", "2000-01-01"), Names{"USH:GOV"});  // soon to take office
  EXPECT_EQ(codes("Lotho Baggins", "1990-01-01"), Names{"USH:CVL"});
}

TEST_F(ActorsTest, OfficeIsThatOfTheDay) {
  const TestSentence sentence("Eomer Marshal");
  EXPECT_EQ(find(sentence, "2003-05-05")[0].office, "general");
  EXPECT_EQ(find(sentence, "2007-05-05")[0].office, "president");
}

TEST_F(ActorsTest, HoldersOfAnOffice) {
  const std::vector<ActorMention> now =
      world_->holders("president", "GON", *parse_date("2005-01-01"));
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].name, "Faramir J. Steward");
  EXPECT_EQ(world_->holders("premier", "GON", *parse_date("2005-01-01"))[0].name, "Theresa May");
  EXPECT_TRUE(world_->holders("president", "GON", *parse_date("2020-01-01")).empty());
  EXPECT_TRUE(world_->holders("president", "ARN", *parse_date("2005-01-01")).empty());
}

TEST_F(ActorsTest, StatesByName) {
  EXPECT_EQ(world_->state("Gondorian"), "GON");
  EXPECT_EQ(world_->state("U.S."), "USH");
  EXPECT_EQ(world_->state("Minas Tirith"), std::nullopt);
  EXPECT_EQ(world_->state("Mordor"), std::nullopt);
}

TEST_F(ActorsTest, KnownCodes) {
  EXPECT_TRUE(world_->known_code("GON:MIL"));
  EXPECT_TRUE(world_->known_code("uruk-hai"));
  EXPECT_FALSE(world_->known_code("MOR"));
  EXPECT_FALSE(world_->known_code("GON:mil"));
}

TEST_F(ActorsTest, ALaterFolderReplacesAnActor) {
  DataFolder own;
  own.write("actors/mine.txt",
            "@kind person\nTheresa May | GON:OPP | 2001 | 2010 | opposition leader\n");
  const World world({folder_.path(), own.path()}, "english", "");
  const TestSentence sentence("Theresa May");
  const std::vector<ActorMention> found =
      world.actors(sentence.get(), {*parse_date("2005-01-01"), ""});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].codes, Names{"GON:OPP"});
  EXPECT_EQ(found[0].entry, "mine.txt:2");
}

struct Mistake {
  const char* line;
  const char* message;
};

class ActorMistakes : public ::testing::TestWithParam<Mistake> {};

TEST_P(ActorMistakes, AreNamedByFileAndLine) {
  DataFolder folder;
  folder.write("actors/bad.txt", std::string("# a comment\n") + GetParam().line + "\n");
  try {
    const World world({folder.path()}, "english", "");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::malformed);
    EXPECT_NE(std::string(error.what()).find(GetParam().message), std::string::npos)
        << error.what();
    EXPECT_TRUE(error.where().file.ends_with("bad.txt"));
    EXPECT_GE(error.where().line, 2U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ActorMistakes,
    ::testing::Values(Mistake{"Gondor | GON", "@kind"}, Mistake{"@kind hobbit", "hobbit"},
                      Mistake{"@colour red", "colour"},
                      Mistake{"@kind person\nFrodo | Shire", "no code"},
                      Mistake{"@kind person\nFrodo |", "code is missing"},
                      Mistake{"@kind person\n | GON", "name is missing"},
                      Mistake{"@kind person\nFrodo | GON | yesterday", "no date"},
                      Mistake{"@kind person\nFrodo | GON | 2001 | 2000", "ends before"},
                      Mistake{"@kind person\nFrodo | GON | | | a | b", "five fields"}));

}  // namespace
}  // namespace entente
