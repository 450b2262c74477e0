// A dispute needs two accounts that exclude each other, by different speakers; one of them at least
// is somebody's claim rather than a document's own voice.
#include "story/disputes.h"

#include <algorithm>
#include <map>
#include <set>

#include "story/compare.h"

namespace entente {
namespace {

using Reports = std::span<const Report* const>;
using Codes = std::vector<std::string>;

constexpr std::size_t most_acts = 24;  // that one denial is held to speak of
constexpr Day near_days = 21;          // between what is claimed and what is denied

/// Who kills for a state, who against it, who does not.
enum class Camp : std::uint8_t { any, state, armed, civil };

std::string_view sector_of(std::string_view code) {
  const std::size_t colon = code.find(':');
  return colon == std::string_view::npos ? std::string_view() : code.substr(colon + 1);
}

std::string_view primary_of(std::string_view code) { return code.substr(0, code.find(':')); }

Camp camp_of(std::string_view code) {
  const std::string_view sector = sector_of(code);
  if (sector.empty()) return Camp::any;
  if (sector == "REB" || sector == "UAF") return Camp::armed;
  for (const std::string_view state : {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"}) {
    if (sector == state) return Camp::state;
  }
  return Camp::civil;
}

/// Whether two names can be meant for one party.
bool compatible(const std::string& a, const std::string& b, const Kinship& kinship) {
  if (a == b || kinship.part_of(a, b) || kinship.part_of(b, a)) return true;
  if (primary_of(a) != primary_of(b)) return false;
  const Camp left = camp_of(a), right = camp_of(b);
  return left == Camp::any || right == Camp::any || left == right;
}

bool compatible(const Codes& a, const Codes& b, const Kinship& kinship) {
  return std::ranges::any_of(a, [&](const std::string& left) {
    return std::ranges::any_of(
        b, [&](const std::string& right) { return compatible(left, right, kinship); });
  });
}

std::string joined(const Codes& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + code;
  return text;
}

void add_speaker(DisputeSide& side, const std::string& speaker) {
  if (std::ranges::find(side.speakers, speaker) == side.speakers.end()) {
    side.speakers.push_back(speaker);
  }
}

void add_report(DisputeSide& side, const Report& report, const std::string& speaker) {
  if (std::ranges::find(side.items, report.id) == side.items.end()) side.items.push_back(report.id);
  add_speaker(side, speaker);
  if (report.published == no_day) return;
  if (side.first_said == no_day) side.first_said = report.published;
  side.last_said = report.published;
}

/// By the day of their documents, so that sides and speakers come in the order of saying so.
std::vector<const Report*> by_day(Reports reports) {
  std::vector<const Report*> sorted(reports.begin(), reports.end());
  std::ranges::sort(sorted, [](const Report* a, const Report* b) {
    const auto key = [](const Report* r) {
      return std::pair(r->published == no_day, r->published);
    };
    return key(a) != key(b) ? key(a) < key(b) : a->id < b->id;
  });
  return sorted;
}

bool one_speaker(const DisputeSide& a, const DisputeSide& b) {
  return a.speakers.size() == 1 && a.speakers == b.speakers;
}

bool is_claim(const Report& report) { return !report.said_by.empty() || !report.denied_by.empty(); }

/// Whether all reports of a side are of documents' own voice.
bool own_voice_only(const DisputeSide& side, Reports reports) {
  return std::ranges::none_of(reports, [&](const Report* report) {
    return is_claim(*report) && std::ranges::find(side.items, report->id) != side.items.end();
  });
}

DisputeAbout happening_of(const Act& act) {
  return act.kind == ItemKind::relation ? DisputeAbout::relation : DisputeAbout::happened;
}

std::optional<Dispute> dispute_of(const Act& act, DisputeAbout about,
                                  std::vector<DisputeSide> sides) {
  if (sides.size() < 2) return std::nullopt;
  if (sides.size() == 2 && one_speaker(sides[0], sides[1])) return std::nullopt;
  return Dispute{act.id, {act.id}, about, std::move(sides)};
}

/// Whether it happened; or, where it is only its alleged actor who denies what is known to have
/// happened, who did it.
std::optional<Dispute> about_happening(const Act& act, const std::vector<const Report*>& reports,
                                       const Kinship& kinship) {
  DisputeSide yes{"yes", {}, {}, no_day, no_day}, no{"no", {}, {}, no_day, no_day};
  bool by_actor_only = true, known_without = false;
  for (const Report* report : reports) {
    if (report->status == Status::actual) {
      add_report(yes, *report, report->source);
      known_without |= report->said_by.empty() && report->denied_by.empty() &&
                       !compatible(report->actor, act.actor, kinship);
    }
    Codes deniers = report->denied_by;
    if (deniers.empty() && report->status == Status::negated) deniers = {report->source};
    for (const std::string& denier : deniers) {
      add_report(no, *report, denier);
      by_actor_only &= compatible(Codes{denier}, act.actor, kinship);
    }
  }
  if (yes.items.empty() || no.items.empty()) return std::nullopt;
  const bool of_actor = by_actor_only && known_without && act.kind == ItemKind::event;
  if (of_actor) {
    yes.claim = joined(act.actor);
    no.claim = "not " + joined(act.actor);
  }
  return dispute_of(act, of_actor ? DisputeAbout::actor : happening_of(act),
                    {std::move(yes), std::move(no)});
}

/// People of the actor's own state are more often a mistake in reading than what is claimed.
bool is_own_people(const Report& report, const Codes& named) {
  return std::ranges::any_of(named, [&](const std::string& code) {
    return camp_of(code) == Camp::civil &&
           std::ranges::any_of(report.actor, [&](const std::string& actor) {
             return primary_of(actor) == primary_of(code) && camp_of(actor) != Camp::armed;
           });
  });
}

/// Who did it, or whom it hit: reports by what they name, as far as they exclude each other.
std::optional<Dispute> about_party(const Act& act, const std::vector<const Report*>& reports,
                                   Codes Report::*list, DisputeAbout about,
                                   const Kinship& kinship) {
  if (is_mutual(act.type)) return std::nullopt;
  std::vector<DisputeSide> sides;
  std::vector<Codes> claims;
  for (const Report* report : reports) {
    const Codes& named = report->*list;
    if (named.empty() || report->type != act.type || is_own_people(*report, named)) continue;
    const bool negated = report->status == Status::negated;
    if (!negated && report->status != Status::actual) continue;
    const auto fits = [&](const Codes& claim) { return compatible(claim, named, kinship); };
    auto at = std::ranges::find_if(claims, fits);
    if (negated) continue;  // said to have been somebody else: a matter of about_happening
    if (at == claims.end()) {
      claims.push_back(named);
      sides.push_back({joined(named), {}, {}, no_day, no_day});
      at = claims.end() - 1;
    }
    add_report(sides[static_cast<std::size_t>(at - claims.begin())], *report, report->source);
  }
  std::erase_if(sides, [&](const DisputeSide& side) { return own_voice_only(side, reports); });
  return dispute_of(act, about, std::move(sides));
}

/// Whether both counts can be true of one thing.
bool counts_agree(const Quantity& a, const Quantity& b) {
  if (a.value == b.value) return true;
  const Quantity& less = a.value < b.value ? a : b;
  return less.rough;
}

/// A later and larger count is an update, unless each is the claim of another speaker.
bool is_update(const Report& earlier, const Report& later) {
  if (earlier.source == later.source) return later.published != earlier.published;
  if (!earlier.said_by.empty() && !later.said_by.empty()) return false;
  return later.published > earlier.published && later.quantity->value > earlier.quantity->value;
}

std::string claim_of(const Quantity& quantity) {
  std::string claim = (quantity.rough ? "at least " : "") + std::to_string(quantity.value);
  if (quantity.counted == Counted::dead) claim += " dead";
  if (quantity.counted == Counted::hurt) claim += " hurt";
  return claim;
}

std::optional<Dispute> about_number(const Act& act, const std::vector<const Report*>& reports) {
  std::vector<const Report*> counting;
  for (const Report* report : reports) {
    const bool dead = report->quantity && report->quantity->counted == Counted::dead;
    if (dead && report->status == Status::actual) counting.push_back(report);
  }
  std::vector<DisputeSide> sides;
  std::vector<const Report*> first;
  for (const Report* report : counting) {
    const auto contradicts = [&](const Report* other) {
      return !counts_agree(*other->quantity, *report->quantity) && !is_update(*other, *report) &&
             other->source != report->source && (is_claim(*other) || is_claim(*report));
    };
    const auto same = std::ranges::find_if(first, [&](const Report* other) {
      return other->quantity->value == report->quantity->value;
    });
    if (same != first.end()) {
      add_report(sides[static_cast<std::size_t>(same - first.begin())], *report, report->source);
    } else if (std::ranges::any_of(counting, contradicts)) {
      first.push_back(report);
      sides.push_back({claim_of(*report->quantity), {}, {}, no_day, no_day});
      add_report(sides.back(), *report, report->source);
    }
  }
  return dispute_of(act, DisputeAbout::number, std::move(sides));
}

bool near_in_time(const Act& a, const Act& b) {
  if (a.kind == ItemKind::relation) return true;
  if (!a.when.known() || !b.when.known()) return true;
  return a.when.distance(b.when) <= (a.dated && b.dated ? 1 : near_days);
}

bool share_place(const Act& a, const Act& b) {
  if (a.places.empty() || b.places.empty()) return true;
  return std::ranges::any_of(a.places, [&](const ResolvedPlace& left) {
    return std::ranges::any_of(b.places, [&](const ResolvedPlace& right) {
      return left.name == right.name || left.geonames == right.geonames;
    });
  });
}

bool all_negated(const Act& act) { return act.standing == Standing::denied; }

bool sides_fit(const Codes& a, const Codes& b, const Kinship& kinship) {
  return a.empty() || b.empty() || compatible(a, b, kinship);
}

/// `denial` says of what `act` tells that it was not so.
bool denies(const Act& denial, const Act& act, const Kinship& kinship) {
  return all_negated(denial) && act.status == Status::actual && denial.type == act.type &&
         !denial.actor.empty() && compatible(denial.actor, act.actor, kinship) &&
         sides_fit(denial.recipient, act.recipient, kinship) && near_in_time(denial, act) &&
         share_place(denial, act);
}

bool told_by_party(const ToldAct& act, const Kinship& kinship) {
  return std::ranges::any_of(act.reports, [&](const Report* report) {
    return !report->said_by.empty() &&
           compatible(Codes{report->said_by.front()}, act.act->actor, kinship);
  });
}

bool told_by_others(const ToldAct& act, const Kinship& kinship) {
  return std::ranges::any_of(act.reports, [&](const Report* report) {
    return !report->said_by.empty() &&
           !compatible(Codes{report->said_by.front()}, act.act->actor, kinship);
  });
}

/// One side says that its blows hit these, another that they hit those.
bool rivals(const ToldAct& a, const ToldAct& b, const Kinship& kinship) {
  const Act &left = *a.act, &right = *b.act;
  const bool alike = left.status == Status::actual && right.status == Status::actual &&
                     left.type == right.type && left.mode == right.mode &&
                     left.type == ItemType::assault && !left.actor.empty() &&
                     !left.recipient.empty() && !right.recipient.empty();
  return alike && compatible(left.actor, right.actor, kinship) &&
         !compatible(left.recipient, right.recipient, kinship) && !(left.dated && right.dated) &&
         near_in_time(left, right) && share_place(left, right) && told_by_party(a, kinship) &&
         told_by_others(b, kinship);
}

DisputeSide side_of(const std::string& claim, std::span<const ToldAct* const> acts) {
  DisputeSide side{claim, {}, {}, no_day, no_day};
  std::vector<const Report*> reports;
  for (const ToldAct* act : acts) {
    reports.insert(reports.end(), act->reports.begin(), act->reports.end());
  }
  for (const Report* report : by_day(reports)) add_report(side, *report, report->source);
  return side;
}

Dispute joined_dispute(DisputeAbout about, const ToldAct& act, DisputeSide own,
                       const std::vector<const ToldAct*>& others, DisputeSide theirs) {
  Dispute dispute{act.act->id, {act.act->id}, about, {}};
  for (const ToldAct* other : others) dispute.acts.push_back(other->act->id);
  dispute.sides = {std::move(theirs), std::move(own)};
  return dispute;
}

}  // namespace

std::vector<Dispute> disputes_within(const Act& act, Reports reports, const Kinship& kinship) {
  const std::vector<const Report*> sorted = by_day(reports);
  std::vector<Dispute> disputes;
  const auto keep = [&](std::optional<Dispute> dispute) {
    if (dispute) disputes.push_back(std::move(*dispute));
  };
  keep(about_happening(act, sorted, kinship));
  if (disputes.empty() || disputes.back().about != DisputeAbout::actor) {
    keep(about_party(act, sorted, &Report::actor, DisputeAbout::actor, kinship));
  }
  keep(about_party(act, sorted, &Report::recipient, DisputeAbout::recipient, kinship));
  keep(about_number(act, sorted));
  return disputes;
}

std::optional<Dispute> dispute_between(const ToldAct& act, std::span<const ToldAct> others,
                                       const Kinship& kinship) {
  std::vector<const ToldAct*> denied, rival;
  for (const ToldAct& other : others) {
    if (denied.size() + rival.size() >= most_acts) break;
    if (denies(*act.act, *other.act, kinship)) denied.push_back(&other);
    if (rivals(act, other, kinship)) rival.push_back(&other);
  }
  const ToldAct* const own[] = {&act};
  std::optional<Dispute> found;
  if (!denied.empty()) {
    found = joined_dispute(happening_of(*act.act), act, side_of("no", own), denied,
                           side_of("yes", denied));
  } else if (!rival.empty()) {
    found = joined_dispute(DisputeAbout::recipient, act, side_of(joined(act.act->recipient), own),
                           rival, side_of(joined(rival.front()->act->recipient), rival));
  }
  if (found && one_speaker(found->sides[0], found->sides[1])) return std::nullopt;
  return found;
}

}  // namespace entente
