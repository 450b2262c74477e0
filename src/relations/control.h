// Chains of control: who answers to whom, up to the principal.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relations/standing.h"

namespace entente::relations {

/// One step up: `lower` answers to `upper` within these days (no_day: open).
struct Command {
  std::string lower, upper;
  Day from = no_day, until = no_day;
  std::uint32_t weight = 0;  ///< documents that tell it; kinship outweighs all
  std::string entry;         ///< where it comes from: "kinship.txt:12", "act 17", "sector"
};

/// Immutable once built.
class Control {
 public:
  /// From relations of type controls; others are passed over.
  explicit Control(std::span<const StandingRelation> relations);

  /// The steps from `code` up to whom nobody commands, on `day` (no_day: any day). Sectors answer
  /// to their state. Of several that command one, the best attested counts, then the first by code.
  /// Ends where it would come back.
  [[nodiscard]] std::vector<Command> chain(std::string_view code, Day day = no_day) const;
  /// The last of the chain without its sector; the code itself where nobody commands it.
  [[nodiscard]] std::string principal(std::string_view code, Day day = no_day) const;

  /// Codes that have a principal of that code on some day, in order; not itself.
  [[nodiscard]] std::vector<std::string> agents(std::string_view principal) const;

 private:
  [[nodiscard]] const Command* step(std::string_view code, Day day) const;
  std::multimap<std::string, Command, std::less<>> above_;
};

/// The acts with each actor that answers to another replaced by its principal on the act's day.
/// Recipients stay: to strike a proxy is not to strike its principal.
[[nodiscard]] std::vector<Act> rolled_up(std::span<const Act> acts, const Control& control);

}  // namespace entente::relations
