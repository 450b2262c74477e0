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

constexpr Day near_days = 21;  // between what is claimed and what is denied
// Least score of two reports' being one act where one of them denies it: the words of a denial are
// few.
constexpr double least_likeness = -0.5;
constexpr double least_likeness_of_vague = 0.5;  // one of them does not say whom it was done to
// Where both tell of a campaign rather than of one act.
constexpr double least_likeness_of_campaigns = -4;

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

/// "isis", as against the states' three capitals.
bool is_group(std::string_view code) {
  return !code.empty() && code.front() >= 'a' && code.front() <= 'z';
}

/// Whether two names can be meant for one party. Rebels that are not named may be any group.
bool compatible(const std::string& a, const std::string& b, const Kinship& kinship) {
  if (a == b || kinship.part_of(a, b) || kinship.part_of(b, a)) return true;
  if (is_group(a) && camp_of(b) == Camp::armed) return true;
  if (is_group(b) && camp_of(a) == Camp::armed) return true;
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

void add_item(DisputeSide& side, std::int64_t item) {
  if (std::ranges::find(side.items, item) == side.items.end()) side.items.push_back(item);
}

void add_report(DisputeSide& side, const Report& report, const std::string& speaker) {
  add_item(side, report.id);
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

bool is_agreement(const Act& act) {
  return act.type == ItemType::agree || act.type == ItemType::retreat ||
         act.type == ItemType::support || act.type == ItemType::cooperate;
}

std::optional<Dispute> dispute_of(const Act& act, DisputeAbout about,
                                  std::vector<DisputeSide> sides) {
  if (sides.size() < 2) return std::nullopt;
  if (sides.size() == 2 && one_speaker(sides[0], sides[1])) return std::nullopt;
  return Dispute{act.id, {act.id}, about, std::move(sides)};
}

/// Who says in a report that it was not so.
Codes deniers_in(const Report& report) {
  if (report.denied_by.empty() && report.status == Status::negated) return {report.source};
  return report.denied_by;
}

/// "Killed civilians, not fighters" does not deny that civilians were killed.
bool denies_all(const Report& denial, const std::vector<const Report*>& reports,
                const Kinship& kinship) {
  if (denial.status != Status::negated || denial.recipient.empty()) return true;
  return std::ranges::any_of(reports, [&](const Report* report) {
    return asserts(*report) &&
           (report->recipient.empty() || compatible(report->recipient, denial.recipient, kinship));
  });
}

/// Whether it happened; or, where its alleged actor denies what others tell without that actor, who
/// did it.
std::optional<Dispute> about_happening(const Act& act, const std::vector<const Report*>& reports,
                                       const Kinship& kinship) {
  DisputeSide yes{"yes", {}, {}, no_day, no_day}, no{"no", {}, {}, no_day, no_day};
  bool by_actor_only = true;
  Codes accused;
  for (const Report* report : reports) {
    if (asserts(*report)) add_report(yes, *report, report->source);
    if (!denies_all(*report, reports, kinship)) continue;
    const Codes& actor = report->actor.empty() ? act.actor : report->actor;
    for (const std::string& denier : deniers_in(*report)) {
      add_report(no, *report, denier);
      for (const std::int64_t item : report->rejections) add_item(no, item);
      by_actor_only &= compatible(Codes{denier}, actor, kinship);
      accused.insert(accused.end(), actor.begin(), actor.end());
    }
  }
  if (yes.items.empty() || no.items.empty()) return std::nullopt;
  const auto names_other = [&](const Report* report) {
    return asserts(*report) && !report->actor.empty() &&
           !compatible(report->actor, accused, kinship);
  };
  const auto names_nobody = [](const Report* report) {
    return asserts(*report) && report->actor.empty();
  };
  const bool told_without = std::ranges::any_of(reports, names_other) ||
                            (by_actor_only && std::ranges::any_of(reports, names_nobody));
  const bool of_actor = told_without && act.kind == ItemKind::event;
  if (of_actor) {
    std::ranges::sort(accused);
    accused.erase(std::unique(accused.begin(), accused.end()), accused.end());
    const Codes& named = accused;
    yes.claim = joined(named);
    no.claim = "not " + joined(named);
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
    if (!asserts(*report)) continue;
    const auto fits = [&](const Codes& claim) { return compatible(claim, named, kinship); };
    auto at = std::ranges::find_if(claims, fits);
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

/// Whom a truce or an agreement binds: some say that it holds for somebody, others that it does
/// not.
std::optional<Dispute> about_binding(const Act& act, const std::vector<const Report*>& reports) {
  if (!is_agreement(act)) return std::nullopt;
  DisputeSide yes{"binds", {}, {}, no_day, no_day}, no{"does not bind", {}, {}, no_day, no_day};
  for (const Report* report : reports) {
    if (report->binding > 0) add_report(yes, *report, report->source);
    if (report->binding < 0) add_report(no, *report, report->source);
    if (report->binding <= 0) continue;
    for (const std::string& denier : report->denied_by) add_speaker(no, denier);
    for (const std::int64_t item : report->rejections) add_item(no, item);
  }
  if (yes.items.empty() || no.items.empty()) return std::nullopt;
  return dispute_of(act, DisputeAbout::bound, {std::move(yes), std::move(no)});
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
  return later.published > earlier.published && later.deaths->value > earlier.deaths->value;
}

std::string claim_of(const Quantity& quantity) {
  std::string claim = (quantity.rough ? "at least " : "") + std::to_string(quantity.value);
  return claim + " dead";
}

std::optional<Dispute> about_number(const Act& act, const std::vector<const Report*>& reports) {
  std::vector<const Report*> counting;
  for (const Report* report : reports) {
    if (report->deaths && asserts(*report)) counting.push_back(report);
  }
  std::vector<DisputeSide> sides;
  std::vector<const Report*> first;
  for (const Report* report : counting) {
    const auto contradicts = [&](const Report* other) {
      return !counts_agree(*other->deaths, *report->deaths) && !is_update(*other, *report) &&
             other->source != report->source && (is_claim(*other) || is_claim(*report));
    };
    const auto same = std::ranges::find_if(
        first, [&](const Report* other) { return other->deaths->value == report->deaths->value; });
    if (same != first.end()) {
      add_report(sides[static_cast<std::size_t>(same - first.begin())], *report, report->source);
    } else if (std::ranges::any_of(counting, contradicts)) {
      first.push_back(report);
      sides.push_back({claim_of(*report->deaths), {}, {}, no_day, no_day});
      add_report(sides.back(), *report, report->source);
    }
  }
  return dispute_of(act, DisputeAbout::number, std::move(sides));
}

/// A campaign is spoken of for a year.
bool of_one_campaign(const Act& a, const Act& b) {
  constexpr Day year = 366;
  return !a.when.known() || !b.when.known() || a.when.distance(b.when) <= year;
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
         of_one_campaign(left, right) && share_place(left, right) && told_by_party(a, kinship) &&
         told_by_others(b, kinship);
}

/// Wherever the actor is named, one of these parties says so.
bool told_only_by(const ToldAct& act, const Codes& parties, const Kinship& kinship) {
  return std::ranges::all_of(act.reports, [&](const Report* report) {
    return report->actor.empty() || (!report->said_by.empty() &&
                                     compatible(Codes{report->said_by.front()}, parties, kinship));
  });
}

/// They speak of one matter: in the same breath, or in words that they share.
bool of_one_matter(const Report& a, const Report& b) {
  constexpr std::uint32_t near = 3;  // sentences
  const std::uint32_t apart =
      a.sentence > b.sentence ? a.sentence - b.sentence : b.sentence - a.sentence;
  if (a.document == b.document && apart <= near) return true;
  return overlap(a.words, b.words, true).shared > 0 || overlap(a.words, b.words, false).shared > 0;
}

/// Each side says that it was the other which attacked, or broke what was agreed.
bool accuse_each_other(const ToldAct& a, const ToldAct& b, const Kinship& kinship) {
  const Act &left = *a.act, &right = *b.act;
  const bool hostile = left.type == right.type && left.type == ItemType::assault &&
                       left.status == Status::actual && right.status == Status::actual;
  if (!hostile || !near_in_time(left, right) || !share_place(left, right)) return false;
  if (left.actor.empty() || right.actor.empty()) return false;
  if (compatible(left.actor, right.actor, kinship)) return false;
  if (!told_only_by(a, right.actor, kinship) || !told_only_by(b, left.actor, kinship)) return false;
  return std::ranges::any_of(a.reports, [&](const Report* mine) {
    return std::ranges::any_of(b.reports,
                               [&](const Report* theirs) { return of_one_matter(*mine, *theirs); });
  });
}

/// The best score of two reports, one of each act.
double likeness_of(const ToldAct& a, const ToldAct& b, const StoryTables& tables) {
  double best = least_likeness_of_campaigns;
  for (const Report* mine : a.reports) {
    for (const Report* theirs : b.reports) {
      const Comparison comparison = compare(*mine, *theirs, tables);
      if (comparison.comparable) best = std::max(best, comparison.score);
    }
  }
  return best;
}

DisputeSide side_of(const std::string& claim, const ToldAct& act) {
  DisputeSide side{claim, {}, {}, no_day, no_day};
  for (const Report* report : by_day(act.reports)) {
    const Codes deniers = asserts(*report) ? Codes{} : deniers_in(*report);
    if (deniers.empty()) add_report(side, *report, report->source);
    for (const std::string& denier : deniers) add_report(side, *report, denier);
  }
  return side;
}

std::optional<DisputeAbout> contradiction(const ToldAct& act, const ToldAct& other,
                                          const Kinship& kinship) {
  if (denies(*act.act, *other.act, kinship)) return happening_of(*act.act);
  if (rivals(act, other, kinship)) return DisputeAbout::recipient;
  if (accuse_each_other(act, other, kinship)) return DisputeAbout::actor;
  return std::nullopt;
}

/// What the two sides claim.
std::pair<std::string, std::string> claims_of(DisputeAbout about, const Act& other,
                                              const Act& act) {
  if (about == DisputeAbout::recipient) return {joined(other.recipient), joined(act.recipient)};
  if (about == DisputeAbout::actor) return {joined(other.actor), joined(act.actor)};
  return {"yes", "no"};
}

}  // namespace

std::vector<Dispute> disputes_within(const Act& act, Reports reports, const Kinship& kinship) {
  const std::vector<const Report*> sorted = by_day(reports);
  std::vector<Dispute> disputes;
  const auto keep = [&](std::optional<Dispute> dispute) {
    if (dispute) disputes.push_back(std::move(*dispute));
  };
  keep(about_binding(act, sorted));
  if (disputes.empty()) keep(about_happening(act, sorted, kinship));
  if (disputes.empty() || disputes.back().about != DisputeAbout::actor) {
    keep(about_party(act, sorted, &Report::actor, DisputeAbout::actor, kinship));
  }
  keep(about_party(act, sorted, &Report::recipient, DisputeAbout::recipient, kinship));
  keep(about_number(act, sorted));
  return disputes;
}

bool contradicts(const ToldAct& act, const ToldAct& other, const Kinship& kinship) {
  return contradiction(act, other, kinship).has_value();
}

std::optional<Dispute> dispute_between(const ToldAct& act, std::span<const ToldAct> others,
                                       const StoryTables& tables) {
  const ToldAct* best = nullptr;
  double likeness = least_likeness_of_campaigns;
  DisputeAbout about = DisputeAbout::happened;
  for (const ToldAct& other : others) {
    const auto found = contradiction(act, other, tables.kinship);
    if (!found) continue;
    // Two accounts the other way round share no party in the same place.
    const double score = *found == DisputeAbout::actor ? 0 : likeness_of(act, other, tables);
    const bool vague = act.act->recipient.empty() != other.act->recipient.empty();
    const double least = vague ? least_likeness_of_vague : least_likeness;
    const bool denied = *found == DisputeAbout::happened || *found == DisputeAbout::relation;
    if (denied && score <= least) continue;
    if (score <= likeness) continue;
    best = &other;
    likeness = score;
    about = *found;
  }
  if (!best) return std::nullopt;
  // Both tell of each other: the dispute belongs to the first.
  if (about == DisputeAbout::actor && best->act->id < act.act->id) return std::nullopt;
  const auto [theirs, own] = claims_of(about, *best->act, *act.act);
  Dispute dispute{act.act->id, {act.act->id, best->act->id}, about, {}};
  dispute.sides = {side_of(theirs, *best), side_of(own, act)};
  if (one_speaker(dispute.sides[0], dispute.sides[1])) return std::nullopt;
  return dispute;
}

}  // namespace entente
