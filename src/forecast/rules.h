// Rules from one relation to another on the same pair, with a curve each: how often they held by
// the time since the first act and by how dense such acts were.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "forecast/crew.h"
#include "forecast/history.h"
#include "forecast/scene.h"

namespace entente::forecast {

/// A question with those who answered it that day.
struct Asked {
  Question question;
  std::vector<ActorId> answers;  ///< ascending
};

/// The questions that the acts of one day answer, from both ends, in order.
[[nodiscard]] std::vector<Asked> questions_of(std::span<const Act> acts, const Extent& extent);

class Rules {
 public:
  static constexpr std::size_t delays = 10;  ///< classes of the time since
  static constexpr std::size_t densities = 3;
  static constexpr std::size_t cells = delays * densities;
  /// How often a rule was asked and how often it held.
  struct Cell {
    float held = 0;
    float asked = 0;
  };

  explicit Rules(const Extent& extent);
  /// Where on its curve a rule stands on that day.
  [[nodiscard]] static std::size_t cell(const Trace& trace, Day day, const Fading& fading);
  /// The first day of a class of delays.
  [[nodiscard]] static Day delay_begin(std::size_t delay);
  [[nodiscard]] Cell counts(RelationId then, RelationId before, std::size_t cell) const;
  [[nodiscard]] float confidence(RelationId then, RelationId before, std::size_t cell) const;
  /// What the rule adds where all rules on the pair are weighed against those on other pairs.
  [[nodiscard]] float weight(RelationId then, RelationId before, std::size_t cell) const;
  /// Learns from the answered questions of a day; `history` holds what was before it.
  void learn(std::span<const Asked> questions, const History& history, Crew& crew);

 private:
  struct Book {                        // of one relation that is asked for
    std::vector<std::int32_t> places;  // of the first cell, by the relation before; -1: never met
    std::vector<Cell> cells;
    std::vector<float> weights, squares;
    [[nodiscard]] std::int32_t place(RelationId before) const {
      return places.empty() ? -1 : places[before];
    }
    std::size_t make_place(RelationId before, std::size_t ends);
  };
  struct Desk;
  void learn(const Asked& asked, const History& history, Desk& desk);
  void weigh(Book& book, Desk& desk) const;
  std::size_t ends_;
  std::vector<Book> books_;
};

}  // namespace entente::forecast
