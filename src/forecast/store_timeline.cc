// Read item by item: an act that is told of as planned first and as done later is known from the
// day it is told of as done, and parties that later documents add are known from then.
#include "forecast/store_timeline.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "entente/item.h"
#include "story/period.h"

namespace entente::forecast {
namespace {

constexpr int most_types = static_cast<int>(ItemType::assault) + 1;  // events come first
constexpr Day longest_period = 31;  // an act of some day in so many still has its place in time
constexpr Day longest_delay = 90;   // what is told later is the past that news recalls

/// Every pair of parties of every act with the day it was first told of. Parties of mutual acts
/// are all alike, so that each is paired with each other one.
std::string pairs_told(bool mutual) {
  std::string types;
  for (int type = 0; type < most_types; ++type) {
    if (!is_mutual(static_cast<ItemType>(type))) continue;
    types +=
        (types.empty() ? "'" : ", '") + std::string(name_of(static_cast<ItemType>(type))) + "'";
  }
  const std::string actor = mutual ? "IN ('actor', 'recipient')" : "= 'actor'";
  const std::string recipient =
      mutual ? "IN ('actor', 'recipient') AND r.actor <> a.actor" : "= 'recipient'";
  return "SELECT act.id, act.type, actors.code, recipients.code, act.first_day, act.last_day, "
         "min(nullif(substr(document.published, 1, 10), '')), act.first_seen "
         "FROM act JOIN act_item ON act_item.act = act.id JOIN item ON item.id = act_item.item "
         "JOIN document ON document.id = item.document "
         "LEFT JOIN party a ON a.item = item.id AND a.role " +
         actor +
         " LEFT JOIN actor actors ON actors.id = a.actor "
         "LEFT JOIN party r ON r.item = item.id AND r.role " +
         recipient +
         " LEFT JOIN actor recipients ON recipients.id = r.actor "
         "WHERE act.kind = 'event' AND act.status = 'actual' AND item.status = 'actual' AND "
         "act.type " +
         (mutual ? "" : "NOT ") + "IN (" + types +
         ") GROUP BY act.id, a.actor, r.actor ORDER BY act.id, a.actor, r.actor";
}

/// A pair as a row has it.
struct Pair {
  std::int64_t act = 0;
  RelationId relation = 0;
  std::string actor, recipient;
  std::int32_t day = 0, told = 0;
};

class Gatherer {
 public:
  explicit Gatherer(std::optional<std::int32_t> as_of) : as_of_(as_of) {
    for (int type = 0; type < most_types; ++type) {
      timeline_.relations.emplace_back(name_of(static_cast<ItemType>(type)));
    }
  }

  void take(const Statement& row) {
    const std::optional<ItemType> type = item_type(row.text(1));
    if (!type) return;
    Pair pair;
    pair.act = row.number(0);
    pair.relation = static_cast<RelationId>(*type);
    pair.actor = row.text(2);
    pair.recipient = row.text(3);
    if (!date(row, published_in(row), pair)) return;
    if (as_of_ && pair.told > *as_of_) return;
    if (pair.actor.empty() || pair.recipient.empty()) return leave_out(pair, timeline_.one_sided);
    if (pair.actor == pair.recipient) return;
    pairs_.push_back(std::move(pair));
  }

  Timeline finish() {
    std::map<std::string, ActorId> ids;
    std::int32_t origin = pairs_.empty() ? 0 : pairs_.front().day;
    for (const Pair& pair : pairs_) {
      ids[pair.actor] = ids[pair.recipient] = 0;
      origin = std::min(origin, pair.day);
    }
    for (auto& [code, id] : ids) {
      id = static_cast<ActorId>(timeline_.actors.size());
      timeline_.actors.push_back(code);
    }
    timeline_.origin = origin;
    for (const Pair& pair : pairs_) {
      timeline_.acts.push_back(
          {pair.told - origin,
           {ids[pair.actor], pair.relation, ids[pair.recipient], pair.day - origin},
           pair.act});
    }
    keep_first();
    return std::move(timeline_);
  }

 private:
  /// Counts the act, not each of its pairs.
  void leave_out(const Pair& pair, std::uint64_t& count) {
    if (std::exchange(left_out_, pair.act) != pair.act) ++count;
  }

  /// The day of the first document, else that of the part of one where it is told.
  static std::int32_t published_in(const Statement& row) {
    if (!row.is_null(6)) return day_of(row.view(6));
    return row.is_null(7) ? no_day : static_cast<std::int32_t>(row.number(7));
  }

  /// False where the act has no place in time.
  bool date(const Statement& row, std::int32_t published, Pair& pair) {
    if (row.is_null(4) || row.is_null(5) || row.number(5) - row.number(4) > longest_period) {
      leave_out(pair, timeline_.undated);
      return false;
    }
    const auto first = static_cast<std::int32_t>(row.number(4));
    pair.day = static_cast<std::int32_t>(row.number(5));
    // Within its period an act that was told of had happened by then.
    if (published != no_day && published >= first) pair.day = std::min(pair.day, published);
    pair.told = published == no_day ? pair.day : std::max(published, pair.day);
    if (pair.told - pair.day <= longest_delay) return true;
    leave_out(pair, timeline_.long_past);
    return false;
  }

  /// A pair of an act counts once, from the day it was told of first.
  void keep_first() {
    std::vector<ToldAct>& acts = timeline_.acts;
    const auto same = [](const ToldAct& x) {
      return std::tuple(x.id, x.act.actor, x.act.relation, x.act.recipient);
    };
    std::ranges::sort(acts, [&](const ToldAct& a, const ToldAct& b) {
      return same(a) != same(b) ? same(a) < same(b) : a < b;
    });
    const auto told_again = [&](const ToldAct& a, const ToldAct& b) { return same(a) == same(b); };
    acts.erase(std::unique(acts.begin(), acts.end(), told_again), acts.end());
    std::ranges::sort(acts);
  }

  std::optional<std::int32_t> as_of_;
  std::int64_t left_out_ = 0;  // the last act that was left out
  std::vector<Pair> pairs_;
  Timeline timeline_;
};

}  // namespace

Timeline read_timeline(Store& store, std::optional<std::int32_t> as_of) {
  Gatherer gatherer(as_of);
  for (const bool mutual : {false, true}) {
    Statement rows = store.database().prepare(pairs_told(mutual));
    while (rows.step()) gatherer.take(rows);
  }
  return gatherer.finish();
}

}  // namespace entente::forecast
