// Everything that happened before a day, kept so that a forecast finds it quickly; grows by a day
// at a time.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "forecast/act.h"
#include "forecast/trace.h"

namespace entente::forecast {

/// One kind of act on a pair.
struct ActTrace {
  RelationId relation = 0;  ///< as the owner of the pair sees it
  Trace trace;
};

/// What an actor has with another one, seen from the first.
struct Tie {
  ActorId other = 0;
  Trace all;                                    ///< acts in both directions
  Trace done;                                   ///< acts of the owner on the other
  std::vector<ActTrace> acts;                   ///< by relation, ascending
  std::vector<std::pair<Day, RelationId>> log;  ///< every act, in order of time
  [[nodiscard]] const Trace* find(RelationId relation) const;
};

/// One kind of act of an actor, with anyone.
struct Habit {
  RelationId relation = 0;
  Trace trace;
  std::vector<std::uint32_t> ties;  ///< with whom: places in ActorTraces::ties
};

struct ActorTraces {
  Trace all;
  std::vector<Tie> ties;      ///< in order of acquaintance
  std::vector<Habit> habits;  ///< by relation, ascending
  [[nodiscard]] const Habit* find(RelationId relation) const;
};

struct RelationTraces {
  Trace all;
  std::vector<std::pair<ActorId, Trace>> others;  ///< who stood at its other end
};

class History {
 public:
  explicit History(Extent extent);
  /// Adds acts. Mostly in order of time; one that is heard of late finds its place in time.
  void add(std::span<const Act> acts);
  [[nodiscard]] const Extent& extent() const { return extent_; }
  [[nodiscard]] const Fading& fading() const { return fading_; }
  [[nodiscard]] const ActorTraces& actor(ActorId id) const { return actors_[id]; }
  [[nodiscard]] const RelationTraces& relation(RelationId id) const { return relations_[id]; }
  [[nodiscard]] const Tie* tie(ActorId owner, ActorId other) const;
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// How many pairs met, each seen from either end.
  [[nodiscard]] std::uint64_t ties() const { return tie_index_.size(); }
  /// How many different acts happened: who did what to whom.
  [[nodiscard]] std::uint64_t kinds() const { return kinds_; }
  [[nodiscard]] Day last_day() const { return last_day_; }

 private:
  void add_end(ActorId owner, RelationId relation, ActorId other, Day day);
  Extent extent_;
  Fading fading_;
  std::vector<ActorTraces> actors_;
  std::vector<RelationTraces> relations_;
  std::unordered_map<std::uint64_t, std::uint32_t> tie_index_;
  std::unordered_map<std::uint64_t, std::uint32_t> other_index_;
  std::uint64_t size_ = 0, kinds_ = 0;
  Day last_day_ = -1;
};

}  // namespace entente::forecast
