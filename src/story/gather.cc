// Groups are small: connected() sees to that, so that joining may look at all pairs.
#include "story/gather.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

// Of the best pair between two groups, against the mean of all: reports of one act need not all be
// alike, if each is like another.
constexpr double weight_of_best = 0.6;

/// Disjoint sets over places in a sorted list of nodes.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

std::size_t place_of(const std::vector<std::int64_t>& nodes, std::int64_t node) {
  return static_cast<std::size_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
}

std::vector<std::vector<std::int64_t>> groups_of(const std::vector<std::int64_t>& nodes,
                                                 const std::vector<LinkedPair>& links) {
  Sets sets(nodes.size());
  for (const LinkedPair& link : links) sets.join(place_of(nodes, link.a), place_of(nodes, link.b));
  std::map<std::size_t, std::vector<std::int64_t>> by_root;
  for (std::size_t i = 0; i < nodes.size(); ++i) by_root[sets.root(i)].push_back(nodes[i]);
  std::vector<std::vector<std::int64_t>> groups;
  for (auto& [root, group] : by_root) groups.push_back(std::move(group));
  return groups;
}

/// Links within a group, but for its weakest half.
std::vector<LinkedPair> stronger_half(const std::vector<std::int64_t>& group,
                                      const std::vector<LinkedPair>& links) {
  std::vector<LinkedPair> inside;
  for (const LinkedPair& link : links) {
    if (std::ranges::binary_search(group, link.a) && std::ranges::binary_search(group, link.b)) {
      inside.push_back(link);
    }
  }
  std::ranges::sort(inside, [](const LinkedPair& x, const LinkedPair& y) {
    if (x.score != y.score) return x.score > y.score;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  inside.resize(inside.size() / 2);
  return inside;
}

/// Sums, least scores and sizes of groups that are joined step by step.
class Joining {
 public:
  Joining(std::size_t count, const ScoreOf& score)
      : count_(count),
        sum_(count * count),
        least_(count * count),
        best_(count * count),
        groups_(count) {
    for (std::size_t i = 0; i < count; ++i) {
      groups_[i] = {i};
      for (std::size_t j = i + 1; j < count; ++j) {
        at(sum_, i, j) = at(least_, i, j) = at(best_, i, j) = score(i, j);
      }
    }
  }

  void run(double veto) {
    while (true) {
      std::size_t first = 0, second = 0;
      double best = 0;
      for (std::size_t i = 0; i < count_; ++i) {
        if (groups_[i].empty()) continue;
        for (std::size_t j = i + 1; j < count_; ++j) {
          if (groups_[j].empty()) continue;
          const double mean = mean_of(i, j, veto);
          if (mean > best) {
            best = mean;
            first = i;
            second = j;
          }
        }
      }
      if (best <= 0) return;
      join(first, second);
    }
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() {
    std::vector<std::vector<std::size_t>> found;
    for (std::vector<std::size_t>& group : groups_) {
      if (group.empty()) continue;
      std::ranges::sort(group);
      found.push_back(std::move(group));
    }
    std::ranges::sort(found);
    return found;
  }

 private:
  double& at(std::vector<double>& table, std::size_t i, std::size_t j) {
    return table[std::min(i, j) * count_ + std::max(i, j)];
  }
  double mean_of(std::size_t i, std::size_t j, double veto) {
    const double sum = at(sum_, i, j);
    const bool forced = sum > always / 2;
    if (!forced && at(least_, i, j) < veto) return -1;
    return weight_of_best * at(best_, i, j) +
           (1 - weight_of_best) * sum / static_cast<double>(groups_[i].size() * groups_[j].size());
  }
  void join(std::size_t into, std::size_t from) {
    for (std::size_t k = 0; k < count_; ++k) {
      if (k == into || k == from || groups_[k].empty()) continue;
      at(sum_, into, k) += at(sum_, from, k);
      at(best_, into, k) = std::max(at(best_, into, k), at(best_, from, k));
      at(least_, into, k) = std::min(at(least_, into, k), at(least_, from, k));
    }
    groups_[into].insert(groups_[into].end(), groups_[from].begin(), groups_[from].end());
    groups_[from].clear();
  }

  std::size_t count_;
  std::vector<double> sum_, least_, best_;
  std::vector<std::vector<std::size_t>> groups_;
};

}  // namespace

std::vector<std::vector<std::int64_t>> connected(std::vector<std::int64_t> nodes,
                                                 const std::vector<LinkedPair>& links,
                                                 std::size_t most) {
  std::ranges::sort(nodes);
  std::vector<std::vector<std::int64_t>> done;
  for (std::vector<std::int64_t>& group : groups_of(nodes, links)) {
    if (group.size() <= most) {
      done.push_back(std::move(group));
      continue;
    }
    const std::vector<LinkedPair> stronger = stronger_half(group, links);
    for (auto& part : connected(std::move(group), stronger, most)) {
      done.push_back(std::move(part));
    }
  }
  std::ranges::sort(done);
  return done;
}

std::vector<std::vector<std::size_t>> gather(std::size_t count, const ScoreOf& score, double veto) {
  Joining joining(count, score);
  joining.run(veto);
  return joining.groups();
}

}  // namespace entente
