// What a code is called, and which codes a name has: a scan of the actors' files, without the
// indexes that reading texts needs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.h"
#include "world/world.h"

namespace entente {

/// What an actor is coded as over a span of time.
struct Tenure {
  std::vector<std::string> codes;
  Date from, until;    ///< both included; unknown: no end on that side
  std::string office;  ///< as the data has it, "prime minister"; empty where it is none
  std::string entry;   ///< "file:line"
};

struct NamedActor {
  std::string name;  ///< the one that is shown
  ActorKind kind = ActorKind::state;
  std::vector<Tenure> tenures;  ///< in the order of the data
};

/// Immutable once loaded; shared by threads.
class CodeNames {
 public:
  /// Reads the actors and <language>/sectors.txt of each folder, later ones winning. Throws Error
  /// malformed with file and line.
  CodeNames(const std::vector<std::string>& data_dirs, std::string_view language);
  ~CodeNames();
  CodeNames(CodeNames&&) noexcept;
  CodeNames& operator=(CodeNames&&) noexcept;

  /// "Russia", "Russia: armed forces", "Hezbollah"; a part that has no name stands as it is. Also
  /// of the slug of a unit's name ("quds-force"), as data/ontology/kinship.txt has it.
  [[nodiscard]] std::string name(std::string_view code) const;
  /// Whether the code, without its sector, is named in the data.
  [[nodiscard]] bool knows(std::string_view code) const;
  /// The actors one of whose names this is; case, diacritics and apostrophes make no difference.
  [[nodiscard]] std::vector<NamedActor> named(std::string_view name) const;
  /// The person who is shown by exactly that name.
  [[nodiscard]] std::optional<NamedActor> person(std::string_view name) const;
  /// Persons whose office had that code, without a sector any sector of it; in the order of the
  /// data.
  [[nodiscard]] std::vector<NamedActor> holders(std::string_view code) const;
  /// Names like one that is not found, the likest first.
  [[nodiscard]] std::vector<std::string> like(std::string_view name, std::size_t most) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

/// What somebody was coded as on a day, any where it is not known: codes of the tenures that hold
/// then.
[[nodiscard]] std::vector<std::string> codes_on(const NamedActor& actor, Date day);

/// The slug of a name: "Quds Force" is quds-force.
[[nodiscard]] std::string slug_of(std::string_view name);

}  // namespace entente
