// The table is small where there are few relations, as PLOVER has.
#include "forecast/sequels.h"

#include <algorithm>
#include <array>

namespace entente::forecast {
namespace {

constexpr std::array<Day, Sequels::delays> delay_begins = {0, 2, 4, 8, 16, 31, 91};

}  // namespace

Sequels::Sequels(const Extent& extent, std::vector<Day> horizons)
    : ends_(extent.ends()),
      cells_(ends_ * ends_ * delays),
      horizons_(std::move(horizons)),
      table_(cells_ * horizons_.size()),
      all_(horizons_.size()) {}

void Sequels::places(const Tie* tie, RelationId then, Day day,
                     std::vector<std::uint32_t>& places) const {
  places.clear();
  if (!tie) return;
  for (const ActTrace& act : tie->acts) {
    const Day since = std::max<Day>(0, day - act.trace.last);
    const auto above = std::ranges::upper_bound(delay_begins, since);
    const auto delay = static_cast<std::size_t>(above - delay_begins.begin()) - 1;
    places.push_back(static_cast<std::uint32_t>((then * ends_ + act.relation) * delays + delay));
  }
}

void Sequels::learn(std::span<const std::uint32_t> places, std::size_t horizon, bool happened) {
  const float held = happened ? 1.0F : 0.0F;
  for (const std::uint32_t place : places) {
    Cell& cell = table_[horizon * cells_ + place];
    cell.asked += 1;
    cell.held += held;
  }
  all_[horizon].asked += 1;
  all_[horizon].held += held;
}

float Sequels::share(std::uint32_t place, std::size_t horizon) const {
  constexpr float drawn = 5;
  const Cell& all = all_[horizon];
  const Cell& cell = table_[horizon * cells_ + place];
  const float usual = (all.held + 0.5F) / (all.asked + 10);
  return (cell.held + drawn * usual) / (cell.asked + drawn);
}

}  // namespace entente::forecast
