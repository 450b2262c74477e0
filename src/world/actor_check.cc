// The rules by which lines about actors are mistaken. Each says how the line can be mended.
#include "world/actor_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "entente/error.h"
#include "world/actor_table.h"
#include "world/agents.h"
#include "world/name_tokens.h"

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

bool overlap(Days a, Days b) { return a.first <= b.last && b.first <= a.last; }

// One office may end on the day, in the month or in the year in which the next one begins.
bool is_handover(Days a, Days b) {
  const Days both{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (both.first == Days::kOpenStart || both.last == Days::kOpenEnd) return false;
  if (both.first == both.last) return true;
  const Date first = date_of_day(both.first), last = date_of_day(both.last);
  if (first.year != last.year) return false;
  const Date after = date_of_day(both.last + 1);
  if (first.month == last.month) return first.day == 1 || after.day == 1;
  return (first.month == 1 && first.day == 1) || (after.month == 1 && after.day == 1);
}

// "PDP": bodies of the same letters are told apart by the full name in the text.
bool is_abbreviation(const ActorName& name) {
  return std::all_of(name.text.begin(), name.text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

bool is_noun_or_adjective(NameRole role) {
  return role == NameRole::adjective || role == NameRole::demonym;
}

/// A name as texts are compared with it.
struct Listed {
  std::uint32_t actor = 0;
  const ActorName* name = nullptr;
  std::uint64_t capitals = 0, acronyms = 0;  ///< bit i: how piece i must be written

  /// Wherever `other` may stand, this may stand too.
  [[nodiscard]] bool admits(const Listed& other) const {
    return (capitals & ~other.capitals) == 0 && (acronyms & ~other.acronyms) == 0;
  }
};

class Checker {
 public:
  Checker(const std::vector<std::string>& dirs, const std::string& language) {
    for (const std::string& dir : dirs) {
      agents_.read(dir + "/" + language + "/agents", files_, naming_);
    }
    for (const std::string& dir : dirs) table_.read(dir + "/actors", files_, &errors_);
    for (const Actor& actor : table_.actors()) {
      if (actor.kind == ActorKind::person) continue;
      for (const ActorSpan& span : actor.spans) {
        for (const std::string& code : span.codes) primaries_.emplace(primary_of(code));
      }
    }
  }

  ActorCheck run() {
    for (const Error& error : errors_) add(error);
    for (std::uint32_t at = 0; at < table_.actors().size(); ++at) {
      const Actor& actor = table_.actors()[at];
      for (const ActorSpan& span : actor.spans) check_codes(actor, span);
      check_spans(actor);
      for (const ActorName& name : actor.names) check_name(at, name);
    }
    for (const auto& [key, names] : by_key_) check_alike(names);
    std::sort(findings_.begin(), findings_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line, a.message) < std::tie(b.file, b.line, b.message);
    });
    return {std::move(findings_), table_.actors().size(), errors_.empty()};
  }

 private:
  void add(DataSource source, std::string message) {
    findings_.push_back({files_.path(source), source.line, std::move(message)});
  }

  void add(const Error& error) {
    const std::string text = error.what();
    const std::size_t message = text.find(": ");
    findings_.push_back({error.where().file, static_cast<std::uint32_t>(error.where().line),
                         message == std::string::npos ? text : text.substr(message + 2)});
  }

  void check_codes(const Actor& actor, const ActorSpan& span) {
    for (const std::string& code : span.codes) {
      const std::string_view primary = primary_of(code);
      const bool state = is_state_code(primary);
      if (primary.size() < code.size()) {
        const std::string_view sector = std::string_view(code).substr(primary.size() + 1);
        if (!is_known_sector(sector)) {
          add(span.source, fmt::format("'{}' is no sector (GOV, MIL, REB, OPP, PTY, CVL, COP, SPY, "
                                       "JUD, MED, BUS, NGO, LEG, UAF)",
                                       sector));
        }
      } else if (state && actor.kind == ActorKind::person) {
        add(span.source, fmt::format("{} alone is the state itself; say what {} is in it ({}:GOV)",
                                     code, actor.name, code));
      }
      if (primaries_.contains(primary) || agents_.has_slug(primary)) continue;
      add(span.source, state
                           ? fmt::format("no state has the code {}; mend it or add the state under "
                                         "@kind state",
                                         primary)
                           : fmt::format("no group, organisation or people has the code '{}'; mend "
                                         "it or add whom it stands for",
                                         primary));
    }
  }

  void check_spans(const Actor& actor) {
    for (std::size_t b = 1; b < actor.spans.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) {
        const std::string wrong = contradiction(actor.spans[a], actor.spans[b]);
        if (!wrong.empty()) add(actor.spans[b].source, actor.name + " " + wrong);
      }
    }
  }

  /// Somebody may hold two offices at once; one office has one code and one line for a day.
  [[nodiscard]] std::string contradiction(const ActorSpan& a, const ActorSpan& b) const {
    if (!overlap(a.days, b.days) || is_handover(a.days, b.days)) return {};
    const std::string there = files_.entry(a.source);
    if (a.codes == b.codes && a.office == b.office) {
      return "has the same code and office in " + there +
             " for some of these days; join the lines "
             "or end the one before the other begins";
    }
    if (a.codes == b.codes) return {};
    const bool two_states = primary_of(a.codes.front()) != primary_of(b.codes.front());
    if (a.office == b.office && !(two_states && !a.office.empty())) {
      return fmt::format(
          "is {} in {} and {} here on the same days; end the one before the other "
          "begins, or name the two offices",
          joined(a.codes), there, joined(b.codes));
    }
    if (!a.office.empty() && !b.office.empty()) return {};
    return fmt::format(
        "is {} in {} and {} here on the same days, and only one of them names an "
        "office; give both their dates or offices",
        joined(a.codes), there, joined(b.codes));
  }

  void check_name(std::uint32_t at, const ActorName& name) {
    Listed listed{at, &name, 0, 0};
    std::vector<std::uint64_t> key;
    std::size_t signs = 0;
    for (const NameToken& token : tokens_of(name.text, naming_)) {
      const std::uint64_t bit = key.size() < 16 ? std::uint64_t{1} << key.size() : 0;
      if (token.capital && !token.article) listed.capitals |= bit;
      if (token.all_capitals) listed.acronyms |= bit;
      if (token.hash == 0) ++signs;
      key.push_back(token.hash);
    }
    if (signs == key.size()) {
      add(name.source,
          fmt::format("'{}' has no word in it and is never found; delete it", name.text));
    } else if (name.text.find_first_of("[]{}<>") != std::string::npos) {
      add(name.source,
          fmt::format("'{}' is never found: texts part such brackets from words; write "
                      "the name without",
                      name.text));
    } else {
      by_key_[std::move(key)].push_back(listed);
    }
  }

  void check_alike(const std::vector<Listed>& names) {
    for (std::size_t b = 1; b < names.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) {
        if (names[a].actor == names[b].actor) continue;
        if (names[a].name->role == names[b].name->role) {
          check_double(names[a], names[b]);
        } else {
          check_hidden(names[a], names[b]);
          check_hidden(names[b], names[a]);
        }
      }
    }
  }

  [[nodiscard]] const Actor& actor_of(const Listed& listed) const {
    return table_.actors()[listed.actor];
  }

  /// Those whose code begins with different states are told apart by the states that a text names,
  /// persons also by title and day, abbreviations by the full name.
  [[nodiscard]] static bool told_apart(const ActorSpan& a, const ActorSpan& b, bool persons) {
    const std::string_view one = primary_of(a.codes.front()), other = primary_of(b.codes.front());
    return one != other && (persons || (is_state_code(one) && is_state_code(other)));
  }

  void check_double(const Listed& a, const Listed& b) {
    if (!a.admits(b) || !b.admits(a)) return;
    const Actor &first = actor_of(a), &second = actor_of(b);
    const bool full_names = first.names.size() > 1 && second.names.size() > 1;
    if (is_abbreviation(*a.name) && is_abbreviation(*b.name) && full_names) return;
    const bool persons = first.kind == ActorKind::person && second.kind == ActorKind::person;
    for (const ActorSpan& one : first.spans) {
      for (const ActorSpan& other : second.spans) {
        const bool same = one.codes == other.codes || told_apart(one, other, persons);
        if (same || !overlap(one.days, other.days) || is_handover(one.days, other.days)) continue;
        add(b.name->source,
            fmt::format("'{}' is {} here and {} in {}, where it belongs to {}; give both the same "
                        "first name and dates, or take the name from one",
                        b.name->text, joined(other.codes), joined(one.codes),
                        files_.entry(a.name->source), first.name));
        return;
      }
    }
  }

  /// A name counts before an adjective, both before a capital or seat; but a seat before the
  /// state's own body of that name.
  void check_hidden(const Listed& a, const Listed& b) {
    const NameRole better = a.name->role, worse = b.name->role;
    if (better > worse || !a.admits(b)) return;
    if (is_noun_or_adjective(better) && is_noun_or_adjective(worse)) return;
    const bool place = worse == NameRole::seat || worse == NameRole::capital;
    if (place && actor_of(a).kind == ActorKind::organisation &&
        primary_of(actor_of(a).spans.front().codes.front()) ==
            primary_of(actor_of(b).spans.front().codes.front())) {
      return;
    }
    add(b.name->source,
        fmt::format("'{}' of {} is never read: {} has it as a name of {}; delete the one that is "
                    "not meant",
                    b.name->text, actor_of(b).name, files_.entry(a.name->source),
                    actor_of(a).name));
  }

  DataFiles files_;
  Naming naming_;
  Agents agents_;
  ActorTable table_;
  std::vector<Error> errors_;
  std::set<std::string, std::less<>> primaries_;  ///< of all who are no persons
  std::map<std::vector<std::uint64_t>, std::vector<Listed>> by_key_;
  std::vector<DataFinding> findings_;
};

}  // namespace

ActorCheck check_actors(const std::vector<std::string>& data_dirs, const std::string& language) {
  return Checker(data_dirs, language).run();
}

}  // namespace entente
