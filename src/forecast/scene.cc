// Looks everything up once, for all families of features.
#include "forecast/scene.h"

namespace entente::forecast {

Scene::Scene(const History& known, const Question& asked, std::span<const ActorId> actors)
    : history(known),
      question(asked),
      inverse(known.extent().inverse(asked.relation)),
      asker(known.actor(asked.asker)),
      habit(asker.find(asked.relation)) {
  const Fading& fading = history.fading();
  const auto now = [&](const Trace* trace) {
    return trace ? trace->at(asked.day, fading) : Faded{};
  };
  asker_now = now(&asker.all);
  habit_now = now(habit ? &habit->trace : nullptr);
  relation_now = now(&history.relation(asked.relation).all);
  candidates.reserve(actors.size());
  for (const ActorId actor : actors) {
    Candidate& one = candidates.emplace_back();
    one.actor = actor;
    one.tie = history.tie(asked.asker, actor);
    if (one.tie) {
      one.same = one.tie->find(asked.relation);
      one.reverse = one.tie->find(inverse);
      one.tie_now = now(&one.tie->all);
    }
    one.role = history.actor(actor).find(inverse);
    one.same_now = now(one.same);
    one.reverse_now = now(one.reverse);
    one.role_now = now(one.role ? &one.role->trace : nullptr);
    one.actor_now = now(&history.actor(actor).all);
  }
}

}  // namespace entente::forecast
