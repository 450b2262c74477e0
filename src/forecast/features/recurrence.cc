// The same act on the same pair: how often, how lately, what share of the asker's acts of the kind.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class Recurrence : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "recurrence"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    std::vector<std::string> names = faded_names("act");
    for (const char* more : {"act.count", "act.since", "act.rate", "act.share1", "act.share3",
                             "act.share4", "act.share5", "act.share"}) {
      names.emplace_back(more);
    }
    return names;
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Day day = scene.question.day;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      const Candidate& one = scene.candidates[i];
      std::size_t at = 0;
      for (const float value : one.same_now) sheet.at(i, at++) = value;
      const float count = count_of(one.same);
      sheet.at(i, at++) = count;
      sheet.at(i, at++) = since(one.same, day);
      sheet.at(i, at++) = one.same ? count / static_cast<float>(day - one.same->first + 1) : 0;
      for (const std::size_t k : {1U, 3U, 4U, 5U}) {
        sheet.at(i, at++) = one.same_now[k] / (scene.habit_now[k] + 0.3F);
      }
      sheet.at(i, at++) = count / (count_of(scene.habit ? &scene.habit->trace : nullptr) + 1);
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    const auto same = [&](Day, RelationId told) { return told == scene.question.relation; };
    return {last_acts(scene, one.tie, most, same), {}};
  }
};

}  // namespace

FamilyPtr recurrence() { return std::make_unique<Recurrence>(); }

}  // namespace entente::forecast
