// Archives come back as written, and damaged ones are refused.
#include "base/archive.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "entente/error.h"

namespace entente {
namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto* begin = reinterpret_cast<const std::byte*>(text.data());
  return {begin, begin + text.size()};
}

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ArchiveWriter sample() {
  ArchiveWriter writer;
  writer.add("words", bytes_of("one two three"));
  writer.add("empty", {});
  writer.add("numbers", bytes_of(std::string(200, 'n')));
  return writer;
}

ErrorKind refusal(std::span<const std::byte> bytes) {
  try {
    (void)Archive::from_bytes(bytes, "test");
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::invalid_value;  // accepted
}

TEST(Archive, GivesBackSections) {
  const Archive archive = Archive::from_bytes(sample().bytes(), "test");
  EXPECT_EQ(text_of(archive.section("words")), "one two three");
  EXPECT_EQ(archive.section("empty").size(), 0U);
  EXPECT_EQ(text_of(archive.section("numbers")), std::string(200, 'n'));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(archive.section("numbers").data()) % 64, 0U);
  EXPECT_TRUE(archive.has("words"));
  EXPECT_FALSE(archive.has("word"));
  EXPECT_EQ(archive.names(), (std::vector<std::string>{"empty", "numbers", "words"}));
  EXPECT_THROW((void)archive.section("word"), Error);
}

TEST(Archive, SameSectionsSameBytes) {
  ArchiveWriter other;
  other.add("numbers", bytes_of(std::string(200, 'n')));
  other.add("words", bytes_of("one two three"));
  other.add("empty", {});
  EXPECT_EQ(other.bytes(), sample().bytes());
}

TEST(Archive, RefusesNamesItCannotKeep) {
  ArchiveWriter writer = sample();
  EXPECT_THROW(writer.add("words", {}), Error);
  EXPECT_THROW(writer.add("", {}), Error);
  EXPECT_THROW(writer.add(std::string(49, 'x'), {}), Error);
}

TEST(Archive, EveryFlippedByteIsRefused) {
  const std::vector<std::byte> good = sample().bytes();
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned mask : {1U, 0x80U, 0xFFU}) {
      std::vector<std::byte> bad = good;
      bad[at] ^= static_cast<std::byte>(mask);
      const ErrorKind kind = refusal(bad);
      ASSERT_TRUE(kind == ErrorKind::corrupt || kind == ErrorKind::version) << "byte " << at;
    }
  }
}

TEST(Archive, EveryTruncationIsRefused) {
  const std::vector<std::byte> good = sample().bytes();
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_EQ(refusal(std::span(good).first(size)), ErrorKind::corrupt) << size;
  }
}

TEST(Archive, AnotherVersionIsNamed) {
  std::vector<std::byte> bytes = sample().bytes();
  bytes[8] = std::byte{99};
  EXPECT_EQ(refusal(bytes), ErrorKind::version);
}

TEST(Archive, FileIsMappedAndReplacedWhole) {
  const auto path = std::filesystem::temp_directory_path() / "entente_archive_test.model";
  sample().write(path.string());
  {
    const Archive archive = Archive::open(path.string());
    EXPECT_EQ(text_of(archive.section("words")), "one two three");
    EXPECT_EQ(archive.path(), path.string());
  }
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".partial"));
  std::ofstream(path) << "";
  EXPECT_THROW((void)Archive::open(path.string()), Error);
  std::filesystem::remove(path);
  try {
    (void)Archive::open(path.string());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
  }
  EXPECT_THROW(sample().write("/no/such/folder/x.model"), Error);
}

}  // namespace
}  // namespace entente
