// Reliability: what was promised beside what happened.
#include "forecast/calibration.h"

#include <gtest/gtest.h>

namespace entente::forecast {
namespace {

TEST(Reliability, KeptPromisesHaveNoError) {
  Reliability reliability(7);
  for (int i = 0; i < 100; ++i) reliability.add(0.25, i % 4 == 0);
  EXPECT_NEAR(reliability.calibration_error(), 0, 1e-12);
  EXPECT_NEAR(reliability.brier(), reliability.brier_of_base_rate(), 1e-12);
}

TEST(Reliability, ErrorIsTheMeanDistanceByForecasts) {
  Reliability reliability(1);
  for (int i = 0; i < 30; ++i) reliability.add(0.95, true);
  for (int i = 0; i < 10; ++i) reliability.add(0.005, i == 0);
  EXPECT_NEAR(reliability.calibration_error(), (30 * 0.05 + 10 * 0.095) / 40, 1e-12);
  EXPECT_NEAR(reliability.error_above(0.05), 0.05, 1e-12);
  EXPECT_EQ(reliability.forecasts(), 40U);
}

TEST(Reliability, CertaintyHasABin) {
  Reliability reliability(1);
  reliability.add(1.0, true);
  EXPECT_EQ(reliability.bins().back().forecasts, 1U);
}

}  // namespace
}  // namespace entente::forecast
