// A small world as it is told of in the news, for tests: habits, answers, a promise that is kept.
#pragma once

#include <algorithm>

#include "forecast/draws.h"
#include "forecast/timeline.h"

namespace entente::forecast {

/// Actors A to T. Each consults the next every third day; who is accused rejects two days later;
/// acts are told of on their day or on the next.
inline Timeline told_world(Day days = 300) {
  Timeline timeline;
  timeline.origin = 16000;
  for (char name = 'A'; name <= 'T'; ++name) timeline.actors.emplace_back(3, name);
  timeline.relations = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                        "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                        "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
  constexpr RelationId consult = 1, accuse = 8, reject = 9, assault = 15;
  Draws draws(11);
  std::int64_t id = 0;
  const auto add = [&](ActorId actor, RelationId relation, ActorId recipient, Day day) {
    const Day told = day + static_cast<Day>(draws.below(2));
    timeline.acts.push_back({told, {actor, relation, recipient, day}, ++id});
  };
  for (Day day = 0; day < days; ++day) {
    for (ActorId actor = 0; actor < 20; ++actor) {
      if ((day + static_cast<Day>(actor)) % 3 == 0) add(actor, consult, (actor + 1) % 20, day);
      if (draws.below(12) == 0) {
        const auto other = static_cast<ActorId>((actor + 2 + draws.below(3)) % 20);
        add(actor, accuse, other, day);
        add(other, reject, actor, day + 2);
      }
      if (draws.below(60) == 0) add(actor, assault, (actor + 7) % 20, day);
    }
  }
  std::ranges::sort(timeline.acts);
  return timeline;
}

}  // namespace entente::forecast
