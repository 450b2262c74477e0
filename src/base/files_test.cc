// Sources unpack what they are given, refuse what is damaged, and lines keep their numbers.
#include "base/files.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "base/test_zlib.h"

namespace entente {
namespace {

using testing_support::gzipped;

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string read_all(ByteSource& source, std::size_t step) {
  std::string text;
  std::string chunk(step, '\0');
  while (const std::size_t got = source.read(chunk.data(), step)) text.append(chunk, 0, got);
  return text;
}

std::string unpacked(const std::string& bytes, std::size_t step = 1000) {
  return read_all(*source_of(bytes, "test"), step);
}

std::string sample_text(std::size_t size) {
  std::mt19937 random(3);
  std::string text;
  while (text.size() < size)
    text += std::to_string(random() % 100000) + (random() % 9 ? " " : "\n");
  return text;
}

// Reads to the failure; returns it and what came before it.
std::pair<std::string, Error> read_to_failure(const std::string& bytes) {
  const auto source = source_of(bytes, "packed");
  std::string text;
  std::string chunk(777, '\0');
  try {
    while (const std::size_t got = source->read(chunk.data(), chunk.size())) {
      text.append(chunk, 0, got);
    }
  } catch (const Error& error) {
    return {text, error};
  }
  return {text, Error(ErrorKind::invalid_value, "read without failure")};
}

TEST(Files, UnpackWhateverTheKind) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{300000}}) {
    const std::string text = sample_text(size);
    for (const std::size_t step : {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20}) {
      if (step == 1 && size > 10) continue;
      EXPECT_EQ(unpacked(text, step), text);
      EXPECT_EQ(unpacked(gzipped(text), step), text);
      EXPECT_EQ(unpacked(zstd(text), step), text);
    }
  }
}

TEST(Files, UnpackSeveralMembers) {
  EXPECT_EQ(unpacked(gzipped("one ") + gzipped("") + gzipped("two")), "one two");
  EXPECT_EQ(unpacked(zstd("one ") + zstd("two")), "one two");
  EXPECT_EQ(unpacked(gzipped("padded") + std::string(1000, '\0')), "padded");
}

TEST(Files, HighlyPackedDataComesInPieces) {
  const std::string zeros(5000000, '0');
  EXPECT_EQ(unpacked(zstd(zeros), 100), zeros);
  EXPECT_EQ(unpacked(gzipped(zeros), 100), zeros);
}

TEST(Files, TruncationIsCorruptWithItsByte) {
  const std::string text = sample_text(50000);
  for (const std::string& packed : {gzipped(text), zstd(text)}) {
    for (std::size_t size = 5; size < packed.size(); size += 501) {
      const auto [got, error] = read_to_failure(packed.substr(0, size));
      ASSERT_EQ(error.kind(), ErrorKind::corrupt);
      EXPECT_EQ(error.where().file, "packed");
      EXPECT_LE(error.where().byte, size);
      EXPECT_EQ(text.substr(0, got.size()), got);
    }
  }
}

TEST(Files, DamageIsCorrupt) {
  const std::string text = sample_text(50000);
  for (const std::string& good : {gzipped(text), gzipped(text) + gzipped(text)}) {
    std::string packed = good;
    packed[packed.size() - 6] ^= 1;  // in the checksum
    EXPECT_EQ(read_to_failure(packed).second.kind(), ErrorKind::corrupt);
    packed = good;
    packed[packed.size() / 2] ^= 0x10;
    EXPECT_EQ(read_to_failure(packed).second.kind(), ErrorKind::corrupt);
  }
  EXPECT_EQ(read_to_failure(gzipped(text) + "rubbish").second.kind(), ErrorKind::corrupt);
  EXPECT_EQ(read_to_failure(zstd(text) + "rubbish").second.kind(), ErrorKind::corrupt);
}

TEST(Files, FailureIsThrownAgain) {
  const auto source = source_of(gzipped("text").substr(0, 12), "packed");
  char data[16];
  EXPECT_THROW(while (source->read(data, sizeof data) > 0){}, Error);
  EXPECT_THROW((void)source->read(data, sizeof data), Error);
}

