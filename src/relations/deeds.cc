// From acts to deeds.
#include "relations/deeds.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace entente::relations {
namespace {

constexpr Period always{std::numeric_limits<Day>::min() + 1, std::numeric_limits<Day>::max()};

std::string_view main_part(std::string_view code) { return code.substr(0, code.find(':')); }

/// The days that a line of kinship holds on.
Period days_of(const Kin& kin) {
  Period days = always;
  if (kin.from.known()) days.first = period_of(to_string(kin.from)).first;
  if (kin.until.known()) days.last = period_of(to_string(kin.until)).last;
  return days;
}

Period both(Period a, Period b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

/// Something that a code is part of, and when.
struct Membership {
  std::string whole;
  Period days;
};

/// All that a code is part of through its state and through members, not itself.
std::vector<Membership> memberships_of(const Kinship& kinship, std::string_view code) {
  std::vector<Membership> found;
  std::set<std::pair<std::string, Day>> seen;
  std::vector<Membership> waiting{{std::string(code), always}};
  const std::string_view main = main_part(code);
  if (main != code) waiting.push_back({std::string(main), always});
  while (!waiting.empty()) {
    const Membership at = std::move(waiting.back());
    waiting.pop_back();
    if (!seen.emplace(at.whole, at.days.first).second) continue;
    for (const Kin* kin : kinship.above(at.whole)) {
      if (kin->kind != KinshipKind::member) continue;
      const Period days = both(at.days, days_of(*kin));
      if (days.first <= days.last) waiting.push_back({kin->upper, days});
    }
    if (at.whole != code) found.push_back(at);
  }
  return found;
}

/// Something that a party of an act counts as.
struct Counted {
  Party party = 0;
  bool bloc = false;  ///< it is a member of it, at the level of blocs
};
/// All that one party of an act counts as.
using Side = std::vector<Counted>;

/// Gives codes their parties, on the days that these hold.
class Roller {
 public:
  Roller(const Kinship& kinship, const DeedOptions& options, Deeds& deeds)
      : kinship_(kinship), options_(options), deeds_(deeds) {}

  /// What `code` counts as within `when`: what was asked for by name that it is part of, else
  /// itself; at the level of blocs itself and each of its blocs.
  Side roll(const std::string& code, Period when) {
    const auto [at, added] = rolls_.try_emplace(code);
    if (added) at->second = roll_of(code);
    const bool blocs = options_.wholes.empty();
    Side side;
    for (const auto& [party, days] : at->second.wholes) {
      if (when.known() && !days.overlaps(when)) continue;
      const bool known = std::ranges::find(side, party, &Counted::party) != side.end();
      if (!known) side.push_back({party, blocs});
    }
    if (blocs || side.empty()) side.push_back({at->second.base, false});
    return side;
  }

 private:
  struct Roll {
    Party base = 0;
    std::vector<std::pair<Party, Period>> wholes;
  };

  Party party(std::string_view code) {
    const auto [at, added] =
        parties_.try_emplace(std::string(code), static_cast<Party>(deeds_.codes.size()));
    if (added) deeds_.codes.emplace_back(code);
    return at->second;
  }

  bool asked_for(std::string_view whole) const {
    if (options_.wholes.empty()) return options_.level == Level::bloc;
    return std::ranges::find(options_.wholes, whole) != options_.wholes.end();
  }

  Roll roll_of(const std::string& code) {
    Roll roll;
    roll.base = party(options_.level == Level::sector ? std::string_view(code) : main_part(code));
    if (options_.wholes.empty() && options_.level != Level::bloc) return roll;
    const std::string_view main = main_part(code);
    if (!options_.wholes.empty()) {
      if (asked_for(code)) roll.wholes.emplace_back(party(code), always);
      if (main != code && asked_for(main)) roll.wholes.emplace_back(party(main), always);
    }
    for (const Membership& membership : memberships_of(kinship_, code)) {
      if (membership.whole != main && asked_for(membership.whole)) {
        roll.wholes.emplace_back(party(membership.whole), membership.days);
      }
    }
    return roll;
  }

  const Kinship& kinship_;
  const DeedOptions& options_;
  Deeds& deeds_;
  std::unordered_map<std::string, Party> parties_;
  std::unordered_map<std::string, Roll> rolls_;
};

bool wanted(const Act& act, const DeedOptions& options) {
  if (!counts_as_deed(act, options.known)) return false;
  if (!options.from && !options.until) return true;
  return act.when.overlaps(
      {options.from.value_or(always.first), options.until.value_or(always.last)});
}

Deed deed_of(const Act& act, const Ontology& ontology) {
  const std::string& general = ontology.default_cameo(act.type, act.mode);
  const CameoCode* code = ontology.nearest(act.cameo.empty() ? general : act.cameo);
  if (!code) code = ontology.nearest(general);
  Deed deed;
  deed.act = act.id;
  deed.type = act.type;
  deed.standing = act.standing;
  deed.when = act.when;
  deed.reports = act.reports;
  deed.quad = static_cast<std::uint8_t>(code ? code->quad : 0);
  deed.goldstein = code ? code->goldstein : 0;
  deed.plover = ontology.goldstein(general).value_or(0);
  return deed;
}

bool has(const Side& side, Party party) {
  return std::ranges::find(side, party, &Counted::party) != side.end();
}

/// Pairs between two parties of an act. What both are part of has no act with either: it is within.
/// Blocs are paired with others than blocs, or all that two states belong to would act on another.
void add_pairs(const Side& actor, const Side& recipient, bool within, std::vector<Pair>& pairs) {
  for (const Counted& a : actor) {
    if (has(recipient, a.party)) {
      if (within) pairs.emplace_back(a.party, a.party);
      continue;
    }
    for (const Counted& r : recipient) {
      if (!has(actor, r.party) && !(a.bloc && r.bloc)) pairs.emplace_back(a.party, r.party);
    }
  }
}

/// The parties of an act.
struct Sides {
  std::vector<Side> actors, recipients;
};

std::vector<Pair> pairs_of(const Sides& sides, bool mutual, bool within) {
  std::vector<Pair> pairs;
  for (const Side& actor : sides.actors) {
    for (const Side& recipient : sides.recipients) {
      add_pairs(actor, recipient, within, pairs);
      if (mutual) add_pairs(recipient, actor, within, pairs);
    }
  }
  // A meeting of many that names no second side is one of each with each.
  if (mutual && sides.recipients.empty()) {
    for (std::size_t i = 0; i < sides.actors.size(); ++i) {
      for (std::size_t j = 0; j < sides.actors.size(); ++j) {
        if (i != j) add_pairs(sides.actors[i], sides.actors[j], within, pairs);
      }
    }
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::optional<Party> Deeds::party(std::string_view code) const {
  const auto at = std::ranges::find(codes, code);
  if (at == codes.end()) return std::nullopt;
  return static_cast<Party>(at - codes.begin());
}

bool counts_as_deed(const Act& act, Known known) {
  if (act.kind != ItemKind::event || act.status != Status::actual) return false;
  if (act.standing == Standing::denied) return false;
  const bool established = act.standing == Standing::established;
  if (known == Known::established) return established;
  return known != Known::claimed || !established;
}

Deeds deeds_of(std::span<const Act> acts, const Ontology& ontology, const Kinship& kinship,
               const DeedOptions& options) {
  Deeds deeds;
  Roller roller(kinship, options, deeds);
  Sides sides;
  const auto roll = [&](const std::vector<std::string>& codes, Period when,
                        std::vector<Side>& sides_of) {
    sides_of.clear();
    for (const std::string& code : codes) sides_of.push_back(roller.roll(code, when));
  };
  for (const Act& act : acts) {
    if (!wanted(act, options)) continue;
    roll(act.actor, act.when, sides.actors);
    roll(act.recipient, act.when, sides.recipients);
    deeds.all.push_back(deed_of(act, ontology));
    deeds.all.back().pairs = pairs_of(sides, is_mutual(act.type), options.within);
  }
  return deeds;
}

std::vector<std::string> parts_of(const Kinship& kinship, std::string_view code) {
  std::vector<std::string> parts{std::string(code)};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    for (const Kin* kin : kinship.below(parts[at])) {
      if (kin->kind != KinshipKind::member) continue;
      if (std::ranges::find(parts, kin->lower) == parts.end()) parts.push_back(kin->lower);
    }
  }
  return parts;
}

}  // namespace entente::relations
