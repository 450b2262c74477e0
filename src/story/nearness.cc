// The table of near types.
#include "story/nearness.h"

#include <charconv>
#include <filesystem>

#include "base/files.h"
#include "entente/error.h"

namespace entente {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// The next field of a line, taken off it.
std::string_view next_field(std::string_view& line) {
  const std::size_t bar = line.find('|');
  const std::string_view field = trimmed(line.substr(0, bar));
  line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
  return field;
}

ItemType type_in(std::string_view field, const Location& place) {
  const std::optional<ItemType> type = item_type(std::string(field));
  if (!type) throw Error(ErrorKind::malformed, "'" + std::string(field) + "' is no type", place);
  return *type;
}

bool is_code(std::string_view field) {
  return !field.empty() && field.find_first_not_of("0123456789") == std::string_view::npos;
}

double weight_in(std::string_view field, const Location& place) {
  double weight = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), weight);
  if (error != std::errc() || end != field.data() + field.size()) {
    throw Error(ErrorKind::malformed, "'" + std::string(field) + "' is no number", place);
  }
  return weight;
}

}  // namespace

Nearness::Nearness(const std::vector<std::string>& data_dirs) {
  for (const std::string& dir : data_dirs) {
    const std::string file = dir + "/ontology/nearness.txt";
    if (std::filesystem::exists(file)) read(read_file(file), file);
  }
}

Nearness Nearness::of_text(std::string_view text) {
  Nearness nearness;
  nearness.read(text, "nearness.txt");
  return nearness;
}

void Nearness::read(std::string_view text, const std::string& file) {
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const Location place{file, number, 0};
    const std::string_view first = next_field(line);
    if (is_code(first)) {
      of_cameo_[std::string(first)] = weight_in(next_field(line), place);
      continue;
    }
    const ItemType a = type_in(first, place);
    const ItemType b = type_in(next_field(line), place);
    const double weight = weight_in(next_field(line), place);
    weights_[{a, b}] = weights_[{b, a}] = weight;
  }
}

std::optional<double> Nearness::of(ItemType a, ItemType b) const {
  if (a == b) return 0;
  const auto found = weights_.find({a, b});
  return found == weights_.end() ? std::nullopt : std::optional(found->second);
}

double Nearness::of_modes(ItemType type) const {
  constexpr double usual = -1.5;
  const auto found = weights_.find({type, type});
  return found == weights_.end() ? usual : found->second;
}

double Nearness::of_cameo(std::string_view code) const {
  const auto found = of_cameo_.find(code);
  return found == of_cameo_.end() ? 0 : found->second;
}

std::vector<ItemType> Nearness::near(ItemType type) const {
  std::vector<ItemType> types = {type};
  for (const auto& [pair, weight] : weights_) {
    if (pair.first == type && pair.second != type) types.push_back(pair.second);
  }
  return types;
}

}  // namespace entente
