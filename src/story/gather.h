// Reports that tell of one act brought together.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "story/report.h"

namespace entente {

/// Two reports and what speaks for their being one act.
struct LinkedPair {
  std::int64_t a = 0, b = 0;
  double score = 0;
};

/// Nodes that links connect, each group ascending, groups by their first node. A group of more than
/// `most` is parted by leaving out its weakest links.
[[nodiscard]] std::vector<std::vector<std::int64_t>> connected(std::vector<std::int64_t> nodes,
                                                               const std::vector<LinkedPair>& links,
                                                               std::size_t most);

/// Scores of pairs of reports by their places in a list, 0 where they were not compared.
using ScoreOf = std::function<double(std::size_t, std::size_t)>;

/// A score that says never, or always: what a user has decided.
inline constexpr double never = -1e6, always = 1e6;

/// Groups of places below `count`, by average linkage (Sokal and Michener 1958): the two groups
/// whose pairs score best on average are joined as long as that is above 0 and no pair of theirs
/// scores below `veto`. Each group ascending, groups by their first place; the same whatever the
/// order of work.
[[nodiscard]] std::vector<std::vector<std::size_t>> gather(std::size_t count, const ScoreOf& score,
                                                           double veto);

}  // namespace entente
