// What the candidate does and suffers with others: how often in the role asked for, how busy at
// all.
#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class Roles : public Family {
 public:
  [[nodiscard]] std::string name() const override { return "roles"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    std::vector<std::string> names = faded_names("role");
    for (const std::string& more : faded_names("busy")) names.push_back(more);
    for (const char* more : {"role.count", "role.since", "role.ties", "role.share", "role.lead1",
                             "role.lead4", "role.best3", "busy.count", "busy.since", "busy.ties"}) {
      names.emplace_back(more);
    }
    return names;
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Day day = scene.question.day;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      const Candidate& one = scene.candidates[i];
      const ActorTraces& actor = scene.history.actor(one.actor);
      const Trace* role = one.role ? &one.role->trace : nullptr;
      std::size_t at = 0;
      for (const float value : one.role_now) sheet.at(i, at++) = value;
      for (const float value : one.actor_now) sheet.at(i, at++) = value;
      sheet.at(i, at++) = count_of(role);
      sheet.at(i, at++) = since(role, day);
      sheet.at(i, at++) = one.role ? static_cast<float>(one.role->ties.size()) : 0;
      sheet.at(i, at++) = one.role_now[5] / (one.actor_now[5] + 0.3F);
      sheet.at(i, at++) = one.role_now[1] / (scene.relation_now[1] + 1);
      sheet.at(i, at++) = one.role_now[4] / (scene.relation_now[4] + 1);
      ++at;
      sheet.at(i, at++) = count_of(&actor.all);
      sheet.at(i, at++) = since(&actor.all, day);
      sheet.at(i, at++) = static_cast<float>(actor.ties.size());
    }
    sheet.proportion_to_best(3, 2 * decays + 6);
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    return {last_acts_of(scene, one.actor, one.role, most), {}};
  }
};

}  // namespace

FamilyPtr roles() { return std::make_unique<Roles>(); }

}  // namespace entente::forecast
