// Readers of data/places and of GeoNames files.
#include "world/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

constexpr std::uint32_t kAlternatesFrom = 30000;  // inhabitants; smaller towns go by their own name

template <typename Number>
bool parse_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

std::string_view field(const DataLine& line, std::size_t at) {
  return at < line.fields.size() ? line.fields[at] : std::string_view{};
}

// The tab-separated fields of a row, as many as asked for.
template <std::size_t Count>
std::size_t split_tabs(std::string_view row, std::string_view (&fields)[Count]) {
  std::size_t count = 0;
  while (count < Count) {
    const std::size_t tab = row.find('\t');
    fields[count++] = row.substr(0, tab);
    if (tab == std::string_view::npos) break;
    row.remove_prefix(tab + 1);
  }
  return count;
}

template <typename Handle>
void each_row(std::string_view text, Handle handle) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view row = text.substr(0, end);
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (!row.empty() && row.front() != '#') handle(row);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

// Latin letters only, begun with a capital, no code such as "LHR": a name that may stand in news.
bool is_plain_name(std::string_view name) {
  if (name.size() < 4 || name.size() > 40) return false;
  bool small = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto c = static_cast<unsigned char>(name[at]);
    if (c >= 'a' && c <= 'z') small = true;
    const bool latin = c < 0xCB || (c >= 0xE1 && c <= 0xE2);
    if (!latin || (c >= '0' && c <= '9') || c == '(' || c == '"') return false;
  }
  const auto first = static_cast<unsigned char>(name.front());
  return small && ((first >= 'A' && first <= 'Z') || first >= 0xC3);
}

std::string_view kind_of_feature(char feature_class, std::string_view feature) {
  switch (feature_class) {
    case 'P':
      return "city";
    case 'A':
      return feature.starts_with("PCL") ? "country" : "region";
    case 'H':
      return "water";
    case 'T':
      return "terrain";
    case 'L':
      return "area";
    case 'S':
      return "site";
    default:
      return "place";
  }
}

}  // namespace

std::string_view Gazetteer::name(const Place& place) const {
  return std::string_view(names_).substr(place.name_begin, place.name_size);
}

std::optional<std::uint32_t> Gazetteer::state(std::string_view alpha3) const {
  const auto found = states_.find(alpha3);
  return found == states_.end() ? std::nullopt : std::optional(found->second);
}

const Place* Gazetteer::region(const Place& place) const {
  return place.region == 0 ? nullptr : &places_[regions_[place.region].place];
}

std::uint16_t Gazetteer::country_number(std::string_view alpha3) {
  if (alpha3.empty()) return 0;
  const auto [at, added] = country_numbers_.try_emplace(
      std::string(alpha3), static_cast<std::uint16_t>(countries_.size()));
  if (added) countries_.emplace_back(alpha3);
  return at->second;
}

std::uint16_t Gazetteer::kind_number(std::string_view kind) {
  const auto [at, added] =
      kind_numbers_.try_emplace(std::string(kind), static_cast<std::uint16_t>(kinds_.size()));
  if (added) kinds_.emplace_back(kind);
  return at->second;
}

std::uint32_t Gazetteer::add_place(Place place, std::string_view name) {
  place.name_begin = static_cast<std::uint32_t>(names_.size());
  place.name_size = static_cast<std::uint16_t>(std::min<std::size_t>(name.size(), 65535));
  names_ += name;
  places_.push_back(place);
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void Gazetteer::add_name(std::string_view name, std::uint32_t place, bool alternate) {
  scratch_.clear();
  hashes_.clear();
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    append_tokens(name.substr(begin, end - begin), 0, false, naming_, scratch_);
    begin = end + 1;
  }
  PlaceName entry;
  entry.place = place;
  entry.alternate = alternate;
  entry.dotted = scratch_.size() == 1 && scratch_.front().dotted;
  for (std::size_t at = 0; at < scratch_.size(); ++at) {
    hashes_.push_back(scratch_[at].hash);
    if (at >= 16) continue;
    const auto bit = static_cast<std::uint16_t>(1U << at);
    if (scratch_[at].capital && !scratch_[at].article) entry.capitals |= bit;
    if (scratch_[at].all_capitals) entry.acronyms |= bit;
  }
  index_.add(hashes_, entry);
}

