// Reading inputs of every kind, good and bad.
#include "text/reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "text/segments.h"

namespace entente {
namespace {

class ReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() /
            (std::string("entente_reader_test_") +
             testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::string write(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return (root_ / name).string();
  }
  std::uint64_t read(const std::vector<std::string>& inputs) {
    documents_.clear();
    errors_.clear();
    ReadHandlers handlers;
    handlers.document = [this](Document&& document) { documents_.push_back(std::move(document)); };
    handlers.error = [this](const Error& error) { errors_.push_back(error); };
    handlers.progress = [this](std::uint64_t bytes) {
      EXPECT_GE(bytes, progress_);
      progress_ = bytes;
    };
    progress_ = 0;
    return read_documents(inputs, options_, handlers);
  }

  std::filesystem::path root_;
  ReadOptions options_;
  std::vector<Document> documents_;
  std::vector<Error> errors_;
  std::uint64_t progress_ = 0;
};

TEST_F(ReaderTest, PlainTextIsKeptAsItStood) {
  const std::string text = "\xEF\xBB\xBFOne line.\r\n\r\n“Two”\u00A0lines. {\"text\": 1}\n";
  EXPECT_EQ(read({write("a.txt", text)}), 1U);
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].text, text);
  EXPECT_EQ(documents_[0].id, "a");
  EXPECT_EQ(documents_[0].replaced_bytes, 0U);
  EXPECT_FALSE(documents_[0].segments.empty());
  EXPECT_TRUE(errors_.empty());
}

TEST_F(ReaderTest, FieldsOfJsonLinesAreRead) {
  const std::string lines =
      "\n{\"id\": \"x\", \"text\": \"A \\u201ctext\\u201d.\", \"url\": \"u\", \"title\": \"t\",\n"
      "{\"id\": 7, \"text\": \"Seven.\", \"more\": {\"text\": [\"no\"]}, \"author\": null}\n"
      "{\"text\": \"Without id.\", \"publisher\": \"p\", \"author\": \"a\", \"published\": "
      "\"2016-08-16T10:00:00Z\", \"language\": \"en\"}\r\n";
  const std::string path = write("feed.jsonl", lines);
  EXPECT_EQ(read({path}), 2U);
  ASSERT_EQ(errors_.size(), 1U);  // the first line breaks off
  EXPECT_EQ(errors_[0].kind(), ErrorKind::malformed);
  EXPECT_EQ(errors_[0].where().file, path);
  EXPECT_EQ(errors_[0].where().line, 2U);
  EXPECT_EQ(documents_[0].id, "7");
  EXPECT_EQ(documents_[0].text, "Seven.");
  EXPECT_EQ(documents_[0].author, "");
  EXPECT_EQ(documents_[1].id, "feed.jsonl:4");
  EXPECT_EQ(documents_[1].publisher, "p");
  EXPECT_EQ(documents_[1].author, "a");
  EXPECT_EQ(documents_[1].published, "2016-08-16");
  EXPECT_EQ(documents_[1].language, "en");
}

TEST_F(ReaderTest, BadLinesAreNamedAndTheOthersRead) {
  const std::string path =
      write("bad.jsonl",
            "{\"id\": \"a\"}\n{\"html\": 1}\n[1]\n\"x\"\n{\"text\": 5}\n"
            "{\"text\": \"\"}\n{\"text\": {\"a\": 1}}\n{\"text\": \"Good.\"}\n");
  EXPECT_EQ(read({path}), 1U);
  ASSERT_EQ(errors_.size(), 7U);
  for (std::size_t i = 0; i < errors_.size(); ++i) {
    EXPECT_EQ(errors_[i].kind(), ErrorKind::malformed);
    EXPECT_EQ(errors_[i].where().line, i + 1);
  }
  EXPECT_NE(std::string(errors_[1].what()).find("html"), std::string::npos);
}

TEST_F(ReaderTest, InvalidBytesAreReplacedAndCounted) {
  EXPECT_EQ(read({write("a.txt", std::string("one\xFFtwo\0three.", 14)),
                  write("b.jsonl", "{\"text\": \"x\xE2\x82y\\u0000z\"}\n")}),
            2U);
  EXPECT_EQ(documents_[0].text, "one\uFFFDtwo\uFFFDthree.");
  EXPECT_EQ(documents_[0].replaced_bytes, 2U);
  EXPECT_EQ(documents_[1].text, "x\uFFFDy\uFFFDz");
  EXPECT_EQ(documents_[1].replaced_bytes, 3U);
}

TEST_F(ReaderTest, RepeatedIdsAreReportedAndNumbered) {
  EXPECT_EQ(read({write("a.jsonl",
                        "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x#2\",\"text\":\"2\"}\n"
                        "{\"id\":\"x\",\"text\":\"3\"}\n{\"id\":\"x\",\"text\":\"4\"}\n")}),
            4U);
  EXPECT_EQ(documents_[2].id, "x#3");
  EXPECT_EQ(documents_[3].id, "x#4");
  EXPECT_EQ(errors_.size(), 2U);
  EXPECT_EQ(read({write("d/y.txt", "One."), write("e/y.txt", "Two.")}), 2U);
  EXPECT_EQ(documents_[1].id, "y#2");
}

