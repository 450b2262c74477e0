// Header lines to fields.
#include "text/containers/header_fields.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t most_fields = 4096;
constexpr std::size_t longest_value = 64 << 10;

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return c > ' ' && c < '\x7F' && c != ':'; });
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::size_t HeaderFields::parse(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return at;
    add_line(line);
  }
  return text.size();
}

void HeaderFields::add_line(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') {
    if (fields_.empty()) return;
    std::string& value = fields_.back().value;
    if (value.size() < longest_value) {
      value.append(" ").append(trimmed(line).substr(0, longest_value));
    }
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || fields_.size() >= most_fields) return;
  const std::string_view name = trimmed(line.substr(0, colon));
  if (!is_name(name)) return;
  fields_.push_back(
      {lower_ascii(name), std::string(trimmed(line.substr(colon + 1)).substr(0, longest_value))});
}

const std::string& HeaderFields::get(std::string_view name) const {
  static const std::string none;
  for (const Field& field : fields_) {
    if (field.name == name) return field.value;
  }
  return none;
}

bool HeaderFields::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const Field& field) { return field.name == name; });
}

std::string media_type_of(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string parameter_of(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != std::string_view::npos && at < value.size()) {
    const std::size_t equals = value.find_first_of("=;", at + 1);
    if (equals == std::string_view::npos) return "";
    const std::string key = lower_ascii(trimmed(value.substr(at + 1, equals - at - 1)));
    if (value[equals] == ';') {
      at = equals;
      continue;
    }
    std::size_t begin = value.find_first_not_of(" \t", equals + 1);
    if (begin == std::string_view::npos) return "";
    std::string found;
    if (value[begin] == '"') {
      for (++begin; begin < value.size() && value[begin] != '"'; ++begin) {
        if (value[begin] == '\\' && begin + 1 < value.size()) ++begin;
        found += value[begin];
      }
      at = value.find(';', begin);
    } else {
      at = value.find(';', begin);
      found = trimmed(value.substr(begin, at - begin));
    }
    if (key == name) return found;
  }
  return "";
}

}  // namespace entente
