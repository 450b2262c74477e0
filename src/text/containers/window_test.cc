// Looking ahead costs nothing that was not looked at, and damage comes when its place is reached.
#include "text/containers/window.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {
namespace {

// So many bytes, then an error.
class Breaking : public ByteSource {
 public:
  explicit Breaking(std::size_t bytes) : left_(bytes) {}
  std::size_t read(char* data, std::size_t size) override {
    if (left_ == 0) throw Error(ErrorKind::corrupt, "breaks", {name_});
    const std::size_t got = std::min({size, left_, std::size_t{10}});
    std::fill_n(data, got, 'x');
    left_ -= got;
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::string name_ = "breaking";
  std::size_t left_;
};

TEST(WindowTest, LinesBytesAndPositions) {
  const auto source = source_of("one\r\ntwo\n\nlong line\nend", "w");
  Window window(*source);
  std::string line;
  EXPECT_EQ(window.look(3).substr(0, 3), "one");
  EXPECT_TRUE(window.line(line, 100));
  EXPECT_EQ(line, "one");
  EXPECT_EQ(window.position(), 5U);
  EXPECT_TRUE(window.line(line, 100));
  EXPECT_TRUE(window.line(line, 100));
  EXPECT_EQ(line, "");
  EXPECT_TRUE(window.line(line, 4));
  EXPECT_EQ(line, "long");
  EXPECT_EQ(window.here().byte, 20U);
  EXPECT_EQ(window.skip(1), 1U);
  EXPECT_EQ(window.skip(100), 2U);
  EXPECT_FALSE(window.line(line, 100));
  EXPECT_TRUE(window.look(1).empty());
}

TEST(WindowTest, LongLooksMoveEachByteOnce) {
  std::string bytes;
  for (int i = 0; i < 300000; ++i) bytes += static_cast<char>('a' + i % 26);
  const auto source = source_of(bytes, "w");
  Window window(*source);
  std::string seen;
  while (!window.look(100000).empty()) {
    const std::string_view ready = window.look(100000).substr(0, 7001);
    seen += ready;
    window.take(ready.size());
  }
  EXPECT_EQ(seen, bytes);
  EXPECT_EQ(window.position(), bytes.size());
}

TEST(WindowTest, DamageComesWhenItsPlaceIsReached) {
  Breaking source(25);
  Window window(source);
  EXPECT_EQ(window.look(1000).size(), 25U);
  window.take(25);
  EXPECT_THROW((void)window.look(1), Error);
}

}  // namespace
}  // namespace entente
