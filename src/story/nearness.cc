// The table of near types.
#include "story/nearness.h"

#include <charconv>
#include <filesystem>

#include "base/files.h"
#include "entente/error.h"
#include "record/data_rows.h"

namespace entente {
namespace {

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
  constexpr std::size_t columns = 3;
  each_data_row(text, file, columns, [&](const DataRow& row, const Location& place) {
    const double weight = weight_in(row[2], place);
    if (is_code(row[0])) {
      of_cameo_[row[0]] = weight;
      return;
    }
    const ItemType a = type_in(row[0], place);
    const ItemType b = type_in(row[1], place);
    weights_[{a, b}] = weights_[{b, a}] = weight;
  });
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
