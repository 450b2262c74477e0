// What is likely as of a day, how that changed in a month, what it rests on, and whether such
// forecasts were any good lately.
#pragma once

#include <optional>
#include <vector>

#include "forecast/follow_ups.h"
#include "forecast/forecaster.h"
#include "forecast/scorecard.h"

namespace entente::forecast {

struct OutlookAsked {
  ActsAsked acts;
  Day horizon = 30;
  Day today = 0;
  std::size_t limit = 20;
  std::size_t threads = 0;
  std::set<std::string> without;  ///< families left out
};

/// A likely act.
struct Prospect {
  Chance chance;
  std::optional<double> month_before;  ///< its probability as of 30 days before
  Day last = -1;                       ///< the day it happened last; -1: never
  std::vector<Reason> reasons;         ///< by family; none where nothing could be learnt
  std::vector<FollowUp> rules;         ///< those that fired on the pair
  std::vector<Act> acts;  ///< past acts behind it, those of the weightiest reasons first
};

struct Outlook {
  std::vector<Prospect> prospects;  ///< likeliest first
  std::uint64_t weighed = 0;        ///< acts that were asked about
  Scores proof;  ///< of forecasts made in the last weeks whose end is known, as of each day only
                 ///< from what was told by then
};

[[nodiscard]] Outlook outlook(const Timeline& timeline, const OutlookAsked& asked);

}  // namespace entente::forecast
