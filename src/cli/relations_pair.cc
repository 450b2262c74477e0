// One pair: sums, how it stands, its curve, its turns, and the sentences behind.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/relations_rows.h"
#include "cli/relations_views.h"
#include "record/json_text.h"
#include "relations/turning.h"

namespace entente::cli {

using relations::CurvePoint;
using relations::Deeds;
using relations::Dyad;
using relations::Intensity;
using relations::Pair;
using relations::TurningPoint;

namespace {

/// All that is shown of one direction.
struct Direction {
  Pair pair;
  std::string actor, recipient;  // codes
  std::vector<CurvePoint> curve;
  std::vector<TurningPoint> turns;
  bool per_volume = true;
};

struct PairView {
  Deeds deeds;  // of all days before the last asked for, which the curve's beginning still feels
  Deeds asked;  // of the period asked for
  std::vector<Dyad> dyads;
  std::vector<Direction> directions;
  std::map<std::int64_t, const Act*> acts;
};

void append_point_json(std::string& out, const CurvePoint& point) {
  JsonObject object(out);
  object.member("from", iso_day(point.step.first));
  object.member("until", iso_day(point.step.last));
  object.member("acts", point.acts);
  object.key("quads");
  out += fmt::format("[{}]", fmt::join(point.quads, ","));
  append_member(object, out, "goldstein", point.goldstein);
  append_member(object, out, "plover", point.plover);
  append_member(object, out, "felt", point.felt);
  append_member(object, out, "per_report", point.per_report);
  object.member("share", point.share);
  object.member("all_acts", point.all_acts);
  object.member("all_reports", point.all_reports);
  object.close();
}

void append_curve_json(std::string& out, const Direction& direction,
                       const RelationsOptions& options) {
  JsonObject object(out);
  object.member("record", "curve");
  object.member("actor", direction.actor);
  object.member("recipient", direction.recipient);
  object.member("step", options.by);
  object.member("half_life", options.half_life);
  object.key("points");
  out += '[';
  for (std::size_t i = 0; i < direction.curve.size(); ++i) {
    if (i > 0) out += ',';
    append_point_json(out, direction.curve[i]);
  }
  out += ']';
  object.close();
  out += '\n';
}

void append_turn_json(std::string& out, const Direction& direction, const TurningPoint& turn) {
  JsonObject object(out);
  object.member("record", "turn");
  object.member("actor", direction.actor);
  object.member("recipient", direction.recipient);
  object.member("from", iso_day(turn.step.first));
  object.member("quad", std::uint64_t{turn.quad});
  object.key("rises");
  out += turn.rises ? "true" : "false";
  object.key("before");
  out += fmt::format("[{}]", fmt::join(turn.before, ","));
  object.key("after");
  out += fmt::format("[{}]", fmt::join(turn.after, ","));
  object.member("gain", turn.gain);
  object.key("per_volume");
  out += direction.per_volume ? "true" : "false";
  object.key("acts");
  out += fmt::format("[{}]", fmt::join(turn.acts, ","));
  object.close();
  out += '\n';
}

// ---- tables

std::string step_name(Period step, const std::string& by) {
  constexpr std::size_t of_month = 7;
  const std::string day = iso_day(step.first);
  return by == "week" ? day : day.substr(0, of_month);
}

/// Cooperation and conflict of a step as two bars beside each other.
std::string bars(const Intensity& value, double most) {
  constexpr double length = 8;
  const auto bar = [&](double part, const char* block) {
    std::string out;
    const auto blocks = most > 0 ? std::lround(length * part / most) : 0;
    for (long i = 0; i < blocks; ++i) out += block;
    return out.empty() && part > 0 ? std::string(block) : out;
  };
  return bar(value.cooperation, "░") + bar(value.conflict, "█");
}

double most_of(const std::vector<Direction>& directions) {
  double most = 0;
  for (const Direction& direction : directions) {
    for (const CurvePoint& point : direction.curve) {
      most = std::max({most, point.goldstein.cooperation, point.goldstein.conflict});
    }
  }
  return most;
}

/// Whether nothing is placed in that step more closely than by a share of a longer time.
bool is_vague(const std::vector<Direction>& directions, std::size_t at) {
  constexpr double half = 0.5;
  return std::ranges::all_of(
      directions, [&](const Direction& direction) { return direction.curve[at].acts < half; });
}

bool is_empty(const std::vector<Direction>& directions, std::size_t at) {
  return std::ranges::all_of(
      directions, [&](const Direction& direction) { return direction.curve[at].acts == 0; });
}

TextTable curve_table(const std::vector<Direction>& directions, const CodeNames& names) {
  std::vector<TextColumn> columns{{"  from"}};
  for (const Direction& direction : directions) {
    columns.push_back({"acts", true});
    columns.push_back({"coop.", true, 2});
    columns.push_back({"conflict", true, 2});
    columns.push_back({names.name(direction.actor) + " → " + names.name(direction.recipient)});
    columns.push_back({"felt net", true, 1});
  }
  return TextTable(std::move(columns));
}

/// Whole numbers as such: an act without a day counts in several steps by shares.
std::string acts_cell(double acts) {
  constexpr double close = 1e-6;
  const double whole = std::round(acts);
  return std::abs(acts - whole) < close ? count_cell(static_cast<std::uint64_t>(whole))
                                        : fmt::format("{:.1f}", acts);
}

/// Steps [begin, end) as one row: their sums, and what is felt at the end.
std::vector<std::string> curve_row(const std::vector<Direction>& directions, std::size_t begin,
                                   std::size_t end, double most, const std::string& by) {
  const std::vector<CurvePoint>& steps = directions.front().curve;
  std::string name = "  " + step_name(steps[begin].step, by);
  if (end - begin > 1) name += " – " + step_name(steps[end - 1].step, by);
  std::vector<std::string> row{std::move(name)};
  for (const Direction& direction : directions) {
    double acts = 0;
    Intensity sum;
    for (std::size_t i = begin; i < end; ++i) {
      acts += direction.curve[i].acts;
      sum.cooperation += direction.curve[i].goldstein.cooperation;
      sum.conflict += direction.curve[i].goldstein.conflict;
    }
    row.insert(row.end(), {acts_cell(acts), amount(sum.cooperation), amount(sum.conflict),
                           end - begin > 1 ? "" : bars(sum, most),
                           amount(direction.curve[end - 1].felt.net())});
  }
  return row;
}

/// How far from `begin` steps are of one kind: without any act, vague, or one alone.
std::size_t end_of_run(const std::vector<Direction>& directions, std::size_t begin) {
  const std::size_t points = directions.front().curve.size();
  const bool empty = is_empty(directions, begin);
  std::size_t end = begin;
  while (end < points && is_vague(directions, end) && is_empty(directions, end) == empty) ++end;
  constexpr std::size_t worth_joining = 3;
  return end - begin < worth_joining ? begin + 1 : end;
}

void append_curve(std::string& out, const PairView& view, const RelationsOptions& options,
                  const CodeNames& names) {
  TextTable table = curve_table(view.directions, names);
  const double most = most_of(view.directions);
  const std::size_t points = view.directions.front().curve.size();
  for (std::size_t i = 0; i < points;) {
    const std::size_t end = end_of_run(view.directions, i);
    if (end - i > 1 && is_empty(view.directions, i)) {
      table.add_note(fmt::format("  …  {} {}s without an act", end - i, options.by));
    } else {
      table.add(curve_row(view.directions, i, end, most, options.by));
    }
    i = end;
  }
  out += "\n" + heading("By " + options.by, output_has_colour());
  table.append_to(out, output_width(), output_has_colour());
  out +=
      wrapped(fmt::format("bars: ░ cooperation, █ conflict, sums of Goldstein's values; felt net: "
                          "their difference with a half-life of {:g} days",
                          options.half_life),
              output_width(), 2);
}

const char* quad_name(std::uint8_t quad) {
  constexpr const char* names[] = {"verbal cooperation", "material cooperation", "verbal conflict",
                                   "material conflict"};
  return names[quad - 1U];
}

void append_turns(std::string& out, Desk& desk, const PairView& view,
                  const RelationsOptions& options) {
  bool any = false;
  for (const Direction& direction : view.directions) {
    for (const TurningPoint& turn : direction.turns) {
      if (!any) out += "\n" + heading("Where it turned", output_has_colour());
      any = true;
      const std::size_t q = turn.quad - 1U;
      out += fmt::format("  {}  {} → {}: {} {}, {:.1f} → {:.1f} acts a {}\n",
                         step_name(turn.step, options.by), desk.names().name(direction.actor),
                         desk.names().name(direction.recipient), turn.rises ? "more" : "less",
                         quad_name(turn.quad), turn.before[q], turn.after[q], options.by);
      for (const std::int64_t id : turn.acts) {
        const auto act = view.acts.find(id);
        if (act != view.acts.end()) out += act_text(desk, *act->second, 6);
      }
    }
  }
}

// ---- what is shown

Direction direction_of(const Desk& desk, const PairView& view, Pair pair, Period span,
                       std::span<const relations::DayVolume> volumes,
                       const RelationsOptions& options) {
  Direction direction;
  direction.pair = pair;
  direction.actor = view.deeds.codes[pair.first];
  direction.recipient = view.deeds.codes[pair.second];
  relations::CurveOptions of_curve;
  of_curve.step = desk.step();
  of_curve.half_life = options.half_life;
  of_curve.from = span.first;
  of_curve.until = span.last;
  direction.curve = relations::curve_of(view.deeds, pair, volumes, of_curve);
  relations::TurningOptions of_turns;
  direction.per_volume = relations::volume_informs(direction.curve);
  of_turns.per_volume = direction.per_volume;
  direction.turns = relations::turning_points(view.deeds, pair, direction.curve, of_turns);
  return direction;
}

/// The days of the curve: those asked for, else from the first act of the pair to its last.
Period span_of(const Desk& desk, const std::vector<Dyad>& dyads) {
  Period span;
  for (const Dyad& dyad : dyads) {
    if (dyad.first == no_day) continue;
    span.first = span.known() ? std::min(span.first, dyad.first) : dyad.first;
    span.last = std::max(span.last, dyad.last);
  }
  if (!span.known()) return span;
  span.first = desk.from().value_or(span.first);
  span.last = desk.until().value_or(span.last);
  return span;
}

PairView view_of(Desk& desk, std::span<const Act> acts, const Subject& a, const Subject& b,
                 const RelationsOptions& options) {
  PairView view;
  const std::vector<std::string> wholes = {a.code, b.code};
  view.deeds = desk.deeds(acts, wholes, false);
  view.asked = desk.deeds(acts, wholes, true);
  for (const Act& act : acts) view.acts.emplace(act.id, &act);
  const std::vector<relations::DayVolume> volumes = desk.volumes();
  view.dyads = relations::dyads_of(view.asked, desk.measures(volumes));
  const auto is = [&](relations::Party party, const Subject& subject) {
    return view.asked.codes[party] == subject.code;
  };
  std::erase_if(view.dyads, [&](const Dyad& dyad) {
    return !(is(dyad.actor, a) && is(dyad.recipient, b)) &&
           !(is(dyad.actor, b) && is(dyad.recipient, a));
  });
  std::ranges::stable_sort(view.dyads, {}, [&](const Dyad& dyad) { return !is(dyad.actor, a); });
  const Period span = span_of(desk, view.dyads);
  if (!span.known()) return view;
  for (const Dyad& dyad : view.dyads) {
    const Pair pair{*view.deeds.party(view.asked.codes[dyad.actor]),
                    *view.deeds.party(view.asked.codes[dyad.recipient])};
    view.directions.push_back(direction_of(desk, view, pair, span, volumes, options));
  }
  return view;
}

/// Acts of the pair within the period, each once.
std::vector<const Act*> acts_between(const PairView& view) {
  std::vector<const Act*> found;
  for (const relations::Deed& deed : view.asked.all) {
    const bool between = std::ranges::any_of(view.dyads, [&](const Dyad& dyad) {
      return std::ranges::binary_search(deed.pairs, Pair{dyad.actor, dyad.recipient});
    });
    const auto act = view.acts.find(deed.act);
    if (between && act != view.acts.end()) found.push_back(act->second);
  }
  return found;
}

void append_records(std::string& out, Desk& desk, const PairView& view,
                    std::span<const relations::StandingRelation> standing,
                    const RelationsOptions& options) {
  for (const Dyad& dyad : view.dyads) append_dyad_json(out, dyad, view.asked, desk.names());
  append_standing(out, desk, standing);
  for (const Direction& direction : view.directions) append_curve_json(out, direction, options);
  for (const Direction& direction : view.directions) {
    for (const TurningPoint& turn : direction.turns) append_turn_json(out, direction, turn);
  }
  for (const Act* act : weightiest(acts_between(view), options.sentences)) {
    append_act_json(out, desk, *act);
  }
}

void append_tables(std::string& out, Desk& desk, const PairView& view,
                   std::span<const relations::StandingRelation> standing,
                   const RelationsOptions& options) {
  const bool colour = output_has_colour();
  if (view.dyads.empty()) out += "No act between the two is told.\n";
  TextTable sums = pair_table();
  for (const Dyad& dyad : view.dyads) add_pair(sums, dyad, view.asked, desk.names());
  sums.append_to(out, output_width(), colour);
  append_standing(out, desk, standing);
  if (!view.directions.empty()) append_curve(out, view, options, desk.names());
  append_turns(out, desk, view, options);
  const std::vector<const Act*> acts = acts_between(view);
  const std::vector<const Act*> shown = weightiest(acts, options.sentences);
  if (shown.empty()) return;
  out += "\n" + heading(shown.size() == acts.size()
                            ? "What happened"
                            : fmt::format("What happened: the {} most reported of {} acts",
                                          shown.size(), acts.size()),
                        colour);
  for (const Act* act : shown) out += act_text(desk, *act, 2);
}

}  // namespace

void show_pair(std::string& out, Desk& desk, const RelationsOptions& options, const Subject& a,
               const Subject& b) {
  if (a.code == b.code) {
    throw Error(ErrorKind::invalid_value, "'" + a.name + "' is given twice; name two actors");
  }
  const std::vector<Act> acts = desk.acts_of(a, b);
  const PairView view = view_of(desk, acts, a, b, options);
  std::vector<relations::StandingRelation> standing;
  if (!a.is_person && !b.is_person) standing = standing_of(desk, acts, {a.code}, {b.code});
  if (!desk.table()) return append_records(out, desk, view, standing, options);
  out += heading(fmt::format("{} and {}", a.name, b.name), output_has_colour());
  append_tables(out, desk, view, standing, options);
}

}  // namespace entente::cli
