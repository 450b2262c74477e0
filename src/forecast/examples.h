// Rows for learning, kept as classes of values so that a tree looks at few thresholds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::forecast {

/// Where the values of each feature are cut into at most 64 classes.
class Cuts {
 public:
  Cuts() = default;
  /// From rows of `features` values each.
  Cuts(std::span<const float> rows, std::size_t features);
  [[nodiscard]] std::uint8_t bin(std::size_t feature, float value) const;
  [[nodiscard]] float upper(std::size_t feature, std::size_t bin) const {
    return edges_[feature][bin];
  }
  [[nodiscard]] std::size_t features() const { return edges_.size(); }
  [[nodiscard]] bool empty() const { return edges_.empty(); }

 private:
  std::vector<std::vector<float>> edges_;
};

/// Rows for learning, in groups: the candidates of one question. Values are kept as classes; what
/// the classes are is settled by the first rows.
class Examples {
 public:
  static constexpr std::size_t rows_per_tile = 64;
  explicit Examples(std::size_t features) : features_(features) {}
  void add_group(std::span<const float> rows, std::span<const std::uint8_t> labels);
  /// To be called once, after the last group.
  void finish();
  [[nodiscard]] std::size_t rows() const { return labels_.size(); }
  [[nodiscard]] std::size_t groups() const { return begins_.size() - 1; }
  [[nodiscard]] std::size_t features() const { return features_; }
  [[nodiscard]] std::uint32_t begin(std::size_t group) const { return begins_[group]; }
  [[nodiscard]] std::uint32_t end(std::size_t group) const { return begins_[group + 1]; }
  [[nodiscard]] std::span<const std::uint8_t> labels() const { return labels_; }
  /// The classes of a feature for the rows of a tile, one after another; the last tile is filled
  /// up with class 0.
  [[nodiscard]] const std::int8_t* tile(std::size_t tile, std::size_t feature) const {
    return bins_.data() + (tile * features_ + feature) * rows_per_tile;
  }
  [[nodiscard]] std::int8_t bin(std::size_t row, std::size_t feature) const {
    return tile(row / rows_per_tile, feature)[row % rows_per_tile];
  }
  [[nodiscard]] const Cuts& cuts() const { return cuts_; }

 private:
  void settle_cuts();
  void append(std::span<const float> rows);
  std::size_t features_;
  Cuts cuts_;
  std::vector<float> first_rows_;
  std::size_t kept_ = 0;  // rows whose classes are known
  std::vector<std::int8_t> bins_;
  std::vector<std::uint8_t> labels_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace entente::forecast
