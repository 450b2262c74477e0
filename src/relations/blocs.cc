// Blocs by the Leiden algorithm (V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9,
// 2019) on signed weights.
#include "relations/blocs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "relations/graph.h"

namespace entente::relations {
namespace {

using Membership = std::vector<std::uint32_t>;

/// The friendly weight that a pair taken by chance has.
double expected_weight(const Network& network) {
  const auto n = static_cast<double>(network.actors.size());
  double friendly = 0;
  for (const Tie& tie : network.ties) friendly += std::max(0.0, tie.weight);
  return n < 2 ? 0 : friendly / (n * (n - 1) / 2);
}

/// Sum over pairs within one bloc of their weight minus what is expected.
double quality_of(const Network& network, const Membership& of, double expected) {
  double quality = 0;
  for (const Tie& tie : network.ties) {
    if (of[tie.a] == of[tie.b]) quality += tie.weight;
  }
  std::map<std::uint32_t, double> sizes;
  for (const std::uint32_t bloc : of) sizes[bloc] += 1;
  for (const auto& [bloc, size] : sizes) quality -= expected * size * (size - 1) / 2;
  return quality;
}

double frustration_of(const Network& network, const Membership& of) {
  double frustrated = 0, all = 0;
  for (const Tie& tie : network.ties) {
    all += std::abs(tie.weight);
    if ((tie.weight < 0) == (of[tie.a] == of[tie.b])) frustrated += std::abs(tie.weight);
  }
  return all > 0 ? frustrated / all : 0;
}

/// The largest bloc first, then by first actor.
Blocs numbered(const Membership& of) {
  std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> order;  // size, first actor
  for (std::size_t i = 0; i < of.size(); ++i) {
    ++order.try_emplace(of[i], 0, i).first->second.first;
  }
  std::vector<std::uint32_t> blocs;
  for (const auto& [bloc, place] : order) blocs.push_back(bloc);
  std::ranges::sort(blocs, [&](std::uint32_t a, std::uint32_t b) {
    const auto& [size_a, first_a] = order[a];
    const auto& [size_b, first_b] = order[b];
    return size_a != size_b ? size_a > size_b : first_a < first_b;
  });
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (const std::uint32_t bloc : blocs) {
    numbers.emplace(bloc, static_cast<std::uint32_t>(numbers.size()));
  }
  Blocs found;
  found.count = static_cast<std::uint32_t>(blocs.size());
  for (const std::uint32_t bloc : of) found.of.push_back(numbers[bloc]);
  return found;
}

Membership leiden(const Network& network, const Graph& graph, Numbers& weights, double gamma) {
  constexpr double randomness = 0.01;  // of the refinement, as its authors advise
  // A number, because igraph 0.10.2 does not end where it is told to iterate until nothing changes
  // and nothing does.
  constexpr igraph_integer_t iterations = 10;
  Integers membership(network.actors.size());
  check_graph(igraph_community_leiden(graph.get(), weights.get(), nullptr, gamma, randomness, false,
                                      iterations, membership.get(), nullptr, nullptr));
  Membership of(network.actors.size());
  for (std::size_t i = 0; i < of.size(); ++i) of[i] = static_cast<std::uint32_t>(membership[i]);
  return of;
}

/// How well an actor is tied to the others of its bloc.
std::vector<double> belonging(const Network& network, const Blocs& blocs) {
  std::vector<double> weights(network.actors.size(), 0);
  for (const Tie& tie : network.ties) {
    if (blocs.of[tie.a] != blocs.of[tie.b]) continue;
    weights[tie.a] += tie.weight;
    weights[tie.b] += tie.weight;
  }
  return weights;
}

using Names = std::set<std::string>;

Names both(const Names& a, const Names& b) {
  Names found;
  std::ranges::set_intersection(a, b, std::inserter(found, found.end()));
  return found;
}

std::vector<Names> sets_of(const Network& network, const Blocs& blocs) {
  std::vector<Names> sets(blocs.count);
  for (std::size_t i = 0; i < blocs.of.size(); ++i) sets[blocs.of[i]].insert(network.actors[i]);
  return sets;
}

/// The actors of `names` that are not in `others`, told apart by whether `all` has them.
void part(const Names& names, const Names& others, const Names& all,
          std::vector<std::string>& moved, std::vector<std::string>& gone) {
  for (const std::string& name : names) {
    if (others.contains(name)) continue;
    (all.contains(name) ? moved : gone).push_back(name);
  }
}

/// An earlier and a later bloc that share actors.
struct Match {
  double overlap = 0;
  int before = -1, after = -1;
};

std::vector<Match> matches_of(const std::vector<Names>& before, const std::vector<Names>& after) {
  std::vector<Match> candidates;
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t j = 0; j < after.size(); ++j) {
      const auto shared = static_cast<double>(both(before[i], after[j]).size());
      if (shared == 0) continue;
      const auto either = static_cast<double>(before[i].size() + after[j].size()) - shared;
      candidates.push_back({shared / either, static_cast<int>(i), static_cast<int>(j)});
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Match::overlap);
  std::set<int> used_before, used_after;
  std::vector<Match> matches;
  for (const Match& match : candidates) {
    if (used_before.contains(match.before) || used_after.contains(match.after)) continue;
    used_before.insert(match.before);
    used_after.insert(match.after);
    matches.push_back(match);
  }
  for (int i = 0; i < static_cast<int>(before.size()); ++i) {
    if (!used_before.contains(i)) matches.push_back({0, i, -1});
  }
  for (int j = 0; j < static_cast<int>(after.size()); ++j) {
    if (!used_after.contains(j)) matches.push_back({0, -1, j});
  }
  return matches;
}

}  // namespace

