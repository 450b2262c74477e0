// A feature's part is the change of the expected score where a path asks for it.
#include "forecast/trees.h"

namespace entente::forecast {

float Trees::score(const float* features) const {
  float sum = 0;
  for (const Tree& tree : trees_) {
    const Split* node = tree.data();
    while (node->feature >= 0) {
      node = tree.data() + (features[node->feature] <= node->threshold ? node->left : node->right);
    }
    sum += node->value;
  }
  return sum;
}

void Trees::contributions(const float* features, std::span<double> parts) const {
  for (const Tree& tree : trees_) {
    const Split* node = tree.data();
    while (node->feature >= 0) {
      const Split* next =
          tree.data() + (features[node->feature] <= node->threshold ? node->left : node->right);
      parts[static_cast<std::size_t>(node->feature)] += next->value - node->value;
      node = next;
    }
  }
}

double Trees::base() const {
  double sum = 0;
  for (const Tree& tree : trees_) sum += tree.front().value;
  return sum;
}

}  // namespace entente::forecast
