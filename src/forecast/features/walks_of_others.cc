// Two steps and three: whom the asker's companions meet, and those who met the same ones.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class WalksOfOthers : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "walks"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    return {"walk.companions", "walk.ties", "walk.alike", "walk.companions.best",
            "walk.alike.best"};
  }
  [[nodiscard]] bool local() const override { return false; }
  void fill(const Scene& scene, const Walks& walks, Sheet sheet) const override {
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      const ActorId actor = scene.candidates[i].actor;
      sheet.at(i, 0) = walks.by_companions[actor];
      sheet.at(i, 1) = walks.two_ties[actor];
      sheet.at(i, 2) = walks.by_alike[actor];
    }
    sheet.proportion_to_best(0, 3);
    sheet.proportion_to_best(2, 4);
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    return {last_acts_of(scene, one.actor, one.role, most), {}};
  }
};

}  // namespace

FamilyPtr walks_of_others() { return std::make_unique<WalksOfOthers>(); }

}  // namespace entente::forecast
