// Names and days of a timeline.
#include "forecast/timeline.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "entente/date.h"
#include "entente/error.h"

namespace entente::forecast {
namespace {

constexpr std::array<const char*, 4> quads = {"verbal cooperation", "material cooperation",
                                              "verbal conflict", "material conflict"};
struct TypeQuad {
  std::string_view type;
  int quad = 0;
};
// PLOVER manual draft 0.8, table of quad categories.
constexpr std::array<TypeQuad, 16> type_quads = {{{"AGREE", 0},
                                                  {"CONSULT", 0},
                                                  {"SUPPORT", 0},
                                                  {"CONCEDE", 0},
                                                  {"COOPERATE", 1},
                                                  {"AID", 1},
                                                  {"RETREAT", 1},
                                                  {"REQUEST", 2},
                                                  {"ACCUSE", 2},
                                                  {"REJECT", 2},
                                                  {"THREATEN", 2},
                                                  {"PROTEST", 3},
                                                  {"SANCTION", 3},
                                                  {"MOBILIZE", 3},
                                                  {"COERCE", 3},
                                                  {"ASSAULT", 3}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// How many letters must change, come or go; case counts nothing (Levenshtein 1965).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = corner + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({changed, corner + 1, row[j] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Timeline::iso(Day day) const { return to_string(date_of_day(origin + day)); }

std::vector<ActorId> Timeline::find_actors(std::string_view code) const {
  std::vector<ActorId> found;
  for (ActorId id = 0; id < actors.size(); ++id) {
    const std::string_view name = actors[id];
    const std::string_view main = name.substr(0, name.find(':'));
    if (same_letters(name, code) || same_letters(main, code)) found.push_back(id);
  }
  return found;
}

std::vector<std::string> Timeline::nearest_codes(std::string_view code, std::size_t most) const {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : actors) near.emplace_back(distance(code, name), name);
  std::ranges::sort(near);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(most, near.size()); ++i) names.push_back(near[i].second);
  return names;
}

RelationId Timeline::relation(std::string_view name) const {
  for (RelationId id = 0; id < relations.size(); ++id) {
    if (same_letters(relations[id], name)) return id;
  }
  std::string all;
  for (const std::string& one : relations) all += (all.empty() ? "" : ", ") + one;
  throw Error(ErrorKind::invalid_value,
              "'" + std::string(name) + "' is no type of act; there are " + all);
}

std::vector<ActorId> Timeline::actors_called(std::string_view code) const {
  std::vector<ActorId> found = find_actors(code);
  if (!found.empty()) return found;
  std::string near;
  for (const std::string& one : nearest_codes(code, 5)) near += (near.empty() ? "" : ", ") + one;
  throw Error(ErrorKind::invalid_value,
              "no act of an actor '" + std::string(code) + "' is known" +
                  (near.empty() ? "" : "; the nearest codes are " + near));
}

int quad_number(std::string_view type) {
  const auto found = std::ranges::find(type_quads, type, &TypeQuad::type);
  return found == type_quads.end() ? -1 : found->quad;
}

const char* quad_of(std::string_view type) {
  const int quad = quad_number(type);
  return quad < 0 ? "" : quads[static_cast<std::size_t>(quad)];
}

}  // namespace entente::forecast
