// Learns trees one after another, each from what the ones before it got wrong.
#pragma once

#include "forecast/crew.h"
#include "forecast/examples.h"
#include "forecast/losses.h"
#include "forecast/trees.h"

namespace entente::forecast {

struct BoostOptions {
  std::size_t trees = 300;
  std::size_t leaves = 16;  ///< at most Tree's most_leaves
  float rate = 0.06F;
  float ridge = 10.0F;           ///< added to the curvature of a leaf
  float least_curvature = 1.0F;  ///< of a leaf
  std::size_t least_rows = 40;   ///< of a leaf
  float share_of_groups = 0.5F;  ///< drawn for each tree
  float share_of_features = 0.4F;
  /// Of the rows of those groups, all as steep as `steep` are drawn; of the others a share in
  /// proportion to how steep they are, `least_share` at the least. What is drawn counts for what is
  /// not.
  float steep = 0.05F;
  float least_share = 0.2F;
};

[[nodiscard]] Trees boost(const Examples& examples, const BoostOptions& options, const Loss& loss,
                          Crew& crew);

}  // namespace entente::forecast
