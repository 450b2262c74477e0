// Typed access to the members of JSON objects.
#include "record/json_fields.h"

#include <limits>
#include <utility>

namespace entente {

nlohmann::json parse_json(std::string_view text, const Location& place) {
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    Location at = place;
    if (error.byte > 0) at.byte += error.byte - 1;
    throw Error(ErrorKind::malformed,
                "no valid JSON, at byte " + std::to_string(error.byte) + " of the line", at);
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::malformed, "JSON with a number out of range", place);
  }
}

JsonFields::JsonFields(const nlohmann::json& value, Location place, std::string path)
    : value_(&value), place_(std::move(place)), path_(std::move(path)) {
  if (!value.is_object()) {
    std::string what = path_.empty() ? "the line" : path_;
    if (what.back() == '.') what.pop_back();
    throw Error(ErrorKind::malformed, what + " is no JSON object", place_);
  }
}

void JsonFields::fail(std::string_view name, std::string_view problem) const {
  throw Error(ErrorKind::malformed,
              "field \"" + path_ + std::string(name) + "\" " + std::string(problem), place_);
}

const nlohmann::json* JsonFields::find(const char* name) const {
  const auto found = value_->find(name);
  return found == value_->end() || found->is_null() ? nullptr : &*found;
}

const nlohmann::json* JsonFields::list(const char* name) const {
  const nlohmann::json* value = find(name);
  if (value && !value->is_array()) fail(name, "is no list");
  return value;
}

std::string JsonFields::string(const char* name) const {
  const nlohmann::json* value = find(name);
  if (!value) return {};
  if (!value->is_string()) fail(name, "is no string");
  return value->get<std::string>();
}

std::string JsonFields::required_string(const char* name) const {
  if (!has(name)) fail(name, "is missing");
  return string(name);
}

std::vector<std::string> JsonFields::strings(const char* name) const {
  std::vector<std::string> result;
  const nlohmann::json* value = list(name);
  if (!value) return result;
  for (const nlohmann::json& element : *value) {
    if (!element.is_string()) fail(name, "is no list of strings");
    result.push_back(element.get<std::string>());
  }
  return result;
}

std::uint32_t JsonFields::integer_of(const char* name, const nlohmann::json& value) const {
  if (!value.is_number_unsigned()) fail(name, "is no whole number from 0");
  const auto number = value.get<std::uint64_t>();
  if (number > std::numeric_limits<std::uint32_t>::max()) fail(name, "is too large");
  return static_cast<std::uint32_t>(number);
}

std::uint32_t JsonFields::integer(const char* name, std::uint32_t absent) const {
  const nlohmann::json* value = find(name);
  return value ? integer_of(name, *value) : absent;
}

double JsonFields::number(const char* name, double absent) const {
  const nlohmann::json* value = find(name);
  if (!value) return absent;
  if (!value->is_number()) fail(name, "is no number");
  return value->get<double>();
}

std::vector<Span> JsonFields::spans(const char* name) const {
  std::vector<Span> result;
  const nlohmann::json* value = list(name);
  if (!value) return result;
  for (const nlohmann::json& pair : *value) {
    if (!pair.is_array() || pair.size() != 2) fail(name, "is no list of [begin, end] pairs");
    const Span span{integer_of(name, pair[0]), integer_of(name, pair[1])};
    if (span.begin > span.end) fail(name, "has a span that ends before it begins");
    result.push_back(span);
  }
  return result;
}

Span JsonFields::required_span(const char* begin, const char* end) const {
  if (!has(begin)) fail(begin, "is missing");
  if (!has(end)) fail(end, "is missing");
  const Span span{integer(begin), integer(end)};
  if (span.begin > span.end) fail(end, "lies before \"" + path_ + begin + "\"");
  return span;
}

std::vector<JsonFields> JsonFields::objects(const char* name) const {
  std::vector<JsonFields> result;
  const nlohmann::json* value = list(name);
  if (!value) return result;
  for (std::size_t i = 0; i < value->size(); ++i) {
    result.emplace_back((*value)[i], place_, path_ + name + "[" + std::to_string(i) + "].");
  }
  return result;
}

std::optional<JsonFields> JsonFields::object(const char* name) const {
  const nlohmann::json* value = find(name);
  if (!value) return std::nullopt;
  return JsonFields(*value, place_, path_ + name + ".");
}

}  // namespace entente
