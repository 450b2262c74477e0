#include "relations/network.h"

#include <gtest/gtest.h>

#include <cmath>

#include "relations/balance.h"
#include "relations/blocs.h"
#include "relations/brokers.h"
#include "relations/layout.h"
#include "relations/test_acts.h"

namespace entente::relations {
namespace {

/// A network from "a+b2" (friends, weight 2) and "a-b" (enemies, weight 1) with one-letter names.
Network made(const std::vector<std::string>& ties) {
  Network network;
  for (const std::string& tie : ties) {
    for (const char end : {tie[0], tie[2]}) {
      const std::string name(1, end);
      if (std::ranges::find(network.actors, name) == network.actors.end()) {
        network.actors.push_back(name);
      }
    }
  }
  std::ranges::sort(network.actors);
  const auto place = [&](char name) {
    return static_cast<std::uint32_t>(std::ranges::find(network.actors, std::string(1, name)) -
                                      network.actors.begin());
  };
  for (const std::string& text : ties) {
    Tie tie;
    std::tie(tie.a, tie.b) = std::minmax(place(text[0]), place(text[2]));
    tie.weight = (text[1] == '+' ? 1 : -1) * (text.size() > 3 ? text[3] - '0' : 1);
    tie.acts = 1;
    network.ties.push_back(tie);
  }
  std::ranges::sort(network.ties, {}, [](const Tie& tie) { return std::pair(tie.a, tie.b); });
  return network;
}

const std::vector<std::string> two_camps = {"a+b", "b+c", "a+c", "d+e", "e+f",
                                            "d+f", "a-d", "b-e", "c-f", "a-f"};

TEST(Network, JoinsBothDirectionsAndSignsThem) {
  const Deeds deeds =
      deeds_of(std::vector{act(1, ItemType::aid, "USA", "UKR", "2022-01-01", "070"),
                           act(2, ItemType::support, "UKR", "USA", "2022-01-01", "051"),
                           act(3, ItemType::assault, "RUS", "UKR", "2022-01-01", "190")},
               ontology(), {}, {});
  const Network network = network_of(deeds, dyads_of(deeds, {}), {});
  EXPECT_EQ(network.actors, (std::vector<std::string>{"RUS", "UKR", "USA"}));
  ASSERT_EQ(network.ties.size(), 2U);
  EXPECT_EQ(network.ties[0].weight, -std::log1p(10));
  const double friendly = *ontology().goldstein("070") + *ontology().goldstein("051");
  EXPECT_DOUBLE_EQ(network.ties[1].weight, std::log1p(friendly));
  EXPECT_EQ(network.ties[1].acts, 2U);
}

TEST(Network, KeepsTheMostActive) {
  std::vector<Act> acts = {act(1, ItemType::accuse, "A", "B", "2022")};
  for (int i = 2; i < 6; ++i) acts.push_back(act(i, ItemType::accuse, "C", "D", "2022"));
  const Deeds deeds = deeds_of(acts, ontology(), {}, {});
  const std::vector<Dyad> dyads = dyads_of(deeds, {});
  EXPECT_EQ(network_of(deeds, dyads, {.most_actors = 2}).actors,
            (std::vector<std::string>{"C", "D"}));
  EXPECT_EQ(network_of(deeds, dyads, {.least_acts = 2}).ties.size(), 1U);
}

TEST(Blocs, TwoCampsAreTwoBlocs) {
  const Network network = made(two_camps);
  const Blocs blocs = blocs_of(network, {});
  EXPECT_EQ(blocs.count, 2U);
  EXPECT_EQ(blocs.of, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}));
  EXPECT_EQ(blocs.frustration, 0);
  EXPECT_EQ(members_of(network, blocs)[0], (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Blocs, EnmityAloneKeepsApart) {
  const Blocs blocs = blocs_of(made({"a-b", "b-c", "a-c"}), {});
  EXPECT_EQ(blocs.count, 3U);
}

TEST(Blocs, WhatDoesNotFitIsFrustration) {
  std::vector<std::string> ties = two_camps;
  ties.push_back("c+d");
  const Blocs blocs = blocs_of(made(ties), {});
  EXPECT_EQ(blocs.count, 2U);
  EXPECT_NEAR(blocs.frustration, 1.0 / 11, 1e-12);
}

TEST(Blocs, TheSameNetworkGivesTheSameBlocs) {
  std::vector<std::string> ties;
  for (char a = 'a'; a <= 'x'; ++a) {
    for (char b = a; ++b <= 'x';) {
      if ((a * 7 + b * 13) % 5 < 2) ties.push_back({a, (a * b) % 3 == 0 ? '-' : '+', b});
    }
  }
  const Network network = made(ties);
  const Blocs once = blocs_of(network, {}), again = blocs_of(network, {});
  EXPECT_EQ(once.of, again.of);
  EXPECT_EQ(once.quality, again.quality);
  const std::vector<Place> first = places_of(network, once), second = places_of(network, again);
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].x, second[i].x);
    EXPECT_EQ(first[i].y, second[i].y);
  }
}

TEST(Blocs, OfNothingAndOfOneTie) {
  EXPECT_EQ(blocs_of({}, {}).count, 0U);
  EXPECT_EQ(blocs_of(made({"a-b"}), {}).count, 2U);
  EXPECT_EQ(blocs_of(made({"a+b"}), {.resolution = 0.5}).count, 1U);
}

TEST(Blocs, MovesAreMatchedByOverlap) {
  const Network before = made(two_camps);
  const Network after =
      made({"a+b", "d+e", "e+f", "d+f", "c+d", "c+e", "c+f", "a-d", "b-e", "f+g"});
  const std::vector<BlocMove> moves =
      moves_between(before, blocs_of(before, {}), after, blocs_of(after, {}));
  ASSERT_GE(moves.size(), 2U);
  EXPECT_EQ(moves[0].stayed, (std::vector<std::string>{"d", "e", "f"}));
  EXPECT_EQ(moves[0].joined, (std::vector<std::string>{"c"}));
  EXPECT_EQ(moves[0].before, 1);
  const auto other = std::ranges::find(moves, 0, &BlocMove::before);
  ASSERT_NE(other, moves.end());
  EXPECT_EQ(other->left, (std::vector<std::string>{"c"}));
  EXPECT_NEAR(other->overlap, 2.0 / 3, 1e-12);
}

TEST(Balance, AFriendsEnemyIsAnEnemy) {
  EXPECT_EQ(balance_of(made({"a+b", "b+c", "a+c"})).share, 1);
  EXPECT_EQ(balance_of(made({"a+b", "b-c", "a-c"})).share, 1);
  EXPECT_EQ(balance_of(made({"a-b", "b-c", "a-c"})).share, 0);
  EXPECT_EQ(balance_of(made({"a+b", "b+c"})).triads, 0U);
}

TEST(Balance, NamesThePairThatStrains) {
  // a and b are friends of all others, and enemies of each other.
  const Network network = made({"a-b9", "a+c", "b+c", "a+d", "b+d", "c+d"});
  const Balance balance = balance_of(network);
  EXPECT_EQ(balance.triads, 4U);
  EXPECT_EQ(balance.balanced, 2U);
  EXPECT_NEAR(balance.weighted, 2 / (2 + 2 * std::cbrt(9.0)), 1e-12);
  ASSERT_FALSE(balance.strains.empty());
  const Tie& tie = network.ties[balance.strains[0].tie];
  EXPECT_EQ(network.actors[tie.a] + network.actors[tie.b], "ab");
  EXPECT_EQ(balance.strains[0].unbalanced, 2U);
}

TEST(Brokers, StandBetween) {
  const Network network = made({"a+b", "b+c", "c+d", "c-a"});
  const std::vector<Broker> brokers = brokers_of(network);
  ASSERT_EQ(brokers.size(), 4U);
  EXPECT_NEAR(brokers[0].betweenness, 2.0 / 3, 1e-12);
  EXPECT_NEAR(brokers[1].betweenness, 2.0 / 3, 1e-12);
  EXPECT_LT(brokers[0].constraint, brokers[2].constraint);
}

TEST(Layout, FillsTheSquareInThreeDecimals) {
  const Network network = made(two_camps);
  const std::vector<Place> places = places_of(network, blocs_of(network, {}));
  ASSERT_EQ(places.size(), 6U);
  double least = 1, most = 0;
  for (const Place& place : places) {
    least = std::min(least, place.x);
    most = std::max(most, place.x);
    EXPECT_NEAR(place.x * 1000, std::round(place.x * 1000), 1e-9);
  }
  EXPECT_EQ(least, 0);
  EXPECT_EQ(most, 1);
  EXPECT_TRUE(places_of({}, {}).empty());
}

}  // namespace
}  // namespace entente::relations
