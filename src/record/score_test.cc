// The scorer: levels, matching, fields and where coded items belong.
#include "record/score.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

std::vector<GoldSentence> gold_of(const std::string& text) {
  return read_gold(*source_of(text, "gold.jsonl"));
}
std::vector<ScoredItem> coded_of(const std::string& text) {
  return read_scored_items(*source_of(text, "coded.jsonl"));
}

constexpr const char* one_assault =
    R"({"doc":"d","sent":0,"begin":0,"end":50,"items":[{"kind":"event","type":"ASSAULT",)"
    R"("mode":"aerial","trigger":"bombed","actor":["sev:MIL"],"recipient":["lor"],)"
    R"("status":"actual","said_by":["lor:GOV","lor:MED"],"when":"2031-03-03",)"
    R"("where":["the Kalen"]}]})";

Score score_one(const std::string& coded) {
  return score_items(gold_of(one_assault), coded_of(coded));
}

std::array<std::size_t, 3> event_hits(const Score& score) {
  return {score.events[0].hits, score.events[1].hits, score.events[2].hits};
}

TEST(Score, LevelsAskForMoreAndMore) {
  using Hits = std::array<std::size_t, 3>;
  EXPECT_EQ(event_hits(score_one(R"({"doc":"d","begin":9,"kind":"event","type":"ASSAULT",)"
                                 R"("actor":["sev"],"recipient":["lor"]})")),
            (Hits{1, 1, 1}));
  EXPECT_EQ(event_hits(score_one(R"({"doc":"d","begin":9,"kind":"event","type":"ASSAULT",)"
                                 R"("actor":["sev","tar"],"recipient":["lor"]})")),
            (Hits{1, 1, 0}));
  EXPECT_EQ(event_hits(score_one(R"({"doc":"d","begin":9,"kind":"event","type":"ASSAULT",)"
                                 R"("actor":["sev"],"recipient":["lor"],"status":"negated"})")),
            (Hits{1, 1, 0}));
  EXPECT_EQ(event_hits(score_one(R"({"doc":"d","begin":9,"kind":"event","type":"ASSAULT",)"
                                 R"("actor":["lor"],"recipient":["sev"]})")),
            (Hits{1, 0, 0}));
  EXPECT_EQ(event_hits(score_one(R"({"doc":"d","begin":9,"kind":"event","type":"AID",)"
                                 R"("actor":["sev"],"recipient":["lor"]})")),
            (Hits{0, 0, 0}));
}

TEST(Score, MutualActsAreComparedFromEitherSide) {
  const auto gold =
      gold_of(R"({"doc":"d","sent":0,"begin":0,"end":50,"items":[{"kind":"event","type":"CONSULT",)"
              R"("actor":["sev","lor"],"recipient":[],"status":"actual"}]})");
  const Score score = score_items(
      gold, coded_of(R"({"doc":"d","begin":0,"kind":"event","type":"CONSULT","actor":["lor"],)"
                     R"("recipient":["sev:GOV"]})"));
  EXPECT_EQ(event_hits(score), (std::array<std::size_t, 3>{1, 1, 1}));
}

TEST(Score, MatchesAsManyAsCanBe) {
  // The first gold item takes the only coded item that fits the second, unless it moves over.
  const auto gold = gold_of(
      R"({"doc":"d","sent":0,"begin":0,"end":50,"items":[)"
      R"({"kind":"event","type":"AID","actor":["sev","tar"],"recipient":[],"status":"actual"},)"
      R"({"kind":"event","type":"AID","actor":["sev"],"recipient":[],"status":"actual"}]})");
  const Score score =
      score_items(gold, coded_of("{\"doc\":\"d\",\"begin\":0,\"kind\":\"event\",\"type\":\"AID\","
                                 "\"actor\":[\"sev\"]}\n"
                                 "{\"doc\":\"d\",\"begin\":1,\"kind\":\"event\",\"type\":\"AID\","
                                 "\"actor\":[\"tar\"]}\n"));
  EXPECT_EQ(score.events[1].hits, 2U);
  EXPECT_TRUE(score.errors.empty());
}

TEST(Score, ItemsOutsideSentencesCountAndOtherDocumentsDoNot) {
  const Score score = score_one(
      "{\"doc\":\"x/d.txt\",\"begin\":50,\"kind\":\"event\",\"type\":\"ASSAULT\"}\n"
      "{\"doc\":\"other\",\"begin\":9,\"kind\":\"event\",\"type\":\"ASSAULT\"}\n");
  EXPECT_EQ(score.events[0].hits, 0U);
  EXPECT_EQ(score.events[0].coded, 1U);
  EXPECT_EQ(score.events[0].gold, 1U);
  ASSERT_EQ(score.errors.size(), 1U);
  EXPECT_TRUE(score.errors[0].missed);
  EXPECT_EQ(report_errors(score, 5),
            "missed: d 0: {\"kind\":\"event\",\"type\":\"ASSAULT\",\"trigger\":\"bombed\","
            "\"actor\":[\"sev:MIL\"],\"recipient\":[\"lor\"],\"status\":\"actual\"}\n");
}

TEST(Score, ReportsLevelsAndFields) {
  const Score score =
      score_one(R"({"doc":"d","begin":9,"kind":"event","type":"ASSAULT","mode":"AERIAL",)"
                R"("actor":["sev:REB"],"recipient":["lor"],"said_by":["lor"],"when":"2031-03",)"
                R"("where":["KALEN"]})");
  EXPECT_EQ(report_of(score),
            "event     type   P 1.000  R 1.000  F1 1.000   (1 of 1 coded, 1 gold)\n"
            "event     dyad   P 1.000  R 1.000  F1 1.000   (1 of 1 coded, 1 gold)\n"
            "event     exact  P 1.000  R 1.000  F1 1.000   (1 of 1 coded, 1 gold)\n"
            "relation  type   P 0.000  R 0.000  F1 0.000   (0 of 0 coded, 0 gold)\n"
            "relation  dyad   P 0.000  R 0.000  F1 0.000   (0 of 0 coded, 0 gold)\n"
            "relation  exact  P 0.000  R 0.000  F1 0.000   (0 of 0 coded, 0 gold)\n"
            "event     mode: 1/1 = 1.000\n"
            "event     said_by: 1/1 = 1.000\n"
            "event     said_by, where there is one: 1/1 = 1.000\n"
            "event     sector: 0/1 = 0.000\n"
            "event     status: 1/1 = 1.000\n"
            "event     when: 1/1 = 1.000\n"
            "event     where: 1/1 = 1.000\n");
}

TEST(Score, MistakesInTheRecordsAreNamed) {
  try {
    (void)coded_of("\n{\"doc\":\"d\",\"kind\":\"event\",\"type\":\"AID\"}\n");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "coded.jsonl:2: field \"begin\" is missing");
  }
}

}  // namespace
}  // namespace entente
