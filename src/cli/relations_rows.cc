// Rows and records of the commands about relations.
#include "cli/relations_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "record/json_text.h"
#include "record/table.h"
#include "store/acts.h"

namespace entente::cli {

using relations::Deeds;
using relations::Dyad;
using relations::Intensity;
using relations::StandingRelation;

namespace {

constexpr const char* nothing = "·";

void member(JsonObject& object, std::string& out, const char* name,
            const std::vector<std::int64_t>& ids) {
  object.key(name);
  out += fmt::format("[{}]", fmt::join(ids, ","));
}

std::string main_part(const std::string& code) { return code.substr(0, code.find(':')); }

bool among(const std::string& code, const std::vector<std::string>& codes) {
  return std::ranges::find(codes, code) != codes.end() ||
         std::ranges::find(codes, main_part(code)) != codes.end();
}

/// How a relation reads between its two names.
const char* verb_of(ItemType type) {
  switch (type) {
    case ItemType::ally:
      return "is allied with";
    case ItemType::backs:
      return "backs";
    case ItemType::controls:
      return "commands";
    case ItemType::opposes:
      return "is opposed to";
    case ItemType::member:
      return "belongs to";
    case ItemType::office:
      return "holds an office of";
    case ItemType::presence:
      return "is present in";
    default:
      return name_of(type);
  }
}

std::string named(const std::vector<std::string>& codes, const CodeNames& names) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : ", ") + names.name(code);
  return out;
}

std::string who(const Act& act, const CodeNames& names) {
  std::string actors = act.actor.empty() ? "(not told who)" : named(act.actor, names);
  if (act.recipient.empty()) return actors;
  return actors + " → " + named(act.recipient, names);
}

std::string day_text(const Act& act) {
  return act.when.known() ? period_text(act.when) + (act.dated ? "" : "?") : "undated";
}

std::string period_cell(const StandingRelation& relation) {
  const std::string from = iso_day(relation.from), until = iso_day(relation.until);
  if (!relation.entry.empty()) {
    if (from.empty() && until.empty()) return "";
    return from + " – " + until;
  }
  if (!until.empty()) return from + " – " + until;
  return relation.from == relation.last_told ? from
                                             : from + " – told " + iso_day(relation.last_told);
}

std::string standing_text(const StandingRelation& relation, const CodeNames& names) {
  return fmt::format("{} {} {}", names.name(relation.actor), verb_of(relation.type),
                     names.name(relation.recipient));
}

void append_standing_json(std::string& out, const StandingRelation& relation,
                          const CodeNames& names) {
  JsonObject object(out);
  object.member("record", "standing");
  object.member("type", name_of(relation.type));
  object.member("actor", relation.actor);
  object.member("actor_name", names.name(relation.actor));
  object.member("recipient", relation.recipient);
  object.member("recipient_name", names.name(relation.recipient));
  object.optional("from", iso_day(relation.from));
  object.optional("until", iso_day(relation.until));
  if (!relation.entry.empty()) {
    object.member("entry", relation.entry);
  } else {
    object.member("standing", name_of(relation.standing));
    object.optional("last_told", iso_day(relation.last_told));
    object.member("reports", std::uint64_t{relation.reports});
    object.member("documents", std::uint64_t{relation.documents});
    object.member("confidence", relation.confidence);
    member(object, out, "acts", relation.acts);
    if (!relation.ended_by.empty()) member(object, out, "ended_by", relation.ended_by);
  }
  object.close();
  out += '\n';
}

void append_standing_table(std::string& out, std::span<const StandingRelation> relations,
                           const CodeNames& names) {
  TextTable table({{"  relation"}, {"when"}, {"told by"}});
  for (const StandingRelation& relation : relations) {
    table.add({"  " + standing_text(relation, names), period_cell(relation),
               relation.entry.empty() ? fmt::format("{} {}, {}", relation.reports,
                                                    relation.reports == 1 ? "report" : "reports",
                                                    name_of(relation.standing))
                                      : "data/ontology/" + relation.entry});
  }
  table.append_to(out, output_width(), output_has_colour());
}

}  // namespace

