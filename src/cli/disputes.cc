// entente disputes: where reports contradict each other, side by side.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/story_options.h"
#include "record/json_text.h"

namespace entente::cli {
namespace {

struct Options : StoryOptions {
  std::string about;
};

std::vector<ActReport> reports_of(Store& store, const DisputeSide& side) {
  std::vector<ActReport> reports;
  for (const std::int64_t item : side.items) reports.push_back(read_report(store, item));
  return reports;
}

std::string json_of(Store& store, const Dispute& dispute, const Act& act) {
  std::string out;
  JsonObject object(out);
  object.member("about", name_of(dispute.about));
  object.member("act", static_cast<std::uint64_t>(dispute.act));
  object.key("acts");
  out += fmt::format("[{}]", fmt::join(dispute.acts, ","));
  object.member("type", name_of(act.type));
  object.optional("mode", act.mode);
  object.member("actor", act.actor);
  object.member("recipient", act.recipient);
  if (act.when.known()) {
    object.member("when", std::vector{iso_day(act.when.first), iso_day(act.when.last)});
  }
  object.key("sides");
  out += '[';
  for (std::size_t i = 0; i < dispute.sides.size(); ++i) {
    const DisputeSide& side = dispute.sides[i];
    if (i > 0) out += ',';
    JsonObject member(out);
    member.member("claim", side.claim);
    member.member("speakers", side.speakers);
    member.optional("first_said", iso_day(side.first_said));
    member.optional("last_said", iso_day(side.last_said));
    member.key("reports");
    append_reports(out, reports_of(store, side));
    member.close();
  }
  out += ']';
  object.close();
  return out + '\n';
}

std::string question_of(const Dispute& dispute) {
  switch (dispute.about) {
    case DisputeAbout::actor:
      return "who did it?";
    case DisputeAbout::recipient:
      return "whom did it hit?";
    case DisputeAbout::bound:
      return "whom does it bind?";
    case DisputeAbout::number:
      return "how many?";
    case DisputeAbout::relation:
      return "is it so?";
    case DisputeAbout::happened:
      break;
  }
  return "did it happen?";
}

std::string table_of(Store& store, const Dispute& dispute, const Act& act, const CodeNames& names) {
  std::string out = name_of(act.type);
  if (!act.mode.empty()) out += " " + act.mode;
  if (!act.actor.empty()) out += " by " + named(act.actor, names);
  if (!act.recipient.empty()) out += " on " + named(act.recipient, names);
  if (act.when.known()) out += ", " + period_text(act.when);
  if (!act.places.empty()) out += ", " + act.places.front().name;
  out += fmt::format(": {}  (act {})\n", question_of(dispute), fmt::join(dispute.acts, ", "));
  for (const DisputeSide& side : dispute.sides) {
    fmt::format_to(std::back_inserter(out), "  {} — {}", named_claim(side.claim, names),
                   named(side.speakers, names));
    if (side.first_said != no_day) {
      out += "; " + period_text({side.first_said, side.last_said});
    }
    out += '\n';
    for (const ActReport& report : reports_of(store, side)) {
      fmt::format_to(std::back_inserter(out), "      {}:{}  {}\n", report.item.doc,
                     report.item.span.begin, on_one_line(report.item.sentence));
    }
  }
  return out + '\n';
}

/// How much is said on it.
std::size_t weight_of(const Dispute& dispute) {
  std::size_t weight = 0;
  for (const DisputeSide& side : dispute.sides) weight += side.speakers.size() + side.items.size();
  return weight;
}

/// Those about one act first, as they are surer than what holds between two; then those most is
/// said on.
std::vector<Dispute> chosen_disputes(Store& store, const Options& options) {
  std::vector<Dispute> disputes = read_disputes(store, query_of(options));
  if (!options.about.empty()) {
    std::erase_if(disputes,
                  [&](const Dispute& dispute) { return options.about != name_of(dispute.about); });
  }
  std::ranges::stable_sort(disputes, [](const Dispute& a, const Dispute& b) {
    if ((a.acts.size() > 1) != (b.acts.size() > 1)) return a.acts.size() == 1;
    return weight_of(a) > weight_of(b);
  });
  if (options.limit > 0 && disputes.size() > options.limit) disputes.resize(options.limit);
  return disputes;
}

int run(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  std::optional<CodeNames> names;
  if (table) names.emplace(data_dirs(options), options.language);
  std::string out;
  for (const Dispute& dispute : chosen_disputes(store, options)) {
    ActQuery of_act;
    of_act.ids = {dispute.act};
    const std::vector<Act> acts = read_acts(store, of_act);
    if (acts.empty()) continue;
    out += table ? table_of(store, dispute, acts.front(), *names)
                 : json_of(store, dispute, acts.front());
  }
  write_output(out);
  return status_done;
}

}  // namespace

void add_disputes(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command =
      *app.add_subcommand("disputes", "where reports contradict each other, side by side");
  add_store_argument(command, *options);
  add_story_options(command, *options);
  add_data_options(command, *options);
  command
      .add_option("--about", options->about,
                  "only about what happened, a relation, the actor, the recipient, whom it binds, "
                  "or a number")
      ->type_name("MATTER")
      ->check(CLI::IsMember({"happened", "relation", "actor", "recipient", "bound", "number"}));
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente disputes news.store --party YEM");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
