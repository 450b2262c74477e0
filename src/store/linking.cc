// Which pairs are linked depends on the two reports alone, and which reports are one act on the
// links alone, so that documents may come in any order.
#include "store/linking.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "store/candidates.h"
#include "store/rulings.h"
#include "store/story_rows.h"
#include "story/disputes.h"
#include "story/gather.h"
#include "story/summary.h"

namespace entente {
namespace {

constexpr std::int64_t documents_at_once = 100;
constexpr std::size_t most_links = 24;    // kept of one report when it comes
constexpr std::size_t most_in_act = 240;  // reports that are looked at together
constexpr std::int64_t most_near_acts = 60;
constexpr double veto = -4.2;

std::vector<std::int64_t> numbers(Statement& rows) {
  std::vector<std::int64_t> found;
  while (rows.step()) found.push_back(rows.number(0));
  return found;
}

std::string reasons_json(const Comparison& comparison) {
  std::string out = "{";
  for (const LinkReason& reason : comparison.reasons) {
    out += fmt::format("{}\"{}\":{:.2f}", out.size() > 1 ? "," : "", reason.about, reason.weight);
  }
  return out + "}";
}

/// Acts of a type that one did. By the day first, where it is known: an actor has acts of all
/// times.
constexpr const char* acts_of_key =
    "SELECT DISTINCT act_item.act FROM story_key JOIN act_item ON act_item.item = story_key.item "
    "JOIN act ON act.id = act_item.act WHERE story_key.key = ? AND story_key.day BETWEEN ? AND ? "
    "AND act.id <> ? AND (? OR act.standing = 'denied') ORDER BY story_key.day DESC, act.id DESC "
    "LIMIT ?";

enum class Near : std::uint8_t { all, denied };

/// One batch: new links, then the acts they touch.
class Linker {
 public:
  Linker(Database& database, const StoryTables& tables, ReportShelf& shelf)
      : database_(database), tables_(tables), shelf_(shelf), rulings_(read_rulings(database)) {}

  void link_document(std::int64_t document) {
    Statement rows = database_.prepare(
        "SELECT id FROM item WHERE document = ? AND id NOT IN (SELECT item FROM act_item) "
        "ORDER BY n");
    rows.bind(document);
    for (const std::int64_t item : numbers(rows)) link_item(item);
  }

  void add_stale() {
    {
      Statement rows =
          database_.prepare("SELECT item FROM stale WHERE item IN (SELECT id FROM item)");
      for (const std::int64_t item : numbers(rows)) touched_.insert(item);
    }
    database_.run("DELETE FROM stale");
  }

  /// Makes the acts of all items that new links reach.
  void renew_acts() {
    std::vector<LinkedPair> links;
    const std::vector<std::int64_t> nodes = reached(links);
    remove_acts_of(nodes);
    std::vector<std::int64_t> renewed;
    for (const auto& group : connected(nodes, links, most_in_act)) renew_group(group, renewed);
    renew_disputes(renewed);
  }

 private:
  void link_item(std::int64_t item) {
    const Report& report = shelf_.of(item);
    touched_.insert(item);
    std::vector<std::pair<std::int64_t, Comparison>> found;
    for (const std::int64_t other : candidates(database_, report, tables_.nearness)) {
      Comparison comparison = compare(report, shelf_.of(other), tables_);
      if (comparison.comparable && comparison.score > 0) {
        found.emplace_back(other, std::move(comparison));
      }
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      return a.second.score != b.second.score ? a.second.score > b.second.score : a.first < b.first;
    });
    if (found.size() > most_links) found.resize(most_links);
    for (const auto& [other, comparison] : found) insert_link(item, other, comparison);
    add_keys(database_, report);
  }

  void insert_link(std::int64_t a, std::int64_t b, const Comparison& comparison) {
    const std::string reasons = reasons_json(comparison);
    database_.prepare("INSERT OR REPLACE INTO link (a, b, score, reasons) VALUES (?, ?, ?, ?)")
        .bind(std::min(a, b))
        .bind(std::max(a, b))
        .bind(comparison.score)
        .bind(reasons)
        .run();
  }

