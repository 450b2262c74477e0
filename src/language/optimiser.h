// Adam (Kingma and Ba 2015), for dense parameters and, row by row, for embedding tables.
#pragma once

#include <cstdint>
#include <vector>

#include "language/network.h"

namespace entente {

class Optimiser {
 public:
  explicit Optimiser(const Weights& weights);
  /// One step down `gradients`, whose norm is held to `largest_norm`; clears them.
  void step(Gradients& gradients, float rate, float largest_norm, Weights& weights);

 private:
  struct Moments {
    std::vector<float> first, second;
  };
  void update_rows(TableGradient& gradient, float scale, float rate, Moments& moments,
                   std::vector<float>& values) const;
  Moments dense_, forms_, affixes_, ngrams_;
  std::uint64_t steps_ = 0;
  float first_correction_ = 1.0F, second_correction_ = 1.0F;
};

/// to += from, for the gradients of the shards of a batch; clears `from`.
void merge(Gradients& from, Gradients& to);

}  // namespace entente