void append_member(JsonObject& object, std::string& out, const char* name,
                   const Intensity& intensity) {
  object.key(name);
  JsonObject parts(out);
  parts.member("cooperation", intensity.cooperation);
  parts.member("conflict", intensity.conflict);
  parts.close();
}

std::string amount(double value) {
  constexpr double least = 0.005, tenths = 10, wholes = 100;
  if (std::abs(value) < least) return nothing;
  if (std::abs(value) < tenths) return fmt::format("{:.2f}", value);
  return std::abs(value) < wholes ? fmt::format("{:.1f}", value) : fmt::format("{:.0f}", value);
}

std::string count_cell(std::uint64_t count) {
  return count == 0 ? nothing : fmt::format("{}", count);
}

std::string span_text(Day first, Day last) {
  if (first == no_day) return "";
  const std::string from = iso_day(first), until = iso_day(last);
  return from == until ? from : from + " – " + until;
}

TextTable pair_table() {
  return TextTable({{"actor"},
                    {"on"},
                    {"acts", true},
                    {"est.", true, 1},
                    {"v+", true, 3},
                    {"m+", true, 3},
                    {"v−", true, 3},
                    {"m−", true, 3},
                    {"coop.", true},
                    {"conflict", true},
                    {"felt +", true, 2},
                    {"felt −", true, 2},
                    {"share", true, 5},
                    {"days", false, 4}});
}

void add_pair(TextTable& table, const Dyad& dyad, const Deeds& deeds, const CodeNames& names) {
  constexpr double percent = 100, least_shown = 0.05;
  const relations::Counts& counts = dyad.counts;
  table.add(
      {names.name(deeds.codes[dyad.actor]), names.name(deeds.codes[dyad.recipient]),
       count_cell(counts.acts), count_cell(counts.established), count_cell(counts.quads[0]),
       count_cell(counts.quads[1]), count_cell(counts.quads[2]), count_cell(counts.quads[3]),
       amount(dyad.goldstein.cooperation), amount(dyad.goldstein.conflict),
       amount(dyad.felt.cooperation), amount(dyad.felt.conflict),
       percent * dyad.share < least_shown ? nothing : fmt::format("{:.1f}%", percent * dyad.share),
       span_text(dyad.first, dyad.last)});
}

void append_dyad_json(std::string& out, const Dyad& dyad, const Deeds& deeds,
                      const CodeNames& names) {
  JsonObject object(out);
  const relations::Counts& counts = dyad.counts;
  object.member("record", "dyad");
  object.member("actor", deeds.codes[dyad.actor]);
  object.member("actor_name", names.name(deeds.codes[dyad.actor]));
  object.member("recipient", deeds.codes[dyad.recipient]);
  object.member("recipient_name", names.name(deeds.codes[dyad.recipient]));
  object.member("acts", std::uint64_t{counts.acts});
  object.member("established", std::uint64_t{counts.established});
  object.member("claimed", std::uint64_t{counts.claimed});
  object.member("disputed", std::uint64_t{counts.disputed});
  object.member("reports", std::uint64_t{counts.reports});
  object.key("types");
  JsonObject types(out);
  for (std::size_t i = 0; i < counts.types.size(); ++i) {
    if (counts.types[i] > 0) {
      types.member(name_of(static_cast<ItemType>(i)), std::uint64_t{counts.types[i]});
    }
  }
  types.close();
  object.key("quads");
  out += fmt::format("[{}]", fmt::join(counts.quads, ","));
  append_member(object, out, "goldstein", dyad.goldstein);
  append_member(object, out, "plover", dyad.plover);
  append_member(object, out, "felt", dyad.felt);
  append_member(object, out, "per_report", dyad.per_report);
  object.member("share", dyad.share);
  object.optional("first", iso_day(dyad.first));
  object.optional("last", iso_day(dyad.last));
  object.close();
  out += '\n';
}

