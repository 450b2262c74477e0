// Writing JSON by appending to a string: the parts that items and documents are written with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/span.h"

namespace entente {

/// Appends `text` as a JSON string in quotes. Characters outside ASCII stand as they are; bytes
/// that are not UTF-8 become U+FFFD, so that what comes out is always valid JSON.
void append_json_string(std::string& out, std::string_view text);

/// Writes one object, member after member, in the order of the calls.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, std::uint64_t value);
  /// The shortest form that reads back as the same number; 0 for one that JSON cannot hold.
  void member(std::string_view name, double value);
  void member(std::string_view name, const std::vector<std::string>& values);
  void member(std::string_view name, std::span<const Span> spans);
  void member(std::string_view name, Span span);
  /// The same, left out where the value is empty.
  void optional(std::string_view name, std::string_view value);
  void optional(std::string_view name, const std::vector<std::string>& values);
  void optional(std::string_view name, std::span<const Span> spans);
  /// Writes the name; the caller appends the value.
  void key(std::string_view name);
  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace entente
