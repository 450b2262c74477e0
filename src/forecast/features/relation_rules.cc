// Relation-to-relation rules on the pair, each at its place on its learnt curve.
#include <algorithm>
#include <cmath>

#include "forecast/features/family.h"

namespace entente::forecast {
namespace {

class RelationRules : public Family {
 public:
  explicit RelationRules(const Rules& rules) : rules_(rules) {}
  [[nodiscard]] std::string name() const override { return "rules"; }
  [[nodiscard]] std::vector<std::string> features() const override {
    return {"rule.first",      "rule.second",   "rule.any",         "rule.weighed",
            "rule.first.best", "rule.any.best", "rule.weighed.best"};
  }
  void fill(const Scene& scene, const Walks&, Sheet sheet) const override {
    const Question& question = scene.question;
    float best = -1e9F;
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      float first = 0, second = 0, none = 1, weighed = 0;
      if (const Tie* tie = scene.candidates[i].tie) {
        for (const ActTrace& act : tie->acts) {
          const std::size_t cell = Rules::cell(act.trace, question.day, scene.history.fading());
          const float holds = rules_.confidence(question.relation, act.relation, cell);
          second = std::max(second, std::min(first, holds));
          first = std::max(first, holds);
          none *= 1 - holds;
          weighed += rules_.weight(question.relation, act.relation, cell);
        }
      }
      sheet.at(i, 0) = first;
      sheet.at(i, 1) = second;
      sheet.at(i, 2) = -std::log(std::max(none, 1e-30F));
      sheet.at(i, 3) = weighed;
      best = std::max(best, weighed);
    }
    sheet.proportion_to_best(0, 4);
    sheet.proportion_to_best(2, 5);
    for (std::size_t i = 0; i < scene.candidates.size(); ++i) {
      sheet.at(i, 6) = sheet.at(i, 3) - best;
    }
  }
  [[nodiscard]] Evidence evidence(const Scene& scene, const Candidate& one,
                                  std::size_t most) const override {
    Evidence evidence;
    if (!one.tie) return evidence;
    for (const ActTrace& act : one.tie->acts) evidence.rules.push_back(held(scene, act));
    std::ranges::sort(evidence.rules, [](const RuleHeld& a, const RuleHeld& b) {
      const double sure_a = sureness(a), sure_b = sureness(b);
      return sure_a != sure_b ? sure_a > sure_b : a.before < b.before;
    });
    if (evidence.rules.size() > most) evidence.rules.resize(most);
    evidence.acts = last_acts(scene, one.tie, most, [&](Day, RelationId told) {
      return std::ranges::any_of(evidence.rules,
                                 [&](const RuleHeld& rule) { return rule.before == told; });
    });
    return evidence;
  }

 private:
  [[nodiscard]] static double sureness(const RuleHeld& rule) {
    return (static_cast<double>(rule.held) + 0.02) / (static_cast<double>(rule.asked) + 2);
  }
  [[nodiscard]] RuleHeld held(const Scene& scene, const ActTrace& act) const {
    const Question& question = scene.question;
    const std::size_t cell = Rules::cell(act.trace, question.day, scene.history.fading());
    const std::size_t delay = cell / Rules::densities;
    const Rules::Cell counts = rules_.counts(question.relation, act.relation, cell);
    RuleHeld rule;
    rule.before = act.relation;
    rule.then = question.relation;
    rule.delay_from = Rules::delay_begin(delay);
    rule.delay_to = delay + 1 < Rules::delays ? Rules::delay_begin(delay + 1) : 0;
    rule.held = static_cast<std::uint64_t>(counts.held);
    rule.asked = static_cast<std::uint64_t>(counts.asked);
    rule.first_seen = act.trace.first;
    return rule;
  }
  const Rules& rules_;
};

}  // namespace

FamilyPtr relation_rules(const Rules& rules) { return std::make_unique<RelationRules>(rules); }

}  // namespace entente::forecast
