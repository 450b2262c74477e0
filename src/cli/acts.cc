// entente acts: what happened, each act once, with the reports that tell of it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/story_options.h"
#include "record/item_json.h"
#include "record/json_text.h"

namespace entente::cli {
namespace {

struct Options : StoryOptions {
  std::vector<std::int64_t> ids;
  std::string standing;
};

void append_day(JsonObject& object, const char* name, Day day) {
  object.optional(name, iso_day(day));
}

/// Why its reports are held to be one.
void append_links(JsonObject& object, std::string& out, Store& store, const Act& act) {
  object.key("links");
  out += '[';
  Statement rows = store.database().prepare(
      "SELECT a, b, score, reasons FROM link JOIN act_item x ON x.item = a JOIN act_item y ON "
      "y.item = b WHERE x.act = ? AND y.act = x.act ORDER BY a, b");
  rows.bind(act.id);
  for (bool first = true; rows.step(); first = false) {
    out += fmt::format("{}{{\"a\":{},\"b\":{},\"score\":{:.2f},\"reasons\":{}}}", first ? "" : ",",
                       rows.number(0), rows.number(1), rows.real(2), rows.view(3));
  }
  out += ']';
}

std::string json_of(Store& store, const Act& act, const std::vector<ActReport>& reports,
                    bool with_links) {
  std::string out;
  JsonObject object(out);
  object.member("id", static_cast<std::uint64_t>(act.id));
  object.member("kind", name_of(act.kind));
  object.member("type", name_of(act.type));
  object.optional("mode", act.mode);
  object.optional("cameo", act.cameo);
  object.member("status", name_of(act.status));
  object.member("standing", name_of(act.standing));
  object.member("actor", act.actor);
  object.member("recipient", act.recipient);
  if (act.when.known()) {
    object.member("when", std::vector{iso_day(act.when.first), iso_day(act.when.last)});
    object.key("dated");
    out += act.dated ? "true" : "false";
  }
  append_places_json(object, out, act.places);
  append_day(object, "first_seen", act.first_seen);
  append_day(object, "last_seen", act.last_seen);
  object.member("documents", std::uint64_t{act.documents});
  object.member("sources", act.sources);
  object.optional("denied_by", act.denied_by);
  object.member("confidence", act.confidence);
  object.key("reports");
  append_reports(out, reports);
  if (with_links) append_links(object, out, store, act);
  object.close();
  return out + '\n';
}

std::string head_of(const Act& act, const CodeNames& names) {
  std::string what = name_of(act.type);
  if (!act.mode.empty()) what += " " + act.mode;
  const bool mutual = act.recipient.empty() && is_mutual(act.type);
  std::string who = named(act.actor, names, mutual ? " – " : ", ");
  if (who.empty()) who = "(not told who)";
  if (!act.recipient.empty()) who += " → " + named(act.recipient, names);
  std::string out = fmt::format("{:>7}  {:10}  {:24}  {}", act.id,
                                period_text(act.when) + (act.dated ? "" : "?"), what, who);
  if (!act.places.empty()) out += ", " + act.places.front().name;
  return out;
}

std::string count_text(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string table_row(const Act& act, const CodeNames& names) {
  std::string out = head_of(act, names) + "\n         ";
  if (act.status != Status::actual) out += fmt::format("{}, ", name_of(act.status));
  out += fmt::format("{}: {} in {}; {}", name_of(act.standing),
                     count_text(act.reports, "report", "reports"),
                     count_text(act.documents, "document", "documents"), named(act.sources, names));
  if (!act.denied_by.empty()) {
    out += "; denied by " + named(act.denied_by, names);
  }
  return out + "\n";
}

std::string reports_text(const std::vector<ActReport>& reports) {
  std::string out;
  for (const ActReport& report : reports) {
    fmt::format_to(std::back_inserter(out), "\n           {}:{}  {}  {}{}\n             {}\n",
                   report.item.doc, report.item.span.begin, report.origin.published, report.source,
                   report.copy ? "  (copy)" : "", on_one_line(report.item.sentence));
  }
  return out;
}

/// "actor +1.50, date -0.40" of the reasons as they are kept.
std::string reasons_text(std::string_view json) {
  std::string out;
  for (const char c : json) {
    if (c == '{' || c == '}' || c == '"') continue;
    if (c == ':') {
      out += ' ';
    } else {
      out += c;
    }
    if (c == ',') out += ' ';
  }
  return out;
}

std::string links_text(Store& store, const Act& act) {
  std::string out = "\n         held for one act because of\n";
  Statement rows = store.database().prepare(
      "SELECT a, b, score, reasons FROM link JOIN act_item x ON x.item = a JOIN act_item y ON "
      "y.item = b WHERE x.act = ? AND y.act = x.act ORDER BY score DESC, a, b");
  rows.bind(act.id);
  bool any = false;
  while (rows.step()) {
    fmt::format_to(std::back_inserter(out), "           {} and {}: {:.1f} {}\n", rows.number(0),
                   rows.number(1), rows.real(2), reasons_text(rows.view(3)));
    any = true;
  }
  return any ? out : "";
}

bool earlier(const Act& a, const Act& b) {
  const auto key = [](const Act& act) {
    return std::tuple(!act.when.known(), act.when.first, act.id);
  };
  return key(a) < key(b);
}

std::vector<Act> chosen_acts(Store& store, const Options& options) {
  ActQuery query = query_of(options);
  query.ids = options.ids;
  std::vector<Act> acts = read_acts(store, query);
  if (!options.standing.empty()) {
    std::erase_if(acts, [&](const Act& act) { return name_of(act.standing) != options.standing; });
  }
  std::ranges::sort(acts, earlier);
  if (options.limit > 0 && acts.size() > options.limit) acts.resize(options.limit);
  return acts;
}

int run(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  const bool closely = !options.ids.empty();
  const std::optional<Day> as_of = query_of(options).as_of;
  constexpr std::size_t piece = 1 << 16;
  std::optional<CodeNames> names;
  if (table) names.emplace(data_dirs(options), options.language);
  std::string out;
  for (const Act& act : chosen_acts(store, options)) {
    std::vector<ActReport> reports;
    if (!table || closely) reports = read_reports(store, act.id, as_of);
    out += table ? table_row(act, *names) : json_of(store, act, reports, closely);
    if (table && closely) out += reports_text(reports) + links_text(store, act) + "\n";
    if (out.size() >= piece) write_output(std::exchange(out, ""));
  }
  write_output(out);
  return status_done;
}

}  // namespace

void add_acts(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("acts", "what happened, each act once");
  add_store_argument(command, *options);
  command.add_option("ACT", options->ids,
                     "only these acts, with their reports and why they are held to be one");
  add_story_options(command, *options);
  add_data_options(command, *options);
  command
      .add_option("--standing", options->standing,
                  "only acts that are established, claimed, disputed or denied")
      ->type_name("STANDING")
      ->check(CLI::IsMember({"established", "claimed", "disputed", "denied"}));
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente acts news.store --party RUS --from 2016-08 --until 2016-09");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
