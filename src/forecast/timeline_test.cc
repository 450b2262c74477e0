// Names of a timeline: what is found, and what is said of what is not.
#include "forecast/timeline.h"

#include <gtest/gtest.h>

#include "entente/error.h"
#include "forecast/told_world.h"

namespace entente::forecast {
namespace {

Timeline named() {
  Timeline timeline = told_world(10);
  timeline.actors = {"SYR", "SYR:MIL", "TUR", "un"};
  return timeline;
}

TEST(Timeline, ACodeWithoutSectorStandsForAll) {
  const Timeline timeline = named();
  EXPECT_EQ(timeline.actors_called("SYR"), (std::vector<ActorId>{0, 1}));
  EXPECT_EQ(timeline.actors_called("syr:mil"), (std::vector<ActorId>{1}));
  EXPECT_EQ(timeline.actors_called("UN"), (std::vector<ActorId>{3}));
}

TEST(Timeline, AnUnknownActorIsToldTheNearestCodes) {
  try {
    (void)named().actors_called("TURK");
    FAIL() << "an unknown actor was found";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("nearest codes are TUR, "), std::string::npos)
        << error.what();
  }
}

TEST(Timeline, AnUnknownTypeIsToldAllTypes) {
  const Timeline timeline = named();
  EXPECT_EQ(timeline.relation("assault"), 15U);
  try {
    (void)timeline.relation("BOMB");
    FAIL() << "an unknown type was found";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("AGREE, CONSULT"), std::string::npos) << error.what();
  }
}

TEST(Timeline, EveryTypeHasAQuadClass) {
  EXPECT_STREQ(quad_of("CONSULT"), "verbal cooperation");
  EXPECT_STREQ(quad_of("ASSAULT"), "material conflict");
  EXPECT_STREQ(quad_of("ally"), "");
  for (const std::string& type : named().relations) EXPECT_GE(quad_number(type), 0) << type;
}

}  // namespace
}  // namespace entente::forecast
