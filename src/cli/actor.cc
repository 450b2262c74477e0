// entente actor: all that a store tells of one actor or person.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/relations_rows.h"
#include "cli/relations_views.h"
#include "record/json_text.h"
#include "relations/read.h"
#include "store/item_rows.h"

namespace entente::cli {
namespace {

struct Options : RelationsOptions {
  std::string name;
};

/// Acts of the subject within the period, and what they come to.
struct ActorView {
  Subject subject;
  std::vector<Act> acts;
  std::vector<const Act*> counted;  // of the period
  relations::Counts counts;         // each act once
  Day first = no_day, last = no_day;
};

void count(ActorView& view, const Act& act) {
  view.counted.push_back(&act);
  ++view.counts.acts;
  ++view.counts.types[static_cast<std::size_t>(act.type)];
  view.counts.reports += act.reports;
  view.counts.established += act.standing == Standing::established ? 1 : 0;
  view.counts.claimed += act.standing == Standing::claimed ? 1 : 0;
  view.counts.disputed += act.standing == Standing::disputed ? 1 : 0;
  if (!act.when.known()) return;
  view.first = view.first == no_day ? act.when.first : std::min(view.first, act.when.first);
  view.last = std::max(view.last, act.when.last);
}

ActorView view_of(Desk& desk, const Options& options) {
  ActorView view;
  view.subject = subject_of(desk.store(), desk.names(), options.name);
  view.acts = desk.acts_of(view.subject);
  for (const Act& act : view.acts) {
    const bool in_period = (!desk.from() || (act.when.known() && act.when.last >= *desk.from()));
    if (in_period && relations::counts_as_deed(act, desk.known())) count(view, act);
  }
  return view;
}

std::string types_text(const relations::Counts& counts) {
  std::vector<std::pair<std::uint32_t, std::size_t>> types;
  for (std::size_t i = 0; i < counts.types.size(); ++i) {
    if (counts.types[i] > 0) types.emplace_back(counts.types[i], i);
  }
  std::ranges::stable_sort(types, std::ranges::greater{},
                           [](const auto& type) { return type.first; });
  std::string out;
  for (const auto& [number, type] : types) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name_of(static_cast<ItemType>(type)),
                       number);
  }
  return out;
}

// ---- chains of control

/// Who commands the subject, step by step.
std::vector<relations::Command> commands_above(Desk& desk, const Subject& subject) {
  return desk.control().chain(subject.unit.empty() ? subject.code : subject.unit);
}

std::string chain_text(const std::vector<relations::Command>& chain, const CodeNames& names) {
  if (chain.empty()) return "";
  std::string out = names.name(chain.front().lower);
  for (const relations::Command& command : chain) out += " → " + names.name(command.upper);
  return out;
}

std::vector<std::vector<relations::Command>> commands_below(Desk& desk, const Subject& subject) {
  std::vector<std::vector<relations::Command>> chains;
  if (!subject.unit.empty()) return chains;
  for (const std::string& agent : desk.control().agents(subject.code)) {
    chains.push_back(desk.control().chain(agent));
  }
  return chains;
}

void append_chains(std::string& out, Desk& desk, const Subject& subject) {
  const auto above = commands_above(desk, subject);
  const auto below = commands_below(desk, subject);
  if (above.empty() && below.empty()) return;
  out += "\n" + heading("Who takes orders from whom", output_has_colour());
  if (!above.empty()) out += "  " + chain_text(above, desk.names()) + "\n";
  for (const auto& chain : below) out += "  " + chain_text(chain, desk.names()) + "\n";
}

void append_chains_json(std::string& out, Desk& desk, const Subject& subject) {
  std::vector<std::vector<relations::Command>> chains = commands_below(desk, subject);
  chains.push_back(commands_above(desk, subject));
  std::map<std::pair<std::string, std::string>, relations::Command> steps;
  for (const auto& chain : chains) {
    for (const relations::Command& step : chain)
      steps.emplace(std::pair(step.lower, step.upper), step);
  }
  for (const auto& [ends, step] : steps) {
    JsonObject object(out);
    object.member("record", "command");
    object.member("lower", step.lower);
    object.member("upper", step.upper);
    object.optional("from", iso_day(step.from));
    object.optional("until", iso_day(step.until));
    object.member("entry", step.entry);
    object.close();
    out += '\n';
  }
}

// ---- offices

