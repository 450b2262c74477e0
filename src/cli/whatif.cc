// entente whatif: which forecasts would move if acts had happened that did not.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>

#include "cli/commands.h"
#include "cli/forecast_options.h"
#include "cli/story_options.h"
#include "forecast/supposition.h"
#include "record/json_text.h"

namespace entente::cli {
namespace {

namespace fc = entente::forecast;

struct Options : StoreOptions {
  std::vector<std::string> acts;
  std::string as_of;
  fc::Day days = 30;
  std::size_t limit = 10, cases = 5;
};

constexpr const char* caveat =
    "This is association in past news, not cause: what usually came together in what was reported.";

/// An act as it was given.
struct Given {
  std::string actor, type, recipient;
  std::optional<Day> day;
};

Given parse_given(const std::string& text) {
  std::istringstream words(text);
  Given given;
  std::string date, rest;
  words >> given.actor >> given.type >> given.recipient >> date >> rest;
  if (given.recipient.empty() || !rest.empty()) {
    throw Error(ErrorKind::invalid_value,
                "'" + text + "' is no act; write \"TUR MOBILIZE SYR 2016-02-14\"");
  }
  if (date.empty()) return given;
  given.day = period_of(date).last;
  if (*given.day == no_day) {
    throw Error(ErrorKind::invalid_value,
                "'" + date + "' in '" + text + "' is no date; write 2016-02-14");
  }
  return given;
}

/// The actor of exactly that code.
fc::ActorId actor_of(const fc::Timeline& timeline, const std::string& code) {
  for (const fc::ActorId id : timeline.actors_called(code)) {
    if (timeline.actors[id].size() == code.size()) return id;
  }
  constexpr std::size_t most_named = 8;
  const std::vector<fc::ActorId> found = timeline.actors_called(code);
  std::string sectors;
  for (std::size_t i = 0; i < std::min(found.size(), most_named); ++i) {
    sectors += (sectors.empty() ? "" : ", ") + timeline.actors[found[i]];
  }
  if (found.size() > most_named) sectors += fmt::format(" and {} more", found.size() - most_named);
  throw Error(ErrorKind::invalid_value,
              "'" + code + "' itself is no actor of this store; there are " + sectors);
}

struct Page {
  Store& store;
  const fc::Timeline& timeline;
  const ActBook& book;
  fc::Day today = 0, days = 0;
  [[nodiscard]] std::optional<Day> as_of() const { return timeline.origin + today; }
};

std::string first_sentence(const Page& page, const fc::Act& act) {
  const std::int64_t id = page.book.id_of(act, page.today);
  for (const ActReport& report : own_reports(page.store, id, page.as_of(), 1)) {
    return fmt::format("{}:{}-{}  {}", report.item.doc, report.item.span.begin,
                       report.item.span.end, on_one_line(report.item.sentence));
  }
  return "";
}

/// How many of the cases each kind of act followed in, the most frequent first. Acts are told as
/// the supposed one's actor sees them: done by it, or to it.
std::vector<std::pair<std::string, std::size_t>> followed_in(
    const Page& page, const std::vector<fc::Precedent>& precedents) {
  std::map<std::string, std::size_t> counts;
  for (const fc::Precedent& one : precedents) {
    std::vector<std::string> kinds;
    for (const fc::Act& act : one.followed) {
      kinds.push_back(page.timeline.relations[act.relation] +
                      (act.actor == one.act.actor ? " by the actor" : " by the other"));
    }
    std::ranges::sort(kinds);
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    for (const std::string& kind : kinds) ++counts[kind];
  }
  std::vector<std::pair<std::string, std::size_t>> list(counts.begin(), counts.end());
  std::ranges::stable_sort(list, [](const auto& a, const auto& b) { return a.second > b.second; });
  return list;
}

std::string moved_text(const Page& page, const fc::Moved& moved) {
  std::string out = fmt::format(
      "{:6.1f} % → {:5.1f} %  ({:+.1f})  {}{}\n", 100 * moved.without, 100 * moved.with,
      100 * moved.change(), act_text(page.timeline, moved.act),
      moved.method == fc::Method::trees ? std::string()
                                        : fmt::format("  (by {})", name_of(moved.method)));
  std::string families;
  for (const auto& [family, weight] : moved.families) {
    if (std::abs(weight) < 0.005) continue;
    fmt::format_to(std::back_inserter(families), "{}{} {:+.2f}", families.empty() ? "" : ", ",
                   family, weight);
  }
  if (!families.empty()) out += "    moved by (logarithms of odds): " + families + "\n";
  for (const fc::FollowUp& rule : moved.rules) {
    out += rule_text(page.timeline, moved.act.relation, rule, page.days);
  }
  return out;
}

std::string cases_text(const Page& page, const fc::Act& act,
                       const std::vector<fc::Precedent>& precedents) {
  std::string out = fmt::format("\nPast cases most like {} on {}:\n", act_text(page.timeline, act),
                                page.timeline.iso(act.day));
  if (precedents.empty()) return out + "  none is known\n";
  constexpr std::size_t most_named = 4;  // of what followed
  auto to = std::back_inserter(out);
  for (const fc::Precedent& one : precedents) {
    fmt::format_to(to, "  {}  {}  (distance {:.2f})  act {}\n    {}\n",
                   page.timeline.iso(one.act.day), act_text(page.timeline, one.act), one.distance,
                   page.book.id_of(one.act, page.today), first_sentence(page, one.act));
    if (one.followed.empty()) out += "    nothing followed on the pair\n";
    const std::vector<fc::Act> followed =
        told_once(page.book, one.followed, page.today, one.followed.size());
    for (std::size_t i = 0; i < std::min(followed.size(), most_named); ++i) {
      const fc::Act& after = followed[i];
      const fc::Day days = after.day - one.act.day;
      fmt::format_to(to, "    after {} day{}: {}  act {}\n", days, days == 1 ? "" : "s",
                     act_text(page.timeline, after), page.book.id_of(after, page.today));
    }
    if (followed.size() > most_named) {
      fmt::format_to(to, "    and {} more\n", followed.size() - most_named);
    }
  }
  std::string summary;
  for (const auto& [kind, count] : followed_in(page, precedents)) {
    fmt::format_to(std::back_inserter(summary), "{}{} in {}", summary.empty() ? "" : ", ", kind,
                   count);
  }
  fmt::format_to(to, "  within {} days of these {} cases: {}\n", page.days, precedents.size(),
                 summary.empty() ? "nothing" : summary);
  return out;
}

void append_act_members(JsonObject& object, const fc::Timeline& timeline, const fc::Act& act) {
  object.member("actor", timeline.actors[act.actor]);
  object.member("type", timeline.relations[act.relation]);
  object.member("recipient", timeline.actors[act.recipient]);
}

std::string moved_json(const Page& page, const fc::Moved& moved) {
  std::string out;
  JsonObject object(out);
  object.member("kind", "moved");
  append_act_members(object, page.timeline, moved.act);
  object.member("as_of", page.timeline.iso(page.today));
  object.member("days", static_cast<std::uint64_t>(page.days));
  object.member("without", rounded(moved.without));
  object.member("with", rounded(moved.with));
  object.member("change", rounded(moved.change()));
  object.member("method", name_of(moved.method));
  append_list(object, out, "families", moved.families, [&](const auto& family) {
    JsonObject entry(out);
    entry.member("family", family.first);
    entry.member("weight", rounded(family.second));
    entry.close();
  });
  append_list(object, out, "rules", moved.rules, [&](const fc::FollowUp& rule) {
    JsonObject entry(out);
    append_act_members(entry, page.timeline,
                       seen_from(page.timeline, moved.act.actor, rule.before, moved.act.recipient));
    entry.member("held", rule.held);
    entry.member("cases", rule.cases);
    entry.member("usual", rounded(rule.usual));
    entry.member("since", page.timeline.iso(rule.since));
    entry.close();
  });
  object.member("caveat", caveat);
  object.close();
  return out + '\n';
}

std::string case_json(const Page& page, const fc::Act& supposed, const fc::Precedent& one) {
  std::string out;
  JsonObject object(out);
  object.member("kind", "case");
  object.member("like", act_text(page.timeline, supposed));
  append_act_members(object, page.timeline, one.act);
  object.member("when", page.timeline.iso(one.act.day));
  const std::int64_t id = page.book.id_of(one.act, page.today);
  object.member("act", static_cast<std::uint64_t>(id));
  object.member("distance", rounded(one.distance));
  object.key("reports");
  append_reports(out, own_reports(page.store, id, page.as_of(), 2));
  append_list(object, out, "followed", one.followed, [&](const fc::Act& act) {
    JsonObject entry(out);
    append_act_members(entry, page.timeline, act);
    entry.member("when", page.timeline.iso(act.day));
    entry.member("act", static_cast<std::uint64_t>(page.book.id_of(act, page.today)));
    entry.close();
  });
  object.member("caveat", caveat);
  object.close();
  return out + '\n';
}

std::string json_of(const Page& page, const std::vector<fc::Act>& acts, const fc::Supposed& found) {
  std::string out;
  for (const fc::Moved& moved : found.moved) out += moved_json(page, moved);
  for (std::size_t i = 0; i < acts.size(); ++i) {
    for (const fc::Precedent& one : found.precedents[i]) out += case_json(page, acts[i], one);
  }
  return out;
}

std::string text_of(const Page& page, const std::vector<fc::Act>& acts, const fc::Supposed& found) {
  std::string out = "If it had happened that\n";
  for (const fc::Act& act : acts) {
    fmt::format_to(std::back_inserter(out), "  {}  {}\n", page.timeline.iso(act.day),
                   act_text(page.timeline, act));
  }
  fmt::format_to(std::back_inserter(out),
                 "then these forecasts for the {} days from {} would move ({} others hardly "
                 "would):\n{}\n\n",
                 page.days, page.timeline.iso(page.today), found.unmoved, caveat);
  if (found.moved.empty()) out += "  none\n";
  for (const fc::Moved& moved : found.moved) out += moved_text(page, moved);
  for (std::size_t i = 0; i < acts.size(); ++i) {
    out += cases_text(page, acts[i], found.precedents[i]);
  }
  return out;
}

/// The day as of which is asked: as given, else the last one of the supposed acts, else of the
/// store.
fc::Day today_of(const fc::Timeline& timeline, const Options& options,
                 const std::vector<Given>& given) {
  fc::Day day = -1;
  for (const Given& one : given) {
    if (one.day) day = std::max(day, static_cast<fc::Day>(*one.day - timeline.origin));
  }
  if (!options.as_of.empty() || day < 0) {
    return day_of_option(timeline, options.as_of, timeline.last_told());
  }
  return day_of_option(timeline, timeline.iso(day), day);
}

std::vector<fc::Act> supposed_acts(const fc::Timeline& timeline, const std::vector<Given>& given,
                                   fc::Day today) {
  std::vector<fc::Act> acts;
  for (const Given& one : given) {
    fc::Act act;
    act.actor = actor_of(timeline, one.actor);
    act.relation = timeline.relation(one.type);
    act.recipient = actor_of(timeline, one.recipient);
    act.day = one.day ? *one.day - timeline.origin : today;
    if (act.day > today) {
      throw Error(ErrorKind::invalid_value, "an act on " + timeline.iso(act.day) +
                                                " is not past as of " + timeline.iso(today));
    }
    if (act.day < 0) {
      throw Error(ErrorKind::invalid_value, "an act on " + timeline.iso(act.day) +
                                                " is before all that the store knows, which begins "
                                                "on " +
                                                timeline.iso(0));
    }
    acts.push_back(act);
  }
  return acts;
}

int run(const Options& options) {
  std::vector<Given> given;
  for (const std::string& text : options.acts) given.push_back(parse_given(text));
  Store store(options.store, Access::read, patience(options));
  warn_of_unlinked(store);
  const fc::Timeline timeline = timeline_of(store, options.as_of);
  const fc::Day today = today_of(timeline, options, given);
  const std::vector<fc::Act> acts = supposed_acts(timeline, given, today);
  fc::ForecasterOptions choices;
  choices.horizons = {options.days};
  choices.threads = options.threads;
  choices.sample_from = std::max<fc::Day>(0, today - fc::Forecaster::memory);
  fc::Forecaster forecaster(timeline, choices);
  forecaster.advance(today);
  forecaster.learn();
  const fc::Supposed found =
      fc::suppose(forecaster, acts, {0, options.limit, 0.001, options.cases});
  const ActBook book(timeline);
  const Page page{store, timeline, book, today, options.days};
  const bool table = options.format.empty() ? output_is_terminal() : options.format == "table";
  write_output(table ? text_of(page, acts, found) : json_of(page, acts, found));
  Console console;
  if (!forecaster.occurrence().learnt(0)) {
    console.note(
        "too little history to learn from: probabilities are base rates and "
        "plain recurrence, which only the same act on the same pair can move");
  }
  if (!table) console.note(caveat);
  return status_done;
}

}  // namespace

void add_whatif(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command =
      *app.add_subcommand("whatif", "which forecasts would move if acts had happened that did not");
  add_store_argument(command, *options);
  command
      .add_option("ACT", options->acts,
                  "an act that is supposed: \"ACTOR TYPE RECIPIENT [DATE]\"; without a date on the "
                  "day as of which is asked")
      ->required();
  command.add_option("--days", options->days, "within how many days: 7, 30 (default) or 90")
      ->check(CLI::IsMember({7, 30, 90}))
      ->type_name("DAYS");
  add_as_of_option(command, options->as_of);
  command.add_option("--limit", options->limit, "how many forecasts at most; 10 by default")
      ->type_name("N");
  command.add_option("--cases", options->cases, "how many past cases at most; 5 by default")
      ->type_name("N");
  add_threads_option(command, *options);
  add_format_option(command, *options, {"jsonl", "table"},
                    "jsonl or table; table on a terminal, else jsonl");
  command.footer("Example:\n  entente whatif news.store \"TUR MOBILIZE SYR 2016-02-14\"\n" +
                 std::string(caveat));
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli
