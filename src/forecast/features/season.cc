// Acts that came a whole number of weeks before.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

constexpr Day period = 7, reach = 28;

class Season : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "season"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    return {"season.act", "season.pair"};
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Question& question = scene.question;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      float act = 0, any = 0;
      if (const Tie* tie = scene.candidates[i].tie) {
        for (auto told = tie->log.rbegin(); told != tie->log.rend(); ++told) {
          const Day ago = question.day - told->first;
          if (ago > reach) break;
          if (ago % period != 0) continue;
          any += 1;
          act += told->second == question.relation ? 1.0F : 0.0F;
        }
      }
      sheet.at(i, 0) = act;
      sheet.at(i, 1) = any;
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    const auto on_the_weekday = [&](Day day, RelationId) {
      const Day ago = scene.question.day - day;
      return ago <= reach && ago % period == 0;
    };
    return {last_acts(scene, one.tie, most, on_the_weekday), {}};
  }
};

}  // namespace

FamilyPtr season() { return std::make_unique<Season>(); }

}  // namespace entente::forecast
