// What most reports say of an act.
#include "story/summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "story/compare.h"

namespace entente {
namespace {

using Reports = std::span<const Report* const>;

/// Values by how many reports have them, the most often told first, else in the order of the
/// values.
template <class Value>
std::vector<std::pair<Value, std::size_t>> ranked(const std::map<Value, std::size_t>& counts) {
  std::vector<std::pair<Value, std::size_t>> found(counts.begin(), counts.end());
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.second > b.second; });
  return found;
}

template <class Field>
auto most_told(Reports reports, const Field& field) {
  std::map<std::decay_t<decltype(field(*reports.front()))>, std::size_t> counts;
  for (const Report* report : reports) ++counts[field(*report)];
  return ranked(counts).front().first;
}

template <class Field>
std::string most_told_word(Reports reports, const Field& field) {
  std::map<std::string, std::size_t> counts;
  for (const Report* report : reports) {
    if (!field(*report).empty()) ++counts[field(*report)];
  }
  return counts.empty() ? "" : ranked(counts).front().first;
}

Status status_of(Reports reports) {
  for (const Status status : {Status::actual, Status::negated, Status::future}) {
    for (const Report* report : reports) {
      if (report->status == status) return status;
    }
  }
  return Status::hypothetical;
}

/// "RUS" and "RUS:MIL" are one party.
bool one_party(const std::string& a, const std::string& b) {
  const auto sector_of = [](const std::string& part, const std::string& whole) {
    return part.size() > whole.size() && part.starts_with(whole) && part[whole.size()] == ':';
  };
  return a == b || sector_of(a, b) || sector_of(b, a);
}

/// The most often told party and those told beside it; what others put into its place is a matter
/// of dispute.
std::vector<std::string> parties_of(Reports reports, std::vector<std::string> Report::*list,
                                    bool all) {
  std::map<std::string, std::size_t> counts;
  for (const Report* report : reports) {
    for (const std::string& code : report->*list) ++counts[code];
  }
  std::vector<std::string> parties;
  for (const auto& told : ranked(counts)) {
    const std::string& code = told.first;
    const auto known = [&](const std::string& party) { return one_party(party, code); };
    if (std::ranges::any_of(parties, known)) continue;
    const auto beside = [&](const Report* report) {
      const auto& codes = report->*list;
      return std::ranges::find(codes, code) != codes.end() &&
             std::ranges::any_of(codes, [&](const std::string& other) {
               return one_party(other, parties.front());
             });
    };
    if (parties.empty() || all || std::ranges::any_of(reports, beside)) parties.push_back(code);
  }
  return parties;
}

/// The day that most reports state, else what the stated spans have in common, else the first
/// publication.
void set_time(Reports reports, Act& act) {
  std::map<Day, std::size_t> days;
  Period common;
  for (const Report* report : reports) {
    if (!report->dated) continue;
    act.dated = true;
    if (report->when.days() == 1) ++days[report->when.first];
    if (!common.known()) common = report->when;
    if (common.overlaps(report->when)) {
      common = {std::max(common.first, report->when.first),
                std::min(common.last, report->when.last)};
    }
  }
  if (!days.empty()) {
    const Day day = ranked(days).front().first;
    act.when = {day, day};
  } else if (act.dated) {
    act.when = common;
  } else {
    act.when = {act.first_seen, act.first_seen};
  }
}

void set_seen(Reports reports, Act& act) {
  for (const Report* report : reports) {
    const Day day = report->published;
    if (day == no_day) continue;
    if (act.first_seen == no_day || day < act.first_seen) act.first_seen = day;
    if (act.last_seen == no_day || day > act.last_seen) act.last_seen = day;
  }
}

void set_places(Reports reports, Act& act) {
  std::vector<std::pair<ResolvedPlace, std::size_t>> found;
  for (const Report* report : reports) {
    for (const ResolvedPlace& place : report->places) {
      const auto same = std::ranges::find_if(found, [&](const auto& other) {
        return other.first.latitude == place.latitude && other.first.longitude == place.longitude;
      });
      same == found.end() ? static_cast<void>(found.emplace_back(place, 1))
                          : static_cast<void>(++same->second);
    }
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.second > b.second; });
  for (auto& [place, count] : found) act.places.push_back(std::move(place));
}