void Gazetteer::read(const std::string& folder, DataFiles& files) {
  std::string kind;
  std::uint32_t file = UINT32_MAX;
  files.read_folder(folder, [&](const DataLine& line) {
    if (line.source.file != file) kind.clear();
    file = line.source.file;
    if (!line.directive) return read_place(line, kind, files);
    const std::vector<std::string_view> words = split_list(line.text, ' ');
    if (words.size() != 2 || words[0] != "kind") {
      files.fail(line, fmt::format("unknown directive '@{}'", line.text));
    }
    kind = std::string(words[1]);
  });
}

void Gazetteer::read_place(const DataLine& line, std::string_view kind, const DataFiles& files) {
  if (kind.empty()) files.fail(line, "an @kind line must come before the first place");
  const std::vector<std::string_view> names = split_list(field(line, 0), ';');
  if (names.empty()) files.fail(line, "a name is missing");
  Place place;
  place.curated = true;
  place.kind = kind_number(kind);
  if (!parse_number(field(line, 1), place.latitude) ||
      !parse_number(field(line, 2), place.longitude) || place.latitude < -90 ||
      place.latitude > 90 || place.longitude < -180 || place.longitude > 180) {
    files.fail(line, "latitude and longitude must be degrees, as 33.51 | 36.29");
  }
  place.country = country_number(field(line, 3));
  const bool known = field(line, 4).empty() || parse_number(field(line, 4), place.geonames);
  if (!known || !(field(line, 5).empty() || parse_number(field(line, 5), place.population))) {
    files.fail(line, "the GeoNames id and the population must be whole numbers");
  }
  const std::uint32_t number = add_place(place, names.front());
  if (kind == "country" && field(line, 6).size() == 2) {
    by_alpha2_[std::string(field(line, 6))] = place.country;
  } else if (!field(line, 6).empty()) {
    in_regions_.emplace_back(number, field(line, 6));
  }
  if (kind == "country") states_[std::string(field(line, 3))] = number;
  for (const std::string_view name : names) {
    add_name(name, number, false);
    if (kind == "region") listed_regions_.try_emplace({place.country, std::string(name)}, number);
  }
}

void Gazetteer::read_regions(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return;
  each_row(read_file(path), [this](std::string_view row) {
    std::string_view fields[4];
    if (split_tabs(row, fields) < 4) return;
    const auto country = by_alpha2_.find(fields[0].substr(0, fields[0].find('.')));
    Place place;
    if (country == by_alpha2_.end() || !parse_number(fields[3], place.geonames)) return;
    place.country = country->second;
    place.kind = kind_number("region");
    region_numbers_.emplace(fields[0], static_cast<std::uint16_t>(regions_.size()));
    const auto listed = listed_regions_.find({place.country, std::string(fields[1])});
    if (listed != listed_regions_.end()) {
      Place& known = places_[listed->second];
      if (known.geonames == 0) known.geonames = place.geonames;
      regions_.push_back({std::string(fields[0]), listed->second, 0, 0, 0, true});
      return;
    }
    regions_.push_back({std::string(fields[0]), add_place(place, fields[2]), 0, 0, 0, false});
  });
}

