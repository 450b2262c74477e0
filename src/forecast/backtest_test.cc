// Backtests: better than chance, the same on any number of threads, and blind to what comes after.
#include "forecast/backtest.h"

#include <gtest/gtest.h>

#include "forecast/test_world.h"

namespace entente::forecast {
namespace {

BacktestOptions small() {
  BacktestOptions options;
  options.threads = 1;
  options.model.boost.trees = 10;
  options.calibrate = false;
  return options;
}

std::string ranks_of(const Quads& quads, BacktestOptions options) {
  std::string out;
  options.each = [&](const Answered& answered) { append_rank(out, quads, answered); };
  (void)backtest(quads, options);
  return out;
}

TEST(Backtest, FindsHabits) {
  const Quads quads = small_world();
  const Backtest result = backtest(quads, small());
  EXPECT_EQ(result.both().questions, 2 * quads.test.size());
  EXPECT_EQ(result.recipients.questions, quads.test.size());
  EXPECT_GT(result.both().mean_reciprocal(), 0.6);  // 0.18 by chance
  EXPECT_GE(result.both().among_10, result.both().among_3);
  EXPECT_GE(result.both().among_3, result.both().first);
}

TEST(Backtest, ThreadsDoNotMatter) {
  const Quads quads = small_world();
  BacktestOptions options = small();
  const std::string one = ranks_of(quads, options);
  options.threads = 3;
  EXPECT_EQ(one, ranks_of(quads, options));
}

TEST(Backtest, ADayIsForecastFromTheDaysBeforeIt) {
  const Quads quads = small_world();
  Quads changed = quads;
  const Day last = changed.test.back().day;
  for (Act& act : changed.test) {
    if (act.day == last) act.recipient = 19;
  }
  const std::string before = ranks_of(quads, small()), after = ranks_of(changed, small());
  const std::string mark = "\"t\":" + std::to_string(last) + ",";
  const std::size_t same = before.find(mark);
  ASSERT_NE(same, std::string::npos);
  const std::size_t line = before.rfind('\n', same);
  EXPECT_EQ(before.substr(0, line), after.substr(0, line));
  // Nor does the day itself say anything about itself: the list for a question stays the same.
  const auto list_of = [&](const std::string& out) {
    const std::size_t at = out.find("\"top\":", out.find(mark));
    return out.substr(at, out.find('\n', at) - at);
  };
  EXPECT_EQ(list_of(before), list_of(after));
}

TEST(Backtest, TheTestSpanIsNotLookedAtForTheValidationSpan) {
  Quads quads = small_world();
  BacktestOptions options = small();
  options.on_valid = true;
  const std::string before = ranks_of(quads, options);
  quads.test.assign(1, {19, 2, 18, 59});
  EXPECT_EQ(before, ranks_of(quads, options));
}

TEST(Backtest, ProbabilitiesOfASteadyWorldAreKept) {
  const Quads quads = small_world(120);
  BacktestOptions options = small();
  options.calibrate = true;
  const Backtest result = backtest(quads, options);
  ASSERT_EQ(result.reliability.size(), 3U);
  const Reliability& week = result.reliability[1];
  EXPECT_EQ(week.horizon(), 7);
  EXPECT_GT(week.forecasts(), 1000U);
  EXPECT_LT(week.calibration_error(), 0.1);
  EXPECT_LT(week.brier(), week.brier_of_base_rate());
}

TEST(Ranks, RankAndListAreWritten) {
  const Quads quads = small_world();
  const std::vector<Weighted> top = {{4, 1.5F}, {7, -0.25F}};
  std::string out;
  append_rank(out, quads, {{1, 2, 7, 3}, true, 2, top});
  EXPECT_EQ(out,
            "{\"s\":1,\"r\":2,\"o\":7,\"t\":3,\"side\":\"object\",\"rank\":2,"
            "\"top\":[[4,1.5],[7,-0.25]]}\n");
}

}  // namespace
}  // namespace entente::forecast
