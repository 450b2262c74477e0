// What the question itself is: the same for all candidates, it tells which other features to trust.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class Circumstances : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "circumstances"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    return {"asker.busy", "asker.ties", "habit", "habit.ties", "relation.busy", "asker.itself"};
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      sheet.at(i, 0) = scene.asker_now[3];
      sheet.at(i, 1) = static_cast<float>(scene.asker.ties.size());
      sheet.at(i, 2) = scene.habit_now[4];
      sheet.at(i, 3) = scene.habit ? static_cast<float>(scene.habit->ties.size()) : 0;
      sheet.at(i, 4) = scene.relation_now[3];
      sheet.at(i, 5) = scene.candidates[i].actor == scene.question.asker ? 1 : 0;
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate&,
                                  std::size_t most) const override {
    return {last_acts_of(scene, scene.question.asker, scene.habit, most), {}};
  }
};

}  // namespace

FamilyPtr circumstances() { return std::make_unique<Circumstances>(); }

}  // namespace entente::forecast
