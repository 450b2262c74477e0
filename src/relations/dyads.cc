// Sums over all ordered pairs.
#include "relations/dyads.h"

#include <algorithm>
#include <unordered_map>

namespace entente::relations {
namespace {

/// A dyad while it is summed.
struct Sum {
  Dyad dyad;
  double acts_felt = 0;
};

void count(Counts& counts, const Deed& deed) {
  ++counts.acts;
  const auto type = static_cast<std::size_t>(deed.type);
  if (type < counts.types.size()) ++counts.types[type];
  if (deed.quad > 0) ++counts.quads[deed.quad - 1U];
  if (deed.standing == Standing::established) ++counts.established;
  if (deed.standing == Standing::claimed) ++counts.claimed;
  if (deed.standing == Standing::disputed) ++counts.disputed;
  counts.reports += deed.reports;
}

void add(Sum& sum, const Deed& deed, double part) {
  count(sum.dyad.counts, deed);
  sum.dyad.goldstein.add(deed.goldstein);
  sum.dyad.plover.add(deed.plover);
  sum.dyad.felt.add(deed.goldstein, part);
  sum.acts_felt += part;
  if (!deed.when.known()) return;
  Dyad& dyad = sum.dyad;
  dyad.first = dyad.first == no_day ? deed.when.first : std::min(dyad.first, deed.when.first);
  dyad.last = std::max(dyad.last, deed.when.last);
}

void normalise(Sum& sum, const Volume& volume) {
  constexpr double per_reports = 100;
  if (volume.acts > 0) sum.dyad.share = sum.acts_felt / volume.acts;
  if (volume.reports <= 0) return;
  sum.dyad.per_report.cooperation = per_reports * sum.dyad.felt.cooperation / volume.reports;
  sum.dyad.per_report.conflict = per_reports * sum.dyad.felt.conflict / volume.reports;
}

}  // namespace

Day last_day(const Deeds& deeds) {
  Day last = no_day;
  for (const Deed& deed : deeds.all) last = std::max(last, deed.when.last);
  return last;
}

Volume volume_at(const Deeds& deeds, Day at, double half_life) {
  Volume volume;
  for (const Deed& deed : deeds.all) {
    const double part = felt(deed.when, at, half_life);
    volume.acts += part;
    volume.reports += part * deed.reports;
  }
  return volume;
}

Volume volume_at(std::span<const DayVolume> volumes, Day at, double half_life) {
  Volume volume;
  for (const DayVolume& day : volumes) {
    const double part = felt(day.when, at, half_life);
    volume.acts += part * day.acts;
    volume.reports += part * day.reports;
  }
  return volume;
}

std::vector<Dyad> dyads_of(const Deeds& deeds, const DyadOptions& options) {
  const Day at = options.at == no_day ? last_day(deeds) : options.at;
  std::unordered_map<std::uint64_t, std::size_t> places;
  std::vector<Sum> sums;
  for (const Deed& deed : deeds.all) {
    const double part = felt(deed.when, at, options.half_life);
    for (const auto& [actor, recipient] : deed.pairs) {
      const std::uint64_t key = (std::uint64_t{actor} << 32U) | recipient;
      const auto [place, added] = places.try_emplace(key, sums.size());
      if (added) {
        sums.emplace_back();
        sums.back().dyad.actor = actor;
        sums.back().dyad.recipient = recipient;
      }
      add(sums[place->second], deed, part);
    }
  }
  const Volume volume = options.volume ? *options.volume : volume_at(deeds, at, options.half_life);
  std::vector<Dyad> dyads;
  dyads.reserve(sums.size());
  for (Sum& sum : sums) {
    normalise(sum, volume);
    dyads.push_back(sum.dyad);
  }
  std::ranges::sort(dyads, [&](const Dyad& a, const Dyad& b) {
    if (a.counts.acts != b.counts.acts) return a.counts.acts > b.counts.acts;
    if (a.actor != b.actor) return deeds.codes[a.actor] < deeds.codes[b.actor];
    return deeds.codes[a.recipient] < deeds.codes[b.recipient];
  });
  return dyads;
}

}  // namespace entente::relations
