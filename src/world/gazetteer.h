// Places by name: those of data/places and those of a GeoNames file, with where they lie.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "world/actor_table.h"
#include "world/name_tokens.h"
#include "world/sequence_index.h"

namespace entente {

struct Place {
  float latitude = 0, longitude = 0;
  std::uint32_t geonames = 0;
  std::uint32_t population = 0;
  std::uint32_t name_begin = 0;
  std::uint16_t name_size = 0;
  std::uint16_t country = 0;  ///< for Gazetteer::country(); 0: none
  std::uint16_t kind = 0;     ///< for Gazetteer::kind()
  std::uint16_t region = 0;   ///< for Gazetteer::region(); 0: none
  bool curated = false;       ///< from data/places
  bool seat = false;          ///< capital of a country or of its first division
};

/// How a name stands for a place.
struct PlaceName {
  std::uint32_t place = 0;
  std::uint16_t capitals = 0;  ///< bit i: piece i begins with a capital
  std::uint16_t acronyms = 0;
  bool dotted = false;     ///< an abbreviation: "Fla."
  bool alternate = false;  ///< one of GeoNames' other names, perhaps of another language
};

class Gazetteer {
 public:
  explicit Gazetteer(const Naming& naming) : naming_(naming) {}

  /// Reads <folder>/*.txt. Throws Error malformed.
  void read(const std::string& folder, DataFiles& files);
  /// Reads a GeoNames dump (cities*.txt, allCountries.txt); admin1Codes.txt beside it names the
  /// regions. Throws Error malformed for any other file.
  void read_geonames(const std::string& path);
  /// Gives every place of kind "country" the names that the state of its code has in the table.
  void name_countries(const ActorTable& table);
  void build();

  [[nodiscard]] std::size_t longest(std::uint64_t token) const { return index_.longest(token); }
  [[nodiscard]] std::span<const PlaceName> find(const SequenceKey& key) const {
    return index_.find(key.value());
  }
  /// End of the longest place name of several words that begins at a token, or `at`.
  [[nodiscard]] std::size_t phrase(std::span<const NameToken> tokens, std::size_t at) const;

  [[nodiscard]] const Place& place(std::uint32_t at) const { return places_[at]; }
  /// The place of kind "country" with that code.
  [[nodiscard]] std::optional<std::uint32_t> state(std::string_view alpha3) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] std::string_view name(const Place& place) const;
  [[nodiscard]] const std::string& country(const Place& place) const {
    return countries_[place.country];
  }
  [[nodiscard]] const std::string& kind(const Place& place) const { return kinds_[place.kind]; }
  /// The place that is the region a place lies in, or null.
  [[nodiscard]] const Place* region(const Place& place) const;

 private:
  struct Region {
    std::string code;  // "US.MS"
    std::uint32_t place = 0;
    double latitude = 0, longitude = 0;
    std::uint32_t cities = 0;
    bool listed = false;  ///< in data/, with its point
  };

  void read_place(const DataLine& line, std::string_view kind, const DataFiles& files);
  void read_regions(const std::string& path);
  void read_city(std::string_view row);
  void place_regions();
  void add_name(std::string_view name, std::uint32_t place, bool alternate);
  void add_alternates(std::string_view list, std::uint32_t place);
  std::uint32_t add_place(Place place, std::string_view name);
  std::uint16_t country_number(std::string_view alpha3);
  std::uint16_t kind_number(std::string_view kind);

  const Naming& naming_;
  std::vector<Place> places_;
  std::string names_;
  std::vector<std::string> countries_{""}, kinds_{""};
  std::map<std::string, std::uint16_t, std::less<>> country_numbers_, kind_numbers_, by_alpha2_;
  std::map<std::string, std::uint32_t, std::less<>> states_;  ///< places by alpha-3
  std::vector<Region> regions_{Region{}};
  std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>> region_numbers_;
  /// Places of data/ and the GeoNames code of the region they lie in ("US.AL").
  std::vector<std::pair<std::uint32_t, std::string>> in_regions_;
  /// Regions of data/ by country and name.
  std::map<std::pair<std::uint16_t, std::string>, std::uint32_t> listed_regions_;
  SequenceIndex<PlaceName> index_;
  std::vector<NameToken> scratch_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace entente
