// Chooses the most active pairs and parties and writes what src/relations/ says of them.
#include "serve/report_relations.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relations/balance.h"
#include "relations/blocs.h"
#include "relations/brokers.h"
#include "relations/curve.h"
#include "relations/deeds.h"
#include "relations/dyads.h"
#include "relations/layout.h"
#include "relations/network.h"
#include "relations/turning.h"

namespace entente {
namespace {

namespace rel = relations;

constexpr std::size_t most_pairs = 12;
constexpr std::size_t most_nodes = 40;
constexpr std::uint32_t least_acts_of_pair = 2;
constexpr std::size_t most_brokers = 3;
constexpr std::size_t most_strains = 10;
/// Curves over less time than this go by day, over more than that by month.
constexpr Day days_by_day = 120;
constexpr Day days_by_week = 3 * 365;

/// The days that curves are drawn over: those in which documents were published, since what these
/// recall from long before would squeeze the rest; where no document has a day, the days of the
/// middle nine tenths of all deeds.
Period frame_of(const Picture& picture, const rel::Deeds& deeds) {
  constexpr Day before = 7, shortest = 14;
  Period frame;
  for (const Act& act : picture.acts) {
    if (act.first_seen == no_day) continue;
    frame.first = frame.known() ? std::min(frame.first, act.first_seen) : act.first_seen;
    frame.last = std::max(frame.last, act.last_seen);
  }
  if (!frame.known()) {
    std::vector<Day> days;
    for (const rel::Deed& deed : deeds.all) {
      if (deed.when.known()) days.push_back(deed.when.last);
    }
    if (days.empty()) return frame;
    std::sort(days.begin(), days.end());
    frame = {days[days.size() / 20], days[days.size() - 1 - days.size() / 20]};
  }
  frame.first -= before;
  if (frame.days() < shortest) frame.first = frame.last - shortest + 1;
  return frame;
}

/// Two parties, the one of the smaller index first, and how many acts there are between them.
struct BothWays {
  rel::Party a = 0, b = 0;
  std::uint32_t acts = 0;
};

std::vector<BothWays> busiest_pairs(const rel::Deeds& deeds, Period frame) {
  std::map<rel::Pair, std::uint32_t> acts;
  for (const rel::Deed& deed : deeds.all) {
    if (!deed.when.overlaps(frame)) continue;
    std::set<rel::Pair> pairs;  // of a mutual act both ways are one
    for (const rel::Pair& pair : deed.pairs) pairs.insert(std::minmax(pair.first, pair.second));
    for (const rel::Pair& pair : pairs) ++acts[pair];
  }
  std::vector<BothWays> sorted;
  for (const auto& [pair, count] : acts) {
    if (count >= least_acts_of_pair && pair.first != pair.second) {
      sorted.push_back({pair.first, pair.second, count});
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const BothWays& x, const BothWays& y) { return x.acts > y.acts; });
  if (sorted.size() > most_pairs) sorted.resize(most_pairs);
  return sorted;
}

/// How all curves are drawn.
struct CurveFrame {
  Period days;
  bool by_day = false;
  rel::CurveOptions options;
};

CurveFrame curves_over(Period frame) {
  CurveFrame curves{frame, frame.days() <= days_by_day, {}};
  curves.options.step = frame.days() > days_by_week ? rel::Step::month : rel::Step::week;
  curves.options.half_life = curves.by_day ? 7 : 30;
  curves.options.from = frame.first;
  curves.options.until = frame.last;
  return curves;
}

std::vector<Day> points_of(const CurveFrame& curves) {
  std::vector<Day> days;
  if (curves.by_day) {
    for (Day day = curves.days.first; day <= curves.days.last; ++day) days.push_back(day);
    return days;
  }
  for (Period step = rel::step_of(curves.days.first, curves.options.step);
       step.first <= curves.days.last; step = rel::step_after(step, curves.options.step)) {
    days.push_back(step.first);
  }
  return days;
}

class Writer {
 public:
  Writer(std::string& out, const Picture& picture, const ReportWorld& world, NameList& actors)
      : out_(out),
        actors_(actors),
        deeds_(rel::deeds_of(picture.acts, world.ontology, world.kinship, {})),
        curves_(curves_over(frame_of(picture, deeds_))),
        dyads_(rel::dyads_of(deeds_, {})),
        volumes_(rel::day_volumes(deeds_)) {
    for (std::uint32_t i = 0; i < picture.acts.size(); ++i) act_at_.emplace(picture.acts[i].id, i);
    index_pairs();
  }

