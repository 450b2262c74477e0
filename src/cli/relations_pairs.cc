// All pairs ranked, and those of one actor.
#include <fmt/format.h>

#include <algorithm>

#include "cli/relations_rows.h"
#include "cli/relations_views.h"

namespace entente::cli {

using relations::Deeds;
using relations::Dyad;

namespace {

void append_pairs(std::string& out, const Desk& desk, const Deeds& deeds,
                  std::span<const Dyad> dyads) {
  if (!desk.table()) {
    for (const Dyad& dyad : dyads) append_dyad_json(out, dyad, deeds, desk.names());
    return;
  }
  TextTable table = pair_table();
  for (const Dyad& dyad : dyads) add_pair(table, dyad, deeds, desk.names());
  table.append_to(out, output_width(), output_has_colour());
}

std::string plural(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string legend(Day at, double half_life) {
  std::string felt = at == no_day ? "" : fmt::format(" on {}", iso_day(at));
  if (half_life > 0) felt += fmt::format(" with a half-life of {:g} days", half_life);
  return wrapped(
      "est.: established; v verbal, m material, + cooperation, − conflict; coop., "
      "conflict: sums of Goldstein's values, felt: the same" +
          felt + ".",
      output_width(), 0);
}

}  // namespace

void show_all_pairs(std::string& out, Desk& desk, const RelationsOptions& options) {
  const std::vector<Act> acts = desk.events();
  const Deeds deeds = desk.deeds(acts, {}, true);
  const relations::DyadOptions measures = desk.measures(relations::day_volumes(deeds));
  std::vector<Dyad> dyads = relations::dyads_of(deeds, measures);
  const std::size_t all = dyads.size();
  constexpr std::size_t on_a_screen = 40;
  const std::size_t most = options.limit > 0 ? options.limit : desk.table() ? on_a_screen : all;
  if (all > most) dyads.resize(most);
  if (desk.table()) {
    out += fmt::format("{} between {}{}\n\n", plural(deeds.all.size(), "act", "acts"),
                       plural(all, "ordered pair", "ordered pairs"),
                       all > most ? fmt::format("; the {} with most acts", most) : "");
  }
  append_pairs(out, desk, deeds, dyads);
  if (desk.table() && !dyads.empty()) out += "\n" + legend(measures.at, options.half_life);
}

void show_partners(std::string& out, Desk& desk, const RelationsOptions& options,
                   const Subject& subject, std::span<const Act> acts, std::size_t most) {
  const Deeds deeds = desk.deeds(acts, {subject.code}, true);
  const auto party = deeds.party(subject.code);
  const relations::DyadOptions measures = desk.measures(desk.volumes());
  std::vector<Dyad> doing = relations::dyads_of(deeds, measures), done;
  if (!party) doing.clear();
  std::erase_if(doing, [&](const Dyad& dyad) {
    if (dyad.recipient == *party && dyad.actor != *party) done.push_back(dyad);
    return dyad.actor != *party;
  });
  for (std::vector<Dyad>* side : {&doing, &done}) {
    const std::size_t all = side->size();
    if (all > most) side->resize(most);
    if (desk.table()) {
      const char* what = side == &doing ? "What it does" : "What is done to it";
      out +=
          "\n" +
          heading(fmt::format(
                      "{}{}", what,
                      all > most ? fmt::format(" (the {} of {} with most acts)", most, all) : ""),
                  output_has_colour());
      if (side->empty()) out += "  nothing that is told\n";
    }
    append_pairs(out, desk, deeds, *side);
  }
  if (desk.table() && !deeds.all.empty()) out += "\n" + legend(measures.at, options.half_life);
}

void show_pairs_of(std::string& out, Desk& desk, const RelationsOptions& options,
                   const Subject& subject) {
  const std::vector<Act> acts = desk.acts_of(subject);
  const bool table = desk.table();
  if (table) out += heading(shown_name(subject, desk.names()), output_has_colour());
  constexpr std::size_t on_a_screen = 20;
  const std::size_t most = options.limit > 0 ? options.limit : table ? on_a_screen : acts.size();
  show_partners(out, desk, options, subject, acts, most);
  if (subject.is_person) return;
  append_standing(out, desk, standing_of(desk, acts, {subject.code}, {}));
}

}  // namespace entente::cli
