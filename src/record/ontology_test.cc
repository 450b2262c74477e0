// The ontology: the shipped files hold together, and mistakes in a user's are named by line.
#include "record/ontology.h"

#include <gtest/gtest.h>

#include <string>

#include "entente/error.h"

namespace entente {
namespace {

Ontology shipped() { return Ontology({std::string(ENTENTE_SOURCE_DIR) + "/data"}); }

TEST(Ontology, HasAllOfCameo) {
  const Ontology ontology = shipped();
  std::size_t roots = 0;
  for (const auto& [code, entry] : ontology.codes()) {
    roots += code.size() == 2 ? 1 : 0;
    EXPECT_FALSE(entry.name.empty()) << code;
    if (code.size() > 2) {
      EXPECT_NE(ontology.cameo(code.substr(0, code.size() - 1)), nullptr) << code;
    }
  }
  EXPECT_EQ(roots, 20U);
  EXPECT_GE(ontology.codes().size(), 310U);
}

TEST(Ontology, QuadClassFollowsTheRoot) {
  const Ontology ontology = shipped();
  for (const auto& [code, entry] : ontology.codes()) {
    const int root = std::stoi(code.substr(0, 2));
    EXPECT_EQ(entry.quad, root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4) << code;
  }
  EXPECT_EQ(ontology.quad_class("195"), 4);
  EXPECT_EQ(ontology.quad_class("99"), 0);
}

TEST(Ontology, GoldsteinValues) {
  const Ontology ontology = shipped();
  EXPECT_DOUBLE_EQ(ontology.goldstein("0874").value(), 10.0);
  EXPECT_DOUBLE_EQ(ontology.goldstein("046").value(), 7.0);
  EXPECT_DOUBLE_EQ(ontology.goldstein("112").value(), -2.0);
  EXPECT_DOUBLE_EQ(ontology.goldstein("190").value(), -10.0);
  EXPECT_FALSE(ontology.goldstein("").has_value());
}

TEST(Ontology, AnUnknownCodeFallsBackToTheOneAbove) {
  const Ontology ontology = shipped();
  ASSERT_NE(ontology.nearest("1959"), nullptr);
  EXPECT_EQ(ontology.nearest("1959")->code, "195");
  EXPECT_EQ(ontology.cameo("1959"), nullptr);
  EXPECT_EQ(ontology.nearest("7"), nullptr);
}

TEST(Ontology, EveryEventTypeHasADefaultCode) {
  const Ontology ontology = shipped();
  for (int i = 0; i <= static_cast<int>(ItemType::assault); ++i) {
    const auto type = static_cast<ItemType>(i);
    EXPECT_TRUE(ontology.has_mode(type, "")) << name_of(type);
    for (const PloverMode& mode : ontology.modes(type)) {
      EXPECT_EQ(ontology.default_cameo(type, mode.name), mode.cameo);
      EXPECT_NE(ontology.cameo(mode.cameo), nullptr) << name_of(type) << ' ' << mode.name;
    }
  }
  EXPECT_EQ(ontology.default_cameo(ItemType::assault, "aerial"), "195");
  EXPECT_EQ(ontology.default_cameo(ItemType::assault, "no such mode"), "190");
  EXPECT_EQ(ontology.default_cameo(ItemType::ally, ""), "");
}

TEST(Ontology, ALaterLineWins) {
  const Ontology ontology = Ontology::of_text(
      "19 | 4 | -10.0 | ASSAULT | | Fight\n19 | 4 | -9.0 | ASSAULT | | Fight on\n",
      "ASSAULT | | 19 | attacks\n");
  EXPECT_DOUBLE_EQ(ontology.goldstein("19").value(), -9.0);
}

/// The message of the Error that the two texts give.
std::string complaint(const std::string& cameo, const std::string& plover) {
  try {
    Ontology::of_text(cameo, plover);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::malformed);
    return error.what();
  }
  return "no error";
}

TEST(Ontology, MistakesAreNamedByLine) {
  const std::string good = "19 | 4 | -10 | ASSAULT | | Fight\n";
  const std::string types = "ASSAULT | | 19 | attacks\n";
  EXPECT_EQ(complaint(good + "x9 | 4 | -10 | ASSAULT | | Fight\n", types),
            "cameo.txt:2: \"x9\" is no CAMEO code");
  EXPECT_EQ(complaint("# codes\n\n19 | 5 | -10 | ASSAULT | | Fight\n", types),
            "cameo.txt:3: \"5\" is no quad class (1 to 4)");
  EXPECT_EQ(complaint("19 | 4 | -10.5 | ASSAULT | | Fight\n", types),
            "cameo.txt:1: \"-10.5\" is no Goldstein value (-10 to 10)");
  EXPECT_EQ(complaint("19 | 4 | -10 | ATTACK | | Fight\n", types),
            "cameo.txt:1: unknown event type \"ATTACK\"");
  EXPECT_EQ(complaint("19 | 4 | -10\n", types), "cameo.txt:1: expected 6 columns, found 3");
  EXPECT_EQ(complaint(good, "ASSAULT | aerial | 19 | bombs\n"),
            "plover.txt:1: the line of ASSAULT without a mode comes first");
  EXPECT_EQ(complaint(good, "ASSAULT | | 20 | attacks\n"), "ASSAULT : no CAMEO code 20");
  EXPECT_EQ(complaint("19 | 4 | -10 | ASSAULT | loud | Fight\n", types),
            "CAMEO code 19: ASSAULT has no mode \"loud\"");
}

TEST(Ontology, AFolderWithoutItIsNamed) {
  try {
    Ontology ontology({"/nonexistent"});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_EQ(error.where().file, "/nonexistent");
  }
}

}  // namespace
}  // namespace entente
