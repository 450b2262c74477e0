// What is kept comes back; what is repeated is not doubled; what fails leaves the store as it was.
#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "base/utf8.h"
#include "record/document_json.h"
#include "record/item_json.h"
#include "store/schema.h"
#include "store/test_items.h"

namespace entente {
namespace {

std::vector<std::string> item_lines(Store& store) {
  std::vector<std::string> lines;
  store.each_item(
      [&](const ItemOrigin&, const Item& item) { append_item_json(lines.emplace_back(), item); });
  return lines;
}

std::string line_of(const Item& item) {
  std::string line;
  append_item_json(line, item);
  return line;
}

std::vector<CodedDocument> many(std::size_t count) {
  std::vector<CodedDocument> documents;
  for (std::size_t i = 0; i < count; ++i) {
    documents.push_back(test_coded("d" + std::to_string(i)));
  }
  return documents;
}

void expect_whole(Store& store) {
  EXPECT_EQ(store.database().number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM pragma_integrity_check WHERE "
                                    "integrity_check <> 'ok'"),
            0);
  store.database().run(
      "INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)");
}

TEST(Store, GivesBackDocumentsAndItemsAsTheyWere) {
  const TestFolder folder;
  const CodedDocument coded = test_coded("a");
  Store(folder / "s", Access::write).put({&coded, 1}, test_provenance());
  Store store(folder / "s", Access::read);
  EXPECT_EQ(item_lines(store), std::vector{line_of(coded.items[0])});
  std::string wanted, got;
  append_document_json(wanted, coded.document);
  store.each_document([&](const Document& document) { append_document_json(got, document); });
  EXPECT_EQ(got, wanted);
  expect_whole(store);
}

TEST(Store, KnowsWhatMustBeCodedAgain) {
  const TestFolder folder;
  const CodedDocument coded = test_coded("a");
  Store store(folder / "s", Access::write);
  EXPECT_EQ(store.freshness_of("a", coded.fingerprint, test_provenance()), Freshness::absent);
  store.put({&coded, 1}, test_provenance());
  EXPECT_EQ(store.freshness_of("a", coded.fingerprint, test_provenance()), Freshness::current);
  EXPECT_EQ(store.freshness_of("a", "other", test_provenance()), Freshness::changed);
  EXPECT_EQ(store.freshness_of("a", coded.fingerprint, test_provenance("d2")), Freshness::outdated);
  Provenance later = test_provenance();
  later.version = "1.1";
  EXPECT_EQ(store.freshness_of("a", coded.fingerprint, later), Freshness::outdated);
}

TEST(Store, RepeatingChangesNothing) {
  const TestFolder folder;
  const std::vector<CodedDocument> documents = many(3);
  Store store(folder / "s", Access::write);
  store.put(documents, test_provenance());
  const std::string before = dump_of(store);
  store.put(documents, test_provenance());
  store.put(std::span(documents).first(1), test_provenance());
  EXPECT_EQ(dump_of(store), before);
}

TEST(Store, AChangedDocumentTakesThePlaceOfTheOld) {
  const TestFolder folder;
  Store store(folder / "s", Access::write);
  store.put(many(3), test_provenance());
  const CodedDocument changed = test_coded("d1", "Lorvia shelled Tessin.");
  store.put({&changed, 1}, test_provenance());
  ASSERT_EQ(item_lines(store).size(), 3U);
  EXPECT_EQ(item_lines(store)[1], line_of(changed.items[0]));
  EXPECT_EQ(store.search("shelled", 9).size(), 1U);
  EXPECT_EQ(store.search("bombed", 9).size(), 2U);
  expect_whole(store);
}

TEST(Store, AppearancesStayWhenOnlyDictionariesChange) {
  const TestFolder folder;
  std::vector<CodedDocument> documents = many(2);
  documents[1].appearance = {"d0", "cut", 0.5};
  Store store(folder / "s", Access::write);
  store.put(documents, test_provenance());
  documents[1].appearance.reset();
  store.put(documents, test_provenance("d2"));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM appearance WHERE kind = 'cut'"), 1);
  const CodedDocument changed = test_coded("d1", "Lorvia shelled Tessin.");
  store.put({&changed, 1}, test_provenance("d2"));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM appearance"), 0);
}

TEST(Store, FindsSentencesByWordsPhrasesAndBeginnings) {
  const TestFolder folder;
  const std::vector<CodedDocument> documents = {test_coded("a", "Sévéria exchanged prisoners."),
                                                test_coded("b", "Prisoners were exchanged.")};
  Store store(folder / "s", Access::write);
  store.put(documents, test_provenance());
  const auto search = [&](const std::vector<std::string>& words) {
    std::string ids;
    for (const FoundSentence& found : store.search(query_of(words), 9)) ids += found.doc;
    return ids;
  };
  EXPECT_EQ(search({"severia"}), "a");  // whatever accents and case
  EXPECT_EQ(search({"exchanged prisoners"}), "a");
  EXPECT_EQ(search({"exchan*", "PRISONERS"}).size(), 2U);
  EXPECT_EQ(search({"prisoners", "talks"}), "");
  EXPECT_EQ(search({"AND", "\"", "*"}), "");  // words, not operators
  const FoundSentence found = store.search(query_of(std::vector<std::string>{"prisoners"}), 1)[0];
  ASSERT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(fold(found.text.substr(found.hits[0].begin, found.hits[0].size())), "prisoners");
  EXPECT_THROW(static_cast<void>(store.search("a AND (", 9)), Error);
}

TEST(Store, TheSameImportedLineIsKeptOnce) {
  const TestFolder folder;
  ImportedItem imported;
  imported.document.id = "x";
  imported.item = test_item(test_document("x", "Severia bombed Kalen."), {0, 21});
  imported.source = "gdelt2";
  imported.record = "r1";
  std::vector<ImportedItem> items(2, imported);
  items.push_back(imported);
  items[2].record = "r2";
  Store store(folder / "s", Access::write);
  EXPECT_EQ(store.put(items, test_provenance("")), 2U);
  EXPECT_EQ(store.put(items, test_provenance("")), 0U);
  EXPECT_EQ(item_lines(store), std::vector<std::string>(2, line_of(imported.item)));
  EXPECT_EQ(store.search("bombed", 9).size(), 1U);
  // A document of that id that Entente reads itself is another.
  EXPECT_EQ(store.freshness_of("x", "", test_provenance("")), Freshness::absent);
  expect_whole(store);
}

TEST(Store, RefusesWhatIsNoStore) {
  const TestFolder folder;
  EXPECT_THROW(Store(folder / "missing", Access::read), Error);
  std::ofstream(folder / "text") << std::string(2000, 'x');
  EXPECT_THROW(Store(folder / "text", Access::write), Error);
  Database(folder / "other", Access::write, {}).run("CREATE TABLE t (a)");
  EXPECT_THROW(Store(folder / "other", Access::write), Error);
  std::ofstream(folder / "empty").flush();
  EXPECT_THROW(Store(folder / "empty", Access::read), Error);
}

TEST(Store, MigratesStepByStepOrNotAtAll) {
  const TestFolder folder;
  const CodedDocument coded = test_coded("a");
  Store(folder / "s", Access::write).put({&coded, 1}, test_provenance());
  std::vector<Migration> steps(store_migrations().begin(), store_migrations().end());
  const auto known = static_cast<std::int64_t>(steps.size());
  Database database(folder / "s", Access::write, {});
  steps.push_back(
      "ALTER TABLE actor ADD COLUMN note TEXT NOT NULL DEFAULT 'n'; CREATE TABLE t (a)");
  steps.push_back("CREATE TABLE u (a); this is no SQL");
  EXPECT_THROW(migrate(database, steps), Error);
  EXPECT_EQ(database.number("PRAGMA user_version"), known);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_master WHERE name IN ('t', 'u')"), 0);
  steps.pop_back();
  migrate(database, steps);
  migrate(database, steps);
  EXPECT_EQ(database.number("PRAGMA user_version"), known + 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM actor WHERE note = 'n'"), 6);
  // This program now meets a store of a later one.
  try {
    Store(folder / "s", Access::write);
    FAIL() << "a newer store was opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::version);
  }
}

TEST(Store, ASecondWriterWaitsOrSaysSo) {
  const TestFolder folder;
  Store first(folder / "s", Access::write);
  Store second(folder / "s", Access::write, std::chrono::milliseconds(50));
  Store patient(folder / "s", Access::write, std::chrono::seconds(30));
  const CodedDocument coded = test_coded("a");
  const CodedDocument other = test_coded("b");
  {
    Transaction held(first.database());
    EXPECT_THROW(second.put({&coded, 1}, test_provenance()), Error);
    EXPECT_TRUE(item_lines(second).empty());  // reading goes on
    std::thread waiting([&] { patient.put({&coded, 1}, test_provenance()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    held.commit();
    waiting.join();
  }
  second.put({&other, 1}, test_provenance());
  EXPECT_EQ(item_lines(first).size(), 2U);
  expect_whole(first);
}

TEST(Store, WritersOfTheSameDocumentsDoubleNothing) {
  const TestFolder folder;
  const std::vector<CodedDocument> documents = many(40);
  const auto write = [&] {
    Store store(folder / "s", Access::write);
    for (std::size_t i = 0; i < documents.size(); i += 4) {
      store.put(std::span(documents).subspan(i, 4), test_provenance());
    }
  };
  std::thread other(write);
  write();
  other.join();
  Store store(folder / "s", Access::write);
  EXPECT_EQ(item_lines(store).size(), documents.size());
  expect_whole(store);
}

/// Writes documents to a store in batches of three, in a process of its own.
pid_t fork_writer(const std::string& file, const std::vector<CodedDocument>& documents,
                  rlim_t most_bytes) {
  const pid_t child = fork();
  if (child != 0) return child;
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit = {most_bytes, most_bytes};
  if (most_bytes > 0) setrlimit(RLIMIT_FSIZE, &limit);
  try {
    Store store(file, Access::write);
    for (std::size_t i = 0; i < documents.size(); i += 3) {
      store.put(std::span(documents).subspan(i, 3), test_provenance());
    }
  } catch (const Error& error) {
    _exit(error.kind() == ErrorKind::unreadable ? 7 : 8);
  } catch (...) {
    _exit(9);
  }
  _exit(0);
}

TEST(Store, SurvivesBeingKilledAtAnyMoment) {
  const TestFolder folder;
  const std::vector<CodedDocument> documents = many(30);
  const auto begin = std::chrono::steady_clock::now();
  int status = 0;
  waitpid(fork_writer(folder / "undisturbed", documents, 0), &status, 0);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  ASSERT_EQ(status, 0);
  Store undisturbed(folder / "undisturbed", Access::read);
  std::mt19937 random(7);
  int killed = 0;
  for (int i = 0; i < 100; ++i) {
    const std::string file = folder / ("s" + std::to_string(i / 4));
    const pid_t child = fork_writer(file, documents, 0);
    std::this_thread::sleep_for(std::chrono::microseconds(
        std::uniform_int_distribution<std::int64_t>(0, took.count())(random)));
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
  }
  EXPECT_GT(killed, 0);  // how many depends on what else the machine does
  for (int i = 0; i < 25; ++i) {
    const std::string file = folder / ("s" + std::to_string(i));
    waitpid(fork_writer(file, documents, 0), &status, 0);
    ASSERT_EQ(status, 0);
    Store store(file, Access::write);
    EXPECT_EQ(dump_of(store), dump_of(undisturbed));
    expect_whole(store);
  }
}

TEST(Store, AFullDiskIsSaidAndLosesNothing) {
  const TestFolder folder;
  const std::vector<CodedDocument> documents = many(600);
  Store(folder / "s", Access::write).put(std::span(documents).first(5), test_provenance());
  int status = 0;
  waitpid(fork_writer(folder / "s", documents, 600000), &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  {
    Store store(folder / "s", Access::write);
    EXPECT_GE(item_lines(store).size(), 5U);
    EXPECT_LT(item_lines(store).size(), documents.size());
    expect_whole(store);
  }
  waitpid(fork_writer(folder / "s", documents, 0), &status, 0);
  EXPECT_EQ(status, 0);
  Store store(folder / "s", Access::write);
  EXPECT_EQ(item_lines(store).size(), documents.size());
  expect_whole(store);
}

}  // namespace
}  // namespace entente
