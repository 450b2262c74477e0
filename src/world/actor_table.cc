// The actor file reader, and what an actor is on a given day.
#include "world/actor_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace entente {
namespace {

constexpr std::int32_t kTwoYears = 731;
constexpr std::int32_t kGap = 62;  // between two offices that belong together, in days

bool is_lower_slug(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_sector(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_code(std::string_view code) {
  const std::size_t colon = code.find(':');
  if (colon != std::string_view::npos && !is_sector(code.substr(colon + 1))) return false;
  const std::string_view primary = code.substr(0, colon);
  return is_state_code(primary) || is_lower_slug(primary);
}

std::optional<ActorKind> kind_named(std::string_view name) {
  static constexpr std::pair<std::string_view, ActorKind> kinds[] = {
      {"state", ActorKind::state},   {"person", ActorKind::person},
      {"group", ActorKind::group},   {"organisation", ActorKind::organisation},
      {"media", ActorKind::media},   {"company", ActorKind::company},
      {"people", ActorKind::people}, {"bloc", ActorKind::bloc}};
  for (const auto& [word, kind] : kinds) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

std::string_view field(const DataLine& line, std::size_t at) {
  return at < line.fields.size() ? line.fields[at] : std::string_view{};
}

Date date_field(const DataLine& line, std::size_t at, const DataFiles& files) {
  const std::string_view text = field(line, at);
  if (text.empty()) return {};
  const std::optional<Date> date = parse_date(text);
  if (!date) files.fail(line, fmt::format("'{}' is no date (2016, 2016-08, 2016-08-16)", text));
  return *date;
}

// The last day of a year or month, the day itself otherwise.
std::int32_t last_day(Date date) {
  if (date.month == 0) return day_number({static_cast<std::int16_t>(date.year + 1), 1, 1}) - 1;
  if (date.day != 0) return day_number(date);
  if (date.month == 12) return last_day({date.year, 0, 0});
  return day_number({date.year, static_cast<std::int8_t>(date.month + 1), 1}) - 1;
}

Days days_of(const DataLine& line, std::size_t from_field, const DataFiles& files) {
  const Date from = date_field(line, from_field, files);
  const Date to = date_field(line, from_field + 1, files);
  Days days;
  if (from.known()) days.first = day_number(from);
  if (to.known()) days.last = last_day(to);
  if (days.last < days.first) files.fail(line, "the span of time ends before it begins");
  return days;
}

std::vector<std::string> codes_of(const DataLine& line, const DataFiles& files) {
  std::vector<std::string> codes;
  for (const std::string_view code : split_list(field(line, 1), ',')) {
    if (!is_code(code)) {
      files.fail(line, fmt::format("'{}' is no code (RUS, RUS:GOV, hezbollah)", code));
    }
    codes.emplace_back(code);
  }
  if (codes.empty()) files.fail(line, "a code is missing after the names");
  return codes;
}

void add_names(Actor& actor, std::string_view list, NameRole role, DataSource source) {
  for (const std::string_view text : split_list(list, ';')) {
    const bool known = std::any_of(actor.names.begin(), actor.names.end(), [&](const ActorName& n) {
      return n.role == role && n.text == text;
    });
    if (!known) actor.names.push_back({std::string(text), role, source});
  }
}

// What someone is who holds no office: the state's, else still the group's.
std::vector<std::string> out_of_office(const std::vector<ActorSpan>& spans, std::size_t at) {
  for (std::size_t back = at + 1; back-- > 0;) {
    const std::string_view primary = primary_of(spans[back].codes.front());
    if (is_state_code(primary)) return {std::string(primary) + ":CVL"};
  }
  return spans[at].codes;
}

Standing standing_of(const ActorSpan& span, bool in_office) {
  return {span.codes, in_office ? span.office : std::string(), span.source, in_office};
}

// Before the first line, between two, or after the last.
Standing between(const std::vector<ActorSpan>& spans, std::int32_t day) {
  const ActorSpan* before = nullptr;
  const ActorSpan* after = nullptr;
  for (const ActorSpan& span : spans) {
    if (span.days.last < day && (!before || span.days.last >= before->days.last)) before = &span;
    if (span.days.first > day && (!after || span.days.first < after->days.first)) after = &span;
  }
  const auto index = [&](const ActorSpan* span) {
    return static_cast<std::size_t>(span - spans.data());
  };
  if (before && after && after->days.first - before->days.last <= kGap) {
    return standing_of(*before, false);
  }
  if (!before && after->days.first - day <= kTwoYears) return standing_of(*after, false);
  const ActorSpan* nearest = before ? before : after;
  Standing standing = standing_of(*nearest, false);
  standing.codes = out_of_office(spans, index(nearest));
  return standing;
}

}  // namespace

bool is_state_code(std::string_view primary) { return primary.size() == 3 && is_sector(primary); }

std::string_view primary_of(std::string_view code) { return code.substr(0, code.find(':')); }

void ActorTable::read(const std::string& folder, DataFiles& files, std::vector<Error>* errors) {
  ++folder_;
  std::optional<ActorKind> kind;
  std::uint32_t file = UINT32_MAX;
  files.read_folder(folder, [&](const DataLine& line) {
    if (line.source.file != file) kind.reset();
    file = line.source.file;
    try {
      read_row(line, kind, files);
    } catch (const Error& error) {
      if (errors == nullptr) throw;
      errors->push_back(error);
    }
  });
}

void ActorTable::read_row(const DataLine& line, std::optional<ActorKind>& kind,
                          const DataFiles& files) {
  if (line.directive) {
    const std::vector<std::string_view> words = split_list(line.text, ' ');
    if (words.size() != 2 || words[0] != "kind") {
      files.fail(line, fmt::format("unknown directive '@{}'", line.text));
    }
    kind = kind_named(words[1]);
    if (!kind) files.fail(line, fmt::format("unknown kind of actor '{}'", words[1]));
    return;
  }
  if (!kind) files.fail(line, "an @kind line must come before the first actor");
  if (*kind == ActorKind::state) return read_state(line, files);
  read_line(line, *kind, files);
}

Actor& ActorTable::actor(ActorKind kind, std::string_view name) {
  const auto [place, added] =
      by_name_.try_emplace({kind, std::string(name)}, static_cast<std::uint32_t>(actors_.size()));
  if (added) actors_.emplace_back();
  Actor& found = actors_[place->second];
  if (found.folder != folder_) {
    found = Actor{};
    found.name = std::string(name);
    found.kind = kind;
    found.folder = folder_;
  }
  return found;
}

void ActorTable::read_line(const DataLine& line, ActorKind kind, const DataFiles& files) {
  const std::vector<std::string_view> names = split_list(field(line, 0), ';');
  if (names.empty()) files.fail(line, "a name is missing");
  if (line.fields.size() > 5) files.fail(line, "more than five fields");
  ActorSpan span{codes_of(line, files), days_of(line, 2, files), std::string(field(line, 4)),
                 line.source};
  Actor& found = actor(kind, names.front());
  add_names(found, field(line, 0), NameRole::name, line.source);
  found.spans.push_back(std::move(span));
  for (const std::string& code : found.spans.back().codes) know(code);
}

void ActorTable::read_state(const DataLine& line, const DataFiles& files) {
  const std::vector<std::string_view> names = split_list(field(line, 0), ';');
  if (names.empty()) files.fail(line, "a name is missing");
  if (line.fields.size() > 7) files.fail(line, "more than seven fields");
  ActorSpan span{codes_of(line, files), days_of(line, 5, files), {}, line.source};
  Actor& found = actor(ActorKind::state, names.front());
  add_names(found, field(line, 0), NameRole::name, line.source);
  add_names(found, field(line, 2), NameRole::adjective, line.source);
  add_names(found, field(line, 3), NameRole::demonym, line.source);
  const std::string_view seats = field(line, 4);
  const std::size_t first_end = std::min(seats.find(';'), seats.size());
  add_names(found, seats.substr(0, first_end), NameRole::capital, line.source);
  add_names(found, seats.substr(first_end), NameRole::seat, line.source);
  found.spans.push_back(std::move(span));
  for (const std::string& code : found.spans.back().codes) know(code);
}

Standing ActorTable::standing(std::uint32_t actor, Date date) const {
  const std::vector<ActorSpan>& spans = actors_[actor].spans;
  if (!date.known()) {  // the latest line
    const auto latest =
        std::max_element(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
          return a.days.last != b.days.last ? a.days.last < b.days.last
                                            : a.days.first < b.days.first;
        });
    return standing_of(*latest, true);
  }
  const std::int32_t day = day_number(date);
  const ActorSpan* best = nullptr;
  for (const ActorSpan& span : spans) {
    if (span.days.contains(day) && (!best || span.days.first > best->days.first)) best = &span;
  }
  if (best) {
    Standing standing = standing_of(*best, true);
    for (const ActorSpan& span : spans) {
      if (&span == best || !span.days.contains(day)) continue;
      for (const std::string& code : span.codes) {
        if (std::find(standing.codes.begin(), standing.codes.end(), code) == standing.codes.end()) {
          standing.codes.push_back(code);
        }
      }
    }
    return standing;
  }
  if (actors_[actor].kind == ActorKind::person) return between(spans, day);
  const ActorSpan* nearest = &spans.front();
  const auto distance = [day](const ActorSpan& span) {
    return span.days.first > day ? std::int64_t{span.days.first} - day
                                 : std::int64_t{day} - span.days.last;
  };
  for (const ActorSpan& span : spans) {
    if (distance(span) < distance(*nearest)) nearest = &span;
  }
  return standing_of(*nearest, false);
}

void ActorTable::know(std::string_view code) { codes_.emplace(primary_of(code)); }

bool ActorTable::known_code(std::string_view code) const {
  return is_code(code) && codes_.contains(primary_of(code));
}

}  // namespace entente
