// What the page holds agrees with the store and with itself, also where the news is hostile.
#include "serve/report.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "store/linking.h"
#include "store/test_items.h"

namespace entente {
namespace {

using Json = nlohmann::json;

const std::string hostile = "</script><script>alert(1)</script><!--\"'&";

CodedDocument coded(const std::string& id, const std::string& published,
                    const std::string& sentence, Status status) {
  CodedDocument made = test_coded(id);
  Document& document = made.document;
  document.text = "Read “more”. " + sentence + " Subscribe.";
  document.title = "On " + hostile;
  document.published = published;
  document.segments.clear();
  const auto begin = static_cast<std::uint32_t>(document.text.find(sentence));
  const auto end = static_cast<std::uint32_t>(begin + sentence.size());
  const auto at = [&](const std::string& words) {
    const auto from = static_cast<std::uint32_t>(document.text.find(words));
    return Span{from, static_cast<std::uint32_t>(from + words.size())};
  };
  made.fingerprint = fingerprint_of(document);
  made.sentences = {{0, {begin, end}}};
  Item item;
  item.doc = id;
  item.type = ItemType::assault;
  item.cameo = "195";
  item.status = status;
  item.trigger = "bombed";
  item.span = at("bombed");
  item.actor = {"YEM"};
  item.recipient = {"ERI"};
  item.spans.actor = {at("Yemen")};
  item.spans.recipient = {at("Eritrea")};
  item.when = "2013-03-08";
  item.places = {{"Tio", 14.67, 40.87, 0, "ERI"}};
  item.where = {"Tio"};
  item.said_by = {status == Status::negated ? "YEM" : "ERI"};
  item.confidence = 0.9;
  item.sentence = sentence;
  item.sentence_span = {begin, end};
  made.items = {item};
  return made;
}

class ReportPage : public testing::Test {
 protected:
  ReportPage() : store_(folder_ / "s", Access::write) {
    const std::vector<CodedDocument> documents = {
        coded("a", "2013-03-08", "Yemen bombed Tio, Eritrea " + hostile + " said.", Status::actual),
        coded("b", "2013-03-09", "Yemen denied that it had bombed Tio in Eritrea.",
              Status::negated),
        coded("c" + hostile, "2013-03-10", "Yemen bombed Eritrea at Tio, Eritreans said again.",
              Status::actual)};
    store_.put(documents, test_provenance());
    link_documents(store_, StoryTables(data_, "english"));
  }

  std::string page(const ReportOptions& options = {}) {
    const Ontology ontology(data_);
    const Kinship kinship(data_);
    std::string out;
    write_report(store_, options,
                 {ontology, kinship, [](std::string_view code) { return "<" + std::string(code); },
                  "entente test"},
                 [&](std::string_view piece) { out += piece; });
    return out;
  }

  /// What stands in the script element of that id.
  static std::string block(const std::string& page, const std::string& id) {
    const std::size_t at = page.find("id=\"" + id + "\">");
    if (at == std::string::npos) return "";
    const std::size_t begin = page.find('>', at) + 1;
    return page.substr(begin, page.find("</script>", begin) - begin);
  }
  static Json data(const std::string& page) { return Json::parse(block(page, "data")); }

