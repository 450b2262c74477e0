// The network of a period: its blocs, its balance, who strains it and who stands between.
#include <fmt/format.h>

#include <algorithm>

#include "cli/relations_rows.h"
#include "cli/relations_views.h"
#include "record/json_text.h"
#include "relations/balance.h"
#include "relations/blocs.h"
#include "relations/brokers.h"
#include "relations/layout.h"

namespace entente::cli {

using relations::BlocMove;
using relations::Blocs;
using relations::Network;

namespace {

struct NetworkView {
  Network network;
  Blocs blocs;
  Period days;
};

Period days_of(const relations::Deeds& deeds) {
  Period days;
  for (const relations::Deed& deed : deeds.all) {
    if (!deed.when.known()) continue;
    days.first = days.known() ? std::min(days.first, deed.when.first) : deed.when.first;
    days.last = std::max(days.last, deed.when.last);
  }
  return days;
}

NetworkView network_view(Desk& desk, const RelationsOptions& options) {
  const relations::Deeds deeds = desk.deeds(desk.events(), {}, true);
  relations::DyadOptions of_dyads;
  of_dyads.half_life = 0;
  relations::NetworkOptions of_network;
  of_network.most_actors = options.actors;
  NetworkView view;
  view.network = relations::network_of(deeds, relations::dyads_of(deeds, of_dyads), of_network);
  relations::BlocOptions of_blocs;
  of_blocs.resolution = options.resolution;
  view.blocs = relations::blocs_of(view.network, of_blocs);
  view.days = days_of(deeds);
  return view;
}

std::string joined(const std::vector<std::string>& codes, const CodeNames& names) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : ", ") + names.name(code);
  return out;
}

// ---- tables

void append_blocs(std::string& out, const NetworkView& view, const CodeNames& names) {
  std::vector<std::string> alone;
  const auto members = relations::members_of(view.network, view.blocs);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].size() == 1) {
      alone.push_back(members[i].front());
      continue;
    }
    out += wrapped(fmt::format("Bloc {}: {}", i + 1, joined(members[i], names)), output_width(), 2);
  }
  if (!alone.empty()) out += wrapped("Alone: " + joined(alone, names), output_width(), 2);
}

std::string percent(double share) {
  constexpr double hundred = 100;
  return fmt::format("{:.0f} %", hundred * share);
}

void append_balance(std::string& out, const NetworkView& view, const CodeNames& names) {
  const relations::Balance balance = relations::balance_of(view.network);
  out += "\n" + heading("Balance", output_has_colour());
  out += fmt::format("  {} of the weight of all ties does not fit the blocs.\n",
                     percent(view.blocs.frustration));
  if (balance.triads == 0) return;
  out += fmt::format("  {} of {} triads are balanced, weighted {}.\n", percent(balance.share),
                     balance.triads, percent(balance.weighted));
  if (balance.strains.empty()) return;
  TextTable table({{"  pairs that strain it"},
                   {"tie", true},
                   {"acts", true},
                   {"balanced", true},
                   {"unbalanced", true},
                   {"strain", true}});
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(most, balance.strains.size()); ++i) {
    const relations::Strain& strain = balance.strains[i];
    const relations::Tie& tie = view.network.ties[strain.tie];
    table.add({fmt::format("  {} – {}", names.name(view.network.actors[tie.a]),
                           names.name(view.network.actors[tie.b])),
               fmt::format("{:+.2f}", tie.weight), count_cell(tie.acts),
               count_cell(strain.balanced), count_cell(strain.unbalanced), amount(strain.weight)});
  }
  out += '\n';
  table.append_to(out, output_width(), output_has_colour());
}

void append_brokers(std::string& out, const NetworkView& view, const CodeNames& names) {
  TextTable table({{"  brokers"}, {"betweenness", true}, {"constraint", true}});
  std::vector<relations::Broker> brokers = relations::brokers_of(view.network);
  std::erase_if(brokers, [](const relations::Broker& broker) { return broker.betweenness <= 0; });
  constexpr std::size_t most = 10;
  if (brokers.size() > most) brokers.resize(most);
  for (const relations::Broker& broker : brokers) {
    table.add({"  " + names.name(view.network.actors[broker.actor]), amount(broker.betweenness),
               amount(broker.constraint)});
  }
  if (table.empty()) return;
  out += '\n';
  table.append_to(out, output_width(), output_has_colour());
}

std::string move_text(const BlocMove& move, const CodeNames& names) {
  std::string out;
  if (move.before < 0) {
    out = fmt::format("Bloc {} is new", move.after + 1);
  } else if (move.after < 0) {
    out = fmt::format("Bloc {} of before is gone", move.before + 1);
  } else {
    out = fmt::format("Bloc {} was bloc {} (overlap {})", move.after + 1, move.before + 1,
                      percent(move.overlap));
  }
  const auto add = [&](const char* what, const std::vector<std::string>& codes) {
    if (!codes.empty()) out += fmt::format("; {} {}", what, joined(codes, names));
  };
  add("joined:", move.joined);
  add("left:", move.left);
  add("not in the network before:", move.appeared);
  add("no longer in it:", move.vanished);
  return out;
}