  std::vector<LinkedPair> links_of(std::int64_t item) {
    std::vector<LinkedPair> links;
    for (const char* sql : {"SELECT a, b, score FROM link WHERE a = ? ORDER BY b",
                            "SELECT a, b, score FROM link WHERE b = ? ORDER BY a"}) {
      Statement rows = database_.prepare(sql);
      rows.bind(item);
      while (rows.step()) links.push_back({rows.number(0), rows.number(1), rows.real(2)});
    }
    const auto [begin, end] = rulings_.equal_range(item);
    for (auto at = begin; at != end; ++at) {
      if (at->second.same) {
        links.push_back(
            {std::min(item, at->second.other), std::max(item, at->second.other), always});
      }
    }
    return links;
  }

  /// All items that links lead to from those touched, ascending; with the links among them.
  std::vector<std::int64_t> reached(std::vector<LinkedPair>& links) {
    std::set<std::int64_t> seen = touched_;
    std::vector<std::int64_t> open(seen.begin(), seen.end());
    while (!open.empty()) {
      const std::int64_t item = open.back();
      open.pop_back();
      for (const LinkedPair& link : links_of(item)) {
        if (link.a == item) links.push_back(link);
        for (const std::int64_t end : {link.a, link.b}) {
          if (seen.insert(end).second) open.push_back(end);
        }
      }
    }
    return {seen.begin(), seen.end()};
  }

  void remove_acts_of(const std::vector<std::int64_t>& items) {
    std::set<std::int64_t> acts;
    for (const std::int64_t item : items) {
      Statement find = database_.prepare("SELECT act FROM act_item WHERE item = ?");
      find.bind(item);
      if (find.step()) acts.insert(find.number(0));
    }
    for (const std::int64_t act : acts) {
      // Another act's dispute may be about this one; it is looked for anew.
      Statement owners = database_.prepare(
          "SELECT dispute.act FROM dispute_act JOIN dispute ON dispute.id = dispute_act.dispute "
          "WHERE dispute_act.act = ?");
      for (const std::int64_t owner : numbers(owners.bind(act))) disputing_.insert(owner);
    }
    for (const std::int64_t act : acts) remove_act(database_, act);
  }

  double score_of(std::int64_t a, std::int64_t b) {
    const auto [begin, end] = rulings_.equal_range(a);
    for (auto at = begin; at != end; ++at) {
      if (at->second.other == b) return at->second.same ? always : never;
    }
    const Comparison comparison = compare(shelf_.of(a), shelf_.of(b), tables_);
    return comparison.comparable ? comparison.score : veto * 2;
  }

  void renew_group(const std::vector<std::int64_t>& items, std::vector<std::int64_t>& renewed) {
    const auto score = [&](std::size_t i, std::size_t j) { return score_of(items[i], items[j]); };
    for (const std::vector<std::size_t>& places : gather(items.size(), score, veto)) {
      std::vector<const Report*> reports;
      for (const std::size_t place : places) reports.push_back(&shelf_.of(items[place]));
      const Act act = act_of(reports, tables_.kinship);
      insert_act(database_, act, reports);
      for (const Dispute& dispute : disputes_within(act, reports, tables_.kinship)) {
        insert_dispute(database_, dispute);
      }
      renewed.push_back(act.id);
    }
  }

  /// An act that is there with its reports.
  std::optional<std::pair<Act, std::vector<const Report*>>> told_act(std::int64_t act) {
    Statement rows = database_.prepare("SELECT item FROM act_item WHERE act = ? ORDER BY item");
    std::vector<const Report*> reports;
    for (const std::int64_t item : numbers(rows.bind(act))) reports.push_back(&shelf_.of(item));
    if (reports.empty()) return std::nullopt;
    return std::pair(act_of(reports, tables_.kinship), std::move(reports));
  }

  /// Whose acts an act may contradict or be contradicted by: its parties, and those who tell it.
  static std::set<std::string> sides_of(const Act& act, const std::vector<const Report*>& reports) {
    std::set<std::string> sides;
    const auto add = [&](const std::vector<std::string>& codes) {
      for (const std::string& code : codes) sides.insert(code.substr(0, code.find(':')));
    };
    add(act.actor);
    if (act.type != ItemType::assault) return sides;
    add(act.recipient);
    for (const Report* report : reports) add(report->said_by);
    return sides;
  }

