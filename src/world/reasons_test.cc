// Why names, places and dates were resolved as they were; names that several bear.
#include "world/reasons.h"

#include <gtest/gtest.h>

#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::DataFolder;
using testing::TestSentence;

constexpr char kActors[] =
    "@kind state\n"
    "Gondor | GON | Gondorian | Gondorians | Minas Tirith | |\n"
    "Rohan | ROH | Rohirric | Rohirrim | Edoras | |\n"
    "@kind person\n"
    "Faramir J. Steward; Pharamir Steward | GON:MIL | 1995 | 2000 | captain\n"
    "Faramir J. Steward | GON:GOV | 2001 | 2010 | president\n"
    "Boromir Steward | ROH:GOV | 2001 | 2010 | minister\n"
    "Grima \"Wormtongue\" Galmodson | ROH:GOV | 2001 | | counsellor\n"
    "@kind organisation\n"
    "White Council; Council of Gondor | GON:GOV | | |\n"
    "Council of Rohan; White Council | ROH:GOV | | |\n"
    "Riders (True) | true-riders | | |\n"
    "Riders | ROH:MIL | | |\n"
    "Wood-elves - Mirkwood | wood-elves | | |\n"
    "@kind group\n"
    "Wild Hill Army; WHA | wild-hills | | |\n"
    "White Hand Army; WHA | white-hand | | |\n"
    "GUAM | guam-league | | |\nGuam | guam-island | | |\n"
    "Stewards' Guild | guild | | |\n";

class ReasonsTest : public ::testing::Test {
 protected:
  ReasonsTest() {
    folder_.write("actors/all.txt", kActors)
        .write("english/agents/a.txt",
               "@offices\npresident | GOV\n@sounds\nph | f\n"
               "@transliterated\nGON\n")
        .write(
            "english/calendar/c.txt",
            "@month\nMarch; Mar | 3\nAugust; Aug | 8\n@weekday\nMonday; Mon | 0\n"
            "@number\nthree | 3\n@unit\ndays; day | 1\n@ago\nago\n@before-date\nin\n@part\nearly\n")
        .write("places/p.txt",
               "@kind country\nGondor | 10 | 10 | GON | 1 | 5000000 | GO\n"
               "Rohan | 30 | 30 | ROH | 2 | 1000000 | RO\n"
               "@kind town\nFord | 10.2 | 10.1 | GON | 3 | 1000\nFord | 30.2 | 30.1 | ROH | 4 | "
               "90000\n");
    world_ = std::make_unique<World>(std::vector<std::string>{folder_.path()}, "english", "");
  }

  const Date day_ = *parse_date("2006-06-01");  // a Thursday
  DataFolder folder_;
  std::unique_ptr<World> world_;

  ActorReason why(std::string_view text, Date day) const {
    const TestSentence sentence(text);
    const auto found = world_->actors(sentence.get(), {day, ""});
    if (found.empty()) return {};
    return world_->why(sentence.get(), found.front(), day);
  }
  ActorReason why(std::string_view text) const { return why(text, day_); }
};

TEST_F(ReasonsTest, TheLineOfTheDayAndItsSpan) {
  const ActorReason now = why("Faramir J. Steward spoke");
  EXPECT_EQ(now.match, NameMatch::listed);
  EXPECT_EQ(now.form, "Faramir J. Steward");
  EXPECT_EQ(now.form_entry, "all.txt:5");
  EXPECT_EQ(now.entry, "all.txt:6");
  EXPECT_EQ(to_string(now.from), "2001-01-01");
  EXPECT_EQ(to_string(now.to), "2010-12-31");
  EXPECT_TRUE(now.in_office);
  const ActorReason later = why("Faramir J. Steward spoke", *parse_date("2015-01-01"));
  EXPECT_EQ(later.entry, "all.txt:6");
  EXPECT_FALSE(later.in_office);
  EXPECT_FALSE(why("Rohan fell").from.known());
}

TEST_F(ReasonsTest, HowTheNameMatched) {
  EXPECT_EQ(why("Faramir Steward spoke").match, NameMatch::variant);
  EXPECT_EQ(why("Pharamir Steward spoke").form, "Pharamir Steward");
  EXPECT_EQ(why("President Steward spoke").match, NameMatch::surname);
  EXPECT_EQ(why("Pharamir Stewart spoke").form, "");
  const TestSentence heard("Faramyr spoke");
  EXPECT_TRUE(world_->actors(heard.get(), {day_, ""}).empty());
}

TEST_F(ReasonsTest, SoundsAreToldFromSpellings) {
  const TestSentence sentence("Pharamir J. Steward spoke");
  const auto found = world_->actors(sentence.get(), {day_, ""});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].actor,
            world_->actors(TestSentence("Faramir Steward").get(), {day_, ""})[0].actor);
  EXPECT_EQ(world_->why(sentence.get(), found[0], day_).match, NameMatch::sound);
}

