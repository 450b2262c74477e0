// Dates in running text, resolved against the day of publication; the words come from the data.
#pragma once

#include <vector>

#include "world/naming.h"
#include "world/world.h"

namespace entente {

class Calendar {
 public:
  void read(const std::string&, DataFiles&) {}
  void name_days(TextSet&) const {}
  [[nodiscard]] std::vector<TimeMention> times(const Sentence&, const WorldContext&) const {
    return {};
  }
};

}  // namespace entente
