// Reading from file to document through containers: ids, metadata, nesting, limits.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_zlib.h"
#include "base/utf8.h"
#include "text/containers/test_archives.h"
#include "text/html/page_lexicon.h"
#include "text/id_set.h"
#include "text/reader.h"

namespace entente {
namespace {

using testing_support::gzipped;

using testing_support::tar_of;
using testing_support::zip_of;

class ReaderContainersTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() /
            (std::string("entente_containers_test_") +
             testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void read(const std::string& name, const std::string& bytes) {
    documents_.clear();
    errors_.clear();
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    ReadHandlers handlers;
    handlers.document = [this](Document&& document) { documents_.push_back(std::move(document)); };
    handlers.error = [this](const Error& error) { errors_.push_back(error.what()); };
    read_documents({(root_ / name).string()}, options_, handlers);
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Document& document : documents_) all.push_back(document.id);
    return all;
  }

  std::filesystem::path root_;
  ReadOptions options_;
  std::vector<Document> documents_;
  std::vector<std::string> errors_;
};

using Ids = std::vector<std::string>;

TEST_F(ReaderContainersTest, WhatLiesInEachOtherIsNamedByItsWay) {
  const std::string lines = "{\"text\":\"One.\"}\n{\"id\":\"own\",\"text\":\"Two.\"}\n";
  const std::string inner = zip_of({{"b.txt", "Inner."}, {"../x.jsonl", lines}});
  read("news.tar.gz", gzipped(tar_of({{"a/t.txt.gz", gzipped("Packed.")},
                                      {"in.zip", inner},
                                      {"picture.png", "\x89PNG\r\n\x1a\n"},
                                      {"z.txt", "Last."}})));
  EXPECT_EQ(ids(), (Ids{"news.tar/a/t.txt", "news.tar/in.zip/b.txt", "news.tar/in.zip/x.jsonl:1",
                        "own", "news.tar/z.txt"}));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("picture.png"), std::string::npos);
}

TEST_F(ReaderContainersTest, ContainersSayWhatPagesDoNot) {
  const std::vector<std::string> data = {ENTENTE_SOURCE_DIR "/data"};
  options_.pages = std::make_shared<const PageLexicon>(PageLexicon::load(data, "english"));
  read("feed.xml",
       "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss><channel><title>Daily</title><item>"
       "<title>Truce in Kalen</title><guid>7</guid><link>http://d.example/7</link>"
       "<pubDate>Wed, 14 May 2031 09:00:00 GMT</pubDate><description>The caf\xE9 reopened, said "
       "the owner of the house in the harbour.</description></item></channel></rss>");
  ASSERT_EQ(documents_.size(), 1U);
  const Document& document = documents_[0];
  EXPECT_EQ(document.id, "feed.xml/7");
  EXPECT_EQ(document.title, "Truce in Kalen");
  EXPECT_EQ(document.url, "http://d.example/7");
  EXPECT_EQ(document.publisher, "Daily");
  EXPECT_EQ(document.published, "2031-05-14");
  EXPECT_NE(document.text.find("The caf\u00E9 reopened"), std::string::npos);
  EXPECT_FALSE(document.segments.empty());
}

TEST_F(ReaderContainersTest, OneMailIsOneDocument) {
  read("letter.eml", "From: A <a@x.example>\nSubject: Truce\nDate: 14 May 2031\n\nIt holds.\n");
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].id, "letter");
  EXPECT_EQ(documents_[0].author, "A");
  EXPECT_EQ(documents_[0].title, "Truce");
  EXPECT_EQ(documents_[0].text, "It holds.\n");
}

TEST_F(ReaderContainersTest, BombsAreStoppedWhereverTheyLie) {
  options_.free_expansion = 1 << 20;
  options_.max_expansion = 20;
  const std::string bomb = gzipped(std::string(8 << 20, '\n'));
  read("bomb.jsonl.gz", gzipped("{\"text\":\"One.\"}\n" + std::string(8 << 20, '\n')));
  EXPECT_EQ(documents_.size(), 1U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("unpacks to more than 20 times"), std::string::npos);
  read("bomb.zip", zip_of({{"a.txt", "One."}, {"b.txt.gz", bomb}, {"c.txt.gz", bomb}}));
  EXPECT_EQ(ids(), Ids{"bomb.zip/a.txt"});
  EXPECT_FALSE(errors_.empty());
}

TEST_F(ReaderContainersTest, ManyFaultsOfOneContainerAreCounted) {
  std::string crawl;
  for (int i = 0; i < 500; ++i) crawl += "WARC/1.0\r\nWARC-Type: response\r\n\r\n";
  read("crawl.warc", crawl);
  EXPECT_TRUE(documents_.empty());
  ASSERT_EQ(errors_.size(), 21U);
  EXPECT_NE(errors_.back().find("480 further faults"), std::string::npos);
}

TEST_F(ReaderContainersTest, NestingHasAnEnd) {
  std::string nest = "At the bottom.";
  for (int i = 0; i < 8; ++i) nest = zip_of({{"in", nest}, {"t.txt", "Level."}});
  read("nest.zip", nest);
  EXPECT_EQ(documents_.size(), 4U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("containers deep"), std::string::npos);
}

TEST_F(ReaderContainersTest, JsonLinesHoldPagesAndTheirFieldsWin) {
  read("p.jsonl",
       "{\"id\":\"p\",\"html\":\"<html><head><title>T</title></head><body><article><h1>Kalen "
       "falls</h1><p>Severia took the town of Kalen on Monday after a week of fighting.</p>"
       "</article></body></html>\",\"title\":\"Given\",\"published\":\"2031-05-14\"}\n");
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].id, "p");
  EXPECT_EQ(documents_[0].title, "Given");
  EXPECT_EQ(documents_[0].published, "2031-05-14");
  EXPECT_NE(documents_[0].text.find("Severia took"), std::string::npos);
}

TEST_F(ReaderContainersTest, WideLinesAndTextsAreRead) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")) {
    wide.append(1, c).append(1, '\0');
  }
  read("w.jsonl", wide);
  EXPECT_EQ(ids(), (Ids{"w.jsonl:1", "w.jsonl:2"}));
  EXPECT_TRUE(errors_.empty());
}

TEST(IdSetTest, EveryIdOnce) {
  IdSet ids;
  for (int i = 0; i < 5000; ++i) EXPECT_TRUE(ids.insert("id " + std::to_string(i)));
  for (int i = 0; i < 5000; ++i) EXPECT_FALSE(ids.insert("id " + std::to_string(i)));
  EXPECT_EQ(ids.size(), 5000U);
}

}  // namespace
}  // namespace entente
