// One walk along the timeline with three stops: where the proof begins, a month before, today.
#include "forecast/outlook.h"

#include <algorithm>
#include <map>

namespace entente::forecast {
namespace {

constexpr Day a_month = 30;
constexpr Day days_of_proof = 56, days_between_proofs = 7;
constexpr std::size_t most_rules = 3, most_acts = 8;

ForecasterOptions forecaster_options(const OutlookAsked& asked) {
  ForecasterOptions options;
  options.horizons = {asked.horizon};
  options.threads = asked.threads;
  options.without = asked.without;
  options.sample_from =
      std::max<Day>(0, asked.today - asked.horizon - days_of_proof - Forecaster::memory);
  return options;
}

Act timeless(Act act) {
  act.day = 0;
  return act;
}

class Look {
 public:
  Look(const Timeline& timeline, const OutlookAsked& asked)
      : asked_(asked), forecaster_(timeline, forecaster_options(asked)) {}

  Outlook run() {
    const Day today = asked_.today, month_before = today - a_month;
    const Day first = forecaster_.timeline().first_told();
    const Day proof_end = today - asked_.horizon;
    const Day proof_begin = std::max(first, proof_end - days_of_proof);
    Scorecard card(asked_.horizon, forecaster_.timeline().extent().relations);
    bool first_stop = true;
    for (Day day = std::min(proof_begin, month_before); day < today; ++day) {
      if (day < first) continue;
      const bool proves =
          day >= proof_begin && day <= proof_end && (day - proof_begin) % days_between_proofs == 0;
      if (!proves && day != month_before) continue;
      forecaster_.advance(day);
      if (first_stop || day == month_before) forecaster_.learn();
      first_stop = false;
      if (proves) {
        forecaster_.sample_now();
        score_last_sample(forecaster_, 0, today + 1, card);
      }
      if (day == month_before) remember();
    }
    forecaster_.advance(today);
    forecaster_.learn();
    Outlook found = prospects();
    found.proof = card.all;
    return found;
  }

 private:
  void remember() {
    for (const Chance& chance : forecaster_.chances(asked_.acts, 0)) {
      before_[timeless(chance.act)] = chance.probability;
    }
  }

  Outlook prospects() {
    Outlook found;
    std::vector<Chance> chances = forecaster_.chances(asked_.acts, 0);
    found.weighed = chances.size();
    if (chances.size() > asked_.limit) chances.resize(asked_.limit);
    const FollowUps follow_ups(forecaster_.history(), forecaster_.today(), asked_.horizon);
    for (const Chance& chance : chances) found.prospects.push_back(prospect(chance, follow_ups));
    return found;
  }

  Prospect prospect(const Chance& chance, const FollowUps& follow_ups) const {
    Prospect one;
    one.chance = chance;
    if (const auto old = before_.find(timeless(chance.act)); old != before_.end()) {
      one.month_before = old->second;
    }
    const Act& act = chance.act;
    const Tie& tie = *forecaster_.history().tie(act.actor, act.recipient);
    if (const Trace* same = tie.find(act.relation)) one.last = same->last;
    one.reasons = forecaster_.explain(act, 0).reasons;
    one.rules = follow_ups.fired(tie, act.relation, most_rules);
    one.acts = acts_behind(one, tie);
    return one;
  }

  /// Evidence of the reasons that speak for the act, else what is known of the pair.
  [[nodiscard]] std::vector<Act> acts_behind(const Prospect& one, const Tie& tie) const {
    std::vector<Act> acts;
    const auto add = [&](const Act& act) {
      if (acts.size() < most_acts && std::ranges::find(acts, act) == acts.end()) {
        acts.push_back(act);
      }
    };
    for (const Reason& reason : one.reasons) {
      if (reason.weight > 0) std::ranges::for_each(reason.evidence.acts, add);
    }
    const Extent extent = forecaster_.timeline().extent();
    const Act& act = one.chance.act;
    for (const bool same_only : {true, false}) {
      for (auto told = tie.log.rbegin(); told != tie.log.rend(); ++told) {
        const auto [day, relation] = *told;
        if (same_only && relation != act.relation) continue;
        if (relation < extent.relations)
          add({act.actor, relation, act.recipient, day});
        else
          add({act.recipient, extent.inverse(relation), act.actor, day});
      }
    }
    return acts;
  }

  const OutlookAsked& asked_;
  Forecaster forecaster_;
  std::map<Act, double> before_;
};

}  // namespace

Outlook outlook(const Timeline& timeline, const OutlookAsked& asked) {
  return Look(timeline, asked).run();
}

}  // namespace entente::forecast
