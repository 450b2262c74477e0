// How wrong scores are, as the slopes along which trees better them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace entente::forecast {

struct Slope {
  float gradient = 0, curvature = 0;
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

}  // namespace entente::forecast
