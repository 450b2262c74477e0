// A family of features: the numbers that one kind of reasoning gives each candidate, and the past
// acts that the numbers rest on.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "forecast/likeness.h"
#include "forecast/rules.h"
#include "forecast/scene.h"
#include "forecast/sequels.h"
#include "forecast/shortlists.h"

namespace entente::forecast {

/// Rows of numbers, one per candidate; a family writes its own columns.
class Sheet {
 public:
  Sheet(std::span<float> values, std::size_t width, std::size_t first)
      : values_(values), width_(width), first_(first) {}
  float& at(std::size_t row, std::size_t column) { return values_[row * width_ + first_ + column]; }
  [[nodiscard]] std::size_t rows() const { return width_ == 0 ? 0 : values_.size() / width_; }
  /// Writes to `target` what a column has in proportion to its best row.
  void proportion_to_best(std::size_t column, std::size_t target);

 private:
  std::span<float> values_;
  std::size_t width_, first_;
};

/// How a rule held before, at the place of its curve where it stands now.
struct RuleHeld {
  RelationId before = 0, then = 0;  ///< acts on the pair, as the asker sees them
  Day delay_from = 0;               ///< days since the first act: from here …
  Day delay_to = 0;                 ///< … up to, not with; 0: no end
  std::uint64_t held = 0, asked = 0;
  Day first_seen = -1;  ///< the day of the first such act on this pair
};

/// What a family's numbers for a candidate rest on.
struct Evidence {
  std::vector<Act> acts;        ///< newest first
  std::vector<RuleHeld> rules;  ///< the surest first
};

class Family {
 public:
  virtual ~Family() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual std::vector<std::string> features() const = 0;
  /// True where a candidate's numbers do not depend on who else is a candidate, nor on walks.
  [[nodiscard]] virtual bool local() const { return true; }
  virtual void fill(const Scene& scene, const Walks& walks, Sheet sheet) const = 0;
  /// At most `most` acts and rules.
  [[nodiscard]] virtual Evidence evidence(const Scene& scene, const Candidate& candidate,
                                          std::size_t most) const = 0;
};

using FamilyPtr = std::unique_ptr<Family>;

[[nodiscard]] FamilyPtr recurrence();
[[nodiscard]] FamilyPtr pair_habits();
[[nodiscard]] FamilyPtr reciprocity();
[[nodiscard]] FamilyPtr relation_rules(const Rules& rules);
[[nodiscard]] FamilyPtr roles();
[[nodiscard]] FamilyPtr circumstances();
[[nodiscard]] FamilyPtr walks_of_others();
[[nodiscard]] FamilyPtr season();
[[nodiscard]] FamilyPtr similar_actors(const Likeness& likeness);
[[nodiscard]] FamilyPtr after_other_acts(const Sequels& sequels);

/// Helpers of the families.
[[nodiscard]] float since(const Trace* trace, Day day);
[[nodiscard]] inline float count_of(const Trace* trace) {
  return trace ? static_cast<float>(trace->count) : 0.0F;
}
/// The last acts of a tie that `wanted` takes, newest first.
[[nodiscard]] std::vector<Act> last_acts(const Scene& scene, const Tie* tie, std::size_t most,
                                         const std::function<bool(Day, RelationId)>& wanted);
/// The same of several ties of one actor.
[[nodiscard]] std::vector<Act> last_acts_of(const Scene& scene, ActorId owner, const Habit* habit,
                                            std::size_t most);
/// Names "stem0" … for each half-life.
[[nodiscard]] std::vector<std::string> faded_names(const std::string& stem);

}  // namespace entente::forecast
