// Reads data/ontology/ and answers questions about codes and modes.
#include "record/ontology.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/files.h"
#include "record/data_rows.h"

namespace entente {
namespace {

bool is_code(std::string_view code) {
  return code.size() >= 2 && code.size() <= 4 &&
         code.find_first_not_of("0123456789") == std::string_view::npos;
}

ItemType type_at(const std::string& name, const Location& place) {
  const std::optional<ItemType> type = item_type(name);
  if (!type || kind_of(*type) != ItemKind::event) {
    throw Error(ErrorKind::malformed, "unknown event type \"" + name + "\"", place);
  }
  return *type;
}

double number_at(const std::string& text, const Location& place) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < -10 || value > 10) {
    throw Error(ErrorKind::malformed, "\"" + text + "\" is no Goldstein value (-10 to 10)", place);
  }
  return value;
}

int quad_at(const std::string& text, const Location& place) {
  if (text.size() != 1 || text[0] < '1' || text[0] > '4') {
    throw Error(ErrorKind::malformed, "\"" + text + "\" is no quad class (1 to 4)", place);
  }
  return text[0] - '0';
}

const std::string& empty_string() {
  static const std::string empty;
  return empty;
}

}  // namespace

Ontology::Ontology(const std::vector<std::string>& data_dirs) {
  for (const std::string& dir : data_dirs) {
    const std::string cameo = dir + "/ontology/cameo.txt", plover = dir + "/ontology/plover.txt";
    if (std::filesystem::exists(cameo)) read_cameo(read_file(cameo), cameo);
    if (std::filesystem::exists(plover)) read_plover(read_file(plover), plover);
  }
  if (codes_.empty() || modes_.empty()) {
    throw Error(ErrorKind::not_found, "no ontology/cameo.txt and ontology/plover.txt in it",
                {data_dirs.empty() ? "data" : data_dirs.front(), 0, 0});
  }
  check();
}

Ontology Ontology::of_text(std::string_view cameo, std::string_view plover) {
  Ontology ontology;
  ontology.read_cameo(cameo, "cameo.txt");
  ontology.read_plover(plover, "plover.txt");
  ontology.check();
  return ontology;
}

void Ontology::read_cameo(std::string_view text, const std::string& file) {
  each_data_row(text, file, 6, [this](const DataRow& fields, const Location& place) {
    if (!is_code(fields[0])) {
      throw Error(ErrorKind::malformed, "\"" + fields[0] + "\" is no CAMEO code", place);
    }
    CameoCode entry;
    entry.code = fields[0];
    entry.quad = quad_at(fields[1], place);
    entry.goldstein = number_at(fields[2], place);
    if (!fields[3].empty()) entry.type = type_at(fields[3], place);
    entry.mode = fields[4];
    entry.name = fields[5];
    codes_[entry.code] = entry;
  });
}

void Ontology::read_plover(std::string_view text, const std::string& file) {
  each_data_row(text, file, 4, [this](const DataRow& fields, const Location& place) {
    std::vector<PloverMode>& modes = modes_[type_at(fields[0], place)];
    if (modes.empty() && !fields[1].empty()) {
      throw Error(ErrorKind::malformed, "the line of " + fields[0] + " without a mode comes first",
                  place);
    }
    if (!is_code(fields[2])) {
      throw Error(ErrorKind::malformed, "\"" + fields[2] + "\" is no CAMEO code", place);
    }
    const auto known = std::ranges::find(modes, fields[1], &PloverMode::name);
    if (known != modes.end()) {
      known->cameo = fields[2];
    } else {
      modes.push_back({fields[1], fields[2]});
    }
  });
}

void Ontology::check() const {
  for (const auto& [code, entry] : codes_) {
    if (entry.type && !has_mode(*entry.type, entry.mode)) {
      throw Error(ErrorKind::malformed, "CAMEO code " + code + ": " + name_of(*entry.type) +
                                            " has no mode \"" + entry.mode + "\"");
    }
  }
  for (const auto& [type, modes] : modes_) {
    for (const PloverMode& mode : modes) {
      if (!cameo(mode.cameo)) {
        throw Error(ErrorKind::malformed,
                    std::string(name_of(type)) + " " + mode.name + ": no CAMEO code " + mode.cameo);
      }
    }
  }
}

const CameoCode* Ontology::cameo(std::string_view code) const {
  const auto found = codes_.find(code);
  return found == codes_.end() ? nullptr : &found->second;
}

const CameoCode* Ontology::nearest(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1)) {
    if (const CameoCode* entry = cameo(code)) return entry;
  }
  return nullptr;
}

int Ontology::quad_class(std::string_view code) const {
  const CameoCode* entry = nearest(code);
  return entry ? entry->quad : 0;
}

std::optional<double> Ontology::goldstein(std::string_view code) const {
  const CameoCode* entry = nearest(code);
  if (!entry) return std::nullopt;
  return entry->goldstein;
}

std::span<const PloverMode> Ontology::modes(ItemType type) const {
  const auto found = modes_.find(type);
  if (found == modes_.end()) return {};
  return found->second;
}

bool Ontology::has_mode(ItemType type, std::string_view mode) const {
  return std::ranges::any_of(modes(type), [&](const PloverMode& m) { return m.name == mode; });
}

const std::string& Ontology::default_cameo(ItemType type, std::string_view mode) const {
  const std::span<const PloverMode> known = modes(type);
  for (const PloverMode& m : known) {
    if (m.name == mode) return m.cameo;
  }
  return known.empty() ? empty_string() : known.front().cameo;
}

}  // namespace entente