  /// Acts of the same type by one of these, near in time.
  std::vector<std::int64_t> acts_near(const Act& act, const std::vector<const Report*>& reports,
                                      Near which) {
    constexpr std::int64_t any = 10'000'000;
    const std::int64_t window = act.dated ? 21 : 366;
    const bool any_day = !act.when.known() || act.kind == ItemKind::relation;
    std::set<std::int64_t> found;
    for (const std::string& side : sides_of(act, reports)) {
      Statement rows = database_.prepare(acts_of_key);
      rows.bind(side_key(act.type, side))
          .bind(any_day ? -any : act.when.first - window)
          .bind(any_day ? any : act.when.last + window)
          .bind(act.id)
          .bind(std::int64_t{which == Near::all ? 1 : 0})
          .bind(most_near_acts);
      for (const std::int64_t id : numbers(rows)) found.insert(id);
    }
    return {found.begin(), found.end()};
  }

  void renew_disputes(const std::vector<std::int64_t>& renewed) {
    std::set<std::int64_t> owners(renewed.begin(), renewed.end());
    owners.insert(disputing_.begin(), disputing_.end());
    for (const std::int64_t id : renewed) {
      const auto told = told_act(id);
      if (!told || !may_be_disputed(told->first)) continue;
      // Rival accounts are of blows; what else contradicts is a denial.
      const Near which = told->first.type == ItemType::assault ? Near::all : Near::denied;
      for (const std::int64_t other : acts_near(told->first, told->second, which)) {
        if (contradicts(other, *told)) owners.insert(other);
      }
    }
    for (const std::int64_t id : owners) renew_dispute_of(id);
  }

  static bool may_be_disputed(const Act& act) {
    return !act.actor.empty() && (act.status == Status::actual || act.status == Status::negated);
  }

  bool contradicts(std::int64_t id, const std::pair<Act, std::vector<const Report*>>& act) {
    const auto other = told_act(id);
    return other && entente::contradicts({&other->first, other->second}, {&act.first, act.second},
                                         tables_.kinship);
  }

  /// Looks anew for acts that this one contradicts.
  void renew_dispute_of(std::int64_t id) {
    const auto told = told_act(id);
    if (!told || !may_be_disputed(told->first)) return;
    const bool denial = told->first.standing == Standing::denied;
    const bool blow = told->first.type == ItemType::assault;
    if (!denial && !blow) return;
    std::vector<std::pair<Act, std::vector<const Report*>>> kept;
    for (const std::int64_t other : acts_near(told->first, told->second, Near::all)) {
      if (auto near = told_act(other)) kept.push_back(std::move(*near));
    }
    std::vector<ToldAct> others;
    for (const auto& [act, reports] : kept) others.push_back({&act, reports});
    const auto dispute = dispute_between({&told->first, told->second}, others, tables_);
    remove_disputes_among(id);
    if (dispute) insert_dispute(database_, *dispute);
  }

  void remove_disputes_among(std::int64_t act) {
    remove_disputes(database_, act);
    const auto told = told_act(act);
    for (const Dispute& dispute : disputes_within(told->first, told->second, tables_.kinship)) {
      insert_dispute(database_, dispute);
    }
  }

  Database& database_;
  const StoryTables& tables_;
  ReportShelf& shelf_;
  const std::multimap<std::int64_t, Ruling> rulings_;
  std::set<std::int64_t> touched_, disputing_;
};

}  // namespace

std::int64_t link_documents(Store& store, const StoryTables& tables) {
  Database& database = store.database();
  ReportShelf shelf(database, tables.words);
  std::int64_t linked = 0;
  while (true) {
    Transaction transaction(database);
    std::vector<std::int64_t> documents;
    {
      Statement rows = database.prepare("SELECT document FROM unlinked ORDER BY document LIMIT ?");
      documents = numbers(rows.bind(documents_at_once));
    }
    if (documents.empty() && database.number("SELECT count(*) FROM stale") == 0) break;
    shelf.tidy();
    Linker linker(database, tables, shelf);
    linker.add_stale();
    for (const std::int64_t document : documents) {
      linker.link_document(document);
      database.prepare("DELETE FROM unlinked WHERE document = ?").bind(document).run();
    }
    linker.renew_acts();
    transaction.commit();
    linked += static_cast<std::int64_t>(documents.size());
  }
  return linked;
}

}  // namespace entente
