// Folders of quadruples: what is read, and what is said of those that are broken.
#include "forecast/quads.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace entente::forecast {
namespace {

class QuadsFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("entente_quads_" +
               std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
    write("train.txt", "0\t0\t1\t48\t-1\n1\t1\t2\t72\t-1\n");
    write("valid.txt", "0 0 2 120\n");
    write("test.txt", "2 0 0 144\r\n2 1 1 144\r\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] std::string complaint() const {
    try {
      (void)read_quads(folder_.string());
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
  void expect_complaint(const std::string& part) const {
    EXPECT_NE(complaint().find(part), std::string::npos) << complaint();
  }
  std::filesystem::path folder_;
};

TEST_F(QuadsFolder, DaysAreToldFromTheDistancesOfTimes) {
  const Quads quads = read_quads(folder_.string());
  EXPECT_EQ(quads.step, 24);
  EXPECT_EQ(quads.origin, 48);
  EXPECT_EQ(quads.train[1], (Act{1, 1, 2, 1}));
  EXPECT_EQ(quads.valid[0].day, 3);
  EXPECT_EQ(quads.test[1], (Act{2, 1, 1, 4}));
  EXPECT_EQ(quads.time_of(4), 144);
  EXPECT_EQ(quads.extent.actors, 3U);
  EXPECT_EQ(quads.extent.relations, 2U);
}

TEST_F(QuadsFolder, NamesAreOptional) {
  EXPECT_EQ(read_quads(folder_.string()).actor_name(2), "2");
  write("entity2id.txt", "Arnor\t0\nGondor\t1\nRohan (west)\t2\n");
  write("relation2id.txt", "2\nVisit 0\nPraise 1\n");
  const Quads quads = read_quads(folder_.string());
  EXPECT_EQ(quads.actor_name(2), "Rohan (west)");
  EXPECT_EQ(quads.relation_name(1), "Praise");
  EXPECT_EQ(quads.relation_name(2), "Visit (by the other)");
}

TEST_F(QuadsFolder, OutOfOrder) {
  write("train.txt", "0 0 1 72\n0 0 1 48\n");
  expect_complaint("train.txt:2: out of order: time 48 after 72");
}

TEST_F(QuadsFolder, SpansOutOfOrder) {
  write("valid.txt", "0 0 1 48\n");
  expect_complaint("valid.txt:1: out of order: begins at time 48");
}

TEST_F(QuadsFolder, UnknownIds) {
  write("entity2id.txt", "Arnor\t0\nGondor\t1\n");
  expect_complaint("train.txt:2: unknown actor 2: only 2 have names");
}

TEST_F(QuadsFolder, NoNumber) {
  write("test.txt", "0 0 1 144\n0 zero 1 144\n");
  expect_complaint("test.txt:2: the relation 'zero' is no whole number");
  write("test.txt", "0 0 1\n");
  expect_complaint("test.txt:1: the time is missing");
  write("test.txt", "-1 0 1 144\n");
  expect_complaint("test.txt:1: the subject -1 is no id");
}

TEST_F(QuadsFolder, EmptySpan) {
  write("valid.txt", "\n");
  expect_complaint("valid.txt: holds no quadruple");
  std::filesystem::remove(folder_ / "valid.txt");
  expect_complaint("valid.txt");
}

}  // namespace
}  // namespace entente::forecast
