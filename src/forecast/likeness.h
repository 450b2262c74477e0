// Actors and relations as short lists of numbers, learnt so that actors who meet the same ones come
// to lie together: the habits of similar actors, for those with little history of their own.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "forecast/draws.h"
#include "forecast/rules.h"

namespace entente::forecast {

class Likeness {
 public:
  static constexpr std::size_t size = 32;
  using Point = std::array<float, size>;

  explicit Likeness(const Extent& extent);
  /// Where the answers to a question are expected to lie.
  [[nodiscard]] Point expected(ActorId asker, RelationId relation) const;
  /// How well an actor answers: higher is likelier.
  [[nodiscard]] float fit(const Point& expected, ActorId actor) const;
  /// Learns from the acts of a day, and again from some drawn from those before.
  void learn(std::span<const Act> acts);

 private:
  struct Learnt {
    Point value{}, squares{};
  };
  void learn(ActorId asker, RelationId relation, ActorId answer);
  [[nodiscard]] ActorId usual_rival();
  void step(Learnt& learnt, const Point& slope) const;
  Extent extent_;
  Draws draws_{7};
  std::vector<Learnt> askers_, answers_, shifts_, scales_;
  std::vector<float> leanings_, leaning_squares_;
  std::vector<Act> past_;
};

}  // namespace entente::forecast
