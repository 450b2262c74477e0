// Examples run against a stand-in for the coder; entries that hide one another.
#include "coding/check.h"

#include <gtest/gtest.h>

#include "coding/test_trees.h"

namespace entente {
namespace {

Item item(ItemType type, std::vector<std::string> actor, std::vector<std::string> recipient) {
  Item made;
  made.type = type;
  made.actor = std::move(actor);
  made.recipient = std::move(recipient);
  return made;
}

constexpr const char* entries =
    "@type ASSAULT\n"
    "bomb/v = aerial 195\n"
    "  + Avaria bombed Belland. -> AVA > BEL\n"
    "  - The film bombed.\n";

std::vector<Finding> examples(const SentenceCoder& code) {
  return check_examples(Dictionary::of_text(entries, "d.txt"), code);
}

TEST(CheckExamples, AllComeOut) {
  const auto findings = examples([](const std::string& sentence) {
    std::vector<Item> items;
    if (sentence == "The film bombed.") return items;
    items.push_back(item(ItemType::assault, {"AVA"}, {"BEL"}));
    items.back().mode = "aerial";
    return items;
  });
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(example_count(Dictionary::of_text(entries, "d.txt")), 2u);
}

TEST(CheckExamples, WhatCameInsteadIsTold) {
  const auto findings = examples([](const std::string&) {
    return std::vector<Item>{item(ItemType::assault, {"BEL"}, {"AVA"})};
  });
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].line, 3u);
  EXPECT_EQ(findings[0].message,
            "Avaria bombed Belland.: expected ASSAULT aerial AVA > BEL, got ASSAULT BEL > AVA");
  EXPECT_EQ(findings[1].line, 4u);
  EXPECT_EQ(findings[1].message, "The film bombed.: expected nothing, got ASSAULT BEL > AVA");
}

TEST(CheckExamples, AnotherTypeIsNoFailureOfANegativeExample) {
  const auto findings = examples(
      [](const std::string&) { return std::vector<Item>{item(ItemType::aid, {"AVA"}, {"BEL"})}; });
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].line, 3u);
}

TEST(CheckEntries, LaterEntryWithAnotherCodingContradicts) {
  const auto findings = check_entries(Dictionary::of_text(
      "@type ASSAULT\nhit/v obj:ball = 190\nhit/v obj:ball|wall = none\n", "d"));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].line, 2u);
  EXPECT_EQ(findings[0].message, "hit/v is hidden by d:3, which codes it otherwise");
  EXPECT_FALSE(findings[0].warning);
}

TEST(CheckEntries, LaterEntryWithTheSameCodingLeavesADeadOne) {
  const auto findings =
      check_entries(Dictionary::of_text("@type ASSAULT\nhit/v = 190\nhit|beat/v = 190\n", "d"));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_TRUE(findings[0].warning);
}

TEST(CheckEntries, NarrowerEntriesHideNothing) {
  const auto findings = check_entries(Dictionary::of_text(
      "@type ASSAULT\nhit/v obj:R = 190\nhit/v obj:ball = none\nhit/v for:R = 180\n"
      "hit/n = 190\nhit/v = opposes\n",
      "d"));
  EXPECT_TRUE(findings.empty());
}

}  // namespace
}  // namespace entente
