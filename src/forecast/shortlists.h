// The weightiest companions of actors and relations on one day, and the short walks along them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "forecast/scene.h"

namespace entente::forecast {

struct Weighted {
  ActorId actor = 0;
  float weight = 0;
};

/// Keeps the `most` heaviest, heaviest first; among equals the lower id.
void keep_heaviest(std::vector<Weighted>& list, std::size_t most);

/// Shares of recent acts, made when first asked for. One per worker.
class Shortlists {
 public:
  explicit Shortlists(const History& history);
  void begin(Day day);  ///< does nothing where that day has begun
  [[nodiscard]] const std::vector<Weighted>& companions(ActorId actor);
  [[nodiscard]] const std::vector<Weighted>& companions(ActorId actor, RelationId relation);
  [[nodiscard]] const std::vector<Weighted>& at_other_end(RelationId relation);

 private:
  struct Dated {
    Day day = -1;
    std::vector<Weighted> list;
  };
  const History& history_;
  Day day_ = -1;
  std::vector<Dated> by_actor_, by_relation_;
  std::unordered_map<std::uint64_t, std::vector<Weighted>> by_habit_;
};

/// A number per actor, of which few are not 0.
class Sparse {
 public:
  explicit Sparse(std::size_t size) : values_(size) {}
  void add(ActorId actor, float value) {
    if (values_[actor] == 0) touched_.push_back(actor);
    values_[actor] += value;
  }
  void clear() {
    for (const ActorId actor : touched_) values_[actor] = 0;
    touched_.clear();
  }
  [[nodiscard]] float operator[](ActorId actor) const { return values_[actor]; }
  [[nodiscard]] const std::vector<ActorId>& touched() const { return touched_; }

 private:
  std::vector<float> values_;
  std::vector<ActorId> touched_;
};

/// Where short walks from the asker end, and how likely.
class Walks {
 public:
  explicit Walks(std::size_t actors) : by_companions(actors), two_ties(actors), by_alike(actors) {}
  void walk(const Question& question, const Extent& extent, Shortlists& lists);
  Sparse by_companions;  ///< those with whom the asker's companions have the relation
  Sparse two_ties;       ///< companions of companions
  Sparse by_alike;       ///< those met by others who met the same ones in the relation
};

}  // namespace entente::forecast