struct Office {
  std::string name;
  Tenure tenure;
};

bool overlaps(const Tenure& tenure, Period days) {
  if (!days.known()) return true;
  const Day from = tenure.from.known() ? day_number(tenure.from) : days.first;
  const Day until = tenure.until.known() ? day_number(tenure.until) : days.last;
  return from <= days.last && days.first <= until;
}

std::set<std::string> told_of(Store& store) {
  std::set<std::string> names;
  for (const relations::NamedPerson& person : relations::read_named_persons(store, "", {})) {
    names.insert(person.name);
  }
  return names;
}

/// A person's offices, or those of persons whom the store names and who held one of the actor's
/// while it was told of.
std::vector<Office> offices_of(Desk& desk, const ActorView& view) {
  std::vector<NamedActor> holders;
  if (view.subject.person) holders = {*view.subject.person};
  if (!view.subject.is_person) {
    holders = desk.names().holders(view.subject.code);
    const std::set<std::string> told = told_of(desk.store());
    std::erase_if(holders, [&](const NamedActor& holder) { return !told.contains(holder.name); });
  }
  std::vector<Office> offices;
  for (const NamedActor& holder : holders) {
    for (const Tenure& tenure : holder.tenures) {
      const bool asked = view.subject.is_person || overlaps(tenure, {view.first, view.last});
      if (asked && !tenure.office.empty()) offices.push_back({holder.name, tenure});
    }
  }
  std::ranges::stable_sort(offices, {}, [](const Office& office) { return office.tenure.from; });
  return offices;
}

void append_offices(std::string& out, const std::vector<Office>& offices, const CodeNames& names) {
  if (offices.empty()) return;
  out += "\n" + heading("Offices", output_has_colour());
  TextTable table({{"  who"}, {"office"}, {"of"}, {"from"}, {"until"}});
  for (const Office& office : offices) {
    std::string of;
    for (const std::string& code : office.tenure.codes)
      of += (of.empty() ? "" : ", ") + names.name(code);
    table.add({"  " + office.name, office.tenure.office, of, to_string(office.tenure.from),
               to_string(office.tenure.until)});
  }
  table.append_to(out, output_width(), output_has_colour());
}

void append_offices_json(std::string& out, const std::vector<Office>& offices) {
  for (const Office& office : offices) {
    JsonObject object(out);
    object.member("record", "office");
    object.member("name", office.name);
    object.member("office", office.tenure.office);
    object.member("codes", office.tenure.codes);
    object.optional("from", to_string(office.tenure.from));
    object.optional("until", to_string(office.tenure.until));
    object.member("entry", office.tenure.entry);
    object.close();
    out += '\n';
  }
}

// ---- what it is quoted with

std::string sides_text(const Item& item, const CodeNames& names) {
  const auto side = [&](const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& code : codes) out += (out.empty() ? "" : ", ") + names.name(code);
    return out;
  };
  std::string out = item.actor.empty() ? "(not told who)" : side(item.actor);
  return item.recipient.empty() ? out : out + " → " + side(item.recipient);
}

void append_quoted(std::string& out, Desk& desk, std::span<const relations::Quoted> quoted) {
  if (quoted.empty()) return;
  out += "\n" + heading("What it says", output_has_colour());
  for (const relations::Quoted& one : quoted) {
    const StoredItem stored = read_item(desk.store().database(), one.item);
    const Item& item = stored.item;
    out += wrapped(
        fmt::format("{}  {}  {} {}  {}  (act {})", item.when, one.denies ? "denies" : "says",
                    name_of(item.type), item.mode, sides_text(item, desk.names()), one.act),
        output_width(), 2);
    out +=
        wrapped(fmt::format("“{}” — {}", on_one_line(item.sentence),
                            stored.origin.publisher.empty() ? item.doc : stored.origin.publisher),
                output_width(), 6);
  }
}

void append_quoted_json(std::string& out, Desk& desk, std::span<const relations::Quoted> quoted) {
  for (const relations::Quoted& one : quoted) {
    const StoredItem stored = read_item(desk.store().database(), one.item);
    JsonObject object(out);
    object.member("record", one.denies ? "denial" : "claim");
    object.member("act", static_cast<std::uint64_t>(one.act));
    object.member("item", static_cast<std::uint64_t>(one.item));
    object.member("doc", stored.item.doc);
    object.member("type", name_of(stored.item.type));
    object.optional("mode", stored.item.mode);
    object.member("actor", stored.item.actor);
    object.member("recipient", stored.item.recipient);
    object.optional("when", stored.item.when);
    object.member("sentence", stored.item.sentence);
    object.close();
    out += '\n';
  }
}

