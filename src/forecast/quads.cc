// Times are whole numbers of any unit; days are told from the distances between them.
#include "forecast/quads.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>

#include "base/files.h"

namespace entente::forecast {
namespace {

constexpr std::uint64_t longest_line = 1ULL << 16;
constexpr std::int64_t most_ids = 1LL << 24;
constexpr std::int64_t most_days = 1LL << 24;

/// A quadruple as it stands, with the line it stood on.
struct Row {
  std::array<std::int64_t, 4> fields{};
  std::uint64_t line = 0;
  [[nodiscard]] std::int64_t time() const { return fields[3]; }
};

[[noreturn]] void fail(const std::string& file, std::uint64_t line, const std::string& message) {
  throw Error(ErrorKind::malformed, message, {file, line, 0});
}

std::string_view next_word(std::string_view& rest) {
  const auto begin = rest.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return rest = {};
  const auto end = std::min(rest.find_first_of(" \t", begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

std::optional<std::int64_t> number(std::string_view word) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size()) return {};
  return value;
}

Row parse_row(const std::string& file, std::uint64_t line, std::string_view text) {
  static constexpr std::array names = {"subject", "relation", "object", "time"};
  Row row;
  row.line = line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view word = next_word(text);
    const auto value = number(word);
    if (!value) {
      fail(file, line,
           word.empty() ? std::string("the ") + names[i] + " is missing"
                        : std::string("the ") + names[i] + " '" + std::string(word) +
                              "' is no whole number");
    }
    if (i < 3 && (*value < 0 || *value >= most_ids)) {
      fail(file, line,
           std::string("the ") + names[i] + " " + std::to_string(*value) + " is no id (0 to " +
               std::to_string(most_ids - 1) + ")");
    }
    row.fields[i] = *value;
  }
  return row;
}

std::vector<Row> read_rows(const std::string& file, const std::vector<Row>& before) {
  std::vector<Row> rows;
  const auto source = open_source(file);
  LineReader reader(*source, longest_line);
  std::string text;
  while (reader.next(text)) {
    if (text.find_first_not_of(" \t") == std::string::npos) continue;
    Row row = parse_row(file, reader.line_number(), text);
    if (!rows.empty() && row.time() < rows.back().time()) {
      fail(file, row.line,
           "out of order: time " + std::to_string(row.time()) + " after " +
               std::to_string(rows.back().time()));
    }
    if (rows.empty() && !before.empty() && row.time() < before.back().time()) {
      fail(file, row.line,
           "out of order: begins at time " + std::to_string(row.time()) +
               ", the file before it ends at " + std::to_string(before.back().time()));
    }
    rows.push_back(row);
  }
  if (rows.empty()) fail(file, 0, "holds no quadruple: a span without events");
  return rows;
}

/// A name and its id from the words of a line, in either order; further columns are passed over.
std::optional<std::pair<std::string, std::int64_t>> parse_name(std::string_view line) {
  const bool tabs = line.find('\t') != std::string_view::npos;
  const auto gap = tabs ? line.find('\t') : line.find_last_of(' ');
  if (gap == std::string_view::npos) return {};
  const std::string_view left = line.substr(0, gap), rest = line.substr(gap + 1);
  const std::string_view right = rest.substr(0, rest.find('\t'));
  if (const auto id = number(right)) return std::pair(std::string(left), *id);
  if (const auto id = number(left)) return std::pair(std::string(right), *id);
  return {};
}

/// Names by id; empty where there is no such file.
std::vector<std::string> read_names(const std::string& file) {
  std::vector<std::string> names;
  if (!std::filesystem::exists(file)) return names;
  const auto source = open_source(file);
  LineReader reader(*source, longest_line);
  std::string text;
  while (reader.next(text)) {
    const auto last = text.find_last_not_of(" \t");
    if (last == std::string::npos) continue;
    const auto named = parse_name(std::string_view(text).substr(0, last + 1));
    if (!named && reader.line_number() == 1) continue;  // some begin with how many there are
    if (!named || named->second < 0 || named->second >= most_ids) {
      fail(file, reader.line_number(), "no name with its id");
    }
    const auto at = static_cast<std::size_t>(named->second);
    if (at >= names.size()) names.resize(at + 1);
    names[at] = named->first;
  }
  return names;
}

/// The smallest step that all distances between times are made of.
std::int64_t common_step(const std::vector<const std::vector<Row>*>& spans) {
  std::int64_t step = 0;
  const std::int64_t first = spans.front()->front().time();
  for (const auto* rows : spans) {
    for (const Row& row : *rows) step = std::gcd(step, row.time() - first);
  }
  return std::max<std::int64_t>(step, 1);
}

class Builder {
 public:
  explicit Builder(Quads& quads) : quads_(quads) {}

  void add(const std::string& file, const std::vector<Row>& rows, std::vector<Act>& acts) {
    acts.reserve(rows.size());
    for (const Row& row : rows) {
      know(file, row, row.fields[0], quads_.actor_names, "actor", quads_.extent.actors);
      know(file, row, row.fields[1], quads_.relation_names, "relation", quads_.extent.relations);
      know(file, row, row.fields[2], quads_.actor_names, "actor", quads_.extent.actors);
      const std::int64_t day = (row.time() - quads_.origin) / quads_.step;
      if (day >= most_days) {
        fail(file, row.line,
             "time " + std::to_string(row.time()) + " is more than " + std::to_string(most_days) +
                 " steps of " + std::to_string(quads_.step) + " after the first");
      }
      acts.push_back({static_cast<ActorId>(row.fields[0]), static_cast<RelationId>(row.fields[1]),
                      static_cast<ActorId>(row.fields[2]), static_cast<Day>(day)});
    }
  }

 private:
  static void know(const std::string& file, const Row& row, std::int64_t id,
                   const std::vector<std::string>& names, const char* kind, std::uint32_t& count) {
    if (!names.empty() && id >= static_cast<std::int64_t>(names.size())) {
      fail(file, row.line,
           std::string("unknown ") + kind + " " + std::to_string(id) + ": only " +
               std::to_string(names.size()) + " have names");
    }
    count = std::max(count, static_cast<std::uint32_t>(id + 1));
  }
  Quads& quads_;
};

std::string name_in(const std::vector<std::string>& names, std::uint32_t id) {
  return id < names.size() && !names[id].empty() ? names[id] : std::to_string(id);
}

}  // namespace

std::string Quads::actor_name(ActorId id) const { return name_in(actor_names, id); }

std::string Quads::relation_name(RelationId id) const {
  if (id < extent.relations) return name_in(relation_names, id);
  return name_in(relation_names, id - extent.relations) + " (by the other)";
}

Quads read_quads(const std::string& folder) {
  const std::string base = folder + "/";
  Quads quads;
  quads.actor_names = read_names(base + "entity2id.txt");
  quads.relation_names = read_names(base + "relation2id.txt");
  const std::vector<Row> train = read_rows(base + "train.txt", {});
  const std::vector<Row> valid = read_rows(base + "valid.txt", train);
  const std::vector<Row> test = read_rows(base + "test.txt", valid);
  quads.origin = train.front().time();
  quads.step = common_step({&train, &valid, &test});
  Builder builder(quads);
  builder.add(base + "train.txt", train, quads.train);
  builder.add(base + "valid.txt", valid, quads.valid);
  builder.add(base + "test.txt", test, quads.test);
  return quads;
}

}  // namespace entente::forecast
