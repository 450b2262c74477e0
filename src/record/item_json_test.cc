// Items in JSON Lines: what is written is read back the same, and what is wrong is named.
#include "record/item_json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

namespace entente {
namespace {

/// Makes items of every shape; the same ones for the same seed.
class ItemMaker {
 public:
  explicit ItemMaker(std::uint32_t seed) : random_(seed) {}

  Item item() {
    Item item;
    item.doc = text();
    item.span = span();
    item.trigger = text();
    item.type = static_cast<ItemType>(below(23));
    item.kind = kind_of(item.type);
    item.mode = text();
    item.actor = texts();
    item.recipient = texts();
    item.status = static_cast<Status>(below(4));
    item.when = text();
    item.where = texts();
    for (std::uint32_t n = below(3); n > 0; --n) item.places.push_back(place());
    item.said_by = texts();
    item.denied_by = texts();
    item.names = texts();
    item.number = text();
    item.weapon = text();
    item.cameo = text();
    item.confidence = below(1001) / 1000.0;
    item.spans = {spans(), spans(), spans(), spans(), spans(), spans()};
    item.sentence = text();
    item.sentence_span = span();
    item.sentence_number = below(5000);
    item.pattern = text();
    return item;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  std::string text() {
    static const std::vector<std::string> pieces = {
        "a", "Ω", "雪", "🕊", "\"", "\\", "\n", "\t", "\r", "\x01", "\x7f", "\u2028", "/", " "};
    std::string text;
    for (std::uint32_t n = below(6); n > 0; --n) {
      text += pieces[below(static_cast<std::uint32_t>(pieces.size()))];
    }
    return text;
  }

  std::vector<std::string> texts() {
    std::vector<std::string> texts(below(4));
    for (std::string& t : texts) t = text();
    return texts;
  }

  Span span() {
    const std::uint32_t begin = below(1U << 31);
    return {begin, begin + below(100)};
  }

  std::vector<Span> spans() {
    std::vector<Span> spans(below(3));
    for (Span& s : spans) s = span();
    return spans;
  }

  ResolvedPlace place() {
    std::uniform_real_distribution<double> degrees(-180, 180);
    return {text(), degrees(random_) / 2, degrees(random_), below(3) * 12345, text()};
  }

  std::mt19937 random_;
};

void expect_equal(const Item& a, const Item& b) {
  EXPECT_EQ(a.doc, b.doc);
  EXPECT_EQ(a.span, b.span);
  EXPECT_EQ(a.trigger, b.trigger);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.mode, b.mode);
  EXPECT_EQ(a.actor, b.actor);
  EXPECT_EQ(a.recipient, b.recipient);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.when, b.when);
  EXPECT_EQ(a.where, b.where);
  ASSERT_EQ(a.places.size(), b.places.size());
  for (std::size_t i = 0; i < a.places.size(); ++i) {
    EXPECT_EQ(a.places[i].name, b.places[i].name);
    EXPECT_EQ(a.places[i].latitude, b.places[i].latitude);
    EXPECT_EQ(a.places[i].longitude, b.places[i].longitude);
    EXPECT_EQ(a.places[i].geonames, b.places[i].geonames);
    EXPECT_EQ(a.places[i].country, b.places[i].country);
  }
  EXPECT_EQ(a.said_by, b.said_by);
  EXPECT_EQ(a.denied_by, b.denied_by);
  EXPECT_EQ(a.names, b.names);
  EXPECT_EQ(a.number, b.number);
  EXPECT_EQ(a.weapon, b.weapon);
  EXPECT_EQ(a.cameo, b.cameo);
  EXPECT_EQ(a.confidence, b.confidence);
  EXPECT_EQ(a.spans.actor, b.spans.actor);
  EXPECT_EQ(a.spans.recipient, b.spans.recipient);
  EXPECT_EQ(a.spans.when, b.spans.when);
  EXPECT_EQ(a.spans.where, b.spans.where);
  EXPECT_EQ(a.spans.said_by, b.spans.said_by);
  EXPECT_EQ(a.spans.denied_by, b.spans.denied_by);
  EXPECT_EQ(a.sentence, b.sentence);
  EXPECT_EQ(a.sentence_span, b.sentence_span);
  EXPECT_EQ(a.sentence_number, b.sentence_number);
  EXPECT_EQ(a.pattern, b.pattern);
}

TEST(ItemJson, NothingIsLost) {
  ItemMaker maker(7);
  for (int i = 0; i < 500; ++i) {
    const Item item = maker.item();
    std::string line;
    append_item_json(line, item);
    ASSERT_EQ(line.find('\n'), line.size() - 1) << line;
    expect_equal(read_item(line, {"items", 1, 0}), item);
  }
}

TEST(ItemJson, IsValidJsonWhateverTheBytes) {
  Item item;
  item.doc = "name\xff\xc3 of a file";
  item.confidence = std::nan("");
  item.places.push_back({"nowhere", std::nan(""), HUGE_VAL, 0, ""});
  std::string line;
  append_item_json(line, item);
  const nlohmann::json value = nlohmann::json::parse(line);
  EXPECT_EQ(value["doc"], "name\uFFFD\uFFFD of a file");
  EXPECT_EQ(value["confidence"], 0.0);
  EXPECT_EQ(value["places"][0]["lat"], 0.0);
}

TEST(ItemJson, WhatIsEmptyIsLeftOut) {
  std::string line;
  append_item_json(line, Item());
  const nlohmann::json value = nlohmann::json::parse(line);
  for (const char* name : {"mode", "when", "where", "places", "said_by", "denied_by", "name",
                           "names", "number", "weapon", "cameo", "pattern"}) {
    EXPECT_FALSE(value.contains(name)) << name;
  }
  for (const char* name : {"doc", "begin", "end", "trigger", "kind", "type", "actor", "recipient",
                           "status", "confidence", "spans", "sentence", "sent"}) {
    EXPECT_TRUE(value.contains(name)) << name;
  }
}

TEST(ItemJson, ReadsWhatOthersWrite) {
  const Item item = read_item(
      R"({"doc":"d","begin":3,"end":9,"type":"backs","name":"Ana","where":null,"extra":{}})", {});
  EXPECT_EQ(item.kind, ItemKind::relation);
  EXPECT_EQ(item.status, Status::actual);
  EXPECT_EQ(item.names, std::vector<std::string>{"Ana"});
  EXPECT_TRUE(item.where.empty());
}

struct Mistake {
  const char* line;
  const char* message;
};

TEST(ItemJson, MistakesAreNamedByFieldAndLine) {
  const std::vector<Mistake> mistakes = {
      {R"({"begin":3,"end":9,"type":"AID"})", "field \"doc\" is missing"},
      {R"({"doc":"d","end":9,"type":"AID"})", "field \"begin\" is missing"},
      {R"({"doc":"d","begin":10,"end":9,"type":"AID"})", "field \"end\" lies before \"begin\""},
      {R"({"doc":"d","begin":-1,"end":9,"type":"AID"})",
       "field \"begin\" is no whole number from 0"},
      {R"({"doc":"d","begin":1.5,"end":9,"type":"AID"})",
       "field \"begin\" is no whole number from 0"},
      {R"({"doc":"d","begin":1,"end":4294967296,"type":"AID"})", "field \"end\" is too large"},
      {R"({"doc":"d","begin":1,"end":2})", "field \"type\" is missing"},
      {R"({"doc":"d","begin":1,"end":2,"type":"HELP"})",
       "field \"type\" names no type of item: \"HELP\""},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","kind":"relation"})",
       "field \"kind\" does not fit type \"AID\""},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","status":"maybe"})",
       "field \"status\" names no status: \"maybe\""},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","actor":"RUS"})", "field \"actor\" is no list"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","actor":[1]})",
       "field \"actor\" is no list of strings"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","mode":7})", "field \"mode\" is no string"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","confidence":2})",
       "field \"confidence\" lies outside 0 to 1"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","spans":{"actor":[[1]]}})",
       "field \"spans.actor\" is no list of [begin, end] pairs"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","spans":[]})", "spans is no JSON object"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","places":[{"lat":1}]})",
       "field \"places[0].name\" is missing"},
      {R"([1])", "the line is no JSON object"},
      {R"({"doc":)", "no valid JSON, at byte 8 of the line"},
      {R"({"doc":"d","begin":1,"end":2,"type":"AID","confidence":1e999})",
       "JSON with a number out of range"},
  };
  for (const Mistake& mistake : mistakes) {
    try {
      (void)read_item(mistake.line, {"items.jsonl", 4, 100});
      ADD_FAILURE() << mistake.line;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::malformed);
      EXPECT_EQ(error.what(), std::string("items.jsonl:4: ") + mistake.message);
    }
  }
}

TEST(ItemJson, ASourceIsReadLineByLine) {
  std::string text = "\n";
  append_item_json(text, Item());
  text += "  \n{\"doc\":1}\n";
  const auto source = source_of(text, "some.jsonl");
  int items = 0;
  try {
    read_items(*source, [&](Item&&) { ++items; });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.where().line, 4U);
    EXPECT_EQ(error.where().file, "some.jsonl");
  }
  EXPECT_EQ(items, 1);
}

}  // namespace
}  // namespace entente
