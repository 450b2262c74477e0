// Shares are smoothed, so that what never happened yet is not called impossible.
#include "forecast/baselines.h"

#include <algorithm>
#include <cmath>

namespace entente::forecast {
namespace {

/// 0, 1, 2, 3 and 4, 5 to 9, 10 to 19, 20 to 49, 50 and more times.
std::size_t class_of_times(std::uint32_t times) {
  constexpr std::array<std::uint32_t, 7> begins = {1, 2, 3, 5, 10, 20, 50};
  return static_cast<std::size_t>(std::ranges::upper_bound(begins, times) - begins.begin());
}

}  // namespace

double Baselines::Share::near(double usual) const {
  constexpr double weight = 2;
  return (static_cast<double>(happened) + weight * usual) / (static_cast<double>(cases) + weight);
}

double Baselines::usual() const {
  return (static_cast<double>(happened_) + 0.5) / (static_cast<double>(cases_) + 1);
}

void Baselines::add(RelationId relation, std::uint32_t before, bool lately, bool happened) {
  by_relation_[relation].add(happened);
  by_times_[class_of_times(before)].add(happened);
  by_lately_[lately ? 1 : 0].add(happened);
  ++cases_;
  happened_ += happened ? 1 : 0;
}

double Baselines::base_rate(RelationId relation) const {
  return relation < by_relation_.size() ? by_relation_[relation].near(usual()) : usual();
}

double Baselines::persistence(bool lately) const {
  return by_lately_[lately ? 1 : 0].near(usual());
}

double Baselines::recurrence(std::uint32_t before) const {
  return by_times_[class_of_times(before)].near(usual());
}

double rate_chance(const History& history, const Act& act, Day begin, Day horizon) {
  constexpr double days_drawn = 90;  // the usual rate counts as so many days of the pair
  const auto days = static_cast<double>(std::max<Day>(1, act.day - begin));
  const auto pairs = static_cast<double>(std::max<std::uint64_t>(1, history.ties()));
  const Trace& all = history.relation(act.relation).all;
  const double usual = static_cast<double>(all.count) / (pairs * days);
  const Tie* tie = history.tie(act.actor, act.recipient);
  const Trace* same = tie ? tie->find(act.relation) : nullptr;
  const double count = same ? static_cast<double>(same->count) : 0;
  const double rate = (count + days_drawn * usual) / (days + days_drawn);
  return 1 - std::exp(-rate * static_cast<double>(horizon));
}

}  // namespace entente::forecast
