// ZIP and tar files, friendly and not.
#include "text/containers/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>

#include "text/containers/budget.h"
#include "text/containers/kind.h"
#include "text/containers/test_archives.h"

namespace entente {
namespace {

using testing_support::tar_of;
using testing_support::zip_of;

struct Found {
  std::vector<std::pair<std::string, std::string>> entries;
  std::string failure;
};

Found read(std::string bytes) {
  Found found;
  const auto source = source_of(std::move(bytes), "b");
  Window window(*source);
  try {
    read_bundle(window, [&](const std::string& entry, ByteSource& content) {
      std::string text;
      std::string chunk(100, '\0');
      try {
        while (const std::size_t got = content.read(chunk.data(), chunk.size())) {
          text.append(chunk, 0, got);
        }
      } catch (const Error& error) {
        text = std::string("failed: ") + error.what();
      }
      found.entries.emplace_back(entry, text);
    });
  } catch (const Error& error) {
    found.failure = error.what();
  }
  return found;
}

TEST(BundleTest, EntriesOfZipAndTar) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.txt", "One."}, {"in/b.txt", std::string(5000, 'x')}, {".hidden", "No."}, {"c", ""}};
  for (const std::string& bytes : {zip_of(files), tar_of(files)}) {
    const Found found = read(bytes);
    EXPECT_EQ(found.failure, "");
    ASSERT_EQ(found.entries.size(), 3U);
    EXPECT_EQ(found.entries[0], files[0]);
    EXPECT_EQ(found.entries[1], files[1]);
    EXPECT_EQ(found.entries[2].first, "c");
  }
}

TEST(BundleTest, NamesStayWithinTheBundle) {
  EXPECT_EQ(clean_entry_name("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(clean_entry_name("/etc/./x//y"), "etc/x/y");
  EXPECT_EQ(clean_entry_name("a\\..\\b"), "a/b");
  EXPECT_EQ(clean_entry_name("a\nb\x1b[31m"), "a_b_[31m");
  EXPECT_EQ(clean_entry_name("..."), "...");
  EXPECT_EQ(clean_entry_name(""), "");
  EXPECT_EQ(clean_entry_name("\xFF"), "\uFFFD");
  EXPECT_LE(clean_entry_name(std::string(5000, 'x')).size(), 400U);
  const Found found = read(tar_of({{"../../up.txt", "Up."}, {"/abs.txt", "Abs."}}));
  ASSERT_EQ(found.entries.size(), 2U);
  EXPECT_EQ(found.entries[0].first, "up.txt");
  EXPECT_EQ(found.entries[1].first, "abs.txt");
}

TEST(BundleTest, DamageIsToldAndWhatCameBeforeIsKept) {
  const std::string whole = zip_of({{"a.txt", "One."}, {"b.txt", std::string(100000, 'x') + "y"}});
  const Found cut = read(whole.substr(0, whole.size() / 2));
  ASSERT_GE(cut.entries.size(), 1U);
  EXPECT_EQ(cut.entries[0].second, "One.");
  EXPECT_TRUE(!cut.failure.empty() || cut.entries.back().second.starts_with("failed"));
  const std::string tar = tar_of({{"a.txt", "One."}, {"b.txt", std::string(5000, 'x')}});
  const Found half = read(tar.substr(0, 3000));
  ASSERT_EQ(half.entries.size(), 2U);
  EXPECT_TRUE(half.entries[1].second.starts_with("failed"));
}

TEST(BundleTest, SignaturesAreTold) {
  EXPECT_EQ(kind_of(zip_of({{"a", "x"}}), "n", "").kind, InputKind::bundle);
  EXPECT_EQ(kind_of(tar_of({{"a", "x"}}), "n", "").kind, InputKind::bundle);
  EXPECT_EQ(kind_of(zip_of({{"[Content_Types].xml", "x"}}), "n", "").kind, InputKind::unreadable);
  EXPECT_EQ(kind_of("%PDF-1.4", "a.txt", "").kind, InputKind::unreadable);
  EXPECT_EQ(kind_of(std::string(100, '\0'), "a.txt", "").kind, InputKind::unreadable);
}

TEST(BudgetTest, RatioAndFreeBytes) {
  ExpansionBudget budget(1000, 10);
  budget.earn(5);
  budget.spend(1050, "f");
  try {
    budget.spend(100, "f");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::too_large);
    EXPECT_EQ(error.where().byte, 5U);
  }
}

}  // namespace
}  // namespace entente
