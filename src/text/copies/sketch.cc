// MinHash with four bits a minimum, read the Bayesian way: which shares explain what agrees.
#include "text/copies/sketch.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double by_chance = 1.0 / 16;  // four bits agree without a cause
constexpr double half = 0.5;
// Of texts that are compared, most only have a phrase in common.
constexpr double prior_of_copies = 0.3;

using Seeds = std::array<std::uint32_t, Sketch::size>;

constexpr Seeds make_seeds() {
  Seeds seeds{};
  std::uint64_t state = 0x243F6A8885A308D3ULL;
  for (std::uint32_t& seed : seeds) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    seed = static_cast<std::uint32_t>(state >> 32);
  }
  return seeds;
}
constexpr Seeds seeds = make_seeds();

// The smallest value of each of `count` hash functions over the runs.
void take_minima(std::span<const std::uint32_t> runs, const std::uint32_t* seed, std::size_t count,
                 std::uint32_t* minima) {
  std::fill_n(minima, count, UINT32_MAX);
  for (const std::uint32_t run : runs) {
    for (std::size_t i = 0; i < count; ++i) {
      std::uint32_t value = (run ^ seed[i]) * 0x85EBCA6BU;
      value = (value ^ (value >> 15)) * 0xC2B2AE35U;
      minima[i] = std::min(minima[i], value);
    }
  }
}

std::uint8_t minimum(const Sketch& sketch, std::size_t i) {
  return static_cast<std::uint8_t>((sketch.pairs[i / 2] >> (i % 2 * 4)) & 15U);
}

std::size_t agreeing(const Sketch& a, const Sketch& b, std::size_t begin, std::size_t end) {
  std::size_t same = 0;
  for (std::size_t i = begin; i < end; ++i) same += minimum(a, i) == minimum(b, i) ? 1 : 0;
  return same;
}

// How likely `hits` of `tries` are, but for a factor that does not depend on `chance`.
double likelihood(std::size_t hits, std::size_t tries, double chance) {
  return std::pow(chance, static_cast<double>(hits)) *
         std::pow(1 - chance, static_cast<double>(tries - hits));
}

// That minima of sets of `a` and `b` elements agree, when `share` of the smaller is in both.
double agreement(double share, double a, double b) {
  const double both = share * std::min(a, b);
  const double resemblance = both / (a + b - both);
  return by_chance + (1 - by_chance) * resemblance;
}

// What speaks for each share of the shorter text that may be in the other.
class Evidence {
 public:
  Evidence(const Sketch& first, const Sketch& second, std::size_t samples)
      : a_(first.runs), b_(second.runs), samples_(std::min(samples, most_samples)) {
    whole_ = agreeing(first, second, 0, Sketch::whole_minima);
    heads_ = agreeing(first, second, Sketch::whole_minima, Sketch::size);
  }
  [[nodiscard]] double of(double share) const {
    return likelihood(whole_, Sketch::whole_minima, agreement(share, a_, b_)) * of_heads(share) *
           of_samples(share);
  }

 private:
  // One story mostly begins in one way, whatever follows; different ones hardly ever do.
  [[nodiscard]] double of_heads(double share) const {
    constexpr double same_beginning = 0.9;
    const double begins_alike = share >= half ? 0.7 : 0.02;
    const double a = std::min<double>(a_, Sketch::head_runs);
    const double b = std::min<double>(b_, Sketch::head_runs);
    const double alike = likelihood(heads_, Sketch::head_minima, agreement(same_beginning, a, b));
    const double other = likelihood(heads_, Sketch::head_minima, agreement(share / 2, a, b));
    return begins_alike * alike + (1 - begins_alike) * other;
  }
  // Two in five samples are of the beginning, where a cut text still has them. Without any sample
  // in common the texts would not be compared.
  [[nodiscard]] double of_samples(double share) const {
    const double found = std::max(share * std::min(1.0, a_ / b_), 0.4 * share);
    const double any = 1 - std::pow(1 - found, static_cast<double>(most_samples));
    return likelihood(samples_, most_samples, found) / any;
  }

  double a_, b_;
  std::size_t samples_, whole_ = 0, heads_ = 0;
};

}  // namespace

Sketch sketch_of(std::span<const std::uint32_t> runs) {
  std::array<std::uint32_t, Sketch::size> minima{};
  take_minima(runs, seeds.data(), Sketch::whole_minima, minima.data());
  take_minima(runs.first(std::min(runs.size(), Sketch::head_runs)),
              seeds.data() + Sketch::whole_minima, Sketch::head_minima,
              minima.data() + Sketch::whole_minima);
  Sketch sketch;
  for (std::size_t i = 0; i < minima.size(); ++i) {
    const std::uint32_t bits = ((minima[i] * 0x9E3779B1U) >> 28) << (i % 2 * 4);
    sketch.pairs[i / 2] = static_cast<std::uint8_t>(sketch.pairs[i / 2] | bits);
  }
  sketch.runs = static_cast<std::uint16_t>(std::min<std::size_t>(runs.size(), UINT16_MAX));
  return sketch;
}

Overlap compare(const Sketch& first, const Sketch& second, std::size_t samples) {
  if (first.runs == 0 || second.runs == 0) return {};
  constexpr int steps = 20;
  const Evidence evidence(first, second, samples);
  double all = 0, copies = 0, shared = 0;
  for (int i = 0; i < steps; ++i) {
    const double share = (i + 0.5) / steps;
    const double before = share >= half ? prior_of_copies : 1 - prior_of_copies;
    const double weight = before * evidence.of(share);
    all += weight;
    copies += share >= half ? weight : 0;
    shared += share * weight;
  }
  const double smaller = std::min(first.runs, second.runs);
  const double runs = shared / all * smaller;
  return {copies / all, runs / first.runs, runs / second.runs};
}

}  // namespace entente
