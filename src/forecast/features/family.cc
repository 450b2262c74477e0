// What the families share.
#include "forecast/features/family.h"

#include <algorithm>

namespace entente::forecast {

void Sheet::proportion_to_best(std::size_t column, std::size_t target) {
  float best = 1e-9F;
  for (std::size_t row = 0; row < rows(); ++row) best = std::max(best, at(row, column));
  for (std::size_t row = 0; row < rows(); ++row) at(row, target) = at(row, column) / best;
}

namespace {

Act told(const Scene& scene, ActorId owner, ActorId other, Day day, RelationId relation) {
  const Extent& extent = scene.history.extent();
  if (relation < extent.relations) return {owner, relation, other, day};
  return {other, extent.inverse(relation), owner, day};
}

}  // namespace

std::vector<Act> last_acts(const Scene& scene, const Tie* tie, std::size_t most,
                           const std::function<bool(Day, RelationId)>& wanted) {
  std::vector<Act> acts;
  if (!tie) return acts;
  for (auto one = tie->log.rbegin(); one != tie->log.rend() && acts.size() < most; ++one) {
    if (!wanted(one->first, one->second)) continue;
    acts.push_back(told(scene, scene.question.asker, tie->other, one->first, one->second));
  }
  return acts;
}

std::vector<Act> last_acts_of(const Scene& scene, ActorId owner, const Habit* habit,
                              std::size_t most) {
  std::vector<Act> acts;
  if (!habit) return acts;
  for (const std::uint32_t at : habit->ties) {
    const Tie& tie = scene.history.actor(owner).ties[at];
    if (const Trace* trace = tie.find(habit->relation)) {
      acts.push_back(told(scene, owner, tie.other, trace->last, habit->relation));
    }
  }
  std::ranges::sort(
      acts, [](const Act& a, const Act& b) { return a.day != b.day ? a.day > b.day : a < b; });
  if (acts.size() > most) acts.resize(most);
  return acts;
}

float since(const Trace* trace, Day day) {
  constexpr float never = 9999.0F;
  return trace && trace->happened() ? static_cast<float>(day - trace->last) : never;
}

std::vector<std::string> faded_names(const std::string& stem) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < decays; ++k) names.push_back(stem + std::to_string(k));
  return names;
}

}  // namespace entente::forecast
