// What the commands that forecast from a store share.
#include "cli/forecast_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>

#include "cli/story_options.h"
#include "cli/terminal.h"
#include "forecast/store_timeline.h"

namespace entente::cli {
namespace {

namespace fc = entente::forecast;

std::string check_date(const std::string& text) {
  return period_of(text).known() ? "" : "'" + text + "' is no date; write 2016-08-16";
}

}  // namespace

fc::Timeline timeline_of(Store& store, const std::string& as_of) {
  std::optional<Day> day;
  if (!as_of.empty()) day = period_of(as_of).last;
  fc::Timeline timeline = fc::read_timeline(store, day);
  const std::string& file = store.database().file();
  std::string left_out;
  const auto tell = [&](std::uint64_t count, const char* why) {
    if (count > 0) left_out += fmt::format("{}{} {}", left_out.empty() ? "" : ", ", count, why);
  };
  tell(timeline.one_sided, "without both parties");
  tell(timeline.undated, "without a day");
  tell(timeline.long_past, "told of more than three months after");
  if (timeline.empty()) {
    throw Error(ErrorKind::invalid_value,
                "holds no act between two coded actors that happened on a known day" +
                    (as_of.empty() ? "" : " and was told of by " + as_of) +
                    (left_out.empty() ? "" : " (left out: " + left_out + ")") +
                    ": there is nothing to forecast from",
                {file});
  }
  if (!left_out.empty()) Console().note("acts left out of forecasts: " + left_out);
  return timeline;
}

void add_as_of_option(CLI::App& command, std::string& as_of) {
  command
      .add_option("--as-of", as_of,
                  "forecast from that day, knowing only what documents published by then said")
      ->type_name("DATE")
      ->check(CLI::Validator(check_date, "", "date"));
}

fc::Day day_of_option(const fc::Timeline& timeline, const std::string& as_of, fc::Day otherwise) {
  if (as_of.empty()) return otherwise;
  const fc::Day day = period_of(as_of).last - timeline.origin;
  constexpr fc::Day a_month = 30;
  if (day > timeline.last_told() + a_month) {
    Console().note("nothing is known of the time after " + timeline.iso(timeline.last_told()) +
                   ", long before " + timeline.iso(day));
  }
  if (day >= timeline.first_told()) return day;
  throw Error(ErrorKind::invalid_value, "nothing was told by " + as_of +
                                            "; the first act was told on " +
                                            timeline.iso(timeline.first_told()));
}

ActBook::ActBook(const fc::Timeline& timeline) {
  for (const fc::ToldAct& told : timeline.acts) {
    ids_.push_back({told.act, {told.told, told.id}});
  }
  std::ranges::sort(ids_);
}

std::int64_t ActBook::id_of(const fc::Act& act, fc::Day today) const {
  const auto found =
      std::ranges::lower_bound(ids_, act, {}, [](const auto& one) { return one.first; });
  if (found == ids_.end() || found->first != act || found->second.first > today) return 0;
  return found->second.second;
}

std::vector<ActReport> own_reports(Store& store, std::int64_t act, std::optional<Day> as_of,
                                   std::size_t most) {
  std::vector<ActReport> reports = read_reports(store, act);
  std::erase_if(reports, [&](const ActReport& report) {
    const Day published = day_of(report.origin.published);
    return report.copy || report.item.status != Status::actual || (as_of && published > *as_of);
  });
  if (reports.size() > most) reports.resize(most);
  return reports;
}

std::vector<fc::Act> told_once(const ActBook& book, const std::vector<fc::Act>& acts, fc::Day today,
                               std::size_t most) {
  std::vector<fc::Act> kept;
  std::vector<std::int64_t> ids;
  for (const fc::Act& act : acts) {
    const std::int64_t id = book.id_of(act, today);
    if (kept.size() == most || std::ranges::find(ids, id) != ids.end()) continue;
    ids.push_back(id);
    kept.push_back(act);
  }
  return kept;
}

std::string rule_text(const fc::Timeline& timeline, fc::RelationId then, const fc::FollowUp& rule,
                      fc::Day days) {
  const fc::Extent extent = timeline.extent();
  const bool by_actor = rule.before < extent.relations;
  return fmt::format(
      "    rule: the {}'s {} was followed within {} days by the actor's {} in {} of {} cases on "
      "any "
      "pair since {} (after any act in {:.1f} %)\n",
      by_actor ? "actor" : "recipient",
      timeline.relations[by_actor ? rule.before : extent.inverse(rule.before)], days,
      timeline.relations[then], rule.held, rule.cases, timeline.iso(rule.since), 100 * rule.usual);
}

std::string act_text(const fc::Timeline& timeline, const fc::Act& act) {
  return fmt::format("{} {} {}", timeline.actors[act.actor], timeline.relations[act.relation],
                     timeline.actors[act.recipient]);
}

fc::Act seen_from(const fc::Timeline& timeline, fc::ActorId owner, fc::RelationId relation,
                  fc::ActorId other) {
  const fc::Extent extent = timeline.extent();
  if (relation < extent.relations) return {owner, relation, other, 0};
  return {other, extent.inverse(relation), owner, 0};
}

double rounded(double value) {
  constexpr double decimals = 1e4;
  return std::round(value * decimals) / decimals;
}

}  // namespace entente::cli
