// What holds for the items of every document, however damaged: they point into its text, and what
// they say is well formed.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "entente/date.h"
#include "properties/corpus.h"
#include "record/csv.h"
#include "record/item_json.h"
#include "record/ontology.h"

namespace entente {
namespace {

/// Everything coded once, for all tests of this file.
struct Coded {
  struct One {
    const Document* document;
    std::vector<Item> items;
  };
  std::vector<One> all;
  std::size_t items = 0;

  Coded() {
    const auto scratch = shipped().engine.make_scratch();
    for (const Document& document : shipped().documents) {
      all.push_back({&document, shipped().engine.code(document, *scratch)});
      items += all.back().items.size();
    }
  }
};

const Coded& coded() {
  static const Coded made;
  return made;
}

template <typename Check>
void for_each_item(Check check) {
  for (const auto& one : coded().all) {
    for (const Item& item : one.items) {
      SCOPED_TRACE(one.document->id + ": " + item.trigger + " in \"" + item.sentence + "\"");
      check(*one.document, item);
      if (testing::Test::HasFailure()) return;
    }
  }
}

void expect_span(const Document& document, Span span, const char* what) {
  ASSERT_LT(span.begin, span.end) << what;
  ASSERT_LE(span.end, document.text.size()) << what;
  EXPECT_TRUE(is_boundary(document.text, span.begin)) << what << " begins within a character";
  EXPECT_TRUE(is_boundary(document.text, span.end)) << what << " ends within a character";
}

std::string text_of(const Document& document, Span span) {
  return document.text.substr(span.begin, span.size());
}

TEST(Items, ThereAreSome) {
  EXPECT_GT(shipped().documents.size(), 60U);
  EXPECT_GT(coded().items, 300U);
}

TEST(Items, PointAtTheirTriggerAndSentence) {
  for_each_item([](const Document& document, const Item& item) {
    EXPECT_EQ(item.doc, document.id);
    expect_span(document, item.span, "trigger");
    expect_span(document, item.sentence_span, "sentence");
    EXPECT_EQ(text_of(document, item.span), item.trigger);
    EXPECT_EQ(text_of(document, item.sentence_span), item.sentence);
    EXPECT_TRUE(item.sentence_span.contains(item.span));
  });
}

TEST(Items, PointAtThePhrasesThatFilledThem) {
  for_each_item([](const Document& document, const Item& item) {
    const auto check = [&](const std::vector<Span>& spans, const char* what) {
      for (const Span span : spans) expect_span(document, span, what);
    };
    check(item.spans.actor, "actor");
    check(item.spans.recipient, "recipient");
    check(item.spans.when, "when");
    check(item.spans.where, "where");
    check(item.spans.said_by, "said_by");
    check(item.spans.denied_by, "denied_by");
    ASSERT_EQ(item.where.size(), item.spans.where.size());
    for (std::size_t i = 0; i < item.where.size(); ++i) {
      EXPECT_EQ(text_of(document, item.spans.where[i]), item.where[i]);
    }
    for (const std::string& stated : {item.number, item.weapon}) {
      EXPECT_NE(item.sentence.find(stated), std::string::npos) << stated;
    }
  });
}

TEST(Items, ComeInTheOrderOfTheirTriggers) {
  for (const auto& one : coded().all) {
    const auto before = [](const Item& a, const Item& b) { return a.span.begin < b.span.begin; };
    EXPECT_TRUE(std::is_sorted(one.items.begin(), one.items.end(), before)) << one.document->id;
  }
}

TEST(Items, HaveWellFormedCodes) {
  const std::regex code(
      "([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)(:(GOV|MIL|REB|OPP|PTY|CVL|COP|SPY|JUD|MED|BUS|NGO|LEG|UAF)"
      ")?");
  for_each_item([&](const Document&, const Item& item) {
    EXPECT_FALSE(item.actor.empty() && item.recipient.empty());
    for (const auto* codes : {&item.actor, &item.recipient, &item.said_by, &item.denied_by}) {
      for (const std::string& one : *codes) {
        EXPECT_TRUE(std::regex_match(one, code)) << one;
        EXPECT_EQ(std::count(codes->begin(), codes->end(), one), 1) << one << " twice";
      }
    }
  });
}

TEST(Items, FitTheOntology) {
  const Ontology ontology({std::string(ENTENTE_SOURCE_DIR) + "/data"});
  for_each_item([&](const Document&, const Item& item) {
    EXPECT_EQ(item.kind, kind_of(item.type));
    EXPECT_GE(item.confidence, 0.0);
    EXPECT_LE(item.confidence, 1.0);
    EXPECT_TRUE(item.mode.empty() || ontology.has_mode(item.type, item.mode)) << item.mode;
    EXPECT_EQ(item.cameo.empty(), item.kind == ItemKind::relation) << item.cameo;
    EXPECT_TRUE(item.when.empty() || parse_date(item.when).has_value()) << item.when;
    for (const ResolvedPlace& place : item.places) {
      EXPECT_LE(std::abs(place.latitude), 90.0) << place.name;
      EXPECT_LE(std::abs(place.longitude), 180.0) << place.name;
    }
  });
}

TEST(Items, AreReadBackAsTheyWereWritten) {
  for_each_item([](const Document&, const Item& item) {
    std::string once, again, row, row_again;
    append_item_json(once, item);
    const Item back = read_item(once, {"items.jsonl", 1, 0});
    append_item_json(again, back);
    EXPECT_EQ(once, again);
    append_csv(row, item);
    append_csv(row_again, back);
    EXPECT_EQ(row, row_again);
  });
}

}  // namespace
}  // namespace entente
