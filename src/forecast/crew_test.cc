// Every piece is done once, and failures come back.
#include "forecast/crew.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace entente::forecast {
namespace {

TEST(Crew, DoesEveryPieceOnce) {
  Crew crew(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::atomic<int>> done(50);
    crew.run(done.size(), [&](std::size_t piece, std::size_t worker) {
      EXPECT_LT(worker, crew.size());
      ++done[piece];
    });
    for (const auto& count : done) EXPECT_EQ(count, 1);
  }
}

TEST(Crew, FailuresComeBackAndTheNextRoundWorks) {
  Crew crew(2);
  EXPECT_THROW(crew.run(10,
                        [](std::size_t piece, std::size_t) {
                          if (piece == 4) throw std::runtime_error("four");
                        }),
               std::runtime_error);
  std::atomic<int> done = 0;
  crew.run(10, [&](std::size_t, std::size_t) { ++done; });
  EXPECT_EQ(done, 10);
}

}  // namespace
}  // namespace entente::forecast
