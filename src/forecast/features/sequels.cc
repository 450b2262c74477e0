// What usually comes within the horizon after the acts on the pair, by the time since each.
#include "forecast/sequels.h"

#include <algorithm>
#include <cmath>

#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class AfterOtherActs : public Family {
 public:
  explicit AfterOtherActs(const Sequels& sequels) : sequels_(sequels) {}
  [[nodiscard]] std::string name() const override { return "sequels"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    std::vector<std::string> names;
    for (const Day days : sequels_.horizons()) {
      for (const char* what : {"first", "second", "any"}) {
        names.push_back("sequel" + std::to_string(days) + "." + what);
      }
    }
    return names;
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      sequels_.places(scene.candidates[i].tie, scene.question.relation, scene.question.day, places);
      for (std::size_t h = 0; h < sequels_.horizons().size(); ++h) {
        float first = 0, second = 0, none = 1;
        for (const std::uint32_t place : places) {
          const float share = sequels_.share(place, h);
          second = std::max(second, std::min(first, share));
          first = std::max(first, share);
          none *= 1 - share;
        }
        sheet.at(i, 3 * h) = first;
        sheet.at(i, 3 * h + 1) = second;
        sheet.at(i, 3 * h + 2) = -std::log(std::max(none, 1e-30F));
      }
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    return {last_acts(scene, one.tie, most, [](Day, RelationId) { return true; }), {}};
  }

 private:
  const Sequels& sequels_;
};

}  // namespace

FamilyPtr after_other_acts(const Sequels& sequels) {
  return std::make_unique<AfterOtherActs>(sequels);
}

}  // namespace entente::forecast
