// The ids that were given, in 19 bytes each at most whatever their length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// A set of strings known by 64 bits each: of a billion, two different ones are taken for the same
/// with a chance of one in thirty-seven.
class IdSet {
 public:
  /// True when the id was not there before.
  bool insert(std::string_view id) {
    if ((size_ + 1) * 8 > slots_.size() * 7) grow();
    if (!place(fingerprint(id))) return false;
    ++size_;
    return true;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  // FNV-1a, with the bits mixed once more so that the low ones can be used. Never 0.
  static std::uint64_t fingerprint(std::string_view id) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15;
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
  }
  bool place(std::uint64_t print) {
    std::size_t at = static_cast<std::size_t>(print) & (slots_.size() - 1);
    while (slots_[at] != 0) {
      if (slots_[at] == print) return false;
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = print;
    return true;
  }
  void grow() {
    std::vector<std::uint64_t> old(slots_.empty() ? 1024 : slots_.size() * 2, 0);
    old.swap(slots_);
    for (const std::uint64_t print : old) {
      if (print != 0) place(print);
    }
  }
  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace entente
