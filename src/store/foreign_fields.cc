// A record of a table with its columns by name.
#include "store/foreign_fields.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "entente/date.h"

namespace entente {

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t at = line.find('\t');
    fields.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return fields;
    line.remove_prefix(at + 1);
  }
}

namespace {

std::string_view bare(std::string_view field) {
  field = trimmed(field);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"') {
    field = trimmed(field.substr(1, field.size() - 2));
  }
  return field;
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Columns::Columns(const std::vector<std::string_view>& names) : count_(names.size()) {
  for (std::size_t i = 0; i < names.size(); ++i) at_.emplace(std::string(bare(names[i])), i);
}

void Columns::require(std::string_view name, const Location& place) const {
  if (find(name) != count_) return;
  throw Error(ErrorKind::malformed, "the first line has no column \"" + std::string(name) + "\"",
              place);
}

std::size_t Columns::find(std::string_view name) const {
  const auto found = at_.find(name);
  return found == at_.end() ? count_ : found->second;
}

Record::Record(std::string_view line, const Columns& columns, Location place)
    : columns_(columns), fields_(split_tabs(line)), place_(std::move(place)) {
  if (fields_.size() == columns.size()) return;
  throw Error(
      ErrorKind::malformed,
      "has " + std::to_string(fields_.size()) + " fields, not " + std::to_string(columns.size()),
      place_);
}

std::string_view Record::text(std::string_view column) const {
  const std::size_t at = columns_.find(column);
  return at < fields_.size() ? bare(fields_[at]) : std::string_view();
}

std::string Record::date(std::string_view column) const {
  const std::string_view field = text(column);
  if (field.empty()) return "";
  std::string iso(field);
  if (field.size() >= 8 && all_digits(field.substr(0, 8))) {
    iso = std::string(field.substr(0, 4)) + "-" + std::string(field.substr(4, 2)) + "-" +
          std::string(field.substr(6, 2));
  }
  const auto date = parse_date(iso);
  if (!date) fail(column, "is no date: \"" + std::string(field) + "\"");
  return to_string(*date);
}

double Record::real(std::string_view column) const {
  const std::string_view field = text(column);
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  const bool whole = error == std::errc() && end == field.data() + field.size();
  if (!whole || !std::isfinite(value)) fail(column, "is no number: \"" + std::string(field) + "\"");
  return value + 0.0;  // -0 becomes 0, which JSON gives back the same
}

std::uint32_t Record::integer(std::string_view column) const {
  const std::string_view field = text(column);
  if (field.empty()) return 0;
  // Tables that went through other programs have whole numbers as "12.0".
  const double value = real(column);
  if (value < 0 || value > 4294967295.0) fail(column, "is no whole number");
  return static_cast<std::uint32_t>(value);
}

void Record::fail(std::string_view column, std::string_view problem) const {
  throw Error(ErrorKind::malformed, "\"" + std::string(column) + "\" " + std::string(problem),
              place_);
}

}  // namespace entente
