// Shares of the softmax over a question, and the logistic function.
#include "forecast/losses.h"

#include <algorithm>
#include <cmath>

namespace entente::forecast {

void listwise_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes) {
  const float top = *std::ranges::max_element(scores);
  double wrong = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!labels[i]) wrong += std::exp(static_cast<double>(scores[i] - top));
  }
  double once = 0, twice = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!labels[i]) continue;
    const double own = std::exp(static_cast<double>(scores[i] - top));
    const double whole = wrong + own;
    if (whole <= 0) continue;
    once += 1 / whole;
    twice += 1 / (whole * whole);
    const double share = own / whole;
    slopes[i] = {static_cast<float>(share - 1), static_cast<float>(share * (1 - share))};
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (labels[i]) continue;
    const double own = std::exp(static_cast<double>(scores[i] - top));
    slopes[i] = {static_cast<float>(own * once),
                 static_cast<float>(std::max(0.0, own * once - own * own * twice))};
  }
}

void logistic_loss(std::span<const float> scores, std::span<const std::uint8_t> labels,
                   std::span<Slope> slopes) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const float p = 1.0F / (1.0F + std::exp(-scores[i]));
    slopes[i] = {p - static_cast<float>(labels[i]), p * (1 - p)};
  }
}

}  // namespace entente::forecast
