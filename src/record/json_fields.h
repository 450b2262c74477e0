// Reading JSON objects with types: each member is asked for by name, and what is missing or of
// another type is an Error that names the field and the line.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.h"
#include "entente/span.h"

namespace entente {

/// Parses one JSON text. Throws Error malformed with its place.
[[nodiscard]] nlohmann::json parse_json(std::string_view text, const Location& place);

/// A JSON object being read. It must not outlive the value it looks at. A member that is null
/// counts as absent.
class JsonFields {
 public:
  /// `path` is put before the names in messages ("spans."). Throws malformed for other than an
  /// object.
  JsonFields(const nlohmann::json& value, Location place, std::string path = "");

  [[nodiscard]] bool has(const char* name) const { return find(name) != nullptr; }
  /// Absent members read as "", an empty list or the given number.
  [[nodiscard]] std::string string(const char* name) const;
  [[nodiscard]] std::vector<std::string> strings(const char* name) const;
  [[nodiscard]] std::uint32_t integer(const char* name, std::uint32_t absent = 0) const;
  [[nodiscard]] double number(const char* name, double absent = 0) const;
  [[nodiscard]] std::vector<Span> spans(const char* name) const;
  /// Members that must be there.
  [[nodiscard]] std::string required_string(const char* name) const;
  /// A span written as two members. Both must be there, the first not after the second.
  [[nodiscard]] Span required_span(const char* begin, const char* end) const;
  /// The objects of a list.
  [[nodiscard]] std::vector<JsonFields> objects(const char* name) const;
  [[nodiscard]] std::optional<JsonFields> object(const char* name) const;

  /// Throws malformed: field `name` `problem`.
  [[noreturn]] void fail(std::string_view name, std::string_view problem) const;

 private:
  [[nodiscard]] const nlohmann::json* find(const char* name) const;
  [[nodiscard]] std::uint32_t integer_of(const char* name, const nlohmann::json& value) const;
  [[nodiscard]] const nlohmann::json* list(const char* name) const;

  const nlohmann::json* value_;
  Location place_;
  std::string path_;
};

}  // namespace entente
