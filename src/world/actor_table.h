// Actors as the data gives them: names, and a code for each span of time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/date.h"
#include "entente/error.h"
#include "world/data_lines.h"
#include "world/world.h"

namespace entente {

/// First and last day on which something holds, as day numbers.
struct Days {
  static constexpr std::int32_t kOpenStart = INT32_MIN, kOpenEnd = INT32_MAX;
  std::int32_t first = kOpenStart, last = kOpenEnd;
  [[nodiscard]] bool contains(std::int32_t day) const { return first <= day && day <= last; }
};

/// One line of the data.
struct ActorSpan {
  std::vector<std::string> codes;
  Days days;
  std::string office;
  DataSource source;
};

struct ActorName {
  std::string text;
  NameRole role = NameRole::name;
  DataSource source;
};

struct Actor {
  std::string name;  ///< the first one written
  ActorKind kind = ActorKind::state;
  std::size_t folder = 0;  ///< of the data folder that defines it
  std::vector<ActorName> names;
  std::vector<ActorSpan> spans;
};

/// What an actor is on a day.
struct Standing {
  std::vector<std::string> codes;
  std::string office;
  DataSource source;
  bool in_office = false;  ///< a line covers that day
};

class ActorTable {
 public:
  /// Reads one data folder's actors; called for each folder in order, later ones replace actors of
  /// the same kind and first name. Where `errors` is given, lines that cannot be read are noted
  /// there and passed over, instead of ending it.
  void read(const std::string& folder, DataFiles& files, std::vector<Error>* errors = nullptr);

  [[nodiscard]] const std::vector<Actor>& actors() const { return actors_; }
  [[nodiscard]] Standing standing(std::uint32_t actor, Date day) const;
  /// True for a code of some line, with or without sector.
  [[nodiscard]] bool known_code(std::string_view code) const;
  void know(std::string_view code);  ///< of other data than actors

 private:
  void read_row(const DataLine& line, std::optional<ActorKind>& kind, const DataFiles& files);
  void read_line(const DataLine& line, ActorKind kind, const DataFiles& files);
  void read_state(const DataLine& line, const DataFiles& files);
  Actor& actor(ActorKind kind, std::string_view name);

  std::vector<Actor> actors_;
  std::map<std::pair<ActorKind, std::string>, std::uint32_t, std::less<>> by_name_;
  std::set<std::string, std::less<>> codes_;
  std::size_t folder_ = 0;
};

/// Three capitals: a state, not an organisation's slug.
[[nodiscard]] bool is_state_code(std::string_view primary);
[[nodiscard]] std::string_view primary_of(std::string_view code);

}  // namespace entente
