// Event data of other programs as items, and items out in other forms.
#include "store/foreign.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "record/cameo_tsv.h"
#include "record/csv.h"
#include "record/item_json.h"
#include "store/export.h"
#include "store/test_items.h"

namespace entente {
namespace {

const std::string source_dir = ENTENTE_SOURCE_DIR;

struct Read {
  std::vector<ImportedItem> items;
  std::vector<std::string> errors;
  ForeignCounts counts;
};

Read read(ForeignFormat format, const std::string& text, const std::string& name = "table") {
  const Ontology ontology({source_dir + "/data"});
  const ForeignCodes codes({source_dir + "/data"});
  const ForeignContext context = {
      &ontology, &codes,
      [](std::string_view state) { return std::string(state == "Severia" ? "SEV" : ""); },
      "theirs"};
  Read result;
  ForeignHandlers handlers;
  handlers.item = [&](ImportedItem&& item) { result.items.push_back(std::move(item)); };
  handlers.error = [&](const Error& error) { result.errors.emplace_back(error.what()); };
  result.counts = read_foreign(*source_of(text, name), format, context, handlers);
  return result;
}

/// A GDELT 2 row with these fields by number, the others empty.
std::string gdelt_row(const std::map<std::size_t, std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < 61; ++i) {
    if (i > 0) row += '\t';
    const auto field = fields.find(i);
    if (field != fields.end()) row += field->second;
  }
  return row + "\n";
}

std::string bombing(const std::string& id) {
  return gdelt_row({{0, id},
                    {1, "20310304"},
                    {5, "SEVMIL"},
                    {7, "SEV"},
                    {12, "MIL"},
                    {15, "UNO"},
                    {18, "UNO"},
                    {26, "195"},
                    {52, "Kalen"},
                    {56, "12.5"},
                    {57, "-3"},
                    {59, "20310305101500"},
                    {60, "https://example.org/a"}});
}

TEST(Foreign, ReadsGdeltEvents) {
  const Read result = read(ForeignFormat::gdelt2, bombing("7"));
  ASSERT_EQ(result.items.size(), 1U);
  const ImportedItem& imported = result.items[0];
  EXPECT_EQ(imported.source, "theirs");
  EXPECT_EQ(imported.document.id, "https://example.org/a");
  EXPECT_EQ(imported.document.published, "2031-03-05");
  EXPECT_EQ(imported.item.type, ItemType::assault);
  EXPECT_EQ(imported.item.cameo, "195");
  EXPECT_EQ(imported.item.actor, std::vector<std::string>{"SEV:MIL"});
  EXPECT_EQ(imported.item.recipient, std::vector<std::string>{"un"});
  EXPECT_EQ(imported.item.when, "2031-03-04");
  ASSERT_EQ(imported.item.places.size(), 1U);
  EXPECT_EQ(imported.item.places[0].latitude, 12.5);
}

TEST(Foreign, ZeroDegreesHaveNoSign) {
  const Read result =
      read(ForeignFormat::gdelt2,
           gdelt_row({{1, "20310304"}, {26, "195"}, {52, "Kalen"}, {56, "-0"}, {57, "-0.0"}}));
  ASSERT_EQ(result.items.size(), 1U);
  EXPECT_FALSE(std::signbit(result.items[0].item.places.at(0).latitude));
  EXPECT_FALSE(std::signbit(result.items[0].item.places.at(0).longitude));
}

TEST(Foreign, NamesRegionsAndUnknownPartiesOfGdelt) {
  const Read result = read(ForeignFormat::gdelt2,
                           gdelt_row({{1, "20310304"},
                                      {5, "AFR"},
                                      {6, "WEST AFRICAN UNION"},
                                      {7, "AFR"},
                                      {15, "COP"},
                                      {16, "POLICE"},
                                      {22, "COP"},
                                      {26, "042"}}) +
                               gdelt_row({{1, "20310304"}, {5, "ROM"}, {7, "ROM"}, {26, "010"}}) +
                               gdelt_row({{1, "20310304"}, {5, "ROM"}, {7, "ROM"}, {26, "42"}}));
  ASSERT_EQ(result.items.size(), 2U);
  EXPECT_EQ(result.counts.untyped, 1U);  // a bare statement
  EXPECT_EQ(result.items[0].item.actor, std::vector<std::string>{"west-african-union"});
  EXPECT_EQ(result.items[0].item.recipient, std::vector<std::string>{"?"});
  EXPECT_EQ(result.items[1].item.actor, std::vector<std::string>{"ROU"});
  EXPECT_EQ(result.items[1].item.cameo, "042");
}

TEST(Foreign, ReadsIcewsAndPolecatByTheirFirstLine) {
  const Read icews = read(
      ForeignFormat::icews,
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
      "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\t"
      "Publisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
      "1\t2031-03-04\tAnn One\tExecutive,Government\tSeveria\tVisit\t042\t1.9\tRed Band\t"
      "Insurgents\t\t55\t3\tKalen Post\tKalen\t\t\tSeveria\t1.5\t2\n"
      "2\t2031-03-04\tSeveria\t\tSeveria\tVisit\t042\t1.9\t\t\t\t55\t4\tKalen Post\t\t\t\t\t\t\n");
  ASSERT_EQ(icews.errors, std::vector<std::string>{});
  ASSERT_EQ(icews.items.size(), 2U);
  EXPECT_EQ(icews.items[0].item.actor, std::vector<std::string>{"SEV:GOV"});
  EXPECT_EQ(icews.items[0].item.recipient, std::vector<std::string>{"red-band:REB"});
  EXPECT_EQ(icews.items[0].item.mode, "visit");
  EXPECT_EQ(icews.items[0].item.sentence_number, 3U);
  EXPECT_EQ(icews.items[0].item.places[0].country, "SEV");
  EXPECT_EQ(icews.items[0].document.id, "icews-story-55");
  EXPECT_EQ(icews.items[1].item.actor, std::vector<std::string>{"SEV"});
  const Read polecat = read(
      ForeignFormat::polecat,
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\t"
      "Primary Actor Sector\tRecipient Name\tRecipient Country\tPrimary Recipient Sector\tCountry\n"
      "e1\t2031-03-04\tCONSULT\tvisit\tAnn One\tSEV\tGOV\tRed Band\t\tREB\tSEV\n"
      "e2\t2031-03-04\tDANCE\t\tAnn One\tSEV\tGOV\t\t\t\tSEV\n");
  ASSERT_EQ(polecat.items.size(), 1U);
  EXPECT_EQ(polecat.items[0].item.actor, std::vector<std::string>{"SEV:GOV"});
  EXPECT_EQ(polecat.items[0].item.recipient, std::vector<std::string>{"red-band:REB"});
  EXPECT_EQ(polecat.items[0].item.cameo, "042");
  EXPECT_EQ(polecat.errors,
            std::vector<std::string>{"table:3: \"Event Type\" is no PLOVER type: \"DANCE\""});
  EXPECT_THROW(read(ForeignFormat::icews, "Event Date\tSource Name\n"), Error);
}

TEST(Foreign, NamesTheLineOfEveryMistakeAndGoesOn) {
  const Read result =
      read(ForeignFormat::gdelt2,
           "too\tshort\n" + gdelt_row({{1, "yesterday"}, {26, "195"}}) +
               gdelt_row({{1, "20310304"}, {26, "nonsense"}}) +
               gdelt_row({{1, "20310304"}, {26, "195"}, {52, "x"}, {56, "95"}, {57, "1"}}) + "\n" +
               bombing("9"));
  EXPECT_EQ(result.items.size(), 1U);
  ASSERT_EQ(result.errors.size(), 4U);
  EXPECT_EQ(result.errors[0], "table:1: has 2 fields, not 61");
  EXPECT_EQ(result.errors[1], "table:2: \"Day\" is no date: \"yesterday\"");
  EXPECT_EQ(result.errors[2], "table:3: \"EventCode\" is no CAMEO code: \"nonsense\"");
  EXPECT_EQ(result.errors[3], "table:4: \"ActionGeo_Lat\" lies outside -90 to 90");
  const Read own = read(ForeignFormat::jsonl, "{\"doc\":1}\n\n{}\n", "f.jsonl");
  ASSERT_EQ(own.errors.size(), 2U);
  EXPECT_EQ(own.errors[1].substr(0, 10), "f.jsonl:3:");
}

std::string exported(Store& store) {
  std::string out;
  store.each_item(
      [&](const ItemOrigin& origin, const Item& item) { append_exported_item(out, origin, item); });
  return out;
}

std::string as_csv(Store& store) {
  std::string out;
  store.each_item([&](const ItemOrigin&, const Item& item) { append_csv(out, item); });
  return out;
}

std::string as_cameo(Store& store) {
  const Ontology ontology({source_dir + "/data"});
  std::string out;
  store.each_item([&](const ItemOrigin& origin, const Item& item) {
    append_cameo_tsv(out, item, ontology, origin.published);
  });
  return out;
}

TEST(Export, WhatIsExportedIsImportedTheSame) {
  const TestFolder folder;
  std::vector<CodedDocument> documents = {test_coded("a"), test_coded("b", "Lorvia met Severia.")};
  documents[1].items[0].status = Status::actual;
  documents[1].items[0].when.clear();  // then the document's day counts
  Store first(folder / "1", Access::write), second(folder / "2", Access::write),
      third(folder / "3", Access::write);
  first.put(documents, test_provenance());
  second.put(read(ForeignFormat::jsonl, exported(first)).items, test_provenance(""));
  third.put(read(ForeignFormat::jsonl, exported(second)).items, test_provenance(""));
  EXPECT_EQ(as_csv(second), as_csv(first));
  EXPECT_EQ(as_cameo(second), as_cameo(first));
  EXPECT_NE(as_cameo(first).find("2031-03-04\t"), std::string::npos);
  EXPECT_EQ(exported(third), exported(second));
  EXPECT_NE(exported(second).find("\"source\":\"theirs\""), std::string::npos);
}

TEST(Export, PlacesBecomePointsAndPartiesANetwork) {
  const TestFolder folder;
  std::vector<CodedDocument> documents = {test_coded("a"), test_coded("b")};
  documents[1].items[0].recipient.clear();
  documents[1].items[0].type = ItemType::consult;
  documents[1].items[0].actor = {"SEV", "a&b", "LOR"};
  Store store(folder / "s", Access::write);
  store.put(documents, test_provenance());
  std::string text;
  write_geojson(store, [&](std::string_view part) { text += part; });
  const nlohmann::json map = nlohmann::json::parse(text);
  ASSERT_EQ(map["features"].size(), 4U);
  EXPECT_EQ(map["features"][0]["geometry"]["coordinates"][0], -0.1);
  EXPECT_EQ(map["features"][0]["properties"]["type"], "ASSAULT");
  std::string network;
  write_graphml(store, [&](std::string_view part) { network += part; });
  const auto has = [&](const char* part) { return network.find(part) != std::string::npos; };
  EXPECT_TRUE(has("<node id=\"SEV:MIL\"><data key=\"sector\">MIL</data></node>"));
  EXPECT_TRUE(
      has("<edge source=\"SEV:MIL\" target=\"KAL:CVL\"><data key=\"type\">ASSAULT</data>"
          "<data key=\"status\">negated</data><data key=\"count\">1</data>"));
  EXPECT_TRUE(has("<edge source=\"LOR\" target=\"a&amp;b\" directed=\"false\">"));
  EXPECT_FALSE(has("<edge source=\"SEV\" target=\"LOR\""));  // each pair once
}

}  // namespace
}  // namespace entente