std::vector<StandingRelation> standing_of(const Desk& desk, std::span<const Act> acts,
                                          const std::vector<std::string>& codes,
                                          const std::vector<std::string>& others) {
  std::vector<StandingRelation> found = relations::standing_relations(acts);
  for (auto& relation : relations::standing_relations(desk.kinship(), codes)) {
    found.push_back(std::move(relation));
  }
  const Period asked = desk.asked_days();
  std::erase_if(found, [&](const StandingRelation& relation) {
    if (relation.from != no_day && relation.from > asked.last) return true;
    if (relation.until != no_day && relation.until < asked.first) return true;
    const bool first = among(relation.actor, codes), second = among(relation.recipient, codes);
    if (others.empty()) return !first && !second;
    return !((first && among(relation.recipient, others)) ||
             (second && among(relation.actor, others)));
  });
  return found;
}

void append_standing(std::string& out, const Desk& desk,
                     std::span<const StandingRelation> relations) {
  if (!desk.table()) {
    for (const auto& relation : relations) append_standing_json(out, relation, desk.names());
    return;
  }
  if (relations.empty()) return;
  out += "\n" + heading("Standing relations", output_has_colour());
  append_standing_table(out, relations, desk.names());
}

std::vector<const Act*> weightiest(std::span<const Act* const> acts, std::size_t most) {
  std::vector<const Act*> chosen(acts.begin(), acts.end());
  std::ranges::stable_sort(chosen, [](const Act* a, const Act* b) {
    return a->reports != b->reports ? a->reports > b->reports : a->when.first > b->when.first;
  });
  if (chosen.size() > most) chosen.resize(most);
  std::ranges::stable_sort(chosen, {},
                           [](const Act* act) { return std::pair(act->when.first, act->id); });
  return chosen;
}

std::string act_text(Desk& desk, const Act& act, std::size_t indent) {
  std::string what = name_of(act.type);
  if (!act.mode.empty()) what += " " + act.mode;
  std::string told = act.reports == 1 ? "1 report" : fmt::format("{} reports", act.reports);
  if (act.standing != Standing::established) told += fmt::format(", {}", name_of(act.standing));
  std::string out = line_or_lines(fmt::format("{}  {}  {}  ({}; act {})", day_text(act), what,
                                              who(act, desk.names()), told, act.id),
                                  indent);
  const std::vector<ActReport> reports = read_reports(desk.store(), act.id, desk.as_of());
  if (reports.empty()) return out;
  const ActReport& first = reports.front();
  return out + sentence_text(first.item, first.origin, indent + 4);
}

std::string sentence_text(const Item& item, const ItemOrigin& origin, std::size_t indent) {
  std::string from = origin.publisher.empty() ? item.doc : origin.publisher;
  if (!origin.published.empty()) from += ", " + origin.published;
  return wrapped(fmt::format("“{}” — {}", on_one_line(item.sentence), from), output_width(),
                 indent);
}

std::string line_or_lines(const std::string& text, std::size_t indent) {
  const bool fits = indent + display_width(text) <= output_width();
  return fits ? std::string(indent, ' ') + text + "\n" : wrapped(text, output_width(), indent);
}

void append_act_json(std::string& out, Desk& desk, const Act& act) {
  JsonObject object(out);
  object.member("record", "act");
  object.member("id", static_cast<std::uint64_t>(act.id));
  object.member("type", name_of(act.type));
  object.optional("mode", act.mode);
  object.optional("cameo", act.cameo);
  object.member("standing", name_of(act.standing));
  object.member("actor", act.actor);
  object.member("recipient", act.recipient);
  if (act.when.known()) {
    object.member("when", std::vector{iso_day(act.when.first), iso_day(act.when.last)});
  }
  object.member("documents", std::uint64_t{act.documents});
  object.key("reports");
  append_reports(out, read_reports(desk.store(), act.id, desk.as_of()));
  object.close();
  out += '\n';
}

}  // namespace entente::cli