Blocs blocs_of(const Network& network, const BlocOptions& options) {
  if (network.actors.empty()) return {};
  const double expected = options.resolution * expected_weight(network);
  constexpr std::uint32_t starts = 10;  // the best of these counts
  Membership best;
  double most = 0;
  for (std::uint32_t start = 0; start < starts; ++start) {
    const GraphSession session(options.seed + start);
    const Graph graph(network, [](const Tie&) { return true; });
    Numbers weights;
    for (const Tie& tie : network.ties) weights.push(tie.weight);
    Membership of = leiden(network, graph, weights, expected);
    const double quality = quality_of(network, of, expected);
    if (!best.empty() && quality <= most) continue;
    most = quality;
    best = std::move(of);
  }
  Blocs blocs = numbered(best);
  blocs.quality = most;
  blocs.frustration = frustration_of(network, blocs.of);
  return blocs;
}

std::vector<std::vector<std::string>> members_of(const Network& network, const Blocs& blocs) {
  const std::vector<double> weights = belonging(network, blocs);
  std::vector<std::size_t> order(network.actors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  std::vector<std::vector<std::string>> members(blocs.count);
  for (const std::size_t i : order) members[blocs.of[i]].push_back(network.actors[i]);
  return members;
}

std::vector<BlocMove> moves_between(const Network& before, const Blocs& blocs_before,
                                    const Network& after, const Blocs& blocs_after) {
  const std::vector<Names> sets_before = sets_of(before, blocs_before);
  const std::vector<Names> sets_after = sets_of(after, blocs_after);
  const Names all_before(before.actors.begin(), before.actors.end());
  const Names all_after(after.actors.begin(), after.actors.end());
  std::vector<BlocMove> moves;
  for (const Match& match : matches_of(sets_before, sets_after)) {
    BlocMove& move = moves.emplace_back();
    move.before = match.before;
    move.after = match.after;
    move.overlap = match.overlap;
    const Names old =
        match.before < 0 ? Names() : sets_before[static_cast<std::size_t>(match.before)];
    const Names now = match.after < 0 ? Names() : sets_after[static_cast<std::size_t>(match.after)];
    for (const std::string& name : both(old, now)) move.stayed.push_back(name);
    part(now, old, all_before, move.joined, move.appeared);
    part(old, now, all_after, move.left, move.vanished);
  }
  std::ranges::stable_sort(moves, {}, [](const BlocMove& move) {
    return std::tuple(move.after < 0, move.after, move.before);
  });
  return moves;
}

}  // namespace entente::relations
