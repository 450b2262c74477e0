// Reads what is asked for.
#include "cli/relations_desk.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <map>

#include "relations/persons.h"
#include "relations/read.h"
#include "relations/standing.h"

namespace entente::cli {

using relations::Known;
using relations::Level;

namespace {

Level level_of(const std::string& name) {
  if (name == "sector" || name == "person") return Level::sector;
  return name == "bloc" ? Level::bloc : Level::state;
}

/// Commands that reports tell of count where a document tells it in its own voice and another too.
bool well_attested(const relations::StandingRelation& relation) {
  constexpr std::uint32_t least_documents = 2;
  return relation.standing == Standing::established && relation.documents >= least_documents;
}

}  // namespace

void add_measure_options(CLI::App& command, RelationsOptions& options) {
  add_period_options(command, options);
  command
      .add_option("--half-life", options.half_life,
                  "days after which an act is felt half as much; 30 by default, 0: nothing fades")
      ->type_name("DAYS")
      ->check(CLI::NonNegativeNumber);
  CLI::Option* established = command.add_flag("--established", options.established,
                                              "only what documents tell in their own voice or "
                                              "independent sources agree on");
  command
      .add_flag("--claimed", options.claimed,
                "only what one side or one speaker says, and what is disputed")
      ->excludes(established);
  command.add_flag("--roll-up", options.roll_up,
                   "count what agents do as done by who commands them (Hezbollah's as Iran's)");
  command
      .add_option("--sentences", options.sentences,
                  "how many acts to show with their sentence; 10 by default")
      ->type_name("N");
}

Desk::Desk(const RelationsOptions& options)
    : options_(options),
      table_(options.format.empty() ? output_is_terminal() : options.format == "table"),
      store_(options.store, Access::read, patience(options)),
      names_(data_dirs(options), options.language),
      ontology_(data_dirs(options)),
      kinship_(data_dirs(options)),
      period_(query_of(options)),
      as_of_(period_.as_of) {
  warn_of_unlinked(store_);
}

Known Desk::known() const {
  if (options_.established) return Known::established;
  return options_.claimed ? Known::claimed : Known::told;
}

relations::Step Desk::step() const {
  return options_.by == "week" ? relations::Step::week : relations::Step::month;
}

const relations::Control& Desk::control() {
  if (control_) return *control_;
  std::vector<relations::StandingRelation> all = relations::standing_relations(kinship_, {});
  ActQuery query;
  query.type = ItemType::controls;
  query.as_of = as_of_;
  query.lean = true;
  for (auto& relation : relations::standing_relations(read_acts(store_, query))) {
    if (well_attested(relation)) all.push_back(std::move(relation));
  }
  return control_.emplace(all);
}

std::vector<Act> Desk::of_persons(std::span<const Act> acts,
                                  std::span<const relations::NamedPerson> persons) const {
  std::map<std::string, std::optional<NamedActor>, std::less<>> known;
  return relations::person_acts(acts, persons, [&](std::string_view person, Day day) {
    auto at = known.find(person);
    if (at == known.end()) at = known.emplace(person, names_.person(person)).first;
    if (!at->second) return std::vector<std::string>{};
    return codes_on(*at->second, day == no_day ? Date{} : date_of_day(day));
  });
}

ActQuery Desk::query() const {
  ActQuery query;
  query.as_of = as_of_;
  query.until = period_.until;
  query.lean = true;
  return query;
}

std::vector<Act> Desk::read(const ActQuery& query) {
  const std::vector<Act> acts = read_acts(store_, query);
  if (options_.level == "person") {
    return of_persons(acts, relations::read_named_persons(store_, "", as_of_));
  }
  return options_.roll_up ? relations::rolled_up(acts, control()) : acts;
}

std::vector<Act> Desk::events() {
  ActQuery events = query();
  events.kind = ItemKind::event;
  return read(events);
}

std::vector<Act> Desk::acts_of_person(const std::string& name) {
  const std::vector<relations::NamedPerson> persons =
      relations::read_named_persons(store_, name, as_of_);
  if (persons.empty()) return {};
  ActQuery named = query();
  constexpr std::size_t most_ids = 30000;  // SQLite takes no more than 32,766 values
  for (const relations::NamedPerson& person : persons) named.ids.push_back(person.act);
  if (named.ids.size() > most_ids) named.ids.clear();
  return of_persons(read_acts(store_, named), persons);
}

std::vector<Act> Desk::acts_of(const Subject& subject) {
  if (subject.is_person) return acts_of_person(subject.code);
  ActQuery of_one = query();
  of_one.parties = parties_of(subject);
  return read(of_one);
}

std::vector<Act> Desk::acts_of(const Subject& a, const Subject& b) {
  if (a.is_person && b.is_person) {
    return of_persons(acts_of_person(a.code),
                      relations::read_named_persons(store_, b.code, as_of_));
  }
  if (a.is_person || b.is_person) return acts_of(a.is_person ? a : b);
  ActQuery of_both = query();
  of_both.parties = parties_of(a);
  of_both.others = parties_of(b);
  return read(of_both);
}

void Desk::set_period(Period period) {
  period_.from = period.first;
  period_.until = period.last;
}

Period Desk::asked_days() const {
  constexpr Day last = std::numeric_limits<Day>::max();
  return {period_.from.value_or(no_day),
          std::min(period_.until.value_or(last), as_of_.value_or(last))};
}

relations::Deeds Desk::deeds(std::span<const Act> acts, const std::vector<std::string>& wholes,
                             bool from) const {
  relations::DeedOptions options;
  options.level = level_of(options_.level);
  options.known = known();
  options.wholes = wholes;
  options.within = options_.within;
  if (from) options.from = period_.from;
  options.until = period_.until;
  return relations::deeds_of(acts, ontology_, kinship_, options);
}

std::vector<relations::DayVolume> Desk::volumes() {
  return relations::read_day_volumes(store_, known(), as_of_);
}

relations::DyadOptions Desk::measures(std::span<const relations::DayVolume> volumes) const {
  std::vector<relations::DayVolume> of_period(volumes.begin(), volumes.end());
  std::erase_if(of_period, [&](const relations::DayVolume& volume) {
    return (period_.from && volume.when.last < *period_.from) ||
           (period_.until && volume.when.first > *period_.until);
  });
  relations::DyadOptions measures;
  measures.half_life = options_.half_life;
  for (const auto& volume : of_period) measures.at = std::max(measures.at, volume.when.last);
  if (as_of_) measures.at = *as_of_;
  if (period_.until) measures.at = *period_.until;
  measures.volume = relations::volume_at(of_period, measures.at, options_.half_life);
  return measures;
}

std::vector<std::string> Desk::parties_of(const Subject& subject) {
  std::vector<std::string> parties = relations::parts_of(kinship_, subject.code);
  if (!options_.roll_up) return parties;
  for (std::string& agent : control().agents(subject.code)) parties.push_back(std::move(agent));
  return parties;
}

}  // namespace entente::cli