/// Reads the cities after the places of data/: some of those say in which region they lie.
void Gazetteer::read_geonames(const std::string& path) {
  read_regions((std::filesystem::path(path).parent_path() / "admin1Codes.txt").string());
  for (const auto& [place, region] : in_regions_) {
    const auto found = region_numbers_.find(region);
    if (found != region_numbers_.end()) places_[place].region = found->second;
  }
  const std::string text = read_file(path);
  std::string_view fields[19];
  const std::size_t columns = split_tabs(std::string_view(text).substr(0, text.find('\n')), fields);
  if (columns != 19) {
    throw Error(ErrorKind::malformed,
                "not a GeoNames dump: " + std::to_string(columns) + " columns, not 19",
                {path, 1, 0});
  }
  places_.reserve(places_.size() + text.size() / 200);
  index_.reserve(text.size() / 40);
  each_row(text, [this](std::string_view row) { read_city(row); });
  place_regions();
}

void Gazetteer::read_city(std::string_view row) {
  std::string_view fields[19];
  if (split_tabs(row, fields) < 15) return;
  Place place;
  if (!parse_number(fields[4], place.latitude) || !parse_number(fields[5], place.longitude)) return;
  if (!parse_number(fields[0], place.geonames)) return;
  parse_number(fields[14], place.population);
  const auto country = by_alpha2_.find(fields[8]);
  if (country != by_alpha2_.end()) place.country = country->second;
  place.kind = kind_number(kind_of_feature(fields[6].empty() ? ' ' : fields[6].front(), fields[7]));
  place.seat = fields[7] == "PPLC" || fields[7] == "PPLA";
  const std::string region = std::string(fields[8]) + "." + std::string(fields[10]);
  if (const auto found = region_numbers_.find(region); found != region_numbers_.end()) {
    place.region = found->second;
    Region& in = regions_[place.region];
    Place& region_place = places_[in.place];
    if (!in.listed || region_place.population == 0) {
      region_place.population = std::max(region_place.population, place.population);
    }
    in.latitude += place.latitude;
    in.longitude += place.longitude;
    ++in.cities;
  }
  const std::uint32_t number = add_place(place, fields[1]);
  add_name(fields[1], number, false);
  if (place.population >= kAlternatesFrom || place.seat) add_alternates(fields[3], number);
}

void Gazetteer::add_alternates(std::string_view list, std::uint32_t place) {
  const std::string own(name(places_[place]));
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view text = list.substr(0, comma);
    if (is_plain_name(text) && text != own) add_name(text, place, true);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
}

// GeoNames gives no point for its first-order divisions: those that data/ do not list lie in the
// middle of their towns.
void Gazetteer::place_regions() {
  for (const Region& region : regions_) {
    if (region.cities == 0 || region.listed) continue;
    Place& place = places_[region.place];
    place.latitude = static_cast<float>(region.latitude / region.cities);
    place.longitude = static_cast<float>(region.longitude / region.cities);
    add_name(name(place), region.place, false);
  }
}

void Gazetteer::name_countries(const ActorTable& table) {
  for (const Actor& actor : table.actors()) {
    if (actor.kind != ActorKind::state) continue;
    const std::optional<std::uint32_t> place = state(actor.spans.back().codes.front());
    if (!place) continue;
    const std::string known(name(places_[*place]));
    for (const ActorName& other : actor.names) {
      if (other.role == NameRole::name && other.text != known) {
        add_name(other.text, *place, false);
      }
    }
  }
}

void Gazetteer::build() { index_.build(); }

std::size_t Gazetteer::phrase(std::span<const NameToken> tokens, std::size_t at) const {
  if (!tokens[at].capital) return at;  // "the Gulf" must not take the Gulf of Oman's first word
  const std::size_t limit = std::min(tokens.size(), at + longest(tokens[at].hash));
  SequenceKey key;
  std::size_t best = at;
  for (std::size_t end = at; end < limit;) {
    key.add(tokens[end++].hash);
    if (end < at + 2) continue;
    for (const PlaceName& name : find(key)) {
      bool capitals = !name.alternate;
      for (std::size_t i = at; i < end && i < at + 16; ++i) {
        if ((name.capitals >> (i - at) & 1U) != 0 && !tokens[i].capital) capitals = false;
      }
      if (capitals) best = end;
    }
  }
  return best;
}

}  // namespace entente
