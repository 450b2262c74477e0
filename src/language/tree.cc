// Chu-Liu and Edmonds' algorithm on a dense matrix of arcs.
#include "language/tree.h"

#include <algorithm>

namespace entente {

void TreeDecoder::decode(std::span<const float> scores, std::span<std::int32_t> heads) {
  if (heads.empty()) return;
  take_best_heads(scores, heads);
  if (is_tree(heads)) return;
  load(scores, heads.size());
  for (std::size_t node = 1; node < nodes_; ++node) choose(node);
  while (find_cycle()) contract();
  expand(heads);
}

void TreeDecoder::take_best_heads(std::span<const float> scores,
                                  std::span<std::int32_t> heads) const {
  const std::size_t nodes = heads.size() + 1;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const float* row = &scores[i * nodes];
    std::size_t best = 0;
    for (std::size_t j = 1; j < nodes; ++j) {
      if (j != i + 1 && row[j] > row[best]) best = j;
    }
    heads[i] = static_cast<std::int32_t>(best) - 1;
  }
}

bool TreeDecoder::is_tree(std::span<const std::int32_t> heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  mark_.assign(heads.size(), 0);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto round = static_cast<std::uint32_t>(i + 1);
    auto at = static_cast<std::int32_t>(i);
    while (at >= 0 && mark_[static_cast<std::size_t>(at)] == 0) {
      mark_[static_cast<std::size_t>(at)] = round;
      at = heads[static_cast<std::size_t>(at)];
    }
    if (at >= 0 && mark_[static_cast<std::size_t>(at)] == round) return false;
  }
  return true;
}

void TreeDecoder::load(std::span<const float> scores, std::size_t words) {
  nodes_ = words + 1;
  const auto [low, high] = std::minmax_element(scores.begin(), scores.end());
  // More than any tree can gain by a second child of the root: the best tree has only one.
  const double penalty =
      (static_cast<double>(*high) - static_cast<double>(*low) + 1.0) * static_cast<double>(nodes_);
  arcs_.resize(nodes_ * nodes_);
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t j = 0; j < nodes_; ++j) {
      const double score = static_cast<double>(scores[i * nodes_ + j]);
      arc(j, i + 1) = {j == 0 ? score - penalty : score, static_cast<std::int32_t>(j),
                       static_cast<std::int32_t>(i + 1)};
    }
  }
  active_.assign(nodes_, 1);
  best_.assign(nodes_, 0);
  component_.resize(nodes_);
  for (std::size_t i = 0; i < nodes_; ++i) component_[i] = i;
  parent_.assign(nodes_, 0);
  entering_.resize(nodes_);
}

void TreeDecoder::choose(std::size_t dependent) {
  std::size_t best = dependent == 0 ? 1 : 0;
  for (std::size_t head = 1; head < nodes_; ++head) {
    if (active_[head] == 0 || head == dependent) continue;
    if (arc(head, dependent).score > arc(best, dependent).score) best = head;
  }
  best_[dependent] = best;
}

bool TreeDecoder::find_cycle() {
  mark_.assign(nodes_, 0);
  for (std::size_t start = 1; start < nodes_; ++start) {
    if (active_[start] == 0) continue;
    std::size_t at = start;
    while (at != 0 && mark_[at] == 0) {
      mark_[at] = static_cast<std::uint32_t>(start);
      at = best_[at];
    }
    if (at == 0 || mark_[at] != start) continue;
    cycle_.clear();
    for (std::size_t member = at; cycle_.empty() || member != at; member = best_[member]) {
      cycle_.push_back(member);
    }
    return true;
  }
  return false;
}

/// Joins the cycle into the slot of its first member.
void TreeDecoder::contract() {
  const std::size_t joined = parent_.size();
  parent_.push_back(0);
  entering_.push_back({});
  double whole = 0.0;
  for (const std::size_t member : cycle_) {
    parent_[component_[member]] = joined;
    entering_[component_[member]] = arc(best_[member], member);
    whole += arc(best_[member], member).score;
    active_[member] = 0;
  }
  const std::size_t slot = cycle_.front();
  for (std::size_t other = 0; other < nodes_; ++other) {
    if (active_[other] == 0) continue;
    Arc in{}, out{};
    bool first = true;
    for (const std::size_t member : cycle_) {
      Arc into = arc(other, member);
      into.score += whole - arc(best_[member], member).score;
      if (first || into.score > in.score) in = into;
      if (first || arc(member, other).score > out.score) out = arc(member, other);
      first = false;
    }
    // The members' arcs to `other` are read before any is overwritten; those between members stay.
    arc(other, slot) = in;
    if (other != 0) arc(slot, other) = out;
  }
  active_[slot] = 1;
  component_[slot] = joined;
  choose(slot);
  for (std::size_t other = 1; other < nodes_; ++other) {
    if (active_[other] == 0 || other == slot) continue;
    if (std::find(cycle_.begin(), cycle_.end(), best_[other]) != cycle_.end()) choose(other);
  }
}

/// Opens the joined components again, the last first; the arc into one breaks its cycle.
void TreeDecoder::expand(std::span<std::int32_t> heads) {
  for (std::size_t slot = 1; slot < nodes_; ++slot) {
    if (active_[slot] != 0) entering_[component_[slot]] = arc(best_[slot], slot);
  }
  for (std::size_t joined = parent_.size(); joined-- > nodes_;) {
    auto member = static_cast<std::size_t>(entering_[joined].dependent);
    while (parent_[member] != joined) member = parent_[member];
    entering_[member] = entering_[joined];
  }
  for (std::size_t i = 0; i < heads.size(); ++i) heads[i] = entering_[i + 1].head - 1;
}

}  // namespace entente
