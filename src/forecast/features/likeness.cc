// How well a candidate fits what similar actors do.
#include "forecast/likeness.h"

#include <algorithm>

#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class SimilarActors : public Family {
 public:
  explicit SimilarActors(const Likeness& likeness) : likeness_(likeness) {}
  [[nodiscard]] std::string name() const override { return "likeness"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    return {"like.fit", "like.fit.best"};
  }
  [[nodiscard]] bool local() const override { return false; }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Question& question = scene.question;
    const Likeness::Point point = likeness_.expected(question.asker, question.relation);
    float best = -1e9F;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      sheet.at(i, 0) = likeness_.fit(point, scene.candidates[i].actor);
      best = std::max(best, sheet.at(i, 0));
    }
    for (std::size_t i = 0; i < scene.candidates.size(); ++i)
      sheet.at(i, 1) = sheet.at(i, 0) - best;
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    return {last_acts_of(scene, one.actor, one.role, most), {}};
  }

 private:
  const Likeness& likeness_;
};

}  // namespace

FamilyPtr similar_actors(const Likeness& likeness) {
  return std::make_unique<SimilarActors>(likeness);
}

}  // namespace entente::forecast
