// A question about the next act, and what the history holds on it and on each who might answer it.
#pragma once

#include <span>
#include <vector>

#include "forecast/history.h"

namespace entente::forecast {

/// Whom will the asker meet in this relation on that day? The relation may be a passive one.
struct Question {
  ActorId asker = 0;
  RelationId relation = 0;
  Day day = 0;
  friend constexpr auto operator<=>(const Question&, const Question&) = default;
};

/// Who may answer, with what was before; counts are faded to the day of the question.
struct Candidate {
  ActorId actor = 0;
  const Tie* tie = nullptr;        ///< with the asker; null: they never met
  const Trace* same = nullptr;     ///< the act asked for, on this pair
  const Trace* reverse = nullptr;  ///< the same act the other way round
  const Habit* role = nullptr;     ///< the candidate in that role, with anyone
  Faded same_now{}, tie_now{}, reverse_now{}, role_now{}, actor_now{};
};

struct Scene {
  Scene(const History& known, const Question& asked, std::span<const ActorId> actors);
  const History& history;
  Question question;
  RelationId inverse = 0;
  const ActorTraces& asker;
  const Habit* habit = nullptr;  ///< the asker in that relation, with anyone
  Faded asker_now{}, habit_now{}, relation_now{};
  std::vector<Candidate> candidates;
};

}  // namespace entente::forecast
