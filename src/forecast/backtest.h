// Forecasts of days that are past: each from what was known before it, scored by what happened.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "forecast/calibration.h"
#include "forecast/model.h"
#include "forecast/quads.h"

namespace entente::forecast {

/// How high right answers were ranked.
struct Ranks {
  std::uint64_t questions = 0;
  double reciprocal = 0;  ///< sum of 1 / rank
  std::uint64_t first = 0, among_3 = 0, among_10 = 0;
  void add(double rank);
  void add(const Ranks& other);
  [[nodiscard]] double mean_reciprocal() const;
  [[nodiscard]] double share(std::uint64_t hits) const;
};

/// An act of the span asked for from one end.
struct Answered {
  Act act;
  bool recipient_asked = true;    ///< else the actor
  double rank = 0;                ///< other right answers of the same day left out
  std::span<const Weighted> top;  ///< best first, before anything is left out
};

struct BacktestOptions {
  bool on_valid = false;  ///< forecast the validation span; the test span is not looked at
  bool calibrate = true;
  std::size_t threads = 0;
  ModelOptions model;
  std::size_t ranker_questions = 36'000;  ///< the ranker learns from about so many of the last ones
  /// Called for every act and end, in the order of the file.
  std::function<void(const Answered&)> each;
};

struct Backtest {
  Ranks recipients, actors;
  std::vector<Reliability> reliability;  ///< by horizon
  [[nodiscard]] Ranks both() const;
};

[[nodiscard]] Backtest backtest(const Quads& quads, const BacktestOptions& options);

/// A line of a file of ranks, as docs/formats.md has it.
void append_rank(std::string& out, const Quads& quads, const Answered& answered);

}  // namespace entente::forecast
