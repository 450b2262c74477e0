// Which texts are told to be copies of which; sketches, samples and standing sentences.
#include "text/copies/copies.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/copies/common_sentences.h"
#include "text/copies/ledger.h"
#include "text/copies/sample_index.h"
#include "text/copies/sketch.h"

namespace entente {
namespace {

Document document(std::string text) {
  Document made;
  made.text = std::move(text);
  return made;
}

Shingles shingles(const std::string& text) { return shingles_of(document(text)); }

// Sentences of invented words, all different.
class Invented {
 public:
  explicit Invented(unsigned seed) : random_(seed) {}
  std::string word() {
    static const std::vector<std::string> parts = {"ar",  "bel", "cor", "dan", "el",  "fa",  "gor",
                                                   "hal", "il",  "jo",  "kar", "len", "mar", "nor"};
    std::string made;
    for (int i = 0; i < 3; ++i) made += parts[random_() % parts.size()];
    return made;
  }
  std::string sentence() {
    std::string made = "The";
    for (int i = 0; i < 14; ++i) made += " " + word();
    return made + ". ";
  }
  std::vector<std::string> story(int sentences) {
    std::vector<std::string> made;
    for (int i = 0; i < sentences; ++i) made.push_back(sentence());
    return made;
  }

 private:
  std::mt19937 random_;
};

std::string joined(const std::vector<std::string>& sentences, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, sentences.size()); ++i) text += sentences[i];
  return text;
}
std::string joined(const std::vector<std::string>& sentences) {
  return joined(sentences, 0, sentences.size());
}

std::vector<std::uint32_t> numbers(std::mt19937& random, std::size_t count) {
  std::vector<std::uint32_t> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(static_cast<std::uint32_t>(random()));
  return made;
}

TEST(Shingles, CaseAccentsPunctuationAndLayoutPlayNoPart) {
  const Shingles a = shingles("The Élan of “Arland” isn't gone, said Mr. Hald.\nNobody knew why.");
  const Shingles b = shingles("the elan of Arland isn’t gone -- said Mr Hald nobody\n\nknew WHY");
  EXPECT_EQ(a.text, b.text);
  ASSERT_EQ(a.runs.size(), b.runs.size());
  EXPECT_EQ(a.runs.size(), 8U);
  for (std::size_t i = 0; i < a.runs.size(); ++i) EXPECT_EQ(a.runs[i].hash, b.runs[i].hash);
  EXPECT_NE(a.text, shingles("The elan of Arland isn't gone, said Mr Bald. Nobody knew why").text);
}

TEST(Shingles, SentencesAreCountedAndRunsKnowTheirs) {
  const Shingles two = shingles("One two three four five. Six seven eight nine ten eleven.");
  EXPECT_EQ(two.sentences.size(), 2U);
  ASSERT_EQ(two.runs.size(), 7U);
  EXPECT_EQ(two.runs.front().sentence, 0U);
  EXPECT_EQ(two.runs.back().sentence, 1U);
  // Of a title and a body the body counts.
  Document page = document("A headline\n\n" + joined(Invented(1).story(3)));
  const auto end = static_cast<std::uint32_t>(page.text.size());
  page.segments = {{{0, 10}, SegmentKind::title, "", ""}, {{12, end}, SegmentKind::body, "", ""}};
  EXPECT_EQ(shingles_of(page).text, shingles(joined(Invented(1).story(3))).text);
}

TEST(Shingles, EmptyAndTinyTexts) {
  EXPECT_TRUE(shingles("").runs.empty());
  EXPECT_TRUE(shingles(" ,. ").runs.empty());
  EXPECT_EQ(shingles("Hello there").runs.size(), 1U);
  EXPECT_EQ(shingles("一二三四五六").runs.size(), 2U);
}

