// Acts as they count between parties: codes brought to one level, intensities looked up once. All
// measures of this room are taken over deeds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/kinship.h"
#include "record/ontology.h"
#include "story/act.h"

namespace entente::relations {

/// state: sectors are rolled up into their state or organisation ("RUS:MIL" counts as "RUS").
/// sector: codes as they stand.
/// bloc: as state, and parties that are members of a bloc on the day of the act count as each of
/// their blocs, too ("FRA:MIL" as "FRA", "nato", "eu", …), towards all that are no such blocs.
enum class Level : std::uint8_t { state, sector, bloc };

/// Which acts count by how well they are known. told: all that actually happened by any report;
/// claimed: what only a side or one speaker says, and what is disputed.
enum class Known : std::uint8_t { told, established, claimed };

struct DeedOptions {
  Level level = Level::state;
  Known known = Known::told;
  std::optional<Day> from = {}, until = {};  ///< the act's days overlap these
  /// Codes that stand for all that is part of them, whatever the level: a bloc, a state, or a
  /// single sector ("nato", "RUS", "RUS:MIL"). A party that is part of several counts as each.
  std::vector<std::string> wholes = {};
  bool within = false;  ///< also acts between parts of one party ("SYR:MIL" on "SYR:CVL")
};

/// Index into Deeds::codes.
using Party = std::uint32_t;
using Pair = std::pair<Party, Party>;  ///< actor, recipient

/// An event that counts.
struct Deed {
  std::int64_t act = 0;
  ItemType type = ItemType::agree;
  std::uint8_t quad =
      0;  ///< 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict; 0 none
  Standing standing = Standing::established;
  /// Intensity, -10 to +10: of the CAMEO code after Goldstein (1992), and of the act's PLOVER type
  /// and mode alone (the Goldstein value of the most general code that is true of them).
  double goldstein = 0, plover = 0;
  Period when;
  std::uint32_t reports = 0;
  /// Each once, in rising order. Where parties are alike (CONSULT, AGREE, COOPERATE) both
  /// directions are there. Empty where a side is not named: it still counts as something reported.
  std::vector<Pair> pairs;
};

struct Deeds {
  std::vector<std::string> codes;  ///< what a Party stands for
  std::vector<Deed> all;           ///< in the order of the acts
  [[nodiscard]] std::optional<Party> party(std::string_view code) const;
};

/// Whether an act is an event that actually happened and is known as well as asked for.
[[nodiscard]] bool counts_as_deed(const Act& act, Known known);
/// The events among `acts` that actually happened and that the options ask for.
[[nodiscard]] Deeds deeds_of(std::span<const Act> acts, const Ontology& ontology,
                             const Kinship& kinship, const DeedOptions& options);

/// `code` and all codes that are, on any day, members of it or of its members; sectors are left
/// out, as ActQuery::parties has it.
[[nodiscard]] std::vector<std::string> parts_of(const Kinship& kinship, std::string_view code);

}  // namespace entente::relations
