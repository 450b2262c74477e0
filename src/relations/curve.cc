// A pair, step by step.
#include "relations/curve.h"

#include <algorithm>
#include <map>

#include "entente/date.h"

namespace entente::relations {
namespace {

constexpr Day days_a_week = 7;

Day first_of_month(Date date) { return day_number({date.year, date.month, 1}); }

Date next_month(Date date) {
  if (date.month == 12) return {static_cast<std::int16_t>(date.year + 1), 1, 1};
  return {date.year, static_cast<std::int8_t>(date.month + 1), 1};
}

/// Days from the first of `steps` to the last.
std::optional<Period> span_of(const Deeds& deeds, Pair pair, const CurveOptions& options) {
  Period span;
  for (const Deed& deed : deeds.all) {
    if (!deed.when.known() || !std::ranges::binary_search(deed.pairs, pair)) continue;
    span.first = span.known() ? std::min(span.first, deed.when.first) : deed.when.first;
    span.last = std::max(span.last, deed.when.last);
  }
  if (!span.known()) return std::nullopt;
  span.first = options.from.value_or(span.first);
  span.last = options.until.value_or(span.last);
  if (span.last < span.first) return std::nullopt;
  return span;
}

std::vector<CurvePoint> empty_curve(Period span, Step step) {
  std::vector<CurvePoint> curve;
  for (Period at = step_of(span.first, step); at.first <= span.last; at = step_after(at, step)) {
    curve.emplace_back().step = at;
  }
  return curve;
}

/// What is felt at the end of each step while it is gone through.
struct Felt {
  Intensity intensity;
  double acts = 0, all_acts = 0, all_reports = 0;
};

/// Spreads amounts over the steps that their days fall in.
class Spreader {
 public:
  Spreader(std::vector<CurvePoint>& curve, double half_life)
      : curve_(curve), half_life_(half_life), felt_(curve.size()) {}

  /// Calls handle(index, part) for each step that `when` overlaps, with the share of its days, and
  /// felt(felt, part) for the same, faded to the step's end. What was before the curve is felt at
  /// the end of its first step.
  template <class Add, class AddFelt>
  void spread(Period when, const Add& add, const AddFelt& add_felt) {
    if (!when.known()) return;
    const Period first = curve_.front().step;
    if (when.first < first.first) {
      const Period before{when.first, std::min(when.last, first.first - 1)};
      const double share = static_cast<double>(before.days()) / when.days();
      add_felt(felt_.front(), share * felt(before, first.last, half_life_));
    }
    for (std::size_t i = index_of(when.first); i < curve_.size(); ++i) {
      const Period step = curve_[i].step;
      if (step.first > when.last) break;
      const Period part{std::max(step.first, when.first), std::min(step.last, when.last)};
      if (part.last < part.first) continue;
      const double share = static_cast<double>(part.days()) / when.days();
      add(curve_[i], share);
      add_felt(felt_[i], share * felt(part, step.last, half_life_));
    }
  }

  /// Carries what is felt from step to step and writes it down.
  void finish() {
    constexpr double per_reports = 100;
    for (std::size_t i = 0; i < curve_.size(); ++i) {
      if (i > 0) carry(felt_[i - 1], left_after(curve_[i].step.days(), half_life_), felt_[i]);
      const Felt& felt = felt_[i];
      CurvePoint& point = curve_[i];
      point.felt = felt.intensity;
      if (felt.all_acts > 0) point.share = std::min(1.0, felt.acts / felt.all_acts);
      if (felt.all_reports <= 0) continue;
      point.per_report.cooperation = per_reports * felt.intensity.cooperation / felt.all_reports;
      point.per_report.conflict = per_reports * felt.intensity.conflict / felt.all_reports;
    }
  }

 private:
  static void carry(const Felt& from, double left, Felt& to) {
    to.intensity.cooperation += left * from.intensity.cooperation;
    to.intensity.conflict += left * from.intensity.conflict;
    to.acts += left * from.acts;
    to.all_acts += left * from.all_acts;
    to.all_reports += left * from.all_reports;
  }

  std::size_t index_of(Day day) const {
    const auto at = std::ranges::upper_bound(
        curve_, day, {}, [](const CurvePoint& point) { return point.step.first; });
    return at == curve_.begin() ? 0 : static_cast<std::size_t>(at - curve_.begin()) - 1;
  }

  std::vector<CurvePoint>& curve_;
  double half_life_;
  std::vector<Felt> felt_;
};

void spread_deed(Spreader& spreader, const Deed& deed) {
  spreader.spread(
      deed.when,
      [&](CurvePoint& point, double part) {
        point.acts += part;
        if (deed.quad > 0) point.quads[deed.quad - 1U] += part;
        point.goldstein.add(deed.goldstein, part);
        point.plover.add(deed.plover, part);
      },
      [&](Felt& felt, double part) {
        felt.acts += part;
        felt.intensity.add(deed.goldstein, part);
      });
}

void spread_volume(Spreader& spreader, const DayVolume& volume) {
  spreader.spread(
      volume.when,
      [&](CurvePoint& point, double part) {
        point.all_acts += part * volume.acts;
        point.all_reports += part * volume.reports;
      },
      [&](Felt& felt, double part) {
        felt.all_acts += part * volume.acts;
        felt.all_reports += part * volume.reports;
      });
}

using VolumeMap = std::map<std::pair<Day, Day>, DayVolume>;

void add_volume(VolumeMap& volumes, Period when, std::uint32_t reports) {
  if (!when.known()) return;
  DayVolume& volume = volumes[{when.first, when.last}];
  volume.when = when;
  volume.acts += 1;
  volume.reports += reports;
}

std::vector<DayVolume> listed(const VolumeMap& volumes) {
  std::vector<DayVolume> found;
  found.reserve(volumes.size());
  for (const auto& [days, volume] : volumes) found.push_back(volume);
  return found;
}

}  // namespace

Period step_of(Day day, Step step) {
  if (step == Step::week) {
    const Day monday = day - weekday(date_of_day(day));
    return {monday, monday + days_a_week - 1};
  }
  const Date date = date_of_day(day);
  return {first_of_month(date), first_of_month(next_month(date)) - 1};
}

Period step_after(Period at, Step step) { return step_of(at.last + 1, step); }

std::vector<DayVolume> day_volumes(const Deeds& deeds) {
  VolumeMap volumes;
  for (const Deed& deed : deeds.all) add_volume(volumes, deed.when, deed.reports);
  return listed(volumes);
}

std::vector<DayVolume> day_volumes(std::span<const Act> acts, Known known) {
  VolumeMap volumes;
  for (const Act& act : acts) {
    if (counts_as_deed(act, known)) add_volume(volumes, act.when, act.reports);
  }
  return listed(volumes);
}

std::vector<CurvePoint> curve_of(const Deeds& deeds, Pair pair, std::span<const DayVolume> volumes,
                                 const CurveOptions& options) {
  const std::optional<Period> span = span_of(deeds, pair, options);
  if (!span) return {};
  std::vector<CurvePoint> curve = empty_curve(*span, options.step);
  Spreader spreader(curve, options.half_life);
  for (const Deed& deed : deeds.all) {
    if (std::ranges::binary_search(deed.pairs, pair)) spread_deed(spreader, deed);
  }
  for (const DayVolume& volume : volumes) spread_volume(spreader, volume);
  spreader.finish();
  return curve;
}

}  // namespace entente::relations
