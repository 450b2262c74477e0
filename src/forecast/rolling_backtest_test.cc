// Rolling backtests: scores counted by hand, verdicts in words, a plot that is a whole document.
#include "forecast/rolling_backtest.h"

#include <gtest/gtest.h>

#include <cmath>

#include "forecast/told_world.h"

namespace entente::forecast {
namespace {

TEST(Scores, AreThoseOfTheTextbook) {
  Scores scores;
  scores.add({0.8, 0.5, 0.5, 0.5}, true);
  scores.add({0.2, 0.5, 0.5, 0.5}, false);
  EXPECT_NEAR(scores.brier(0), 0.04, 1e-12);
  EXPECT_NEAR(scores.brier(1), 0.25, 1e-12);
  EXPECT_NEAR(scores.log_score(0), -std::log(0.8), 1e-12);
  EXPECT_TRUE(scores.beats(persistence_place));
  EXPECT_NE(verdict(scores).find("Beats persistence"), std::string::npos);
}

TEST(Scores, WhatDoesNotBeatPersistenceSaysSo) {
  Scores scores;
  scores.add({0.2, 0.5, 0.9, 0.5}, true);
  EXPECT_NE(verdict(scores).find("NOT beat persistence"), std::string::npos) << verdict(scores);
  EXPECT_NE(verdict({}).find("nothing to score"), std::string::npos);
}

TEST(Baselines, CountShares) {
  Baselines baselines(2);
  for (int i = 0; i < 100; ++i) {
    baselines.add(0, 1, false, i < 10);
    baselines.add(1, 6, true, i < 90);
  }
  EXPECT_NEAR(baselines.base_rate(0), 0.1, 0.02);
  EXPECT_NEAR(baselines.base_rate(1), 0.9, 0.02);
  EXPECT_NEAR(baselines.persistence(true), 0.9, 0.02);
  EXPECT_NEAR(baselines.recurrence(1), 0.1, 0.02);
  EXPECT_NEAR(baselines.recurrence(7), 0.9, 0.02);   // 5 to 9 times
  EXPECT_NEAR(baselines.recurrence(99), 0.5, 0.02);  // none was seen so often
}

TEST(RollingBacktest, BeatsWhatAnybodyCouldSay) {
  const Timeline timeline = told_world();
  const RollingBacktest result = rolling_backtest(timeline, {});
  EXPECT_TRUE(result.learnt);
  ASSERT_EQ(result.cards.size(), 3U);
  const Scorecard& week = result.cards[0];
  EXPECT_GT(week.all.forecasts, 1000U);
  for (std::size_t other = 1; other < contestants.size(); ++other) {
    EXPECT_TRUE(week.all.beats(other)) << contestants[other];
  }
  EXPECT_LT(week.reliability.calibration_error(), 0.02);
  std::uint64_t by_type = 0, by_amount = 0;
  for (const Scores& scores : week.by_relation) by_type += scores.forecasts;
  for (const Scores& scores : week.by_amount) by_amount += scores.forecasts;
  EXPECT_EQ(by_type, week.all.forecasts);
  EXPECT_EQ(by_amount, week.all.forecasts);
}

TEST(RollingBacktest, ThreadsDoNotMatter) {
  const Timeline timeline = told_world(150);
  RollingOptions one, three;
  one.threads = 1;
  three.threads = 3;
  const RollingBacktest a = rolling_backtest(timeline, one), b = rolling_backtest(timeline, three);
  for (std::size_t h = 0; h < a.cards.size(); ++h) {
    EXPECT_EQ(a.cards[h].all.squares, b.cards[h].all.squares);
    EXPECT_EQ(a.cards[h].all.logs, b.cards[h].all.logs);
  }
}

TEST(RollingBacktest, AShortOrEmptyHistoryIsNoError) {
  EXPECT_EQ(rolling_backtest({}, {}).origins, 0U);
  const RollingBacktest brief = rolling_backtest(told_world(5), {});
  EXPECT_FALSE(brief.learnt);
  EXPECT_EQ(brief.cards[2].all.forecasts, 0U);
}

TEST(ReliabilityPlot, IsAWholeDocument) {
  const std::string plot = reliability_plot(rolling_backtest(told_world(150), {}));
  EXPECT_TRUE(plot.starts_with("<svg "));
  EXPECT_TRUE(plot.ends_with("</svg>\n"));
  EXPECT_NE(plot.find("<circle"), std::string::npos);
  EXPECT_NE(plot.find("within 7 days"), std::string::npos);
}

}  // namespace
}  // namespace entente::forecast
