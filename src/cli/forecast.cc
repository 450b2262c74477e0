// entente forecast: the likeliest acts of an actor, each with what it rests on.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/forecast_options.h"
#include "cli/story_options.h"
#include "forecast/outlook.h"
#include "record/json_text.h"

namespace entente::cli {
namespace {

namespace fc = entente::forecast;

struct Options : StoreOptions {
  std::string actor, recipient, type, as_of;
  fc::Day days = 30;
  std::size_t limit = 10;
};

constexpr std::size_t most_acts = 5;
constexpr std::size_t most_reports = 2;  // sentences shown of each past act

/// Everything that is needed to write a forecast down.
struct Page {
  Store& store;
  const fc::Timeline& timeline;
  const ActBook& book;
  fc::Day today = 0, days = 0;
  [[nodiscard]] std::optional<Day> as_of() const { return timeline.origin + today; }
};

void append_rule_json(std::string& out, const Page& page, const fc::Act& act,
                      const fc::FollowUp& rule) {
  const fc::Act before = seen_from(page.timeline, act.actor, rule.before, act.recipient);
  JsonObject object(out);
  object.member("actor", page.timeline.actors[before.actor]);
  object.member("type", page.timeline.relations[before.relation]);
  object.member("recipient", page.timeline.actors[before.recipient]);
  object.member("held", rule.held);
  object.member("cases", rule.cases);
  object.member("usual", rounded(rule.usual));
  object.member("since", page.timeline.iso(rule.since));
  object.close();
}

void append_act_json(std::string& out, const Page& page, const fc::Act& act) {
  const std::int64_t id = page.book.id_of(act, page.today);
  JsonObject object(out);
  object.member("act", static_cast<std::uint64_t>(id));
  object.member("actor", page.timeline.actors[act.actor]);
  object.member("type", page.timeline.relations[act.relation]);
  object.member("recipient", page.timeline.actors[act.recipient]);
  object.member("when", page.timeline.iso(act.day));
  object.key("reports");
  append_reports(out, own_reports(page.store, id, page.as_of(), most_reports));
  object.close();
}

std::string json_of(const Page& page, const fc::Prospect& one) {
  const fc::Act& act = one.chance.act;
  std::string out;
  JsonObject object(out);
  object.member("actor", page.timeline.actors[act.actor]);
  object.member("type", page.timeline.relations[act.relation]);
  object.member("recipient", page.timeline.actors[act.recipient]);
  object.member("quad", fc::quad_of(page.timeline.relations[act.relation]));
  object.member("as_of", page.timeline.iso(page.today));
  object.member("days", static_cast<std::uint64_t>(page.days));
  object.member("probability", rounded(one.chance.probability));
  if (one.month_before) {
    object.member("month_before", rounded(*one.month_before));
    object.member("change", rounded(one.chance.probability - *one.month_before));
  }
  object.member("method", name_of(one.chance.method));
  object.member("times", std::uint64_t{one.chance.before});
  if (one.last >= 0) object.member("last", page.timeline.iso(one.last));
  append_list(object, out, "reasons", one.reasons, [&](const fc::Reason& reason) {
    JsonObject entry(out);
    entry.member("family", reason.family);
    entry.member("weight", rounded(reason.weight));
    entry.close();
  });
  append_list(object, out, "rules", one.rules,
              [&](const fc::FollowUp& rule) { append_rule_json(out, page, act, rule); });
  append_list(object, out, "acts", told_once(page.book, one.acts, page.today, most_acts),
              [&](const fc::Act& past) { append_act_json(out, page, past); });
  object.close();
  return out + '\n';
}

std::string reasons_text(const std::vector<fc::Reason>& reasons) {
  std::string out;
  for (const fc::Reason& reason : reasons) {
    if (std::abs(reason.weight) < 0.05) continue;
    fmt::format_to(std::back_inserter(out), "{}{} {:+.1f}", out.empty() ? "" : ", ", reason.family,
                   reason.weight);
  }
  return out.empty() ? "" : "    weighs (logarithms of odds): " + out + "\n";
}

std::string past_text(const Page& page, const fc::Act& act) {
  const std::int64_t id = page.book.id_of(act, page.today);
  std::string out = fmt::format("    act {}  {}  {}\n", id, page.timeline.iso(act.day),
                                act_text(page.timeline, act));
  for (const ActReport& report : own_reports(page.store, id, page.as_of(), most_reports)) {
    fmt::format_to(std::back_inserter(out), "      {}:{}-{}  {}  {}\n", report.item.doc,
                   report.item.span.begin, report.item.span.end, report.origin.published,
                   on_one_line(report.item.sentence));
  }
  return out;
}

std::string text_of(const Page& page, const fc::Prospect& one) {
  const fc::Act& act = one.chance.act;
  std::string out =
      fmt::format("{:6.1f} %  {}  ({})\n", 100 * one.chance.probability,
                  act_text(page.timeline, act), fc::quad_of(page.timeline.relations[act.relation]));
  if (one.month_before) {
    fmt::format_to(std::back_inserter(out), "    a month before {:.1f} %, change {:+.1f}\n",
                   100 * *one.month_before, 100 * (one.chance.probability - *one.month_before));
  }
  if (one.chance.before > 0) {
    fmt::format_to(std::back_inserter(out), "    happened {} time{}, last on {}\n",
                   one.chance.before, one.chance.before == 1 ? "" : "s",
                   page.timeline.iso(one.last));
  } else {
    out += "    never happened before\n";
  }
  if (one.chance.method != fc::Method::trees) {
    fmt::format_to(std::back_inserter(out),
                   "    by {}: there is too little history to learn from\n",
                   name_of(one.chance.method));
  }
  out += reasons_text(one.reasons);
  for (const fc::FollowUp& rule : one.rules) {
    out += rule_text(page.timeline, act.relation, rule, page.days);
  }
  for (const fc::Act& past : told_once(page.book, one.acts, page.today, most_acts)) {
    out += past_text(page, past);
  }
  return out + "\n";
}

fc::OutlookAsked asked_of(const Options& options, const fc::Timeline& timeline) {
  fc::OutlookAsked asked;
  asked.acts.actors = timeline.actors_called(options.actor);
  if (!options.recipient.empty()) {
    asked.acts.recipients = timeline.actors_called(options.recipient);
  }
  if (!options.type.empty()) asked.acts.relations = {timeline.relation(options.type)};
  asked.horizon = options.days;
  asked.today = day_of_option(timeline, options.as_of, timeline.last_told());
  asked.limit = options.limit;
  asked.threads = options.threads;
  return asked;
}

/// What must be known about the forecasts before they are believed, on standard error.
void tell_worth(const fc::Outlook& found) {
  Console console;
  if (!found.prospects.empty() && found.prospects.front().chance.method != fc::Method::trees) {
    console.note(
        "too little history to learn from: these are base rates and plain recurrence, "
        "not learnt forecasts");
  }
  console.note(
      "such forecasts of the last weeks, as of each day from what was published "
      "by then: " +
      fc::verdict(found.proof));
}

int run(const Options& options) {
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const fc::Timeline timeline = timeline_of(store, options.as_of);
  const fc::OutlookAsked asked = asked_of(options, timeline);
  const fc::Outlook found = fc::outlook(timeline, asked);
  if (found.weighed == 0) {
    Console().note(options.actor + " and " + options.recipient +
                   " never met in this store: nothing is forecast");
    return status_done;
  }
  const ActBook book(timeline);
  const Page page{store, timeline, book, asked.today, asked.horizon};
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  std::string out;
  if (table) {
    out = fmt::format("Within {} days from {}, the likeliest of {} acts:\n\n", asked.horizon,
                      timeline.iso(asked.today), found.weighed);
  }
  for (const fc::Prospect& one : found.prospects) {
    out += table ? text_of(page, one) : json_of(page, one);
  }
  write_output(out);
  tell_worth(found);
  return status_done;
}

}  // namespace

void add_forecast(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command =
      *app.add_subcommand("forecast", "what an actor will likely do, and what that rests on");
  add_store_argument(command, *options);
  command.add_option("--actor", options->actor, "who acts; a code without sector stands for all")
      ->required()
      ->type_name("CODE");
  command.add_option("--recipient", options->recipient, "only acts on these")->type_name("CODE");
  command.add_option("--type", options->type, "only acts of this type, such as ASSAULT")
      ->type_name("TYPE");
  command.add_option("--days", options->days, "within how many days: 7, 30 (default) or 90")
      ->check(CLI::IsMember({7, 30, 90}))
      ->type_name("DAYS");
  add_as_of_option(command, options->as_of);
  command.add_option("--limit", options->limit, "how many acts at most; 10 by default")
      ->type_name("N");
  add_threads_option(command, *options);
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente forecast news.store --actor TUR --recipient SYR --days 30");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