// ---- all of it

void append_head_json(std::string& out, const ActorView& view) {
  JsonObject object(out);
  object.member("record", "actor");
  object.member("code", view.subject.code);
  object.member("name", view.subject.name);
  object.member("acts", std::uint64_t{view.counts.acts});
  object.member("established", std::uint64_t{view.counts.established});
  object.member("claimed", std::uint64_t{view.counts.claimed});
  object.member("disputed", std::uint64_t{view.counts.disputed});
  object.member("reports", std::uint64_t{view.counts.reports});
  object.key("types");
  JsonObject types(out);
  for (std::size_t i = 0; i < view.counts.types.size(); ++i) {
    if (view.counts.types[i] == 0) continue;
    types.member(name_of(static_cast<ItemType>(i)), std::uint64_t{view.counts.types[i]});
  }
  types.close();
  object.optional("first", iso_day(view.first));
  object.optional("last", iso_day(view.last));
  object.close();
  out += '\n';
}

void append_head(std::string& out, const ActorView& view, const CodeNames& names) {
  const Subject& subject = view.subject;
  out += heading(shown_name(subject, names), output_has_colour());
  const relations::Counts& counts = view.counts;
  if (counts.acts == 0) {
    out += "  No act of it is told.\n";
    return;
  }
  std::string sum =
      fmt::format("{} {}, {} established, in {} {}", counts.acts, counts.acts == 1 ? "act" : "acts",
                  counts.established, counts.reports, counts.reports == 1 ? "report" : "reports");
  if (view.first != no_day) sum += "; " + span_text(view.first, view.last);
  out += line_or_lines(sum, 2);
  out += wrapped(types_text(counts), output_width(), 2);
}

void append_sentences(std::string& out, Desk& desk, const ActorView& view, const Options& options) {
  const std::vector<const Act*> shown = weightiest(view.counted, options.sentences);
  if (!desk.table()) {
    for (const Act* act : shown) append_act_json(out, desk, *act);
    return;
  }
  if (shown.empty()) return;
  out += "\n" + heading(shown.size() == view.counted.size()
                            ? "What happened"
                            : fmt::format("What happened: the {} most reported of {} acts",
                                          shown.size(), view.counted.size()),
                        output_has_colour());
  for (const Act* act : shown) out += act_text(desk, *act, 2);
}

int run(const Options& options) {
  Desk desk(options);
  const ActorView view = view_of(desk, options);
  std::string out;
  desk.table() ? append_head(out, view, desk.names()) : append_head_json(out, view);
  constexpr std::size_t on_a_screen = 10;
  const std::size_t most = options.limit > 0 ? options.limit
                           : desk.table()    ? on_a_screen
                                             : view.acts.size() * 2;
  if (!view.acts.empty()) show_partners(out, desk, options, view.subject, view.acts, most);
  if (!view.subject.is_person) {
    append_standing(out, desk, standing_of(desk, view.acts, {view.subject.code}, {}));
    desk.table() ? append_chains(out, desk, view.subject)
                 : append_chains_json(out, desk, view.subject);
  }
  const std::vector<Office> offices = offices_of(desk, view);
  desk.table() ? append_offices(out, offices, desk.names()) : append_offices_json(out, offices);
  if (!view.subject.is_person) {
    const auto quoted =
        relations::read_quoted(desk.store(), view.subject.code, desk.as_of(), options.sentences);
    desk.table() ? append_quoted(out, desk, quoted) : append_quoted_json(out, desk, quoted);
  }
  append_sentences(out, desk, view, options);
  write_output(out);
  return status_done;
}

}  // namespace

void add_actor(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("actor", "all that a store tells of one actor or person");
  add_store_argument(command, *options);
  command.add_option("NAME", options->name, "a code (IRN, IRN:MIL, hezbollah) or a name")
      ->required();
  add_measure_options(command, *options);
  command
      .add_option("--limit", options->limit,
                  "how many partners at most; in a table 10 each way by default, else all")
      ->type_name("N");
  add_data_options(command, *options);
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente actor news.store \"Quds Force\" --as-of 2016-08-31");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