TEST(Sketch, EstimatesWhatIsShared) {
  std::mt19937 random(3);
  double of_first = 0, of_second = 0;
  constexpr int rounds = 60;
  for (int round = 0; round < rounds; ++round) {
    const auto a = numbers(random, 400);
    auto b = numbers(random, 300);
    b.insert(b.begin(), a.begin(), a.begin() + 300);
    const Overlap overlap = compare(sketch_of(a), sketch_of(b), 3);
    of_first += overlap.of_first / rounds;
    of_second += overlap.of_second / rounds;
  }
  EXPECT_NEAR(of_first, 0.75, 0.05);
  EXPECT_NEAR(of_second, 0.5, 0.05);
}

TEST(Sketch, StrangersAreTold) {
  std::mt19937 random(4);
  int taken = 0;
  for (int round = 0; round < 300; ++round) {
    const auto a = numbers(random, 60 + random() % 600);
    const auto b = numbers(random, 60 + random() % 600);
    taken += compare(sketch_of(a), sketch_of(b), 1).chance >= 0.5 ? 1 : 0;
  }
  EXPECT_LE(taken, 3);
}

TEST(SampleIndex, FindsWhatWasAdded) {
  SampleIndex index;
  std::mt19937 random(5);
  const auto keys = numbers(random, 200000);
  for (std::uint32_t i = 0; i < keys.size(); ++i) index.add(keys[i], i);
  for (std::uint32_t i = 0; i < keys.size(); i += 97) {
    bool found = false;
    index.find(keys[i], [&](std::uint32_t document) { found = found || document == i; });
    EXPECT_TRUE(found);
  }
  EXPECT_LE(index.count(12345), 1U);
}

TEST(CommonSentences, AreThoseOfManyDifferentTexts) {
  CommonSentences common;
  std::mt19937_64 random(6);
  const std::uint64_t notice = ~0ULL >> 1, story = notice - 7;
  for (int i = 0; i < 40; ++i) {
    common.add({notice, random() >> 2, random() >> 2});
    common.add({story, 11});  // one text, again and again
  }
  EXPECT_TRUE(common.contains(notice));
  EXPECT_FALSE(common.contains(story));
  EXPECT_FALSE(common.contains(5));
}

TEST(CopyFinder, TellsTheKindsOfCopies) {
  Invented invented(7);
  CopyFinder finder;
  const auto story = invented.story(20);
  EXPECT_EQ(finder.add(shingles(joined(invented.story(20)))).kind, CopyKind::first);
  const Appearance first = finder.add(shingles(joined(story)));
  EXPECT_EQ(first.kind, CopyKind::first);
  EXPECT_EQ(first.group, 1U);

  const Appearance same = finder.add(shingles(joined(story) + "\n"));
  EXPECT_EQ(same.kind, CopyKind::exact);
  EXPECT_EQ(same.group, 1U);
  EXPECT_DOUBLE_EQ(same.share, 1);

  auto edited = story;
  edited[3] = invented.sentence();
  const Appearance copy = finder.add(shingles(joined(edited)));
  EXPECT_EQ(copy.kind, CopyKind::copy);
  EXPECT_GT(copy.share, 0.75);

  const Appearance cut = finder.add(shingles(joined(story, 0, 7)));
  EXPECT_EQ(cut.kind, CopyKind::cut);
  EXPECT_EQ(cut.group, 1U);

  const Appearance longer = finder.add(shingles(joined(story) + joined(invented.story(15))));
  EXPECT_EQ(longer.kind, CopyKind::update);
  EXPECT_EQ(longer.group, 1U);
  EXPECT_EQ(finder.add(shingles(joined(invented.story(9)))).group, 2U);
}

TEST(CopyFinder, UpdatesAreFoundByWhatIsNewInThem) {
  Invented invented(8);
  CopyFinder finder;
  const auto story = invented.story(12);
  const auto more = invented.story(14);
  const std::string update = joined(story) + joined(more);
  EXPECT_EQ(finder.add(shingles(joined(story))).kind, CopyKind::first);
  EXPECT_EQ(finder.add(shingles(update)).kind, CopyKind::update);
  EXPECT_EQ(finder.add(shingles(update)).kind, CopyKind::exact);
  EXPECT_EQ(finder.add(shingles(joined(more))).group, 0U);
}