/// A speaker of a side that took part and says that it did so.
bool owned_up(const Report& report, const Act& act, const Kinship& kinship) {
  return !report.said_by.empty() && asserts(report) &&
         agreement({report.said_by.front()}, act.actor, kinship, act.when.first) !=
             Agreement::different &&
         !act.actor.empty();
}

/// Speakers of one side are not independent of each other.
std::size_t sides_that_tell(Reports reports) {
  std::set<std::string> sides;
  for (const Report* report : reports) {
    if (asserts(*report)) sides.insert(report->source.substr(0, report->source.find(':')));
  }
  return sides.size();
}

Standing standing_of(Reports reports, const Act& act, const Kinship& kinship) {
  const auto negated = [](const Report* report) { return report->status == Status::negated; };
  const bool denied = !act.denied_by.empty() || std::ranges::any_of(reports, negated);
  const auto told = [](const Report* report) { return asserts(*report); };
  if (denied && std::ranges::none_of(reports, told)) return Standing::denied;
  if (denied) return Standing::disputed;
  const auto in_own_voice = [](const Report* report) { return report->said_by.empty(); };
  if (std::ranges::any_of(reports, in_own_voice)) return Standing::established;
  const auto owns_up = [&](const Report* report) { return owned_up(*report, act, kinship); };
  if (std::ranges::any_of(reports, owns_up)) return Standing::established;
  return sides_that_tell(reports) >= 2 ? Standing::established : Standing::claimed;
}

/// Each source is counted with its best report.
double confidence_of(Reports reports) {
  std::map<std::string, double> best;
  for (const Report* report : reports) {
    double& known = best[report->source];
    known = std::max(known, report->confidence);
  }
  double all_wrong = 1;
  for (const auto& [source, confidence] : best) all_wrong *= 1 - confidence;
  return 1 - all_wrong;
}

}  // namespace

std::vector<bool> copies_among(Reports reports) {
  std::vector<bool> copies(reports.size());
  std::set<std::uint64_t> texts;
  std::map<std::int64_t, std::int64_t> told_in;  // story: document that it is counted in
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Report& report = *reports[i];
    const bool again = report.text != 0 && !texts.insert(report.text).second;
    const auto [first, fresh] = told_in.try_emplace(report.story, report.document);
    copies[i] = again || (!fresh && first->second != report.document);
  }
  return copies;
}

Act act_of(Reports reports, const Kinship& kinship) {
  Act act;
  const Report& first =
      **std::ranges::min_element(reports, {}, [](const Report* r) { return r->id; });
  act.id = first.id;
  act.status = status_of(reports);
  std::vector<const Report*> telling;  // what did not happen says little of how it did
  std::ranges::copy_if(reports, std::back_inserter(telling),
                       [&](const Report* report) { return report->status == act.status; });
  act.kind = first.kind;
  act.type = most_told(Reports(telling), [](const Report& report) { return report.type; });
  act.kind = kind_of(act.type);
  act.mode = most_told_word(telling, [&](const Report& report) {
    return report.type == act.type ? report.mode : std::string();
  });
  act.cameo = most_told_word(telling, [&](const Report& report) {
    return report.type == act.type && report.mode == act.mode ? report.cameo : std::string();
  });
  const bool mutual = is_mutual(act.type);
  act.actor = parties_of(telling, &Report::actor, mutual);
  act.recipient = parties_of(telling, &Report::recipient, false);
  act.denied_by = parties_of(reports, &Report::denied_by, true);
  set_seen(reports, act);
  set_time(telling, act);
  set_places(telling, act);
  std::set<std::string> sources;
  std::set<std::int64_t> stories;
  for (const Report* report : reports) {
    sources.insert(report->source);
    stories.insert(report->story);
  }
  act.sources.assign(sources.begin(), sources.end());
  act.reports = static_cast<std::uint32_t>(reports.size());
  act.documents = static_cast<std::uint32_t>(stories.size());
  act.standing = standing_of(reports, act, kinship);
  act.confidence = confidence_of(telling);
  return act;
}

}  // namespace entente