  void write_dyads() {
    if (!curves_.days.known()) {
      out_ += "[]";
      return;
    }
    append_list(out_, busiest_pairs(deeds_, curves_.days),
                [&](const BothWays& both) { write_pair(both); });
  }

  void write_blocs() {
    rel::NetworkOptions options;
    options.most_actors = most_nodes;
    const rel::Network network = rel::network_of(deeds_, dyads_, options);
    if (network.ties.empty()) {
      out_ += "null";
      return;
    }
    const rel::Blocs blocs = rel::blocs_of(network, {});
    JsonObject object(out_);
    object.key("nodes");
    write_nodes(network, blocs);
    object.key("edges");
    append_list(out_, network.ties, [&](const rel::Tie& tie) { write_tie(network, tie); });
    write_balance(object, rel::balance_of(network));
    object.key("brokers");
    write_brokers(network);
    object.close();
  }

 private:
  void index_pairs() {
    for (std::uint32_t i = 0; i < deeds_.all.size(); ++i) {
      for (const rel::Pair& pair : deeds_.all[i].pairs) deeds_of_pair_[pair].push_back(i);
    }
  }

  const std::vector<std::uint32_t>& deeds_of(rel::Pair pair) const {
    static const std::vector<std::uint32_t> none;
    const auto at = deeds_of_pair_.find(pair);
    return at == deeds_of_pair_.end() ? none : at->second;
  }

