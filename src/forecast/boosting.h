// Learns trees one after another, each from what the ones before it got wrong.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "forecast/crew.h"
#include "forecast/trees.h"

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
  explicit Examples(std::size_t features) : features_(features) {}
  void add_group(std::span<const float> rows, std::span<const std::uint8_t> labels);
  /// To be called once, after the last group.
  void finish();
  [[nodiscard]] std::size_t rows() const { return labels_.size(); }
  [[nodiscard]] std::size_t groups() const { return begins_.size() - 1; }
  [[nodiscard]] std::size_t features() const { return features_; }
  [[nodiscard]] std::uint32_t begin(std::size_t group) const { return begins_[group]; }
  [[nodiscard]] std::uint32_t end(std::size_t group) const { return begins_[group + 1]; }
  [[nodiscard]] std::uint8_t label(std::size_t row) const { return labels_[row]; }
  [[nodiscard]] const std::uint8_t* bins(std::size_t row) const {
    return bins_.data() + row * features_;
  }
  [[nodiscard]] const Cuts& cuts() const { return cuts_; }

 private:
  void settle_cuts();
  void append(std::span<const float> rows);
  std::size_t features_;
  Cuts cuts_;
  std::vector<float> first_rows_;
  std::vector<std::uint8_t> bins_, labels_;
  std::vector<std::uint32_t> begins_{0};
};

struct Slope {
  float gradient = 0, curvature = 0;
};

struct BoostOptions {
  std::size_t trees = 200;
  std::size_t leaves = 16;
  float rate = 0.08F;
  float ridge = 10.0F;           ///< added to the curvature of a leaf
  float least_curvature = 1.0F;  ///< of a leaf
  std::size_t least_rows = 40;   ///< of a leaf
  float share_of_groups = 0.3F;  ///< drawn for each tree
  float share_of_features = 0.4F;
};

/// Fills the slopes of the rows of a group from their scores.
using Loss = std::function<void(std::span<const float> scores, std::span<const std::uint8_t> labels,
                                std::span<Slope> slopes)>;

/// Each right answer against all wrong ones of its question (other right answers left out).
void listwise_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes);
/// Each row by itself: does it happen?
void logistic_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes);

[[nodiscard]] Trees boost(const Examples& examples, const BoostOptions& options, const Loss& loss,
                          Crew& crew);

}  // namespace entente::forecast
