// Reads data/ontology/kinship.txt and follows its lines upwards and downwards.
#include "record/kinship.h"

#include <filesystem>
#include <set>

#include "base/files.h"
#include "record/data_rows.h"

namespace entente {
namespace {

Date date_at(const std::string& text, const Location& place) {
  if (text.empty()) return {};
  const std::optional<Date> date = parse_date(text);
  if (!date) throw Error(ErrorKind::malformed, "\"" + text + "\" is no date", place);
  return *date;
}

KinshipKind kind_at(const std::string& word, const Location& place) {
  if (word == "members") return KinshipKind::member;
  if (word == "commands") return KinshipKind::controls;
  throw Error(ErrorKind::malformed, "\"" + word + "\" is neither members nor commands", place);
}

/// The date with what is not fixed in it as late as can be.
constexpr Date latest(Date date) {
  constexpr std::int8_t after_all = 99;
  if (date.month == 0) date.month = after_all;
  if (date.day == 0) date.day = after_all;
  return date;
}

/// Whether the line holds on some day that `day` may mean; a month or a year means all its days.
bool holds(const Kin& kin, Date day) {
  if (!day.known()) return true;
  return (!kin.from.known() || kin.from <= latest(day)) &&
         (!kin.until.known() || day <= latest(kin.until));
}

std::string_view main_part(std::string_view code) { return code.substr(0, code.find(':')); }

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace

Kinship::Kinship(const std::vector<std::string>& data_dirs) {
  for (const std::string& dir : data_dirs) {
    const std::string file = dir + "/ontology/kinship.txt";
    if (std::filesystem::exists(file)) read(read_file(file), file);
  }
  index();
}

Kinship Kinship::of_text(std::string_view text) {
  Kinship kinship;
  kinship.read(text, "kinship.txt");
  kinship.index();
  return kinship;
}

void Kinship::read(std::string_view text, const std::string& file) {
  constexpr std::size_t columns = 5;
  each_data_row(text, file, columns, [&](const DataRow& row, const Location& place) {
    Kin kin;
    kin.upper = row[0];
    kin.kind = kind_at(row[1], place);
    kin.from = date_at(row[3], place);
    kin.until = date_at(row[4], place);
    kin.entry = file_name(place.file) + ":" + std::to_string(place.line);
    const std::vector<std::string> parts = split_column(row[2], ';');
    if (kin.upper.empty() || parts.empty()) {
      throw Error(ErrorKind::malformed, "names no whole or no parts", place);
    }
    if (kin.from.known() && kin.until.known() && latest(kin.until) < kin.from) {
      throw Error(ErrorKind::malformed, "ends before it begins", place);
    }
    for (const std::string& part : parts) {
      if (part == kin.upper) throw Error(ErrorKind::malformed, part + " below itself", place);
      kin.lower = part;
      lines_.push_back(kin);
    }
  });
}

void Kinship::index() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    by_lower_.emplace(lines_[i].lower, i);
    by_upper_.emplace(lines_[i].upper, i);
    wholes_.insert(lines_[i].upper);
    wholes_.emplace(main_part(lines_[i].upper));
  }
}

bool Kinship::part_of(std::string_view part, std::string_view whole, Date day) const {
  const std::string_view main = main_part(part);
  if (part == whole || main == whole) return true;
  // Asked for every two parties that are compared: most have no kin.
  if (!wholes_.contains(whole) || (!by_lower_.contains(part) && !by_lower_.contains(main))) {
    return false;
  }
  // Upwards: a sector to its state or group, a member to what it is a member of.
  std::vector<std::string_view> waiting{part};
  std::set<std::string_view> seen{part};
  const auto reach = [&](std::string_view code) {
    if (seen.insert(code).second) waiting.push_back(code);
  };
  while (!waiting.empty()) {
    const std::string_view code = waiting.back();
    waiting.pop_back();
    if (code == whole) return true;
    reach(main_part(code));
    const auto [first, last] = by_lower_.equal_range(code);
    for (auto at = first; at != last; ++at) {
      const Kin& kin = lines_[at->second];
      if (kin.kind == KinshipKind::member && holds(kin, day)) reach(kin.upper);
    }
  }
  return false;
}

std::vector<const Kin*> Kinship::above(std::string_view code, Date day) const {
  std::vector<const Kin*> found;
  const auto [first, last] = by_lower_.equal_range(code);
  for (auto at = first; at != last; ++at) {
    if (holds(lines_[at->second], day)) found.push_back(&lines_[at->second]);
  }
  return found;
}

std::vector<const Kin*> Kinship::below(std::string_view code, Date day) const {
  std::vector<const Kin*> found;
  const auto [first, last] = by_upper_.equal_range(code);
  for (auto at = first; at != last; ++at) {
    if (holds(lines_[at->second], day)) found.push_back(&lines_[at->second]);
  }
  return found;
}

}  // namespace entente
