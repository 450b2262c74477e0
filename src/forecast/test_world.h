// A small world with habits, for tests: some pairs act every few days, some by chance.
#pragma once

#include "forecast/draws.h"
#include "forecast/quads.h"

namespace entente::forecast {

inline Quads small_world(Day days = 60) {
  Quads quads;
  quads.extent = {20, 3};
  Draws draws(3);
  for (Day day = 0; day < days; ++day) {
    auto& acts = day < days * 2 / 3 ? quads.train : day < days * 5 / 6 ? quads.valid : quads.test;
    for (ActorId actor = 0; actor < 10; ++actor) {
      acts.push_back({actor, 0, (actor + 1) % 10, day});
      if (day % 3 == 0) acts.push_back({actor, 1, (actor + 3) % 10, day});
      if (day % 3 == 1) acts.push_back({(actor + 3) % 10, 2, actor, day});  // answers relation 1
      acts.push_back({actor, 2, static_cast<ActorId>(draws.below(20)), day});
    }
  }
  return quads;
}

}  // namespace entente::forecast
