// Acts that are heard of late leave the history as if they had been heard of in time.
#include <gtest/gtest.h>

#include "forecast/history.h"

namespace entente::forecast {
namespace {

TEST(LateActs, FindTheirPlaceInTime) {
  const Extent extent{3, 2};
  History in_order(extent), late(extent);
  const Act first{0, 1, 2, 10}, second{0, 1, 2, 25}, third{0, 0, 2, 40};
  in_order.add(std::vector{first, second, third});
  late.add(std::vector{second, third});
  late.add(std::vector{first});
  const Tie &a = *in_order.tie(0, 2), &b = *late.tie(0, 2);
  EXPECT_EQ(a.log, b.log);
  EXPECT_EQ(a.all.first, b.all.first);
  EXPECT_EQ(a.all.last, b.all.last);
  EXPECT_EQ(a.all.count, b.all.count);
  for (std::size_t k = 0; k < decays; ++k) {
    EXPECT_NEAR(a.all.at(50, in_order.fading())[k], b.all.at(50, late.fading())[k], 1e-6);
  }
  EXPECT_EQ(late.last_day(), 40);
}

}  // namespace
}  // namespace entente::forecast