TEST(Files, MissingAndUnreadable) {
  try {
    (void)open_source("/no/such/file");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_EQ(error.where().file, "/no/such/file");
  }
  try {
    (void)open_source("/tmp");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unreadable);
  }
}

class FolderTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() /
            (std::string("entente_files_test_") +
             testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "b" / "deep");
    write("a.txt", "A");
    write("b/deep/x.txt", "X");
    write("b/.hidden", "H");
    write("c.txt", "C");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(root_ / name) << text;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (root_ / name).string(); }
  std::filesystem::path root_;
};

TEST_F(FolderTest, WalksInOrderOfNames) {
  std::filesystem::create_directory_symlink(root_, root_ / "b" / "circle");
  std::vector<Error> errors;
  EXPECT_EQ(walk(root_.string(), errors),
            (std::vector<std::string>{path("a.txt"), path("b/deep/x.txt"), path("c.txt")}));
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(walk(path("c.txt"), errors), std::vector<std::string>{path("c.txt")});
  EXPECT_EQ(walk("-", errors), std::vector<std::string>{"-"});
  EXPECT_TRUE(walk(path("none"), errors).empty());
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].kind(), ErrorKind::not_found);
}

TEST_F(FolderTest, ReadsWholeFilesUpToALimit) {
  write("big.txt", std::string(100000, 'x'));
  EXPECT_EQ(read_file(path("big.txt")), std::string(100000, 'x'));
  EXPECT_EQ(read_file(path("big.txt"), 100000).size(), 100000U);
  EXPECT_THROW((void)read_file(path("big.txt"), 99999), Error);
}

TEST(LineReader, SplitsLinesAndKeepsPlaces) {
  const auto source = source_of("one\r\n\ntwo\rthree\nlast", "lines");
  LineReader lines(*source, 100);
  std::string line;
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "one");
  EXPECT_EQ(lines.byte(), 0U);
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "");
  EXPECT_EQ(lines.byte(), 5U);
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "two\rthree");
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "last");
  EXPECT_EQ(lines.line_number(), 4U);
  EXPECT_EQ(lines.byte(), 16U);
  EXPECT_FALSE(lines.next(line));
}

TEST(LineReader, SkipsALongLineAndGoesOn) {
  const std::string text = "short\n" + std::string(300000, 'x') + "\r\nafter\n";
  const auto source = source_of(text, "lines");
  LineReader lines(*source, 1000);
  std::string line;
  ASSERT_TRUE(lines.next(line));
  try {
    lines.next(line);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::too_large);
    EXPECT_EQ(error.where().line, 2U);
    EXPECT_EQ(error.where().byte, 6U);
  }
  EXPECT_LT(line.capacity(), 2000U);
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "after");
  EXPECT_EQ(lines.line_number(), 3U);
  EXPECT_FALSE(lines.next(line));
}

TEST(LineReader, LimitIsExact) {
  const std::string text = std::string(10, 'a') + "\r\n" + std::string(11, 'b') + "\n";
  const auto source = source_of(text, "lines");
  LineReader lines(*source, 10);
  std::string line;
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.size(), 10U);
  EXPECT_THROW(lines.next(line), Error);
  EXPECT_FALSE(lines.next(line));
}

TEST(Sources, WhatLiesPackedInAnotherSourceIsUnpacked) {
  const auto twice = entente::unpacked(source_of(gzipped(zstd("text")), "name"));
  EXPECT_EQ(read_all(*twice, 3), "text");
  EXPECT_EQ(twice->name(), "name");
  const auto plain = entente::unpacked(source_of("text", "name"));
  EXPECT_EQ(read_all(*plain, 100), "text");
}

TEST(Sources, RawFilesStayPacked) {
  const auto path = std::filesystem::temp_directory_path() / "entente_raw_test.gz";
  const std::string packed = gzipped("text");
  std::ofstream(path, std::ios::binary) << packed;
  EXPECT_EQ(read_all(*open_raw(path.string()), 7), packed);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace entente