TEST_F(ReasonsTest, CandidatesWithScores) {
  const ActorReason reason = why("President Steward spoke");
  ASSERT_EQ(reason.candidates.size(), 2U);
  EXPECT_EQ(reason.candidates[0].name, "Faramir J. Steward");
  EXPECT_EQ(reason.candidates[1].name, "Boromir Steward");
  EXPECT_EQ(reason.candidates[1].entry, "all.txt:7");
  EXPECT_GT(reason.candidates[0].score, reason.candidates[1].score + 50);
  EXPECT_TRUE(why("Rohan fell").candidates.empty());
}

TEST_F(ReasonsTest, NamesWithNicknamesBracketsAndDashes) {
  EXPECT_EQ(why("Grima \" Wormtongue \" Galmodson fled").form_entry, "all.txt:8");
  EXPECT_EQ(why("Grima \u201c Wormtongue \u201d Galmodson fled").match, NameMatch::listed);
  EXPECT_EQ(why("Riders ( True ) fled").form_entry, "all.txt:12");
  EXPECT_EQ(why("Riders ( he said )").form_entry, "all.txt:13");
  EXPECT_EQ(why("Wood-elves - Mirkwood fled").form_entry, "all.txt:14");
  EXPECT_EQ(why("Stewards _' Guild fled").form_entry, "all.txt:20");
  // Quotes that hold no nickname still part names.
  EXPECT_EQ(why("Wild \" Hill Army fled").form, "");
}

TEST_F(ReasonsTest, CapitalsTellNamesApart) {
  EXPECT_EQ(why("the GUAM met").form_entry, "all.txt:18");
  EXPECT_EQ(why("on Guam they met").form_entry, "all.txt:19");
}

class SharedNamesTest : public ReasonsTest {
 protected:
  // Codes of the first mention of `shared` after the whole document is known.
  std::string settled(const char* shared, const char* other, int rohan = 0) const {
    const TestSentence one(shared), two(other);
    auto first = world_->actors(one.get(), {day_, ""});
    auto second = world_->actors(two.get(), {day_, ""});
    std::vector<ActorMention*> all;
    for (auto& mention : first) all.push_back(&mention);
    for (auto& mention : second) all.push_back(&mention);
    world_->settle_shared(all, {{"ROH", rohan}}, day_);
    EXPECT_EQ(first.front().codes.size(), 1U);
    return first.front().codes.front();
  }
};

TEST_F(SharedNamesTest, TheFullNameSettlesAnAbbreviation) {
  EXPECT_EQ(settled("the WHA struck", "nobody came"), "wild-hills");
  EXPECT_EQ(settled("the WHA struck", "White Hand Army men came"), "white-hand");
}

TEST_F(SharedNamesTest, TheStateNamedMostSettlesABody) {
  EXPECT_EQ(settled("the White Council met", "nobody came"), "GON:GOV");
  EXPECT_EQ(settled("the White Council met", "nobody came", 2), "ROH:GOV");
}

TEST_F(ReasonsTest, EvidenceForPlaces) {
  const TestSentence sentence("In Ford , Gondor it rained");
  std::vector<std::uint32_t> sentence_of;
  std::vector<PlaceReason> reasons;
  const auto places = world_->places({&sentence.get(), 1}, {day_, ""}, sentence_of, &reasons);
  ASSERT_EQ(places.size(), 2U);
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(places[0].country, "GON");
  const auto& candidates = reasons[0].candidates;
  ASSERT_EQ(candidates.size(), 2U);
  EXPECT_EQ(candidates[0].country, "GON");
  EXPECT_EQ(candidates[0].geonames, 3U);
  EXPECT_GT(candidates[0].evidence.country, 0);
  EXPECT_GT(candidates[0].evidence.region, 1);
  EXPECT_EQ(candidates[1].country, "ROH");
  EXPECT_GT(candidates[1].evidence.inhabitants, candidates[0].evidence.inhabitants);
  EXPECT_GT(candidates[0].evidence.sum(), candidates[1].evidence.sum());
}

TEST_F(ReasonsTest, RulesOfDates) {
  const auto time = [&](std::string_view text) {
    const TestSentence sentence(text);
    const auto found = world_->times(sentence.get(), {day_, ""});
    EXPECT_EQ(found.size(), 1U) << text;
    return found.empty() ? TimeMention{} : found.front();
  };
  const std::tuple<const char*, TimeRule, bool> rules[] = {
      {"2006-05-01", TimeRule::iso, false},
      {"on 3 March 2005", TimeRule::full_date, false},
      {"on 3 March", TimeRule::day_and_month, true},
      {"in August", TimeRule::month, true},
      {"three days ago", TimeRule::ago, true},
      {"on Monday", TimeRule::weekday, true},
      {"early Monday", TimeRule::part, true},
      {"in 2004", TimeRule::year, false}};
  for (const auto& [text, rule, anchored] : rules) {
    const TimeMention found = time(text);
    EXPECT_STREQ(name_of(found.rule), name_of(rule)) << text;
    EXPECT_EQ(found.anchored, anchored) << text;
  }
}

}  // namespace
}  // namespace entente
