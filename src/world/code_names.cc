// Names of codes, looked up in what the actors' files say.
#include "world/code_names.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"
#include "world/actor_table.h"

namespace entente {
namespace {

using NameMap = std::map<std::string, std::string, std::less<>>;

Tenure tenure_of(const ActorSpan& span, const DataFiles& files) {
  Tenure tenure{span.codes, {}, {}, span.office, files.entry(span.source)};
  if (span.days.first != Days::kOpenStart) tenure.from = date_of_day(span.days.first);
  if (span.days.last != Days::kOpenEnd) tenure.until = date_of_day(span.days.last);
  return tenure;
}

NamedActor named_actor(const Actor& actor, const DataFiles& files) {
  NamedActor named{actor.name, actor.kind, {}};
  for (const ActorSpan& span : actor.spans) named.tenures.push_back(tenure_of(span, files));
  return named;
}

/// Whether the first name of such an actor may stand for its code.
bool names_its_code(const Actor& actor) {
  return actor.kind != ActorKind::person && actor.spans.front().codes.size() == 1;
}

bool is_name(const ActorName& name) {
  return name.role == NameRole::name || name.role == NameRole::demonym ||
         name.role == NameRole::adjective;
}

/// Insertions, deletions and replacements that make one text the other (Levenshtein), or `limit`
/// where it takes as many or more.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= limit) return limit;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least >= limit) return limit;
  }
  return std::min(row.back(), limit);
}

/// How unlike a sought name one of the data is; `limit` or more: no suggestion. A name that begins
/// with what is sought, or has it as a word, is like it.
std::size_t unlikeness(std::string_view sought, std::string_view name, std::size_t limit) {
  if (name.starts_with(sought)) return 1;
  const std::size_t at = name.find(sought);
  if (at != std::string_view::npos && name[at - 1] == ' ') return 1;
  return edits(sought, name, limit);
}

}  // namespace

struct CodeNames::Tables {
  DataFiles files;
  ActorTable actors;
  NameMap by_code;  // without sectors, and slugs of units
  NameMap sectors;
  std::unordered_map<std::string_view, std::size_t> persons;  // by the name that is shown

  void read(const std::string& dir, const std::string& language) {
    actors.read(dir + "/actors", files);
    const std::string file = dir + "/" + language + "/sectors.txt";
    if (!std::filesystem::exists(file)) return;
    files.read_file(file, [&](const DataLine& line) {
      if (line.fields.size() != 2) files.fail(line, "expected a sector and its words");
      sectors[std::string(line.fields[0])] = line.fields[1];
    });
  }

  /// The first name of the first actor with a code; a state's from the states.
  void index() {
    for (const Actor& actor : actors.actors()) {
      if (!names_its_code(actor)) continue;
      const std::string& code = actor.spans.front().codes.front();
      if (is_state_code(code) && actor.kind != ActorKind::state) continue;
      if (code.find(':') == std::string::npos) by_code.try_emplace(code, actor.name);
    }
    for (const Actor& actor : actors.actors()) {
      if (actor.kind == ActorKind::organisation || actor.kind == ActorKind::group) {
        by_code.try_emplace(slug_of(actor.name), actor.name);
      }
    }
    for (std::size_t i = 0; i < actors.actors().size(); ++i) {
      const Actor& actor = actors.actors()[i];
      if (actor.kind == ActorKind::person) persons.emplace(actor.name, i);
    }
  }
};

CodeNames::CodeNames(const std::vector<std::string>& data_dirs, std::string_view language) {
  auto tables = std::make_unique<Tables>();
  for (const std::string& dir : data_dirs) tables->read(dir, std::string(language));
  tables->index();
  tables_ = std::move(tables);
}

CodeNames::~CodeNames() = default;
CodeNames::CodeNames(CodeNames&&) noexcept = default;
CodeNames& CodeNames::operator=(CodeNames&&) noexcept = default;

std::string CodeNames::name(std::string_view code) const {
  const std::string_view main = primary_of(code);
  const auto found = tables_->by_code.find(main);
  std::string name = found == tables_->by_code.end() ? std::string(main) : found->second;
  if (main.size() == code.size()) return name;
  const std::string_view sector = code.substr(main.size() + 1);
  const auto words = tables_->sectors.find(sector);
  return name + ": " + (words == tables_->sectors.end() ? std::string(sector) : words->second);
}

bool CodeNames::knows(std::string_view code) const {
  return tables_->by_code.contains(primary_of(code));
}

std::vector<NamedActor> CodeNames::named(std::string_view name) const {
  const std::string sought = fold(name);
  std::vector<NamedActor> found;
  for (const Actor& actor : tables_->actors.actors()) {
    const bool is = std::ranges::any_of(actor.names, [&](const ActorName& known) {
      return is_name(known) && fold(known.text) == sought;
    });
    if (is) found.push_back(named_actor(actor, tables_->files));
  }
  return found;
}

std::optional<NamedActor> CodeNames::person(std::string_view name) const {
  const auto found = tables_->persons.find(name);
  if (found == tables_->persons.end()) return std::nullopt;
  return named_actor(tables_->actors.actors()[found->second], tables_->files);
}

std::vector<NamedActor> CodeNames::holders(std::string_view code) const {
  std::vector<NamedActor> found;
  for (const Actor& actor : tables_->actors.actors()) {
    if (actor.kind != ActorKind::person) continue;
    const bool held = std::ranges::any_of(actor.spans, [&](const ActorSpan& span) {
      return std::ranges::any_of(span.codes, [&](const std::string& known) {
        return known == code || primary_of(known) == code;
      });
    });
    if (held) found.push_back(named_actor(actor, tables_->files));
  }
  return found;
}

std::vector<std::string> CodeNames::like(std::string_view name, std::size_t most) const {
  const std::string sought = fold(name);
  if (sought.empty()) return {};
  // More than a third of the letters wrong is another name.
  const std::size_t limit = sought.size() / 3 + 1;
  // Of two as like, a state is rather meant.
  std::vector<std::tuple<std::size_t, bool, std::string>> ranked;
  for (const Actor& actor : tables_->actors.actors()) {
    std::size_t least = limit;
    for (const ActorName& known : actor.names) {
      if (is_name(known)) least = std::min(least, unlikeness(sought, fold(known.text), least));
    }
    if (least < limit) ranked.emplace_back(least, actor.kind != ActorKind::state, actor.name);
  }
  std::ranges::sort(ranked);
  std::vector<std::string> names;
  for (const auto& [distance, other, text] : ranked) {
    if (names.size() == most) break;
    if (std::ranges::find(names, text) == names.end()) names.push_back(text);
  }
  return names;
}

std::vector<std::string> codes_on(const NamedActor& actor, Date day) {
  std::vector<std::string> codes;
  for (const Tenure& tenure : actor.tenures) {
    const bool holds = !day.known() || ((!tenure.from.known() || tenure.from <= day) &&
                                        (!tenure.until.known() || day <= tenure.until));
    if (holds) codes.insert(codes.end(), tenure.codes.begin(), tenure.codes.end());
  }
  return codes;
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : fold(name)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) slug += c;
    if (!word && c != '\'' && !slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

}  // namespace entente
