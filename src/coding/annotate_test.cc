// The layers say why: each line names the rule and what it stands on.
#include "coding/annotate.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "coding/test_world.h"

namespace entente {
namespace {

using Json = nlohmann::json;

/// The lines of a layer by their text.
std::map<std::string, Json> layer(TestText text, Layer which) {
  const Dictionary dictionary = test_dictionary("");
  const Coder coder(rooms().world, dictionary, rooms().lexicon);
  std::string out;
  append_layer(out, which, text.analysis(), coder);
  std::map<std::string, Json> rows;
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    const Json row = Json::parse(out.substr(begin, end - begin));
    rows[row["text"]] = row;
    begin = end + 1;
  }
  return rows;
}

std::string rule(const std::map<std::string, Json>& rows, const std::string& text) {
  const auto found = rows.find(text);
  return found == rows.end() ? "not found" : found->second.value("rule", "");
}

TEST(Annotate, NamesSayTheirLineAndDays) {
  const auto rows =
      layer(TestText({"President president NOUN 3 compound\nJon Jon PROPN 3 compound\n"
                      "Vardal Vardal PROPN 4 nsubj Number=Sing\nvisited visit VERB 0 root\n"
                      "Arlopolis Arlopolis PROPN 4 obj"}),
            Layer::actors);
  ASSERT_TRUE(rows.contains("Jon Vardal"));
  const Json& row = rows.at("Jon Vardal");
  EXPECT_EQ(row["rule"], "listed");
  EXPECT_EQ(row["form"], "Jon Vardal");
  EXPECT_EQ(row["entry"], row["form_entry"]);
  EXPECT_EQ(row["from"], "2001-01-01");
  EXPECT_FALSE(row.contains("to"));
  EXPECT_FALSE(row.contains("candidates"));
  EXPECT_EQ(rule(rows, "Arlopolis"), "capital");
}

TEST(Annotate, ATitleThatSaysMoreThanTheData) {
  const auto rows =
      layer(TestText({"General general NOUN 3 compound\nJon Jon PROPN 3 compound\n"
                      "Vardal Vardal PROPN 4 nsubj Number=Sing\nleft leave VERB 0 root"}),
            Layer::actors);
  ASSERT_TRUE(rows.contains("Jon Vardal"));
  EXPECT_EQ(rows.at("Jon Vardal")["actor"], Json({"BRG:MIL"}));
  EXPECT_EQ(rule(rows, "Jon Vardal"), "listed+title");
}

TEST(Annotate, AgentsSayWhoseTheyAre) {
  const auto rows = layer(
      TestText({"Arlandic Arlandic ADJ 2 amod\nrebels rebel NOUN 3 nsubj Number=Plur\n"
                "fled flee VERB 0 root",
                "They they PRON 2 nsubj Number=Plur|Person=3|PronType=Prs\nlost lose VERB 0 root"}),
      Layer::actors);
  EXPECT_EQ(rule(rows, "Arlandic"), "adjective");
  ASSERT_EQ(rule(rows, "Arlandic rebels"), "agent");
  EXPECT_EQ(rows.at("Arlandic rebels")["of"], Json({0, 8}));
  EXPECT_FALSE(rows.at("Arlandic rebels")["entry"].get<std::string>().empty());
  ASSERT_EQ(rule(rows, "They"), "pronoun");
  EXPECT_EQ(rows.at("They")["of"], Json({9, 15}));
}

TEST(Annotate, ReferencesSayTheirRule) {
  const auto rows = layer(
      TestText({"Jon Jon PROPN 2 compound\nVardal Vardal PROPN 3 nsubj Number=Sing\n"
                "met meet VERB 0 root\nEwa Ewa PROPN 5 compound\nTolin Tolin PROPN 3 obj",
                "Vardal Vardal PROPN 2 nsubj Number=Sing\nleft leave VERB 0 root",
                "Red Red PROPN 2 compound\nBanner Banner PROPN 3 nsubj\nstruck strike VERB 0 root",
                "The the DET 2 det Definite=Def\ngroup group NOUN 3 nsubj Number=Sing\n"
                "denied deny VERB 0 root\nit it PRON 3 obj Number=Sing|Person=3|PronType=Prs"}),
      Layer::actors);
  EXPECT_EQ(rule(rows, "Vardal"), "surname");
  EXPECT_EQ(rule(rows, "The group"), "last-of-kind");
}

TEST(Annotate, ATitleSettlesASurname) {
  const std::string rain = "It it PRON 2 nsubj\nrained rain VERB 0 root";
  const auto titled = layer(
      TestText({"President President PROPN 2 nmod:desc\nVardal Vardal PROPN 3 nsubj Number=Sing\n"
                "left leave VERB 0 root",
                rain, rain, rain}),
      Layer::actors);
  EXPECT_EQ(rule(titled, "Vardal"), "surname");
  const auto bare =
      layer(TestText({"Vardal Vardal PROPN 2 nsubj Number=Sing\nleft leave VERB 0 root", rain, rain,
                      rain}),
            Layer::actors);
  EXPECT_FALSE(bare.contains("Vardal"));
}

TEST(Annotate, DatesSayAnchorAndDirection) {
  const auto rows =
      layer(TestText({"Arland Arland PROPN 3 nsubj\nwill will AUX 3 aux\nvote vote VERB 0 root\n"
                      "on on ADP 5 case\nFriday Friday PROPN 3 obl",
                      "Arland Arland PROPN 2 nsubj\nvoted vote VERB 0 root\n"
                      "on on ADP 4 case\nMonday Monday PROPN 2 obl\nin in ADP 6 case\n"
                      "2011 2011 NUM 2 obl"}),
            Layer::times);
  ASSERT_EQ(rule(rows, "Friday"), "weekday");  // the document is of Thursday, 2020-05-14
  const Json& friday = rows.at("Friday");
  EXPECT_EQ(friday["value"], "2020-05-15");
  EXPECT_EQ(friday["anchor"], "2020-05-14");
  EXPECT_EQ(friday["direction"], "future");
  EXPECT_EQ(friday["other"], "2020-05-08");
  EXPECT_EQ(rows.at("Monday")["value"], "2020-05-11");
  EXPECT_EQ(rows.at("Monday")["direction"], "past");
  EXPECT_EQ(rule(rows, "2011"), "year");
  EXPECT_FALSE(rows.at("2011").contains("anchor"));
}

TEST(Annotate, WhatIsDueOrScheduledLiesAhead) {
  const auto rows =
      layer(TestText({"Talks talk NOUN 3 nsubj\nare be AUX 3 cop\ndue due ADJ 0 root\n"
                      "on on ADP 5 case\nSaturday Saturday PROPN 3 obl",
                      "Talks talk NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\n"
                      "scheduled schedule VERB 0 root VerbForm=Part|Voice=Pass\n"
                      "for for ADP 5 case\nSunday Sunday PROPN 3 obl",
                      "Talks talk NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\n"
                      "held hold VERB 0 root VerbForm=Part|Voice=Pass\n"
                      "on on ADP 5 case\nTuesday Tuesday PROPN 3 obl"}),
            Layer::times);
  EXPECT_EQ(rows.at("Saturday")["direction"], "future");
  EXPECT_EQ(rows.at("Sunday")["direction"], "future");
  EXPECT_EQ(rows.at("Tuesday")["direction"], "past");
}

}  // namespace
}  // namespace entente