void append_moves(std::string& out, const std::vector<BlocMove>& moves, const std::string& since,
                  const CodeNames& names) {
  out += "\n" + heading("Since " + since, output_has_colour());
  for (const BlocMove& move : moves) {
    // Somebody alone is no bloc that could move.
    const std::size_t size = move.stayed.size() + move.joined.size() + move.left.size() +
                             move.appeared.size() + move.vanished.size();
    if (size > 1) out += wrapped(move_text(move, names), output_width(), 2);
  }
}

// ---- records

void append_actors_json(std::string& out, const NetworkView& view, const CodeNames& names) {
  const std::vector<relations::Place> places = relations::places_of(view.network, view.blocs);
  std::vector<relations::Broker> brokers(view.network.actors.size());
  for (const auto& broker : relations::brokers_of(view.network)) brokers[broker.actor] = broker;
  for (std::size_t i = 0; i < view.network.actors.size(); ++i) {
    JsonObject object(out);
    object.member("record", "node");
    object.member("actor", view.network.actors[i]);
    object.member("actor_name", names.name(view.network.actors[i]));
    object.member("bloc", std::uint64_t{view.blocs.of[i]} + 1);
    object.member("betweenness", brokers[i].betweenness);
    object.member("constraint", brokers[i].constraint);
    object.member("x", places[i].x);
    object.member("y", places[i].y);
    object.close();
    out += '\n';
  }
}

void append_ties_json(std::string& out, const NetworkView& view,
                      const relations::Balance& balance) {
  std::vector<const relations::Strain*> strains(view.network.ties.size(), nullptr);
  for (const relations::Strain& strain : balance.strains) strains[strain.tie] = &strain;
  for (std::size_t i = 0; i < view.network.ties.size(); ++i) {
    const relations::Tie& tie = view.network.ties[i];
    JsonObject object(out);
    object.member("record", "tie");
    object.member("a", view.network.actors[tie.a]);
    object.member("b", view.network.actors[tie.b]);
    object.member("weight", tie.weight);
    object.member("cooperation", tie.goldstein.cooperation);
    object.member("conflict", tie.goldstein.conflict);
    object.member("acts", std::uint64_t{tie.acts});
    if (strains[i]) {
      object.member("strain", strains[i]->weight);
      object.member("balanced", std::uint64_t{strains[i]->balanced});
      object.member("unbalanced", std::uint64_t{strains[i]->unbalanced});
    }
    object.close();
    out += '\n';
  }
}

void append_network_json(std::string& out, const NetworkView& view,
                         const relations::Balance& balance) {
  JsonObject object(out);
  object.member("record", "network");
  object.optional("from", iso_day(view.days.first));
  object.optional("until", iso_day(view.days.last));
  object.member("actors", static_cast<std::uint64_t>(view.network.actors.size()));
  object.member("ties", static_cast<std::uint64_t>(view.network.ties.size()));
  object.member("blocs", std::uint64_t{view.blocs.count});
  object.member("quality", view.blocs.quality);
  object.member("frustration", view.blocs.frustration);
  object.member("triads", balance.triads);
  object.member("balanced", balance.share);
  object.member("balanced_weighted", balance.weighted);
  object.close();
  out += '\n';
}

void append_move_json(std::string& out, const BlocMove& move) {
  JsonObject object(out);
  object.member("record", "move");
  if (move.before >= 0) object.member("before", static_cast<std::uint64_t>(move.before) + 1);
  if (move.after >= 0) object.member("after", static_cast<std::uint64_t>(move.after) + 1);
  object.member("overlap", move.overlap);
  object.member("stayed", move.stayed);
  object.member("joined", move.joined);
  object.member("left", move.left);
  object.member("appeared", move.appeared);
  object.member("vanished", move.vanished);
  object.close();
  out += '\n';
}

Period span_named(const std::string& text) {
  const std::size_t dots = text.find("..");
  return {period_of(text.substr(0, dots)).first, period_of(text.substr(dots + 2)).last};
}

std::vector<BlocMove> moves_since(Desk& desk, const RelationsOptions& options,
                                  const NetworkView& now) {
  desk.set_period(span_named(options.compare));
  const NetworkView before = network_view(desk, options);
  return relations::moves_between(before.network, before.blocs, now.network, now.blocs);
}

}  // namespace

void show_blocs(std::string& out, Desk& desk, const RelationsOptions& options) {
  const NetworkView view = network_view(desk, options);
  std::vector<BlocMove> moves;
  if (!options.compare.empty()) moves = moves_since(desk, options, view);
  if (!desk.table()) {
    const relations::Balance balance = relations::balance_of(view.network);
    append_network_json(out, view, balance);
    append_actors_json(out, view, desk.names());
    append_ties_json(out, view, balance);
    for (const BlocMove& move : moves) append_move_json(out, move);
    return;
  }
  out += heading(fmt::format("{} actors, {} ties, {}", view.network.actors.size(),
                             view.network.ties.size(), span_text(view.days.first, view.days.last)),
                 output_has_colour());
  append_blocs(out, view, desk.names());
  append_balance(out, view, desk.names());
  append_brokers(out, view, desk.names());
  if (!options.compare.empty()) append_moves(out, moves, options.compare, desk.names());
}

}  // namespace entente::cli
