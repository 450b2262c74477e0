// Results come in order for any number of threads; failures reach the caller.
#include "base/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace entente {
namespace {

class OrderedPoolTest : public testing::TestWithParam<std::size_t> {};

TEST_P(OrderedPoolTest, FinishesInOrderOfSubmission) {
  OrderedPool pool(GetParam());
  ASSERT_EQ(pool.threads(), GetParam());
  constexpr int jobs = 500;
  std::vector<int> results(jobs, 0);
  std::vector<int> finished;
  for (int i = 0; i < jobs; ++i) {
    pool.submit(
        [&results, i, threads = pool.threads()](std::size_t worker) {
          ASSERT_LT(worker, threads);
          if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
          results[static_cast<std::size_t>(i)] = i * i;
        },
        [&, i] { finished.push_back(results[static_cast<std::size_t>(i)]); });
  }
  pool.wait();
  ASSERT_EQ(finished.size(), static_cast<std::size_t>(jobs));
  for (int i = 0; i < jobs; ++i) EXPECT_EQ(finished[static_cast<std::size_t>(i)], i * i);
}

TEST_P(OrderedPoolTest, HoldsFewTasksAtATime) {
  OrderedPool pool(GetParam());
  std::atomic<int> waiting = 0;
  std::atomic<int> most = 0;
  for (int i = 0; i < 200; ++i) {
    most = std::max(most.load(), ++waiting);
    pool.submit([](std::size_t) {}, [&] { --waiting; });
  }
  pool.wait();
  EXPECT_EQ(waiting, 0);
  EXPECT_LE(most, static_cast<int>(4 * GetParam() + 2));
}

TEST_P(OrderedPoolTest, FailureOfAJobReachesTheCallerAndEndsTheOutput) {
  OrderedPool pool(GetParam());
  int finished = 0;
  const auto submit_all = [&] {
    for (int i = 0; i < 100; ++i) {
      pool.submit(
          [i](std::size_t) {
            if (i == 20) throw std::runtime_error("job 20");
          },
          [&] { ++finished; });
    }
    pool.wait();
  };
  EXPECT_THROW(submit_all(), std::runtime_error);
  EXPECT_EQ(finished, 20);
  pool.submit([](std::size_t) {}, [&] { ++finished; });
  pool.wait();
  EXPECT_EQ(finished, 21);
}

TEST_P(OrderedPoolTest, FailureOfAFinishReachesTheCaller) {
  OrderedPool pool(GetParam());
  const auto submit = [&] {
    pool.submit([](std::size_t) {}, [] { throw std::runtime_error("finish"); });
    pool.wait();
  };
  EXPECT_THROW(submit(), std::runtime_error);
}

TEST_P(OrderedPoolTest, MayBeDestroyedWithWorkLeft) {
  std::atomic<int> ran = 0;
  {
    OrderedPool pool(GetParam());
    for (int i = 0; i < 4; ++i) pool.submit([&](std::size_t) { ++ran; }, {});
  }
  EXPECT_LE(ran, 4);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedPoolTest, testing::Values(1, 2, 3, 8));

TEST(OrderedPool, ZeroMeansAllCores) { EXPECT_GE(OrderedPool(0).threads(), 1U); }

}  // namespace
}  // namespace entente
