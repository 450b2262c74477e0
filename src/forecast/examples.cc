// Values become classes with about as many rows in each, so that a tree looks at few thresholds.
#include "forecast/examples.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::forecast {
namespace {

constexpr std::size_t most_bins = 64;
constexpr std::size_t rows_for_cuts = 150'000;
constexpr std::size_t rows_sorted = 30'000;  // of them, evenly

std::vector<float> edges_of(std::vector<float> values) {
  std::ranges::sort(values);
  std::vector<float> edges;
  // Many rows share one value (mostly 0): what is above it still deserves its classes.
  for (auto rest = values.cbegin(); rest != values.cend() && edges.size() + 1 < most_bins;) {
    const auto left = static_cast<std::size_t>(values.cend() - rest);
    const std::size_t share = std::max<std::size_t>(1, left / (most_bins - 1 - edges.size()));
    edges.push_back(*(rest + static_cast<std::ptrdiff_t>(share) - 1));
    rest = std::upper_bound(rest, values.cend(), edges.back());
  }
  return edges;
}

}  // namespace

Cuts::Cuts(std::span<const float> rows, std::size_t features) {
  std::vector<float> values;
  const std::size_t step =
      (rows.size() / std::max<std::size_t>(features, 1) / rows_sorted + 1) * features;
  for (std::size_t f = 0; f < features; ++f) {
    values.clear();
    for (std::size_t at = f; at < rows.size(); at += step) values.push_back(rows[at]);
    std::vector<float> edges = edges_of(values);
    edges.resize(most_bins, std::numeric_limits<float>::infinity());
    edges_.push_back(std::move(edges));
  }
}

std::uint8_t Cuts::bin(std::size_t feature, float value) const {
  const float* edges = edges_[feature].data();
  std::size_t at = 0;
  for (std::size_t step = most_bins / 2; step > 0; step /= 2) {
    at += edges[at + step - 1] < value ? step : 0;
  }
  return static_cast<std::uint8_t>(at);
}

void Examples::add_group(std::span<const float> rows, std::span<const std::uint8_t> labels) {
  labels_.insert(labels_.end(), labels.begin(), labels.end());
  begins_.push_back(static_cast<std::uint32_t>(labels_.size()));
  if (!cuts_.empty()) return append(rows);
  first_rows_.insert(first_rows_.end(), rows.begin(), rows.end());
  if (first_rows_.size() >= rows_for_cuts * features_) settle_cuts();
}

void Examples::finish() {
  if (cuts_.empty()) settle_cuts();
}

void Examples::settle_cuts() {
  cuts_ = Cuts(first_rows_, features_);
  append(first_rows_);
  std::vector<float>().swap(first_rows_);
}

void Examples::append(std::span<const float> rows) {
  const std::size_t end = kept_ + rows.size() / features_;
  const std::size_t tiles = (end + rows_per_tile - 1) / rows_per_tile;
  bins_.resize(tiles * rows_per_tile * features_);
  for (const float* values = rows.data(); kept_ < end; ++kept_, values += features_) {
    std::int8_t* to =
        bins_.data() + kept_ / rows_per_tile * rows_per_tile * features_ + kept_ % rows_per_tile;
    for (std::size_t f = 0; f < features_; ++f, to += rows_per_tile) {
      *to = static_cast<std::int8_t>(cuts_.bin(f, values[f]));
    }
  }
}

}  // namespace entente::forecast
