// A key is the hash of a type and what is shared; an item stands under its keys at one day.
#include "store/candidates.h"

#include <xxhash.h>

#include <algorithm>
#include <string>
#include <unordered_set>

namespace entente {
namespace {

constexpr std::size_t most_candidates = 240;
constexpr std::int64_t most_of_key = 80;  // to either side in time
constexpr Day window = 21;
constexpr Day window_of_relations = 366;
constexpr Day widest_period = 366;
constexpr Day no_anchor = -1'000'000;  // of reports that no day is known of

std::int64_t key_of(ItemType type, char kind, std::string_view a, std::string_view b = {}) {
  std::string text = name_of(type);
  text += kind;
  text.append(a);
  text += '|';
  text.append(b);
  return static_cast<std::int64_t>(XXH3_64bits(text.data(), text.size()));
}

Day anchor_of(const Report& report) {
  if (report.kind == ItemKind::relation) {
    return report.published == no_day ? no_anchor : report.published;
  }
  if (!report.when.known()) return no_anchor;
  const bool within = report.published != no_day && report.when.first <= report.published &&
                      report.published <= report.when.last;
  if (within) return report.published;
  return report.when.first + (report.when.last - report.when.first) / 2;
}

/// Primaries of all parties, each once.
std::vector<std::string> sides_of(const Report& report) {
  std::vector<std::string> sides;
  for (const auto* list : {&report.actor, &report.recipient}) {
    for (const std::string& code : *list) sides.push_back(code.substr(0, code.find(':')));
  }
  std::ranges::sort(sides);
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  constexpr std::size_t most = 8;
  if (sides.size() > most) sides.resize(most);
  return sides;
}

/// Keys for one type, the most telling first. A coalition is found by whom its acts have in common
/// with those of its members: the other side, or the place.
std::vector<std::int64_t> keys_of(const Report& report, ItemType type) {
  const std::vector<std::string> sides = sides_of(report);
  std::vector<std::int64_t> keys;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      keys.push_back(key_of(type, '2', sides[i], sides[j]));
    }
  }
  for (const std::string& name : report.place_names) keys.push_back(key_of(type, '@', name));
  for (const std::string& side : sides) keys.push_back(side_key(type, side));
  return keys;
}

struct Collected {
  std::vector<std::int64_t> items;
  std::unordered_set<std::int64_t> seen;
  [[nodiscard]] bool full() const { return items.size() >= most_candidates; }
};

void collect(Statement& rows, std::int64_t self, Collected& found) {
  while (!found.full() && rows.step()) {
    const std::int64_t item = rows.number(0);
    if (item != self && found.seen.insert(item).second) found.items.push_back(item);
  }
}

void look_up(Database& database, std::int64_t key, Day day, Day reach, std::int64_t self,
             Collected& found) {
  {
    Statement before = database.prepare(
        "SELECT item FROM story_key WHERE key = ? AND day BETWEEN ? AND ? "
        "ORDER BY day DESC, item DESC LIMIT ?");
    before.bind(key).bind(std::int64_t{day} - reach).bind(std::int64_t{day}).bind(most_of_key);
    collect(before, self, found);
  }
  Statement after = database.prepare(
      "SELECT item FROM story_key WHERE key = ? AND day BETWEEN ? AND ? "
      "ORDER BY day, item LIMIT ?");
  after.bind(key).bind(std::int64_t{day} + 1).bind(std::int64_t{day} + reach).bind(most_of_key);
  collect(after, self, found);
}

}  // namespace

std::int64_t side_key(ItemType type, std::string_view side) { return key_of(type, '1', side); }

void add_keys(Database& database, const Report& report) {
  const Day day = anchor_of(report);
  for (const std::int64_t key : keys_of(report, report.type)) {
    database.prepare("INSERT OR IGNORE INTO story_key (key, day, item) VALUES (?, ?, ?)")
        .bind(key)
        .bind(std::int64_t{day})
        .bind(report.id)
        .run();
  }
}

std::vector<std::int64_t> candidates(Database& database, const Report& report,
                                     const Nearness& nearness) {
  const Day day = anchor_of(report);
  Day reach = report.kind == ItemKind::relation ? window_of_relations : window;
  if (report.dated) reach += std::min(report.when.days(), widest_period) / 2;
  Collected found;
  for (const ItemType type : nearness.near(report.type)) {
    for (const std::int64_t key : keys_of(report, type)) {
      if (found.full()) return found.items;
      look_up(database, key, day, reach, report.id, found);
    }
  }
  return found.items;
}

}  // namespace entente
