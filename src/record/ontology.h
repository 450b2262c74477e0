// What an act can be called: PLOVER's types with their modes, CAMEO's codes with quad class and
// Goldstein value. Read from data/ontology/, whose files say how they are laid out.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/item.h"

namespace entente {

/// One code of the CAMEO codebook.
struct CameoCode {
  std::string code;              ///< two to four digits, "0211"
  std::string name;              ///< what it stands for, in English
  std::optional<ItemType> type;  ///< its PLOVER type; none for bare statements
  std::string mode;              ///< PLOVER mode, empty where none applies
  int quad = 0;          ///< 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
  double goldstein = 0;  ///< -10 .. +10
};

/// A mode of a type and the CAMEO code for acts of which nothing closer is known.
struct PloverMode {
  std::string name;  ///< "" for the type without a mode
  std::string cameo;
};

/// Immutable once loaded; shared by threads.
class Ontology {
 public:
  /// Reads <dir>/ontology/{cameo,plover}.txt of each folder that has them, in order; a later line
  /// for the same code or mode replaces the earlier. Throws Error not_found when no folder has
  /// them, malformed with file and line.
  explicit Ontology(const std::vector<std::string>& data_dirs);
  /// From the text of the two files; for tests.
  static Ontology of_text(std::string_view cameo, std::string_view plover);

  /// The code's entry, or nothing for a code that CAMEO does not have.
  [[nodiscard]] const CameoCode* cameo(std::string_view code) const;
  /// The code's entry or, for a code of another version, the nearest above it ("1959" → "195").
  [[nodiscard]] const CameoCode* nearest(std::string_view code) const;
  /// 1 to 4; 0 for a code outside CAMEO.
  [[nodiscard]] int quad_class(std::string_view code) const;
  [[nodiscard]] std::optional<double> goldstein(std::string_view code) const;

  [[nodiscard]] bool has_mode(ItemType type, std::string_view mode) const;
  /// The type itself (mode "") and its modes; empty for relations.
  [[nodiscard]] std::span<const PloverMode> modes(ItemType type) const;
  /// CAMEO code of a type and mode; of the type where the mode is unknown; "" for relations.
  [[nodiscard]] const std::string& default_cameo(ItemType type, std::string_view mode) const;

  [[nodiscard]] const std::map<std::string, CameoCode, std::less<>>& codes() const {
    return codes_;
  }

 private:
  Ontology() = default;
  void read_cameo(std::string_view text, const std::string& file);
  void read_plover(std::string_view text, const std::string& file);
  void check() const;

  std::map<std::string, CameoCode, std::less<>> codes_;
  std::map<ItemType, std::vector<PloverMode>> modes_;
};

}  // namespace entente