TEST_F(ReaderTest, EmptyAndMissingInputsAreReported) {
  EXPECT_EQ(read({write("empty.txt", ""), write("blank.txt", " \n\n"),
                  (root_ / "none.txt").string(), write("good.txt", "Good.")}),
            1U);
  ASSERT_EQ(errors_.size(), 3U);
  EXPECT_NE(std::string(errors_[0].what()).find("is empty"), std::string::npos);
  EXPECT_EQ(errors_[2].kind(), ErrorKind::not_found);
}

TEST_F(ReaderTest, LimitHoldsForTextsAndLines) {
  options_.max_document_bytes = 100;
  EXPECT_EQ(read({write("big.txt", std::string(101, 'x')), write("fits.txt", std::string(100, 'x')),
                  write("c.jsonl", "{\"text\": \"" + std::string(5000, 'y') +
                                       "\"}\n{\"text\": \"small\"}\n")}),
            2U);
  ASSERT_EQ(errors_.size(), 2U);
  EXPECT_EQ(errors_[0].kind(), ErrorKind::too_large);
  EXPECT_EQ(errors_[1].kind(), ErrorKind::too_large);
  EXPECT_EQ(errors_[1].where().line, 1U);
  EXPECT_EQ(documents_[1].text, "small");
}

TEST_F(ReaderTest, PublishedFillsOnlyGaps) {
  options_.published = "2020-05";
  EXPECT_EQ(read({write("a.jsonl",
                        "{\"text\":\"1\",\"published\":\"2016-08-16\"}\n"
                        "{\"text\":\"2\"}\n{\"text\":\"3\",\"published\":\"May\"}\n")}),
            3U);
  EXPECT_EQ(documents_[0].published, "2016-08-16");
  EXPECT_EQ(documents_[1].published, "2020-05");
  EXPECT_EQ(documents_[2].published, "2020-05");
  EXPECT_EQ(errors_.size(), 1U);
  options_.published = "soon";
  EXPECT_THROW(read({}), Error);
}

TEST_F(ReaderTest, FoldersAndPackedFiles) {
  const std::string path = (root_ / "in").string();
  write("in/b.txt", "B.");
  write("in/a/x.jsonl", "{\"id\":\"x\",\"text\":\"X.\"}\n");
  const std::string packed = (root_ / "in" / "c.txt.gz").string();
  gzFile file = gzopen(packed.c_str(), "wb");
  gzputs(file, "C packed.");
  gzclose(file);
  EXPECT_EQ(read({path}), 3U);
  EXPECT_EQ(documents_[0].id, "x");
  EXPECT_EQ(documents_[1].id, "b");
  EXPECT_EQ(documents_[2].id, "c");
  EXPECT_EQ(documents_[2].text, "C packed.");
}

TEST_F(ReaderTest, TruncatedInputKeepsWhatCameBefore) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += "{\"text\": \"Number " + std::to_string(i * 7919) + ".\"}\n";
  }
  const std::string whole = (root_ / "whole.jsonl.gz").string();
  gzFile file = gzopen(whole.c_str(), "wb");
  gzputs(file, lines.c_str());
  gzclose(file);
  std::ifstream stream(whole, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const std::string cut = write("cut.jsonl.gz", bytes.substr(0, bytes.size() / 2));
  const std::uint64_t count = read({cut, write("good.txt", "Good.")});
  EXPECT_GT(count, 100U);
  EXPECT_LT(count, 3000U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].kind(), ErrorKind::corrupt);
  EXPECT_EQ(errors_[0].where().file, cut);
  EXPECT_EQ(documents_.back().text, "Good.");
}

TEST_F(ReaderTest, DeepNestingIsHarmless) {
  const std::string path =
      write("deep.jsonl", "{\"more\": " + std::string(200000, '[') + "\n{\"text\": \"Good.\"}\n");
  EXPECT_EQ(read({path}), 1U);
  EXPECT_EQ(errors_.size(), 1U);
}

TEST_F(ReaderTest, TitleAndFurnitureAreMarked) {
  auto lexicon = std::make_shared<FurnitureLexicon>();
  lexicon->add("sign up now", "test");
  options_.furniture = lexicon;
  read({write("a.txt", "Arnor and Gondor sign truce\n\nIt began at noon.\n\nSign up now!\n")});
  ASSERT_EQ(documents_.size(), 1U);
  ASSERT_EQ(documents_[0].segments.size(), 3U);
  EXPECT_EQ(documents_[0].segments[0].kind, SegmentKind::title);
  EXPECT_EQ(documents_[0].title, "Arnor and Gondor sign truce");
  EXPECT_EQ(documents_[0].segments[2].kind, SegmentKind::furniture);
}

TEST_F(ReaderTest, WhatAHandlerThrowsGoesThrough) {
  ReadHandlers handlers;
  int errors = 0;
  handlers.error = [&](const Error&) { ++errors; };
  handlers.document = [](Document&&) { throw Error(ErrorKind::invalid_value, "stop"); };
  EXPECT_THROW(read_documents({write("a.txt", "Text.")}, options_, handlers), Error);
  EXPECT_EQ(errors, 0);
}

}  // namespace
}  // namespace entente
