// What came after what, by the time since.
#include "forecast/sequels.h"

#include <gtest/gtest.h>

namespace entente::forecast {
namespace {

TEST(Sequels, TellTheTimeSince) {
  const Extent extent{2, 2};
  History history(extent);
  history.add(std::vector<Act>{{0, 0, 1, 10}});
  Sequels sequels(extent, {7});
  std::vector<std::uint32_t> fresh, old, places;
  for (int i = 0; i < 50; ++i) {
    sequels.places(history.tie(0, 1), 1, 11, fresh);
    sequels.learn(fresh, 0, true);
    sequels.places(history.tie(0, 1), 1, 30, old);
    sequels.learn(old, 0, false);
  }
  ASSERT_EQ(fresh.size(), 1U);
  EXPECT_GT(sequels.share(fresh[0], 0), 0.9F);
  EXPECT_LT(sequels.share(old[0], 0), 0.1F);
  sequels.places(history.tie(0, 1), 0, 11, places);  // another act: nothing was learnt of it
  EXPECT_NEAR(sequels.share(places[0], 0), 0.46F, 0.05F);
  sequels.places(nullptr, 0, 11, places);
  EXPECT_TRUE(places.empty());
}

}  // namespace
}  // namespace entente::forecast
