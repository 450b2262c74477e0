// Which types may name one and the same act: "agreed on a truce" and "signed a ceasefire".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/item.h"

namespace entente {

/// Immutable once loaded; shared by threads.
class Nearness {
 public:
  /// Reads <dir>/ontology/nearness.txt of each folder that has it; a later line for two types
  /// replaces the earlier one. Throws Error malformed with file and line.
  explicit Nearness(const std::vector<std::string>& data_dirs);
  static Nearness of_text(std::string_view text);

  /// What the types say for two reports' telling of one act, 0 for the same type; nothing where
  /// they never do.
  [[nodiscard]] std::optional<double> of(ItemType a, ItemType b) const;
  /// What two different modes of a type say.
  [[nodiscard]] double of_modes(ItemType type) const;
  /// What it says that one of two reports has this CAMEO code and the other one another; 0 for
  /// most.
  [[nodiscard]] double of_cameo(std::string_view code) const;
  /// The type and those near it.
  [[nodiscard]] std::vector<ItemType> near(ItemType type) const;

 private:
  Nearness() = default;
  void read(std::string_view text, const std::string& file);
  std::map<std::pair<ItemType, ItemType>, double> weights_;
  std::map<std::string, double, std::less<>> of_cameo_;
};

}  // namespace entente
