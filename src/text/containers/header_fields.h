// "Name: value" lines as WARC, HTTP and mail have them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace entente {

class HeaderFields {
 public:
  struct Field {
    std::string name;  ///< in lower case
    std::string value;
  };

  /// Reads lines up to the first empty one, or to the end; lines that begin with white space go on
  /// from the one before, lines that are no field are passed over. At most a few thousand fields
  /// are kept. Returns where what follows begins.
  std::size_t parse(std::string_view text);

  /// The first field of that name (in lower case), "" where there is none.
  [[nodiscard]] const std::string& get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const std::vector<Field>& all() const { return fields_; }

 private:
  void add_line(std::string_view line);
  std::vector<Field> fields_;
};

/// "text/html" of "Text/HTML; charset=UTF-8".
[[nodiscard]] std::string media_type_of(std::string_view content_type);
/// The parameter of that name (in lower case) of a field's value: "utf-8" of `; charset="utf-8"`.
[[nodiscard]] std::string parameter_of(std::string_view value, std::string_view name);

[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace entente
