// Any act on the pair: how busy it is, and how much of either side's business it is.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class PairHabits : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "pair"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    std::vector<std::string> names = faded_names("pair");
    for (const std::string& more : faded_names("done")) names.push_back(more);
    for (const char* more :
         {"pair.count", "pair.since", "pair.kinds", "pair.share1", "pair.share3", "pair.share5",
          "pair.theirs1", "pair.theirs3", "pair.theirs5", "pair.best1", "pair.best3"}) {
      names.emplace_back(more);
    }
    return names;
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Day day = scene.question.day;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      const Candidate& one = scene.candidates[i];
      std::size_t at = 0;
      for (const float value : one.tie_now) sheet.at(i, at++) = value;
      const Faded done = one.tie ? one.tie->done.at(day, scene.history.fading()) : Faded{};
      for (const float value : done) sheet.at(i, at++) = value;
      sheet.at(i, at++) = count_of(one.tie ? &one.tie->all : nullptr);
      sheet.at(i, at++) = since(one.tie ? &one.tie->all : nullptr, day);
      sheet.at(i, at++) = one.tie ? static_cast<float>(one.tie->acts.size()) : 0;
      for (const std::size_t k : {1U, 3U, 5U}) {
        sheet.at(i, at++) = one.tie_now[k] / (scene.asker_now[k] + 0.3F);
      }
      for (const std::size_t k : {1U, 3U, 5U}) {
        sheet.at(i, at++) = one.tie_now[k] / (one.actor_now[k] + 0.3F);
      }
    }
    constexpr std::size_t first_best = 2 * decays + 9;
    sheet.proportion_to_best(1, first_best);
    sheet.proportion_to_best(3, first_best + 1);
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    return {last_acts(scene, one.tie, most, [](Day, RelationId) { return true; }), {}};
  }
};

}  // namespace

FamilyPtr pair_habits() { return std::make_unique<PairHabits>(); }

}  // namespace entente::forecast