  std::vector<std::string> data_{ENTENTE_SOURCE_DIR "/data"};
  TestFolder folder_;
  Store store_;
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// The JSON that a chunk holds.
Json chunk_of(const std::string& base64) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string packed;
  unsigned bits = 0, held = 0;
  for (const char c : base64.substr(0, base64.find('='))) {
    bits = bits << 6 | static_cast<unsigned>(letters.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    packed += static_cast<char>(bits >> held & 0xFF);
  }
  std::string text(1 << 20, '\0');
  uLongf size = text.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                       reinterpret_cast<const Bytef*>(packed.data()), packed.size()),
            Z_OK);
  return Json::parse(text.substr(0, size));
}

TEST_F(ReportPage, NewsCannotEndAnElementOrBeginAComment) {
  const std::string made = page({hostile, {}, {}, {}});
  EXPECT_EQ(count(made, "</script"), 5U);  // data, script, world, licences, one chunk
  EXPECT_EQ(count(made, "<!--"), 0U);
  EXPECT_EQ(count(made, "alert(1)</script"), 0U);
  EXPECT_EQ(data(made)["title"], hostile);
  EXPECT_EQ(data(made)["docs"]["title"][0], "On " + hostile);
}

TEST_F(ReportPage, AllowsItsOwnScriptAloneAndNoNetwork) {
  const std::string made = page();
  EXPECT_NE(made.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(made.find("unsafe-inline"), std::string::npos);
  EXPECT_EQ(count(made, " src="), 0U);
}

TEST_F(ReportPage, ColumnsAreAsLongAsTheirTables) {
  const Json all = data(page());
  const std::pair<const char*, std::size_t> tables[] = {{"docs", 3}, {"reports", 3}};
  for (const auto& [name, rows] : tables) {
    for (const Json& column : all[name]) EXPECT_EQ(column.size(), rows) << name;
  }
  const std::size_t acts = all["acts"]["type"].size();
  EXPECT_GE(acts, 1U);
  for (const Json& column : all["acts"]) EXPECT_EQ(column.size(), acts);
  for (const Json& act : all["reports"]["act"]) EXPECT_LT(act.get<std::size_t>(), acts);
}

TEST_F(ReportPage, TextsHoldTheSentencesAndWordsOfTheirReports) {
  const std::string made = page();
  const Json all = data(made);
  const Json chunk = chunk_of(block(made, "text-0"));
  for (std::size_t i = 0; i < all["reports"]["act"].size(); ++i) {
    const std::size_t doc = all["reports"]["doc"][i];
    ASSERT_EQ(all["docs"]["chunk"][doc], 0);
    EXPECT_EQ(chunk[doc]["doc"], doc);
    const std::string text = chunk[doc]["text"];
    const std::vector<std::size_t> item =
        chunk[doc]["items"][all["reports"]["item"][i].get<std::size_t>()];
    EXPECT_TRUE(text.substr(item[0], item[1] - item[0]).starts_with("Yemen")) << text;
    ASSERT_GE(item.size(), 11U);
    const std::string wanted[] = {"bombed", "Yemen", "Eritrea"};
    for (std::size_t field = 0; field < 3; ++field) {
      EXPECT_EQ(item[2 + 3 * field], field);
      EXPECT_EQ(text.substr(item[3 + 3 * field], item[4 + 3 * field] - item[3 + 3 * field]),
                wanted[field]);
    }
  }
}

TEST_F(ReportPage, DisputesNameTheirSidesAndSentences) {
  const Json all = data(page());
  ASSERT_GE(all["disputes"].size(), 1U);
  for (const Json& dispute : all["disputes"]) {
    ASSERT_GE(dispute["sides"].size(), 2U);
    for (const Json& side : dispute["sides"]) {
      for (const Json& report : side["reports"]) {
        EXPECT_TRUE(all["quotes"].contains(std::to_string(report.get<int>())));
      }
    }
  }
}

/// Yemen and Eritrea fight and talk, Djibouti talks to both.
std::vector<CodedDocument> a_month_of_news() {
  const std::pair<const char*, const char*> pairs[] = {
      {"YEM", "ERI"}, {"ERI", "YEM"}, {"DJI", "YEM"}, {"DJI", "ERI"}};
  std::vector<CodedDocument> documents;
  for (int i = 0; i < 20; ++i) {
    const std::string day =
        (i < 10 ? "2013-03-0" : "2013-03-") + std::to_string(i < 10 ? i + 1 : i);
    CodedDocument made =
        coded("m" + std::to_string(i), day,
              "Yemen bombed Eritrea, report " + std::to_string(i) + " said.", Status::actual);
    Item& item = made.items[0];
    const auto& [actor, recipient] = pairs[i % 4];
    item.actor = {actor};
    item.recipient = {recipient};
    item.type = i % 3 == 0 ? ItemType::assault : i % 3 == 1 ? ItemType::aid : ItemType::threaten;
    item.cameo = i % 3 == 0 ? "190" : i % 3 == 1 ? "070" : "130";
    item.when = day;
    documents.push_back(made);
  }
  return documents;
}

TEST_F(ReportPage, PairsAndBlocsPointAtTheirActs) {
  store_.put(a_month_of_news(), test_provenance());
  link_documents(store_, StoryTables(data_, "english"));
  const Json all = data(page());
  const auto has = [&](const char* side, const Json& act, const Json& actor) {
    const Json& parties = all["acts"][side][act.get<std::size_t>()];
    return std::find(parties.begin(), parties.end(), actor) != parties.end();
  };
  ASSERT_GE(all["dyads"].size(), 3U);
  for (const Json& dyad : all["dyads"]) {
    for (const Json& way : dyad["directions"]) {
      EXPECT_EQ(way["cooperation"].size(), dyad["days"].size());
      EXPECT_EQ(way["conflict"].size(), dyad["days"].size());
      for (const Json& act : way["acts"]) {
        EXPECT_TRUE(has("actor", act, way["actor"]));
        EXPECT_TRUE(has("recipient", act, way["recipient"]));
      }
    }
  }
  const Json& blocs = all["blocs"];
  ASSERT_EQ(blocs["nodes"].size(), 3U);
  for (const Json& node : blocs["nodes"]) {
    EXPECT_GE(node["x"], 0);
    EXPECT_LE(node["x"], 1);
  }
  for (const Json& edge : blocs["edges"]) EXPECT_FALSE(edge["acts"].empty());
}

TEST_F(ReportPage, AsOfADayKnowsOnlyWhatWasPublishedByThen) {
  ReportOptions options;
  options.as_of = day_of("2013-03-08");
  const Json all = data(page(options));
  EXPECT_EQ(all["docs"]["id"], Json::array({"a"}));
  EXPECT_TRUE(all["disputes"].empty());
  EXPECT_EQ(all["asOf"], day_of("2013-03-08"));
}

TEST_F(ReportPage, OfAnEmptyStoreIsAPageToo) {
  Store empty(folder_ / "empty", Access::write);
  const Ontology ontology(data_);
  const Kinship kinship(data_);
  std::string out;
  write_report(empty, {},
               {ontology, kinship, [](std::string_view code) { return std::string(code); }, ""},
               [&](std::string_view piece) { out += piece; });
  EXPECT_TRUE(data(out)["docs"]["id"].empty());
  EXPECT_TRUE(data(out)["blocs"].is_null());
}

}  // namespace
}  // namespace entente
