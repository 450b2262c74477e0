// The same act the other way round: who is visited visits back.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class Reciprocity : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "reciprocity"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    std::vector<std::string> names = faded_names("back");
    names.emplace_back("back.since");
    names.emplace_back("back.count");
    return names;
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      const Candidate& one = scene.candidates[i];
      std::size_t at = 0;
      for (const float value : one.reverse_now) sheet.at(i, at++) = value;
      sheet.at(i, at++) = since(one.reverse, scene.question.day);
      sheet.at(i, at++) = count_of(one.reverse);
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    const auto back = [&](Day, RelationId told) { return told == scene.inverse; };
    return {last_acts(scene, one.tie, most, back), {}};
  }
};

}  // namespace

FamilyPtr reciprocity() { return std::make_unique<Reciprocity>(); }

}  // namespace entente::forecast
