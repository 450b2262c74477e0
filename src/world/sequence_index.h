// A hash index over sequences of name tokens: filled once, then asked for the longest match.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// The key of a sequence is built token by token, so that a text is tried at every length in one
/// pass.
class SequenceKey {
 public:
  void add(std::uint64_t token) { value_ = mix(value_ ^ token); }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  static std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ULL;
    return x ^ (x >> 32);
  }
  std::uint64_t value_ = 0x9E3779B97F4A7C15ULL;
};

/// Payloads by key. Keys are 64-bit hashes that stand for the sequences themselves.
template <typename Payload>
class SequenceIndex {
 public:
  void reserve(std::size_t size) { rows_.reserve(size); }

  void add(std::span<const std::uint64_t> tokens, Payload payload) {
    if (tokens.empty()) return;
    SequenceKey key;
    for (const std::uint64_t token : tokens) key.add(token);
    add(key, tokens.front(), tokens.size(), payload);
  }

  /// The same where the caller has made the key; `first` is its first token.
  void add(const SequenceKey& key, std::uint64_t first, std::size_t length, Payload payload) {
    rows_.push_back({key.value(), first,
                     static_cast<std::uint32_t>(std::min<std::size_t>(length, 255)), payload});
  }

  /// Call once, after the last add().
  void build() {
    std::vector<Ordered> order(rows_.size());
    for (std::uint32_t at = 0; at < order.size(); ++at) order[at] = {rows_[at].key, at};
    std::sort(order.begin(), order.end());
    payloads_.reserve(rows_.size());
    keys_.resize(capacity(rows_.size()));
    firsts_.resize(keys_.size());
    for (std::size_t at = 0; at < order.size();) at = add_group(order, at);
    for (const Row& row : rows_) {
      Slot& slot = slot_of(firsts_, row.first);
      slot.key = row.first;
      slot.count = std::max(slot.count, row.length);
    }
    std::vector<Row>().swap(rows_);
  }

  /// In the order they were added.
  [[nodiscard]] std::span<const Payload> find(std::uint64_t key) const {
    if (keys_.empty()) return {};
    const Slot& slot = slot_of(keys_, key);
    return std::span(payloads_).subspan(slot.begin, slot.count);
  }

  /// The number of tokens of the longest sequence that begins with this one; 0 where none does.
  [[nodiscard]] std::size_t longest(std::uint64_t first) const {
    return firsts_.empty() ? 0 : slot_of(firsts_, first).count;
  }

  [[nodiscard]] std::size_t size() const { return payloads_.size(); }

 private:
  struct Row {
    std::uint64_t key, first;
    std::uint32_t length;
    Payload payload;
  };
  struct Ordered {
    std::uint64_t key;
    std::uint32_t row;
    friend auto operator<=>(const Ordered&, const Ordered&) = default;
  };
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t begin = 0, count = 0;
  };

  static std::size_t capacity(std::size_t size) {
    std::size_t slots = 16;
    while (slots < size * 2) slots *= 2;
    return slots;
  }

  template <typename Slots>
  static auto& slot_of(Slots& slots, std::uint64_t key) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = key & mask;
    while (slots[at].count != 0 && slots[at].key != key) at = (at + 1) & mask;
    return slots[at];
  }

  std::size_t add_group(const std::vector<Ordered>& order, std::size_t at) {
    const std::uint64_t key = order[at].key;
    Slot& slot = slot_of(keys_, key);
    slot.key = key;
    slot.begin = static_cast<std::uint32_t>(payloads_.size());
    for (; at < order.size() && order[at].key == key; ++at) {
      payloads_.push_back(rows_[order[at].row].payload);
      ++slot.count;
    }
    return at;
  }

  std::vector<Row> rows_;
  std::vector<Payload> payloads_;
  std::vector<Slot> keys_, firsts_;
};

}  // namespace entente