  std::uint32_t actor(const std::string& code) { return actors_.index_of(code); }
  void number(std::int64_t value) { append_number(out_, value); }
  /// Acts by their ids, as indexes in rising order, each once.
  void write_acts(const std::vector<std::int64_t>& ids) {
    std::vector<std::uint32_t> found;
    for (const std::int64_t id : ids) {
      if (const auto at = act_at_.find(id); at != act_at_.end()) found.push_back(at->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    append_list(out_, found, [&](std::uint32_t act) { number(act); });
  }
  std::vector<std::int64_t> acts_of(rel::Pair pair) const {
    std::vector<std::int64_t> ids;
    for (const std::uint32_t deed : deeds_of(pair)) ids.push_back(deeds_.all[deed].act);
    return ids;
  }

  void write_pair(const BothWays& both) {
    JsonObject object(out_);
    object.member("step", curves_.options.step == rel::Step::month ? "month" : "week");
    object.member("halfLife", curves_.options.half_life);
    object.key("days");
    append_list(out_, points_of(curves_), [&](Day day) { number(day); });
    object.key("directions");
    const rel::Pair ways[] = {{both.a, both.b}, {both.b, both.a}};
    append_list(out_, ways, [&](rel::Pair way) { write_direction(way); });
    object.close();
  }

  void write_direction(rel::Pair way) {
    const std::vector<rel::CurvePoint> curve =
        rel::curve_of(deeds_, way, volumes_, curves_.options);
    std::vector<rel::Intensity> felt;
    if (curves_.by_day) {
      felt = felt_by_day(way);
    } else {
      for (const rel::CurvePoint& point : curve) felt.push_back(point.felt);
      felt.resize(points_of(curves_).size());  // no deed of the pair has a day: all zero
    }
    JsonObject object(out_);
    object.member("actor", std::uint64_t{actor(deeds_.codes[way.first])});
    object.member("recipient", std::uint64_t{actor(deeds_.codes[way.second])});
    object.key("cooperation");
    append_list(out_, felt, [&](rel::Intensity at) { append_decimal(out_, at.cooperation); });
    object.key("conflict");
    append_list(out_, felt, [&](rel::Intensity at) { append_decimal(out_, at.conflict); });
    object.key("turns");
    rel::TurningOptions turning;
    turning.per_volume = rel::volume_informs(curve);
    append_list(out_, rel::turning_points(deeds_, way, curve, turning),
                [&](const rel::TurningPoint& turn) { write_turn(turn); });
    object.key("acts");
    write_acts(acts_of(way));
    object.close();
  }

  /// Over a few weeks, steps of a week would show next to nothing.
  std::vector<rel::Intensity> felt_by_day(rel::Pair way) {
    std::vector<rel::Intensity> felt;
    for (Day day = curves_.days.first; day <= curves_.days.last; ++day) {
      rel::Intensity at;
      for (const std::uint32_t i : deeds_of(way)) {
        at.add(deeds_.all[i].goldstein,
               rel::felt(deeds_.all[i].when, day, curves_.options.half_life));
      }
      felt.push_back(at);
    }
    return felt;
  }

  void write_turn(const rel::TurningPoint& turn) {
    const std::size_t quad = turn.quad - 1U;
    JsonObject object(out_);
    object.member("day", std::uint64_t(static_cast<std::uint32_t>(turn.step.first)));
    object.member("quad", std::uint64_t{turn.quad});
    object.key("before");
    append_decimal(out_, turn.before[quad]);
    object.key("after");
    append_decimal(out_, turn.after[quad]);
    object.key("acts");
    write_acts(turn.acts);
    object.close();
  }

  void write_nodes(const rel::Network& network, const rel::Blocs& blocs) {
    const std::vector<rel::Place> places = rel::places_of(network, blocs);
    std::vector<std::uint32_t> acts(network.actors.size());
    for (const rel::Tie& tie : network.ties) {
      acts[tie.a] += tie.acts;
      acts[tie.b] += tie.acts;
    }
    std::size_t i = 0;
    append_list(out_, network.actors, [&](const std::string& code) {
      JsonObject object(out_);
      object.member("actor", std::uint64_t{actor(code)});
      object.member("bloc", std::uint64_t{blocs.of[i]});
      object.member("x", places[i].x);
      object.member("y", places[i].y);
      object.member("acts", std::uint64_t{acts[i]});
      object.close();
      ++i;
    });
  }

  void write_tie(const rel::Network& network, const rel::Tie& tie) {
    JsonObject object(out_);
    object.member("a", std::uint64_t{tie.a});
    object.member("b", std::uint64_t{tie.b});
    object.key("positive");
    append_decimal(out_, tie.goldstein.cooperation);
    object.key("negative");
    append_decimal(out_, tie.goldstein.conflict);
    object.key("acts");
    std::vector<std::int64_t> ids;
    const auto a = deeds_.party(network.actors[tie.a]), b = deeds_.party(network.actors[tie.b]);
    if (a && b) {
      ids = acts_of({*a, *b});
      const std::vector<std::int64_t> back = acts_of({*b, *a});
      ids.insert(ids.end(), back.begin(), back.end());
    }
    write_acts(ids);
    object.close();
  }

  void write_balance(JsonObject& object, const rel::Balance& balance) {
    object.member("triads", balance.triads);
    object.member("balanced", balance.balanced);
    object.key("strains");
    std::vector<rel::Strain> strains = balance.strains;
    if (strains.size() > most_strains) strains.resize(most_strains);
    append_list(out_, strains, [&](const rel::Strain& strain) {
      out_ += fmt::format("[{},{},{}]", strain.tie, strain.unbalanced,
                          strain.balanced + strain.unbalanced);
    });
  }

  void write_brokers(const rel::Network& network) {
    std::vector<std::uint32_t> found;
    for (const rel::Broker& broker : rel::brokers_of(network)) {
      if (broker.betweenness > 0 && found.size() < most_brokers) found.push_back(broker.actor);
    }
    append_list(out_, found, [&](std::uint32_t node) { number(node); });
  }

  std::string& out_;
  NameList& actors_;
  rel::Deeds deeds_;
  CurveFrame curves_;
  std::vector<rel::Dyad> dyads_;
  std::vector<rel::DayVolume> volumes_;
  std::unordered_map<std::int64_t, std::uint32_t> act_at_;
  std::map<rel::Pair, std::vector<std::uint32_t>> deeds_of_pair_;
};

}  // namespace

void append_relations(JsonObject& all, std::string& out, const Picture& picture,
                      const ReportWorld& world, NameList& actors) {
  Writer writer(out, picture, world, actors);
  all.key("dyads");
  writer.write_dyads();
  all.key("blocs");
  writer.write_blocs();
}

}  // namespace entente
