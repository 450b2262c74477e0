// What the commands about relations are made with: the store, names, and the acts that their
// options ask for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/story_options.h"
#include "cli/subjects.h"
#include "record/kinship.h"
#include "record/ontology.h"
#include "relations/control.h"
#include "relations/curve.h"
#include "relations/dyads.h"
#include "relations/persons.h"

namespace entente::cli {

struct RelationsOptions : StoryOptions {
  std::string a, b;
  std::string level = "state", by = "month", compare;
  double half_life = 30;
  double resolution = 1;
  bool established = false, claimed = false, roll_up = false, within = false, blocs = false;
  std::size_t sentences = 10;
  std::size_t actors = 60;  ///< of the network
};

void add_measure_options(CLI::App& command, RelationsOptions& options);

/// Opened for one command.
class Desk {
 public:
  explicit Desk(const RelationsOptions& options);

  [[nodiscard]] Store& store() { return store_; }
  [[nodiscard]] const CodeNames& names() const { return names_; }
  [[nodiscard]] const Kinship& kinship() const { return kinship_; }
  [[nodiscard]] std::optional<Day> as_of() const { return as_of_; }
  [[nodiscard]] relations::Known known() const;
  [[nodiscard]] relations::Step step() const;
  [[nodiscard]] const relations::Control& control();

  /// All events until the last day asked for and as known on the day asked for; with --roll-up by
  /// their principals, at the level of persons under their names.
  [[nodiscard]] std::vector<Act> events();
  /// Events and relations of one subject likewise; a person's under the person's name.
  [[nodiscard]] std::vector<Act> acts_of(const Subject& subject);
  /// Those that both have part in.
  [[nodiscard]] std::vector<Act> acts_of(const Subject& a, const Subject& b);
  /// What these acts come to; `from` leaves out what was before the first day asked for.
  [[nodiscard]] relations::Deeds deeds(std::span<const Act> acts,
                                       const std::vector<std::string>& wholes, bool from) const;
  [[nodiscard]] std::vector<relations::DayVolume> volumes();
  /// How dyads are measured: felt on the day of --until or --as-of, else on the last of all acts;
  /// normalised with all that is reported of the period asked for.
  [[nodiscard]] relations::DyadOptions measures(
      std::span<const relations::DayVolume> volumes) const;
  /// Codes whose acts are asked for where `subject` is: its members, with --roll-up its agents.
  [[nodiscard]] std::vector<std::string> parties_of(const Subject& subject);

  /// The period asked for, and another in its place.
  [[nodiscard]] std::optional<Day> from() const { return period_.from; }
  [[nodiscard]] std::optional<Day> until() const { return period_.until; }
  void set_period(Period period);
  /// All days that may count: within --from, --until and --as-of, else without an end.
  [[nodiscard]] Period asked_days() const;

  [[nodiscard]] bool table() const { return table_; }

 private:
  [[nodiscard]] ActQuery query() const;
  [[nodiscard]] std::vector<Act> read(const ActQuery& query);
  [[nodiscard]] std::vector<Act> acts_of_person(const std::string& name);
  [[nodiscard]] std::vector<Act> of_persons(std::span<const Act> acts,
                                            std::span<const relations::NamedPerson> persons) const;

  const RelationsOptions& options_;
  bool table_;
  Store store_;
  CodeNames names_;
  Ontology ontology_;
  Kinship kinship_;
  ActQuery period_;
  std::optional<Day> as_of_;
  std::optional<relations::Control> control_;
};

}  // namespace entente::cli