TEST(CopyFinder, ShortTextsAreCopiesOnlyWordForWord) {
  CopyFinder finder;
  EXPECT_EQ(finder.add(shingles("Markets in Arland closed lower today.")).kind, CopyKind::first);
  EXPECT_EQ(finder.add(shingles("Markets in Arland closed lower today")).kind, CopyKind::exact);
  EXPECT_EQ(finder.add(shingles("Markets in Arland closed higher today")).kind, CopyKind::first);
  EXPECT_EQ(finder.add(shingles("")).kind, CopyKind::first);
}

TEST(CopyFinder, StandingSentencesMakeNoCopies) {
  Invented invented(9);
  CopyFinder finder;
  const std::string notice = joined(invented.story(6));
  int merged = 0;
  for (int i = 0; i < 60; ++i) {
    const Appearance found = finder.add(shingles(joined(invented.story(5)) + notice));
    merged += found.kind != CopyKind::first && i >= 20 ? 1 : 0;
  }
  EXPECT_LE(merged, 2);
}

TEST(CopyFinder, ATextThatRepeatsItselfIsBounded) {
  CopyFinder finder;
  std::string text;
  while (text.size() < 4000000) text += "again and again the same six words ";
  EXPECT_EQ(finder.add(shingles(text)).kind, CopyKind::first);
  EXPECT_EQ(finder.add(shingles(text)).kind, CopyKind::exact);
  EXPECT_EQ(finder.add(shingles(joined(Invented(13).story(20)))).kind, CopyKind::first);
}

TEST(CopyFinder, AQuotedSentenceMakesNoCopy) {
  Invented invented(10);
  CopyFinder finder;
  const auto story = invented.story(10);
  EXPECT_EQ(finder.add(shingles(joined(story))).kind, CopyKind::first);
  for (int i = 0; i < 20; ++i) {
    const std::string other = joined(invented.story(9)) + story[static_cast<std::size_t>(i % 10)];
    EXPECT_EQ(finder.add(shingles(other)).kind, CopyKind::first);
  }
}

TEST(CopyLedger, GivesTheIdsOfFirstDocuments) {
  Invented invented(11);
  CopyLedger ledger;
  AppearanceList list;
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(joined(invented.story(8)));
  for (int i = 0; i < 900; ++i) {
    const std::string id = "document-" + std::to_string(i);
    const Appearance found = ledger.add(id, shingles(texts[static_cast<std::size_t>(i % 300)]));
    if (found.kind != CopyKind::first) list.add(id, found);
  }
  int seen = 0;
  list.visit([&](const std::string& id, const Appearance& found) {
    const int group = seen / 2;
    EXPECT_EQ(found.group, static_cast<std::uint32_t>(group));
    EXPECT_EQ(ledger.first_of(found.group), "document-" + std::to_string(group));
    EXPECT_EQ(id, "document-" + std::to_string(group + 300 * (1 + seen % 2)));
    EXPECT_EQ(found.kind, CopyKind::exact);
    ++seen;
  });
  EXPECT_EQ(seen, 600);
}

TEST(StringFile, KeepsAnyString) {
  StringFile file;
  std::vector<std::string> added;
  std::mt19937 random(12);
  for (int i = 0; i < 5000; ++i) {
    added.push_back(std::string(random() % 40, static_cast<char>(random())));
    file.add(added.back());
    if (i % 7 == 0) {
      EXPECT_EQ(file.at(static_cast<std::size_t>(i)), added.back());
    }
  }
  for (std::size_t i = 0; i < added.size(); ++i) EXPECT_EQ(file.at(i), added[i]);
  EXPECT_ANY_THROW((void)file.at(5000));
}

}  // namespace
}  // namespace entente
