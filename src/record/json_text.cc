// Appends JSON to a string.
#include "record/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/utf8.h"

namespace entente {
namespace {

/// For each byte: 0 where it stands for itself, 'u' for a \u00XX escape, else the letter after '\'.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}();

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    if (escape == 'u') {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    } else {
      out += '\\';
      out += escape;
    }
  }
  out.append(text, plain, text.size() - plain);
}

void append_number(std::string& out, std::uint64_t value) {
  fmt::format_to(std::back_inserter(out), "{}", value);
}

void append_span(std::string& out, Span span) {
  fmt::format_to(std::back_inserter(out), "[{},{}]", span.begin, span.end);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  const bool ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii || is_valid(text)) {
    append_escaped(out, text);
  } else {
    std::string repaired(text);
    repair(repaired);
    append_escaped(out, repaired);
  }
  out += '"';
}

void JsonObject::key(std::string_view name) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void JsonObject::member(std::string_view name, std::string_view value) {
  key(name);
  append_json_string(out_, value);
}

void JsonObject::member(std::string_view name, std::uint64_t value) {
  key(name);
  append_number(out_, value);
}

void JsonObject::member(std::string_view name, double value) {
  key(name);
  fmt::format_to(std::back_inserter(out_), "{}", std::isfinite(value) ? value : 0.0);
}

void JsonObject::member(std::string_view name, const std::vector<std::string>& values) {
  key(name);
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out_ += ',';
    append_json_string(out_, values[i]);
  }
  out_ += ']';
}

void JsonObject::member(std::string_view name, std::span<const Span> spans) {
  key(name);
  out_ += '[';
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) out_ += ',';
    append_span(out_, spans[i]);
  }
  out_ += ']';
}

void JsonObject::member(std::string_view name, Span span) {
  key(name);
  append_span(out_, span);
}

void JsonObject::optional(std::string_view name, std::string_view value) {
  if (!value.empty()) member(name, value);
}

void JsonObject::optional(std::string_view name, const std::vector<std::string>& values) {
  if (!values.empty()) member(name, values);
}

void JsonObject::optional(std::string_view name, std::span<const Span> spans) {
  if (!spans.empty()) member(name, spans);
}

}  // namespace entente
